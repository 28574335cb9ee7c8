//! What comes again and again: "every Monday", "every two weeks", "Tuesdays at 9 a.m.", "daily".

use super::super::grammar::Words;
use super::clock::time;
use super::expression::{Clock, Cycle, Expression};
use super::feast;
use super::lexeme::{count, day_in_digits, is_article, lead_of, leads_to_time, skip_comma, unit, word};
use crate::lang::calendar::{Unit, Word};

/// "every Monday", "each year", "every two weeks", "every other day", "every day at 7 p.m."
pub(super) fn every(words: Words, at: usize) -> Option<(Expression, usize)> {
    if word(words, at) != Some(Word::Each) {
        return None;
    }
    let (number, next) = number(words, at + 1);
    let (cycle, end) = cycle(words, number, next)?;
    let (clock, end) = with_time(words, end);
    (number > 0).then_some((Expression::Every(cycle, number, clock), end))
}

/// How many at once: "two" in "every two weeks", two in "every other week", else one.
fn number(words: Words, at: usize) -> (i32, usize) {
    let other = words.language.calendar.others.get(words.normal(words.before(at)));
    if other == Some(&words.normal(at)) && word(words, at + 1).is_some() {
        return (2, at + 1);
    }
    match count(words, at) {
        Some((Some(number), end)) if unit(words, end).is_some() => (number, end),
        _ => (1, at),
    }
}

fn cycle(words: Words, number: i32, at: usize) -> Option<(Cycle, usize)> {
    if let Some((feast, days, end)) = feast::named(words, at) {
        return Some((Cycle::Feast(feast, days), end));
    }
    let cycle = match word(words, at)? {
        // "every minute of it" is a manner of speaking.
        Word::Unit(Unit::Second | Unit::Minute) if number == 1 => return None,
        Word::Unit(unit) => Cycle::Unit(unit),
        Word::Quarter => Cycle::Unit(Unit::Quarter),
        Word::Weekday(weekday) => Cycle::Weekday(weekday),
        Word::Month(month) | Word::MaybeMonth(month) => Cycle::Month(month),
        Word::Season(season) => Cycle::Season(season),
        Word::Weekend => Cycle::Weekend,
        Word::PartOfDay(_) | Word::Night => Cycle::PartOfDay,
        _ => return None,
    };
    Some((cycle, at + 1))
}

/// The time of day after what comes again, and one past it.
fn with_time(words: Words, at: usize) -> (Option<Clock>, usize) {
    let next = skip_comma(words, at);
    let next = next + usize::from(leads_to_time(words, next));
    match time(words, next) {
        Some((clock, end)) => (Some(clock), end),
        None => (None, at),
    }
}

/// "Tuesdays", "Tuesdays at 9 a.m.", "Friday mornings", "weekends".
pub(super) fn plural(words: Words, at: usize) -> Option<(Expression, usize)> {
    let (cycle, end) = match word(words, at)? {
        Word::Weekdays(weekday) => {
            (Cycle::Weekday(weekday), at + 1 + usize::from(is_plural_part(words, at + 1)))
        }
        Word::Weekends => (Cycle::Weekend, at + 1),
        Word::Weekday(weekday) if is_plural_part(words, at + 1) => (Cycle::Weekday(weekday), at + 2),
        _ => return None,
    };
    let before = words.before(at);
    let is_led = words.has(before) && !words.language.calendar.day_leads.has(words.normal(before));
    if cycle != Cycle::Weekend && is_led && owns(words, end) {
        return None;
    }
    let (clock, end) = with_time(words, end);
    Some((Expression::Every(cycle, 1, clock), end))
}

/// Whether what follows belongs to the one day meant, the apostrophe being lost: "Tuesdays election".
fn owns(words: Words, at: usize) -> bool {
    let follows = words.is_number(at) || words.is_word(at) && lead_of(words, at).is_none();
    follows && word(words, at).is_none() && time(words, at).is_none()
}

fn is_plural_part(words: Words, at: usize) -> bool {
    matches!(word(words, at), Some(Word::PartOfDay(_) | Word::Night)) && words.normal(at).ends_with('s')
}

/// "15th of every month".
pub(super) fn day_of_months(words: Words, at: usize) -> Option<(Expression, usize)> {
    let (day, end) = day_in_digits(words, at).filter(|&(_, end)| end > at + 1)?;
    let each = end + usize::from(words.language.calendar.partitives.has(words.normal(end)));
    let is_each = word(words, each) == Some(Word::Each) && unit(words, each + 1) == Some(Unit::Month);
    is_each.then_some((Expression::Every(Cycle::DayOfMonth(day), 1, None), each + 2))
}

/// "daily", "annually": but not "Daily Mail", nor "a daily newspaper", which says of what kind it is.
pub(super) fn often(words: Words, at: usize) -> Option<(Expression, usize)> {
    let Some(Word::Often(unit)) = word(words, at) else { return None };
    let is_kind = words.is_capital(at) || words.is_word(at + 1) && lead_of(words, at + 1).is_none();
    let stands = !is_kind && !is_article(words, words.before(at));
    stands.then_some((Expression::Every(Cycle::Unit(unit), 1, None), at + 1))
}
