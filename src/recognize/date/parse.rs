//! From tokens to expressions: which forms are tried where.

use super::super::grammar::Words;
use super::absolute::{Found, from_day, from_month, from_spelled, from_weekday, from_year, month};
use super::combine::{time_first, with_time, with_title};
use super::expression::{Cycle, Expression, Moment, Stamp};
use super::lexeme::{is_article, is_counted, is_glued_hyphen, leads_to_time, rank, word};
use super::range::{is_day, reach_other_end};
use super::{feast, nth, numeric, offset, part, relative, set, year};
use crate::lang::calendar::{Edge, Lead, Shift, Unit, Word};
use crate::text::TokenKind;

/// An expression and its tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub expression: Expression,
    /// The word inside that says how exact it is: "Friday before noon".
    pub lead: Option<Lead>,
    pub start: usize,
    pub end: usize,
}

/// What can begin or carry a date at token `at`: one look-up decides it for most tokens.
pub(super) fn read(words: Words, floor: usize, at: usize) -> Option<Reading> {
    let first = match words.kind(at)? {
        TokenKind::Word => match word(words, at) {
            None => feast_point(words, at).or_else(|| casual_hour(words, floor, at))?,
            Some(first) => match set(words, floor, first, at) {
                Some((expression, end)) => {
                    return Some(Reading { expression, lead: None, start: at, end });
                }
                None => point(words, floor, at)?,
            },
        },
        TokenKind::Number => match set::day_of_months(words, at) {
            Some((expression, end)) => return Some(Reading { expression, lead: None, start: at, end }),
            None => point(words, floor, at)?,
        },
        TokenKind::Mark => {
            let found = year::from_apostrophe(words, at)?;
            Point { low: Stamp::of(found.low), high: None, lead: None, start: at, end: found.end }
        }
        TokenKind::Address => return None,
    };
    let point = reach_other_end(words, first).unwrap_or(first);
    let expression = match point.high {
        Some(high) => Expression::Between(point.low, high),
        None => Expression::At(point.low),
    };
    Some(Reading { expression, lead: point.lead, start: point.start, end: point.end })
}

/// What comes again and again, at a word that can begin it.
fn set(words: Words, floor: usize, first: Word, at: usize) -> Option<(Expression, usize)> {
    match first {
        Word::Each => set::every(words, at),
        Word::Weekdays(_) if offset::around_weekday(words, floor, at).is_some() => None,
        Word::Often(_) => set::often(words, at),
        Word::Weekday(_) | Word::Weekdays(_) | Word::Weekends => set::plural(words, at),
        _ => None,
    }
}

/// "Boxing Day at noon": a name whose first word is none of the calendar.
fn feast_point(words: Words, at: usize) -> Option<Point> {
    feast::named(words, at)?;
    point(words, at, at)
}

/// "at eight tonight": an hour in words after what leads to one.
fn casual_hour(words: Words, floor: usize, at: usize) -> Option<Point> {
    if !leads_to_time(words, words.before(at)) {
        return None;
    }
    time_first(words, floor, at)
}

/// A day, a time or both; `high` where the words themselves are a stretch ("May 5-7").
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub low: Stamp,
    pub high: Option<Stamp>,
    /// The word between day and time that says how exact they are.
    pub lead: Option<Lead>,
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
    let low = Stamp { moment: Some(found.low), clock: None, edge, step: found.step };
    let point = Point { low, high: found.high.map(Stamp::of), lead: None, start, end: found.end };
    if point.high.is_some() || !is_day(found.low) {
        return Some(point);
    }
    Some(with_time(words, point).unwrap_or_else(|| with_title(words, point)))
}

/// The date at token `at`, which part of it, and its first token, not before token `floor`.
pub(super) fn moment(words: Words, floor: usize, at: usize) -> Option<(Found, Option<Edge>, usize)> {
    let here = |found: Option<Found>| found.map(|found| (found, None, at));
    let back = |found: Option<(Found, usize)>| found.map(|(found, start)| (found, None, start));
    // First: "May Day" begins with a month, "Good Friday" holds a weekday.
    if let Some(found) = feast::feast(words, at) {
        return here(Some(found));
    }
    let Some(word) = word(words, at) else { return here(in_digits(words, at)) };
    match word {
        Word::Month(_) | Word::MaybeMonth(_) => {
            back(from_spelled(words, floor, at)).or_else(|| here(from_month(words, at)))
        }
        Word::Weekday(_) | Word::Weekdays(_) | Word::MaybeWeekday(_) => back(nth::nth(words, floor, at))
            .or_else(|| back(offset::around_weekday(words, floor, at)))
            .or_else(|| here(from_weekday(words, at))),
        Word::Shift(_) => {
            back(nth::from_last(words, floor, at)) // first: "last Monday of March" is not last Monday
                .or_else(|| back(relative::counted(words, floor, at)))
                .or_else(|| here(shifted_week(words, at)))
        }
        Word::Day(_) | Word::Tonight => here(relative::near(words, at)),
        Word::Unit(_) | Word::Quarter | Word::Half | Word::QuarterNumber(_) | Word::HalfNumber(_) => {
            back(at_unit(words, floor, at, word))
        }
        Word::Season(_) => here(part::season(words, at)),
        Word::Weekend => {
            let alone = is_article(words, words.before(at)).then_some(Found::one(Moment::Weekend, at + 1));
            back(nth::nth(words, floor, at)).or_else(|| here(offset::weekend_of(words, at).or(alone)))
        }
        Word::Decade(_) => here(year::from_decade_word(words, at)),
        Word::Edge => here(edged(words, at).or_else(|| relative::within(words, at))),
        Word::Away(_) => here(relative::within(words, at)),
        Word::EdgeOf(_) => {
            let (edge, next) = part::edge_of(words, at)?;
            let found = long_moment(words, next).or_else(|| part::present_unit(words, next))?;
            Some((found, Some(edge), at))
        }
        Word::EndOf(unit) if words.is_capital(at) => {
            let moment = Moment::Shifted(Cycle::Unit(unit), Shift::This);
            Some((Found::one(moment, at + 1), Some(Edge::End), at))
        }
        Word::Fiscal => here(part::fiscal(words, at)),
        Word::Era(true) => here(year::from_era(words, at)),
        _ => None,
    }
}

/// What begins with a number, or with a word that is none of the calendar.
fn in_digits(words: Words, at: usize) -> Option<Found> {
    numeric::from_number(words, at) // first: its digits are days and years as well
        .or_else(|| from_day(words, at)) // "24 February"
        .or_else(|| nth::day_of(words, at)) // "20th of next month"
        .or_else(|| nth::lone_day(words, at)) // "the 18th", and nothing else
        .or_else(|| from_year(words, at)) // "2018 March 18", before the year alone
        .or_else(|| year::from_number(words, at)) // last: it is only a number
}

/// What is counted in units, or is a part of one, with its first token.
fn at_unit(words: Words, floor: usize, at: usize, word: Word) -> Option<(Found, usize)> {
    let here = |found: Option<Found>| Some((found?, at));
    let around = || offset::around_unit(words, floor, at);
    match word {
        Word::Unit(Unit::Century) => year::century(words, floor, at).or_else(around),
        Word::Unit(_) => nth::nth(words, floor, at) // first: "the last week of May" is whole
            .or_else(|| here(nth::numbered_week(words, at)))
            .or_else(around)
            .or_else(|| here(part::unit_end(words, at))),
        Word::Quarter => nth::nth(words, floor, at)
            .filter(|(found, _)| is_last(found)) // the others have numbers of their own
            .or_else(|| part::part_of_year(words, floor, at))
            .or_else(around),
        _ => part::part_of_year(words, floor, at),
    }
}

/// "last year", "next week", "next week Wednesday".
fn shifted_week(words: Words, at: usize) -> Option<Found> {
    let found = relative::shifted(words, at)?;
    Some(relative::then_weekday(words, found).unwrap_or(found))
}

/// "the last quarter of 2019", "the first three quarters of the year".
fn is_last(found: &Found) -> bool {
    matches!(found.low, Moment::Nth { nth: -1, .. } | Moment::Several { .. })
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
