//! Dates counted from the present: "last year", "the past five years", "yesterday".

use super::super::grammar::Words;
use super::absolute::{Found, is_name, month};
use super::expression::{Cycle, Moment, Origin, YearPart};
use super::lexeme::{count, count_before, is_article, lead_of, skip_article, unit, word};
use super::year::year_after;
use super::{feast, numeric, part};
use crate::lang::calendar::{Lead, Shift, Unit, Word};

/// "today", "yesterday".
pub(super) fn near(words: Words, at: usize) -> Option<Found> {
    let days = match word(words, at)? {
        Word::Day(days) => days,
        Word::Tonight => 0,
        _ => return None,
    };
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

/// "[10] previous weeks", "[the five] past years": the number before; with its first token.
pub(super) fn counted(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let Some(Word::Shift(shift)) = word(words, at) else { return None };
    let unit = unit(words, at + 1).filter(|_| words.normal(at + 1).ends_with('s'))?;
    let (count, start) = count_before(words, floor, at)?;
    // "50 previous years worth of it"
    if words.is_word(at + 2) && words.language.numbers.partitives.has(words.normal(at + 3)) {
        return None;
    }
    Some((Found::one(until_or_from_now(shift, count?, unit)?, at + 2), start))
}

fn until_or_from_now(shift: Shift, count: i32, unit: Unit) -> Option<Moment> {
    let is_told = matches!(shift, Shift::Previous | Shift::Following);
    let origin = if is_told { Origin::Text } else { Origin::Publication };
    match shift {
        Shift::Last | Shift::Past | Shift::Previous => Some(Moment::Stretch { count: -count, unit, origin }),
        Shift::Next | Shift::Coming | Shift::Following => Some(Moment::Stretch { count, unit, origin }),
        Shift::This | Shift::Same => None,
    }
}

/// One unit, weekday, month ... after "last": the form without a number.
fn one_shifted(words: Words, shift: Shift, at: usize) -> Option<Found> {
    if let Some(found) = feast::shifted(words, shift, at) {
        return (shift != Shift::Same).then_some(found);
    }
    // "that weekend", but not "said that weekend traffic".
    let is_weekend = word(words, at) == Some(Word::Weekend);
    if shift == Shift::Same && is_weekend && (!words.is_word(at + 1) || lead_of(words, at + 1).is_some()) {
        return Some(Found::one(Moment::Shifted(Cycle::Weekend, shift), at + 1));
    }
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
        Word::Weekday(weekday) => shifted_weekday(words, shift, weekday, at),
        Word::MaybeWeekday(weekday) => cycle(Cycle::Weekday(weekday), at + 1),
        // "the subsequent fall of the city"
        Word::Season(_) if words.language.numbers.partitives.has(words.normal(at + 1)) => None,
        Word::Season(season) => cycle(Cycle::Season(season), at + 1),
        Word::Weekend | Word::Weekends => cycle(Cycle::Weekend, at + 1),
        Word::Fiscal if word(words, at + 1) == Some(Word::Unit(Unit::Year)) => {
            cycle(Cycle::Unit(Unit::Year), at + 2)
        }
        Word::Night | Word::PartOfDay(_) if !words.normal(at).ends_with('s') => {
            Some(Found::one(shifted_night(shift)?, at + 1))
        }
        _ => None,
    }
}

/// "next Tuesday", "this Friday 7/6", "the next Tuesday".
fn shifted_weekday(words: Words, shift: Shift, weekday: i8, at: usize) -> Option<Found> {
    if let Some(found) = numeric::after_weekday(words, at + 1).filter(|_| shift == Shift::This) {
        return Some(found);
    }
    // "the next Tuesday" follows a day of the text, "next Tuesday" today.
    let is_told = shift == Shift::Next && is_article(words, words.before(words.before(at)));
    let shift = if is_told { Shift::Following } else { shift };
    Some(Found::one(Moment::Shifted(Cycle::Weekday(weekday), shift), at + 1))
}

/// The day of "this morning", "last night", "the following evening".
fn shifted_night(shift: Shift) -> Option<Moment> {
    match shift {
        Shift::This => Some(Moment::Near(0)),
        Shift::Last => Some(Moment::Near(-1)),
        Shift::Following | Shift::Next => Some(away_days(1)),
        Shift::Previous => Some(away_days(-1)),
        Shift::Same => Some(away_days(0)),
        Shift::Past | Shift::Coming => None,
    }
}

/// A stretch until now, or from now on.
fn now(count: i32, unit: Unit) -> Moment {
    Moment::Stretch { count, unit, origin: Origin::Publication }
}

fn away_days(days: i32) -> Moment {
    Moment::Away { count: Some(days), unit: Unit::Day, origin: Origin::Text }
}

/// "last year", "the following day", "the past week", "coming weeks".
fn shifted_unit(words: Words, shift: Shift, unit: Unit, at: usize) -> Option<Found> {
    let is_plural =
        words.normal(at).ends_with('s') && unit != Unit::Century || words.normal(at) == "centuries";
    let end = at + 1;
    if let Some(found) = part::owned(words, shift, end).filter(|_| unit == Unit::Year) {
        return Some(found);
    }
    let found = |moment| Some(Found::one(moment, end));
    match (shift, unit) {
        (_, Unit::Second | Unit::Minute) => None,
        // "the last week of May" is not last week.
        (Shift::Last, _) if words.language.numbers.partitives.has(words.normal(end)) => None,
        (Shift::Past, _) => found(now(if is_plural { 0 } else { -1 }, unit)),
        (Shift::Coming, _) if is_plural => found(now(0, unit)),
        (Shift::This, Unit::Day | Unit::Hour) | (_, Unit::Hour) => None,
        // "the last year" is the stretch of a year, "last year" the one before this.
        (Shift::Last | Shift::Next, Unit::Week | Unit::Month | Unit::Year | Unit::Decade)
            if !is_plural && is_article(words, words.before(words.before(at))) =>
        {
            found(now(if shift == Shift::Last { -1 } else { 1 }, unit))
        }
        (Shift::Last, Unit::Fortnight) => found(now(-1, unit)),
        (Shift::This, _) => found(Moment::Shifted(Cycle::Unit(unit), shift)),
        _ if is_plural => None,
        (Shift::Next | Shift::Following, Unit::Day) => found(away_days(1)),
        (Shift::Previous, Unit::Day) => found(away_days(-1)),
        (Shift::Same, _) => found(Moment::Away { count: Some(0), unit, origin: Origin::Text }),
        (Shift::Previous | Shift::Following, Unit::Decade | Unit::Century) => {
            found(Moment::Shifted(Cycle::Unit(unit), shift))
        }
        (Shift::Following, _) => found(Moment::Away { count: Some(1), unit, origin: Origin::Text }),
        (Shift::Previous, _) => found(Moment::Away { count: Some(-1), unit, origin: Origin::Text }),
        // "the last day of the festival", "the coming day"
        (_, Unit::Day) => None,
        _ => found(Moment::Shifted(Cycle::Unit(unit), shift)),
    }
}

/// "[March] last year", "[third quarter] of this year", "[Friday] of last week": told by what follows.
pub(super) fn with_shifted(words: Words, found: Found) -> Option<Found> {
    let of = words.language.calendar.partitives.has(words.normal(found.end));
    let is_weekday = matches!(found.low, Moment::Weekday(_));
    let linked = of || is_weekday && lead_of(words, found.end) == Some(Lead::From);
    let next = skip_article(words, found.end + usize::from(linked));
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
        (Moment::Feast { feast, year: None, days }, Unit::Year) => in_year(YearPart::Feast(feast, days)),
        (Moment::Weekday(weekday), Unit::Week) => Moment::InWeek { weekday, shift },
        _ => return None,
    };
    (found.high.is_none() && found.step.is_none()).then_some(Found::one(moment, next + 2))
}

/// "[next week] Wednesday", "[next week] on Tuesday": told by what stands before.
pub(super) fn then_weekday(words: Words, found: Found) -> Option<Found> {
    let Moment::Shifted(Cycle::Unit(Unit::Week), shift) = found.low else { return None };
    let next = found.end + usize::from(lead_of(words, found.end) == Some(Lead::At));
    match word(words, next)? {
        Word::Weekday(weekday) | Word::MaybeWeekday(weekday) if words.is_capital(next) => {
            Some(Found::one(Moment::InWeek { weekday, shift }, next + 1))
        }
        _ => None,
    }
}

/// "[past] five years", "[next] two decades", "[last] few months".
fn stretch(words: Words, shift: Shift, at: usize) -> Option<Found> {
    let (count, end) = count(words, at)?;
    if shift == Shift::Last && is_verb(words, words.before(at)) {
        return None;
    }
    // "the last five months of her life" are not the latest ones.
    let unit = unit(words, end).filter(|_| !words.language.numbers.partitives.has(words.normal(end + 1)))?;
    Some(Found::one(until_or_from_now(shift, count.unwrap_or(0), unit)?, end + 1))
}

/// Whether the "last" at token `at` is what something does: "will last three days", "is to last two weeks".
fn is_verb(words: Words, at: usize) -> bool {
    let (calendar, before) = (&words.language.calendar, words.normal(words.before(at)));
    let is_to = word(words, words.before(at)) == Some(Word::To);
    is_to || calendar.future.has(before) || calendar.year_verbs.has(before)
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
