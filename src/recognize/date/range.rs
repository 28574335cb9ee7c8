//! From the first end of a range to the second: "to May", "- 7 June", "and 2015".

use std::mem::discriminant;

use super::super::grammar::Words;
use super::absolute::{self, month};
use super::calendar::plus_years;
use super::expression::{Cycle, Moment, Part, Stamp, YearPart};
use super::lexeme::{is_counted, is_range_dash, lead, range_joiner, skip_article};
use super::parse::{Point, point};
use super::year;
use crate::lang::calendar::{Lead, Unit};

/// Goes on from the first end of a range to the second: "to May", "- 7 June", "and 2015".
pub(super) fn reach_other_end(words: Words, first: Point) -> Option<Point> {
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
    // "Bastille Day - July 14": the same day twice.
    let is_feast = |stamp: Stamp| matches!(stamp.moment, Some(Moment::Feast { .. }));
    if is_range_dash(words, first.end) && is_feast(first.low) != is_feast(second.low) {
        return None;
    }
    let is_open = matches!(opener, Some(Lead::From | Lead::Between));
    let (low, high) = agree(first.low, second.low, is_open)?;
    Some(Point { low, high: Some(high), end: second.end, ..first })
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
    let found = |moment, end| Some(Point { low: Stamp::of(moment), high: None, lead: None, start: at, end });
    let is_open = matches!(lead(words, first.start), Some(Lead::From | Lead::Between));
    if is_open && words.language.calendar.nows.has(words.normal(at)) {
        return found(Moment::Near(0), at + 1);
    }
    if matches!(first.low.moment, Some(Moment::Year(_) | Moment::Month { .. })) {
        let year = year::plain_year(words, at).filter(|_| !is_counted(words, at + 1));
        if let Some(year) = year.filter(|_| matches!(first.low.moment, Some(Moment::Year(_)))) {
            return found(Moment::Year(year), at + 1);
        }
        if let Some((month, _)) = month(words, at).filter(|_| absolute::from_month(words, at).is_none()) {
            return found(Moment::Month { year: None, month }, at + 1);
        }
    }
    let second = point(words, first.end, at)?;
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
            // "between the last quarter of 2004 and the previous year" compares two times.
            let is_mixed = is_open && rank_of(first) <= 2 && rank_of(second) <= 2;
            let is_alike = rank_of(first) < 7 || discriminant(&first) == discriminant(&second);
            let is_pair = rank_of(first) == rank_of(second) && is_alike || is_mixed;
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
    if let (Day { year: None, month, day }, InYear { shift, .. }) = (low, high) {
        return (InYear { part: YearPart::Day(month, day), shift }, high);
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
    let turns = i32::from(first.0 > second.0 || first > second && first.1 > 0 && second.1 > 0);
    match (year(low), year(high)) {
        (None, Some(known)) => (plus_years(known, -turns).map_or(low, |year| dated(low, year)), high),
        (Some(known), None) => (low, plus_years(known, turns).map_or(high, |year| dated(high, year))),
        _ => (low, high),
    }
}

/// Whether a time of day may stand beside it.
pub(super) fn is_day(moment: Moment) -> bool {
    rank_of(moment) == 0
}

/// Whether it is a year, which other years are counted from.
pub(super) fn is_year(moment: Moment) -> bool {
    rank_of(moment) == 2
}

/// How long a moment is, so that the two ends of a range can be compared: 0 is a day.
fn rank_of(moment: Moment) -> u8 {
    match moment {
        Moment::Day { .. }
        | Moment::Slashed { .. }
        | Moment::DayOfMonth { .. }
        | Moment::Weekday(_)
        | Moment::Near(_)
        | Moment::Nth { part: Part::Weekday(_) | Part::Day, .. }
        | Moment::InWeek { .. }
        | Moment::InYear { part: YearPart::Day(..) | YearPart::Feast(..), .. }
        | Moment::Feast { .. }
        | Moment::Shifted(
            Cycle::Weekday(_) | Cycle::Feast(..) | Cycle::DayOfMonth(_) | Cycle::PartOfDay,
            _,
        )
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
        | Moment::Within { .. }
        | Moment::Nth { .. }
        | Moment::Several { .. }
        | Moment::Away { .. } => 7,
    }
}
