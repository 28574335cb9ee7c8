//! So many units from a day: "the past five years", "two weeks ago", "the following three days".

use jiff::civil::Date;

use super::calendar::{Place, plus_days, plus_months, plus_years};
use super::expression::Origin;
use super::resolve::{Frame, unit_from};
use crate::lang::calendar::Unit;

/// The day that a stretch runs from or to: "the following three days" from another date of the text, if it has one.
pub(super) fn stretch_origin((count, unit): (i32, Unit), origin: Origin, frame: &Frame) -> Option<Date> {
    // "In the following two years, it grew": those after a time that is not told.
    let is_untold = origin == Origin::Text && count > 0 && frame.past && frame.text.is_none();
    let published = frame.published.filter(|_| !is_untold);
    let told = match origin {
        Origin::Text if !is_untold => text_origin((count, unit), frame),
        _ => None,
    };
    let day = told.and_then(|place| if count > 0 { place.last_day() } else { place.first_day() });
    day.or(published)
}

/// "the next three days": from tomorrow on.
pub(super) fn coming_days(count: i32, published: Date) -> Option<Place> {
    Some(Place::Days(plus_days(published, 1)?, plus_days(published, count)?))
}

/// "the past five years": from so long ago until now, or from now on; as exact as the unit.
pub(super) fn stretch(count: i32, unit: Unit, published: Date) -> Option<Place> {
    if count == 0 {
        return None;
    }
    let now = (published.year(), published.month());
    let years = |years: i32| {
        let other = plus_years(published.year(), years)?;
        Some(Place::Years(other.min(published.year()), other.max(published.year())))
    };
    let months = |months: i32| {
        let other = plus_months(now, months)?;
        Some(Place::Months(other.min(now), other.max(now)))
    };
    let days = |days: i32| {
        let other = plus_days(published, days)?;
        Some(Place::Days(other.min(published), other.max(published)))
    };
    match unit {
        Unit::Second | Unit::Minute => None,
        Unit::Hour => days(count.checked_add(23 * count.signum())? / 24),
        Unit::Day => days(count),
        Unit::Week => days(count.checked_mul(7)?),
        Unit::Fortnight => days(count.checked_mul(14)?),
        Unit::Month => months(within(count, 3)?),
        Unit::Quarter => quarters(within(count, 3)?, now),
        Unit::Year => years(count),
        Unit::Decade => years(count.checked_mul(10)?),
        Unit::Century => years(count.checked_mul(100)?),
    }
}

/// "the past three quarters": whole ones, as companies count them.
fn quarters(count: i32, (year, month): (i16, i8)) -> Option<Place> {
    let this = (year, (month - 1) / 3 * 3 + 1);
    let (first, after) = if count < 0 { (count, 0) } else { (1, count + 1) };
    Some(Place::Months(plus_months(this, first * 3)?, plus_months(this, after * 3 - 1)?))
}

/// A count of months or quarters that the calendar can hold; keeps the arithmetic from overflowing.
pub(super) fn within(count: i32, spare: i32) -> Option<i32> {
    (count.abs() < i32::MAX / 100 / spare).then_some(count)
}

/// "two weeks ago", "a year later".
pub(super) fn away(count: i32, unit: Unit, origin: Origin, frame: &Frame) -> Option<Place> {
    let from = match origin {
        Origin::Publication => Place::Day(frame.published?),
        Origin::Text => text_origin((count, unit), frame)?,
    };
    if count == 0 {
        return unit_from(from, unit, 0).or_else(|| from.first_day().map(Place::Day));
    }
    count_from(from.first_day()?, (count, unit))
}

/// So many units from a day, only as exact as the unit.
pub(super) fn count_from(day: Date, (count, unit): (i32, Unit)) -> Option<Place> {
    match unit {
        Unit::Hour if count % 24 == 0 => Some(Place::Day(plus_days(day, count / 24)?)),
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => Some(Place::Day(plus_days(day, count)?)),
        Unit::Week => Some(Place::Day(plus_days(day, count.checked_mul(7)?)?)),
        Unit::Fortnight => Some(Place::Day(plus_days(day, count.checked_mul(14)?)?)),
        Unit::Month | Unit::Quarter => unit_from(Place::Day(day), unit, within(count, 3)?),
        Unit::Decade => Some(Place::Year(plus_years(day.year(), count.checked_mul(10)?)?)),
        Unit::Century => Some(Place::Year(plus_years(day.year(), count.checked_mul(100)?)?)),
        // "6,000 years ago" names no year.
        Unit::Year if count.abs() >= 1000 => None,
        Unit::Year => unit_from(Place::Day(day), unit, count),
    }
}

/// The date that the text counts from: it must be as exact as the unit. Longer units fall back on the
/// day of publication, as in "up 3% from a year earlier".
fn text_origin((count, unit): (i32, Unit), frame: &Frame) -> Option<Place> {
    let fits = |place: &Place| match unit {
        Unit::Year | Unit::Decade | Unit::Century => place.is_absolute(),
        Unit::Month | Unit::Quarter => {
            matches!(place, Place::Day(_) | Place::Month(..) | Place::Days(..) | Place::Months(..))
        }
        _ => matches!(place, Place::Day(_)),
    };
    let falls_back = matches!(unit, Unit::Year | Unit::Month | Unit::Quarter | Unit::Decade | Unit::Century);
    // "the same year" says nothing without another date.
    let published = frame.published.filter(|_| falls_back && count != 0).map(Place::Day);
    frame.text.filter(fits).or(published)
}
