//! Single words of a date: what a token can be, and what stands before and after it.

use super::super::grammar::Words;
use super::super::numeral;
use crate::lang::calendar::{Lead, Unit, Word};

/// The part that token `at` plays in dates; its final full stop, if any, is left aside.
pub(super) fn word(words: Words, at: usize) -> Option<Word> {
    if !words.is_word(at) {
        return None;
    }
    let normal = words.normal(at);
    words.language.calendar.words.get(normal.strip_suffix('.').unwrap_or(normal)).copied()
}

/// The word before a date, over an article: "since the".
pub(super) fn lead(words: Words, at: usize) -> Option<Lead> {
    let before = words.before(at);
    let lead = |at| words.language.calendar.leads.get(words.normal(at).trim_end_matches('.')).copied();
    if let Some(opener) = hedge(words, before) {
        // "until at least spring" says of neither end that it is the last.
        let strict = |lead: &Lead| matches!(lead, Lead::Since | Lead::Before | Lead::After);
        return lead(words.before(opener)).filter(strict);
    }
    if !is_article(words, before) {
        return lead(before);
    }
    // "about the next months": what is spoken of, not how exact it is.
    match lead(words.before(before)) {
        Some(Lead::About) => Some(Lead::At),
        other => other,
    }
}

/// The first token of the "at least" that ends at token `at`: "since at least 1982".
fn hedge(words: Words, at: usize) -> Option<usize> {
    let first = words.language.calendar.hedges.get(words.normal(at))?;
    Some(words.before(at)).filter(|&opener| words.normal(opener) == *first)
}

/// What token `at` alone makes of a date after it.
pub(super) fn lead_of(words: Words, at: usize) -> Option<Lead> {
    words.language.calendar.leads.get(words.normal(at)).copied()
}

/// The unit at token `at`, quarters of a year included.
pub(super) fn unit(words: Words, at: usize) -> Option<Unit> {
    match word(words, at)? {
        Word::Unit(unit) => Some(unit),
        Word::Quarter => Some(Unit::Quarter),
        _ => None,
    }
}

/// Whether token `at` is "the".
pub(super) fn is_article(words: Words, at: usize) -> bool {
    words.language.calendar.articles.has(words.normal(at))
}

/// Whether the stretch begins in lower case, as notes and captions do: then a capital tells nothing.
pub(super) fn is_casual(words: Words) -> bool {
    words.word(words.range().start).starts_with(char::is_lowercase)
}

/// One past the "the" at token `at`, if there is one.
pub(super) fn skip_article(words: Words, at: usize) -> usize {
    at + usize::from(is_article(words, at))
}

/// One past the comma at token `at`, if there is one.
pub(super) fn skip_comma(words: Words, at: usize) -> usize {
    at + usize::from(words.word(at) == ",")
}

/// Whether token `at` is a word that leads to a time of day: "at".
pub(super) fn leads_to_time(words: Words, at: usize) -> bool {
    words.language.calendar.clock_leads.has(words.normal(at))
}

/// Whether token `at` joins the ends of a range without a word: a hyphen or a short dash.
pub(super) fn is_range_dash(words: Words, at: usize) -> bool {
    matches!(words.word(at), "-" | "‐" | "‑" | "–" | "‒" | "−")
}

/// One past what joins the ends of a range at token `at`: a dash, or "to".
pub(super) fn range_joiner(words: Words, at: usize) -> Option<usize> {
    let joins = is_range_dash(words, at) || words.language.calendar.range_words.has(words.normal(at));
    joins.then_some(at + 1)
}

/// Whether token `at` is a plain hyphen that touches both its neighbours.
pub(super) fn is_glued_hyphen(words: Words, at: usize) -> bool {
    is_range_dash(words, at) && words.is_glued(at) && words.is_glued(at + 1)
}

/// Plain digits without separators, from `least` to `most` of them.
pub(super) fn digits(words: Words, at: usize, least: usize, most: usize) -> Option<i16> {
    let word = words.word(at);
    let fits = (least..=most).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    if fits { word.parse().ok() } else { None }
}

/// A day of the month in digits, with or without its ending: "3", "3rd".
pub(super) fn day_in_digits(words: Words, at: usize) -> Option<(i8, usize)> {
    let day = i8::try_from(digits(words, at, 1, 2)?).ok().filter(|day| (1..=31).contains(day))?;
    let ends = words.is_glued(at + 1) && words.language.numbers.ordinal_endings.has(words.normal(at + 1));
    Some((day, at + 1 + usize::from(ends)))
}

/// A day of the month by its rank: "3rd", "third", "twenty-first".
pub(super) fn ranked_day(words: Words, at: usize) -> Option<(i8, usize)> {
    let rank = rank(words, at)?;
    (rank.0 <= 31).then_some(rank)
}

/// A small ordinal, in digits or words.
pub(super) fn rank(words: Words, at: usize) -> Option<(i8, usize)> {
    let found = numeral::ordinal(words, at)?;
    let value = i8::try_from(found.value.to_whole()?).ok().filter(|&value| value > 0)?;
    Some((value, found.end))
}

/// A day of the month in any form.
pub(super) fn day(words: Words, at: usize) -> Option<(i8, usize)> {
    day_in_digits(words, at).or_else(|| ranked_day(words, at))
}

/// Whether what stands at `at` says that the number before it counts something: "people", "%".
pub(super) fn is_counted(words: Words, at: usize) -> bool {
    let next = words.normal(at);
    matches!(next, "%" | "°" | "$" | "€" | "£" | "¥")
        || words.language.calendar.counted.has(next)
        || (words.is_glued(at)
            && matches!(next, "." | ":" | "/" | "+")
            && words.is_glued(at + 1)
            && (words.is_number(at + 1) || words.is_word(at + 1)))
}

/// Whether the number at `at` is only a part of something longer: "$5", "10-5", "1/5", "#5".
pub(super) fn is_fragment(words: Words, at: usize) -> bool {
    let before = words.before(at);
    if !words.has(before) || !words.is_glued(at) {
        return matches!(words.word(before), "$" | "€" | "£" | "¥" | "#");
    }
    !matches!(words.word(before), "(" | "[" | "“" | "\"" | "'" | "‘" | "’" | "–" | "—" | "," | "-" | ":")
        || (matches!(words.word(before), "-" | ":" | "," | "–") && words.is_number(words.before(before)))
}

/// A number of units: digits or words, "a", "a couple of"; `None` inside where it is vague.
pub(super) fn count(words: Words, at: usize) -> Option<(Option<i32>, usize)> {
    let calendar = &words.language.calendar;
    let first = words.normal(at);
    let head = at + usize::from(calendar.ones.has(first));
    if calendar.couples.has(words.normal(head)) {
        let end = head + 1;
        return Some((Some(2), end + usize::from(calendar.partitives.has(words.normal(end)))));
    }
    if calendar.vague_counts.has(words.normal(head)) {
        return Some((None, head + 1));
    }
    if words.language.numbers.denominators.has(first) && calendar.ones.has(words.normal(at + 1)) {
        return Some((None, at + 2)); // "half an hour"
    }
    if let Some(found) = numeral::cardinal(words, at) {
        let end = found.end + usize::from(is_glued_hyphen(words, found.end));
        // Parts of a unit ("a year and a half") are kept as vague: no calendar value is that exact.
        let whole = found.value.to_whole().and_then(|value| i32::try_from(value).ok());
        return Some((whole, end));
    }
    (head > at).then_some((Some(1), head))
}

/// Where the number of units that ends before token `at` begins, not before token `floor`.
pub(super) fn count_before(words: Words, floor: usize, at: usize) -> Option<(Option<i32>, usize)> {
    /// "a couple of hundred and twenty-five" is as long as numbers before "years ago" get.
    const FURTHEST: usize = 8;
    let may_count = |at: usize| {
        let normal = words.normal(at);
        let (calendar, numbers) = (&words.language.calendar, &words.language.numbers);
        words.is_number(at)
            || is_glued_hyphen(words, at)
            || numbers.cardinals.has(normal)
            || numbers.denominators.has(normal)
            || numbers.joiners.has(normal)
            || calendar.ones.has(normal)
            || calendar.couples.has(normal)
            || calendar.vague_counts.has(normal)
            || calendar.partitives.has(normal)
    };
    let mut start = at;
    while start > floor && at - start < FURTHEST && may_count(start - 1) {
        start -= 1;
    }
    (start..at).find_map(|from| match count(words, from) {
        Some((value, end)) if end == at => Some((value, from)),
        _ => None,
    })
}

/// The rank that ends before token `at`: "third [quarter]", "19th-[century]".
pub(super) fn rank_before(words: Words, floor: usize, at: usize) -> Option<(i8, usize)> {
    /// "one hundred and twenty-first" needs no more; ranks in dates are shorter.
    const FURTHEST: usize = 3;
    let last = if at > floor && is_glued_hyphen(words, at - 1) { at - 1 } else { at };
    (last.saturating_sub(FURTHEST).max(floor)..last).find_map(|from| match rank(words, from) {
        Some((value, end)) if end == last => Some((value, from)),
        _ => None,
    })
}
