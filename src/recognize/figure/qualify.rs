//! The words that bound an amount: "more than", "nearly", "or so", "between".

use super::amount::Amount;
use crate::lang::figure::Limit;
use crate::recognize::grammar::{Words, is_hyphen, is_tie, longest, longest_before};
use crate::recognize::{Bound, FigureKind};

/// No phrase that bounds has more tokens than "greater than or equal to".
const MOST_TOKENS: usize = 6;

/// Phrases and fillers may alternate before an amount, but not for long: "up to about a further".
const MOST_PHRASES: usize = 4;

/// The bound of an amount and the tokens from the first to the last word that says so.
pub(super) struct Qualified {
    pub bound: Bound,
    pub start: usize,
    pub end: usize,
}

/// Reads the words before and after the amount.
pub(super) fn qualify(words: Words, amount: &Amount) -> Qualified {
    let inside = &words.language.figures.bounds_inside;
    let mut found = before(words, amount.start);
    // "cheaper than first thought": a place in a row has no bound.
    let ordinal = amount.kind == FigureKind::Ordinal;
    let spans = amount.kind == FigureKind::Duration && only_spans(words, &found, amount.start);
    if ordinal || spans || (found.bound == Bound::About && is_one_of(words, amount)) {
        found = Qualified { bound: Bound::Exact, start: amount.start, end: amount.start };
    }
    found.end = amount.full_end();
    if let Some((&limit, end)) = longest(words, &words.language.figures.bounds_after, found.end, 3)
        && !ordinal
        && follows_amount(words, found.end, end)
    {
        found.bound = stronger(found.bound, limit);
        found.end = end;
    }
    let mut tokens = if amount.unit.is_some() { amount.start + 1..amount.end } else { 0..0 };
    if let Some(&limit) = tokens.find_map(|at| inside.get(words.normal(at))) {
        found.bound = stronger(found.bound, limit);
    }
    if amount.is_loose && found.bound == Bound::Exact {
        found.bound = Bound::About;
    }
    if amount.is_bounded || (amount.high.is_some() && matches!(found.bound, Bound::Exact | Bound::About)) {
        found.bound = Bound::Between;
    }
    found
}

/// "perhaps one of the best": that it is one is certain.
fn is_one_of(words: Words, amount: &Amount) -> bool {
    amount.end == amount.start + 1
        && words.language.figures.pronouns.has(words.normal(amount.start))
        && words.language.numbers.partitives.has(words.normal(amount.end))
}

/// Walks backwards over phrases that bound and fillers between them and the amount.
fn before(words: Words, at: usize) -> Qualified {
    let figures = &words.language.figures;
    let mut found = Qualified { bound: Bound::Exact, start: at, end: at };
    let mut reached = at;
    if let Some(&limit) = glued_prefix(words, at) {
        return Qualified { bound: bound(limit), start: at - 2, end: at };
    }
    for _ in 0..MOST_PHRASES {
        if let Some((&limit, start)) = bound_before(words, reached) {
            found.bound = stronger(found.bound, limit);
            found.start = start;
            reached = start;
        } else if let Some((_, start)) = longest_before(words, &figures.fillers, reached, 3) {
            reached = start;
        } else {
            break;
        }
    }
    found
}

/// "spent $5 over three years": not more than three, unless a word like "for" comes before.
fn only_spans(words: Words, found: &Qualified, at: usize) -> bool {
    let figures = &words.language.figures;
    let opener = words.normal(words.before(found.start));
    found.start + 1 == at
        && figures.spanning.has(words.normal(found.start))
        && found.start > words.range().start
        && !figures.duration_openers.has(opener)
        && !words.language.grammar.binds(opener)
}

/// "sub-300 metres"
fn glued_prefix<'d>(words: Words<'d>, at: usize) -> Option<&'d Limit> {
    let hyphen = at.checked_sub(1)?;
    let prefix = hyphen.checked_sub(1)?;
    if !is_tie(words, hyphen) {
        return None;
    }
    words.language.figures.bound_prefixes.get(words.normal(prefix))
}

/// "+" must touch the amount; a word must not be cut off from what follows: "5 or more than".
fn follows_amount(words: Words, at: usize, end: usize) -> bool {
    let is_sign = !words.is_word(at);
    let opens_next = words.is_number(end) && is_sign;
    if is_sign { words.is_glued(at) && !opens_next } else { !words.is_number(end) }
}

/// The phrase that bounds and ends before token `at`, with its start.
pub(super) fn bound_before<'d>(words: Words<'d>, at: usize) -> Option<(&'d Limit, usize)> {
    let found = longest_before(words, &words.language.figures.bounds_before, at, MOST_TOKENS)?;
    // "a 7-under 65"
    let before = words.before(found.1);
    let tied = is_hyphen(words.word(before)) && words.is_glued(found.1);
    // "it edged up to 3 %" tells a level
    let figures = &words.language.figures;
    let moves =
        figures.change_particles.has(words.normal(found.1)) && figures.movers.has(words.normal(before));
    let hands = figures.spanning.has(words.normal(found.1)) && figures.handing.has(words.normal(before));
    (!tied && !moves && !hands).then_some(found)
}

/// The phrase that bounds and begins at token `at`, with its end.
pub(super) fn bound_at<'d>(words: Words<'d>, at: usize) -> Option<(&'d Limit, usize)> {
    longest(words, &words.language.figures.bounds_before, at, MOST_TOKENS)
}

/// Past "about" and "~" before the second end of a range.
pub(super) fn skip_about(words: Words, at: usize) -> usize {
    match longest(words, &words.language.figures.bounds_before, at, 2) {
        Some((Limit::About | Limit::Nearly, end)) => end,
        _ => at,
    }
}

/// What both say together: a direction is more than a distance, and the nearer word wins.
fn stronger(inner: Bound, outer: Limit) -> Bound {
    match (inner, bound(outer)) {
        (Bound::Exact | Bound::About, outer) if outer != Bound::Exact => outer,
        (inner, _) => inner,
    }
}

fn bound(limit: Limit) -> Bound {
    match limit {
        Limit::About => Bound::About,
        Limit::MoreThan => Bound::MoreThan,
        Limit::AtLeast => Bound::AtLeast,
        Limit::LessThan => Bound::LessThan,
        Limit::AtMost => Bound::AtMost,
        Limit::Nearly => Bound::Nearly,
        Limit::Exact => Bound::Exact,
    }
}
