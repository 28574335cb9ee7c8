//! What the tables of the documentation say, and the forms that are told apart by little.

use super::*;
use crate::lang::en;
use crate::recognize::DateKind;
use crate::recognize::forms;

/// Every date of the text as `words = value`, with two dots before a last end, bound and kind where they are
/// not the usual ones; `?` without a value.
fn told(text: &str) -> String {
    told_in(None, text)
}

/// The same for an article of that locale.
fn told_in(locale: Option<&str>, text: &str) -> String {
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
    let locale = locale.map(|tag| Locale::read(tag).expect("a tag"));
    let source = Source { published: "2025-02-08".parse().ok(), locale: locale.as_ref() };
    let mentions = Finder::new(&en::LANGUAGE).find(&document, source);
    mentions.iter().map(tell).collect::<Vec<_>>().join("; ")
}

fn check(table: &[(&str, &str)]) {
    forms::check(table, told);
}

#[test]
fn does_what_the_tables_of_the_documentation_say() {
    forms::check(&forms::rows(include_str!("FORMS.md"), 100), told);
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

#[test]
fn reads_days_and_months_in_the_order_of_the_locale() {
    let (march, april) = ("2024-03-04", "2024-04-03");
    for (locale, value) in [
        ("en-US", march),
        ("en_PH", march),
        ("en-Latn-US-x-web", march),
        ("en-GB", april),
        ("EN-in", april),
        ("en-150", april),
        ("en", march),
        ("en-CA", march),
        ("en-001", march),
        ("en-u-ca-gregory", march),
        ("de-DE", march),
    ] {
        let told = told_in(Some(locale), "It opened on 3/4/2024.");
        assert_eq!(told, format!("3/4/2024 = {value}"), "{locale}");
    }
}

#[test]
fn believes_the_dates_of_the_article_before_the_locale() {
    let (british, american) =
        ("It opened 25/3/2024 and shut on 3/4/2024.", "It opened 3/25/2024 and shut on 3/4/2024.");
    assert!(told_in(Some("en-US"), british).ends_with("3/4/2024 = 2024-04-03"));
    assert!(told_in(Some("en-GB"), american).ends_with("3/4/2024 = 2024-03-04"));
    let undecided = "It opened 25/3/2024, moved on 3/25/2024 and shut on 3/4/2024.";
    assert!(told_in(Some("en-GB"), undecided).ends_with("3/4/2024 = 2024-04-03"));
    assert!(told_in(None, undecided).ends_with("3/4/2024 = 2024-03-04"));
    assert!(told_in(None, "It opened 25-03-2024 and shut on 3-4-2024.").ends_with("3-4-2024 = 2024-04-03"));
}

#[test]
fn follows_the_order_of_the_months_in_words_where_nothing_else_decides() {
    let british = "It opened on 25 March and shut on 3/4/2024.";
    assert!(told(british).ends_with("3/4/2024 = 2024-04-03"));
    assert!(told_in(Some("en-US"), british).ends_with("3/4/2024 = 2024-03-04"));
    assert!(told("It opened on March 25 and shut on 3/4/2024.").ends_with("3/4/2024 = 2024-03-04"));
}

#[test]
fn refuses_what_is_no_language_tag() {
    for tag in [
        "",
        "e",
        "en-",
        "-GB",
        "en GB",
        "en-gb!",
        "englishes",
        "en-verylongpart",
        "e1-GB",
        "ën",
        "month_first ",
    ] {
        assert_eq!(Locale::read(tag), None, "{tag:?}");
    }
}

#[test]
fn looks_back_where_a_past_verb_is_said_of_the_date_itself() {
    check(&[
        ("The bridge was closed in November.", "November = 2024-11"),
        ("He was freed in September.", "September = 2024-09"),
        ("In July, the government announced a plan.", "July = 2024-07"),
        ("The government announced a vote in July.", "July = 2025-07"),
        ("The fair is held in July.", "July = 2025-07"),
        ("The fair will be held in July.", "July = 2025-07"),
    ]);
}

#[test]
fn counts_no_later_time_past_the_day_of_publication_in_the_past_tense() {
    check(&[
        ("He resigned two months later.", "two months later = ?"),
        ("He confessed in 2020. Two years later he recanted.", "2020 = 2020; Two years later = 2022"),
    ]);
}

#[test]
fn takes_this_weekend_for_the_last_one_where_it_is_told_as_past_until_the_middle_of_the_week() {
    let told = |published: &str, text: &str| tests::read(text, Some(published)).join("; ");
    // 5 February 2025 is a Wednesday.
    assert_eq!(
        told("2025-02-05", "Thousands gathered this weekend."),
        "this weekend = 2025-02-01/2025-02-02"
    );
    assert_eq!(
        told("2025-02-06", "Thousands gathered this weekend."),
        "this weekend = 2025-02-08/2025-02-09"
    );
    assert_eq!(told("2025-02-05", "They will gather this weekend."), "this weekend = 2025-02-08/2025-02-09");
    assert_eq!(
        told("2025-02-05", "They trained for this weekend's match."),
        "this weekend = 2025-02-08/2025-02-09"
    );
}

#[test]
fn leaves_clocks_of_races_and_names_alone() {
    check(&[
        ("It began at 2:17:18.", "2:17:18 = T02:17:18 (Time)"),
        ("It is so: A January survey found it.", "January = 2025-01"),
        ("In the 20th century Fox was founded.", "20th century = 19XX"),
        ("After 9/11 it changed.", "9/11 = 2001-09-11 MoreThan"),
        ("A number in the fall of 2005.", "fall of 2005 = 2005-23"),
    ]);
}

#[test]
fn keeps_the_year_of_a_range_together() {
    check(&[
        (
            "Between October 1 and December 3 last year, 40 fell ill.",
            "October 1 and December 3 last year = 2024-10-01..2024-12-03 Between (Range)",
        ),
        (
            "The police counted 40 cases between May and July.",
            "May and July = 2024-05..2024-07 Between (Range)",
        ),
        (
            "The fair, to be held on 26-28 August, is free.",
            "26-28 August = 2025-08-26..2025-08-28 Between (Range)",
        ),
    ]);
}

#[test]
fn tells_verbs_and_names_from_seasons_and_days() {
    check(&[
        ("The raids will last 180 days.", ""),
        ("Since the subsequent fall of the city, all is quiet.", ""),
        ("Leaders of Barrio 18 in March agreed.", "March = 2025-03"),
        ("It was 2010's best film of the 1990's.", "2010 = 2010; 1990's = 199X"),
        ("It was held in the previous century.", "previous century = 19XX"),
        ("He learned more in the last fortnight.", "last fortnight = 2025-01-25..2025-02-08 (Range)"),
        ("A tale of 6,000 years ago.", "6,000 years ago = ?"),
        ("In the following two years, prices rose.", "following two years = ? (Range)"),
        ("She was appointed at the end of August.", "end of August = 2024-08"),
        ("ROME, Feb 10 - Voters rejected it.", "Feb 10 = 2025-02-10"),
    ]);
}

#[test]
fn knows_years_by_the_adjectives_and_years_beside_them() {
    check(&[
        ("He said: \"It began in 2010.\" Then he left.", "2010 = 2010"),
        ("She wrote \"on January 15, 2017.\"", "January 15, 2017 = 2017-01-15"),
        ("Sales fell in both 2005 and 2006.", "2005 = 2005; 2006 = 2006"),
        ("The court's controversial 2002 ruling stands.", "2002 = 2002"),
        ("He made a widely seen 1998 Western.", "1998 = 1998"),
        ("The remaining 1998 voters left.", ""),
        ("It has stood since at least 1982 and dates back to 1974.", "1982 = 1982 AtLeast; 1974 = 1974"),
        ("In at least 2014 houses and of at least 2015 farms.", ""),
        ("The Good Friday Agreement held.", ""),
    ]);
}
