//! Parts of a month or a year: "third quarter of 2024", "first Monday of October", "end of the year".

use super::super::grammar::Words;
use super::absolute::{Found, month};
use super::expression::{Cycle, Moment};
use super::lexeme::{is_article, is_glued_hyphen, rank_before, skip_article, unit, word};
use super::year::{plain_year, year_after};
use crate::lang::calendar::{Edge, Shift, Unit, Word};

/// "third quarter of 2024", "second half", "Q3 2024"; with its first token.
pub(super) fn part_of_year(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let (rank, start) = match word(words, at)? {
        Word::QuarterNumber(quarter) => (quarter, at),
        _ => rank_before(words, floor, at)?,
    };
    let is_half = word(words, at) == Some(Word::Half);
    let next = skip_article(
        words,
        at + 1 + usize::from(words.language.calendar.partitives.has(words.normal(at + 1))),
    );
    let year = year_after(words, at + 1).or_else(|| Some((plain_year(words, next)?, next + 1)));
    let end = year.map_or(at + 1, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    let moment = match rank {
        // "first half" without a year is a part of a game more often than of a year.
        1 | 2 if is_half => {
            let told = year.is_some() || matches!(word(words, next), Some(Word::Shift(_)));
            if told { Moment::Half { year, half: rank } } else { return None }
        }
        1..=4 if !is_half => Moment::Quarter { year, quarter: rank },
        _ => return None,
    };
    Some((Found::one(moment, end), start))
}

/// "first Monday of October 2024", at the weekday; with its first token.
pub(super) fn nth_weekday(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let Some(Word::Weekday(weekday)) = word(words, at) else { return None };
    let of = words.language.calendar.partitives.has(words.normal(at + 1));
    let (month, _) = month(words, at + 2).filter(|_| of)?;
    let is_last = at > floor && word(words, at - 1) == Some(Word::Shift(Shift::Last));
    let (nth, start) = if is_last { (-1, at - 1) } else { rank_before(words, floor, at)? };
    let (year, end) = match year_after(words, at + 3) {
        Some((year, end)) => (Some(year), end),
        None => (None, at + 3),
    };
    (nth <= 5).then_some((Found::one(Moment::Nth { nth, weekday, month, year }, end), start))
}

/// "spring 2024", "the summer of 2010"; a season alone is left to those who read of the weather.
pub(super) fn season(words: Words, at: usize) -> Option<Found> {
    let Some(Word::Season(season)) = word(words, at) else { return None };
    let (year, end) = year_after(words, at + 1)?;
    Some(Found::one(Moment::Season { year: Some(year), season }, end))
}

/// "fiscal 2024", "financial year 2023-24": the year that bears its number.
pub(super) fn fiscal(words: Words, at: usize) -> Option<Found> {
    if word(words, at) != Some(Word::Fiscal) {
        return None;
    }
    let next = at + 1 + usize::from(word(words, at + 1) == Some(Word::Unit(Unit::Year)));
    let ranged = super::year::year_range(words, next);
    ranged.or_else(|| Some(Found::one(Moment::Year(plain_year(words, next)?), next + 1)))
}

/// "end of [the] year", "beginning of March", "year-end"; the moment, and which part of it.
pub(super) fn edge_of(words: Words, at: usize) -> Option<(Edge, usize)> {
    let Some(Word::EdgeOf(edge)) = word(words, at) else { return None };
    words.language.calendar.partitives.has(words.normal(at + 1)).then(|| (edge, skip_article(words, at + 2)))
}

/// "the [year]" after "end of": the present one.
pub(super) fn present_unit(words: Words, at: usize) -> Option<Found> {
    let unit = unit(words, at)?;
    let is_long =
        matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century);
    (is_long && is_article(words, words.before(at)) && !words.normal(at).ends_with('s'))
        .then_some(Found::one(Moment::Shifted(Cycle::Unit(unit), Shift::This), at + 1))
}

/// "year-end", "year end".
pub(super) fn unit_end(words: Words, at: usize) -> Option<Found> {
    let next = at + 1 + usize::from(is_glued_hyphen(words, at + 1));
    let ends =
        word(words, at) == Some(Word::Unit(Unit::Year)) && word(words, next) == Some(Word::EdgeOf(Edge::End));
    ends.then_some(Found::one(Moment::Shifted(Cycle::Unit(Unit::Year), Shift::This), next + 1))
}
