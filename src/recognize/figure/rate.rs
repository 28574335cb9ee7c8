//! What things are counted by.

use std::borrow::Cow;

use super::unit::MOST_TOKENS;
use crate::lang::unit::{Rate, UnitKind, Written};
use crate::recognize::grammar::{Words, is_hyphen, longest};

/// What things are counted by, from token `at`: "a barrel", "per square foot", "/hour", "-a-day".
pub(super) fn rate(words: Words, at: usize) -> Option<(Cow<'static, str>, usize)> {
    let units = &words.language.units;
    let at = at + usize::from(is_hyphen(words.word(at)));
    let rate = units.rates.get(words.normal(at))?;
    let noun = at + 1 + usize::from(is_hyphen(words.word(at + 1)));
    if let Some((unit, end)) = longest(words, &units.names, noun, MOST_TOKENS)
        // "three each in May"
        && unit.written != Written::Glued
        && !matches!(unit.kind, UnitKind::Percent | UnitKind::Point | UnitKind::Multiple | UnitKind::Age)
    {
        let is_date = unit.kind == UnitKind::Time && words.language.figures.date_ends.has(words.normal(end));
        return (!is_date).then_some((Cow::Borrowed(unit.name), end));
    }
    if let Some(&name) = units.counted_by.get(words.normal(noun)) {
        return Some((Cow::Borrowed(name), noun + 1));
    }
    let is_noun = words.is_word(noun) && !words.language.grammar.binds(words.normal(noun));
    if *rate == Rate::Any && is_noun && (words.normal(at) != "/" || words.is_glued(noun)) {
        return Some((Cow::Owned(words.normal(noun).to_owned()), noun + 1));
    }
    None
}
