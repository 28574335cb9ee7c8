//! Fractions in words and digits, alone and after a whole number.

use super::digits::{slashed, vulgar};
use super::spelled::{Plain, plain, scales};
use super::{Form, Numeral, is_article, is_joiner, skip_hyphen, skip_of, worth};
use crate::lang::number::NumberWord::{Group, Hundred, Scale, Small, Tens};
use crate::recognize::Decimal;
use crate::recognize::grammar::{Words, is_hyphen};

/// The fraction that begins at token `at`: "two-thirds", "3/4", "⅔", "a fifth", "half", "one over three".
pub(in crate::recognize) fn fraction(words: Words, at: usize) -> Option<Numeral> {
    after(words, at, plain(words, at))
}

/// The same, where the number that begins there is read already.
pub(super) fn after(words: Words, at: usize, top: Option<Plain>) -> Option<Numeral> {
    if words.is_number(at) {
        return slashed(words, at)
            .or_else(|| {
                let value = vulgar(words.word(at))?;
                Some(Numeral { value, end: at + 1, form: Form::Digits })
            })
            .or_else(|| divided(words, top?))
            .or_else(|| over(words, top?.numeral));
    }
    let numbers = &words.language.numbers;
    let one = Decimal::whole(1);
    if is_article(words, at)
        && let Some((value, end)) = denominator(words, skip_hyphen(words, at + 1), false)
    {
        return Some(Numeral { value: one.over(value)?, end, form: Form::Spelled });
    }
    // "half" needs neither article nor number.
    if numbers.denominators.get(words.normal(at)) == Some(&Small(2)) {
        return Some(Numeral { value: one.over(Decimal::whole(2))?, end: at + 1, form: Form::Spelled });
    }
    divided(words, top?).or_else(|| over(words, top?.numeral))
}

/// The number divided by what follows it: "thirds". What "and" added to a round number is divided alone:
/// "two hundred and three fifths" is 200 and 3/5.
fn divided(words: Words, top: Plain) -> Option<Numeral> {
    let (whole, part, bottom, end) = match hyphenated(words, top) {
        Some((tens, bottom, end)) if Decimal::whole(tens) < top.numeral.value => {
            // "one hundred thirty-fifths"
            let part = top.numeral.value.plus(Decimal::whole(-tens))?;
            (Decimal::whole(0), part, bottom, end)
        }
        _ => {
            let is_one = top.numeral.value == Decimal::whole(1);
            let (bottom, end) = denominator(words, skip_hyphen(words, top.numeral.end), !is_one)?;
            let last = Decimal::whole(i64::from(top.last));
            if top.last > 0 && last < bottom && last < top.numeral.value {
                (top.numeral.value.plus(last.negated())?, last, bottom, end)
            } else {
                (Decimal::whole(0), top.numeral.value, bottom, end)
            }
        }
    };
    Some(Numeral { value: whole.plus(part.over(bottom)?)?, end, form: top.numeral.form })
}

/// The tens that end the number and, over a hyphen, begin what divides it: "thirty-fifths".
fn hyphenated(words: Words, top: Plain) -> Option<(i64, Decimal, usize)> {
    let end = top.numeral.end;
    if !is_hyphen(words.word(end)) {
        return None;
    }
    let tens = words.before(end);
    let Some(&Tens(value)) = words.language.numbers.cardinals.get(words.normal(tens)) else { return None };
    let (bottom, end) = if words.is_glued(end) { denominator(words, tens, true)? } else { return None };
    Some((i64::from(value), bottom, end))
}

/// "one over three", where nothing follows that could be counted: "one over three boats" is no fraction.
fn over(words: Words, top: Numeral) -> Option<Numeral> {
    if !words.language.numbers.divisions.has(words.normal(top.end)) {
        return None;
    }
    let bottom = plain(words, top.end + 1)?.numeral;
    let counts = words.is_word(bottom.end) && !words.language.grammar.binds(words.normal(bottom.end));
    let marked = !words.is_word(bottom.end) && words.is_glued(bottom.end + 1);
    if counts || marked || top.value >= bottom.value {
        return None;
    }
    Some(Numeral { value: top.value.over(bottom.value)?, end: bottom.end, form: top.form })
}

/// "half a million", "a quarter of a million", "half a dozen", "quarter-million": the fraction that begins
/// at token `at`, taken of a scale word.
pub(super) fn of_scale(words: Words, at: usize, fraction: Option<Numeral>) -> Option<Numeral> {
    let numbers = &words.language.numbers;
    let part = match numbers.denominators.get(words.normal(at)) {
        Some(&word @ Small(2 | 4)) => {
            Numeral { value: Decimal::whole(1).over(worth(word)?)?, end: at + 1, form: Form::Spelled }
        }
        _ => fraction?,
    };
    let next = skip_hyphen(words, skip_of(words, skip_hyphen(words, part.end)));
    let scale = *numbers.cardinals.get(words.normal(next))?;
    let is_scale = matches!(scale, Hundred | Scale(_) | Group(_));
    let value = if is_scale { part.value.times(worth(scale)?)? } else { return None };
    Some(Numeral { value, end: next + 1, form: part.form })
}

/// The fraction after a whole number: "2½", "2 1/4", "two and a half", "five and a half million",
/// "a million and a half".
pub(super) fn with_fraction(words: Words, whole: Plain) -> Option<Numeral> {
    let Plain { numeral: Numeral { value, end, form }, power, .. } = whole;
    value.to_whole()?;
    // "two and a half", "two-and-a-half-year"
    let joiner = skip_hyphen(words, end);
    let joined = is_joiner(words, joiner);
    let first = skip_hyphen(words, joiner + 1);
    let part = if joined { joined_fraction(words, first)? } else { glued_fraction(words, end)? };
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

/// "a half", "three quarters", and before a unit the bare "quarter": "one and quarter hours".
fn joined_fraction(words: Words, at: usize) -> Option<Numeral> {
    let language = words.language;
    if language.numbers.denominators.get(words.normal(at)) == Some(&Small(4)) {
        let of = usize::from(language.numbers.partitives.has(words.normal(at + 1)));
        let value = Decimal::whole(1).over(Decimal::whole(4))?;
        let measures = language.units.names.has(words.normal(at + 1 + of));
        return measures.then_some(Numeral { value, end: at + 1, form: Form::Spelled });
    }
    fraction(words, at)
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
pub(super) fn denominator(words: Words, at: usize, plural: bool) -> Option<(Decimal, usize)> {
    let numbers = &words.language.numbers;
    let table = if plural { &numbers.plural_denominators } else { &numbers.denominators };
    if let Some(&word) = table.get(words.normal(at)) {
        return Some((worth(word)?, at + 1)).filter(|&(value, _)| value > Decimal::whole(1));
    }
    let last = skip_hyphen(words, at + 1);
    let tens = match *numbers.cardinals.get(words.normal(at))? {
        Tens(tens) => tens,
        // "ten-thousandths", "hundred-millionths"
        word @ (Small(10) | Hundred) => {
            let scale = *table.get(words.normal(last)).filter(|scale| matches!(scale, Scale(_)))?;
            return Some((worth(word)?.times(worth(scale)?)?, last + 1));
        }
        _ => return None,
    };
    match table.get(words.normal(last)).or_else(|| numbers.ordinals.get(words.normal(last))) {
        Some(&Small(small @ 1..=9)) => Some((Decimal::whole(i64::from(tens + small)), last + 1)),
        _ => None,
    }
}
