//! Smaller units after larger ones: "7 feet 10 inches", "an hour and a half", "six foot two", "6'2".

use std::borrow::Cow;

use super::amount::Amount;
use super::unit::MOST_TOKENS;
use crate::lang::number::NumberWord;
use crate::lang::unit::Units;
use crate::recognize::grammar::{Words, is_hyphen, is_tie, longest};
use crate::recognize::numeral::{self, Form, Numeral};
use crate::recognize::{Decimal, FigureKind};

/// Longer things are not measured in inches: color="666666".
const MOST_INCHES: Decimal = Decimal::whole(1000);

/// Adds what follows in smaller units or as a fraction: "7 feet 10 inches", "an hour and a half". The
/// sum is told in the smallest unit.
pub(super) fn add(words: Words, amount: &mut Amount) {
    while let Some(whole) = named(words, amount) {
        *amount = whole;
    }
    if let Some(whole) = unsaid(words, amount) {
        *amount = whole;
    }
    add_fraction(words, amount);
}

/// "and a half"
pub(super) fn add_fraction(words: Words, amount: &mut Amount) {
    let Some(value) = amount.value else { return };
    let numbers = &words.language.numbers;
    // "a year and a half", "a year-and-a-half"
    let skip_hyphen = |at| at + usize::from(is_hyphen(words.word(at)) && words.is_glued(at + 1));
    let joiner = skip_hyphen(amount.end);
    let first = skip_hyphen(joiner + 1);
    if !numbers.joiners.has(words.normal(joiner)) || !numbers.articles.has(words.normal(first)) {
        return;
    }
    let Some(part) = numeral::fraction(words, first) else { return };
    let half = numbers.denominators.get(words.normal(part.end - 1)) == Some(&NumberWord::Small(2));
    if half || !words.is_word(part.end) {
        amount.value = value.plus(part.value);
        amount.end = part.end;
    }
}

/// The amount with the next smaller part, "and 10 inches".
fn named(words: Words, amount: &Amount) -> Option<Amount> {
    let units = &words.language.units;
    let comma = usize::from(words.word(amount.end) == ",");
    let and = usize::from(words.language.numbers.joiners.has(words.normal(amount.end + comma)));
    let at = amount.end + comma + and;
    let one = and == 1 && words.language.numbers.articles.has(words.normal(at));
    let part = if one {
        Numeral { value: Decimal::whole(1), end: at + 1, form: Form::Spelled }
    } else {
        numeral::cardinal(words, at)?
    };
    // After feet even "in" is a unit, so it does not matter how it is written.
    let (name, end) = match longest(words, &units.names, part.end, MOST_TOKENS) {
        Some((unit, end)) => (unit.name, end),
        None => mark(words, part.end)?,
    };
    let count = contained(units, name, amount.unit.as_deref()?)?;
    sum(amount, count, (part.value, name, end))
}

/// The amount with a part whose unit is not said: "six foot two", "an hour thirty".
fn unsaid(words: Words, amount: &Amount) -> Option<Amount> {
    let units = &words.language.units;
    let whole = amount.unit.as_deref()?;
    let name = *units.unsaid_parts.get(whole)?;
    let count = contained(units, name, whole)?;
    let part = hyphenated(words, amount.end, 1..count).or_else(|| bare(words, amount.end, 1..count))?;
    sum(amount, count, (part.value, name, part.end))
}

/// "6-foot-2", whatever it describes.
fn hyphenated(words: Words, at: usize, range: std::ops::Range<i64>) -> Option<Numeral> {
    let part = if is_tie(words, at) && is_hyphen(words.word(words.before(words.before(at)))) {
        numeral::cardinal(words, at + 1)?
    } else {
        return None;
    };
    part.value.to_whole().is_some_and(|value| range.contains(&value)).then_some(part)
}

fn sum(amount: &Amount, count: i64, (value, unit, end): (Decimal, &'static str, usize)) -> Option<Amount> {
    let mut amount = amount.clone();
    amount.value = Some(amount.value?.times(Decimal::whole(count))?.plus(value)?);
    amount.unit = Some(Cow::Borrowed(unit));
    amount.end = end;
    Some(amount)
}

/// How many of the smaller unit make the larger: 3600 seconds an hour.
fn contained(units: &Units, small: &str, large: &str) -> Option<i64> {
    let parts = *units.parts.get(small)?;
    parts.iter().find_map(|part| {
        let below = if part.of == large { 1 } else { contained(units, part.of, large)? };
        Some(i64::from(part.count) * below)
    })
}

/// A bare whole number that can only belong to the amount before it: "fifteen dollars *fifty*", "six foot
/// *two*". Nothing that it could count may follow, and after "and" nothing at all in its clause.
pub(super) fn bare(words: Words, at: usize, range: std::ops::Range<i64>) -> Option<Numeral> {
    let language = words.language;
    let joined = language.numbers.joiners.has(words.normal(at));
    let part = numeral::cardinal(words, at + usize::from(joined))?;
    let fits = part.value.to_whole().is_some_and(|value| range.contains(&value));
    let next = words.normal(part.end);
    let closes = words.ends(part.end)
        || (matches!(next, "," | "." | ";" | ":" | "!" | "?" | ")" | "\"" | "”")
            && !words.is_glued(part.end + 1));
    let leads_on = language.numbers.joiners.has(next)
        || language.numbers.partitives.has(next)
        || language.figures.range_joiners.has(next)
        || language.units.rates.has(next);
    let passes = !joined && language.grammar.binds(next) && !leads_on;
    (fits && (closes || passes)).then_some(part)
}

/// Feet and inches by their marks after bare digits: 6'2", 5". A mark of feet needs inches after it, and
/// a mark that closes a quotation is none.
pub(super) fn by_mark(words: Words, amount: &mut Amount) -> bool {
    let units = &words.language.units;
    let plain = amount.kind == FigureKind::Cardinal && words.is_number(words.before(amount.end));
    let Some((name, end)) = mark(words, amount.end).filter(|_| plain) else { return false };
    let mut found = amount.clone();
    found.kind = FigureKind::Measure;
    found.unit = Some(Cow::Borrowed(name));
    found.end = end;
    if units.unsaid_parts.has(name) {
        let with_part = || {
            let part = numeral::cardinal(words, end)?;
            let (smaller, end) = mark(words, part.end)?;
            sum(&found, contained(units, smaller, name)?, (part.value, smaller, end))
        };
        let Some(whole) = with_part() else { return false };
        found = whole;
    } else if amount.value.is_none_or(|value| value >= MOST_INCHES)
        || closes_quotation(words, amount.end)
        || (words.is_glued(end) && words.word(end) == words.word(end - 1))
    {
        return false;
    }
    *amount = found;
    true
}

/// The unit of the mark that touches token `at`'s left neighbour, and one past it.
fn mark(words: Words, at: usize) -> Option<(&'static str, usize)> {
    let (name, end) = longest(words, &words.language.units.marks, at, 2)?;
    (words.is_glued(at) && (end == at + 1 || words.is_glued(at + 1))).then_some((*name, end))
}

/// Whether the same mark, or one that opens, stands before it an odd number of times.
fn closes_quotation(words: Words, at: usize) -> bool {
    /// Longer quotations are cut into sentences, and each is looked at alone.
    const LONGEST: usize = 80;
    let opens = |token: &usize| {
        let word = words.word(*token);
        let inches = words.is_glued(*token) && words.is_number(words.before(*token));
        (word == words.word(at) && !inches) || matches!(word, "“" | "„" | "``" | "`" | "‘")
    };
    (at.saturating_sub(LONGEST)..at).filter(opens).count() % 2 == 1
}
