//! Numbers, in digits and in words, to exact decimals.
//!
//! | form | example | value |
//! |---|---|---|
//! | digits, grouped | `39,000`, `12,34,567`, `1 234 567`, `1'000`, `1.111,50` | 39000 ... |
//! | decimals | `1.5`, `.08`, `five point two`, `point 77` | 1.5 ... |
//! | spelled out | `two hundred and fifty-three thousand` | 253000 |
//! | digits with scale words | `3.2 million`, `3 lakh crore`, `3 hundred and 21` | 3200000 ... |
//! | with an article | `a dozen`, `a million`, `half a million`, `half a dozen` | 12 ... |
//! | mixed | `2½`, `2 1/4`, `two and a half`, `five and a half million` | 2.5 ... |
//! | fractions | `two-thirds`, `3/4`, `⅔`, `a fifth`, `half` | 0.666666666666667 ... |
//! | ordinals | `22nd`, `third`, `one hundred and twenty-fifth` | 22 ... |
//!
//! It does not decide whether a number counts anything: years, telephone numbers and signs are the
//! caller's business, and so are letters that multiply ("25k", "$3m").

mod digits;

use self::digits::{digit_groups, slashed};
pub(super) use self::digits::{digits, vulgar};
use super::Decimal;
use super::grammar::{Words, is_hyphen};
use crate::lang::number::NumberWord::{self, Group, Hundred, Scale, Small, Tens};

/// A number, and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Exact; fractions whose decimals never end are rounded at 15 places.
    pub value: Decimal,
    /// One past its last token.
    pub end: usize,
    /// How it is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone: "39,000".
    Digits,
    /// Digits and words: "3 million".
    Mixed,
    /// Words alone.
    Spelled,
}

/// The number that begins at token `at`: whole, decimal, or mixed ("two and a half").
pub(super) fn cardinal(words: Words, at: usize) -> Option<Numeral> {
    if let Some(found) = fraction_of_scale(words, at) {
        return Some(found);
    }
    let found = plain(words, at)?;
    Some(with_fraction(words, found).unwrap_or(found.numeral))
}

/// The ordinal that begins at token `at`: "22nd", "third", "one hundred and twenty-fifth".
pub(super) fn ordinal(words: Words, at: usize) -> Option<Numeral> {
    let numbers = &words.language.numbers;
    if words.is_number(at) {
        let ends = words.is_glued(at + 1) && numbers.ordinal_endings.has(words.normal(at + 1));
        let value = if ends { digits(words.word(at))? } else { return None };
        return Some(Numeral { value, end: at + 2, form: Form::Digits });
    }
    if let Some(&word) = numbers.ordinals.get(words.normal(at)) {
        return Some(Numeral { value: worth(word)?, end: at + 1, form: Form::Spelled });
    }
    numbers.cardinals.get(words.normal(at))?;
    let before = plain(words, at)?.numeral;
    let joined = usize::from(is_hyphen(words.word(before.end)) || is_joiner(words, before.end));
    let last = before.end + joined;
    // The last word alone says that it is an ordinal: what stands before it adds or multiplies.
    let value = match *numbers.ordinals.get(words.normal(last))? {
        Hundred | Scale(_) | Group(_) => {
            before.value.times(worth(numbers.ordinals.get(words.normal(last)).copied()?)?)?
        }
        Small(small) => {
            let (hundreds, tens) = split_hundreds(before.value)?;
            let fits = (tens == 0 && hundreds > 0) || (tens >= 20 && tens % 10 == 0 && small < 10);
            if fits { before.value.plus(Decimal::whole(i64::from(small)))? } else { return None }
        }
        Tens(tens) => {
            let fits = matches!(split_hundreds(before.value)?, (hundreds, 0) if hundreds > 0);
            if fits { before.value.plus(Decimal::whole(i64::from(tens)))? } else { return None }
        }
    };
    (before.form == Form::Spelled).then_some(Numeral { value, end: last + 1, form: Form::Spelled })
}

/// The fraction that begins at token `at`: "two-thirds", "3/4", "⅔", "a fifth", "half".
pub(super) fn fraction(words: Words, at: usize) -> Option<Numeral> {
    if let Some(found) = slashed(words, at) {
        return Some(found);
    }
    if let Some(value) = vulgar(words.word(at)) {
        return Some(Numeral { value, end: at + 1, form: Form::Digits });
    }
    let numbers = &words.language.numbers;
    let one = Decimal::whole(1);
    if numbers.articles.has(words.normal(at)) {
        let (value, end) = denominator(words, skip_hyphen(words, at + 1), false)?;
        return Some(Numeral { value: one.over(value)?, end, form: Form::Spelled });
    }
    // "half" needs neither article nor number.
    if numbers.denominators.get(words.normal(at)) == Some(&Small(2)) {
        return Some(Numeral { value: one.over(Decimal::whole(2))?, end: at + 1, form: Form::Spelled });
    }
    let top = plain(words, at)?.numeral;
    let (bottom, end) = denominator(words, skip_hyphen(words, top.end), top.value != one)?;
    Some(Numeral { value: top.value.over(bottom)?, end, form: top.form })
}

/// Ten to which power the scale words before token `end` multiply by: 6 for "3 million".
pub(super) fn power_before(words: Words, end: usize) -> u8 {
    let power = |at| match words.language.numbers.cardinals.get(words.normal(at)) {
        Some(&Scale(power)) => power,
        _ => 0,
    };
    let last = words.before(end);
    power(last) + if power(last) > 0 { power(words.before(last)) } else { 0 }
}

/// A number without a fraction, and ten to which power its last part was multiplied by.
#[derive(Clone, Copy)]
struct Plain {
    numeral: Numeral,
    power: u8,
}

/// A sum of terms, each multiplied by its scale words, the scales falling: "two million, three hundred
/// thousand and five".
fn plain(words: Words, at: usize) -> Option<Plain> {
    let mut term = group(words, at)?;
    let mut sum = Decimal::whole(0);
    loop {
        let (power, end) = scales(words, term.end);
        sum = sum.plus(term.value.scaled(i32::from(power))?)?;
        let form = if end > term.end && term.form == Form::Digits { Form::Mixed } else { term.form };
        let next = if power > 0 && form == Form::Spelled { next_group(words, end, power) } else { None };
        match next {
            Some(group) => term = group,
            None => return finish(words, Numeral { value: sum, end, form }, power),
        }
    }
}

/// Adds what may end a number: dozens, or the decimals of "two point five".
fn finish(words: Words, found: Numeral, power: u8) -> Option<Plain> {
    let numbers = &words.language.numbers;
    let mut numeral = found;
    if let Some(&Group(size)) = numbers.cardinals.get(words.normal(numeral.end)) {
        numeral.value = numeral.value.times(Decimal::whole(i64::from(size)))?;
        numeral.end += 1;
    } else if numeral.form == Form::Spelled
        && numbers.points.has(words.normal(numeral.end))
        && let Some((decimals, end)) = decimals(words, numeral.end + 1)
    {
        numeral.value = numeral.value.plus(decimals)?;
        numeral.end = end;
        let (power, end) = scales(words, end);
        numeral.value = numeral.value.scaled(i32::from(power))?;
        numeral.end = end;
    }
    Some(Plain { numeral, power })
}

/// What is added after a scale word: "three hundred thousand" after "two million [and]".
fn next_group(words: Words, at: usize, power: u8) -> Option<Numeral> {
    let at = at + usize::from(is_joiner(words, at));
    if words.is_number(at) || is_article(words, at) {
        return None;
    }
    let group = group(words, at)?;
    // "between one thousand and two thousand" are two numbers, and so are "five million and three quarters".
    let divides = denominator(words, skip_hyphen(words, group.end), true).is_some();
    (scales(words, group.end).0 < power && !divides).then_some(group)
}

/// A number below a thousand, in words or digits; digits may be of any size.
fn group(words: Words, at: usize) -> Option<Numeral> {
    let numbers = &words.language.numbers;
    let head = if is_article(words, at) {
        match numbers.cardinals.get(words.normal(at + 1))? {
            Hundred | Scale(_) | Group(_) => {}
            Small(_) | Tens(_) => return None,
        }
        Numeral { value: Decimal::whole(1), end: at + 1, form: Form::Spelled }
    } else {
        below_hundred(words, at)?
    };
    if numbers.cardinals.get(words.normal(head.end)) != Some(&Hundred) {
        return Some(head);
    }
    let form = if head.form == Form::Digits { Form::Mixed } else { head.form };
    let hundreds = Numeral { value: head.value.scaled(2)?, end: head.end + 1, form };
    Some(hundreds_and(words, hundreds, head.form).unwrap_or(hundreds))
}

/// What is added after "hundred": "[and] sixty-one".
fn hundreds_and(words: Words, hundreds: Numeral, form: Form) -> Option<Numeral> {
    let at = hundreds.end + usize::from(is_joiner(words, hundreds.end));
    if words.is_number(at) && (form != Form::Digits || at == hundreds.end) {
        return None;
    }
    let rest = below_hundred(words, at)?;
    let repeats = words.language.numbers.cardinals.get(words.normal(rest.end)) == Some(&Hundred);
    let fits = rest.value.to_whole().is_some_and(|value| value < 100) && !repeats;
    // "one hundred and three quarters" is a hundred and a fraction.
    let divides = rest.value < Decimal::whole(10) && denominator(words, rest.end, true).is_some();
    if !fits || divides {
        return None;
    }
    Some(Numeral { value: hundreds.value.plus(rest.value)?, end: rest.end, form: hundreds.form })
}

/// Digits, or words from "zero" to "ninety-nine".
fn below_hundred(words: Words, at: usize) -> Option<Numeral> {
    if let Some((value, end)) = digit_groups(words, at) {
        return Some(Numeral { value, end, form: Form::Digits });
    }
    let cardinals = &words.language.numbers.cardinals;
    let spelled =
        |value: u8, end| Numeral { value: Decimal::whole(i64::from(value)), end, form: Form::Spelled };
    match *cardinals.get(words.normal(at))? {
        Small(value) => Some(spelled(value, at + 1)),
        Tens(tens) => {
            let next = skip_hyphen(words, at + 1);
            match cardinals.get(words.normal(next)) {
                Some(&Small(small @ 1..=9)) => Some(spelled(tens + small, next + 1)),
                _ => Some(spelled(tens, at + 1)),
            }
        }
        Hundred | Scale(_) | Group(_) => None,
    }
}

/// The product of the scale words from token `at`, as a power of ten: "lakh crore". A hyphen may come
/// first: "3-million".
fn scales(words: Words, at: usize) -> (u8, usize) {
    let cardinals = &words.language.numbers.cardinals;
    let mut power = 0;
    let mut end = at;
    loop {
        let next = if end == at { skip_hyphen(words, end) } else { end };
        match cardinals.get(words.normal(next)) {
            Some(&Scale(more)) if power + more < 40 => power += more,
            _ => return (power, end),
        }
        end = next + 1;
    }
}

/// The digits after "point", in words or digits: "zero three", "75", "seventy-one".
fn decimals(words: Words, at: usize) -> Option<(Decimal, usize)> {
    /// More decimals than these are not spoken.
    const MOST_DIGITS: i32 = 9;
    let mut value = Decimal::whole(0);
    let mut places = 0;
    let mut end = at;
    while places < MOST_DIGITS {
        let Some(next) = below_hundred(words, end) else { break };
        let Some(whole) = next.value.to_whole() else { break };
        let width = if next.form == Form::Digits {
            i32::try_from(words.word(end).len()).ok()?
        } else {
            1 + i32::from(whole > 9)
        };
        places += width;
        value = value.plus(next.value.scaled(-places)?)?;
        end = next.end;
    }
    (end > at).then_some((value, end))
}

/// "half a million", "a quarter of a million", "half a dozen", "quarter-million".
fn fraction_of_scale(words: Words, at: usize) -> Option<Numeral> {
    let numbers = &words.language.numbers;
    let first = words.normal(at);
    let begins = numbers.denominators.has(first)
        || numbers.articles.has(first)
        || numbers.cardinals.has(first)
        || words.is_number(at);
    if !begins {
        return None;
    }
    let part = match numbers.denominators.get(first) {
        Some(&word @ Small(2 | 4)) => {
            Numeral { value: Decimal::whole(1).over(worth(word)?)?, end: at + 1, form: Form::Spelled }
        }
        _ => fraction(words, at)?,
    };
    let mut next = skip_hyphen(words, part.end);
    let of = usize::from(numbers.partitives.has(words.normal(next)));
    next += of + usize::from(is_article(words, next + of));
    let value = part.value.times(worth(*numbers.cardinals.get(words.normal(next))?)?)?;
    let is_scale = matches!(numbers.cardinals.get(words.normal(next)), Some(Hundred | Scale(_) | Group(_)));
    is_scale.then_some(Numeral { value, end: next + 1, form: part.form })
}

/// The fraction after a whole number: "2½", "2 1/4", "two and a half", "five and a half million",
/// "a million and a half".
fn with_fraction(words: Words, whole: Plain) -> Option<Numeral> {
    let Plain { numeral: Numeral { value, end, form }, power } = whole;
    value.to_whole()?;
    // "two and a half", "two-and-a-half-year"
    let joiner = skip_hyphen(words, end);
    let joined = is_joiner(words, joiner);
    let first = skip_hyphen(words, joiner + 1);
    let part = if joined { fraction(words, first)? } else { glued_fraction(words, end)? };
    if part.value >= Decimal::whole(1) {
        return None;
    }
    if joined && is_article(words, first) {
        // "forty and a third man" is no number: what also counts places must not stand before a word.
        let last = words.language.numbers.denominators.get(words.normal(part.end - 1));
        if !matches!(last, Some(Small(2 | 4))) && words.is_word(part.end) {
            return None;
        }
    }
    let (more, after) = scales(words, part.end);
    // "five and a half million", "one billion and a half million", "a million and a half"
    let value = match more {
        0 => value.plus(part.value.scaled(i32::from(power))?)?,
        _ if power > more => value.plus(part.value.scaled(i32::from(more))?)?,
        _ => value.plus(part.value)?.scaled(i32::from(more))?,
    };
    Some(Numeral { value, end: after, form })
}

/// "½" or "1/4" right after a whole number.
fn glued_fraction(words: Words, at: usize) -> Option<Numeral> {
    if !words.is_number(words.before(at)) {
        return None;
    }
    match vulgar(words.word(at)) {
        Some(value) => Some(Numeral { value, end: at + 1, form: Form::Digits }),
        None => slashed(words, at),
    }
}

/// What divides: "thirds", "twenty-fifths"; in the singular after one.
fn denominator(words: Words, at: usize, plural: bool) -> Option<(Decimal, usize)> {
    let numbers = &words.language.numbers;
    let table = if plural { &numbers.plural_denominators } else { &numbers.denominators };
    if let Some(&word) = table.get(words.normal(at)) {
        return Some((worth(word)?, at + 1));
    }
    let Some(&Tens(tens)) = numbers.cardinals.get(words.normal(at)) else { return None };
    let last = skip_hyphen(words, at + 1);
    match table.get(words.normal(last)).or_else(|| numbers.ordinals.get(words.normal(last))) {
        Some(&Small(small @ 1..=9)) => Some((Decimal::whole(i64::from(tens + small)), last + 1)),
        _ => None,
    }
}

/// The hundreds, and what is left below a hundred.
fn split_hundreds(value: Decimal) -> Option<(i64, i64)> {
    let whole = value.to_whole()?;
    Some((whole / 100, whole % 100))
}

fn worth(word: NumberWord) -> Option<Decimal> {
    match word {
        Small(value) | Tens(value) | Group(value) => Some(Decimal::whole(i64::from(value))),
        Hundred => Some(Decimal::whole(100)),
        Scale(power) => Decimal::whole(1).scaled(i32::from(power)),
    }
}

fn skip_hyphen(words: Words, at: usize) -> usize {
    at + usize::from(is_hyphen(words.word(at)))
}

fn is_joiner(words: Words, at: usize) -> bool {
    words.language.numbers.joiners.has(words.normal(at))
}

fn is_article(words: Words, at: usize) -> bool {
    words.language.numbers.articles.has(words.normal(at))
}

#[cfg(test)]
mod tests {
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
                (
                    "two hundred and fifty-three thousand people",
                    "253000 two hundred and fifty-three thousand",
                ),
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
}
