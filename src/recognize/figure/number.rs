//! Signs, numbers and the letters that multiply them.

use super::amount::Amount;
use super::{money, unit};
use crate::lang::number::{NumberWord, When};
use crate::recognize::grammar::{Words, is_hyphen, longest_before};
use crate::recognize::numeral::{self, Form, Numeral};
use crate::recognize::{Decimal, FigureKind};

/// "5G", "2.5G": numbers before a "G" that count generations of a network, not billions.
const GENERATIONS: std::ops::RangeInclusive<Decimal> = Decimal::whole(1)..=Decimal::whole(9);

/// Whether a minus stands at token `at`, and where the number begins.
pub(super) fn sign(words: Words, at: usize) -> (bool, usize) {
    let word = words.word(at);
    if matches!(word, "-" | "−" | "–" | "+") {
        // "75 -300mm": a range, with one space too many
        let joins = word != "+" && rises(words, words.before(at), at + 1);
        let opens = (!words.is_glued(at) && !joins)
            || matches!(words.word(words.before(at)), "(" | "$" | "£" | "€" | "<" | "=" | ">");
        return if opens && words.is_glued(at + 1) { (word != "+", at + 1) } else { (false, at) };
    }
    if words.language.numbers.negatives.has(words.normal(at)) {
        return (true, at + 1 + usize::from(is_hyphen(words.word(at + 1))));
    }
    (false, at)
}

/// Whether two numbers in digits rise, as the ends of a range do, and a unit touches the second.
fn rises(words: Words, low: usize, high: usize) -> bool {
    let digits = |at| if words.is_number(at) { numeral::digits(words.word(at)) } else { None };
    let ends = digits(low).zip(digits(high));
    words.is_glued(high + 1) && words.is_word(high + 1) && ends.is_some_and(|(low, high)| low < high)
}

/// Where the number begins after a minus that stands apart: "- 1,200". Only what stands alone in its
/// sentence is negative so; before anything longer the dash opens an item of a list.
pub(super) fn lone_minus(words: Words, at: usize) -> Option<usize> {
    let minus = matches!(words.word(at), "-" | "−" | "–") && at == words.range().start;
    (minus && words.is_number(at + 1) && !words.is_glued(at + 1)).then_some(at + 1)
}

/// The number at token `at`: a cardinal or a fraction, whichever reads further.
pub(super) fn number(words: Words, at: usize) -> Option<Amount> {
    let (cardinal, fraction) = numeral::read(words, at);
    let fraction = fraction.filter(|found| counts(words, at, found));
    let reach = |found: &Option<Numeral>| found.as_ref().map_or(0, |found| found.end);
    if reach(&fraction) > reach(&cardinal) {
        let found = fraction?;
        let mut amount = Amount::plain(at, found.end, found.value);
        amount.kind = FigureKind::Fraction;
        return Some(amount);
    }
    let found = cardinal?;
    let end = restated(words, &found).unwrap_or(found.end);
    let mut amount = Amount::plain(at, end, found.value);
    amount.power = numeral::power_before(words, found.end);
    let is_part = |word: &str| word.contains('/') || numeral::vulgar(word).is_some();
    if (at..found.end).any(|token| is_part(words.word(token))) {
        amount.kind = FigureKind::Fraction;
    }
    Some(amount)
}

/// One past the brackets in "forty-five (45)" and "45 (forty-five)", which say the same number twice.
fn restated(words: Words, found: &Numeral) -> Option<usize> {
    if words.word(found.end) != "(" {
        return None;
    }
    let again = numeral::cardinal(words, found.end + 1)?;
    let other = (found.form == Form::Spelled) != (again.form == Form::Spelled);
    (again.value == found.value && other && words.word(again.end) == ")").then_some(again.end + 1)
}

/// Applies the letters after the digits: "25k", "$1.762bn", "3 cr". `None` for digits glued to letters
/// that say nothing: "5G", "11a".
pub(super) fn magnitude(words: Words, amount: &mut Amount, is_money: bool) -> Option<()> {
    let end = amount.end;
    if !words.is_number(end - 1) {
        return Some(());
    }
    if let Some(magnitude) = words.language.numbers.magnitudes.get(words.normal(end)) {
        let glued = words.is_glued(end);
        let applies = match magnitude.when {
            When::Always => true,
            When::Glued => glued || (words.ends(end + 1) && !words.is_capital(end)),
            When::Capital => {
                let counts = amount.value.is_some_and(|value| !GENERATIONS.contains(&value));
                words.is_capital(end) && (glued || words.ends(end + 1)) && counts
            }
            When::Money => {
                let ends = !words.is_glued(end + 1) || !words.is_word(end + 1);
                ((is_money || money::follows(words, end + 1)) && ends)
                    || (words.is_capital(end) && (glued || is_plural(words, end + 1)))
                    || (glued && counts_millions(words, end))
            }
        };
        if applies {
            amount.value = Some(amount.value?.scaled(i32::from(magnitude.power))?);
            amount.power = magnitude.power;
            amount.end += 1;
        }
    }
    Some(())
}

/// Whether a small "m" glued to the digits is a million: "1.2m tonnes", "35m of them"; "48m" is a length.
fn counts_millions(words: Words, at: usize) -> bool {
    if words.word(at) != "m" {
        return false;
    }
    let numbers = &words.language.numbers;
    let next = words.normal(at + 1);
    let races = words.language.figures.races.has(next);
    numbers.partitives.has(next) || (is_plural(words, at + 1) && !races)
}

/// Whether token `at` is a lower-case word that looks like a plural noun.
pub(super) fn is_plural(words: Words, at: usize) -> bool {
    let figures = &words.language.figures;
    let normal = words.normal(at);
    words.is_word(at)
        && !words.is_glued(at)
        && normal.len() > 2
        && !words.language.grammar.binds(normal)
        && figures.plural_endings.iter().any(|ending| normal.ends_with(ending))
}

/// "two quarters" and "3 quarters" are times: nobody says half so, nor writes fractions so. "3 quarters of
/// it" is a fraction all the same.
fn counts_quarters(words: Words, found: &Numeral, of_whole: bool) -> bool {
    let numbers = &words.language.numbers;
    let quarters =
        numbers.plural_denominators.get(words.normal(found.end - 1)) == Some(&NumberWord::Small(4));
    let even = found.value.times(Decimal::whole(2)).and_then(Decimal::to_whole).is_some();
    quarters && (even || (found.form == Form::Digits && !of_whole))
}

/// Whether a fraction is one here: "a third of", "half the town"; not "a third man", "first half".
fn counts(words: Words, at: usize, found: &Numeral) -> bool {
    let language = words.language;
    let numbers = &language.numbers;
    let figures = &language.figures;
    let next = words.normal(found.end);
    let whole = figures.wholes.has(next) || words.is_all(at..found.end);
    if counts_quarters(words, found, figures.wholes.has(next)) {
        return false;
    }
    if numbers.denominators.has(words.normal(at)) {
        if numbers.ordinals.has(words.normal(words.before(at))) {
            return false;
        }
        let bounded = longest_before(words, &figures.bounds_before, at, 4).is_some();
        let linked = figures.difference_links.has(words.normal(words.before(at)));
        return whole || bounded || linked || unit::stands(words, found.end);
    }
    if numbers.articles.has(words.normal(at)) && !whole {
        let part = is_hyphen(next) && words.is_glued(found.end);
        let ends = !part
            && (!words.is_word(found.end)
                || words.language.grammar.binds(next)
                || unit::stands(words, found.end));
        return ends;
    }
    found.value != Decimal::whole(0)
}
