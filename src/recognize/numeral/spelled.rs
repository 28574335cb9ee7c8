//! Numbers in words, and digits with words that multiply them.

use super::digits::digit_groups;
use super::fraction::denominator;
use super::{Form, Numeral, is_article, is_joiner, skip_hyphen};
use crate::lang::number::NumberWord::{Group, Hundred, Scale, Small, Tens};
use crate::lang::unit::UnitKind;
use crate::recognize::Decimal;
use crate::recognize::grammar::Words;

/// A number without a fraction.
#[derive(Clone, Copy)]
pub(super) struct Plain {
    pub numeral: Numeral,
    /// Ten to which power its last part was multiplied by.
    pub power: u8,
    /// What "and" added last, below a hundred: 54 in "two hundred and fifty-four".
    pub last: u8,
}

/// A sum of terms, each multiplied by its scale words, the scales falling: "two million, three hundred
/// thousand and five".
pub(super) fn plain(words: Words, at: usize) -> Option<Plain> {
    if let Some((value, end)) = leading_point(words, at) {
        return Some(Plain { numeral: Numeral { value, end, form: Form::Spelled }, power: 0, last: 0 });
    }
    let (mut term, mut last) = group(words, at)?;
    let mut sum = Decimal::whole(0);
    let mut form = term.form;
    loop {
        let (power, end) = scales(words, term.end);
        sum = sum.plus(term.value.scaled(i32::from(power))?)?;
        if form == Form::Digits && end > term.end {
            form = Form::Mixed;
        }
        if power > 0 {
            last = 0;
        }
        let next = if power > 0 { next_group(words, end, (power, form)) } else { None };
        match next {
            Some(group) => (term, last) = group,
            None => return finish(words, Plain { numeral: Numeral { value: sum, end, form }, power, last }),
        }
    }
}

/// "point seven five" without a whole number before it, where the word can be nothing else: after "minus",
/// "by" or "about", and at the beginning of what is no sentence.
fn leading_point(words: Words, at: usize) -> Option<(Decimal, usize)> {
    let language = words.language;
    if !language.numbers.points.has(words.normal(at)) {
        return None;
    }
    let before = words.normal(words.before(at));
    let opened = language.numbers.negatives.has(before)
        || language.figures.difference_links.has(before)
        || language.figures.bounds_before.has(before)
        || (at == words.range().start && !words.is_capital(at));
    if opened { decimals(words, at + 1) } else { None }
}

/// Adds what may end a number: dozens, or the decimals of "two point five".
fn finish(words: Words, found: Plain) -> Option<Plain> {
    let numbers = &words.language.numbers;
    let Plain { mut numeral, power, last } = found;
    if let Some(&Group(size)) = numbers.cardinals.get(words.normal(numeral.end)) {
        numeral.value = numeral.value.times(Decimal::whole(i64::from(size)))?;
        numeral.end += 1;
    } else if numeral.form == Form::Spelled
        && numbers.points.has(words.normal(numeral.end))
        && let Some((decimals, end)) = decimals(words, numeral.end + 1)
    {
        let (power, end) = scales(words, end);
        numeral.value = numeral.value.plus(decimals)?.scaled(i32::from(power))?;
        numeral.end = end;
    }
    Some(Plain { numeral, power, last })
}

/// What is added after a scale word: "three hundred thousand" after "two million [and]", and what it
/// added last itself.
fn next_group(words: Words, at: usize, (power, form): (u8, Form)) -> Option<(Numeral, u8)> {
    let comma = words.word(at) == ",";
    let at = at + usize::from(comma);
    let joined = is_joiner(words, at);
    let at = at + usize::from(joined);
    if words.is_number(at) || is_article(words, at) {
        return None;
    }
    let (group, last) = group(words, at)?;
    let (more, end) = scales(words, group.end);
    if more >= power {
        // "between one thousand and two thousand" are two numbers.
        return None;
    }
    let is_large = more > 0 || group.value >= Decimal::whole(100);
    // "3 million one", "two million, three of them", "two million three years ago" are two.
    let apart = comma || form == Form::Mixed || (!joined && is_time(words, end));
    // "five million and three quarters" is a million times a fraction.
    let divides = joined && denominator(words, skip_hyphen(words, group.end), true).is_some();
    ((is_large || !apart) && !divides).then_some((group, if joined { last } else { 0 }))
}

/// Whether token `at` is a unit of time.
fn is_time(words: Words, at: usize) -> bool {
    words.language.units.names.get(words.normal(at)).is_some_and(|unit| unit.kind == UnitKind::Time)
}

/// A number below a thousand, in words or digits; digits may be of any size. And what it added last.
fn group(words: Words, at: usize) -> Option<(Numeral, u8)> {
    let numbers = &words.language.numbers;
    let (head, last) = if is_article(words, at) {
        match numbers.cardinals.get(words.normal(at + 1))? {
            Hundred | Scale(_) | Group(_) => {}
            Small(_) | Tens(_) => return None,
        }
        (Numeral { value: Decimal::whole(1), end: at + 1, form: Form::Spelled }, 0)
    } else {
        below_hundred(words, at)?
    };
    if numbers.cardinals.get(words.normal(head.end)) != Some(&Hundred) {
        return Some(unsaid_hundred(words, head).unwrap_or((head, last)));
    }
    let form = if head.form == Form::Digits { Form::Mixed } else { head.form };
    let hundreds = Numeral { value: head.value.scaled(2)?, end: head.end + 1, form };
    Some(hundreds_and(words, hundreds, head.form).unwrap_or((hundreds, 0)))
}

/// "one twenty two": the hundred is left out where tens and ones follow, all apart.
fn unsaid_hundred(words: Words, head: Numeral) -> Option<(Numeral, u8)> {
    let cardinals = &words.language.numbers.cardinals;
    let hundreds = head.value.to_whole().filter(|hundreds| (1..=9).contains(hundreds))?;
    let (Some(Tens(tens)), Some(Small(ones @ 1..=9))) =
        (cardinals.get(words.normal(head.end)), cardinals.get(words.normal(head.end + 1)))
    else {
        return None;
    };
    let rest = tens + ones;
    let value = Decimal::whole(hundreds * 100 + i64::from(rest));
    (head.form == Form::Spelled).then_some((Numeral { value, end: head.end + 2, form: Form::Spelled }, rest))
}

/// What is added after "hundred": "[and] sixty-one".
fn hundreds_and(words: Words, hundreds: Numeral, form: Form) -> Option<(Numeral, u8)> {
    let at = hundreds.end + usize::from(is_joiner(words, hundreds.end));
    if words.is_number(at) && (form != Form::Digits || at == hundreds.end) {
        return None;
    }
    let (rest, last) = below_hundred(words, at)?;
    let repeats = words.language.numbers.cardinals.get(words.normal(rest.end)) == Some(&Hundred);
    let fits = rest.value.to_whole().is_some_and(|value| value < 100) && !repeats;
    let apart = at == hundreds.end && is_time(words, rest.end);
    if !fits || apart {
        return None;
    }
    let last = if at > hundreds.end { last } else { 0 };
    Some((Numeral { value: hundreds.value.plus(rest.value)?, end: rest.end, form: hundreds.form }, last))
}

/// Digits, or words from "zero" to "ninety-nine"; and the value of the words.
fn below_hundred(words: Words, at: usize) -> Option<(Numeral, u8)> {
    if let Some((value, end)) = digit_groups(words, at) {
        return Some((Numeral { value, end, form: Form::Digits }, 0));
    }
    let cardinals = &words.language.numbers.cardinals;
    let spelled = |value: u8, end| {
        (Numeral { value: Decimal::whole(i64::from(value)), end, form: Form::Spelled }, value)
    };
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
pub(in crate::recognize) fn scales(words: Words, at: usize) -> (u8, usize) {
    /// Over a hyphen only words multiply, not their abbreviations: "11-CR" is a number of a court.
    const LONGEST_ABBREVIATION: usize = 3;
    let cardinals = &words.language.numbers.cardinals;
    let mut power = 0;
    let mut end = at;
    loop {
        let next = if end == at { skip_hyphen(words, end) } else { end };
        if next > end && words.word(next).len() <= LONGEST_ABBREVIATION {
            return (power, end);
        }
        match cardinals.get(words.normal(next)) {
            Some(&Scale(more)) if power + more < 40 => power += more,
            _ => return (power, end),
        }
        end = next + 1;
    }
}

/// The digits after "point", in words or digits: "zero three", "75", "seventy-one".
pub(super) fn decimals(words: Words, at: usize) -> Option<(Decimal, usize)> {
    /// More decimals than these are not spoken.
    const MOST_DIGITS: i32 = 9;
    let mut value = Decimal::whole(0);
    let mut places = 0;
    let mut end = at;
    while places < MOST_DIGITS {
        let Some((next, _)) = below_hundred(words, end) else { break };
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
