//! A day with its time, and a time with its day: "Friday at 5 p.m.", "5 p.m. on Friday".

use super::super::grammar::Words;
use super::clock::{iso_time, time, time_range};
use super::expression::Stamp;
use super::lexeme::{is_article, lead, skip_article, skip_comma, word};
use super::parse::{Point, moment};
use super::range::is_day;
use crate::lang::calendar::{Lead, Word};

/// One past "morning", "night" after a day.
pub(super) fn skip_part_of_day(words: Words, at: usize) -> usize {
    let narrows = matches!(word(words, at), Some(Word::PartOfDay(_) | Word::Night));
    let led = words.language.calendar.partitives.has(words.normal(at)) && is_article(words, at + 1);
    let narrows_far = led && matches!(word(words, at + 2), Some(Word::PartOfDay(_)));
    at + usize::from(narrows) + if narrows_far { 3 } else { 0 }
}

/// "[Friday] at 5 p.m.", "[2022-02-24]T10:00", "[Friday] from 9:30 to 11:00".
pub(super) fn with_time(words: Words, point: Point) -> Option<Point> {
    if let Some((clock, end)) = iso_time(words, point.end) {
        return Some(Point { low: Stamp { clock: Some(clock), ..point.low }, end, ..point });
    }
    let next = skip_comma(words, point.end);
    let led = words.language.calendar.clock_leads.has(words.normal(next))
        || matches!(words.language.calendar.leads.get(words.normal(next)), Some(Lead::From | Lead::Between));
    let next = next + usize::from(led);
    if let Some((low, high, end)) = time_range(words, next) {
        let low = Stamp { clock: Some(low), ..point.low };
        return Some(Point { low, high: Some(Stamp { clock: Some(high), ..low }), end, ..point });
    }
    let (clock, end) = time(words, next)?;
    Some(Point { low: Stamp { clock: Some(clock), ..point.low }, end, ..point })
}

/// "5 p.m. on Friday", "10:00 GMT", "noon", "5-6 p.m. Monday".
pub(super) fn time_first(words: Words, floor: usize, at: usize) -> Option<Point> {
    let (low, high, end) = match time_range(words, at) {
        Some((low, high, end)) => (low, Some(high), end),
        None => {
            let (low, end) = time(words, at)?;
            (low, None, end)
        }
    };
    if !low.sure && high.is_none_or(|high| !high.sure) && lead(words, at).is_none_or(|lead| lead == Lead::In)
    {
        return None;
    }
    let point = Point { low: Stamp::at(low), high: high.map(Stamp::at), start: at, end };
    Some(with_day(words, floor, point).unwrap_or(point))
}

/// The day after a time: "[5 p.m.] on Friday", "[2:30] the next day".
fn with_day(words: Words, floor: usize, point: Point) -> Option<Point> {
    let next = skip_comma(words, point.end);
    let led =
        words.language.calendar.leads.get(words.normal(next)) == Some(&Lead::At) && !is_article(words, next);
    let next = skip_article(words, next + usize::from(led));
    let (found, edge, start) = moment(words, floor.max(point.end), next)?;
    if start != next || edge.is_some() || found.high.is_some() || !is_day(found.low) {
        return None;
    }
    let low = Stamp { moment: Some(found.low), ..point.low };
    let high = point.high.map(|high| Stamp { moment: Some(found.low), ..high });
    Some(Point { low, high, end: skip_part_of_day(words, found.end), ..point })
}
