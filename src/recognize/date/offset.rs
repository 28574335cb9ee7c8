//! So many units from now or from another date: "two weeks ago", "a year earlier", "in three days", "the day
//! before yesterday", "three weeks after Easter", "the week of May 5".

use super::super::grammar::Words;
use super::absolute::{Found, from_day, from_month, from_weekday};
use super::expression::{Cycle, Moment, Origin, Step};
use super::lexeme::{count_before, is_article, lead_of, range_joiner, skip_article, unit, word};
use super::range::{is_day, is_year};
use super::{feast, numeric, relative, tense, year};
use crate::lang::calendar::{Ahead, Lead, Shift, Unit, WeekMark, Word};

/// What the unit at token `at` is part of, with the first token, which may stand before.
pub(super) fn around_unit(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let unit = unit(words, at)?;
    let is_single = !words.normal(at).ends_with('s');
    let counted = count_before(words, floor, at);
    if let Some((count, start)) = counted
        && let Some(found) = away(words, (unit, count), at)
    {
        return Some((found, start));
    }
    let known = counted.and_then(|(count, start)| Some((count?, start)));
    if let Some((count, start)) = known.or(is_single.then_some((1, at)))
        && let Some(found) = from_anchor(words, (unit, count), at)
    {
        return Some((found, start));
    }
    if let Some((count, start)) = counted {
        return ahead(words, floor, (unit, count), start..at + 1);
    }
    if !is_single {
        return None;
    }
    if let Some(found) = week_of(words, unit, at).or_else(|| beyond(words, unit, at)) {
        return Some((found, at));
    }
    let (sign, origin, end) = direction(words, at + 1).filter(|_| is_article(words, words.before(at)))?;
    let stands = origin == Origin::Text
        && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter);
    stands.then_some((Found::one(Moment::Away { count: Some(sign), unit, origin }, end), at))
}

/// "[two weeks] ago", "[a year] earlier".
fn away(words: Words, (unit, count): (Unit, Option<i32>), at: usize) -> Option<Found> {
    let (sign, origin, end) = direction(words, at + 1)?;
    // "an hour later": without the time of what came before there is nothing to count from.
    if origin == Origin::Text && matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return None;
    }
    let count = count.map(|count| count.saturating_mul(sign));
    Some(Found::one(Moment::Away { count, unit, origin }, end))
}

/// Which way a number of units is counted, and from where: "ago", "later", "before".
fn direction(words: Words, at: usize) -> Option<(i32, Origin, usize)> {
    match word(words, at) {
        Some(Word::Ago(sign)) => return Some((i32::from(sign), Origin::Publication, at + 1)),
        Some(Word::Away(sign)) => return Some((i32::from(sign), Origin::Text, at + 1)),
        _ => {}
    }
    // "the year before" ends its phrase; "a week before the vote" counts from a thing without a date.
    let ends = !words.is_word(at + 1) && !words.is_number(at + 1);
    match lead_of(words, at) {
        Some(Lead::Before) if ends => Some((-1, Origin::Text, at + 1)),
        Some(Lead::After) if ends => Some((1, Origin::Text, at + 1)),
        Some(Lead::From) if words.language.calendar.nows.has(words.normal(at + 1)) => {
            Some((1, Origin::Publication, at + 2))
        }
        _ => None,
    }
}

/// "[three weeks] after Easter", "[day] before yesterday", "[a week] from Tuesday".
fn from_anchor(words: Words, (unit, count): (Unit, i32), at: usize) -> Option<Found> {
    let lead = lead_of(words, at + 1);
    let sign = match lead? {
        Lead::Before => -1,
        Lead::After | Lead::From => 1,
        _ => return None,
    };
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return None;
    }
    let found = anchor(words, skip_article(words, at + 2))?;
    // "three years from 2010 to 2013" are those between.
    let is_open = lead == Some(Lead::From) && range_joiner(words, found.end).is_some();
    let is_long = matches!(unit, Unit::Year | Unit::Decade | Unit::Century) && lead != Some(Lead::From);
    let fits = is_day(found.low) || is_long && is_year(found.low);
    let stands = fits && !is_open && found.high.is_none() && found.step.is_none();
    let step = Some(Step::By(count.checked_mul(sign)?, unit));
    stands.then_some(Found { step, ..found })
}

/// A date that others are counted from; not every form, so that none is counted from one that is counted.
fn anchor(words: Words, at: usize) -> Option<Found> {
    if let Some(found) = feast::feast(words, at) {
        return Some(found);
    }
    match word(words, at) {
        None => numeric::from_number(words, at)
            .or_else(|| from_day(words, at))
            .or_else(|| year::from_number(words, at)),
        Some(Word::Month(_) | Word::MaybeMonth(_)) => from_month(words, at),
        Some(Word::Weekday(_)) => from_weekday(words, at),
        Some(Word::Shift(_)) => relative::shifted(words, at),
        Some(Word::Day(_)) => relative::near(words, at),
        _ => None,
    }
}

/// "in two weeks", "within three days": only where the sentence looks ahead, since "in two weeks" is as often
/// how long something took.
fn ahead(
    words: Words,
    floor: usize,
    (unit, count): (Unit, Option<i32>),
    amount: std::ops::Range<usize>,
) -> Option<(Found, usize)> {
    let calendar = &words.language.calendar;
    let softened = amount.start.checked_sub(1).filter(|&at| calendar.softeners.has(words.normal(at)));
    let first = softened.unwrap_or(amount.start).checked_sub(1).filter(|&first| first >= floor)?;
    let ahead = calendar.aheads.get(words.normal(first))?;
    let told = time_word(words, amount.end);
    let end = told.unwrap_or(amount.end);
    let is_short = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
    let looks_ahead = match is_short {
        // "how many songs it will sing in an hour"
        true => tense::opens(words, first, end),
        false => tense::looks_ahead(words, first, end),
    };
    let stands = told.is_some() || looks_ahead || words.is_all(first..end);
    if !stands || goes_on(words, end) {
        return None;
    }
    let moment = match ahead {
        Ahead::Then => Moment::Away { count, unit, origin: Origin::Publication },
        Ahead::Within => Moment::Within { count: count.unwrap_or(0), unit },
    };
    Some((Found::one(moment, end), first))
}

/// Whether what follows an amount of time says more of it: "of the attack", "or two", "after the vote".
fn goes_on(words: Words, at: usize) -> bool {
    let calendar = &words.language.calendar;
    let normal = words.normal(at);
    let counts = matches!(lead_of(words, at), Some(Lead::After | Lead::Before | Lead::From));
    let follows = matches!(word(words, at), Some(Word::Shift(Shift::Following)));
    calendar.partitives.has(normal) || calendar.joiners.has(normal) || counts || follows
}

/// One past the "time" of "in two weeks' time", at the mark.
fn time_word(words: Words, at: usize) -> Option<usize> {
    let next = at + usize::from(matches!(words.word(at), "'" | "’"));
    let next = next + usize::from(words.normal(next) == "'s");
    words.language.calendar.time_words.has(words.normal(next)).then_some(next + 1)
}

/// "[three] Fridays ago", "[two] Sundays from now", "[Wednesday] after next"; with its first token.
pub(super) fn around_weekday(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let weeks = |shift, weekday, steps, end| {
        let moment = Moment::Shifted(Cycle::Weekday(weekday), shift);
        Found { step: Some(Step::By(steps, Unit::Week)), ..Found::one(moment, end) }
    };
    match word(words, at)? {
        Word::Weekdays(weekday) => {
            let (count, start) = count_before(words, floor, at)?;
            let (sign, origin, end) = direction(words, at + 1)?;
            let more = count?.checked_sub(1).filter(|&more| more >= 0 && origin == Origin::Publication)?;
            let shift = if sign < 0 { Shift::Last } else { Shift::Coming };
            Some((weeks(shift, weekday, more.checked_mul(sign)?, end), start))
        }
        Word::Weekday(weekday) => {
            let after = lead_of(words, at + 1) == Some(Lead::After);
            let is_next = after && word(words, at + 2) == Some(Word::Shift(Shift::Next));
            let ends = !words.is_word(at + 3) || lead_of(words, at + 3).is_some();
            (is_next && ends).then(|| (weeks(Shift::Coming, weekday, 1, at + 3), at))
        }
        _ => None,
    }
}

/// "[week] of May 5", "[week] beginning 3 March", "[week] ending Friday".
fn week_of(words: Words, unit: Unit, at: usize) -> Option<Found> {
    let mark = words.language.calendar.week_marks.get(words.normal(at + 1)).filter(|_| unit == Unit::Week)?;
    let found = anchor(words, skip_article(words, at + 2))?;
    let step = match mark {
        WeekMark::Around => Step::WeekAround,
        WeekMark::Ending => Step::WeekEnding,
    };
    let stands = is_day(found.low) && found.high.is_none() && found.step.is_none();
    stands.then_some(Found { step: Some(step), ..found })
}

/// "[weekend] of May 5".
pub(super) fn weekend_of(words: Words, at: usize) -> Option<Found> {
    let of = words.language.numbers.partitives.has(words.normal(at + 1));
    let found = anchor(words, skip_article(words, at + 2)).filter(|_| of)?;
    let stands = is_day(found.low) && found.step.is_none();
    let step = if found.high.is_none() { Some(Step::Weekend) } else { None };
    stands.then_some(Found { step, ..found })
}

/// "[week] before last", "[year] after next".
fn beyond(words: Words, unit: Unit, at: usize) -> Option<Found> {
    let is_article = is_article(words, words.before(at));
    let (shift, sign) = match (lead_of(words, at + 1)?, word(words, at + 2)?) {
        (Lead::Before, Word::Shift(Shift::Last)) => (Shift::Last, -1),
        (Lead::After, Word::Shift(Shift::Next)) => (Shift::Next, 1),
        _ => return None,
    };
    // "the week before last month's vote"
    let ends = word(words, at + 3).is_none();
    let moment = Moment::Shifted(Cycle::Unit(unit), shift);
    let found = Found { step: Some(Step::By(sign, unit)), ..Found::one(moment, at + 3) };
    (is_article && ends && matches!(unit, Unit::Week | Unit::Month | Unit::Year)).then_some(found)
}
