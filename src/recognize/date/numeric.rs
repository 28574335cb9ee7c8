//! Dates in digits alone: "2022-02-24", "2/24/2022", "24.02.2022".

use super::super::grammar::Words;
use super::absolute::{Found, valid_day};
use super::expression::Moment;
use super::lexeme::{digits, is_counted, is_fragment, is_glued_hyphen, is_range_dash, lead, lead_of, word};
use super::year::{in_century, year_after};
use crate::lang::calendar::Lead;

/// A date in digits at token `at`.
pub(super) fn from_number(words: Words, at: usize) -> Option<Found> {
    if is_fragment(words, at) {
        return None;
    }
    iso(words, at) // first: it cannot be anything else
        .or_else(|| compact(words, at))
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

/// "20220224", of the last two centuries.
fn compact(words: Words, at: usize) -> Option<Found> {
    let word = words.word(at);
    if word.len() != 8 || !(word.starts_with("19") || word.starts_with("20")) {
        return None;
    }
    let year = word.get(..4)?.parse().ok()?;
    let (month, day) = (word.get(4..6)?.parse().ok()?, word.get(6..)?.parse().ok()?);
    let goes_on = is_counted(words, at + 1) || words.is_glued(at + 1) && words.is_word(at + 1);
    Some(Found::one(valid_day(Some(year), month, day).filter(|_| !goes_on)?, at + 1))
}

/// "[Friday] 7/6", "[Friday] 12-30-16", "[Friday] 2018-7-6": what a weekday before it leaves no doubt about.
pub(super) fn after_weekday(words: Words, at: usize) -> Option<Found> {
    // "Sunday, 1-1" is a score.
    let is_slash = words.word(at + 1) == "/";
    iso(words, at)
        .or_else(|| with_year(words, at, true))
        .or_else(|| without_year(words, at).filter(|_| is_slash))
}

/// "2/24/2022", "24-02-2022", "2/24" after a word that dates follow, "5/1-5/7, 2020".
fn slashed(words: Words, at: usize) -> Option<Found> {
    if let Some(found) = with_year(words, at, words.is_all(at..at + 5)) {
        return Some(found);
    }
    let found = without_year(words, at).filter(|_| words.word(at + 1) == "/")?;
    if let Some(&year) = words.language.calendar.marked_days.get(words.text(words.span(at..at + 3))) {
        let Moment::Slashed { first, second, .. } = found.low else { return None };
        let before = words.before(at);
        // "Fahrenheit 9/11"
        if words.is_capital(before) && lead_of(words, before).is_none() && word(words, before).is_none() {
            return None;
        }
        return Some(Found::one(valid_day(Some(year), first, second)?, at + 3));
    }
    if let Some(ranged) = ranged(words, at, found) {
        return Some(ranged);
    }
    let opener = lead(words, at);
    let is_led = matches!(opener, Some(Lead::Since | Lead::Until | Lead::Before | Lead::After));
    let is_on = words.language.calendar.day_leads.has(words.normal(words.before(at)))
        && (words.ends(found.end) || lead_of(words, found.end).is_some_and(|lead| lead != Lead::At));
    // "2/15" alone is as often a fraction.
    (is_led || is_on).then_some(found)
}

/// "5/1-[5/7, 2020]": both ends of a range, of which only the last may have a year.
fn ranged(words: Words, at: usize, first: Found) -> Option<Found> {
    let next = Some(first.end + 1).filter(|_| is_glued_hyphen(words, first.end))?;
    let last = with_year(words, next, false).or_else(|| without_year(words, next))?;
    let (year, end) = match (last.low, year_after(words, last.end)) {
        (Moment::Slashed { year: None, .. }, Some((year, end))) => (Some(year), end),
        (Moment::Slashed { year, .. }, _) => (year, last.end),
        _ => return None,
    };
    let dated = |moment: Moment| match moment {
        Moment::Slashed { first, second, year: own } => Moment::Slashed { first, second, year: own.or(year) },
        other => other,
    };
    let opener = lead(words, at);
    let stands =
        year.is_some() || matches!(opener, Some(Lead::From | Lead::Between)) || words.is_all(at..end);
    stands.then_some(Found { high: Some(dated(last.low)), end, ..Found::one(dated(first.low), first.end) })
}

/// The two numbers of a day and a month in either order, and whether a slash joins them.
fn day_and_month(words: Words, at: usize) -> Option<(i8, i8, bool)> {
    let first = i8::try_from(digits(words, at, 1, 2)?).ok()?;
    let is_slash = words.word(at + 1) == "/";
    if !is_slash && !is_glued_hyphen(words, at + 1) || !words.is_glued(at + 1) || !words.is_glued(at + 2) {
        return None;
    }
    Some((first, i8::try_from(digits(words, at + 2, 1, 2)?).ok()?, is_slash))
}

/// "2/24/2022"; with hyphens only years of four digits leave no doubt, unless something else does.
fn with_year(words: Words, at: usize, is_sure: bool) -> Option<Found> {
    let (first, second, is_slash) = day_and_month(words, at)?;
    let joined = words.word(at + 3) == words.word(at + 1) && words.is_glued(at + 3) && words.is_glued(at + 4);
    let year = digits(words, at + 4, 4, 4).filter(|&year| joined && year >= 1000);
    let short = || digits(words, at + 4, 2, 2).filter(|_| joined && (is_slash || is_sure)).map(in_century);
    let year = year.or_else(short)?;
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    valid_day(Some(year), month, day)?;
    let goes_on = words.is_glued(at + 5) && words.is_glued(at + 6);
    let is_end = words.word(at + 5) == "-" && day_and_month(words, at + 6).is_some();
    let goes_on = goes_on && matches!(words.word(at + 5), "-" | "/") && !is_end;
    (!goes_on).then_some(Found::one(Moment::Slashed { first, second, year: Some(year) }, at + 5))
}

/// "2/24"
fn without_year(words: Words, at: usize) -> Option<Found> {
    let (first, second, _) = day_and_month(words, at)?;
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    valid_day(None, month, day)?;
    let goes_on = words.is_glued(at + 3) && words.is_glued(at + 4);
    let goes_on = goes_on && matches!(words.word(at + 3), "/" | ".") || words.normal(at + 3) == "%";
    (!goes_on).then_some(Found::one(Moment::Slashed { first, second, year: None }, at + 3))
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

/// "2021-11", "2014/10": a month, where the second number is not a later year.
fn year_and_month(words: Words, at: usize) -> Option<Found> {
    let year = digits(words, at, 4, 4).filter(|year| (1900..=2100).contains(year))?;
    let month = digits(words, at + 2, 2, 2).filter(|month| (1..=12).contains(month))?;
    let is_slash = words.word(at + 1) == "/" && words.is_glued(at + 1) && words.is_glued(at + 2);
    let goes_on = is_range_dash(words, at + 3) || words.word(at + 3) == "/";
    let fits = (is_slash || is_glued_hyphen(words, at + 1)) && month <= year % 100 && !goes_on;
    let moment = Moment::Month { year: Some(year), month: i8::try_from(month).ok()? };
    fits.then_some(Found::one(moment, at + 3))
}
