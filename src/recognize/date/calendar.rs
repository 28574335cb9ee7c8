//! Calendar arithmetic: which day, month or year it is, and how that is written.

use jiff::civil::{Date, Weekday};

/// A place on the calendar, only as exact as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Place {
    Day(Date),
    Month(i16, i8),
    Year(i16),
    /// By its first year.
    Decade(i16),
    /// By its first year.
    Century(i16),
    /// Year and EDTF season, 21 to 24.
    Season(i16, i8),
    /// From one to the other, both included.
    Days(Date, Date),
    Months((i16, i8), (i16, i8)),
    Years(i16, i16),
    /// "May 5" of no known year.
    DayOfYear(i8, i8),
    /// "May" of no known year.
    MonthOfYear(i8),
    /// "spring" of no known year.
    SeasonOfYear(i8),
}

impl Place {
    /// In ISO 8601 or EDTF; of a stretch the first end.
    pub fn low(self) -> String {
        match self {
            Place::Day(day) | Place::Days(day, _) => iso(day),
            Place::Month(year, month) | Place::Months((year, month), _) => {
                format!("{}-{month:02}", padded(year))
            }
            Place::Year(year) | Place::Years(year, _) => padded(year),
            Place::Decade(year @ ..0) => format!("-{:03}X", year.unsigned_abs() / 10),
            Place::Decade(year) => format!("{:03}X", year / 10),
            Place::Century(year) if year < 0 => format!("-{:02}XX", year.unsigned_abs() / 100),
            Place::Century(year) => format!("{:02}XX", year / 100),
            Place::Season(year, season) => format!("{}-{season}", padded(year)),
            Place::DayOfYear(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Place::MonthOfYear(month) => format!("XXXX-{month:02}"),
            Place::SeasonOfYear(season) => format!("XXXX-{season}"),
        }
    }

    /// The last end of a stretch.
    pub fn high(self) -> Option<String> {
        match self {
            Place::Days(_, day) => Some(iso(day)),
            Place::Months(_, (year, month)) => Some(format!("{}-{month:02}", padded(year))),
            Place::Years(_, year) => Some(padded(year)),
            _ => None,
        }
    }

    /// Whether the year is known.
    pub fn is_absolute(self) -> bool {
        !matches!(self, Place::DayOfYear(..) | Place::MonthOfYear(_) | Place::SeasonOfYear(_))
    }

    /// Its first day, where it has one.
    pub fn first_day(self) -> Option<Date> {
        match self {
            Place::Day(day) | Place::Days(day, _) => Some(day),
            Place::Month(year, month) | Place::Months((year, month), _) => Date::new(year, month, 1).ok(),
            Place::Year(year) | Place::Years(year, _) | Place::Decade(year) | Place::Century(year) => {
                Date::new(year, 1, 1).ok()
            }
            _ => None,
        }
    }

    /// Its last day, where it has one.
    pub fn last_day(self) -> Option<Date> {
        match self {
            Place::Day(day) | Place::Days(_, day) => Some(day),
            Place::Month(year, month) | Place::Months(_, (year, month)) => {
                Some(Date::new(year, month, 1).ok()?.last_of_month())
            }
            Place::Year(year) | Place::Years(_, year) => Date::new(year, 12, 31).ok(),
            Place::Decade(year) => Date::new(year.checked_add(9)?, 12, 31).ok(),
            Place::Century(year) => Date::new(year.checked_add(99)?, 12, 31).ok(),
            _ => None,
        }
    }
}

/// `YYYY-MM-DD`.
pub(super) fn iso(day: Date) -> String {
    format!("{}-{:02}-{:02}", padded(day.year()), day.month(), day.day())
}

/// Four digits, with a minus before the year 0.
fn padded(year: i16) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

/// The day so many days later.
pub(super) fn plus_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The month so many months later.
pub(super) fn plus_months((year, month): (i16, i8), months: i32) -> Option<(i16, i8)> {
    let total = i32::from(year) * 12 + i32::from(month) - 1 + months;
    let year = i16::try_from(total.div_euclid(12)).ok().filter(is_in_calendar)?;
    Some((year, i8::try_from(total.rem_euclid(12) + 1).ok()?))
}

/// The year so many years later, as far as the calendar goes.
pub(super) fn plus_years(year: i16, years: i32) -> Option<i16> {
    let year = i16::try_from(i32::from(year).checked_add(years)?).ok()?;
    is_in_calendar(&year).then_some(year)
}

/// Four digits tell no other year.
pub(super) fn is_in_calendar(year: &i16) -> bool {
    (-9999..=9999).contains(year)
}

/// Monday to Sunday of the week that `day` is in.
pub(super) fn week_of(day: Date) -> Option<(Date, Date)> {
    let monday = plus_days(day, -i32::from(day.weekday().to_monday_zero_offset()))?;
    Some((monday, plus_days(monday, 6)?))
}

/// The latest such weekday on or before `day`; Monday is 1.
pub(super) fn weekday_until(day: Date, weekday: i8) -> Option<Date> {
    let back = (day.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
    plus_days(day, -i32::from(back))
}

/// The first such weekday on or after `day`; Monday is 1.
pub(super) fn weekday_from(day: Date, weekday: i8) -> Option<Date> {
    let on = (weekday - day.weekday().to_monday_one_offset()).rem_euclid(7);
    plus_days(day, i32::from(on))
}

/// The first (1) to fifth, or the last (-1), such weekday of a month.
pub(super) fn nth_weekday((year, month): (i16, i8), nth: i8, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

/// The number of days from one day to another.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn counts_weeks_from_monday() {
        assert_eq!(week_of(day("2025-02-09")), Some((day("2025-02-03"), day("2025-02-09"))));
        assert_eq!(weekday_until(day("2025-02-08"), 6), Some(day("2025-02-08")));
        assert_eq!(weekday_from(day("2025-02-08"), 5), Some(day("2025-02-14")));
    }

    #[test]
    fn writes_what_is_not_known_as_x() {
        for (place, written) in [
            (Place::Decade(1990), "199X"),
            (Place::Century(1900), "19XX"),
            (Place::Season(2024, 21), "2024-21"),
            (Place::DayOfYear(5, 16), "XXXX-05-16"),
            (Place::Year(-43), "-0043"),
            (Place::Year(347), "0347"),
        ] {
            assert_eq!(place.low(), written);
        }
    }

    #[test]
    fn stops_where_the_calendar_ends() {
        assert_eq!(plus_days(day("2025-01-01"), i32::MAX), None);
        assert_eq!(plus_years(2025, i32::MAX), None);
        assert_eq!(plus_years(2025, 20_000), None);
    }
}
