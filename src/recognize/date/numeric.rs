//! Dates in digits alone: "2022-02-24", "2/24/2022", "24.02.2022".

use super::super::grammar::Words;
use super::absolute::{Found, valid_day};
use super::expression::Moment;
use super::lexeme::{digits, is_fragment, is_glued_hyphen, is_range_dash, lead};
use super::year::in_century;
use crate::lang::calendar::Lead;

/// A date in digits at token `at`.
pub(super) fn from_number(words: Words, at: usize) -> Option<Found> {
    if is_fragment(words, at) {
        return None;
    }
    iso(words, at) // first: it cannot be anything else
        .or_else(|| slashed(words, at))
        .or_else(|| dotted(words, at))
        .or_else(|| month_and_year(words, at))
        .or_else(|| year_and_month(words, at)) // last: "2015-16" are two years
}

/// "2022-02-24", "2022/02/24".
fn iso(words: Words, at: usize) -> Option<Found> {
    let year = digits(words, at, 4, 4).filter(|&year| year >= 1000)?;
    let separator = words.word(at + 1);
    let separates = is_range_dash(words, at + 1) || separator == "/";
    let is_glued = (at + 1..at + 5).all(|part| words.is_glued(part));
    if !separates || !is_glued || words.word(at + 3) != separator {
        return None;
    }
    let month = i8::try_from(digits(words, at + 2, 1, 2)?).ok()?;
    let day = i8::try_from(digits(words, at + 4, 1, 2)?).ok()?;
    Some(Found::one(valid_day(Some(year), month, day)?, at + 5))
}

/// "2/24/2022", "24-02-2022", "2/24" after a word that dates follow.
fn slashed(words: Words, at: usize) -> Option<Found> {
    let first = i8::try_from(digits(words, at, 1, 2)?).ok()?;
    let separator = words.word(at + 1);
    let is_slash = separator == "/";
    if !is_slash && !is_glued_hyphen(words, at + 1) || !words.is_glued(at + 1) || !words.is_glued(at + 2) {
        return None;
    }
    let second = i8::try_from(digits(words, at + 2, 1, 2)?).ok()?;
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let has_year = words.word(at + 3) == separator && words.is_glued(at + 3) && words.is_glued(at + 4);
    if has_year {
        let year = digits(words, at + 4, 4, 4).filter(|&year| year >= 1000);
        let year = year.or_else(|| digits(words, at + 4, 2, 2).filter(|_| is_slash).map(in_century))?;
        valid_day(Some(year), month, day)?;
        let goes_on =
            words.is_glued(at + 5) && matches!(words.word(at + 5), "-" | "/") && words.is_glued(at + 6);
        let moment = Moment::Slashed { first, second, year: Some(year) };
        return (!goes_on).then_some(Found::one(moment, at + 5));
    }
    valid_day(None, month, day)?;
    let is_date =
        is_slash && matches!(lead(words, at), Some(Lead::Since | Lead::Until | Lead::Before | Lead::After));
    is_date.then_some(Found::one(Moment::Slashed { first, second, year: None }, at + 3))
}

/// "24.02.2022", "24.2.22": one token, day first wherever it is written so; "2022.02.24".
fn dotted(words: Words, at: usize) -> Option<Found> {
    let mut parts = words.word(at).split('.');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = parts.next().is_none()
        && [first, second, third].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !fits || !(1..=2).contains(&second.len()) {
        return None;
    }
    let part = |part: &str| part.parse::<i8>().ok();
    let (year, month, day) = match (first.len(), third.len()) {
        (1 | 2, 4) => (third.parse().ok()?, part(second)?, part(first)?),
        (2, 2) => (in_century(third.parse().ok()?), part(second)?, part(first)?),
        (4, 1 | 2) => (first.parse().ok()?, part(second)?, part(third)?),
        _ => return None,
    };
    // "05.25.2015": only so can it be a day.
    let (month, day) = if month > 12 && first.len() < 4 { (day, month) } else { (month, day) };
    Some(Found::one(valid_day(Some(year), month, day)?, at + 1))
}

/// "04/2016".
fn month_and_year(words: Words, at: usize) -> Option<Found> {
    let month = digits(words, at, 1, 2).filter(|month| (1..=12).contains(month))?;
    let is_glued = words.is_glued(at + 1) && words.is_glued(at + 2);
    let year = digits(words, at + 2, 4, 4).filter(|year| (1900..=2100).contains(year))?;
    let fits = words.word(at + 1) == "/" && is_glued && words.word(at + 3) != "/";
    let moment = Moment::Month { year: Some(year), month: i8::try_from(month).ok()? };
    fits.then_some(Found::one(moment, at + 3))
}

/// "2021-11": a month, where the second number is not a later year.
fn year_and_month(words: Words, at: usize) -> Option<Found> {
    let year = digits(words, at, 4, 4).filter(|year| (1900..=2100).contains(year))?;
    let month = digits(words, at + 2, 2, 2).filter(|month| (1..=12).contains(month))?;
    let fits = is_glued_hyphen(words, at + 1) && month <= year % 100 && !is_range_dash(words, at + 3);
    let moment = Moment::Month { year: Some(year), month: i8::try_from(month).ok()? };
    fits.then_some(Found::one(moment, at + 3))
}
