//! Times of day: "5:30 p.m. EST", "0730 GMT", "17:00", "5 o'clock", "noon".

use super::super::grammar::Words;
use super::expression::{Clock, NIGHT};
use super::lexeme::{
    digits, is_article, is_counted, is_fragment, lead, lead_of, leads_to_time, range_joiner, word,
};
use super::spoken;
use crate::lang::calendar::{Lead, Unit, Word};

/// The time at token `at`, with its zone. A bare "5:30" is not [`Clock::sure`].
pub(super) fn time(words: Words, at: usize) -> Option<(Clock, usize)> {
    if is_fragment(words, at) { None } else { unchecked_time(words, at) }
}

/// The time at token `at`, whatever it is glued to.
fn unchecked_time(words: Words, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) = match word(words, at) {
        Some(Word::Hour(hour)) => (clock(hour, Some(0)), at + 1),
        Some(_) => return None,
        None => twelve(words, at).or_else(|| hour_and_minute(words, at)).or_else(|| military(words, at))?,
    };
    Some(with_zone(words, clock, end))
}

/// Two times, the first without the half of the day that the second names: "5-6 p.m.", "9:30 to 11 a.m."
pub(super) fn time_range(words: Words, at: usize) -> Option<(Clock, Clock, usize)> {
    if is_fragment(words, at) {
        return None;
    }
    let (hour, minute, end) = bare(words, at)?;
    let next = range_joiner(words, end).or_else(|| and_of_between(words, at, end))?;
    let (high, end) = unchecked_time(words, next)?;
    let is_led = high.minute.is_some() && matches!(lead(words, at), Some(Lead::From | Lead::Between));
    if !high.sure && minute.is_none() && !is_led {
        return None;
    }
    // "11-1 p.m." begins in the morning, "5-6 p.m." does not.
    let afternoon = high.hour >= 12 && hour < 12 && hour + 12 <= high.hour;
    let low = Clock { hour: hour + if afternoon { 12 } else { 0 }, minute, ..high };
    (low.hour < 24).then_some((low, high, end))
}

fn and_of_between(words: Words, at: usize, end: usize) -> Option<usize> {
    let joins = words.language.calendar.joiners.has(words.normal(end));
    (joins && lead(words, at) == Some(Lead::Between)).then_some(end + 1)
}

pub(super) fn clock(hour: i8, minute: Option<i8>) -> Clock {
    Clock { hour, minute, second: None, zone: None, sure: true, open: false }
}

/// "12 noon", "12 midnight".
fn twelve(words: Words, at: usize) -> Option<(Clock, usize)> {
    let Some(Word::Hour(hour)) = word(words, at + 1) else { return None };
    digits(words, at, 2, 2).filter(|&twelve| twelve == 12)?;
    Some((clock(hour, Some(0)), at + 2))
}

/// The hour at token `at` after "at" or a day, where nothing else says that it is one: "5", "5:30", "2.30",
/// "eight"; only at the end of its phrase.
pub(super) fn bare_hour(words: Words, at: usize) -> Option<(Clock, usize)> {
    let (hour, minute, end) = match bare(words, at) {
        Some(found) => found,
        None => spoken::hour_and_minute(words, at)?,
    };
    let goes_on = words.is_glued(end) && words.is_glued(end + 1) || is_counted(words, end);
    let stands = (1..=12).contains(&hour) && !is_fragment(words, at) && !goes_on && !words.is_number(end);
    let found = Clock { sure: false, open: true, ..clock(hour, minute) };
    let (found, end) = with_zone(words, found, end);
    let ends = !words.is_word(end) || word(words, end).is_some() || lead_of(words, end).is_some();
    (stands && ends).then_some((found, end))
}

/// Two hours after "from" and a day: "[Wednesday] from 10-4".
pub(super) fn bare_range(words: Words, at: usize) -> Option<(Clock, Clock, usize)> {
    let (hour, minute, end) = bare(words, at)?;
    let (high, end) = bare_hour(words, range_joiner(words, end)?)?;
    let low = Clock { sure: false, open: true, ..clock(hour, minute) };
    // "from 10 to 4" goes past noon.
    let high = if high.hour < hour { high.in_half(Some(12)) } else { high };
    Some((low, high, end))
}

/// Hour and minute without anything else: "5", "5:30", "5.30".
fn bare(words: Words, at: usize) -> Option<(i8, Option<i8>, usize)> {
    if let Some(hour) = digits(words, at, 1, 2).filter(|&hour| hour <= 24) {
        let hour = i8::try_from(hour).ok()?;
        let minute = digits(words, at + 2, 2, 2).filter(|&minute| minute < 60);
        let colon = words.word(at + 1) == ":" && words.is_glued(at + 1) && words.is_glued(at + 2);
        return match minute {
            Some(minute) if colon => Some((hour, i8::try_from(minute).ok(), at + 3)),
            _ => Some(match french_minute(words, at + 1) {
                Some(minute) => (hour, Some(minute), at + 2),
                None => (hour, None, at + 1),
            }),
        };
    }
    let (hour, minute) = words.word(at).split_once('.')?;
    let hour: i8 = hour.parse().ok().filter(|hour| (0..=24).contains(hour))?;
    let minute = minute.parse().ok().filter(|value| minute.len() == 2 && (0..60).contains(value))?;
    Some((hour, Some(minute), at + 1))
}

/// The minutes of "11h45", as they are written on the continent.
fn french_minute(words: Words, at: usize) -> Option<i8> {
    let minute = words.word(at).strip_prefix('h').filter(|minute| minute.len() == 2 && words.is_glued(at))?;
    minute.parse().ok().filter(|minute| (0..60).contains(minute))
}

/// "5:30", "5:30:15", "5 p.m.", "5.30pm", "5 o'clock", "11h45", "5:30p".
fn hour_and_minute(words: Words, at: usize) -> Option<(Clock, usize)> {
    let (hour, minute, end) = bare(words, at)?;
    if let Some((half, end)) = part_of_day(words, end).filter(|_| (1..=12).contains(&hour)) {
        let open = Clock { open: true, ..clock(hour, minute) };
        return Some((open.in_half(Some(half)), end));
    }
    let is_dotted = words.word(at).contains('.');
    let (second, end) = second(words, end, minute);
    match word(words, end) {
        Some(Word::Meridiem(half)) if (1..=12).contains(&hour) => {
            Some((Clock { second, ..clock(hour % 12 + half, minute) }, end + 1))
        }
        Some(Word::Clock) if minute.is_none() && hour <= 12 => Some(after_clock(words, hour, end + 1)),
        None if minute.is_some() && (1..=12).contains(&hour) && short_meridiem(words, end).is_some() => {
            let half = short_meridiem(words, end)?;
            Some((Clock { second, ..clock(hour % 12 + half, minute) }, end + 1))
        }
        _ if minute.is_some() && hour < 24 => {
            let sure = with_zone(words, clock(hour, minute), end).1 > end;
            let goes_on = words.is_glued(end)
                && matches!(words.word(end), ":" | "." | "%" | "/")
                && words.is_glued(end + 1);
            let stands = (!is_dotted || sure) && !goes_on;
            let french = words.word(at + 1).starts_with('h');
            let (sure, open) = (sure || french, (1..12).contains(&hour) && !french);
            stands.then_some((Clock { second, sure, open, ..clock(hour, minute) }, end))
        }
        _ => None,
    }
}

/// "[5 o'clock] in the afternoon", "[5 o'clock] p.m."
pub(super) fn after_clock(words: Words, hour: i8, at: usize) -> (Clock, usize) {
    let open = Clock { open: hour > 0, ..clock(hour, None) };
    if let Some((half, end)) = part_of_day(words, at) {
        return (open.in_half(Some(half)), end);
    }
    match word(words, at) {
        Some(Word::Meridiem(half)) => (clock(hour % 12 + half, None), at + 1),
        _ => (open, at),
    }
}

/// The "p" of "5:30p".
fn short_meridiem(words: Words, at: usize) -> Option<i8> {
    words.language.calendar.short_meridiems.get(words.word(at)).copied().filter(|_| words.is_glued(at))
}

/// "in the morning", "at night" after an hour: the hours to add, and its end.
pub(super) fn part_of_day(words: Words, at: usize) -> Option<(i8, usize)> {
    let calendar = &words.language.calendar;
    let led = calendar.partitives.has(words.normal(at)) && is_article(words, at + 1);
    match word(words, at + 2).filter(|_| led) {
        Some(Word::PartOfDay(half)) => return Some((half, at + 3)),
        Some(Word::Night) => return Some((NIGHT, at + 3)),
        _ => {}
    }
    let at_night = leads_to_time(words, at) && word(words, at + 1) == Some(Word::Night);
    at_night.then_some((NIGHT, at + 2))
}

/// The ":15" of "5:30:15".
fn second(words: Words, at: usize, minute: Option<i8>) -> (Option<i8>, usize) {
    let colon = words.word(at) == ":" && words.is_glued(at) && words.is_glued(at + 1);
    let found = digits(words, at + 1, 2, 2).filter(|&second| colon && minute.is_some() && second < 60);
    match found.and_then(|second| i8::try_from(second).ok()) {
        Some(second) => (Some(second), at + 2),
        None => (None, at),
    }
}

/// "0730 GMT", "0600 hours", "1730hrs", "1140 a.m."
fn military(words: Words, at: usize) -> Option<(Clock, usize)> {
    let plain = digits(words, at, 3, 4)?;
    let (hour, minute) = (i8::try_from(plain / 100).ok()?, i8::try_from(plain % 100).ok()?);
    if hour > 24 || minute >= 60 {
        return None;
    }
    if let Some(Word::Meridiem(half)) = word(words, at + 1).filter(|_| (1..=12).contains(&hour)) {
        return Some((clock(hour % 12 + half, Some(minute)), at + 2));
    }
    let found = clock(hour, Some(minute));
    if words.word(at).len() < 4 {
        return None;
    }
    if with_zone(words, found, at + 1).1 > at + 1 {
        return Some((found, at + 1));
    }
    let counted = word(words, at + 1) == Some(Word::Unit(Unit::Hour));
    // "1500 hours" may be a length of time; "0600 hours" cannot.
    (counted && words.word(at).starts_with('0')).then_some((found, at + 2))
}

/// Adds the zone at token `at`: "EST", "(GMT)", "GMT+3", "UTC+05:45", and the "+1400" glued to the time.
fn with_zone(words: Words, clock: Clock, at: usize) -> (Clock, usize) {
    let name = words.word(at);
    let is_code = (2..=4).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let Some(&zone) = words.language.calendar.zones.get(words.normal(at)).filter(|_| is_code) else {
        // "10:30-11:45" is a stretch.
        return match numbered_zone(words, at).filter(|_| clock.minute.is_some() && words.word(at) == "+") {
            Some((zone, end)) => (Clock { zone: Some(zone), ..clock }, end),
            None => (clock, at),
        };
    };
    match numbered_zone(words, at + 1) {
        Some((shift, end)) => (Clock { zone: zone.map(|zone| zone + shift), open: false, ..clock }, end),
        None => (Clock { zone, ..clock }, at + 1),
    }
}

/// "+3", "-08:45", "+0545", glued to what stands before: minutes east of Greenwich.
fn numbered_zone(words: Words, at: usize) -> Option<(i16, usize)> {
    let sign = match words.word(at) {
        "+" => 1,
        "-" | "−" | "–" => -1,
        _ => return None,
    };
    if !words.is_glued(at) || !words.is_glued(at + 1) {
        return None;
    }
    if let Some(plain) = digits(words, at + 1, 4, 4).filter(|plain| plain / 100 <= 14 && plain % 100 < 60) {
        return Some((sign * (plain / 100 * 60 + plain % 100), at + 2));
    }
    let hours = digits(words, at + 1, 1, 2).filter(|&hours| hours <= 14)?;
    let colon = words.word(at + 2) == ":" && words.is_glued(at + 2) && words.is_glued(at + 3);
    match digits(words, at + 3, 2, 2).filter(|&minutes| colon && minutes < 60) {
        Some(minutes) => Some((sign * (hours * 60 + minutes), at + 4)),
        None => Some((sign * hours * 60, at + 2)),
    }
}

/// The time of "2022-02-24T10:30:00Z": what is glued to the day.
pub(super) fn iso_time(words: Words, at: usize) -> Option<(Clock, usize)> {
    let hour = words.word(at).strip_prefix('T').filter(|hour| hour.len() == 2 && words.is_glued(at))?;
    let hour = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
    let colon = words.word(at + 1) == ":" && words.is_glued(at + 1) && words.is_glued(at + 2);
    let minute = digits(words, at + 2, 2, 2).filter(|&minute| colon && minute < 60)?;
    let minute = i8::try_from(minute).ok()?;
    let (second, end) = second(words, at + 3, Some(minute));
    let found = Clock { second, ..clock(hour, Some(minute)) };
    if words.word(end) == "Z" && words.is_glued(end) {
        return Some((Clock { zone: Some(0), ..found }, end + 1));
    }
    Some(
        match numbered_zone(words, end)
            .filter(|(_, zone_end)| zone_end - end > 2 || words.word(end + 1).len() == 4)
        {
            Some((zone, end)) => (Clock { zone: Some(zone), ..found }, end),
            None => (found, end),
        },
    )
}
