//! Dates counted from another: "last year", "the past five years", "two weeks ago", "yesterday".

use super::super::grammar::Words;
use super::absolute::{Found, is_name, month};
use super::expression::{Cycle, Expression, Moment, Origin, YearPart};
use super::lexeme::{count, count_before, is_article, is_glued_hyphen, rank_before, skip_article, word};
use super::year::{plain_year, year_after};
use crate::lang::calendar::{Edge, Lead, Shift, Unit, Word};

/// "today", "yesterday".
pub(super) fn near(words: Words, at: usize) -> Option<Found> {
    let Some(Word::Day(days)) = word(words, at) else { return None };
    let before = words.before(at);
    // "USA Today", "Radio 4's Today": a capital inside a sentence.
    let in_name = words.is_capital(at) && words.is_word(before) && word(words, before).is_none();
    (!in_name && !is_name(words, at)).then_some(Found::one(Moment::Near(i32::from(days)), at + 1))
}

/// "last year", "this past week", "next Tuesday", "the past five years".
pub(super) fn shifted(words: Words, at: usize) -> Option<Found> {
    let Some(Word::Shift(first)) = word(words, at) else { return None };
    let (shift, next) = match word(words, at + 1) {
        Some(Word::Shift(Shift::Past)) if first == Shift::This => (Shift::Last, at + 2),
        Some(Word::Shift(second)) if first == Shift::This => (second, at + 2),
        _ => (first, at + 1),
    };
    one_shifted(words, shift, next).or_else(|| stretch(words, shift, next))
}

/// One unit, weekday, month ... after "last": the form without a number.
fn one_shifted(words: Words, shift: Shift, at: usize) -> Option<Found> {
    if shift == Shift::Same
        && !matches!(word(words, at), Some(Word::Unit(_) | Word::PartOfDay(_) | Word::Night))
    {
        return None;
    }
    let cycle = |cycle, end| Some(Found::one(Moment::Shifted(cycle, shift), end));
    if let Some(&month) = month(words, at).as_ref() {
        return match year_after(words, at + 1) {
            Some(_) => None, // "last March 2014" says nothing that "March 2014" does not
            None => cycle(Cycle::Month(month.0), at + 1),
        };
    }
    match word(words, at)? {
        Word::Unit(unit) => shifted_unit(words, shift, unit, at),
        Word::Quarter if !words.normal(at).ends_with('s') => cycle(Cycle::Unit(Unit::Quarter), at + 1),
        Word::Weekday(weekday) | Word::MaybeWeekday(weekday) => cycle(Cycle::Weekday(weekday), at + 1),
        Word::Season(season) => cycle(Cycle::Season(season), at + 1),
        Word::Weekend => cycle(Cycle::Weekend, at + 1),
        Word::Feast(month, day) => cycle(Cycle::Feast(month, day), at + 1),
        Word::Fiscal if word(words, at + 1) == Some(Word::Unit(Unit::Year)) => {
            cycle(Cycle::Unit(Unit::Year), at + 2)
        }
        Word::Night | Word::PartOfDay(_) if !words.normal(at).ends_with('s') => {
            let moment = match (shift, word(words, at)) {
                (Shift::This, _) => Moment::Near(0),
                (Shift::Last, _) => Moment::Near(-1),
                (Shift::Following | Shift::Next, _) => away_days(1),
                (Shift::Previous, _) => away_days(-1),
                (Shift::Same, _) => away_days(0),
                _ => return None,
            };
            Some(Found::one(moment, at + 1))
        }
        _ => None,
    }
}

fn away_days(days: i32) -> Moment {
    Moment::Away { count: Some(days), unit: Unit::Day, origin: Origin::Text }
}

/// "last year", "the following day", "the past week", "coming weeks".
fn shifted_unit(words: Words, shift: Shift, unit: Unit, at: usize) -> Option<Found> {
    let is_plural =
        words.normal(at).ends_with('s') && unit != Unit::Century || words.normal(at) == "centuries";
    let end = at + 1;
    let found = |moment| Some(Found::one(moment, end));
    match (shift, unit) {
        (_, Unit::Second | Unit::Minute) => None,
        // "the last week of May" is not last week.
        (Shift::Last, _) if words.language.numbers.partitives.has(words.normal(end)) => None,
        (Shift::Past, _) => found(Moment::Stretch { count: if is_plural { 0 } else { -1 }, unit }),
        (Shift::Coming, _) if is_plural => found(Moment::Stretch { count: 0, unit }),
        (Shift::This, Unit::Day | Unit::Hour) | (_, Unit::Hour) => None,
        // "the last year" is the stretch of a year, "last year" the one before this.
        (Shift::Last | Shift::Next, Unit::Week | Unit::Month | Unit::Year | Unit::Decade)
            if !is_plural && is_article(words, words.before(words.before(at))) =>
        {
            found(Moment::Stretch { count: if shift == Shift::Last { -1 } else { 1 }, unit })
        }
        (Shift::This, _) => found(Moment::Shifted(Cycle::Unit(unit), shift)),
        _ if is_plural => None,
        (Shift::Next | Shift::Following, Unit::Day) => found(away_days(1)),
        (Shift::Previous, Unit::Day) => found(away_days(-1)),
        (Shift::Same, _) => found(Moment::Away { count: Some(0), unit, origin: Origin::Text }),
        (Shift::Following, _) => found(Moment::Away { count: Some(1), unit, origin: Origin::Text }),
        (Shift::Previous, _) => found(Moment::Away { count: Some(-1), unit, origin: Origin::Text }),
        // "the last day of the festival", "the coming day"
        (_, Unit::Day) => None,
        _ => found(Moment::Shifted(Cycle::Unit(unit), shift)),
    }
}

/// "[March] last year", "[third quarter] of this year", "[Friday] of last week": told by what follows.
pub(super) fn with_shifted(words: Words, found: Found) -> Option<Found> {
    let of = usize::from(words.language.calendar.partitives.has(words.normal(found.end)));
    let next = skip_article(words, found.end + of);
    let shift = match word(words, next)? {
        Word::Shift(shift @ (Shift::Last | Shift::This | Shift::Next | Shift::Same)) => shift,
        _ => return None,
    };
    let unit = unit(words, next + 1)?;
    let in_year = |part| Moment::InYear { part, shift };
    let moment = match (found.low, unit) {
        (Moment::Day { year: None, month, day }, Unit::Year) => in_year(YearPart::Day(month, day)),
        (Moment::Month { year: None, month }, Unit::Year) => in_year(YearPart::Month(month)),
        (Moment::Quarter { year: None, quarter }, Unit::Year) => in_year(YearPart::Quarter(quarter)),
        (Moment::Half { year: None, half }, Unit::Year) => in_year(YearPart::Half(half)),
        (Moment::Weekday(weekday), Unit::Week) => Moment::InWeek { weekday, shift },
        _ => return None,
    };
    found.high.is_none().then_some(Found::one(moment, next + 2))
}

/// "[past] five years", "[next] two decades", "[last] few months".
fn stretch(words: Words, shift: Shift, at: usize) -> Option<Found> {
    let is_past = match shift {
        Shift::Last | Shift::Past | Shift::Previous => true,
        Shift::Next | Shift::Coming | Shift::Following => false,
        Shift::This | Shift::Same => return None,
    };
    let (count, end) = count(words, at)?;
    // "the last five months of her life" are not the latest ones.
    let unit = unit(words, end).filter(|_| !words.language.numbers.partitives.has(words.normal(end + 1)))?;
    let count = count.unwrap_or(0);
    Some(Found::one(Moment::Stretch { count: if is_past { -count } else { count }, unit }, end + 1))
}

/// The unit at token `at`, quarters of a year included.
fn unit(words: Words, at: usize) -> Option<Unit> {
    match word(words, at)? {
        Word::Unit(unit) => Some(unit),
        Word::Quarter => Some(Unit::Quarter),
        _ => None,
    }
}

/// What a unit is part of: "two weeks ago", "a year earlier", "the year before", "the day after
/// tomorrow"; with its first token, which may stand before.
pub(super) fn around_unit(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let unit = unit(words, at)?;
    if let Some((count, start)) = count_before(words, floor, at)
        && let Some((sign, origin, end)) = direction(words, at + 1)
    {
        // "an hour later": without the time of what came before there is nothing to count from.
        if origin == Origin::Text && matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        let count = count.map(|count| count.saturating_mul(sign));
        return Some((Found::one(Moment::Away { count, unit, origin }, end), start));
    }
    let counted = count_before(words, floor, at).and_then(|(count, start)| Some((count?, start)));
    if let Some((count, start)) = counted.or_else(|| (!words.normal(at).ends_with('s')).then_some((1, at)))
        && let Some(found) = beyond_near(words, (unit, count), at)
    {
        return Some((found, start));
    }
    if is_article(words, words.before(at)) && !words.normal(at).ends_with('s') {
        let (sign, origin, end) = direction(words, at + 1)?;
        let stands = origin == Origin::Text
            && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter);
        let found = Found::one(Moment::Away { count: Some(sign), unit, origin }, end);
        return stands.then_some((found, at));
    }
    None
}

/// Which way a number of units is counted, and from where: "ago", "later", "before".
fn direction(words: Words, at: usize) -> Option<(i32, Origin, usize)> {
    match word(words, at) {
        Some(Word::Ago) => return Some((-1, Origin::Publication, at + 1)),
        Some(Word::Away(sign)) => return Some((i32::from(sign), Origin::Text, at + 1)),
        _ => {}
    }
    // "the year before" ends its phrase; "a week before the vote" counts from a thing without a date.
    let ends = !words.is_word(at + 1) && !words.is_number(at + 1);
    match words.language.calendar.leads.get(words.normal(at)) {
        Some(Lead::Before) if ends => Some((-1, Origin::Text, at + 1)),
        Some(Lead::After) if ends => Some((1, Origin::Text, at + 1)),
        Some(Lead::From) if words.language.calendar.nows.has(words.normal(at + 1)) => {
            Some((1, Origin::Publication, at + 2))
        }
        _ => None,
    }
}

/// "[day] before yesterday", "[day] after tomorrow".
fn beyond_near(words: Words, (unit, count): (Unit, i32), at: usize) -> Option<Found> {
    let Some(Word::Day(days)) = word(words, at + 2) else { return None };
    let sign = match words.language.calendar.leads.get(words.normal(at + 1))? {
        Lead::Before => -1,
        Lead::After | Lead::From => 1,
        _ => return None,
    };
    let length = match unit {
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Fortnight => 14,
        _ => return None,
    };
    let step = count.checked_mul(length * sign)?;
    Some(Found::one(Moment::Near(step.checked_add(i32::from(days))?), at + 3))
}

/// "earlier in the week", "late in the year", "later in the day": the present one.
pub(super) fn within(words: Words, at: usize) -> Option<Found> {
    let led = words.language.calendar.partitives.has(words.normal(at + 1)) && is_article(words, at + 2);
    let unit = unit(words, at + 3).filter(|_| led && !words.normal(at + 3).ends_with('s'))?;
    let goes_on = words.language.numbers.partitives.has(words.normal(at + 4));
    let moment = match unit {
        Unit::Day => away_days(0),
        Unit::Week | Unit::Month | Unit::Year => Moment::Shifted(Cycle::Unit(unit), Shift::This),
        _ => return None,
    };
    (!goes_on).then_some(Found::one(moment, at + 4))
}

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

/// "Christmas", "Christmas Day 2023", "Easter Sunday", "Thanksgiving".
pub(super) fn feast(words: Words, at: usize) -> Option<Found> {
    let (day, last) = named_feast(words, at)
        .or_else(|| Some((word(words, at).filter(|_| words.is_capital(at))?, at + 1)))?;
    let year = year_after(words, last);
    let end = year.map_or(last, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    let moment = match day {
        Word::Feast(month, day) => Moment::Day { year, month, day },
        Word::NthFeast(nth, weekday, month) => Moment::Nth { nth, weekday, month, year },
        Word::Easter(days) => Moment::Easter { year, days },
        _ => return None,
    };
    let is_surname = words.is_capital(words.before(at)) && words.has(words.before(words.before(at)));
    // "Christmas tree": what is only named after the day.
    let is_attribute =
        end == at + 1 && words.is_word(end) && lead_of(words, end).is_none() && word(words, end).is_none();
    (!is_attribute && !is_surname).then_some(Found::one(moment, end))
}

/// A day by a name of its own at token `at`, and one past it: "Boxing Day", "New Year's Eve".
pub(super) fn named_feast(words: Words, at: usize) -> Option<(Word, usize)> {
    if !words.is_capital(at) {
        return None;
    }
    let first = words.normal(at);
    let names = words.language.calendar.feasts.get(first.strip_suffix('.').unwrap_or(first))?;
    names.iter().find_map(|(rest, day)| Some((*day, end_of_name(words, at + 1, rest)?)))
}

/// One past the words `rest` of a name at token `at`, full stops of abbreviations left aside.
fn end_of_name(words: Words, mut at: usize, rest: &[&str]) -> Option<usize> {
    for part in rest {
        let normal = words.normal(at);
        if normal.strip_suffix('.').unwrap_or(normal) != *part {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// "daily", "annually": but not "Daily Mail", nor "a daily newspaper", which says of what kind it is.
pub(super) fn often(words: Words, at: usize) -> Option<(Expression, usize)> {
    let Some(Word::Often(unit)) = word(words, at) else { return None };
    let is_kind = words.is_capital(at) || words.is_word(at + 1) && lead_of(words, at + 1).is_none();
    let stands = !is_kind && !is_article(words, words.before(at));
    stands.then_some((Expression::Every(Cycle::Unit(unit), 1), at + 1))
}

fn lead_of(words: Words, at: usize) -> Option<Lead> {
    words.language.calendar.leads.get(words.normal(at)).copied()
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

/// "every Monday", "each year", "every two weeks".
pub(super) fn every(words: Words, at: usize) -> Option<(Expression, usize)> {
    if word(words, at) != Some(Word::Each) {
        return None;
    }
    let (number, next) = match count(words, at + 1) {
        Some((Some(number), end)) if unit(words, end).is_some() => (number, end),
        _ => (1, at + 1),
    };
    let cycle = match word(words, next)? {
        // "every minute of it" is a manner of speaking.
        Word::Unit(Unit::Second | Unit::Minute) if number == 1 => return None,
        Word::Unit(unit) => Cycle::Unit(unit),
        Word::Quarter => Cycle::Unit(Unit::Quarter),
        Word::Weekday(weekday) => Cycle::Weekday(weekday),
        Word::Month(month) | Word::MaybeMonth(month) => Cycle::Month(month),
        Word::Season(season) => Cycle::Season(season),
        Word::Weekend => Cycle::Weekend,
        Word::Feast(month, day) => Cycle::Feast(month, day),
        Word::PartOfDay(_) | Word::Night => Cycle::PartOfDay,
        _ => return None,
    };
    (number > 0).then_some((Expression::Every(cycle, number), next + 1))
}
