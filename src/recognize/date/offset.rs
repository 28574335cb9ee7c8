//! So many units from now or from another date: "two weeks ago", "a year earlier", "the day before yesterday".

use super::super::grammar::Words;
use super::absolute::Found;
use super::expression::{Moment, Origin};
use super::lexeme::{count_before, is_article, unit, word};
use crate::lang::calendar::{Lead, Unit, Word};

/// What a unit is part of: "two weeks ago", "a year earlier", "the year before", "the day after
/// tomorrow"; with its first token, which may stand before.
pub(super) fn around_unit(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let unit = unit(words, at)?;
    if let Some((count, start)) = count_before(words, floor, at)
        && let Some((sign, origin, end)) = direction(words, at + 1)
    {
        // "an hour later": without the time of what came before there is nothing to count from.
        if origin == Origin::Text && matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        let count = count.map(|count| count.saturating_mul(sign));
        return Some((Found::one(Moment::Away { count, unit, origin }, end), start));
    }
    let counted = count_before(words, floor, at).and_then(|(count, start)| Some((count?, start)));
    if let Some((count, start)) = counted.or_else(|| (!words.normal(at).ends_with('s')).then_some((1, at)))
        && let Some(found) = beyond_near(words, (unit, count), at)
    {
        return Some((found, start));
    }
    if is_article(words, words.before(at)) && !words.normal(at).ends_with('s') {
        let (sign, origin, end) = direction(words, at + 1)?;
        let stands = origin == Origin::Text
            && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter);
        let found = Found::one(Moment::Away { count: Some(sign), unit, origin }, end);
        return stands.then_some((found, at));
    }
    None
}

/// Which way a number of units is counted, and from where: "ago", "later", "before".
fn direction(words: Words, at: usize) -> Option<(i32, Origin, usize)> {
    match word(words, at) {
        Some(Word::Ago) => return Some((-1, Origin::Publication, at + 1)),
        Some(Word::Away(sign)) => return Some((i32::from(sign), Origin::Text, at + 1)),
        _ => {}
    }
    // "the year before" ends its phrase; "a week before the vote" counts from a thing without a date.
    let ends = !words.is_word(at + 1) && !words.is_number(at + 1);
    match words.language.calendar.leads.get(words.normal(at)) {
        Some(Lead::Before) if ends => Some((-1, Origin::Text, at + 1)),
        Some(Lead::After) if ends => Some((1, Origin::Text, at + 1)),
        Some(Lead::From) if words.language.calendar.nows.has(words.normal(at + 1)) => {
            Some((1, Origin::Publication, at + 2))
        }
        _ => None,
    }
}

/// "[day] before yesterday", "[day] after tomorrow".
fn beyond_near(words: Words, (unit, count): (Unit, i32), at: usize) -> Option<Found> {
    let Some(Word::Day(days)) = word(words, at + 2) else { return None };
    let sign = match words.language.calendar.leads.get(words.normal(at + 1))? {
        Lead::Before => -1,
        Lead::After | Lead::From => 1,
        _ => return None,
    };
    let length = match unit {
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Fortnight => 14,
        _ => return None,
    };
    let step = count.checked_mul(length * sign)?;
    Some(Found::one(Moment::Near(step.checked_add(i32::from(days))?), at + 3))
}
