//! Amounts without a number of their own: "dozens", "hundreds of thousands", "several hundred", "a couple
//! of days", "doubled", "twice".

use super::amount::Amount;
use super::number::is_plural;
use super::{money, unit};
use crate::lang::number::{Loose, NumberWord, VaguePlural};
use crate::recognize::grammar::{Words, is_hyphen, longest};
use crate::recognize::{Decimal, FigureKind, numeral};

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
        // "scores of people", not "scores of 68" and the "tens of cards"
        _ if first.needs_of && !(of && is_counted(words, end + 1)) => return None,
        _ => {}
    }
    let amount = spread(at, end, first, power)?;
    Some(measured(words, &amount).unwrap_or(amount))
}

/// Whether something that is counted or measured stands at token `at`.
fn is_counted(words: Words, at: usize) -> bool {
    is_plural(words, at) || unit::stands(words, at) || money::follows(words, at)
}

/// The amount with the currency or unit that follows it, perhaps after "of".
fn measured(words: Words, amount: &Amount) -> Option<Amount> {
    let mut measured = amount.clone();
    measured.end += usize::from(words.language.numbers.partitives.has(words.normal(amount.end)));
    if !money::closing(words, &mut measured) {
        unit::attach(words, &mut measured);
    }
    measured.unit.is_some().then_some(measured)
}

/// "several hundred", "a few thousand dollars", "a couple of days". Without a unit and without a number
/// word only "a couple" is an amount: "a few people" gives no number.
pub(super) fn loose(words: Words, at: usize) -> Option<Amount> {
    let numbers = &words.language.numbers;
    let (&loose, end) = longest(words, &numbers.loose, at, 2)?;
    let of = usize::from(numbers.partitives.has(words.normal(end)));
    let two = Decimal::whole(2);
    if let Some(mut amount) = plural(words, end) {
        // "several hundreds of thousands"
        amount.start = at;
        amount.value = amount.value?.times(two);
        return Some(amount);
    }
    if let Some((low, high, scaled_end)) = multiplied(words, end + of) {
        let mut amount = Amount::plain(at, scaled_end, low);
        if loose == Loose::Some {
            amount.high = Some(high);
            amount.kind = FigureKind::Range;
        }
        return Some(measured(words, &amount).unwrap_or(amount));
    }
    let mut amount = Amount::plain(at, end, two);
    amount.is_loose = true;
    if loose == Loose::Some {
        amount.value = None;
    }
    if let Some(found) = measured(words, &amount) {
        // "a few second serves"
        let counts_places = numbers.ordinals.has(words.normal(found.end - 1));
        return (!counts_places).then_some(found);
    }
    let counts = (of == 1 && is_plural(words, end + of)) || words.is_all(at..end + of);
    (loose == Loose::Two && counts).then_some(amount)
}

/// From twice to at most ten times the scale words from token `at`, and where those end.
fn multiplied(words: Words, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let (power, end) = numeral::scales(words, at);
    let one = Decimal::whole(1);
    let two = Decimal::whole(2);
    match words.language.numbers.cardinals.get(words.normal(at))? {
        NumberWord::Hundred => Some((two.scaled(2)?, one.scaled(3)?, at + 1)),
        NumberWord::Scale(_) => Some((two.scaled(i32::from(power))?, one.scaled(i32::from(power) + 1)?, end)),
        NumberWord::Group(size) => {
            Some((two.times(Decimal::whole(i64::from(*size)))?, one.scaled(2)?, at + 1))
        }
        _ => None,
    }
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
    // "doubled down" multiplies nothing.
    let verb = words.language.figures.change_particles.has(words.normal(at + 1));
    if is_hyphen(words.word(at + 1)) || verb {
        return None;
    }
    let mut amount = Amount::plain(at, at + 1, Decimal::new(i128::from(found.hundredths), 2));
    amount.kind = FigureKind::Multiple;
    Some(amount)
}
