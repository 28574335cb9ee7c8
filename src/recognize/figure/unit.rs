//! Units after a number.

use std::borrow::Cow;

use super::amount::Amount;
use super::part;
use super::rate::rate;
use crate::lang::Table;
use crate::lang::unit::{Unit, UnitKind, Written};
use crate::recognize::grammar::{Words, is_hyphen, longest};
use crate::recognize::{Decimal, FigureKind, numeral};

/// No unit has more tokens than "degrees - Fahrenheit" and the like, hyphens included.
pub(super) const MOST_TOKENS: usize = 6;

/// How far from degrees the word may stand that says what they are of: about a clause.
const REACH_OF_DEGREES: usize = 8;

/// Gives the amount the unit that stands after it, and what it is counted by.
pub(super) fn attach(words: Words, amount: &mut Amount) {
    if let Some((unit, end)) = after(words, amount) {
        amount.end = end;
        amount.kind = kind(words, unit, amount.start..end);
        amount.unit = (unit.kind != UnitKind::Multiple).then_some(Cow::Borrowed(unit.name));
        part::add(words, amount);
        add_rate(words, amount, unit);
    } else if !part::by_mark(words, amount) {
        amount.per = rate(words, amount.end);
    }
    below_zero(words, amount);
}

/// What the amount is counted by; a length by a time is a speed, and so belongs to the unit.
fn add_rate(words: Words, amount: &mut Amount, unit: &Unit) {
    let Some((per, end)) = rate(words, amount.end) else { return };
    let is_time = words.language.units.names.get(&per).is_some_and(|unit| unit.kind == UnitKind::Time);
    let physical = matches!(unit.kind, UnitKind::Length | UnitKind::Other);
    // "5 W/min" is one unit of physics.
    let symbols = physical && words.word(amount.end) == "/" && words.is_glued(amount.end);
    if (unit.kind == UnitKind::Length && is_time) || symbols {
        amount.unit = Some(Cow::Owned(format!("{} per {per}", unit.name)));
        amount.end = end;
        amount.per = rate(words, end);
    } else {
        amount.per = Some((per, end));
    }
}

/// "20 below zero", "5 degrees below zero"
fn below_zero(words: Words, amount: &mut Amount) {
    let units = &words.language.units;
    let plain = amount.kind == FigureKind::Cardinal && amount.unit.is_none();
    if !plain && amount.kind != FigureKind::Temperature {
        return;
    }
    if let Some((_, end)) = longest(words, &units.below_zero, amount.end, 2) {
        amount.value = amount.value.map(Decimal::negated);
        amount.end = end;
        amount.kind = FigureKind::Temperature;
        amount.unit.get_or_insert(Cow::Borrowed(units.degree));
    }
}

/// The unit at the amount's end: glued, after a space or a hyphen, perhaps with a word between.
fn after<'d>(words: Words<'d>, amount: &Amount) -> Option<(&'d Unit, usize)> {
    let mut at = amount.end + usize::from(is_hyphen(words.word(amount.end)) && words.is_glued(amount.end));
    if let Some(found) = unit(words, at, amount.end) {
        return Some(found);
    }
    if let Some(found) = bracketed(words, amount.end) {
        return Some(found);
    }
    // "half an hour", "a quarter of a mile", "one and three quarters of an hour"
    let numbers = &words.language.numbers;
    let last = words.normal(words.before(amount.end));
    let divided = numbers.denominators.has(last) || numbers.plural_denominators.has(last);
    // "0.6 of a percent"
    let below_one =
        words.word(amount.end - 1).starts_with("0.") || words.word(amount.end - 1).starts_with('.');
    if amount.kind == FigureKind::Fraction || divided || below_one {
        at = numeral::skip_of(words, at);
        return if at > amount.end { unit(words, at, amount.end) } else { None };
    }
    let units = &words.language.units;
    let (inner, system) = (units.inner.has(words.normal(at)), units.systems.has(words.normal(at)));
    let bounds = words.language.figures.bounds_inside.has(words.normal(at));
    let fits = |unit: &Unit| match unit.kind {
        UnitKind::Time => inner,
        UnitKind::Length | UnitKind::Other => system || bounds,
        _ => false,
    };
    if inner || system { unit(words, at + 1, amount.end).filter(|(unit, _)| fits(unit)) } else { None }
}

/// "20 (kg)", as tables write it.
fn bracketed<'d>(words: Words<'d>, at: usize) -> Option<(&'d Unit, usize)> {
    let closing = match words.word(at) {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        _ => return None,
    };
    let (unit, end) = unit(words, at + 1, at)?;
    let measures = !matches!(unit.kind, UnitKind::Age | UnitKind::Multiple);
    (words.word(end) == closing && measures).then_some((unit, end + 1))
}

/// The unit written at token `at`, after a number that ends before token `end`.
pub(super) fn unit<'d>(words: Words<'d>, at: usize, end: usize) -> Option<(&'d Unit, usize)> {
    let (unit, unit_end) = longest(words, &words.language.units.names, at, MOST_TOKENS)?;
    let believed = match unit.written {
        Written::Anyhow => true,
        Written::Exactly(letters) => words.word(unit_end - 1) == letters,
        Written::Glued => {
            // Apart it is believed where nothing follows that the word could lead to: "it is 2 in."
            let last = words.ends(unit_end) && words.is_number(words.before(end));
            at == end && (words.is_glued(at) || last) && !words.is_capital(at)
        }
        Written::Last => {
            let figures = &words.language.figures;
            let one = figures.pronouns.has(words.normal(words.before(end)));
            let noun = words.is_word(unit_end) && !words.language.grammar.binds(words.normal(unit_end));
            !one && !noun && !words.is_capital(at)
        }
    };
    (believed && !is_cut(words, unit_end) && !is_letter_of_name(words, unit, unit_end))
        .then_some((unit, unit_end))
}

/// Whether what looks like a unit goes on: "5 min-utes", "2 m-long" may, letters and "24 L-202" may not.
fn is_cut(words: Words, end: usize) -> bool {
    let letters = words.is_word(end) && !words.normal(end).starts_with('\'');
    let number = is_hyphen(words.word(end)) && words.is_glued(end + 1) && words.is_number(end + 1);
    let letter = words.word(end - 1).len() == 1 && words.is_capital(end - 1) && !words.is_glued(end - 1);
    words.is_glued(end) && (letters || (number && letter))
}

/// Whether the single letter before token `end` names what follows: "a 13F filing", "the 2C rocket"; not
/// where a word nearby speaks of heat ("a 40C heatwave").
fn is_letter_of_name(words: Words, unit: &Unit, end: usize) -> bool {
    let figures = &words.language.figures;
    let letter = unit.kind == UnitKind::Temperature && matches!(unit.written, Written::Exactly(_));
    let noun = words.is_word(end) && !words.language.grammar.binds(words.normal(end));
    let slash = words.word(end) == "/" && words.is_glued(end);
    letter && (slash || (noun && !is_near(words, end - 1..end, &figures.heat)))
}

/// Whether one of the words stands about a clause from the range.
fn is_near(words: Words, range: std::ops::Range<usize>, table: &Table<()>) -> bool {
    let near = range.start.saturating_sub(REACH_OF_DEGREES)..range.end + REACH_OF_DEGREES;
    near.into_iter().any(|at| table.has(words.normal(at)))
}

pub(super) fn kind(words: Words, unit: &Unit, range: std::ops::Range<usize>) -> FigureKind {
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
    let turns = is_near(words, range, &words.language.figures.angles);
    if turns { FigureKind::Measure } else { FigureKind::Temperature }
}

/// Whether a unit stands at token `at`, perhaps after a hyphen: "half-litre", "half day".
pub(super) fn stands(words: Words, at: usize) -> bool {
    let at = at + usize::from(is_hyphen(words.word(at)));
    let long = words.word(at).len() > 2;
    long && unit(words, at, at)
        .is_some_and(|(unit, _)| !matches!(unit.kind, UnitKind::Age | UnitKind::Multiple))
}
