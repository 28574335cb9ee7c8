//! Currencies before and after a number.

use std::borrow::Cow;

use super::amount::Amount;
use crate::recognize::grammar::{Words, is_hyphen, longest};
use crate::recognize::numeral;
use crate::recognize::{Decimal, FigureKind};

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
        // Apart, "A" and "us" are words, unless all marks stand apart, as in text cut into tokens.
        let cut = !words.gap(at + 2).is_empty();
        let apart = words.is_number(at + 2) && (cut || (words.word(at).len() > 1 && words.is_capital(at)));
        if sign && (words.is_glued(at + 1) || apart) {
            return Some((code, at + 2));
        }
    }
    let code = currencies.codes.get(normal).filter(|code| code.letters == words.word(at))?;
    let sign = usize::from(currencies.signs.has(words.normal(at + 1)));
    let next = at + 1 + sign + usize::from(words.word(at + 1) == "." && words.is_number(at + 2));
    words.is_number(next).then_some((code.unit, next))
}

/// Takes the currency after the amount into it: "dollars", "Danish crowns", "€", "KWD".
pub(super) fn closing(words: Words, amount: &mut Amount) -> bool {
    let currencies = &words.language.currencies;
    let end = amount.end;
    let at = end + usize::from(is_hyphen(words.word(end)) && words.is_glued(end));
    if let Some(&code) = currencies.signs.get(words.normal(at)) {
        // "10 $ 30": the sign of the next amount stands right before it.
        if words.is_number(at + 1) && words.is_glued(at + 1) {
            return false;
        }
        return take(amount, code, 0, at + 1);
    }
    if let Some(&code) = currencies.prefixes.get(words.normal(at))
        && currencies.signs.has(words.normal(at + 1))
        && words.is_glued(at + 1)
        && !words.is_number(at + 2)
    {
        return take(amount, code, 0, at + 2);
    }
    if let Some(code) = currencies.codes.get(words.normal(at)).filter(|code| code.letters == words.word(at)) {
        return take(amount, code.unit, 0, at + 1);
    }
    let Some((money, name_end)) = longest(words, &currencies.names, at, MOST_TOKENS) else { return false };
    let enough = amount.value.is_some_and(|value| value >= Decimal::whole(i64::from(money.least)));
    if !enough || (money.glued && !(at == end && words.is_glued(at) && words.is_number(end - 1))) {
        return false;
    }
    take(amount, money.unit, money.power, name_end)
}

/// Adds the hundredths that follow: "13 dollars 45 cents", "20 dollars and 43c".
pub(super) fn add_hundredths(words: Words, amount: &mut Amount) {
    let and = usize::from(words.language.numbers.joiners.has(words.normal(amount.end)));
    let Some(part) = numeral::cardinal(words, amount.end + and) else { return };
    let names = &words.language.currencies.names;
    let Some(money) = names.get(words.normal(part.end)) else { return };
    let fits = part.value < Decimal::whole(100) && part.value.to_whole().is_some();
    let (Some(value), Some(hundredths), true) =
        (amount.value, part.value.scaled(-2), fits && money.hundredth)
    else {
        return;
    };
    if let (Some(sum), true) = (value.plus(hundredths), value.to_whole().is_some()) {
        amount.value = Some(sum);
        amount.end = part.end + 1;
    }
}

/// After "$5 million" the name may follow: "US dollars" says nothing new but belongs to the amount.
pub(super) fn skip_name(words: Words, amount: &mut Amount) {
    let currencies = &words.language.currencies;
    if let Some(code) = currencies.codes.get(words.normal(amount.end))
        && code.letters == words.word(amount.end)
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
