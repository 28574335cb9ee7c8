//! Whether the words around a date say that it is still to come, or past.

use super::super::grammar::Words;
use super::lexeme::{is_article, lead_of, leads_to_time, word};
use crate::lang::calendar::{Lead, Word};

/// How many tokens from a date may say that it is still to come: "will meet ... on Friday".
const FORESIGHT: usize = 12;

/// What a verb near a date says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// What the words beside the date of tokens `start..end` say of it: still to come, or past.
pub(super) fn around(words: Words, start: usize, end: usize) -> Option<Tense> {
    let first = start.saturating_sub(FORESIGHT).max(words.range().start);
    let before = (first..start).rev().find_map(|at| tense(words, at));
    before.or_else(|| opened(words, start, end))
}

/// Whether the date of tokens `start..end` is the one of a past verb beside it: "was arrested in January", "in
/// January, voters rejected". Further away the verb may be of something else: "announced a vote in January".
pub(super) fn happened(words: Words, start: usize, end: usize) -> bool {
    let calendar = &words.language.calendar;
    let before = words.before(start);
    let lead = if is_article(words, before) { words.before(before) } else { before };
    let is_led = calendar.day_leads.has(words.normal(lead))
        || leads_to_time(words, lead)
        || lead_of(words, lead) == Some(Lead::In);
    let verb = words.before(lead);
    let is_general = calendar.future_pairs.has(words.normal(words.before(verb))); // "is held in May"
    let before = || is_led && !is_general && tense(words, verb) == Some(Tense::Past);
    before() || opened(words, start, end) == Some(Tense::Past)
}

/// Whether an amount of time at tokens `start..end` is still to pass: said of the future, and not how long
/// something had not been so ("the first visit in two years").
pub(super) fn looks_ahead(words: Words, start: usize, end: usize) -> bool {
    let first = start.saturating_sub(FORESIGHT).max(words.range().start);
    for at in (first..start).rev() {
        let normal = words.normal(at);
        let calendar = &words.language.calendar;
        if calendar.looking_back.has(normal) || normal.ends_with(calendar.superlative_ending) {
            return false;
        }
        if calendar.conditionals.has(normal) {
            return false;
        }
        if let Some(tense) = tense(words, at) {
            return tense == Tense::Future;
        }
    }
    opened(words, start, end) == Some(Tense::Future)
}

/// Whether an amount of time at tokens `start..end` opens a sentence that does not speak of the past.
pub(super) fn opens(words: Words, start: usize, end: usize) -> bool {
    start == words.range().start && opened(words, start, end) != Some(Tense::Past)
}

/// The tense of the verb after a date that opens its sentence: "On Friday, ministers are to meet".
fn opened(words: Words, start: usize, end: usize) -> Option<Tense> {
    /// "And on Friday": no more before it than that.
    const OPENERS: usize = 2;
    let before = words.normal(words.before(start));
    let calendar = &words.language.calendar;
    // "A January update will": said of the update.
    let is_attribute = words.word(end) != "," && (calendar.articles.has(before) || calendar.ones.has(before));
    if is_attribute || start - words.range().start > OPENERS {
        return None;
    }
    (end..(end + FORESIGHT).min(words.range().end)).find_map(|at| tense(words, at))
}

/// The tense that token `at` alone tells.
fn tense(words: Words, at: usize) -> Option<Tense> {
    let calendar = &words.language.calendar;
    let normal = words.normal(at);
    let paired = calendar.future_pairs.get(normal);
    if calendar.future.has(normal) || paired.is_some_and(|second| *second == words.normal(at + 1)) {
        return Some(Tense::Future);
    }
    let is_past = |at: usize| {
        let normal = words.normal(at);
        calendar.past_verbs.has(normal)
            || normal.ends_with(calendar.past_ending)
                && !words.is_capital(at)
                && !calendar.no_past.has(normal)
    };
    // "a concert, to be held on Friday"
    let is_infinitive = calendar.infinitives.has(normal) && word(words, words.before(at)) == Some(Word::To);
    if is_infinitive && is_past(at + 1) {
        return Some(Tense::Future);
    }
    (is_past(at) && !calendar.infinitives.has(words.normal(words.before(at)))).then_some(Tense::Past)
}
