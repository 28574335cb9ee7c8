//! Amounts without a number of their own: "dozens", "hundreds of thousands", "doubled", "twice".

use super::amount::Amount;
use super::{money, unit};
use crate::lang::number::VaguePlural;
use crate::recognize::grammar::{Words, is_hyphen};
use crate::recognize::{Decimal, FigureKind};

/// "dozens", "tens of thousands", "millions of dollars": from a round number to the next.
pub(super) fn plural(words: Words, at: usize) -> Option<Amount> {
    let numbers = &words.language.numbers;
    let first = numbers.plurals.get(words.normal(at))?;
    let mut power = i32::from(first.power);
    let mut end = at + 1;
    let of = numbers.partitives.has(words.normal(end));
    match numbers.plurals.get(words.normal(end + 1)) {
        Some(second) if of && !second.needs_of => {
            power += i32::from(second.power);
            end += 2;
        }
        _ if first.needs_of => return None,
        _ => {}
    }
    let mut amount = spread(at, end, first, power)?;
    if numbers.partitives.has(words.normal(end)) {
        let mut counted = amount.clone();
        counted.end = end + 1;
        let found = money::closing(words, &mut counted) || {
            unit::attach(words, &mut counted);
            counted.unit.is_some()
        };
        if found {
            amount = counted;
        }
    }
    Some(amount)
}

fn spread(start: usize, end: usize, plural: &VaguePlural, power: i32) -> Option<Amount> {
    let mut amount = Amount::plain(start, end, Decimal::whole(i64::from(plural.low)).scaled(power)?);
    amount.high = Some(Decimal::whole(i64::from(plural.high)).scaled(power)?);
    amount.kind = FigureKind::Range;
    Some(amount)
}

/// "doubled", "threefold", "twice as many": a multiple that is one word.
pub(super) fn multiple(words: Words, at: usize) -> Option<Amount> {
    let found = words.language.figures.multiples.get(words.normal(at))?;
    if is_hyphen(words.word(at + 1)) {
        return None;
    }
    let mut amount = Amount::plain(at, at + 1, Decimal::new(i128::from(found.hundredths), 2));
    amount.kind = FigureKind::Multiple;
    Some(amount)
}
