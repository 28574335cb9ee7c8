//! An article and a unit or currency that are an amount of one: "a decade", "a gallon of milk", "a dollar".

use std::borrow::Cow;

use super::amount::Amount;
use super::rate::rate;
use super::{part, range, unit};
use crate::lang::unit::UnitKind;
use crate::recognize::grammar::{Words, is_hyphen};
use crate::recognize::{Decimal, FigureKind, numeral};

/// The amount that begins with the article at token `at`, where the words around make it one.
pub(super) fn single(words: Words, at: usize) -> Option<Amount> {
    if !words.language.numbers.articles.has(words.normal(at)) {
        return None;
    }
    measure(words, at).or_else(|| money(words, at))
}

/// "percent of twenty", where nothing else is said: the number behind it.
pub(super) fn share(words: Words, at: usize) -> Option<Amount> {
    // "percent of", "per cent of"
    if !(at + 1..at + 3).any(|at| words.language.numbers.partitives.has(words.normal(at))) {
        return None;
    }
    let (unit, end) = unit::unit(words, at, at)?;
    let of = unit.kind == UnitKind::Percent && words.language.numbers.partitives.has(words.normal(end));
    if !of || at != words.range().start {
        return None;
    }
    let number = numeral::cardinal(words, end + 1)?;
    let mut amount = Amount::plain(at, number.end, number.value);
    amount.kind = FigureKind::Percent;
    amount.unit = Some(Cow::Borrowed(unit.name));
    words.is_all(at..number.end).then_some(amount)
}

/// "a day or two": the bare number takes the unit.
fn or_more(words: Words, one: &Amount) -> Option<Amount> {
    range::range(words, one, None, false).filter(|range| range.per.is_none() && words.is_word(range.end - 1))
}

/// "a century", "a mile and a half", "a gallon of milk"
fn measure(words: Words, at: usize) -> Option<Amount> {
    let (language, figures) = (words.language, &words.language.figures);
    let (unit, end) = unit::unit(words, at + 1, at)?;
    let mut amount = Amount::plain(at, end, Decimal::whole(1));
    amount.kind = unit::kind(words, unit, at..end);
    amount.unit = Some(Cow::Borrowed(unit.name));
    part::add(words, &mut amount);
    amount.per = rate(words, amount.end);
    let physical = matches!(unit.kind, UnitKind::Length | UnitKind::Other);
    let several = or_more(words, &amount);
    amount = several.unwrap_or(amount);
    let of = physical && language.numbers.partitives.has(words.normal(end));
    let opened = amount.end > end || of || is_opened(words, at) || words.is_all(at..end);
    let is_date = amount.end == end && figures.date_closers.has(words.normal(end));
    // Written out: "an SEC filing" holds no second.
    let long = words.word(end - 1).len() > 2 && !words.is_capital(end - 1);
    let idle = language.units.idle.has(unit.name) || language.numbers.ordinals.has(words.normal(at + 1));
    let fits = (unit.kind == UnitKind::Time || physical) && !idle;
    let fits = fits && (long || words.is_all(at..end));
    (opened && !is_date && fits && !is_hyphen(words.word(amount.end))).then_some(amount)
}

/// "for a dollar"
fn money(words: Words, at: usize) -> Option<Amount> {
    let (language, end) = (words.language, at + 2);
    let normal = words.normal(at + 1);
    let name = language.currencies.names.get(normal).filter(|_| language.currencies.singles.has(normal))?;
    let mut amount = Amount::plain(at, end, Decimal::whole(1).scaled(i32::from(name.power))?);
    amount.kind = FigureKind::Money;
    amount.unit = Some(Cow::Borrowed(name.unit));
    if name.power == 0 {
        part::add_fraction(words, &mut amount);
    }
    amount.per = rate(words, end);
    let next = words.normal(end);
    let describes = is_hyphen(next) || (words.is_word(end) && !language.grammar.binds(next));
    if describes || !(is_opened(words, at) || words.is_all(at..end)) {
        return None;
    }
    Some(amount)
}

/// Whether a word before token `at` says that an amount comes: "for", "within", "least".
fn is_opened(words: Words, at: usize) -> bool {
    words.language.figures.duration_openers.has(words.normal(words.before(at)))
}
