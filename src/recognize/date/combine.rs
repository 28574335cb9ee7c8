//! A day with its time, and a time with its day: "Friday at 5 p.m.", "5 p.m. on Friday", "tonight at 8".

use super::super::grammar::Words;
use super::clock::{bare_hour, bare_range, iso_time, part_of_day, time, time_range};
use super::expression::{Clock, Moment, NIGHT, Stamp};
use super::lexeme::{
    is_article, is_counted, lead, lead_of, leads_to_time, range_joiner, skip_article, skip_comma, word,
};
use super::parse::{Point, moment};
use super::range::is_day;
use super::spoken;
use super::year::plain_year;
use crate::lang::calendar::{Lead, Shift, Word};

/// The part of the day that ends before token `end`, in hours to add: of "tonight", of "this morning".
fn half_before(words: Words, end: usize) -> Option<i8> {
    match word(words, words.before(end))? {
        Word::PartOfDay(half) => Some(half),
        Word::Night | Word::Tonight => Some(NIGHT),
        _ => None,
    }
}

/// One past "night", "early morning", "in the evening" after a day.
fn skip_part_of_day(words: Words, at: usize) -> usize {
    let next = at + usize::from(word(words, at) == Some(Word::Edge));
    if matches!(word(words, next), Some(Word::PartOfDay(_) | Word::Night)) {
        return next + 1;
    }
    part_of_day(words, at).map_or(at, |(_, end)| end)
}

/// "[Saturday] Night", as headlines write it; in plain words the part of the day stays outside, since the value
/// says nothing of it.
pub(super) fn with_title(words: Words, point: Point) -> Point {
    let is_part = matches!(word(words, point.end), Some(Word::PartOfDay(_) | Word::Night));
    Point { end: point.end + usize::from(is_part && words.is_capital(point.end)), ..point }
}

/// "[Friday] at 5 p.m.", "[2022-02-24]T10:00", "[Friday] from 9:30 to 11:00", "[Friday] night at 8",
/// "[Friday] before noon".
pub(super) fn with_time(words: Words, point: Point) -> Option<Point> {
    if let Some((clock, end)) = iso_time(words, point.end) {
        return Some(Point { low: Stamp { clock: Some(clock), ..point.low }, end, ..point });
    }
    let narrowed = skip_part_of_day(words, point.end);
    let half = half_before(words, narrowed);
    let next = skip_comma(words, narrowed);
    let led = leads_to_time(words, next);
    let lead = lead_of(words, next).filter(|_| !led);
    let ranged = matches!(lead, Some(Lead::From | Lead::Between));
    let bounded = matches!(lead, Some(Lead::Before | Lead::After | Lead::Until | Lead::Since));
    let next = next + usize::from(led || ranged || bounded);
    let next = next + usize::from(led && leads_to_time(words, next));
    let stamp = |clock: Clock| Stamp { clock: Some(clock.in_half(half)), ..point.low };
    if let Some((low, high, end)) =
        time_range(words, next).or_else(|| bare_range(words, next).filter(|_| ranged))
    {
        return Some(Point { low: stamp(low), high: Some(stamp(high)), end, ..point });
    }
    let found = time(words, next).or_else(|| bare_hour(words, next).filter(|_| led));
    let (clock, end) = found.or_else(|| spoken_time(words, next))?;
    let (moment, end) = year_behind(words, point.low.moment, end);
    let stands = clock.sure || !bounded || clock.minute.is_some();
    let lead = if bounded { lead } else { point.lead };
    stands.then_some(Point { low: Stamp { moment, ..stamp(clock) }, lead, end, ..point })
}

/// The year that computers write after the time: "Oct 26 15:50:06 2016".
fn year_behind(words: Words, moment: Option<Moment>, at: usize) -> (Option<Moment>, usize) {
    match (moment, plain_year(words, at)) {
        (Some(Moment::Day { year: None, month, day }), Some(year)) if !is_counted(words, at + 1) => {
            (Some(Moment::Day { year: Some(year), month, day }), at + 1)
        }
        _ => (moment, at),
    }
}

/// A time in words that begins at token `at`: "ten thirty p.m.", "half past ten".
fn spoken_time(words: Words, at: usize) -> Option<(Clock, usize)> {
    /// "twenty-five minutes past" has five tokens.
    const FURTHEST: usize = 5;
    (at + 1..=at + FURTHEST).find_map(|carrier| {
        let (clock, start, end) = spoken_at(words, at, carrier)?;
        (start == at).then_some((clock, end))
    })
}

/// The time in words that the "past", "p.m." or "o'clock" at token `at` carries, with its first token.
fn spoken_at(words: Words, floor: usize, at: usize) -> Option<(Clock, usize, usize)> {
    match word(words, at)? {
        Word::Shift(Shift::Past) | Word::To => spoken::around_link(words, floor, at),
        Word::Meridiem(_) | Word::Clock => spoken::before_half(words, floor, at),
        _ => None,
    }
}

/// "5 p.m. on Friday", "10:00 GMT", "noon", "5-6 p.m. Monday", "half past ten", "8 tonight".
pub(super) fn time_first(words: Words, floor: usize, at: usize) -> Option<Point> {
    if let Some((clock, start, end)) = spoken_at(words, floor, at) {
        let point = Point { low: Stamp::at(clock), high: None, lead: None, start, end };
        return Some(with_day(words, floor, point).unwrap_or(point));
    }
    let (low, high, end) = match time_range(words, at) {
        Some((low, high, end)) => (low, Some(high), end),
        None => match time(words, at) {
            Some((low, end)) => (low, None, end),
            None => return bare_before_day(words, floor, at),
        },
    };
    let point = Point { low: Stamp::at(low), high: high.map(Stamp::at), lead: None, start: at, end };
    let dated = with_day(words, floor, point);
    let is_sure = low.sure || high.is_some_and(|high| high.sure);
    // "a record of 2:17:18"
    let is_led = match low.second {
        Some(_) => leads_to_time(words, words.before(at)) || high.is_some() || opens_range(words, end),
        None => lead(words, at).is_some_and(|lead| lead != Lead::In),
    };
    let stands = is_sure || is_led || dated.is_some() || words.is_all(at..end);
    stands.then_some(dated.unwrap_or(point))
}

/// Whether another time follows, as in "10:00:00 - 21:45:00".
fn opens_range(words: Words, end: usize) -> bool {
    range_joiner(words, end).is_some_and(|next| time(words, next).is_some())
}

/// "at 8 tonight", "at nine tomorrow morning": an hour that only the day after it tells.
fn bare_before_day(words: Words, floor: usize, at: usize) -> Option<Point> {
    if !leads_to_time(words, words.before(at)) && at != words.range().start {
        return None;
    }
    let (clock, end) = bare_hour(words, at)?;
    let point = Point { low: Stamp::at(clock), high: None, lead: None, start: at, end };
    let dated = with_day(words, floor, point)?;
    half_before(words, dated.end).map(|_| dated)
}

/// The day after a time: "[5 p.m.] on Friday", "[2:30] the next day", "[8] this morning".
fn with_day(words: Words, floor: usize, point: Point) -> Option<Point> {
    let next = skip_comma(words, point.end);
    let led =
        lead_of(words, next) == Some(Lead::At) && !is_article(words, next) && word(words, next).is_none();
    let next = skip_article(words, next + usize::from(led));
    let (found, edge, start) = moment(words, floor.max(point.end), next)?;
    if start != next || edge.is_some() || found.high.is_some() || !is_day(found.low) {
        return None;
    }
    let end = skip_part_of_day(words, found.end);
    let half = half_before(words, end);
    let dated = |stamp: Stamp| Stamp {
        moment: Some(found.low),
        step: found.step,
        clock: stamp.clock.map(|clock| clock.in_half(half)),
        ..stamp
    };
    Some(Point { low: dated(point.low), high: point.high.map(dated), end, ..point })
}
