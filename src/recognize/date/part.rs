//! Parts of a year and edges of any time: "third quarter of 2024", "spring 2024", "end of the year".

use super::super::grammar::Words;
use super::absolute::Found;
use super::expression::{Cycle, Moment, Origin, YearPart};
use super::lexeme::{
    is_article, is_glued_hyphen, lead, lead_of, rank, rank_before, skip_article, unit, word,
};
use super::year::{plain_year, year_after};
use crate::lang::calendar::{Edge, Lead, Shift, Unit, Word};

/// "third quarter of 2024", "second half of the year", "Q3 2024", "H1-2019"; with its first token.
pub(super) fn part_of_year(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let (rank, is_half, start) = match word(words, at)? {
        Word::QuarterNumber(quarter) => (quarter, false, at),
        Word::HalfNumber(half) => (half, true, at),
        word => {
            let (rank, start) = rank_before(words, floor, at - usize::from(is_fiscal(words, at)))?;
            (rank, word == Word::Half, start)
        }
    };
    if let Some(found) = of_fiscal_year(words, floor, start, at) {
        return Some(found);
    }
    let of = usize::from(words.language.calendar.partitives.has(words.normal(at + 1)));
    let next = skip_article(words, at + 1 + of + usize::from(is_glued_hyphen(words, at + 1)));
    if next == at + 3 && word(words, next) == Some(Word::Unit(Unit::Year)) && !goes_on(words, next + 1) {
        let part = year_part(rank, is_half)?;
        return Some((Found::one(Moment::InYear { part, shift: Shift::This }, next + 1), start));
    }
    let year = year_after(words, at + 1).or_else(|| Some((plain_year(words, next)?, next + 1)));
    let end = year.map_or(at + 1, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    let moment = match year_part(rank, is_half)? {
        // "first half" without a year is a part of a game more often than of a year.
        YearPart::Half(half) => {
            let told = year.is_some() || matches!(word(words, next), Some(Word::Shift(_)));
            if told { Moment::Half { year, half } } else { return None }
        }
        YearPart::Quarter(quarter) => Moment::Quarter { year, quarter },
        _ => return None,
    };
    Some((Found::one(moment, end), start))
}

/// Whether "fiscal" stands before token `at`.
fn is_fiscal(words: Words, at: usize) -> bool {
    word(words, words.before(at)) == Some(Word::Fiscal)
}

/// "fiscal third quarter", "third fiscal quarter", "third quarter of fiscal 2024": every company has its own, so that
/// there is no value.
fn of_fiscal_year(words: Words, floor: usize, start: usize, at: usize) -> Option<(Found, usize)> {
    let of = usize::from(words.language.calendar.partitives.has(words.normal(at + 1)));
    let next = skip_article(words, at + 1 + of);
    let followed = fiscal(words, next).map(|found| found.end);
    let opener = words.before(start);
    let start = if opener >= floor && is_fiscal(words, start) { opener } else { start };
    if followed.is_none() && !is_fiscal(words, at) && word(words, start) != Some(Word::Fiscal) {
        return None;
    }
    let unknown = Moment::Stretch { count: 0, unit: Unit::Quarter, origin: Origin::Publication };
    Some((Found::one(unknown, followed.unwrap_or(at + 1)), start))
}

fn year_part(rank: i8, is_half: bool) -> Option<YearPart> {
    match (rank, is_half) {
        (1 | 2, true) => Some(YearPart::Half(rank)),
        (1..=4, false) => Some(YearPart::Quarter(rank)),
        _ => None,
    }
}

/// "[last year]'s third quarter", at the possessive.
pub(super) fn owned(words: Words, shift: Shift, at: usize) -> Option<Found> {
    if words.normal(at) != "'s" {
        return None;
    }
    let (rank, end) = rank(words, at + 1)?;
    let is_half = match word(words, end)? {
        Word::Half => true,
        Word::Quarter => false,
        _ => return None,
    };
    let part = year_part(rank, is_half)?;
    Some(Found::one(Moment::InYear { part, shift }, end + 1))
}

/// Whether what ends before token `at` is only a part of something longer: "the year of the fire".
fn goes_on(words: Words, at: usize) -> bool {
    words.language.numbers.partitives.has(words.normal(at))
}

/// "spring 2024", "the summer of 2010"; a season alone is left to those who read of the weather.
pub(super) fn season(words: Words, at: usize) -> Option<Found> {
    let Some(Word::Season(season)) = word(words, at) else { return None };
    let (year, end) = year_after(words, at + 1)?;
    // "Sales are to fall in 2005".
    let before = words.before(at);
    let is_noun = is_article(words, before)
        || word(words, before) == Some(Word::Edge)
        || lead(words, at).is_some_and(|lead| lead != Lead::At);
    let of = words.language.calendar.partitives.has(words.normal(at + 1));
    if of && !is_noun && !words.is_capital(at) && !words.is_all(at..end) {
        return None;
    }
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
    // "the beginning in 1998", but "beginning in 1998" is from then on.
    let is_noun = is_article(words, words.before(at)) || goes_on(words, at + 1);
    let of = words.language.calendar.partitives.has(words.normal(at + 1));
    (of && is_noun).then(|| (edge, skip_article(words, at + 2)))
}

/// "the [year]" after "end of": the present one.
pub(super) fn present_unit(words: Words, at: usize) -> Option<Found> {
    let unit = unit(words, at)?;
    let is_long =
        matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century);
    // "by end of year", but not "end of year results".
    let ends = !words.is_word(at + 1) || lead_of(words, at + 1).is_some_and(|lead| lead != Lead::At);
    (is_long && (is_article(words, words.before(at)) || ends) && !words.normal(at).ends_with('s'))
        .then_some(Found::one(Moment::Shifted(Cycle::Unit(unit), Shift::This), at + 1))
}

/// "year-end", "year end".
pub(super) fn unit_end(words: Words, at: usize) -> Option<Found> {
    let next = at + 1 + usize::from(is_glued_hyphen(words, at + 1));
    let ends =
        word(words, at) == Some(Word::Unit(Unit::Year)) && word(words, next) == Some(Word::EdgeOf(Edge::End));
    ends.then_some(Found::one(Moment::Shifted(Cycle::Unit(Unit::Year), Shift::This), next + 1))
}
