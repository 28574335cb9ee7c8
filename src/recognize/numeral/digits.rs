//! Numbers in digits: separators, scientific writing, fractions with a slash or of one character.

use super::{Form, Numeral};
use crate::recognize::Decimal;
use crate::recognize::grammar::{Words, is_hyphen};

/// Digits with their separators, as one token: "39,000", "1.5", "12,34,567", "1.111,50". `None` for
/// what is no number: "1.2.2014", "1,23", "192.168.1.2".
pub(in crate::recognize) fn digits(word: &str) -> Option<Decimal> {
    let count = |mark| word.bytes().filter(|&byte| byte == mark).count();
    let whole_of = |mark| word.split_once(char::from(mark)).map_or(word, |(whole, _)| whole);
    match (count(b','), count(b'.')) {
        (0, 0 | 1) => Decimal::parse(word),
        (0, _) => is_grouped_by(word, '.').then(|| Decimal::of_digits(word, None))?,
        (_, 0) => is_grouped_by(word, ',').then(|| Decimal::of_digits(word, None))?,
        // The decimal comma of continental Europe.
        (1, _) if word.rfind('.') < word.find(',') => {
            is_grouped_by(whole_of(b','), '.').then(|| Decimal::of_digits(word, Some(b',')))?
        }
        (_, 1) if word.rfind(',') < word.find('.') => {
            is_grouped_by(whole_of(b'.'), ',').then(|| Decimal::of_digits(word, Some(b'.')))?
        }
        _ => None,
    }
}

/// A fraction that is one character: "½".
pub(in crate::recognize) fn vulgar(word: &str) -> Option<Decimal> {
    let mut characters = word.chars();
    let (first, None) = (characters.next()?, characters.next()) else { return None };
    let (top, bottom) = match first {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Decimal::whole(top).over(Decimal::whole(bottom))
}

/// Digits, joined over spaces and apostrophes between groups of three: "1 234 567", "1'000".
pub(super) fn digit_groups(words: Words, at: usize) -> Option<(Decimal, usize)> {
    if is_point(words, at) && words.is_number(at + 1) && words.is_glued(at + 1) {
        let plain = words.word(at + 1);
        let fits = plain.bytes().all(|byte| byte.is_ascii_digit());
        return if fits { Some((Decimal::parse(&format!(".{plain}"))?, at + 2)) } else { None };
    }
    if !words.is_number(at) {
        return None;
    }
    let first = words.word(at);
    let mut end = at + 1;
    while let Some(next) = next_digit_group(words, at, end) {
        end = next;
    }
    if end == at + 1 {
        let value = digits(first)?;
        return Some(exponent(words, value, end).unwrap_or((value, end)));
    }
    let (first, last) = (words.span(at..at + 1), words.span(end - 1..end));
    let digits = Decimal::of_digits(words.text(first.cover(last)), Some(b'.'))?;
    Some((digits, end))
}

/// The power that is written after a number: "1.3e6", "2×10^8", "6x10−3", "2^64".
fn exponent(words: Words, value: Decimal, at: usize) -> Option<(Decimal, usize)> {
    if !words.is_glued(at) {
        return None;
    }
    let word = words.normal(at);
    if word == "^" {
        let (power, end) = signed(words, at + 1)?;
        return Some((value.powered(power)?, end));
    }
    if let Some(power) = word.strip_prefix('e') {
        let (power, end) =
            if power.is_empty() { signed(words, at + 1)? } else { (power.parse().ok()?, at + 1) };
        return Some((value.scaled(power)?, end));
    }
    let (base, end) = match word {
        "x" | "×" => (words.word(at + 1), at + 2),
        _ => (word.strip_prefix('x')?, at + 1),
    };
    let caret = usize::from(words.word(end) == "^" && words.is_glued(end));
    if (base != "10" && caret == 0) || !words.is_glued(end) {
        return None;
    }
    let (power, end) = signed(words, end + caret)?;
    Some((value.times(digits(base)?.powered(power)?)?, end))
}

/// A whole number with its sign, glued to what stands before it.
fn signed(words: Words, at: usize) -> Option<(i32, usize)> {
    /// Larger powers do not fit, whatever the base.
    const LARGEST: i32 = 128;
    let negative = matches!(words.word(at), "-" | "−" | "–");
    let digits = at + usize::from(negative || words.word(at) == "+");
    let power: i32 = words.word(digits).parse().ok()?;
    let fits = words.is_glued(at) && words.is_glued(digits) && power <= LARGEST;
    fits.then_some((if negative { -power } else { power }, digits + 1))
}

/// The end of the group of three digits that goes on at token `end` with the number from `at`.
fn next_digit_group(words: Words, at: usize, end: usize) -> Option<usize> {
    /// Longer numbers than this many tokens are pages of digits, not amounts.
    const MOST_TOKENS: usize = 12;
    let is_plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let first = words.word(at);
    if first.len() > 3 || !is_plain(first) || first.starts_with('0') || end - at > MOST_TOKENS {
        return None;
    }
    let quoted = words.is_glued(end) && matches!(words.word(end), "'" | "’") && words.is_glued(end + 1);
    let group = end + usize::from(quoted);
    let spaced = matches!(words.gap(group), " " | "\u{a0}" | "\u{202f}" | "\u{2009}");
    let word = words.word(group);
    let (whole, decimals) = word.split_once('.').unwrap_or((word, "0"));
    let fits = whole.len() == 3 && is_plain(whole) && is_plain(decimals) && words.is_number(group);
    // "20 300 people": a number before says that these are columns, or a list.
    let listed = words.is_number(words.before(at));
    // "10 737-800 planes": the second number is a name.
    let named = is_hyphen(words.word(group + 1)) && words.is_glued(group + 1) && words.is_number(group + 2);
    (fits && (quoted || spaced) && !listed && !named).then_some(group + 1)
}

/// "3/4": two whole numbers and a slash without spaces, the first the smaller, no third (a date).
pub(super) fn slashed(words: Words, at: usize) -> Option<Numeral> {
    let slash = matches!(words.word(at + 1), "/" | "⁄") && words.is_glued(at + 1);
    if !slash || !words.is_number(at) || !words.is_number(at + 2) || !words.is_glued(at + 2) {
        return None;
    }
    if words.word(at + 3) == "/" && words.is_glued(at + 3) {
        return None;
    }
    let (top, bottom) = (digits(words.word(at))?.to_whole()?, digits(words.word(at + 2))?.to_whole()?);
    if top == 0 || top >= bottom {
        return None;
    }
    let value = Decimal::whole(top).over(Decimal::whole(bottom))?;
    Some(Numeral { value, end: at + 3, form: Form::Digits })
}

/// A decimal point before digits that ends nothing: ".08", "-.5", "$.50".
fn is_point(words: Words, at: usize) -> bool {
    let before = words.before(at);
    let signed = || {
        let sign = matches!(words.word(before), "-" | "−" | "+" | "(" | "<" | ">" | "=" | "~");
        (sign && !words.is_word(words.before(before)))
            || words.language.currencies.signs.has(words.normal(before))
    };
    words.word(at) == "." && (!words.is_glued(at) || signed())
}

/// Whether the groups are of three digits, or in the Indian way of two and at last three.
fn is_grouped_by(word: &str, separator: char) -> bool {
    let mut groups = word.split(separator).rev();
    let last = groups.next().map_or(0, str::len);
    let mut lengths = groups.map(str::len).peekable();
    let mut all_three = true;
    let mut all_two = true;
    while let Some(length) = lengths.next() {
        let leads = lengths.peek().is_none();
        all_three &= if leads { (1..=3).contains(&length) } else { length == 3 };
        all_two &= if leads { (1..=2).contains(&length) } else { length == 2 };
    }
    last == 3 && (all_three || (all_two && separator == ','))
}
