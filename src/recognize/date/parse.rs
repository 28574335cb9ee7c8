//! From tokens to expressions: which forms are tried where.

use super::super::grammar::Words;
use super::absolute::{Found, from_day, from_month, from_weekday, month};
use super::combine::{skip_part_of_day, time_first, with_time};
use super::expression::{Expression, Moment, Stamp};
use super::lexeme::{is_article, is_counted, is_glued_hyphen, rank, rank_before, word};
use super::range::{is_day, reach_other_end};
use super::{feast, numeric, offset, part, relative, set, year};
use crate::lang::calendar::{Edge, Unit, Word};
use crate::text::TokenKind;

/// An expression and its tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub expression: Expression,
    pub start: usize,
    pub end: usize,
}

/// What can begin or carry a date at token `at`: one look-up decides it for most tokens.
pub(super) fn read(words: Words, floor: usize, at: usize) -> Option<Reading> {
    let first = match words.kind(at)? {
        TokenKind::Word => match word(words, at) {
            None if feast::named_feast(words, at).is_none() => return None,
            Some(Word::Each | Word::Often(_)) => {
                let (expression, end) = set::every(words, at).or_else(|| set::often(words, at))?;
                return Some(Reading { expression, start: at, end });
            }
            _ => point(words, floor, at)?,
        },
        TokenKind::Number => point(words, floor, at)?,
        TokenKind::Mark => {
            let found = year::from_apostrophe(words, at)?;
            Point { low: Stamp::of(found.low), high: None, start: at, end: found.end }
        }
        TokenKind::Address => return None,
    };
    let point = reach_other_end(words, first).unwrap_or(first);
    let expression = match point.high {
        Some(high) => Expression::Between(point.low, high),
        None => Expression::At(point.low),
    };
    Some(Reading { expression, start: point.start, end: point.end })
}

/// A day, a time or both; `high` where the words themselves are a stretch ("May 5-7").
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub low: Stamp,
    pub high: Option<Stamp>,
    pub start: usize,
    pub end: usize,
}

/// A date with its time, or a time with its date.
pub(super) fn point(words: Words, floor: usize, at: usize) -> Option<Point> {
    if let Some(point) = time_first(words, floor, at) {
        return Some(point);
    }
    let (found, edge, start) = moment(words, floor, at)?;
    let found = relative::with_shifted(words, found).unwrap_or(found);
    let low = Stamp { moment: Some(found.low), clock: None, edge };
    let point = Point { low, high: found.high.map(Stamp::of), start, end: found.end };
    if point.high.is_some() || !is_day(found.low) {
        return Some(point);
    }
    let narrowed = Point { end: skip_part_of_day(words, point.end), ..point };
    Some(with_time(words, narrowed).unwrap_or(narrowed))
}

/// The date at token `at`, which part of it, and its first token, not before token `floor`.
pub(super) fn moment(words: Words, floor: usize, at: usize) -> Option<(Found, Option<Edge>, usize)> {
    let here = |found: Option<Found>| found.map(|found| (found, None, at));
    let back = |found: Option<(Found, usize)>| found.map(|(found, start)| (found, None, start));
    // First: "May Day" begins with a month, "Good Friday" holds a weekday.
    if let Some(found) = feast::feast(words, at) {
        return here(Some(found));
    }
    let Some(word) = word(words, at) else {
        return here(
            numeric::from_number(words, at) // first: its digits are days and years as well
                .or_else(|| from_day(words, at)) // "24 February"
                .or_else(|| year::from_number(words, at)), // last: it is only a number
        );
    };
    match word {
        Word::Month(_) | Word::MaybeMonth(_) => {
            back(spelled_day(words, floor, at)).or_else(|| here(from_month(words, at)))
        }
        Word::Weekday(_) | Word::MaybeWeekday(_) => {
            back(part::nth_weekday(words, floor, at)).or_else(|| here(from_weekday(words, at)))
        }
        Word::Shift(_) => here(relative::shifted(words, at)),
        Word::Day(_) => here(relative::near(words, at)),
        Word::Unit(Unit::Century) => {
            back(year::century(words, floor, at)).or_else(|| back(offset::around_unit(words, floor, at)))
        }
        Word::Unit(_) => {
            back(offset::around_unit(words, floor, at)).or_else(|| here(part::unit_end(words, at)))
        }
        Word::Quarter => {
            back(part::part_of_year(words, floor, at)).or_else(|| back(offset::around_unit(words, floor, at)))
        }
        Word::Half | Word::QuarterNumber(_) => back(part::part_of_year(words, floor, at)),
        Word::Season(_) => here(part::season(words, at)),
        Word::Weekend => {
            here(is_article(words, words.before(at)).then_some(Found::one(Moment::Weekend, at + 1)))
        }
        Word::Decade(_) => here(year::from_decade_word(words, at)),
        Word::Edge => here(edged(words, at).or_else(|| relative::within(words, at))),
        Word::Away(_) => here(relative::within(words, at)),
        Word::EdgeOf(_) => {
            let (edge, next) = part::edge_of(words, at)?;
            let found = long_moment(words, next).or_else(|| part::present_unit(words, next))?;
            Some((found, Some(edge), at))
        }
        Word::Fiscal => here(part::fiscal(words, at)),
        _ => None,
    }
}

/// "third of March", "twenty-first of May 2015", at the month.
fn spelled_day(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let of = at
        .checked_sub(1)
        .filter(|&of| of > floor && words.language.calendar.partitives.has(words.normal(of)))?;
    let (_, start) = rank_before(words, floor, of)?;
    Some((from_day(words, start)?, start))
}

/// "early March", "mid-1990s", "late last year", "late Friday".
fn edged(words: Words, at: usize) -> Option<Found> {
    let next = at + 1 + usize::from(is_glued_hyphen(words, at + 1));
    long_moment(words, next).or_else(|| from_weekday(words, next)).or_else(|| relative::near(words, next))
}

/// A month, year, decade, century, season or shifted unit after words that leave no doubt.
fn long_moment(words: Words, at: usize) -> Option<Found> {
    if let Some((month, _)) = month(words, at) {
        return Some(match year::year_after(words, at + 1) {
            Some((year, end)) => Found::one(Moment::Month { year: Some(year), month }, end),
            None => Found::one(Moment::Month { year: None, month }, at + 1),
        });
    }
    if let Some(found) = year::from_number(words, at) {
        return Some(found);
    }
    if let Some(year) = year::plain_year(words, at).filter(|_| !is_counted(words, at + 1)) {
        return Some(Found::one(Moment::Year(year), at + 1));
    }
    if let Some((_, end)) = rank(words, at) {
        let unit = end + usize::from(is_glued_hyphen(words, end));
        if word(words, unit) == Some(Word::Unit(Unit::Century)) {
            return year::century(words, at, unit).map(|(found, _)| found);
        }
    }
    part::season(words, at)
        .or_else(|| relative::shifted(words, at))
        .or_else(|| year::from_decade_word(words, at))
}
