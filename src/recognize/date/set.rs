//! What comes again and again: "every Monday", "every two weeks", "daily".

use super::super::grammar::Words;
use super::expression::{Cycle, Expression};
use super::lexeme::{count, is_article, lead_of, unit, word};
use crate::lang::calendar::{Unit, Word};

/// "every Monday", "each year", "every two weeks".
pub(super) fn every(words: Words, at: usize) -> Option<(Expression, usize)> {
    if word(words, at) != Some(Word::Each) {
        return None;
    }
    let (number, next) = match count(words, at + 1) {
        Some((Some(number), end)) if unit(words, end).is_some() => (number, end),
        _ => (1, at + 1),
    };
    let cycle = match word(words, next)? {
        // "every minute of it" is a manner of speaking.
        Word::Unit(Unit::Second | Unit::Minute) if number == 1 => return None,
        Word::Unit(unit) => Cycle::Unit(unit),
        Word::Quarter => Cycle::Unit(Unit::Quarter),
        Word::Weekday(weekday) => Cycle::Weekday(weekday),
        Word::Month(month) | Word::MaybeMonth(month) => Cycle::Month(month),
        Word::Season(season) => Cycle::Season(season),
        Word::Weekend => Cycle::Weekend,
        Word::Feast(month, day) => Cycle::Feast(month, day),
        Word::PartOfDay(_) | Word::Night => Cycle::PartOfDay,
        _ => return None,
    };
    (number > 0).then_some((Expression::Every(cycle, number), next + 1))
}

/// "daily", "annually": but not "Daily Mail", nor "a daily newspaper", which says of what kind it is.
pub(super) fn often(words: Words, at: usize) -> Option<(Expression, usize)> {
    let Some(Word::Often(unit)) = word(words, at) else { return None };
    let is_kind = words.is_capital(at) || words.is_word(at + 1) && lead_of(words, at + 1).is_none();
    let stands = !is_kind && !is_article(words, words.before(at));
    stands.then_some((Expression::Every(Cycle::Unit(unit), 1), at + 1))
}
