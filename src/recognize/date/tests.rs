//! Sentences with the dates that a reader finds in them.

use super::*;
use crate::lang::en;

/// Every date of the text as `words = value`, `words = value/high`, or `words = ?` without a value.
pub(super) fn read(text: &str, published: Option<&str>) -> Vec<String> {
    let document = Document::read(text, &en::LANGUAGE);
    let published = published.map(|day| day.parse().expect("a day"));
    let mentions = Finder::new(&en::LANGUAGE).find(&document, Source { published, locale: None });
    mentions
        .iter()
        .map(|mention| {
            let value = mention.value.as_deref().unwrap_or("?");
            let high = mention.high.as_ref().map(|high| format!("/{high}")).unwrap_or_default();
            format!("{} = {value}{high}", mention.span.of(text))
        })
        .collect()
}

/// On Saturday, 8 February 2025.
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(read(text, Some("2025-02-08")), *expected, "{text:?}");
    }
}

#[test]
fn reads_days_in_every_order() {
    check(&[
        ("The war began on February 24, 2022.", &["February 24, 2022 = 2022-02-24"]),
        ("It opened Tuesday , September 22 , 2015 .", &["Tuesday , September 22 , 2015 = 2015-09-22"]),
        ("She was born on 24 February 1961 in Lyon.", &["24 February 1961 = 1961-02-24"]),
        ("The vote of the 3rd of March 2019 was annulled.", &["3rd of March 2019 = 2019-03-03"]),
        ("They met on the twenty-first of May 2015.", &["twenty-first of May 2015 = 2015-05-21"]),
        ("Signed 2022-02-24 in Kyiv.", &["2022-02-24 = 2022-02-24"]),
        ("Logged at 2022-02-24T10:30:00Z by the server.", &["2022-02-24T10:30:00Z = 2022-02-24T10:30:00Z"]),
        ("Due 24.02.2022 at the latest.", &["24.02.2022 = 2022-02-24"]),
        ("It lapses on 2/24/2022.", &["2/24/2022 = 2022-02-24"]),
        ("Filed 8-May-2006 by the clerk.", &["8-May-2006 = 2006-05-08"]),
        ("On Sept. 3, 2001, they left.", &["Sept. 3, 2001 = 2001-09-03"]),
    ]);
}

#[test]
fn takes_the_order_of_digits_from_the_article() {
    check(&[
        ("From 3/4/2024 on.", &["3/4/2024 = 2024-03-04"]),
        ("Opened 25/3/2024. It shut on 3/4/2024.", &["25/3/2024 = 2024-03-25", "3/4/2024 = 2024-04-03"]),
    ]);
}

#[test]
fn finds_the_nearest_year_of_a_day_or_month() {
    check(&[
        ("The bridge was closed on September 14.", &["September 14 = 2024-09-14"]),
        ("The festival takes place on May 16.", &["May 16 = 2025-05-16"]),
        ("Prices have risen since March.", &["March = 2025-03"]),
        ("It closed in November.", &["November = 2024-11"]),
        ("It will reopen in November.", &["November = 2025-11"]),
    ]);
    assert_eq!(read("The festival is on May 16.", None), ["May 16 = XXXX-05-16"]);
}

#[test]
fn tells_months_and_weekdays_from_names_and_verbs() {
    check(&[
        ("Voters may march to the square.", &[]),
        ("Theresa May said that April Jones may come.", &[]),
        ("They march in May and June.", &["May = 2025-05", "June = 2025-06"]),
        ("The Sunday Times reported it on Sunday.", &["Sunday = 2025-02-02"]),
        ("He told USA Today that he sat in the sun.", &[]),
        ("He sat there; the second man saw the sun.", &[]),
        ("An august body met.", &[]),
    ]);
}

#[test]
fn knows_years_by_what_stands_around_them() {
    check(&[
        ("In 2014, 2015 and 2016 it rained.", &["2014 = 2014", "2015 = 2015", "2016 = 2016"]),
        ("The 2014 election was fair.", &["2014 = 2014"]),
        ("About 2014 people came, and 1950 soldiers.", &[]),
        ("The strike of 1984 (like that of 1926) failed.", &["1984 = 1984", "1926 = 1926"]),
        ("Expo 2016 drew crowds to Row 1984.", &["2016 = 2016", "1984 = 1984"]),
        ("2014 was dry.", &["2014 = 2014"]),
        ("It cost $2014 or 2015 euros.", &[]),
        ("The 2015-16 season and the years 1914–1918.", &["2015-16 = 2015/2016", "1914–1918 = 1914/1918"]),
        ("Call 2010-2015-86 now.", &[]),
        ("By 2030 seas will rise.", &["2030 = 2030"]),
        ("Built in 347 AD, lost in 44 BC.", &["347 AD = 0347", "44 BC = -0043"]),
    ]);
}

#[test]
fn reads_decades_centuries_seasons_and_quarters() {
    check(&[
        ("In the mid-1990s and the 1980s.", &["mid-1990s = 199X", "1980s = 198X"]),
        ("The '60s and the sixties, not her 60s.", &["'60s = 196X", "sixties = 196X"]),
        (
            "A 19th-century hall of the late 18th century.",
            &["19th-century = 18XX", "late 18th century = 17XX"],
        ),
        ("In spring 2024 and the summer of 2010.", &["spring 2024 = 2024-21", "summer of 2010 = 2010-22"]),
        ("Last summer was hot; this winter is not.", &["Last summer = 2024-22", "this winter = 2024-24"]),
        (
            "The third quarter of 2024 beat Q1 2023.",
            &["third quarter of 2024 = 2024-07/2024-09", "Q1 2023 = 2023-01/2023-03"],
        ),
        (
            "Sales in the fourth quarter and in fiscal 2024.",
            &["fourth quarter = 2024-10/2024-12", "fiscal 2024 = 2024"],
        ),
    ]);
}

#[test]
fn counts_from_the_day_of_publication() {
    check(&[
        ("On Tuesday and on Saturday.", &["Tuesday = 2025-02-04", "Saturday = 2025-02-08"]),
        ("They will meet on Tuesday.", &["Tuesday = 2025-02-11"]),
        ("Last Tuesday, next Tuesday.", &["Last Tuesday = 2025-02-04", "next Tuesday = 2025-02-11"]),
        (
            "Last week, this month, next year.",
            &["Last week = 2025-01-27/2025-02-02", "this month = 2025-02", "next year = 2026"],
        ),
        (
            "Yesterday evening, tomorrow and the day before yesterday.",
            &["Yesterday = 2025-02-07", "tomorrow = 2025-02-09", "day before yesterday = 2025-02-06"],
        ),
        (
            "Two weeks ago, a year ago and a couple of days ago.",
            &["Two weeks ago = 2025-01-25", "a year ago = 2024", "a couple of days ago = 2025-02-06"],
        ),
        (
            "Over the past five years and the last 24 hours.",
            &["past five years = 2020/2025", "last 24 hours = 2025-02-07/2025-02-08"],
        ),
        ("A few months ago, in the past few days.", &["A few months ago = ?", "past few days = ?"]),
        (
            "Late last year, by the end of the year.",
            &["Late last year = 2024", "end of the year = 2025-12-31"],
        ),
        ("On the first Monday of October 2024.", &["first Monday of October 2024 = 2024-10-07"]),
    ]);
}

#[test]
fn counts_from_dates_of_the_text() {
    check(&[
        ("He was elected in 2015. A year later he resigned.", &["2015 = 2015", "A year later = 2016"]),
        (
            "It began on 3 March 2021. The following day it rained.",
            &["3 March 2021 = 2021-03-03", "following day = 2021-03-04"],
        ),
        ("Profit rose 3% from a year earlier.", &["a year earlier = 2024"]),
        ("The following day it rained.", &["following day = ?"]),
    ]);
}

#[test]
fn joins_a_month_with_the_year_or_week_beside_it() {
    check(&[
        ("Until his arrest in March last year.", &["March last year = 2024-03"]),
        ("On 13 April this year it froze.", &["13 April this year = 2025-04-13"]),
        ("Between January and July of last year.", &["January and July of last year = 2024-01/2024-07"]),
        (
            "The first half of this year; the last week of May 2024.",
            &["first half of this year = 2025-01/2025-06", "last week of May 2024 = 2024-05-20/2024-05-26"],
        ),
        ("It fell in 2019. In April of that year it rose.", &["2019 = 2019", "April of that year = 2019-04"]),
        ("They met on Tuesday of last week.", &["Tuesday of last week = 2025-01-28"]),
        ("Over the last year and the last decade.", &["last year = 2024/2025", "last decade = 2015/2025"]),
    ]);
}

#[test]
fn takes_the_past_from_the_verb_next_to_it() {
    check(&[
        ("Taxes will rise, the minister said on Tuesday.", &["Tuesday = 2025-02-04"]),
        ("The report will be released on Tuesday.", &["Tuesday = 2025-02-11"]),
    ]);
}

#[test]
fn leaves_relative_dates_open_without_a_day_of_publication() {
    assert_eq!(
        read("On Tuesday, last week, two years ago, in 2014.", None),
        ["Tuesday = ?", "last week = ?", "two years ago = ?", "2014 = 2014"]
    );
}

#[test]
fn leaves_amounts_of_time_to_figures() {
    check(&[
        ("It took three years and 100 days.", &[]),
        ("A 14 - year - old boy ran for 2 hours.", &[]),
        ("The second half of the game, the last minute, the last day.", &[]),
    ]);
}

#[test]
fn spans_ranges() {
    check(&[
        ("From 3-20 November 2024.", &["3-20 November 2024 = 2024-11-03/2024-11-20"]),
        ("On May 5-7, 2014, they met.", &["May 5-7, 2014 = 2014-05-05/2014-05-07"]),
        ("From March to May it is dry.", &["March to May = 2025-03/2025-05"]),
        ("Between 2010 and 2015 it grew.", &["2010 and 2015 = 2010/2015"]),
        ("Dec 28 - Jan 3, 2015 at sea.", &["Dec 28 - Jan 3, 2015 = 2014-12-28/2015-01-03"]),
        ("Open Friday to Monday.", &["Friday to Monday = 2025-02-07/2025-02-10"]),
        ("Open 9 a.m. to 5 p.m. on Tuesday.", &["9 a.m. to 5 p.m. on Tuesday = 2025-02-04T09/2025-02-04T17"]),
    ]);
}

#[test]
fn reads_times_of_day() {
    check(&[
        ("At 5:30 p.m. EST it began.", &["5:30 p.m. EST = T17:30-05:00"]),
        ("It struck at 0730 GMT.", &["0730 GMT = T07:30Z"]),
        ("At noon, at 5 o'clock, around 3pm.", &["noon = T12:00", "5 o'clock = T05", "3pm = T15"]),
        ("Polls closed at 22:30.", &["22:30 = T22:30"]),
        ("They won 2:1 and read John 3:16.", &[]),
        ("They met Friday at 5 p.m. in Bonn.", &["Friday at 5 p.m. = 2025-02-07T17"]),
        ("It landed at 10:05 GMT on Monday.", &["10:05 GMT on Monday = 2025-02-03T10:05Z"]),
        ("Between 5-6 p.m. it hailed.", &["5-6 p.m. = T17/T18"]),
    ]);
}

#[test]
fn reads_sets() {
    check(&[
        (
            "Every Monday they meet, every two weeks they vote.",
            &["Every Monday = XXXX-WXX-1", "every two weeks = P2W"],
        ),
        ("It rains each year.", &["each year = P1Y"]),
    ]);
}

#[test]
fn says_how_exact_the_words_before_are() {
    let document =
        Document::read("Since 2014, by Friday, until May, around 1950, before 2018, in 2019.", &en::LANGUAGE);
    let bounds: Vec<Bound> = Finder::new(&en::LANGUAGE)
        .find(&document, Source::default())
        .iter()
        .map(|mention| mention.bound)
        .collect();
    let expected =
        [Bound::AtLeast, Bound::AtMost, Bound::AtMost, Bound::About, Bound::LessThan, Bound::Exact];
    assert_eq!(bounds, expected);
}

#[test]
fn reads_days_with_a_name_of_their_own() {
    check(&[
        ("The shop shut on Christmas Day.", &["Christmas Day = 2024-12-25"]),
        ("It burned on Christmas Eve 2019.", &["Christmas Eve 2019 = 2019-12-24"]),
        ("She was born on New Year's Eve, 1961.", &["New Year's Eve, 1961 = 1961-12-31"]),
        ("He spoke on New Year’s Day.", &["New Year’s Day = 2025-01-01"]),
        ("Sales began before Thanksgiving.", &["Thanksgiving = 2024-11-28"]),
        ("They marched on Martin Luther King Jr. Day.", &["Martin Luther King Jr. Day = 2025-01-20"]),
        ("The pools open on Memorial Day 2023.", &["Memorial Day 2023 = 2023-05-29"]),
        ("The deal of Good Friday 1998 held.", &["Good Friday 1998 = 1998-04-10"]),
        ("Unions rallied on May Day.", &["May Day = 2024-05-01"]),
        ("It was a good Friday for all.", &["Friday = 2025-02-07"]),
        ("A Christmas tree fell in New York.", &[]),
    ]);
}

#[test]
fn reads_adverbs_as_sets() {
    check(&[
        ("The list is updated daily.", &["daily = P1D"]),
        ("They meet weekly in Lyon.", &["weekly = P1W"]),
        ("Dues fall due annually.", &["annually = P1Y"]),
        ("She reads the Daily Globe and a weekly paper.", &[]),
    ]);
}

#[test]
fn hears_the_future_in_what_is_to_be() {
    check(&[
        ("The vote is to be held on November 20.", &["November 20 = 2025-11-20"]),
        ("Talks are to begin on Friday.", &["Friday = 2025-02-14"]),
        ("The vote was held on November 20.", &["November 20 = 2024-11-20"]),
    ]);
}

#[test]
fn gives_no_value_to_a_range_that_would_end_before_it_begins() {
    check(&[
        ("It ran from Monday to 5 May 2024.", &["Monday to 5 May 2024 = ?"]),
        ("It ran from 3 May to 5 May 2024.", &["3 May to 5 May 2024 = 2024-05-03/2024-05-05"]),
        ("It ran from summer 2024 to spring 2024.", &["summer 2024 to spring 2024 = ?"]),
        ("It ran from September 9999 to May.", &["September 9999 to May = ?"]),
    ]);
}
