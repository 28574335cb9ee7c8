//! Bare numbers that are ages: "aged 42", "at the age of nine", "people over 65", "Ms Day, 42,",
//! "who was 10".

use std::borrow::Cow;

use super::amount::Amount;
use super::number::is_plural;
use super::qualify;
use crate::lang::figure::Limit;
use crate::recognize::FigureKind;
use crate::recognize::grammar::{Words, longest, longest_before};

/// Nobody is older.
const OLDEST: i64 = 120;

/// In "aged 5, 8 and 11" so many numbers may come before.
const MOST_SIBLINGS: usize = 4;

/// Makes the amount an age, where the words around say so.
pub(super) fn tell(words: Words, amount: &mut Amount) {
    let whole = amount.value.and_then(|value| value.to_whole());
    let plausible = whole.is_some_and(|value| (1..=OLDEST).contains(&value));
    let bare = matches!(amount.kind, FigureKind::Cardinal | FigureKind::Range) && amount.unit.is_none();
    let told = || {
        is_opened(words, amount)
            || is_bounded(words, amount)
            || is_set_off(words, amount)
            || is_said_of_person(words, amount)
    };
    if plausible && bare && told() {
        amount.kind = FigureKind::Age;
        amount.unit = Some(Cow::Borrowed(words.language.figures.age_unit));
    }
}

/// "aged 42", "ages 8 and 11", "aged between 18 and 24", "aged about 40"
fn is_opened(words: Words, amount: &Amount) -> bool {
    let figures = &words.language.figures;
    let opens = |at| longest_before(words, &figures.age_openers, at, 2).is_some();
    let mut at = amount.start;
    for _ in 0..MOST_SIBLINGS {
        let before = words.before(at);
        let bounded = qualify::bound_before(words, at).map(|(_, start)| start);
        let ranged = figures.range_openers.has(words.normal(before)).then_some(before);
        if opens(at) || bounded.or(ranged).is_some_and(opens) {
            return true;
        }
        let joins = words.word(before) == "," || words.language.numbers.joiners.has(words.normal(before));
        let sibling = words.before(before);
        let counts = words.is_number(sibling) || words.language.numbers.cardinals.has(words.normal(sibling));
        if !joins || !counts {
            return false;
        }
        at = sibling;
    }
    false
}

/// "people over 65", "children under five", "younger than six", "65 and older", "people 65 and over"
fn is_bounded(words: Words, amount: &Amount) -> bool {
    let figures = &words.language.figures;
    let counted = || {
        words.is_word(amount.end)
            && (is_plural(words, amount.end) || !words.language.grammar.binds(words.normal(amount.end)))
    };
    let bearer = |at: usize| figures.age_bearers.has(words.normal(words.before(at)));
    if let Some((_, end)) = longest(words, &figures.bounds_after, amount.end, 2) {
        let told = longest(words, &figures.ages_after, amount.end, 2).is_some();
        return told || (end == amount.end + 2 && !is_plural(words, end) && bearer(amount.start));
    }
    let Some((limit, start)) = qualify::bound_before(words, amount.start) else { return false };
    let compared = longest_before(words, &figures.ages_before, amount.start, 3).is_some();
    let limits = matches!(limit, Limit::MoreThan | Limit::LessThan) && start + 1 == amount.start;
    (compared || (limits && bearer(start))) && !counted()
}

/// "Ms Day, 42,", "Ms Day, now 42,"
fn is_set_off(words: Words, amount: &Amount) -> bool {
    if !matches!(words.word(amount.end), "," | ")") || amount.high.is_some() {
        return false;
    }
    let direct = words.before(amount.start);
    let adverb = words.language.figures.age_auxiliaries.has(words.normal(direct));
    let before = if adverb { words.before(direct) } else { direct };
    let month = words.language.figures.year_openers.has(words.normal(words.before(before)));
    !month
        && words.word(before) == ","
        && words.is_capital(words.before(before))
        && words.is_number(amount.start)
}

/// "when he was 14", "She will be 35 by May.": nothing follows that the number could count.
fn is_said_of_person(words: Words, amount: &Amount) -> bool {
    let figures = &words.language.figures;
    let mut verb = words.before(amount.start);
    // "is now 42"
    if figures.age_auxiliaries.has(words.normal(verb))
        && figures.age_verbs.has(words.normal(words.before(verb)))
    {
        verb = words.before(verb);
    }
    if amount.high.is_some() || !figures.age_verbs.has(words.normal(verb)) {
        return false;
    }
    let mut subject = words.before(verb);
    while words.has(subject) && figures.age_auxiliaries.has(words.normal(subject)) {
        subject = words.before(subject);
    }
    let ends = !words.is_word(amount.end) || figures.age_closers.has(words.normal(amount.end));
    let glued =
        words.is_glued(amount.end) && !matches!(words.word(amount.end), "," | "." | ";" | "?" | "!" | ")");
    let named = figures.aging.has(words.normal(verb)) && words.is_word(words.before(verb));
    (named || figures.age_subjects.has(words.normal(subject))) && ends && !glued
}
