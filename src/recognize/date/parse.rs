//! From tokens to expressions: which forms are tried where, and how a day, a time and the other end of
//! a range come together.

use super::super::grammar::Words;
use super::absolute::{self, Found, from_day, from_month, from_weekday, month};
use super::clock::{iso_time, time, time_range};
use super::expression::{Cycle, Expression, Moment, Stamp, YearPart};
use super::lexeme::{
    is_article, is_counted, is_glued_hyphen, lead, range_joiner, rank, rank_before, skip_article, skip_comma,
    word,
};
use super::{numeric, relative, year};
use crate::lang::calendar::{Edge, Lead, Unit, Word};
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
            None if relative::named_feast(words, at).is_none() => return None,
            Some(Word::Each | Word::Often(_)) => {
                let (expression, end) = relative::every(words, at).or_else(|| relative::often(words, at))?;
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
struct Point {
    low: Stamp,
    high: Option<Stamp>,
    start: usize,
    end: usize,
}

/// A date with its time, or a time with its date.
fn point(words: Words, floor: usize, at: usize) -> Option<Point> {
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
fn moment(words: Words, floor: usize, at: usize) -> Option<(Found, Option<Edge>, usize)> {
    let here = |found: Option<Found>| found.map(|found| (found, None, at));
    let back = |found: Option<(Found, usize)>| found.map(|(found, start)| (found, None, start));
    // First: "May Day" begins with a month, "Good Friday" holds a weekday.
    if let Some(found) = relative::feast(words, at) {
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
            back(relative::nth_weekday(words, floor, at)).or_else(|| here(from_weekday(words, at)))
        }
        Word::Shift(_) => here(relative::shifted(words, at)),
        Word::Day(_) => here(relative::near(words, at)),
        Word::Unit(Unit::Century) => {
            back(year::century(words, floor, at)).or_else(|| back(relative::around_unit(words, floor, at)))
        }
        Word::Unit(_) => {
            back(relative::around_unit(words, floor, at)).or_else(|| here(relative::unit_end(words, at)))
        }
        Word::Quarter => back(relative::part_of_year(words, floor, at))
            .or_else(|| back(relative::around_unit(words, floor, at))),
        Word::Half | Word::QuarterNumber(_) => back(relative::part_of_year(words, floor, at)),
        Word::Season(_) => here(relative::season(words, at)),
        Word::Weekend => {
            here(is_article(words, words.before(at)).then_some(Found::one(Moment::Weekend, at + 1)))
        }
        Word::Decade(_) => here(year::from_decade_word(words, at)),
        Word::Edge => here(edged(words, at).or_else(|| relative::within(words, at))),
        Word::Away(_) => here(relative::within(words, at)),
        Word::EdgeOf(_) => {
            let (edge, next) = relative::edge_of(words, at)?;
            let found = long_moment(words, next).or_else(|| relative::present_unit(words, next))?;
            Some((found, Some(edge), at))
        }
        Word::Fiscal => here(relative::fiscal(words, at)),
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
    relative::season(words, at)
        .or_else(|| relative::shifted(words, at))
        .or_else(|| year::from_decade_word(words, at))
}

/// One past "morning", "night" after a day.
fn skip_part_of_day(words: Words, at: usize) -> usize {
    let narrows = matches!(word(words, at), Some(Word::PartOfDay(_) | Word::Night));
    let led = words.language.calendar.partitives.has(words.normal(at)) && is_article(words, at + 1);
    let narrows_far = led && matches!(word(words, at + 2), Some(Word::PartOfDay(_)));
    at + usize::from(narrows) + if narrows_far { 3 } else { 0 }
}

/// "[Friday] at 5 p.m.", "[2022-02-24]T10:00", "[Friday] from 9:30 to 11:00".
fn with_time(words: Words, point: Point) -> Option<Point> {
    if let Some((clock, end)) = iso_time(words, point.end) {
        return Some(Point { low: Stamp { clock: Some(clock), ..point.low }, end, ..point });
    }
    let next = skip_comma(words, point.end);
    let led = words.language.calendar.clock_leads.has(words.normal(next))
        || matches!(words.language.calendar.leads.get(words.normal(next)), Some(Lead::From | Lead::Between));
    let next = next + usize::from(led);
    if let Some((low, high, end)) = time_range(words, next) {
        let low = Stamp { clock: Some(low), ..point.low };
        return Some(Point { low, high: Some(Stamp { clock: Some(high), ..low }), end, ..point });
    }
    let (clock, end) = time(words, next)?;
    Some(Point { low: Stamp { clock: Some(clock), ..point.low }, end, ..point })
}

/// "5 p.m. on Friday", "10:00 GMT", "noon", "5-6 p.m. Monday".
fn time_first(words: Words, floor: usize, at: usize) -> Option<Point> {
    let (low, high, end) = match time_range(words, at) {
        Some((low, high, end)) => (low, Some(high), end),
        None => {
            let (low, end) = time(words, at)?;
            (low, None, end)
        }
    };
    if !low.sure && high.is_none_or(|high| !high.sure) && lead(words, at).is_none_or(|lead| lead == Lead::In)
    {
        return None;
    }
    let point = Point { low: Stamp::at(low), high: high.map(Stamp::at), start: at, end };
    Some(with_day(words, floor, point).unwrap_or(point))
}

/// The day after a time: "[5 p.m.] on Friday", "[2:30] the next day".
fn with_day(words: Words, floor: usize, point: Point) -> Option<Point> {
    let next = skip_comma(words, point.end);
    let led =
        words.language.calendar.leads.get(words.normal(next)) == Some(&Lead::At) && !is_article(words, next);
    let next = skip_article(words, next + usize::from(led));
    let (found, edge, start) = moment(words, floor.max(point.end), next)?;
    if start != next || edge.is_some() || found.high.is_some() || !is_day(found.low) {
        return None;
    }
    let low = Stamp { moment: Some(found.low), ..point.low };
    let high = point.high.map(|high| Stamp { moment: Some(found.low), ..high });
    Some(Point { low, high, end: skip_part_of_day(words, found.end), ..point })
}

/// Goes on from the first end of a range to the second: "to May", "- 7 June", "and 2015".
fn reach_other_end(words: Words, first: Point) -> Option<Point> {
    if first.high.is_some() {
        return None;
    }
    let opener = lead(words, first.start);
    let and = words.language.calendar.joiners.has(words.normal(first.end)) && opener == Some(Lead::Between);
    let next = range_joiner(words, first.end)
        .or_else(|| and.then_some(first.end + 1))
        .or_else(|| slash_between_months(words, first))?;
    let next = skip_article(words, next);
    let second = second_point(words, first, next)?;
    let is_open = matches!(opener, Some(Lead::From | Lead::Between));
    let (low, high) = agree(first.low, second.low, is_open)?;
    Some(Point { low, high: Some(high), start: first.start, end: second.end })
}

/// One past the slash of "March/April".
fn slash_between_months(words: Words, first: Point) -> Option<usize> {
    let is_month = matches!(first.low.moment, Some(Moment::Month { year: None, .. }));
    let slash =
        words.word(first.end) == "/" && words.is_glued(first.end) && month(words, first.end + 1).is_some();
    (is_month && slash).then_some(first.end + 1)
}

/// The second end, which needs fewer words than the first to be known as one.
fn second_point(words: Words, first: Point, at: usize) -> Option<Point> {
    let point = |moment, end| Some(Point { low: Stamp::of(moment), high: None, start: at, end });
    if matches!(first.low.moment, Some(Moment::Year(_) | Moment::Month { .. })) {
        let year = year::plain_year(words, at).filter(|_| !is_counted(words, at + 1));
        if let Some(year) = year.filter(|_| matches!(first.low.moment, Some(Moment::Year(_)))) {
            return point(Moment::Year(year), at + 1);
        }
        if let Some((month, _)) = month(words, at).filter(|_| absolute::from_month(words, at).is_none()) {
            return point(Moment::Month { year: None, month }, at + 1);
        }
    }
    let second = self::point(words, first.end, at)?;
    (second.start == at && second.high.is_none()).then_some(second)
}

/// Both ends of a range, each with what the other says of it; `None` when they are no pair.
fn agree(low: Stamp, high: Stamp, is_open: bool) -> Option<(Stamp, Stamp)> {
    match (low.moment, high.moment) {
        (None, None) => Some((low, high)),
        (None, Some(_)) => {
            high.clock?;
            Some((Stamp { moment: high.moment, ..low }, high))
        }
        (Some(_), None) => {
            low.clock?;
            Some((low, Stamp { moment: low.moment, ..high }))
        }
        (Some(first), Some(second)) => {
            let is_pair = rank_of(first) == rank_of(second) || is_open;
            let (first, second) = share_year(first, second);
            is_pair.then_some((Stamp { moment: Some(first), ..low }, Stamp { moment: Some(second), ..high }))
        }
    }
}

/// Gives the year of one end to the other: "Aug 10 - Nov 12, 2011", "December 2014 to March".
fn share_year(low: Moment, high: Moment) -> (Moment, Moment) {
    use Moment::{Day, InYear, Month};
    if let (Month { year: None, month }, InYear { shift, .. }) = (low, high) {
        return (InYear { part: YearPart::Month(month), shift }, high);
    }
    let position = |moment: Moment| match moment {
        Day { month, day, .. } => Some((month, day)),
        Month { month, .. } => Some((month, 0)),
        _ => None,
    };
    let year = |moment: Moment| match moment {
        Day { year, .. } | Month { year, .. } => year,
        _ => None,
    };
    let dated = |moment: Moment, year: i16| match moment {
        Day { month, day, .. } => Day { year: Some(year), month, day },
        Month { month, .. } => Month { year: Some(year), month },
        other => other,
    };
    let (Some(first), Some(second)) = (position(low), position(high)) else { return (low, high) };
    let turns = i16::from(first.0 > second.0 || first > second && first.1 > 0 && second.1 > 0);
    match (year(low), year(high)) {
        (None, Some(known)) => (dated(low, known - turns), high),
        (Some(known), None) => (low, dated(high, known + turns)),
        _ => (low, high),
    }
}

/// Whether a time of day may stand beside it.
fn is_day(moment: Moment) -> bool {
    rank_of(moment) == 0
}

/// How long a moment is, so that the two ends of a range can be compared: 0 is a day.
fn rank_of(moment: Moment) -> u8 {
    match moment {
        Moment::Day { .. }
        | Moment::Slashed { .. }
        | Moment::DayOfMonth { .. }
        | Moment::Weekday(_)
        | Moment::Near(_)
        | Moment::Nth { .. }
        | Moment::InWeek { .. }
        | Moment::InYear { part: YearPart::Day(..), .. }
        | Moment::Easter { .. }
        | Moment::Shifted(Cycle::Weekday(_) | Cycle::Feast(..) | Cycle::PartOfDay, _)
        | Moment::Away { unit: Unit::Day, .. } => 0,
        Moment::Month { .. }
        | Moment::Shifted(Cycle::Month(_), _)
        | Moment::InYear { part: YearPart::Month(_), .. } => 1,
        Moment::Year(_) | Moment::Shifted(Cycle::Unit(Unit::Year), _) => 2,
        Moment::Decade(_) => 3,
        Moment::Century(_) => 4,
        Moment::Season { .. } | Moment::Shifted(Cycle::Season(_), _) => 5,
        Moment::Quarter { .. } | Moment::Half { .. } | Moment::InYear { .. } => 6,
        Moment::Weekend
        | Moment::Shifted(Cycle::Unit(_) | Cycle::Weekend, _)
        | Moment::Stretch { .. }
        | Moment::Away { .. } => 7,
    }
}
