//! Currencies before and after a number.

use std::borrow::Cow;

use super::amount::Amount;
use super::number::is_plural;
use super::{part, unit};
use crate::recognize::grammar::{Words, is_hyphen, longest};
use crate::recognize::numeral::{self, Form};
use crate::recognize::{Decimal, FigureKind};

/// Hundredths that are not named are said with two digits: "15 dollars 50", never "15 dollars 5".
const BARE_HUNDREDTHS: std::ops::Range<i64> = 10..100;

/// No currency has more tokens than "new Israeli shekels" with hyphens.
const MOST_TOKENS: usize = 5;

/// The currency written at token `at` before a number, and where the number begins: "$", "US$", "$US",
/// "HK $", "EUR", "Rs."
pub(super) fn opening(words: Words, at: usize) -> Option<(&'static str, usize)> {
    let currencies = &words.language.currencies;
    let normal = words.normal(at);
    if let Some(&code) = currencies.signs.get(normal) {
        // "$US113 trillion", as Australia writes it.
        return match currencies.prefixes.get(words.normal(at + 1)) {
            Some(&code) if words.is_glued(at + 1) && words.is_capital(at + 1) => Some((code, at + 2)),
            _ => Some((code, at + 1)),
        };
    }
    if let Some(&code) = currencies.prefixes.get(normal) {
        let sign = currencies.signs.has(words.normal(at + 1));
        if sign && (words.is_glued(at + 1) || stands_apart(words, at)) {
            return Some((code, at + 2));
        }
    }
    if let Some(code) = currencies.codes.get(normal).filter(|code| code.large) {
        let glued = code.letters == words.word(at) && words.is_number(at + 1) && words.is_glued(at + 1);
        return glued.then_some((code.unit, at + 1));
    }
    let Some((unit, 0)) = code(words, at) else { return named(words, at) };
    let sign = usize::from(currencies.signs.has(words.normal(at + 1)));
    let next = at + 1 + sign + usize::from(words.word(at + 1) == "." && words.is_number(at + 2));
    let meeting = currencies.numbering.has(normal) && words.word(next).len() <= 2;
    (words.is_number(next) && !meeting).then_some((unit, next))
}

/// Whether the letters at token `at` belong to the sign after a space: "HK $5", "S $1". The article does
/// not, nor the end of a possessive; small letters only in text that is cut into tokens.
fn stands_apart(words: Words, at: usize) -> bool {
    let article = words.language.numbers.articles.has(words.normal(at));
    let owner = words.word(words.before(at)).ends_with(['\'', '’']);
    let cut = !words.gap(at + 2).is_empty();
    words.is_number(at + 2) && !article && !owner && (cut || words.is_capital(at))
}

/// "ringgit 42", "Rupees 5 million": a name before digits, where it neither closes the amount before it nor
/// is spoken of itself ("the yen 10 years ago"), and the digits count nothing else.
fn named(words: Words, at: usize) -> Option<(&'static str, usize)> {
    let language = words.language;
    let (money, end) = longest(words, &language.currencies.names, at, MOST_TOKENS)?;
    let leads = language.currencies.leading.has(words.normal(end - 1)) && words.is_number(end);
    let before = words.normal(words.before(at));
    let numbers = &language.numbers;
    let spoken_of = words.is_number(words.before(at))
        || numbers.cardinals.has(before)
        || (language.figures.wholes.has(before) && !numbers.partitives.has(before));
    let begins = words.is_capital(at) || at == words.range().start;
    if !leads || !begins || spoken_of || money.power != 0 {
        return None;
    }
    let number = numeral::cardinal(words, end)?;
    let mut bare = Amount::plain(end, number.end, number.value);
    unit::attach(words, &mut bare);
    // "Euro 2004"
    let plain = words.word(end);
    let year = plain.len() == 4 && plain.bytes().all(|byte| byte.is_ascii_digit()) && number.end == end + 1;
    let counts =
        year || bare.unit.is_some() || bare.kind != FigureKind::Cardinal || is_plural(words, number.end);
    (!counts && !numbers.partitives.has(words.normal(number.end))).then_some((money.unit, end))
}

/// Takes the currency after the amount into it: "dollars", "Danish crowns", "€", "KWD", "MUSD".
pub(super) fn closing(words: Words, amount: &mut Amount) -> bool {
    let currencies = &words.language.currencies;
    let end = amount.end;
    let at = end + usize::from(is_hyphen(words.word(end)) && words.is_glued(end));
    if let Some(&code) = currencies.signs.get(words.normal(at)) {
        // "10 $ 30": the sign of the next amount stands right before it.
        if words.is_number(at + 1) && words.is_glued(at + 1) {
            return false;
        }
        return take(amount, code, 0, at + 1) && scale(words, amount);
    }
    if let Some(&code) = currencies.prefixes.get(words.normal(at))
        && currencies.signs.has(words.normal(at + 1))
        && words.is_glued(at + 1)
        && !words.is_number(at + 2)
    {
        return take(amount, code, 0, at + 2) && scale(words, amount);
    }
    if let Some((unit, power)) = code(words, at) {
        return take(amount, unit, power, at + 1) && scale(words, amount);
    }
    let name = if amount.kind == FigureKind::Fraction { numeral::skip_of(words, at) } else { at };
    let Some((money, name_end)) = longest(words, &currencies.names, name, MOST_TOKENS) else { return false };
    let least = Decimal::whole(i64::from(money.least));
    let enough = amount.value.map_or(money.least == 0, |value| value >= least)
        // "two pounds fifty" and "two pounds and 50 pence" weigh nothing.
        || hundredths(words, name_end).is_some();
    let glued = at == end && words.is_glued(at) && words.is_number(end - 1) && !words.is_capital(at);
    // "the number 2 Sen. Ada Pohl"
    let title = words.is_capital(name) && words.word(name_end) == "." && words.is_word(name_end + 1);
    if !enough || title || (money.glued && !glued) {
        return false;
    }
    take(amount, money.unit, money.power, name_end)
}

/// Whether a currency is written at token `at`: "481m *yuan*".
pub(super) fn follows(words: Words, at: usize) -> bool {
    let money = longest(words, &words.language.currencies.names, at, MOST_TOKENS);
    money.is_some_and(|(money, _)| !money.glued) || code(words, at).is_some()
}

/// The code at token `at`, perhaps with a letter before it that multiplies: "USD", "MEUR".
fn code(words: Words, at: usize) -> Option<(&'static str, i8)> {
    let currencies = &words.language.currencies;
    let (normal, word) = (words.normal(at), words.word(at));
    if let Some(code) = currencies.codes.get(normal) {
        return (code.letters == word && !code.large).then_some((code.unit, 0));
    }
    let letter = normal.chars().next()?.len_utf8();
    let power = *currencies.magnitudes.get(&normal[..letter])?;
    let code = currencies.codes.get(&normal[letter..])?;
    let written =
        words.is_capital(at) && word.get(letter..) == Some(code.letters) && code.letters == code.unit;
    written.then_some((code.unit, power.cast_signed()))
}

/// A scale word behind the currency: "75 USD million".
fn scale(words: Words, amount: &mut Amount) -> bool {
    let (power, end) = numeral::scales(words, amount.end);
    if power > 0 && amount.power == 0 && !is_hyphen(words.word(amount.end)) {
        let scaled = |value: Decimal| value.scaled(i32::from(power));
        amount.value = amount.value.and_then(scaled);
        amount.high = amount.high.and_then(scaled);
        amount.power = power;
        amount.end = end;
    }
    true
}

/// Adds the hundredths that follow: "13 dollars 45 cents", "20 dollars and 43c", "15 dollars 50".
pub(super) fn add_hundredths(words: Words, amount: &mut Amount) {
    let Some(value) = amount.value.filter(|value| value.to_whole().is_some() && amount.power == 0) else {
        return;
    };
    let Some((part, end)) = hundredths(words, amount.end) else { return part::add_fraction(words, amount) };
    if let Some(sum) = part.scaled(-2).and_then(|part| value.plus(part)) {
        amount.value = Some(sum);
        amount.end = end;
    }
}

fn hundredths(words: Words, at: usize) -> Option<(Decimal, usize)> {
    let and = usize::from(words.language.numbers.joiners.has(words.normal(at)));
    let part = numeral::cardinal(words, at + and)?;
    let named =
        words.language.currencies.names.get(words.normal(part.end)).is_some_and(|money| money.hundredth);
    let fits = part.value < Decimal::whole(100) && part.value.to_whole().is_some();
    if named && fits {
        return Some((part.value, part.end + 1));
    }
    let part = part::bare(words, at, BARE_HUNDREDTHS)?;
    // "$3 and fourteen" is said; "$3 50" are two amounts.
    let by_sign = words.is_number(words.before(at));
    (!by_sign || (and == 1 && part.form == Form::Spelled)).then_some((part.value, part.end))
}

/// After "$5 million" the name may follow: "US dollars" says nothing new but belongs to the amount.
pub(super) fn skip_name(words: Words, amount: &mut Amount) {
    let currencies = &words.language.currencies;
    if let Some(code) = currencies.codes.get(words.normal(amount.end))
        && code.letters == words.word(amount.end)
        && !code.large
        && !words.is_number(amount.end + 1)
    {
        amount.unit = Some(Cow::Borrowed(code.unit));
        amount.end += 1;
    }
}

fn take(amount: &mut Amount, unit: &'static str, power: i8, end: usize) -> bool {
    let scaled = |value: Decimal| value.scaled(i32::from(power));
    amount.value = amount.value.and_then(scaled);
    amount.high = amount.high.and_then(scaled);
    amount.kind = FigureKind::Money;
    amount.unit = Some(Cow::Borrowed(unit));
    amount.end = end;
    true
}
