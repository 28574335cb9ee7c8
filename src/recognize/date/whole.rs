//! Where on the calendar what is counted in a month or a year is: "the last week of 2019".
//!
//! Weeks of a month or a year are the whole ones, from Monday to Sunday, of which no day is outside it.

use jiff::civil::Date;

use super::calendar::{Place, plus_days, plus_months, week_of, weekday_from, weekday_until};
use super::expression::{Moment, Part, Whole};
use super::resolve::{Frame, place, steps, unit_from};
use crate::lang::calendar::{Shift, Unit};

/// The third, the last (-1) ... of its parts.
pub(super) fn nth(nth: i8, part: Part, whole: Whole, frame: &Frame) -> Option<Place> {
    let (first, last) = bounds(whole, frame)?;
    let steps = i32::from(if nth > 0 { nth - 1 } else { nth + 1 });
    let start = |from_first: Option<Date>, from_last: Option<Date>, length: i32| {
        let day = plus_days(if nth > 0 { from_first? } else { from_last? }, steps * length)?;
        (first <= day && day <= last).then_some(day)
    };
    match part {
        Part::Day => start(Some(first), Some(last), 1).map(Place::Day),
        Part::Weekday(weekday) => {
            start(weekday_from(first, weekday), weekday_until(last, weekday), 7).map(Place::Day)
        }
        Part::Week => days(start(weekday_from(first, 1), last_monday(last), 7)?, 6),
        Part::Weekend => days(start(weekday_from(first, 6), weekday_until(last, 6), 7)?, 1),
        Part::NumberedWeek => {
            // The first week of ISO 8601 has the 4th of January.
            let (monday, _) = week_of(Date::new(first.year(), 1, 4).ok()?)?;
            days(plus_days(monday, steps * 7)?, 6)
        }
        Part::Month | Part::Quarter => {
            let length = if part == Part::Month { 1 } else { 3 };
            let from =
                if nth > 0 { (first.year(), 1) } else { (first.year(), 13 - i8::try_from(length).ok()?) };
            let low = plus_months(from, steps * length)?;
            let inside = low.0 == first.year();
            let stretch = Place::Months(low, plus_months(low, length - 1)?);
            inside.then_some(if length == 1 { Place::Month(low.0, low.1) } else { stretch })
        }
    }
}

/// The first nine, or below 0 the last nine, of its parts.
pub(super) fn several(count: i8, part: Part, whole: Whole, frame: &Frame) -> Option<Place> {
    let (low, high) = match count {
        1.. => (nth(1, part, whole, frame)?, nth(count, part, whole, frame)?),
        _ => (nth(count, part, whole, frame)?, nth(-1, part, whole, frame)?),
    };
    match (low, high) {
        (Place::Month(year, month), Place::Month(last_year, last)) => {
            Some(Place::Months((year, month), (last_year, last)))
        }
        (Place::Months(low, _), Place::Months(_, high)) => Some(Place::Months(low, high)),
        _ => Some(Place::Days(low.first_day()?, high.last_day()?)),
    }
}

/// The last Monday whose week ends in time.
fn last_monday(last: Date) -> Option<Date> {
    weekday_until(plus_days(last, -6)?, 1)
}

fn days(first: Date, more: i32) -> Option<Place> {
    Some(Place::Days(first, plus_days(first, more)?))
}

/// The first and the last day of what the parts are counted in.
fn bounds(whole: Whole, frame: &Frame) -> Option<(Date, Date)> {
    let place = match whole {
        Whole::Month { year, month } => place(Moment::Month { year, month }, frame)?,
        Whole::Year(year) => Place::Year(year),
        Whole::Shifted(unit, Shift::Same) => unit_from(Place::Day(frame.text?.first_day()?), unit, 0)?,
        Whole::Shifted(Unit::Day | Unit::Hour, _) => return None,
        Whole::Shifted(unit, shift) => unit_from(Place::Day(frame.published?), unit, steps(shift))?,
    };
    Some((place.first_day()?, place.last_day()?))
}
