//! Days and months by their names: "Tuesday, 24 February 2022", "3rd of March", "May 5-7", "Friday".

use super::super::grammar::Words;
use super::expression::{Moment, Step};
use super::lexeme::{
    count, count_before, day, day_in_digits, digits, is_article, is_casual, is_counted, is_fragment,
    is_glued_hyphen, is_range_dash, lead, lead_of, leads_to_time, range_joiner, rank_before, ranked_day,
    skip_article, skip_comma, word,
};
use super::numeric;
use super::year::{in_century, late_year, plain_year, spelled_year, year_after, year_of_era};
use crate::lang::calendar::{Lead, Unit, Word};

/// A moment, the other end where the words are a stretch of days, and one past the last token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    pub low: Moment,
    pub high: Option<Moment>,
    /// Where the date meant is from `low`.
    pub step: Option<Step>,
    pub end: usize,
}

impl Found {
    /// A moment alone.
    pub fn one(low: Moment, end: usize) -> Self {
        Self { low, high: None, step: None, end }
    }
}

/// A date that begins with a weekday: with what follows, or alone.
pub(super) fn from_weekday(words: Words, at: usize) -> Option<Found> {
    let (weekday, certain) = match word(words, at)? {
        Word::Weekday(weekday) | Word::Weekdays(weekday) => (weekday, true),
        Word::MaybeWeekday(weekday) => (weekday, false),
        _ => return None,
    };
    let next = skip_article(words, skip_comma(words, at + 1));
    if let Some(found) = from_month(words, next)
        .or_else(|| from_day(words, next))
        .or_else(|| numeric::after_weekday(words, skip_bracket(words, next)))
        && matches!(found.low, Moment::Day { .. } | Moment::Slashed { .. })
    {
        return Some(found);
    }
    let adjacent = skip_article(words, at + 1);
    let is_ranked = |&(_, end): &(i8, usize)| adjacent > at + 1 || end > adjacent + 1;
    if let Some((day, end)) = ranked_day(words, adjacent).filter(is_ranked) {
        return Some(Found::one(Moment::DayOfMonth { weekday: Some(weekday), day }, end));
    }
    let certain = certain || is_timed(words, at) || words.is_all(at..at + 1);
    (certain && !is_name(words, at)).then_some(Found::one(Moment::Weekday(weekday), at + 1))
}

/// One past the bracket at token `at`, if there is one.
fn skip_bracket(words: Words, at: usize) -> usize {
    at + usize::from(words.word(at) == "(")
}

/// Whether a time follows the short weekday at token `at`: "Sat at 5".
fn is_timed(words: Words, at: usize) -> bool {
    let led = leads_to_time(words, at + 1);
    led && words.is_capital(at) && words.is_number(at + 2)
}

/// A date that begins with a month: "February 24, 2022", "May 5-7", "March 2024", "March".
pub(super) fn from_month(words: Words, at: usize) -> Option<Found> {
    let (month, certain) = month(words, at)?;
    let joined = is_glued_hyphen(words, at + 1) || is_glued_slash(words, at + 1);
    let next = at + 1 + usize::from(joined);
    if let Some(found) = month_then_day(words, month, next) {
        return Some(found);
    }
    let spelled =
        || spelled_year(words, next).filter(|&(_, end)| words.ends(end) || lead_of(words, end).is_some());
    if let Some((year, end)) = year_after(words, next).or_else(|| late_year(words, next)).or_else(spelled) {
        return Some(Found::one(Moment::Month { year: Some(year), month }, end));
    }
    if !words.is_capital(at) && !certain {
        return None;
    }
    let alone = Found::one(Moment::Month { year: None, month }, at + 1);
    stands_alone(words, at, certain).then_some(alone)
}

/// A date that begins with a day: "24 February 2022", "3rd of March", "3-5 May".
pub(super) fn from_day(words: Words, at: usize) -> Option<Found> {
    if words.is_number(at) && is_fragment(words, at) {
        return None;
    }
    let (low, end) = day(words, at)?;
    if let Some(found) = day_then_month(words, low, end) {
        return Some(found);
    }
    let second = skip_article(words, range_joiner(words, end).or_else(|| joined_days(words, at, end))?);
    let (high, end) = day(words, second)?;
    let found = day_then_month(words, high, end)?;
    let low = with_day(found, low)?;
    Some(Found { low, high: Some(found.low), step: None, end: found.end })
}

/// The first end of a range of days, in the month and year of the last.
fn with_day(last: Found, day: i8) -> Option<Moment> {
    match last.low {
        Moment::Day { year, month, .. } => valid_day(year, month, day),
        _ => None,
    }
}

/// A date whose day is in words, at the month: "third of March", "ninth till seventeenth of April",
/// "twenty-five January 1986"; with its first token.
pub(super) fn from_spelled(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let of = at.checked_sub(1).filter(|&of| words.language.numbers.partitives.has(words.normal(of)));
    let last = of.unwrap_or(at);
    let (day, start) = rank_before(words, floor, last).or_else(|| spelled_before(words, floor, at))?;
    let found = day_then_month(words, day, last)?;
    // "the three November Tests": a number that counts has no year after it.
    let is_rank = rank_before(words, floor, last).is_some();
    let is_dated = matches!(found.low, Moment::Day { year: Some(_), .. }) || words.is_all(start..found.end);
    if !is_rank && !is_dated {
        return None;
    }
    let opener = start - usize::from(start > floor && is_article(words, words.before(start)));
    let joiner = opener.checked_sub(1).filter(|&joiner| joiner > floor);
    let ranged = joiner.filter(|&joiner| range_joiner(words, joiner) == Some(opener));
    let first = ranged.and_then(|joiner| rank_before(words, floor, joiner).filter(|(low, _)| *low < day));
    Some(match first.and_then(|(low, start)| Some((with_day(found, low)?, start))) {
        Some((low, start)) => (Found { high: Some(found.low), low, ..found }, start),
        None => (found, start),
    })
}

/// "[twenty-five] January": a number in words that ends before token `at`.
fn spelled_before(words: Words, floor: usize, at: usize) -> Option<(i8, usize)> {
    let (count, start) = count_before(words, floor, at)?;
    let is_spelled = words.is_word(start) && !words.language.calendar.ones.has(words.normal(start));
    let day = i8::try_from(count?).ok().filter(|day| is_spelled && (1..=31).contains(day))?;
    Some((day, start))
}

/// A date that begins with its year: "2018 March 18", "2012/Aug/10", "2017 April".
pub(super) fn from_year(words: Words, at: usize) -> Option<Found> {
    let year = plain_year(words, at)?;
    let joined = is_glued_hyphen(words, at + 1) || is_glued_slash(words, at + 1);
    let next = at + 1 + usize::from(joined);
    if joined
        && let Some((day, end)) = day_in_digits(words, next)
        && is_glued_slash(words, end)
    {
        let (month, _) = month(words, end + 1)?;
        return Some(Found::one(valid_day(Some(year), month, day)?, end + 2));
    }
    let (month, certain) = month(words, next)?;
    let separated = is_glued_hyphen(words, next + 1) || is_glued_slash(words, next + 1);
    if let Some((day, end)) =
        day_in_digits(words, next + 1 + usize::from(separated)).filter(|_| joined == separated)
        && !is_counted(words, end)
        && year_after(words, end).is_none()
    {
        return Some(Found::one(valid_day(Some(year), month, day)?, end));
    }
    let stands = certain && (words.is_capital(next) || joined) && !is_followed_by_name(words, next);
    let stands = stands && year_after(words, next + 1).is_none();
    stands.then_some(Found::one(Moment::Month { year: Some(year), month }, next + 1))
}

/// One past the "and" of "between 3 and 5 May".
fn joined_days(words: Words, at: usize, end: usize) -> Option<usize> {
    let joins = words.language.calendar.joiners.has(words.normal(end));
    (joins && lead(words, at) == Some(Lead::Between)).then_some(end + 1)
}

/// The month and year after a day: "[24] February 2022", "[3rd] of March".
fn day_then_month(words: Words, day: i8, at: usize) -> Option<Found> {
    let (at, joined) = after_day(words, at);
    let (month, _) = month(words, at)?;
    let (year, end) = match joined_year(words, at + 1).filter(|_| joined).or_else(|| any_year(words, at + 1))
    {
        Some((year, end)) => (Some(year), end),
        None => (None, at + 1),
    };
    Some(Found::one(valid_day(year, month, day)?, end))
}

/// One past what stands between a day and its month ("of", "day of", a hyphen), and whether that joins them.
fn after_day(words: Words, at: usize) -> (usize, bool) {
    let of = |at: usize| words.language.numbers.partitives.has(words.normal(at));
    let joined = is_glued_hyphen(words, at) || words.word(at) == "/";
    let is_day = word(words, at) == Some(Word::Unit(Unit::Day)) && !words.normal(at).ends_with('s');
    let day_of = is_day && of(at + 1);
    (at + if day_of { 2 } else { usize::from(of(at) || joined) }, joined)
}

/// The year after a day and a month, in digits or in words, of four digits or of two: "2022", "'22", "96".
fn any_year(words: Words, at: usize) -> Option<(i16, usize)> {
    year_after(words, at)
        .or_else(|| spelled_year(words, at))
        .or_else(|| late_year(words, at))
        .or_else(|| year_of_era(words, skip_comma(words, at)))
}

/// The year of "21-Apr-[2016]", "21/Apr/[16]", at the second separator.
fn joined_year(words: Words, at: usize) -> Option<(i16, usize)> {
    let joins = is_glued_hyphen(words, at) || (words.word(at) == "/" && words.is_glued(at + 1));
    let long = digits(words, at + 1, 4, 4);
    let year = long.or_else(|| digits(words, at + 1, 2, 2).map(in_century)).filter(|_| joins)?;
    Some((year, at + 2))
}

/// The day and year after a month: "[February] 24, 2022", "[May] 5-7".
fn month_then_day(words: Words, month: i8, at: usize) -> Option<Found> {
    let at = skip_article(words, at);
    let (low, end) =
        day_in_digits(words, at).or_else(|| ranked_day(words, at)).or_else(|| spelled_day(words, at))?;
    let joined = words.is_glued(end) && joined_year(words, end).is_some();
    if is_counted(words, end) && !joined {
        return None;
    }
    let (high, end) = last_day(words, low, end);
    let (year, end) = match joined_year(words, end).filter(|_| joined).or_else(|| any_year(words, end)) {
        Some((year, end)) => (Some(year), end),
        None => (None, end),
    };
    let low = valid_day(year, month, low)?;
    let high = match high {
        Some(high) => Some(valid_day(year, month, high)?),
        None => None,
    };
    Some(Found { low, high, step: None, end })
}

/// "[May] twenty-nine": a day as it is spoken.
fn spelled_day(words: Words, at: usize) -> Option<(i8, usize)> {
    let (count, end) = count(words, at).filter(|_| words.is_word(at))?;
    let day = i8::try_from(count?).ok().filter(|day| (1..=31).contains(day))?;
    let stands = !words.language.calendar.ones.has(words.normal(at))
        && (words.ends(end) || any_year(words, end).is_some());
    stands.then_some((day, end))
}

/// The last day of "[May 5]-7", unless it begins another date: "[May 5] - 7 June".
fn last_day(words: Words, low: i8, end: usize) -> (Option<i8>, usize) {
    let found = range_joiner(words, end).and_then(|next| day(words, skip_article(words, next)));
    match found {
        Some((high, after)) if high > low && !is_counted(words, after) && month(words, after).is_none() => {
            (Some(high), after)
        }
        _ => (None, end),
    }
}

/// The month at token `at`, and whether it can be nothing else.
pub(super) fn month(words: Words, at: usize) -> Option<(i8, bool)> {
    match word(words, at)? {
        Word::Month(month) => Some((month, true)),
        Word::MaybeMonth(month) if words.is_capital(at) || is_casual(words) => Some((month, false)),
        _ => None,
    }
}

/// Whether token `at` is a slash that touches both its neighbours.
fn is_glued_slash(words: Words, at: usize) -> bool {
    words.word(at) == "/" && words.is_glued(at) && words.is_glued(at + 1)
}

/// A day that the month has; 29 February only where the year may have it.
pub(super) fn valid_day(year: Option<i16>, month: i8, day: i8) -> Option<Moment> {
    /// A leap year, for days whose year is open.
    const ANY_YEAR: i16 = 2024;
    jiff::civil::Date::new(year.unwrap_or(ANY_YEAR), month, day).ok()?;
    Some(Moment::Day { year, month, day })
}

/// Whether the month at token `at`, without day and year, is one and not a name or a verb.
fn stands_alone(words: Words, at: usize, certain: bool) -> bool {
    let follows_lead = match lead(words, at) {
        Some(Lead::At | Lead::About) | None => false,
        Some(_) => true,
    };
    let listed = || {
        let before = words.before(at);
        let joins = words.language.calendar.joiners.has(words.normal(before)) || is_range_dash(words, before);
        joins && month(words, words.before(before)).is_some()
    };
    let opens = || range_joiner(words, at + 1).is_some_and(|next| month(words, next).is_some());
    if words.is_all(at..at + 1) {
        return true;
    }
    if follows_lead || listed() || opens() {
        return !is_followed_by_name(words, at) || certain;
    }
    certain && words.is_capital(at) && !is_followed_by_name(words, at) && !is_preceded_by_name(words, at)
}

fn is_followed_by_name(words: Words, at: usize) -> bool {
    words.is_word(at + 1) && words.is_capital(at + 1) && word(words, at + 1).is_none()
}

fn is_preceded_by_name(words: Words, at: usize) -> bool {
    let before = words.before(at);
    words.is_word(before)
        && words.is_capital(before)
        && words.has(words.before(before))
        && !words.language.calendar.ones.has(words.normal(before))
        && word(words, before).is_none()
}

/// Whether the word of the calendar at token `at` is part of a name: "Sunday Times", "Black Friday".
pub(super) fn is_name(words: Words, at: usize) -> bool {
    let names = &words.language.calendar.name_parts;
    let is_part = |at: usize| words.is_capital(at) && names.has(words.normal(at));
    is_part(words.before(at)) || is_part(at + 1)
}
