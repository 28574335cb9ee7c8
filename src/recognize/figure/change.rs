//! Which way an amount says that something went: "rose 3 % to 4.1 million".

use super::qualify::Qualified;
use crate::lang::figure::{Direction, Level};
use crate::recognize::Change;
use crate::recognize::grammar::Words;

/// How many words may stand between a word of change and the amount: "rose by about another 3 %".
const REACH: usize = 4;

/// How far from "to" or "from" the word of change may stand: "cut its forecast for the year to".
const REACH_OF_LEVEL: usize = 12;

/// The change that the words around the qualified amount speak of; `measures` where it has a unit.
pub(super) fn change(words: Words, qualified: &Qualified, measures: bool) -> Option<Change> {
    let figures = &words.language.figures;
    let before = words.before(qualified.start);
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
    difference(words, qualified.start).or_else(|| after(words, qualified.end))
}

/// Whether a verb of change stands right before the amount, so that "to" after it leads to a level.
pub(super) fn differs(words: Words, start: usize) -> bool {
    difference(words, start).is_some() || {
        let before = words.before(start);
        words.language.figures.levels.has(words.normal(before)) && word_of_change(words, before, true)
    }
}

/// "rose 3 %", "a fall of about 40": nothing but linking words between the two.
fn difference(words: Words, start: usize) -> Option<Change> {
    let figures = &words.language.figures;
    for at in (start.saturating_sub(REACH)..start).rev() {
        let normal = words.normal(at);
        match figures.changes.get(normal) {
            Some(Direction::Up) => return Some(Change::Up),
            Some(Direction::Down) => return Some(Change::Down),
            Some(Direction::Either) | None if figures.change_links.has(normal) => {}
            _ => return None,
        }
    }
    None
}

/// "3 % higher", "a 3 % drop", "a 60 basis point improvement"
fn after(words: Words, end: usize) -> Option<Change> {
    match words.language.figures.changes_after.get(words.normal(end))? {
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
