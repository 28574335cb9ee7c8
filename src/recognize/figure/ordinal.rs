//! Places in a row: "22nd", "third"; not the adverbs that look like them: "at first", "first seen".

use super::amount::Amount;
use crate::lang::grammar::WordClass;
use crate::recognize::grammar::{Words, longest};
use crate::recognize::{Decimal, FigureKind, numeral};

/// The ordinal that begins at token `at`.
pub(super) fn ordinal(words: Words, at: usize) -> Option<Amount> {
    let found = numeral::ordinal(words, at)?;
    // "a third of" is a fraction and "two seconds" a time.
    let mut amount = Amount::plain(at, found.end, found.value);
    amount.kind = FigureKind::Ordinal;
    let single = found.end == at + 1 && !words.is_number(at);
    let adverb = single && (lists(words, at) || is_idiom(words, at) || tells_when(words, &amount));
    (!adverb).then_some(amount)
}

/// "First, wash the rice.": it only lists what is said. What stands alone is a place.
fn lists(words: Words, at: usize) -> bool {
    at == words.range().start && words.word(at + 1) == "," && words.is_word(at + 2)
}

/// "at first", "first of all"
fn is_idiom(words: Words, at: usize) -> bool {
    let idioms = &words.language.figures.ordinal_idioms;
    let from = |start: usize| {
        words.has(start) && longest(words, idioms, start, 3).is_some_and(|(_, end)| start <= at && at < end)
    };
    from(at) || from(words.before(at))
}

/// "was first seen in May", "a leak first reported by them": an adverb before what was done.
fn tells_when(words: Words, amount: &Amount) -> bool {
    let grammar = &words.language.grammar;
    let (before, next) = (words.normal(words.before(amount.start)), words.normal(amount.end));
    let done = (next.ends_with(grammar.participle_ending) && !grammar.not_participles.has(next))
        || grammar.participles.has(next)
        || matches!(grammar.class(next), Some(WordClass::Verb));
    let placed = matches!(
        grammar.class(before),
        Some(WordClass::Determiner | WordClass::Possessive | WordClass::Preposition)
    );
    amount.value == Some(Decimal::whole(1)) && words.is_word(amount.end) && done && !placed
}
