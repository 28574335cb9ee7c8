//! Every whole number up to 10^15, printed in every way that news writes numbers, reads back as itself.

use std::sync::LazyLock;

use super::Finder;
use crate::lang::en;
use crate::recognize::Decimal;
use crate::text::Document;

static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(&en::LANGUAGE));

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(u64, &str, &str); 4] = [
    (1_000_000_000_000, "trillion", "tn"),
    (1_000_000_000, "billion", "bn"),
    (1_000_000, "million", "mln"),
    (1_000, "thousand", "k"),
];

/// Below a hundred: "forty-two".
fn tens(value: u64, hyphen: &str) -> String {
    match (value / 10, value % 10) {
        (0 | 1, _) => SMALL[value as usize].to_owned(),
        (tens, 0) => TENS[tens as usize].to_owned(),
        (tens, ones) => format!("{}{hyphen}{}", TENS[tens as usize], SMALL[ones as usize]),
    }
}

/// Below a thousand: "three hundred and forty-two".
fn hundreds(value: u64, and: &str, hyphen: &str) -> String {
    match (value / 100, value % 100) {
        (0, rest) => tens(rest, hyphen),
        (hundreds, 0) => format!("{} hundred", SMALL[hundreds as usize]),
        (hundreds, rest) => format!("{} hundred{and} {}", SMALL[hundreds as usize], tens(rest, hyphen)),
    }
}

/// Any number, in words.
fn in_words(value: u64, and: &str, hyphen: &str) -> String {
    let mut parts = Vec::new();
    let mut rest = value;
    for (scale, word, _) in SCALES {
        if rest >= scale {
            parts.push(format!("{} {word}", hundreds(rest / scale, and, hyphen)));
            rest %= scale;
        }
    }
    if rest > 0 || value == 0 {
        let joined = if rest < 100 && !parts.is_empty() { and.trim_start() } else { "" };
        let space = if joined.is_empty() { "" } else { " " };
        parts.push(format!("{joined}{space}{}", hundreds(rest, and, hyphen)));
    }
    parts.join(" ")
}

/// In digits, with the separator between groups of three, or in the Indian way of two and at last three.
fn grouped(value: u64, separator: &str, indian: bool) -> String {
    let plain = value.to_string();
    let mut text = String::new();
    for (index, digit) in plain.chars().enumerate() {
        let left = plain.len() - index;
        let breaks = if indian { left == 3 || (left > 3 && left % 2 == 1) } else { left.is_multiple_of(3) };
        if index > 0 && breaks {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// With the largest magnitude that leaves at least one: "3.25 million", "3.25bn".
fn with_magnitude(value: u64, letters: bool) -> Option<String> {
    let (scale, word, short) = SCALES.into_iter().find(|(scale, ..)| value >= *scale)?;
    let digits = scale.ilog10() as usize;
    let decimals = format!("{:0digits$}", value % scale);
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    let whole = value / scale;
    Some(if letters {
        format!("{whole}{point}{decimals}{short}")
    } else {
        format!("{whole}{point}{decimals} {word}")
    })
}

/// The only figure of "It counted N boats." must be N, from end to end.
fn reads_back(written: &str, value: u64) -> Result<(), String> {
    let text = format!("It counted {written} boats.");
    let found = FINDER.find(&Document::read(&text, &en::LANGUAGE));
    let told: Vec<_> = found.iter().map(|figure| (figure.span.of(&text), figure.value)).collect();
    let wanted = i64::try_from(value).ok().map(Decimal::whole);
    if told == [(written, wanted)] { Ok(()) } else { Err(format!("{text:?}: {told:?}, not {value}")) }
}

fn reads_back_in_every_way(value: u64) -> Result<(), String> {
    for (and, hyphen) in [(" and", "-"), ("", "-"), (" and", " "), ("", " ")] {
        reads_back(&in_words(value, and, hyphen), value)?;
    }
    for separator in [",", ".", "'", " ", "\u{a0}"] {
        // One point before three digits is the decimal one: "1.000".
        if separator != "." || value >= 1_000_000 {
            reads_back(&grouped(value, separator, false), value)?;
        }
    }
    reads_back(&grouped(value, ",", true), value)?;
    reads_back(&value.to_string(), value)?;
    for letters in [false, true] {
        if let Some(written) = with_magnitude(value, letters) {
            reads_back(&written, value)?;
        }
    }
    Ok(())
}

#[test]
fn reads_round_numbers_back() {
    for power in 0..=15 {
        let round = 10u64.pow(power);
        for value in [round, 2 * round, 5 * round, round + 1, round.saturating_sub(1)] {
            if value <= 1_000_000_000_000_000 {
                assert_eq!(reads_back_in_every_way(value), Ok(()));
            }
        }
    }
}

#[test]
fn reads_small_numbers_back() {
    for value in 0..=1_200 {
        assert_eq!(reads_back_in_every_way(value), Ok(()));
    }
}

#[cfg(not(target_arch = "wasm32"))]
proptest::proptest! {
    #[test]
    fn reads_numbers_of_every_size_back(power in 0u32..=15, share in 0.1f64..1.0) {
        let value = (10f64.powi(power as i32) * share) as u64;
        proptest::prop_assert_eq!(reads_back_in_every_way(value), Ok(()));
    }
}
