//! From what the words say to a place on the calendar.
//!
//! Rules of thumb of news: a bare weekday is the latest on or before publication, a bare month or day
//! the nearest, and both the next where the sentence speaks of the future. "Last" and "next" go by
//! calendar weeks, months and years; weeks run from Monday to Sunday. Counting back weeks or days gives
//! a day, counting back months a month, years a year: no more than the words promise.

use jiff::civil::Date;

use super::calendar::{
    Place, days_between, is_in_calendar, plus_days, plus_months, plus_years, week_of, weekday_from,
    weekday_until,
};
use super::count::{away, coming_days, count_from, stretch, stretch_origin, within};
use super::expression::{Cycle, Moment, Origin, Step, YearPart};
use super::feastday::days_of;
use super::whole;
use crate::lang::calendar::{Feast, Shift, Unit};

/// What the text around a date gives it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    /// The day of publication.
    pub published: Option<Date>,
    /// The date last spoken of, for "the following day".
    pub text: Option<Place>,
    /// Whether "3/4/2024" is in April.
    pub day_first: bool,
    /// Whether the sentence speaks of what is to come.
    pub future: bool,
    /// Whether it speaks of what is past.
    pub past: bool,
    /// Whether a past verb is said of the very date: "was arrested in January".
    pub happened: bool,
}

/// Where a moment is on the calendar; `None` when the text does not say.
pub(super) fn place(moment: Moment, frame: &Frame) -> Option<Place> {
    match moment {
        Moment::Day { year: Some(year), month, day } => Some(Place::Day(Date::new(year, month, day).ok()?)),
        Moment::Day { year: None, month, day } => Some(nearest_day(month, day, frame)),
        Moment::Slashed { first, second, year } => slashed((first, second), year, frame),
        Moment::DayOfMonth { weekday, day } => day_of_month(weekday, day, frame),
        Moment::Month { year: Some(year), month } => Some(Place::Month(year, month)),
        Moment::Month { year: None, month } => Some(nearest_month(month, frame)),
        Moment::Year(year) => Some(Place::Year(year)),
        Moment::Decade(year) => Some(Place::Decade(year)),
        Moment::Century(year) => Some(Place::Century(year)),
        Moment::Season { year: Some(year), season } => Some(Place::Season(year, season)),
        Moment::Season { year: None, season } => Some(Place::SeasonOfYear(season)),
        Moment::Quarter { year, quarter } => quarter_of(year, quarter, frame),
        Moment::Half { year, half } => half_of(year?, half),
        Moment::InYear { part, shift: Shift::Same } => in_year(part, frame.text?.first_day()?.year(), frame),
        Moment::InYear { part, shift } => {
            in_year(part, plus_years(frame.published?.year(), steps(shift))?, frame)
        }
        Moment::InWeek { weekday, shift } => day_in_week(weekday, shift, frame),
        Moment::Weekday(weekday) => Some(Place::Day(bare_weekday(weekday, frame)?)),
        Moment::Weekend => weekend(bare_weekday(6, frame)?),
        Moment::Near(days) => Some(Place::Day(plus_days(frame.published?, days)?)),
        Moment::Shifted(cycle, shift) => shifted(cycle, shift, frame),
        Moment::Stretch { count, unit, origin } => {
            let from = stretch_origin((count, unit), origin, frame)?;
            if count > 0 && unit == Unit::Day { coming_days(count, from) } else { stretch(count, unit, from) }
        }
        Moment::Within { count, unit } => stretch(count, unit, frame.published?),
        Moment::Away { count, unit, origin } => {
            let found = away(count?, unit, origin, frame)?;
            // "He resigned two months later", after an event that has no date here.
            let is_ahead = found.first_day() > frame.published && frame.published.is_some();
            (origin == Origin::Publication || !frame.past || !is_ahead).then_some(found)
        }
        Moment::Nth { nth, part, whole } => whole::nth(nth, part, whole, frame),
        Moment::Several { count, part, whole } => whole::several(count, part, whole, frame),
        Moment::Feast { feast, year: Some(year), days } => feast_in(feast, year, days),
        Moment::Feast { feast, year: None, days } => nearest_feast(feast, days, frame),
    }
}

/// The place of a moment and of what is counted from it: "three days after Easter".
pub(super) fn stepped(moment: Moment, step: Option<Step>, frame: &Frame) -> Option<Place> {
    let place = place(moment, frame)?;
    let Some(step) = step else { return Some(place) };
    let day = place.first_day()?;
    match step {
        Step::By(count, unit) if matches!(place, Place::Day(_)) => count_from(day, (count, unit)),
        Step::By(count, unit) => unit_from(place, unit, within(count, 100)?),
        Step::WeekAround => {
            let (first, last) = week_of(day)?;
            Some(Place::Days(first, last))
        }
        Step::WeekEnding => Some(Place::Days(plus_days(day, -6)?, day)),
        Step::Weekend => {
            let saturday = weekday_from(plus_days(day, -3)?, 6)?;
            Some(Place::Days(day.min(saturday), day.max(plus_days(saturday, 1)?)))
        }
    }
}

fn half_of(year: i16, half: i8) -> Option<Place> {
    let first = half * 6 - 5;
    Some(Place::Months((year, first), (year, first + 5)))
}

/// "Friday last week"
fn day_in_week(weekday: i8, shift: Shift, frame: &Frame) -> Option<Place> {
    let day = if shift == Shift::Same { frame.text?.first_day()? } else { frame.published? };
    let monday = week_of(day)?.0;
    Some(Place::Day(plus_days(monday, 7 * steps(shift) + i32::from(weekday) - 1)?))
}

fn nearest_feast(feast: Feast, days: i8, frame: &Frame) -> Option<Place> {
    let year = nearest(frame, |year| Some(days_of(feast, year, days)?.0))?.year();
    feast_in(feast, year, days)
}

fn feast_in(feast: Feast, year: i16, days: i8) -> Option<Place> {
    let (first, last) = days_of(feast, year, days)?;
    Some(if first == last { Place::Day(first) } else { Place::Days(first, last) })
}

fn in_year(part: YearPart, year: i16, frame: &Frame) -> Option<Place> {
    let year = Some(year);
    let moment = match part {
        YearPart::Day(month, day) => Moment::Day { year, month, day },
        YearPart::Month(month) => Moment::Month { year, month },
        YearPart::Quarter(quarter) => Moment::Quarter { year, quarter },
        YearPart::Half(half) => Moment::Half { year, half },
        YearPart::Feast(feast, days) => Moment::Feast { feast, year, days },
    };
    place(moment, frame)
}

/// The day of the year nearest to publication, or the next where the sentence speaks of the future.
fn nearest(frame: &Frame, in_year: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    /// Leap days return after up to eight years; all others within one.
    const REACH: i16 = 8;
    let published = frame.published?;
    let years = -REACH..=REACH;
    let days = years.filter_map(|step| in_year(published.year() + step));
    if frame.future {
        return days.filter(|&day| day >= published).min();
    }
    /// News is dated a day early or late by its zone, and a week by its paper.
    const SLACK: i32 = 7;
    let is_past = |day: &Date| !frame.happened || days_between(published, *day) <= SLACK;
    days.filter(is_past).min_by_key(|&day| days_between(published, day).abs())
}

fn nearest_day(month: i8, day: i8, frame: &Frame) -> Place {
    nearest(frame, |year| Date::new(year, month, day).ok()).map_or(Place::DayOfYear(month, day), Place::Day)
}

/// By the middle of the month: so that the present month is nearest to all its days.
fn nearest_month(month: i8, frame: &Frame) -> Place {
    let Some(published) = frame.published else { return Place::MonthOfYear(month) };
    let middle = Frame { published: Date::new(published.year(), published.month(), 15).ok(), ..*frame };
    nearest(&middle, |year| Date::new(year, month, 15).ok())
        .map_or(Place::MonthOfYear(month), |day| Place::Month(day.year(), month))
}

fn slashed((first, second): (i8, i8), year: Option<i16>, frame: &Frame) -> Option<Place> {
    let day_first = first > 12 || (frame.day_first && second <= 12);
    let (month, day) = if day_first { (second, first) } else { (first, second) };
    match year {
        Some(year) => Some(Place::Day(Date::new(year, month, day).ok()?)),
        None => Some(nearest_day(month, day, frame)),
    }
}

/// "Monday the 13th": the nearest 13th that is a Monday.
fn day_of_month(weekday: Option<i8>, day: i8, frame: &Frame) -> Option<Place> {
    let published = frame.published?;
    /// Every weekday falls on every day of the month within a year or so.
    const REACH: i32 = 14;
    let here = (published.year(), published.month());
    let months = (-REACH..=REACH).filter_map(|step| plus_months(here, step));
    let days = months.filter_map(|(year, month)| Date::new(year, month, day).ok());
    let fits = |found: &Date| weekday.is_none_or(|weekday| found.weekday().to_monday_one_offset() == weekday);
    let fitting = days.filter(|found| fits(found) && (!frame.future || *found >= published));
    fitting.min_by_key(|&found| days_between(published, found).abs()).map(Place::Day)
}

/// The latest such quarter that has begun.
fn quarter_of(year: Option<i16>, quarter: i8, frame: &Frame) -> Option<Place> {
    let first = quarter * 3 - 2;
    let year = match (year, frame.published) {
        (Some(year), _) => year,
        (None, Some(published)) if first > published.month() => published.year() - 1,
        (None, published) => published?.year(),
    };
    Some(Place::Months((year, first), (year, first + 2)))
}

fn bare_weekday(weekday: i8, frame: &Frame) -> Option<Date> {
    let published = frame.published?;
    if frame.future { weekday_from(published, weekday) } else { weekday_until(published, weekday) }
}

fn weekend(saturday: Date) -> Option<Place> {
    Some(Place::Days(saturday, plus_days(saturday, 1)?))
}

/// Steps of a shift, where it is counted in whole units.
pub(super) fn steps(shift: Shift) -> i32 {
    match shift {
        Shift::Last | Shift::Past | Shift::Previous => -1,
        Shift::This | Shift::Same => 0,
        Shift::Next | Shift::Coming | Shift::Following => 1,
    }
}

fn shifted(cycle: Cycle, shift: Shift, frame: &Frame) -> Option<Place> {
    let published = frame.published?;
    match cycle {
        Cycle::Unit(unit) => unit_from(Place::Day(published), unit, steps(shift)),
        Cycle::Weekday(weekday) => Some(Place::Day(shifted_weekday(weekday, shift, frame)?)),
        Cycle::DayOfMonth(day) => day_of_month(None, day, frame),
        Cycle::Weekend => weekend(shifted_weekend(shift, frame)?),
        Cycle::Month(month) => shifted_month(month, shift, published),
        Cycle::Season(season) => shifted_season(season, shift, published),
        Cycle::Feast(feast, days) => {
            let (first, last) = days_of(feast, published.year(), days)?;
            let year = match steps(shift) {
                -1 if last >= published => published.year() - 1,
                1 if first <= published => published.year() + 1,
                _ => published.year(),
            };
            feast_in(feast, year, days)
        }
        Cycle::PartOfDay => Some(Place::Day(plus_days(published, steps(shift))?)),
    }
}

/// "Last Friday" is the latest before publication; "next Friday" the one of next week.
fn shifted_weekday(weekday: i8, shift: Shift, frame: &Frame) -> Option<Date> {
    let published = frame.published?;
    match shift {
        Shift::Last | Shift::Past | Shift::Previous => weekday_until(plus_days(published, -1)?, weekday),
        Shift::This if !frame.future => plus_days(week_of(published)?.0, i32::from(weekday) - 1),
        Shift::Next => plus_days(week_of(published)?.1, i32::from(weekday)),
        Shift::Following => {
            let from = frame.text.and_then(Place::last_day).unwrap_or(published);
            weekday_from(plus_days(from, 1)?, weekday)
        }
        Shift::This | Shift::Coming => weekday_from(plus_days(published, 1)?, weekday),
        Shift::Same => frame.text?.first_day().and_then(|day| weekday_until(day, weekday)),
    }
}

/// "This weekend" is the nearest, and the coming one where the sentence speaks of the future.
fn shifted_weekend(shift: Shift, frame: &Frame) -> Option<Date> {
    if shift == Shift::Same {
        return weekday_from(plus_days(frame.text?.first_day()?, -1)?, 6);
    }
    let published = frame.published?;
    let past = weekday_until(published, 6)?;
    let coming = weekday_from(published, 6)?;
    /// "They met this weekend" is written until the middle of the week.
    const LATEST: i32 = 4;
    let is_told = frame.past && days_between(past, published) <= LATEST;
    let is_near = is_told || days_between(past, published) <= days_between(published, coming);
    match steps(shift) {
        -1 => plus_days(week_of(published)?.0, -2),
        1 => plus_days(week_of(published)?.1, 6),
        _ if is_near && !frame.future => Some(past),
        _ => Some(coming),
    }
}

fn shifted_month(month: i8, shift: Shift, published: Date) -> Option<Place> {
    let year = published.year();
    let year = match steps(shift) {
        -1 if month >= published.month() => year - 1,
        1 if month <= published.month() => year + 1,
        _ => year,
    };
    is_in_calendar(&year).then_some(Place::Month(year, month))
}

/// By the seasons of the north: "last summer" is the latest that is over.
fn shifted_season(season: i8, shift: Shift, published: Date) -> Option<Place> {
    let first = (season - 20) * 3;
    let (year, month) = (published.year(), published.month());
    let began = if first <= month { year } else { year - 1 };
    let is_on = plus_months((began, first), 3)? > (year, month);
    let year = match steps(shift) {
        -1 => began - i16::from(is_on),
        1 => began + 1,
        _ if is_on => began,
        _ => year,
    };
    Some(Place::Season(year, season))
}

/// The week, month, year ... so many of them from where `from` is.
pub(super) fn unit_from(from: Place, unit: Unit, steps: i32) -> Option<Place> {
    let day = from.first_day()?;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => Some(Place::Day(plus_days(day, steps)?)),
        Unit::Week | Unit::Fortnight => {
            let days = if unit == Unit::Week { 7 } else { 14 };
            let (first, last) = week_of(plus_days(day, steps.checked_mul(days)?)?)?;
            Some(Place::Days(first, last))
        }
        Unit::Month => {
            plus_months((day.year(), day.month()), steps).map(|(year, month)| Place::Month(year, month))
        }
        Unit::Quarter => {
            let first = (day.month() - 1) / 3 * 3 + 1;
            let low = plus_months((day.year(), first), steps.checked_mul(3)?)?;
            Some(Place::Months(low, plus_months(low, 2)?))
        }
        Unit::Year => Some(Place::Year(plus_years(day.year(), steps)?)),
        Unit::Decade => {
            let first = day.year().div_euclid(10) * 10;
            Some(Place::Decade(plus_years(first, steps.checked_mul(10)?)?))
        }
        Unit::Century => {
            let first = day.year().div_euclid(100) * 100;
            Some(Place::Century(plus_years(first, steps.checked_mul(100)?)?))
        }
    }
}
