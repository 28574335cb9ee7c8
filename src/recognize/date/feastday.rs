//! On which day of a year a feast falls.

use jiff::civil::Date;

use super::calendar::{nth_weekday, plus_days};
use crate::lang::calendar::Feast;

/// The first and the last day of a feast that goes on for so many days.
///
/// Jewish days begin on the evening before, so that the first day here is the one of that evening.
pub(super) fn days_of(feast: Feast, year: i16, days: i8) -> Option<(Date, Date)> {
    let first = day_of(feast, year)?;
    let eve = matches!(feast, Feast::Jewish(_) | Feast::Kislev(_));
    Some((plus_days(first, -i32::from(eve))?, plus_days(first, i32::from(days) - 1)?))
}

fn day_of(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(nth, weekday, month, more) => {
            plus_days(nth_weekday((year, month), nth, weekday)?, i32::from(more))
        }
        Feast::Easter(days) => plus_days(easter(year)?, i32::from(days)),
        Feast::Orthodox(days) => plus_days(orthodox_easter(year)?, i32::from(days)),
        Feast::Jewish(days) => plus_days(jewish_new_year(year)?, i32::from(days)),
        Feast::Kislev(days) => {
            // Tishri has 30 days, and Heshvan before Kislev 29, or 30 in years that are full.
            let length = jewish_new_year_number(year.checked_add(1)?) - jewish_new_year_number(year);
            let kislev = 59 + 24 + i32::from(length % 10 == 5);
            plus_days(jewish_new_year(year)?, kislev + i32::from(days))
        }
        Feast::Islamic(month, day) => islamic(year, month, day),
    }
}

/// Easter Sunday, by the anonymous Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    Date::new(year, i8::try_from(f / 31).ok()?, i8::try_from(f % 31 + 1).ok()?).ok()
}

/// Easter Sunday of the Orthodox churches, by Meeus's Julian computus.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let f = d + e + 114;
    let julian = Date::new(year, i8::try_from(f / 31).ok()?, i8::try_from(f % 31 + 1).ok()?).ok()?;
    // How far the Julian calendar is behind.
    plus_days(julian, y / 100 - y / 400 - 2)
}

/// The first of Tishri that falls in a year.
fn jewish_new_year(year: i16) -> Option<Date> {
    plus_days(Date::new(1, 1, 1).ok()?, jewish_new_year_number(year) - 1)
}

/// The same as a number of days, where 1 January of the year 1 is 1.
fn jewish_new_year_number(year: i16) -> i32 {
    /// The year that begins in autumn of the year 0.
    const FIRST: i32 = 3761;
    /// The number of the first day of the Jewish calendar.
    const EPOCH: i32 = -1_373_427;
    let year = i32::from(year) + FIRST;
    let (last, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let delay = if next - this == 356 { 2 } else { i32::from(this - last == 382) };
    EPOCH + this + delay
}

/// Days from the first new moon to that of a Jewish year; the year never begins on some weekdays.
fn elapsed(year: i32) -> i32 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * i64::from(months);
    let day = 29 * months + i32::try_from(parts.div_euclid(25_920)).unwrap_or(0);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The first such day of the Islamic calendar in a year, by the civil table of thirty years.
fn islamic(year: i16, month: i8, day: i8) -> Option<Date> {
    /// The number of the first day of the Islamic calendar, where 1 January of the year 1 is 1.
    const EPOCH: i32 = 227_015;
    let (month, day) = (i32::from(month), i32::from(day));
    let months = 29 * (month - 1) + (6 * month - 1) / 11;
    let fixed = |hijri: i32| {
        let years = (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30);
        plus_days(Date::new(1, 1, 1).ok()?, EPOCH - 1 + years + months + day - 1)
    };
    // Its years are shorter by a 33rd.
    let near = (i32::from(year) - 622) * 33 / 32;
    (near.max(1) - 1..=near + 2).filter_map(fixed).find(|found| found.year() == year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn falls_on(feast: Feast, days: i8, known: &[(&str, &str)]) {
        for (first, last) in known {
            let (first, last): (Date, Date) = (first.parse().expect("a day"), last.parse().expect("a day"));
            assert_eq!(days_of(feast, first.year(), days), Some((first, last)));
        }
    }

    #[test]
    fn finds_easter() {
        let known = ["1954-04-18", "2000-04-23", "2024-03-31", "2025-04-20"];
        falls_on(Feast::Easter(0), 1, &known.map(|day| (day, day)));
    }

    #[test]
    fn finds_the_easter_of_the_orthodox_churches() {
        let known = ["2000-04-30", "2016-05-01", "2023-04-16", "2024-05-05", "2025-04-20"];
        falls_on(Feast::Orthodox(0), 1, &known.map(|day| (day, day)));
    }

    #[test]
    fn finds_jewish_feasts_from_the_evening_before() {
        falls_on(Feast::Jewish(0), 2, &[("2018-09-09", "2018-09-11"), ("2023-09-15", "2023-09-17")]);
        falls_on(Feast::Jewish(-163), 8, &[("2018-03-30", "2018-04-07"), ("2024-04-22", "2024-04-30")]);
        falls_on(Feast::Kislev(0), 8, &[("2018-12-02", "2018-12-10"), ("2023-12-07", "2023-12-15")]);
    }

    #[test]
    fn finds_islamic_feasts_as_they_are_reckoned() {
        falls_on(Feast::Islamic(9, 1), 30, &[("2025-03-01", "2025-03-30"), ("2018-05-16", "2018-06-14")]);
        let known = ["1980-10-20", "2018-08-22", "2025-06-07"];
        falls_on(Feast::Islamic(12, 10), 1, &known.map(|day| (day, day)));
    }

    #[test]
    fn stops_where_the_calendar_ends() {
        for year in [-9999, 0, 9999] {
            for feast in [
                Feast::Easter(0),
                Feast::Orthodox(9),
                Feast::Jewish(-163),
                Feast::Kislev(0),
                Feast::Islamic(9, 1),
            ] {
                days_of(feast, year, 8);
            }
        }
    }
}
