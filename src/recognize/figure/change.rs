//! Which way an amount says that something went: "rose 3 % to 4.1 million".

use super::amount::Amount;
use super::number::is_plural;
use super::qualify::Qualified;
use crate::lang::figure::{Direction, Level};
use crate::recognize::Change;
use crate::recognize::grammar::Words;

/// How many words may stand between a word of change and the amount: "rose by about another 3 %".
const REACH: usize = 4;

/// How far from "to" or "from" the word of change may stand: "cut its forecast for the year to".
const REACH_OF_LEVEL: usize = 12;

/// The change that the words around the qualified amount speak of.
pub(super) fn change(words: Words, qualified: &Qualified, amount: &Amount) -> Option<Change> {
    let measures = amount.unit.is_some() || amount.power > 0;
    let figures = &words.language.figures;
    let mut before = words.before(qualified.start);
    // "from the 0.2 %"
    if figures.fillers.has(words.normal(before)) && figures.levels.has(words.normal(words.before(before))) {
        before = words.before(before);
    }
    if let Some(level) = figures.levels.get(words.normal(before))
        && word_of_change(words, before, measures)
    {
        return Some(match level {
            Level::To => Change::To,
            Level::From => Change::From,
        });
    }
    if words.word(qualified.start) == "+" || words.word(before) == "+" {
        return Some(Change::Up);
    }
    difference(words, qualified.start, measures).or_else(|| after(words, qualified.end))
}

/// Whether a verb of change stands right before the amount, so that "to" after it leads to a level.
pub(super) fn differs(words: Words, start: usize) -> bool {
    let before = words.before(start);
    let level =
        words.language.figures.levels.has(words.normal(before)) && word_of_change(words, before, true);
    let near = start.saturating_sub(REACH);
    let verb = |at| words.language.figures.changes.has(words.normal(at));
    difference(words, start, true).is_some() || level || (near..start).any(verb)
}

/// "rose 3 %", "a fall of about 40": nothing but linking words between the two.
fn difference(words: Words, start: usize, measures: bool) -> Option<Change> {
    let figures = &words.language.figures;
    let mut counted = !measures;
    for at in (start.saturating_sub(REACH)..start).rev() {
        let normal = words.normal(at);
        counted |= words.language.numbers.articles.has(normal);
        if counted && is_part_of_verb(words, at) {
            return None;
        }
        match figures.changes.get(normal) {
            Some(Direction::Up) => return Some(Change::Up),
            Some(Direction::Down) => return Some(Change::Down),
            Some(Direction::Either) | None if figures.change_links.has(normal) => {}
            _ => return None,
        }
    }
    None
}

/// "gave up one run", "took up a 60 % stake": before counts and articles, "up" is rarely a direction.
fn is_part_of_verb(words: Words, at: usize) -> bool {
    let figures = &words.language.figures;
    let before = words.before(at);
    figures.change_particles.has(words.normal(at))
        && words.is_word(before)
        && !figures.function_words.has(words.normal(before))
        && figures.changes.get(words.normal(before)).is_none_or(|direction| *direction == Direction::Either)
}

/// "3 % higher", "a 3 % drop", "16 points lower": a counted noun may come between.
fn after(words: Words, end: usize) -> Option<Change> {
    let table = &words.language.figures.changes_after;
    let next = end + usize::from(is_plural(words, end) && !table.has(words.normal(end)));
    match table.get(words.normal(next))? {
        Direction::Up => Some(Change::Up),
        Direction::Down => Some(Change::Down),
        Direction::Either => None,
    }
}

/// Whether a word of change stands before token `at`, in the same clause; one that says no direction
/// is enough only where something is measured ("went to 12 towns").
fn word_of_change(words: Words, at: usize, measures: bool) -> bool {
    (at.saturating_sub(REACH_OF_LEVEL)..at)
        .rev()
        .take_while(|&token| !matches!(words.word(token), ";" | ":" | "(" | "—"))
        .filter_map(|token| words.language.figures.changes.get(words.normal(token)))
        .any(|direction| measures || *direction != Direction::Either)
}
