//! Numbers, in digits and in words, to exact decimals.
//!
//! | form | example | value |
//! |---|---|---|
//! | digits, grouped | `39,000`, `12,34,567`, `1 234 567`, `1'000`, `1.111,50` | 39000 ... |
//! | decimals | `1.5`, `.08`, `five point two`, `point 77` | 1.5 ... |
//! | powers | `1.3e6`, `2×10^8`, `2^64`, `1.1^-2` | 1300000 ... |
//! | spelled out | `two hundred and fifty-three thousand`, `one twenty two` | 253000 ... |
//! | digits with scale words | `3.2 million`, `3 lakh crore`, `3 hundred and 21`, `6 crore two lakh` | 3200000 ... |
//! | with an article | `a dozen`, `a million`, `half a million`, `half a dozen` | 12 ... |
//! | mixed | `2½`, `2 1/4`, `two and a half`, `two hundred and three fifths` | 2.5 ... |
//! | fractions | `two-thirds`, `3/4`, `⅔`, `a fifth`, `half`, `one over three` | 0.666666666666667 ... |
//! | ordinals | `22nd`, `third`, `one hundred and twenty-fifth` | 22 ... |
//!
//! It does not decide whether a number counts anything: years, telephone numbers and signs are the
//! caller's business, and so are letters that multiply ("25k", "$3m").

mod digits;
mod fraction;
mod spelled;
#[cfg(test)]
mod tests;

pub(super) use self::digits::{digits, vulgar};
pub(super) use self::fraction::fraction;
use self::fraction::{of_scale, with_fraction};
use self::spelled::plain;
pub(super) use self::spelled::scales;
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
    read(words, at).0
}

/// The number and the fraction that begin at token `at`: "one" and "one-fifth".
pub(super) fn read(words: Words, at: usize) -> (Option<Numeral>, Option<Numeral>) {
    let plain = plain(words, at);
    let fraction = fraction::after(words, at, plain);
    let mixed = || plain.map(|plain| with_fraction(words, plain).unwrap_or(plain.numeral));
    (of_scale(words, at, fraction).or_else(mixed), fraction)
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
    // "forty—second": a dash for a hyphen
    let dash = words.word(before.end) == "—" && words.is_glued(before.end) && words.is_glued(before.end + 1);
    let joined = usize::from(is_hyphen(words.word(before.end)) || dash || is_joiner(words, before.end));
    let last = before.end + joined;
    // The last word alone says that it is an ordinal: what stands before it adds or multiplies.
    let value = match *numbers.ordinals.get(words.normal(last))? {
        // "one thousandth of a second" is a fraction.
        Hundred | Scale(_) | Group(_) if numbers.partitives.has(words.normal(last + 1)) => return None,
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

/// Ten to which power the scale words before token `end` multiply by: 6 for "3 million".
pub(super) fn power_before(words: Words, end: usize) -> u8 {
    let power = |at| match words.language.numbers.cardinals.get(words.normal(at)) {
        Some(&Scale(power)) => power,
        _ => 0,
    };
    let last = words.before(end);
    power(last) + if power(last) > 0 { power(words.before(last)) } else { 0 }
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

/// Past the "of" and the article between a fraction and what it is taken of: "half an", "a third of a",
/// "half of one".
pub(super) fn skip_of(words: Words, at: usize) -> usize {
    let of = usize::from(words.language.numbers.partitives.has(words.normal(at)));
    let next = at + of;
    let one =
        || of == 1 && (words.word(next) == "1" || words.language.figures.pronouns.has(words.normal(next)));
    next + usize::from(is_article(words, next) || one())
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
