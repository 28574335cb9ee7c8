//! Days with a name of their own: "Christmas Day 2023", "Easter Sunday", "Thanksgiving".

use super::super::grammar::Words;
use super::absolute::Found;
use super::expression::Moment;
use super::lexeme::{lead_of, word};
use super::year::year_after;
use crate::lang::calendar::Word;

/// "Christmas", "Christmas Day 2023", "Easter Sunday", "Thanksgiving".
pub(super) fn feast(words: Words, at: usize) -> Option<Found> {
    let (day, last) = named_feast(words, at)
        .or_else(|| Some((word(words, at).filter(|_| words.is_capital(at))?, at + 1)))?;
    let year = year_after(words, last);
    let end = year.map_or(last, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    let moment = match day {
        Word::Feast(month, day) => Moment::Day { year, month, day },
        Word::NthFeast(nth, weekday, month) => Moment::Nth { nth, weekday, month, year },
        Word::Easter(days) => Moment::Easter { year, days },
        _ => return None,
    };
    let is_surname = words.is_capital(words.before(at)) && words.has(words.before(words.before(at)));
    // "Christmas tree": what is only named after the day.
    let is_attribute =
        end == at + 1 && words.is_word(end) && lead_of(words, end).is_none() && word(words, end).is_none();
    (!is_attribute && !is_surname).then_some(Found::one(moment, end))
}

/// A day by a name of its own at token `at`, and one past it: "Boxing Day", "New Year's Eve".
pub(super) fn named_feast(words: Words, at: usize) -> Option<(Word, usize)> {
    if !words.is_capital(at) {
        return None;
    }
    let first = words.normal(at);
    let names = words.language.calendar.feasts.get(first.strip_suffix('.').unwrap_or(first))?;
    names.iter().find_map(|(rest, day)| Some((*day, end_of_name(words, at + 1, rest)?)))
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
