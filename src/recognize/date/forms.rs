//! What the tables of the documentation say, and the forms that are told apart by little.

use super::*;
use crate::lang::en;
use crate::recognize::DateKind;
use crate::recognize::forms;

/// Every date of the text as `words = value`, with two dots before a last end, bound and kind where they are
/// not the usual ones; `?` without a value.
fn told(text: &str) -> String {
    let document = Document::read(text, &en::LANGUAGE);
    let tell = |mention: &DateMention| {
        let value = mention.value.as_deref().unwrap_or("?");
        let mut told = format!("{} = {value}", mention.span.of(text));
        if let Some(high) = &mention.high {
            told += &format!("..{high}");
        }
        if mention.bound != Bound::Exact {
            told += &format!(" {:?}", mention.bound);
        }
        if mention.kind != DateKind::Date {
            told += &format!(" ({:?})", mention.kind);
        }
        told
    };
    // A Saturday.
    let mentions = find(&document, &en::LANGUAGE, "2025-02-08".parse().ok());
    mentions.iter().map(tell).collect::<Vec<_>>().join("; ")
}

fn check(table: &[(&str, &str)]) {
    forms::check(table, told);
}

#[test]
fn does_what_the_tables_of_the_documentation_say() {
    forms::check(&forms::rows(include_str!("FORMS.md")), told);
}

#[test]
fn looks_ahead_only_where_the_sentence_does() {
    check(&[
        ("The dam will be full in three days.", "in three days = 2025-02-11"),
        ("In two weeks, ministers will vote.", "In two weeks = 2025-02-22"),
        ("He lost five kilos in two weeks.", ""),
        ("It would be the biggest fall in two weeks.", ""),
        ("We will know in a month or two.", ""),
        ("It is due within two days of the vote.", ""),
        ("She will sing three songs in an hour.", ""),
        ("In 20 minutes", "In 20 minutes = ?"),
    ]);
}

#[test]
fn keeps_the_tense_apart_from_what_only_looks_like_one() {
    check(&[
        ("On Tuesday, Mohamed will speak.", "Tuesday = 2025-02-11"),
        ("On Tuesday, he said he will speak.", "Tuesday = 2025-02-04"),
        ("A January update will follow.", "January = 2025-01"),
        ("They must proceed on Tuesday.", "Tuesday = 2025-02-11"),
        (
            "It is to run from February 3 through March 9.",
            "February 3 through March 9 = 2025-02-03..2025-03-09 Between (Range)",
        ),
    ]);
}

#[test]
fn tells_every_weekday_from_one_that_lost_its_apostrophe() {
    check(&[
        ("On Mondays he rests.", "Mondays = XXXX-WXX-1 (Set)"),
        ("Mondays are slow.", "Mondays = XXXX-WXX-1 (Set)"),
        ("He is ready for Sundays match.", "Sundays = 2025-02-02"),
        ("They accused each other Friday of lying.", "Friday = 2025-02-07"),
        ("They sing on Friday mornings.", "Friday mornings = XXXX-WXX-5 (Set)"),
    ]);
}

#[test]
fn leaves_the_part_of_the_day_outside_unless_an_hour_needs_it() {
    check(&[
        ("It burned on Friday night.", "Friday = 2025-02-07"),
        ("It burned on Friday night at 9.", "Friday night at 9 = 2025-02-07T21 (Datetime)"),
        ("Fire on Friday Night", "Friday Night = 2025-02-07"),
        ("It ended at 8:15 this evening.", "8:15 this evening = 2025-02-08T20:15 (Datetime)"),
        ("It ended at 2 in the morning on Friday.", "2 in the morning on Friday = 2025-02-07T02 (Datetime)"),
    ]);
}

#[test]
fn counts_parts_only_in_what_is_longer() {
    check(&[
        ("In the first months of 2010.", "2010 = 2010"),
        ("The first week of the season was wet.", ""),
        (
            "The first two weeks of March 2024 were wet.",
            "first two weeks of March 2024 = 2024-03-04..2024-03-17 (Range)",
        ),
        ("On the 31st day of February.", "31st day of February = ?"),
        ("On the fifth Monday of February 2025.", "fifth Monday of February 2025 = ?"),
    ]);
}

#[test]
fn reads_no_day_into_counts_and_scores() {
    check(&[
        ("The three November tests were lost.", "November = 2024-11"),
        ("It came in at number four in March.", "March = 2025-03"),
        ("They drew on Sunday, 2-2.", "Sunday = 2025-02-02"),
        ("He won 3/4 of the vote on 2/3 of the maps.", ""),
        ("A vote on 11/5.", "11/5 = 2024-11-05"),
        ("Waitangi Day - February 6 - is near.", "Waitangi Day = 2025-02-06; February 6 = 2025-02-06"),
    ]);
}

#[test]
fn counts_what_follows_from_the_day_before_it() {
    check(&[
        (
            "It began on 3 March 2021. In the following three days it grew.",
            "3 March 2021 = 2021-03-03; following three days = 2021-03-04..2021-03-06 (Range)",
        ),
        ("In the two previous years it grew.", "two previous years = 2023..2025 (Range)"),
    ]);
}

#[test]
fn compares_times_without_joining_them() {
    check(&[
        (
            "A drop between the last quarter of 2019 and the previous year.",
            "last quarter of 2019 = 2019-10..2019-12 (Range); previous year = 2018",
        ),
        ("Trains leave at 10:30-11:45 UTC.", "10:30-11:45 UTC = T10:30Z..T11:45Z Between (Range)"),
    ]);
}
