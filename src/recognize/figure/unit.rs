//! Units after a number, and what things are counted by.

use std::borrow::Cow;

use super::amount::Amount;
use crate::lang::unit::{Rate, Unit, UnitKind, Written};
use crate::recognize::grammar::{Words, is_hyphen, longest};
use crate::recognize::numeral;
use crate::recognize::{Decimal, FigureKind};

/// No unit has more tokens than "degrees - Fahrenheit" and the like, hyphens included.
const MOST_TOKENS: usize = 6;

/// How far from degrees the word may stand that says what they are of: about a clause.
const REACH_OF_DEGREES: usize = 8;

/// Gives the amount the unit that stands after it, and what it is counted by.
pub(super) fn attach(words: Words, amount: &mut Amount) {
    let Some((unit, end)) = after(words, amount) else {
        amount.per = rate(words, amount.end);
        return;
    };
    amount.end = end;
    amount.kind = kind(words, unit, amount.start..end);
    amount.unit = (unit.kind != UnitKind::Multiple).then_some(Cow::Borrowed(unit.name));
    add_parts(words, amount);
    let end = amount.end;
    let Some((per, after)) = rate(words, end) else { return };
    let is_time = words.language.units.names.get(&per).is_some_and(|unit| unit.kind == UnitKind::Time);
    if unit.kind == UnitKind::Length && is_time {
        amount.unit = Some(Cow::Owned(format!("{} per {per}", unit.name)));
        amount.end = after;
    } else {
        amount.per = Some((per, after));
    }
}

/// Adds what follows in smaller units or as a fraction: "7 feet 10 inches", "an hour and a half". The
/// sum is told in the smallest unit, where it is exact.
fn add_parts(words: Words, amount: &mut Amount) {
    while let Some(whole) = add_part(words, amount) {
        *amount = whole;
    }
    let Some(value) = amount.value else { return };
    if words.language.numbers.joiners.has(words.normal(amount.end))
        && words.language.numbers.articles.has(words.normal(amount.end + 1))
        && let Some(part) = numeral::fraction(words, amount.end + 1)
        && !words.is_word(part.end)
    {
        amount.value = value.plus(part.value);
        amount.end = part.end;
    }
}

/// The amount with the next smaller part, "and 10 inches".
fn add_part(words: Words, amount: &Amount) -> Option<Amount> {
    let comma = usize::from(words.word(amount.end) == ",");
    let and = usize::from(words.language.numbers.joiners.has(words.normal(amount.end + comma)));
    let part = numeral::cardinal(words, amount.end + comma + and)?;
    // After feet even "in" is a unit, so it does not matter how it is written.
    let (unit, end) = longest(words, &words.language.units.names, part.end, MOST_TOKENS)?;
    let whole = words.language.units.parts.get(unit.name)?;
    if amount.unit.as_deref() != Some(whole.of) {
        return None;
    }
    let sum = amount.value?.times(Decimal::whole(i64::from(whole.count)))?.plus(part.value)?;
    let mut amount = amount.clone();
    amount.value = Some(sum);
    amount.unit = Some(Cow::Borrowed(unit.name));
    amount.end = end;
    Some(amount)
}

/// The unit at the amount's end: glued, after a space or a hyphen, perhaps with a word between.
fn after<'d>(words: Words<'d>, amount: &Amount) -> Option<(&'d Unit, usize)> {
    let mut at = amount.end + usize::from(is_hyphen(words.word(amount.end)) && words.is_glued(amount.end));
    if let Some(found) = unit(words, at, amount.end) {
        return Some(found);
    }
    // "half an hour", "a quarter of a mile"
    if amount.kind == FigureKind::Fraction {
        let numbers = &words.language.numbers;
        at += usize::from(numbers.partitives.has(words.normal(at)));
        at += usize::from(numbers.articles.has(words.normal(at)));
        return if at > amount.end { unit(words, at, amount.end) } else { None };
    }
    if words.language.units.inner.has(words.normal(at)) {
        return unit(words, at + 1, amount.end).filter(|(unit, _)| unit.kind == UnitKind::Time);
    }
    None
}

/// The unit written at token `at`, after a number that ends before token `end`.
fn unit<'d>(words: Words<'d>, at: usize, end: usize) -> Option<(&'d Unit, usize)> {
    let (unit, unit_end) = longest(words, &words.language.units.names, at, MOST_TOKENS)?;
    let believed = match unit.written {
        Written::Anyhow => true,
        Written::Exactly(letters) => words.word(unit_end - 1) == letters,
        Written::Glued => at == end && words.is_glued(at) && !words.is_capital(at),
    };
    // "5 min-utes", "2 m-long": a hyphen may follow, letters may not.
    let cut =
        words.is_glued(unit_end) && words.is_word(unit_end) && !words.normal(unit_end).starts_with('\'');
    (believed && !cut).then_some((unit, unit_end))
}

fn kind(words: Words, unit: &Unit, range: std::ops::Range<usize>) -> FigureKind {
    match unit.kind {
        UnitKind::Percent => FigureKind::Percent,
        UnitKind::Point => FigureKind::PercentagePoint,
        UnitKind::Time => FigureKind::Duration,
        UnitKind::Age => FigureKind::Age,
        UnitKind::Temperature => FigureKind::Temperature,
        UnitKind::Degree => degrees(words, range),
        UnitKind::Multiple => FigureKind::Multiple,
        UnitKind::Length | UnitKind::Other => FigureKind::Measure,
    }
}

/// Degrees are of heat unless a word nearby says that something turns.
fn degrees(words: Words, range: std::ops::Range<usize>) -> FigureKind {
    let from = range.start.saturating_sub(REACH_OF_DEGREES);
    let near = from..range.end + REACH_OF_DEGREES;
    let turns = near.into_iter().any(|at| words.language.figures.angles.has(words.normal(at)));
    if turns { FigureKind::Measure } else { FigureKind::Temperature }
}

/// Whether a unit stands at token `at`, perhaps after a hyphen: "half-litre", "half day".
pub(super) fn stands(words: Words, at: usize) -> bool {
    let at = at + usize::from(is_hyphen(words.word(at)));
    let long = words.word(at).len() > 2;
    long && unit(words, at, at)
        .is_some_and(|(unit, _)| !matches!(unit.kind, UnitKind::Age | UnitKind::Multiple))
}

/// What things are counted by, from token `at`: "a barrel", "per square foot", "/hour", "-a-day".
pub(super) fn rate(words: Words, at: usize) -> Option<(Cow<'static, str>, usize)> {
    let units = &words.language.units;
    let at = at + usize::from(is_hyphen(words.word(at)));
    let rate = units.rates.get(words.normal(at))?;
    let noun = at + 1 + usize::from(is_hyphen(words.word(at + 1)));
    if let Some((unit, end)) = longest(words, &units.names, noun, MOST_TOKENS)
        && !matches!(unit.kind, UnitKind::Percent | UnitKind::Point | UnitKind::Multiple | UnitKind::Age)
    {
        let is_date = unit.kind == UnitKind::Time && words.language.figures.date_ends.has(words.normal(end));
        return (!is_date).then_some((Cow::Borrowed(unit.name), end));
    }
    if let Some(&name) = units.counted_by.get(words.normal(noun)) {
        return Some((Cow::Borrowed(name), noun + 1));
    }
    let is_noun = words.is_word(noun) && !words.language.figures.function_words.has(words.normal(noun));
    if *rate == Rate::Any && is_noun && (words.normal(at) != "/" || words.is_glued(noun)) {
        return Some((Cow::Owned(words.normal(noun).to_owned()), noun + 1));
    }
    None
}

/// "a century", "a mile": an article and a unit, where the words around make it an amount.
pub(super) fn single(words: Words, at: usize) -> Option<Amount> {
    let language = words.language;
    if !language.numbers.articles.has(words.normal(at)) {
        return None;
    }
    let (unit, end) = unit(words, at + 1, at)?;
    let figures = &language.figures;
    let mut amount = Amount::plain(at, end, Decimal::whole(1));
    amount.kind = kind(words, unit, at..end);
    amount.unit = Some(Cow::Borrowed(unit.name));
    add_parts(words, &mut amount);
    let opened = amount.end > end || figures.duration_openers.has(words.normal(words.before(at)));
    let is_date = figures.date_closers.has(words.normal(end));
    // Written out: "an SEC filing" holds no second.
    let long = words.word(end - 1).len() > 2 && !words.is_capital(end - 1);
    let ordinal = language.numbers.ordinals.has(words.normal(at + 1));
    let fits = matches!(unit.kind, UnitKind::Time | UnitKind::Length | UnitKind::Other) && !ordinal;
    if !opened || is_date || !fits || !long || is_hyphen(words.word(end)) {
        return None;
    }
    Some(amount)
}
