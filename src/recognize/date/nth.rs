//! What is counted in a month or a year: "first Monday of October", "last week of 2019", "the first nine
//! months of the year", "20th of next month".

use super::super::grammar::Words;
use super::absolute::{Found, month};
use super::expression::{Moment, Part, Whole};
use super::lexeme::{
    count_before, day, digits, is_article, is_counted, rank, rank_before, skip_article, unit, word,
};
use super::year::{plain_year, year_after};
use crate::lang::calendar::{Shift, Unit, Word};

/// "first Monday of October 2024", "first nine months of the year", at what is counted; with its first token.
pub(super) fn nth(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let part = part(words, at)?;
    let (whole, end) = whole(words, at + 1)?;
    if let Some((count, start)) = several(words, floor, at) {
        return Some((Found::one(Moment::Several { count, part, whole }, end), start));
    }
    let (nth, start) = place(words, floor, at).filter(|_| !words.normal(at).ends_with('s'))?;
    fits(part, whole).then_some((Found::one(Moment::Nth { nth, part, whole }, end), start))
}

/// "last Monday of March", "second last week of 2018", at "last"; with its first token.
pub(super) fn from_last(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let part = part(words, at + 1)?;
    let (whole, end) = whole(words, at + 2)?;
    let is_last = word(words, at) == Some(Word::Shift(Shift::Last));
    let is_one = is_last && fits(part, whole) && !words.normal(at + 1).ends_with('s');
    let (nth, start) = place(words, floor, at + 1).filter(|_| is_one)?;
    Some((Found::one(Moment::Nth { nth, part, whole }, end), start))
}

/// "20th of next month", "the 21st this month", at the number.
pub(super) fn day_of(words: Words, at: usize) -> Option<Found> {
    let (nth, end) = day(words, at)?;
    let (whole, end) = whole(words, end).or_else(|| shifted(words, end))?;
    let is_month = matches!(whole, Whole::Shifted(Unit::Month, _));
    is_month.then_some(Found::one(Moment::Nth { nth, part: Part::Day, whole }, end))
}

/// "on the 18th" and nothing else: in a sentence it may be a hole, a floor or a place in a race.
pub(super) fn lone_day(words: Words, at: usize) -> Option<Found> {
    let (day, end) = rank(words, at).filter(|&(day, _)| day <= 31)?;
    let is_all = is_article(words, words.before(at)) && at - words.range().start <= 2 && words.ends(end);
    is_all.then_some(Found::one(Moment::DayOfMonth { weekday: None, day }, end))
}

/// "week 27 of 2018", at "week".
pub(super) fn numbered_week(words: Words, at: usize) -> Option<Found> {
    let number = digits(words, at + 1, 1, 2).filter(|number| (1..=53).contains(number))?;
    let (whole, end) = whole(words, at + 2)?;
    let is_year = matches!(whole, Whole::Year(_) | Whole::Shifted(Unit::Year, _));
    let nth = i8::try_from(number).ok().filter(|_| is_year && unit(words, at) == Some(Unit::Week))?;
    Some(Found::one(Moment::Nth { nth, part: Part::NumberedWeek, whole }, end))
}

/// What token `at` counts in a longer time.
fn part(words: Words, at: usize) -> Option<Part> {
    Some(match word(words, at)? {
        Word::Weekday(weekday) => Part::Weekday(weekday),
        Word::Weekend => Part::Weekend,
        Word::Quarter => Part::Quarter,
        Word::Unit(Unit::Day) => Part::Day,
        Word::Unit(Unit::Week) => Part::Week,
        Word::Unit(Unit::Month) => Part::Month,
        _ => return None,
    })
}

/// Whether the part is shorter than the whole.
fn fits(part: Part, whole: Whole) -> bool {
    let is_month = matches!(whole, Whole::Month { .. } | Whole::Shifted(Unit::Month, _));
    let is_year = matches!(whole, Whole::Year(_) | Whole::Shifted(Unit::Year, _));
    let is_week = matches!(whole, Whole::Shifted(Unit::Week, _));
    match part {
        Part::Month | Part::Quarter | Part::NumberedWeek => is_year,
        Part::Day => is_month || is_year || is_week,
        _ => is_month || is_year,
    }
}

/// "of [the] month": what holds the parts, and one past it.
fn whole(words: Words, at: usize) -> Option<(Whole, usize)> {
    words.language.calendar.partitives.get(words.normal(at))?;
    let next = skip_article(words, at + 1);
    if let Some((month, _)) = month(words, next) {
        let (year, end) = match year_after(words, next + 1) {
            Some((year, end)) => (Some(year), end),
            None => (None, next + 1),
        };
        return Some((Whole::Month { year, month }, end));
    }
    if let Some(year) = plain_year(words, next).filter(|_| !is_counted(words, next + 1)) {
        return Some((Whole::Year(year), next + 1));
    }
    let present = unit(words, next)
        .filter(|_| next > at + 1 && !words.normal(next).ends_with('s'))
        .map(|unit| (Whole::Shifted(unit, Shift::This), next + 1));
    let found = shifted(words, next).or(present)?;
    let goes_on = words.language.numbers.partitives.has(words.normal(found.1));
    (!goes_on).then_some(found)
}

/// "last year", "this month" as what holds the parts.
fn shifted(words: Words, at: usize) -> Option<(Whole, usize)> {
    match (word(words, at)?, unit(words, at + 1)?) {
        (Word::Shift(shift @ (Shift::Last | Shift::This | Shift::Next | Shift::Same)), unit) => {
            Some((Whole::Shifted(unit, shift), at + 2))
        }
        _ => None,
    }
}

/// "first nine [months]", "last four [months]": how many, below 0 from the end, and the first token.
fn several(words: Words, floor: usize, at: usize) -> Option<(i8, usize)> {
    if !words.normal(at).ends_with('s') {
        return None;
    }
    let (count, start) = count_before(words, floor, at)?;
    let count = i8::try_from(count?).ok().filter(|&count| count > 0)?;
    match place(words, floor, start)? {
        (1, start) => Some((count, start)),
        (-1, start) => Some((-count, start)),
        _ => None,
    }
}

/// The place of what stands at `at` in its row: "third", "last" (-1), "second last" (-2).
fn place(words: Words, floor: usize, at: usize) -> Option<(i8, usize)> {
    let before = at.checked_sub(1).filter(|&before| before >= floor)?;
    if word(words, before) != Some(Word::Shift(Shift::Last)) {
        return rank_before(words, floor, at);
    }
    match rank_before(words, floor, before) {
        Some((rank, start)) => Some((-rank, start)),
        None => Some((-1, before)),
    }
}
