//! One amount or range of amounts, still without the words that qualify it.

use std::borrow::Cow;

use super::number;
use super::{money, rate, unit};
use crate::recognize::grammar::{Words, longest_before};
use crate::recognize::{Decimal, FigureKind};

/// An amount with its unit.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The amount, or the lower end.
    pub value: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// What kind.
    pub kind: FigureKind,
    /// As in results.
    pub unit: Option<Cow<'static, str>>,
    /// Counted by, and one past the words that say so.
    pub per: Option<(Cow<'static, str>, usize)>,
    /// Ten to this power is what its last scale word or letter multiplied by.
    pub power: u8,
    /// Whether its words leave the number open: "a few".
    pub is_loose: bool,
    /// Whether both ends are said as bounds: "more than 10 but fewer than 20".
    pub is_bounded: bool,
}

impl Amount {
    /// A number without a unit.
    pub fn plain(start: usize, end: usize, value: Decimal) -> Self {
        Amount {
            start,
            end,
            value: Some(value),
            high: None,
            kind: FigureKind::Cardinal,
            unit: None,
            per: None,
            power: 0,
            is_loose: false,
            is_bounded: false,
        }
    }

    /// One past the last token, words of the rate included. In a range the rate may stand after the first end
    /// alone: "5 barrels a day to 6".
    pub fn full_end(&self) -> usize {
        self.per.as_ref().map_or(self.end, |&(_, end)| end.max(self.end))
    }
}

/// The amount that begins at token `at`: sign, currency, number, magnitude, unit.
pub(super) fn operand(words: Words, at: usize) -> Option<Amount> {
    if let Some(next) = number::lone_minus(words, at) {
        let mut amount = unsigned(words, next, next)?;
        amount.start = at;
        amount.value = amount.value.map(Decimal::negated);
        return words.ends(amount.end).then_some(amount);
    }
    let (negative, next) = number::sign(words, at);
    if negative && longest_before(words, &words.language.figures.margins, at + 1, 3).is_some() {
        return None; // the margin begins behind it
    }
    let mut amount = unsigned(words, at, next)?;
    if negative {
        amount.value = amount.value.map(Decimal::negated);
    }
    Some(amount)
}

/// The amount at token `at` that begins with its sign, if any, at token `start`.
fn unsigned(words: Words, start: usize, at: usize) -> Option<Amount> {
    let opening = money::opening(words, at);
    let next = opening.map_or(at, |(_, end)| end);
    let (negative, next) = if opening.is_some() { number::sign(words, next) } else { (false, next) };
    let mut amount = number::number(words, next)?;
    amount.start = start;
    number::magnitude(words, &mut amount, opening.is_some())?;
    match opening {
        Some((code, _)) => {
            amount.kind = FigureKind::Money;
            amount.unit = Some(Cow::Borrowed(code));
            money::skip_name(words, &mut amount);
        }
        None => {
            if !money::closing(words, &mut amount) {
                unit::attach(words, &mut amount);
            }
        }
    }
    if amount.kind == FigureKind::Money {
        money::add_hundredths(words, &mut amount);
        amount.per = rate::rate(words, amount.end);
    }
    if negative {
        amount.value = amount.value.map(Decimal::negated);
    }
    Some(amount)
}
