//! Times as they are spoken: "half past ten", "a quarter to noon", "20 minutes past 3 p.m.", "ten thirty a.m."

use super::super::grammar::Words;
use super::clock::{after_clock, bare_hour, clock, part_of_day, time};
use super::expression::Clock;
use super::lexeme::{digits, is_glued_hyphen, unit, word};
use crate::lang::calendar::{Unit, Word};
use crate::lang::number::NumberWord;

/// The time around the "past" or "to" at token `at`, with its first token and one past its last.
pub(super) fn around_link(words: Words, floor: usize, at: usize) -> Option<(Clock, usize, usize)> {
    let sign = *words.language.calendar.minute_links.get(words.normal(at))?;
    let (minutes, start, is_told) = minutes_before(words, floor, at)?;
    let (hour, end) = hour_after(words, at + 1)?;
    // "5 to 7 p.m." is a stretch, and so may be "ten past"; a quarter and minutes leave no doubt.
    let fits = hour.minute.unwrap_or(0) == 0 && (is_told || sign > 0 && hour.sure);
    let total = i16::from(hour.hour) * 60 + i16::from(sign * minutes);
    let total = total.rem_euclid(24 * 60);
    let found = Clock {
        hour: i8::try_from(total / 60).ok()?,
        minute: i8::try_from(total % 60).ok(),
        sure: true,
        ..hour
    };
    fits.then_some((found, start, end))
}

/// The hour after the link: "3 p.m.", "noon", "eight", "eight in the morning", "seven o'clock".
fn hour_after(words: Words, at: usize) -> Option<(Clock, usize)> {
    if let Some(found) = time(words, at) {
        return Some(found);
    }
    let (hour, end) = bare_hour(words, at)?;
    match word(words, end) {
        Some(Word::Clock) => {
            let (hour, end) = after_clock(words, hour.hour, end + 1);
            Some((Clock { sure: true, ..hour }, end))
        }
        _ => Some(match part_of_day(words, end) {
            Some((half, end)) => (Clock { sure: true, ..hour.in_half(Some(half)) }, end),
            None => (hour, end),
        }),
    }
}

/// "[a] quarter", "half", "20 minutes", "ten" before the link; whether it can be nothing else.
fn minutes_before(words: Words, floor: usize, at: usize) -> Option<(i8, usize, bool)> {
    let last = at.checked_sub(1).filter(|&last| last >= floor)?;
    match word(words, last) {
        Some(Word::Half) => return Some((30, last, true)),
        Some(Word::Quarter) => {
            let one = last.checked_sub(1).filter(|&one| one >= floor);
            let one = one.filter(|&one| words.language.calendar.ones.has(words.normal(one)));
            return Some((15, one.unwrap_or(last), true));
        }
        _ => {}
    }
    let is_told = unit(words, last) == Some(Unit::Minute);
    let end = if is_told { last } else { at };
    let last = if is_told { 59 } else { 29 };
    (end.saturating_sub(3).max(floor)..end).find_map(|start| match minute(words, start) {
        Some((minutes, found)) if found == end && (1..=last).contains(&minutes) => {
            Some((minutes, start, is_told))
        }
        _ => None,
    })
}

fn minute(words: Words, at: usize) -> Option<(i8, usize)> {
    match digits(words, at, 1, 2) {
        Some(minute) => Some((i8::try_from(minute).ok()?, at + 1)),
        None => small(words, at),
    }
}

/// The time in words that ends with the "p.m." or "o'clock" at token `at`, and its first token.
pub(super) fn before_half(words: Words, floor: usize, at: usize) -> Option<(Clock, usize, usize)> {
    /// "nine fifty-nine" has four tokens.
    const FURTHEST: usize = 4;
    let is_hour = |(hour, _): &(i8, usize)| (1..=12).contains(hour);
    let found = (at.saturating_sub(FURTHEST).max(floor)..at).find_map(|start| {
        let (hour, end) = small(words, start).filter(is_hour)?;
        if end == at {
            return Some((hour, None, start));
        }
        let (minute, end) = small(words, end)?;
        (end == at).then_some((hour, Some(minute), start))
    });
    let (hour, minute, start) = found?;
    let (found, end) = match word(words, at)? {
        Word::Meridiem(half) => (clock(hour % 12 + half, minute), at + 1),
        Word::Clock if minute.is_none() => after_clock(words, hour, at + 1),
        _ => return None,
    };
    Some((found, start, end))
}

/// An hour in words with or without minutes: "eight", "five-thirty".
pub(super) fn hour_and_minute(words: Words, at: usize) -> Option<(i8, Option<i8>, usize)> {
    let (hour, end) = small(words, at)?;
    let next = end + usize::from(is_glued_hyphen(words, end));
    match small(words, next).filter(|(minute, _)| *minute >= 10) {
        Some((minute, end)) => Some((hour, Some(minute), end)),
        None => Some((hour, None, end)),
    }
}

/// A number below sixty in words.
pub(super) fn small(words: Words, at: usize) -> Option<(i8, usize)> {
    let part = |at: usize| words.language.numbers.cardinals.get(words.normal(at));
    match *part(at)? {
        NumberWord::Small(value) => Some((i8::try_from(value).ok()?, at + 1)),
        NumberWord::Tens(tens @ 20..60) => {
            let next = at + 1 + usize::from(is_glued_hyphen(words, at + 1));
            let tens = i8::try_from(tens).ok()?;
            match part(next) {
                Some(&NumberWord::Small(value @ 1..=9)) => Some((tens + i8::try_from(value).ok()?, next + 1)),
                _ => Some((tens, at + 1)),
            }
        }
        _ => None,
    }
}
