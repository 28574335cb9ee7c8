//! What nobody would write, and everything that comes out of it.

use super::tests::read;
use super::*;
use crate::lang::en;

#[test]
fn answers_hostile_input() {
    let pieces = [
        "9 ",
        "may ",
        "May ",
        "1-",
        "1/1/",
        "2014, ",
        "the ",
        "last ",
        "and two ",
        "a ",
        "early ",
        "end of ",
        "5:",
        "'90s ",
        "Friday to ",
        "every ",
        "twenty-",
        "years ",
        "from 2014 to ",
        "first ",
        "99999999999 years ago ",
        "in two ",
        "week of ",
        "quarter past ",
        "half past ",
        "three Fridays ",
        "last day of ",
        "first nine months of ",
        "5/1-",
        "9/11 ",
        "11h45 ",
        "nineteen ",
        "on the 5th ",
        "at eight ",
        "day after ",
    ];
    for piece in pieces {
        read(&piece.repeat(3000), Some("2025-02-08"));
        read(&piece.repeat(3000), None);
    }
    for day in ["-9999-01-01", "9999-12-31", "0001-01-01"] {
        read(
            "Last week, next century, two decades ago, the past 2000000000 years, Easter, on May 5, this weekend, 4000000 quarters ago.",
            Some(day).filter(|day| day.parse::<Date>().is_ok()),
        );
    }
}

proptest::proptest! {
    #[test]
    fn never_panics_and_keeps_order(
        words in proptest::collection::vec(proptest::sample::select(VOCABULARY), 0..40),
        glued in proptest::collection::vec(proptest::bool::ANY, 40),
    ) {
        let mut text = String::new();
        for (word, glued) in words.iter().zip(glued) {
            if !glued {
                text.push(' ');
            }
            text.push_str(word);
        }
        let document = Document::read(&text, &en::LANGUAGE);
        for published in [None, "2024-02-29".parse().ok()] {
            let mentions = Finder::new(&en::LANGUAGE).find(&document, Source { published, locale: None });
            for pair in mentions.windows(2) {
                proptest::prop_assert!(pair[0].span.end <= pair[1].span.start, "{text:?}");
            }
            for mention in &mentions {
                proptest::prop_assert!(!mention.resolved || mention.value.is_some(), "{text:?}");
            }
        }
    }
}

/// Words that dates are made of, for texts that nobody would write.
const VOCABULARY: &[&str] = &[
    "May",
    "March",
    "february",
    "Friday",
    "Sun",
    "12",
    "31",
    "2014",
    "0730",
    "1990",
    "s",
    "'",
    "rd",
    "th",
    "third",
    "two",
    "a",
    "the",
    "of",
    "and",
    "to",
    "-",
    "–",
    "/",
    ":",
    ",",
    ".",
    "T10",
    "p.m.",
    "EST",
    "noon",
    "last",
    "past",
    "this",
    "next",
    "following",
    "year",
    "weeks",
    "days",
    "century",
    "quarter",
    "half",
    "ago",
    "later",
    "before",
    "after",
    "from",
    "between",
    "since",
    "early",
    "end",
    "every",
    "weekend",
    "spring",
    "today",
    "tomorrow",
    "night",
    "couple",
    "few",
    "999999999",
    "million",
    "fiscal",
    "Easter",
    "BC",
    "24.02.2022",
    "5.30",
    "o'clock",
    "now",
    "in",
    "within",
    "ten",
    "thirty",
    "Fridays",
    "weekends",
    "tonight",
    "at",
    "week",
    "day",
    "11h45",
    "GMT",
    "+05:30",
    "Hanukkah",
    "New",
    "Year",
    "other",
    "EOY",
    "H2",
    "will",
    "said",
    "20160229",
];
