use super::*;
use crate::lang::en;
use crate::text::Document;

type Grammar = fn(Words, usize) -> Option<Numeral>;

/// The value and the words it was read from, as "value words".
fn read(grammar: Grammar, text: &str) -> Option<String> {
    let document = Document::read(text, &en::LANGUAGE);
    let words = Words::of(&document, &en::LANGUAGE, 0..document.tokens.len());
    let found = grammar(words, 0)?;
    Some(format!("{} {}", found.value, words.span(0..found.end).of(text)))
}

fn check(grammar: Grammar, table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(read(grammar, text).as_deref().unwrap_or("-"), *expected, "{text:?}");
    }
}

#[test]
fn reads_digits_with_their_separators() {
    check(
        cardinal,
        &[
            ("39,000 homes", "39000 39,000"),
            ("12,34,567 voters", "1234567 12,34,567"),
            ("1 234 567 votes", "1234567 1 234 567"),
            ("1'250'000 francs", "1250000 1'250'000"),
            ("1.111,50 kroner", "1111.5 1.111,50"),
            ("1.5 points", "1.5 1.5"),
            (".08 per cent", "0.08 .08"),
            ("20 homes", "20 20"),
            ("1.2.2014", "-"),
            ("1,23", "-"),
            ("99,9999", "99 99"),
        ],
    );
}

#[test]
fn reads_numbers_of_any_length_in_words() {
    check(
        cardinal,
        &[
            ("twenty-five boats", "25 twenty-five"),
            ("two hundred and fifty-three thousand people", "253000 two hundred and fifty-three thousand"),
            (
                "seven million four hundred thousand and nine",
                "7400009 seven million four hundred thousand and nine",
            ),
            ("twelve hundred sheep", "1200 twelve hundred"),
            ("three lakh crore rupees", "3000000000000 three lakh crore"),
            ("six crore two lakh", "60200000 six crore two lakh"),
            ("two point zero five metres", "2.05 two point zero five"),
            ("ninety", "90 ninety"),
        ],
    );
}

#[test]
fn reads_digits_with_scale_words() {
    check(
        cardinal,
        &[
            ("3.2 million tonnes", "3200000 3.2 million"),
            ("3 lakh voters", "300000 3 lakh"),
            ("3 hundred and 21 pages", "321 3 hundred and 21"),
            ("3-million-year-old", "3000000 3-million"),
            ("2 million and 300 more", "2000000 2 million"),
        ],
    );
}

#[test]
fn reads_articles_dozens_and_halves() {
    check(
        cardinal,
        &[
            ("a dozen eggs", "12 a dozen"),
            ("two dozen eggs", "24 two dozen"),
            ("half a dozen eggs", "6 half a dozen"),
            ("a hundred and one", "101 a hundred and one"),
            ("a million people", "1000000 a million"),
            ("half a million people", "500000 half a million"),
            ("a quarter of a million people", "250000 a quarter of a million"),
            ("two and a half hours", "2.5 two and a half"),
            ("five and a half million", "5500000 five and a half million"),
            ("a million and a half", "1500000 a million and a half"),
            ("2½ hours", "2.5 2½"),
            ("two-and-a-half-year", "2.5 two-and-a-half"),
            ("2 1/4 inches", "2.25 2 1/4"),
            ("a house", "-"),
            ("hundred", "-"),
        ],
    );
}

#[test]
fn keeps_the_two_ends_of_a_span_of_numbers_apart() {
    check(
        cardinal,
        &[
            ("two hundred and three hundred", "200 two hundred"),
            ("one thousand and two thousand", "1000 one thousand"),
            ("twenty twenty", "20 twenty"),
            ("four and a third man", "4 four"),
        ],
    );
}

#[test]
fn reads_ordinals() {
    check(
        ordinal,
        &[
            ("22nd floor", "22 22nd"),
            ("third wave", "3 third"),
            ("twenty-first century", "21 twenty-first"),
            ("one hundred and twenty-fifth", "125 one hundred and twenty-fifth"),
            ("two hundredth", "200 two hundredth"),
            ("20 second delay", "-"),
            ("two third parties", "-"),
            ("22 floors", "-"),
        ],
    );
}

#[test]
fn reads_fractions() {
    check(
        fraction,
        &[
            ("two-thirds of it", "0.666666666666667 two-thirds"),
            ("three quarters", "0.75 three quarters"),
            ("a fifth of", "0.2 a fifth"),
            ("one-eighth", "0.125 one-eighth"),
            ("half the town", "0.5 half"),
            ("3/4 cup", "0.75 3/4"),
            ("⅔", "0.666666666666667 ⅔"),
            ("three twenty-fifths", "0.12 three twenty-fifths"),
            ("1/2/2014", "-"),
            ("two third parties", "-"),
            ("four", "-"),
        ],
    );
}

#[test]
fn answers_hostile_input() {
    for text in ["9".repeat(5000), "1,".repeat(3000), "twenty-".repeat(3000), "a million ".repeat(2000)] {
        for grammar in [cardinal as Grammar, ordinal, fraction] {
            read(grammar, &text);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
proptest::proptest! {
    #[test]
    fn reads_grouped_digits_back(value in 0i64..1_000_000_000_000_000) {
        let plain = value.to_string();
        let mut grouped = String::new();
        for (index, digit) in plain.chars().enumerate() {
            if index > 0 && (plain.len() - index) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        proptest::prop_assert_eq!(digits(&grouped), Some(Decimal::whole(value)));
    }
}
