//! What a date is worth: kind and values as they stand in the result.

use super::calendar::{Place, days_between, iso, plus_days, plus_years};
use super::expression::{Clock, Cycle, Expression, Moment, Part, Stamp, YearPart};
use super::resolve::{Frame, stepped};
use crate::lang::calendar::{Edge, Feast, Unit};
use crate::recognize::{Bound, DateKind};

/// Kind and values of one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub kind: DateKind,
    pub low: Option<String>,
    pub high: Option<String>,
    pub resolved: bool,
}

/// The value of an expression, and its place for the dates after it that count from it.
pub(super) fn evaluate(expression: &Expression, frame: &Frame, bound: Bound) -> (Value, Option<Place>) {
    match *expression {
        Expression::At(stamp) => at(stamp, frame, bound),
        Expression::Between(low, high) => between(low, high, frame),
        Expression::Every(cycle, count, clock) => {
            let low = recurrence(cycle, count, clock);
            (Value { kind: DateKind::Set, low, high: None, resolved: false }, None)
        }
    }
}

fn at(stamp: Stamp, frame: &Frame, bound: Bound) -> (Value, Option<Place>) {
    let mut found = stamp.moment.and_then(|moment| stepped(moment, stamp.step, frame));
    if let (Some(Edge::End), Bound::AtMost, Some(whole)) = (stamp.edge, bound, found) {
        // "by the end of the year" leaves no doubt about the day.
        found = whole.last_day().map(Place::Day).or(found);
    }
    let Some(clock) = stamp.clock else {
        let is_long = stamp.moment.is_some_and(is_stretch) && stamp.edge.is_none();
        let high = found.and_then(Place::high);
        let kind =
            if high.is_some() || (found.is_none() && is_long) { DateKind::Range } else { DateKind::Date };
        let resolved = found.is_some_and(Place::is_absolute);
        return (Value { kind, low: found.map(Place::low), high, resolved }, found.filter(|_| resolved));
    };
    let kind = if stamp.moment.is_some() { DateKind::Datetime } else { DateKind::Time };
    let (low, resolved) = timed(found, clock);
    (Value { kind, low: Some(low), high: None, resolved }, found.filter(|place| place.is_absolute()))
}

fn between(low: Stamp, high: Stamp, frame: &Frame) -> (Value, Option<Place>) {
    let frame = &around_now(low, high, frame);
    let first_in = |frame| low.moment.and_then(|moment| stepped(moment, low.step, frame));
    // "Cases fell between January and November" are both of the year that is past.
    let is_ahead = is_far_ahead(first_in(frame), frame);
    let frame = &Frame { happened: frame.happened || frame.past && is_ahead, ..*frame };
    let first = first_in(frame);
    let second = high.moment.and_then(|moment| stepped(moment, high.step, frame));
    let second = after(first, second, high.moment);
    if runs_back(first, second) {
        return (Value { kind: DateKind::Range, low: None, high: None, resolved: false }, None);
    }
    let end = |found: Option<Place>, clock: Option<Clock>| match clock {
        Some(clock) => Some(timed(found, clock)),
        None => found.map(|place| (place.low(), place.is_absolute())),
    };
    let low = end(first, low.clock);
    let last = second.filter(|_| high.clock.is_none()).and_then(Place::high).map(|last| (last, true));
    let high = last.or_else(|| end(second, high.clock));
    let resolved = low.as_ref().is_some_and(|low| low.1) && high.as_ref().is_some_and(|high| high.1);
    let value =
        Value { kind: DateKind::Range, low: low.map(|low| low.0), high: high.map(|high| high.0), resolved };
    (value, None)
}

/// Whether a place is so far after publication that a past tense is rather said of the year before.
fn is_far_ahead(place: Option<Place>, frame: &Frame) -> bool {
    /// "They trained for the cup, from 4 to 6 March", written in February.
    const NEAR: i32 = 60;
    let ahead = place.and_then(Place::first_day).zip(frame.published);
    ahead.is_some_and(|(first, published)| days_between(published, first) > NEAR)
}

/// "is to run from January 23 through March 9", at the end of January: it has begun.
fn around_now(low: Stamp, high: Stamp, frame: &Frame) -> Frame {
    let near = Frame { future: false, ..*frame };
    let day = |stamp: Stamp| stamp.moment.and_then(|moment| stepped(moment, stamp.step, &near));
    let ends = day(low).and_then(Place::first_day).zip(day(high).and_then(Place::last_day));
    let is_on = ends.zip(frame.published).is_some_and(|((first, last), now)| first <= now && now <= last);
    if is_on { near } else { *frame }
}

/// "Friday to Monday": the second end comes after the first, though each alone lies before publication.
fn after(first: Option<Place>, second: Option<Place>, moment: Option<Moment>) -> Option<Place> {
    match (first, second, moment) {
        (Some(Place::Day(low)), Some(Place::Day(high)), Some(Moment::Weekday(_))) if high < low => {
            plus_days(high, 7).map(Place::Day)
        }
        (Some(Place::Day(low)), Some(Place::Day(high)), Some(Moment::Day { year: None, .. }))
            if high < low =>
        {
            jiff::civil::Date::new(high.year() + 1, high.month(), high.day()).ok().map(Place::Day)
        }
        (
            Some(Place::Month(year, low)),
            Some(Place::Month(other, high)),
            Some(Moment::Month { year: None, .. }),
        ) if (other, high) < (year, low) => plus_years(other, 1).map(|year| Place::Month(year, high)),
        _ => second,
    }
}

/// "from Monday to 5 May 2024", told in 2025: one of the ends is another day than it seems.
fn runs_back(first: Option<Place>, second: Option<Place>) -> bool {
    // seasons have no days, but an order
    if let (Some(Place::Season(year, season)), Some(Place::Season(other, last))) = (first, second) {
        return (other, last) < (year, season);
    }
    let ends = first.and_then(Place::first_day).zip(second.and_then(Place::last_day));
    ends.is_some_and(|(first, last)| last < first)
}

/// Day and time together; without a day the time alone.
fn timed(place: Option<Place>, clock: Clock) -> (String, bool) {
    match place {
        Some(Place::Day(day)) => (format!("{}{}", iso(day), time_of(clock)), true),
        Some(place @ Place::DayOfYear(..)) => (format!("{}{}", place.low(), time_of(clock)), false),
        _ => (time_of(clock), false),
    }
}

/// "T17:30-05:00", only as exact as the words.
fn time_of(clock: Clock) -> String {
    let mut text = format!("T{:02}", clock.hour);
    for part in [clock.minute, clock.second].into_iter().flatten() {
        text.push_str(&format!(":{part:02}"));
    }
    match clock.zone {
        None => {}
        Some(0) => text.push('Z'),
        Some(zone) => {
            let sign = if zone < 0 { '-' } else { '+' };
            text.push_str(&format!("{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60));
        }
    }
    text
}

/// Whether the words speak of a stretch of time, even where nobody knows which.
fn is_stretch(moment: Moment) -> bool {
    matches!(
        moment,
        Moment::Weekend
            | Moment::Stretch { .. }
            | Moment::Within { .. }
            | Moment::Several { .. }
            | Moment::Nth { part: Part::Week | Part::NumberedWeek | Part::Weekend | Part::Quarter, .. }
            | Moment::Quarter { .. }
            | Moment::Half { .. }
            | Moment::InYear { part: YearPart::Quarter(_) | YearPart::Half(_), .. }
            | Moment::Shifted(Cycle::Unit(Unit::Week | Unit::Fortnight | Unit::Quarter) | Cycle::Weekend, _)
    )
}

/// What comes again: a duration ("P2W"), or a date with its changing digits left open; with its time, if it has
/// one ("XXXX-WXX-2T09").
fn recurrence(cycle: Cycle, count: i32, clock: Option<Clock>) -> Option<String> {
    let time = clock.map(time_of);
    match cycle {
        Cycle::Unit(Unit::Day) | Cycle::PartOfDay if count == 1 && time.is_some() => time,
        Cycle::Unit(unit) => period(count, unit),
        Cycle::Weekday(weekday) => Some(format!("XXXX-WXX-{weekday}{}", time.unwrap_or_default())),
        Cycle::DayOfMonth(day) => Some(format!("XXXX-XX-{day:02}")),
        Cycle::Month(month) => Some(format!("XXXX-{month:02}")),
        Cycle::Season(season) => Some(format!("XXXX-{season}")),
        Cycle::Feast(Feast::Fixed(month, day), 1) => Some(format!("XXXX-{month:02}-{day:02}")),
        Cycle::Feast(..) => period(count, Unit::Year),
        Cycle::Weekend => period(count, Unit::Week),
        Cycle::PartOfDay => period(count, Unit::Day),
    }
}

/// "P2W"
fn period(count: i32, unit: Unit) -> Option<String> {
    let (time, factor, letter) = match unit {
        Unit::Second => ("T", 1, 'S'),
        Unit::Minute => ("T", 1, 'M'),
        Unit::Hour => ("T", 1, 'H'),
        Unit::Day => ("", 1, 'D'),
        Unit::Week => ("", 1, 'W'),
        Unit::Fortnight => ("", 2, 'W'),
        Unit::Month => ("", 1, 'M'),
        Unit::Quarter => ("", 3, 'M'),
        Unit::Year => ("", 1, 'Y'),
        Unit::Decade => ("", 10, 'Y'),
        Unit::Century => ("", 100, 'Y'),
    };
    Some(format!("P{time}{}{letter}", count.checked_mul(factor)?))
}
