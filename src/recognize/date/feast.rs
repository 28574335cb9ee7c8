//! Days with a name of their own: "Christmas Day 2023", "Easter Sunday", "Thanksgiving".

use super::super::grammar::Words;
use super::absolute::Found;
use super::expression::{Cycle, Moment, Step};
use super::lexeme::{is_casual, lead_of, word};
use super::year::{spelled_year, year_after};
use crate::lang::calendar::{Feast, Lead, Shift, Word};

/// A feast, how many days it goes on, and one past its name.
pub(super) type Named = (Feast, i8, usize);

/// "Christmas", "Christmas Day 2023", "Labor Day weekend".
pub(super) fn feast(words: Words, at: usize) -> Option<Found> {
    let (feast, days, last) = named(words, at)?;
    let (year, end) = match year_after(words, last).or_else(|| spelled_year(words, last)) {
        Some((year, end)) => (Some(year), end),
        None => (None, last),
    };
    let found = Found::one(Moment::Feast { feast, year, days }, end);
    if word(words, end) == Some(Word::Weekend) {
        return Some(Found { step: Some(Step::Weekend), end: end + 1, ..found });
    }
    let is_surname = words.is_capital(words.before(at)) && words.has(words.before(words.before(at)));
    // "the Good Friday Agreement"
    let is_name = words.is_capital(end) && words.language.calendar.name_parts.has(words.normal(end));
    (!is_attribute(words, at, end) && !is_surname && !is_name).then_some(found)
}

/// "last Easter", "this Christmas", "next Thanksgiving", at the feast.
pub(super) fn shifted(words: Words, shift: Shift, at: usize) -> Option<Found> {
    let (feast, days, end) = named(words, at)?;
    Some(Found::one(Moment::Shifted(Cycle::Feast(feast, days), shift), end))
}

/// Whether something is only named after the day: "Christmas tree", "New Year's resolution".
fn is_attribute(words: Words, at: usize, end: usize) -> bool {
    let is_short = end == at + 1 || words.normal(words.before(end)) == "'s";
    is_short && words.is_word(end) && lead_of(words, end).is_none() && word(words, end).is_none()
}

/// A day by a name of its own at token `at`: "Boxing Day", "New Year's Eve".
pub(super) fn named(words: Words, at: usize) -> Option<Named> {
    let first = words.normal(at);
    let names = words.language.calendar.feasts.get(first.strip_suffix('.').unwrap_or(first))?;
    let is_capital = words.is_capital(at) || is_casual(words);
    if !is_capital && !is_led(words, at) {
        return None;
    }
    let mut found = names.iter().filter_map(|(rest, feast, days)| {
        let end = end_of_name(words, at + 1, rest)?;
        // "on black friday", "last easter": in lower case only where a day is looked for.
        let stands = is_capital || !words.is_capital(words.before(end));
        stands.then_some((*feast, *days, end))
    });
    found.next()
}

/// Whether a day is to be expected at token `at`: after "on", "until", "last".
fn is_led(words: Words, at: usize) -> bool {
    let before = words.before(at);
    let shifted = matches!(word(words, before), Some(Word::Shift(_)));
    let is_day = words.language.calendar.day_leads.has(words.normal(before));
    shifted
        || is_day
        || matches!(lead_of(words, before), Some(Lead::Since | Lead::Until | Lead::Before | Lead::After))
}

/// One past the words `rest` of a name at token `at`, full stops of abbreviations left aside.
fn end_of_name(words: Words, mut at: usize, rest: &[&str]) -> Option<usize> {
    for part in rest {
        let normal = words.normal(at);
        if normal.strip_suffix('.').unwrap_or(normal) != *part {
            return None;
        }
        at += 1;
    }
    Some(at)
}
