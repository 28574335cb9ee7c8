//! Years, decades and centuries: "in 2014", "2015-16", "the 1990s", "the '60s", "the 19th century".
//!
//! A number of four digits is a year only where something says so, because numbers of people look the
//! same: a word before it ("since"), a noun after it that it does not count ("the 2014 election"), a
//! name before it ("Expo 2016"), brackets, or another year beside it.

use super::super::grammar::Words;
use super::super::numeral;
use super::absolute::Found;
use super::expression::Moment;
use super::lexeme::{
    digits, is_article, is_counted, is_fragment, is_glued_hyphen, is_range_dash, lead, range_joiner,
    rank_before, skip_comma, word,
};
use crate::lang::calendar::{Lead, Word};
use crate::lang::number::NumberWord;

/// Years that news writes without a further hint.
const USUAL: std::ops::RangeInclusive<i16> = 1500..=2100;
/// After "of" and the like, earlier numbers are amounts as often as years.
const OLDEST_ATTRIBUTE: i16 = 1800;
/// Years in names: "Expo 2016". Older ones are models and flight numbers as often.
const IN_NAMES: std::ops::RangeInclusive<i16> = 1950..=2049;

/// Everything in digits that is a year or more, at a number: in this order.
pub(super) fn from_number(words: Words, at: usize) -> Option<Found> {
    if is_fragment(words, at) {
        return None;
    }
    decade(words, at) // first: "1990s" begins with a year
        .or_else(|| era_range(words, at)) // before the last end alone
        .or_else(|| era(words, at)) // "347 AD" has no four digits
        .or_else(|| year_and_quarter(words, at)) // "2017 Q1" needs no other hint
        .or_else(|| year_range(words, at)) // before its first year is taken alone
        .or_else(|| worded_range(words, at))
        .or_else(|| {
            let year = plain_year(words, at)?;
            is_year(words, at, year).then_some(Found::one(Moment::Year(year), at + 1))
        })
}

/// The year after a day or a month: ", 2022", "of 2022", "'22".
pub(super) fn year_after(words: Words, at: usize) -> Option<(i16, usize)> {
    let of = usize::from(words.language.calendar.partitives.has(words.normal(at)));
    let slash = usize::from(words.word(at) == "/" && words.is_glued(at) && words.is_glued(at + 1));
    let at = skip_comma(words, at) + of + slash;
    if matches!(words.word(at), "'" | "’" | "‘") && words.is_glued(at + 1) {
        return Some((in_century(digits(words, at + 1, 2, 2)?), at + 2));
    }
    let year = digits(words, at, 4, 4).filter(|&year| year >= 1000)?;
    (!is_counted(words, at + 1)).then_some((year, at + 1))
}

/// A year in words after a day, a month or a feast: "nineteen eighty-six", "two thousand and five".
pub(super) fn spelled_year(words: Words, at: usize) -> Option<(i16, usize)> {
    if !words.is_word(at) {
        return None;
    }
    let whole = |at| {
        let found = numeral::cardinal(words, at)?;
        Some((i16::try_from(found.value.to_whole()?).ok()?, found.end))
    };
    if let Some((year, end)) = whole(at).filter(|(year, _)| USUAL.contains(year)) {
        return Some((year, end));
    }
    let NumberWord::Small(hundreds @ 15..=20) = *words.language.numbers.cardinals.get(words.normal(at))?
    else {
        return None;
    };
    let (rest, end) = whole(at + 1).filter(|(rest, _)| (10..100).contains(rest))?;
    Some((i16::from(hundreds) * 100 + rest, end))
}

/// A year of two digits that can be no day, at the end of its phrase: "[3 Aug] 96".
pub(super) fn late_year(words: Words, at: usize) -> Option<(i16, usize)> {
    let of = usize::from(words.language.calendar.partitives.has(words.normal(at)));
    let at = skip_comma(words, at + of);
    let year = digits(words, at, 2, 2).filter(|&year| year >= 50)?;
    let goes_on = words.is_word(at + 1) || words.is_glued(at + 1) || is_counted(words, at + 1);
    let ends = words.ends(at + 1) || !goes_on;
    ends.then_some((in_century(year), at + 1))
}

/// A year of two digits, in the century that news means: from 1950 to 2049.
pub(super) fn in_century(short: i16) -> i16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// Four digits that can be a year.
pub(super) fn plain_year(words: Words, at: usize) -> Option<i16> {
    digits(words, at, 4, 4).filter(|year| USUAL.contains(year))
}

/// "1990s", "1990's", "90s" after "the", "1800s".
fn decade(words: Words, at: usize) -> Option<Found> {
    let ending = words.normal(at + 1);
    if !words.is_glued(at + 1) || !matches!(ending, "s" | "'s") {
        return None;
    }
    let before = words.before(at);
    let opener = if word(words, before) == Some(Word::Edge) { words.before(before) } else { before };
    // "2010's best film": of that year.
    let is_plural = ending == "s" || is_article(words, opener) || words.ends(at + 2);
    if let Some(year) = plain_year(words, at).filter(|year| year % 10 == 0 && is_plural) {
        // "the 1800s" are a century; "the 2000s", as long as they are the latest, a decade.
        let moment =
            if year % 100 == 0 && year < 2000 { Moment::Century(year) } else { Moment::Decade(year) };
        return Some(Found::one(moment, at + 2));
    }
    let tens = digits(words, at, 2, 2).filter(|tens| tens % 10 == 0 && *tens >= 20)?;
    let quoted = matches!(words.word(before), "'" | "’" | "‘");
    (ending == "s" && (quoted || is_article(words, opener)))
        .then_some(Found::one(Moment::Decade(1900 + tens), at + 2))
}

/// "'90s", at the apostrophe.
pub(super) fn from_apostrophe(words: Words, at: usize) -> Option<Found> {
    let quoted = matches!(words.word(at), "'" | "’" | "‘") && words.is_glued(at + 1);
    if quoted { decade(words, at + 1) } else { None }
}

/// "the sixties", at the word.
pub(super) fn from_decade_word(words: Words, at: usize) -> Option<Found> {
    let Some(Word::Decade(tens)) = word(words, at) else { return None };
    let before = words.before(at);
    let opener = if word(words, before) == Some(Word::Edge) { words.before(before) } else { before };
    is_article(words, opener).then_some(Found::one(Moment::Decade(1900 + tens), at + 1))
}

/// "2017 Q1", "2017-Q1".
fn year_and_quarter(words: Words, at: usize) -> Option<Found> {
    let year = plain_year(words, at)?;
    let next = at + 1 + usize::from(is_glued_hyphen(words, at + 1));
    let Some(Word::QuarterNumber(quarter)) = word(words, next) else { return None };
    Some(Found::one(Moment::Quarter { year: Some(year), quarter }, next + 1))
}

/// "347 AD", "3000 BC". Before the year 1 the count goes down: 1 BC is the year 0.
fn era(words: Words, at: usize) -> Option<Found> {
    let (year, end) = year_of_era(words, at)?;
    Some(Found::one(Moment::Year(year), end))
}

/// "AD 79", "A.D. 1000 to 1260", at the era.
pub(super) fn from_era(words: Words, at: usize) -> Option<Found> {
    let Some(Word::Era(true)) = word(words, at).filter(|_| words.is_capital(at)) else { return None };
    let year =
        digits(words, at + 1, 2, 4).filter(|_| !is_counted(words, at + 2) && !words.is_glued(at + 1))?;
    let found = Found::one(Moment::Year(year), at + 2);
    let next = joined_end(words, at, at + 2);
    let high = next.and_then(|next| Some((digits(words, next, 2, 4)?, next + 1)));
    Some(match high.filter(|&(high, end)| high > year && !is_counted(words, end)) {
        Some((high, end)) => Found { high: Some(Moment::Year(high)), end, ..found },
        None => found,
    })
}

/// "700 to 1400 AD", "500-300 BC": the era of the last is that of both.
fn era_range(words: Words, at: usize) -> Option<Found> {
    let low = digits(words, at, 1, 4)?;
    let (high, end) = year_of_era(words, joined_end(words, at, at + 1)?)?;
    let low = if high > 0 { low } else { 1 - low };
    let found = Found::one(Moment::Year(low), end);
    (low < high).then_some(Found { high: Some(Moment::Year(high)), ..found })
}

/// One past what joins the end of a range at token `end` to its other one; the range begins at token `at`.
fn joined_end(words: Words, at: usize, end: usize) -> Option<usize> {
    let and =
        words.language.calendar.joiners.has(words.normal(end)) && lead(words, at) == Some(Lead::Between);
    range_joiner(words, end).or_else(|| and.then_some(end + 1))
}

/// The year of "347 AD", and one past it.
pub(super) fn year_of_era(words: Words, at: usize) -> Option<(i16, usize)> {
    let year = digits(words, at, 1, 4)?;
    let Some(Word::Era(after)) = word(words, at + 1).filter(|_| words.is_capital(at + 1)) else {
        return None;
    };
    let year = if after { year } else { 1 - year };
    Some((year, at + 2))
}

/// "2010 to 2015": as with years alone after a name, only recent ones.
fn worded_range(words: Words, at: usize) -> Option<Found> {
    let fits = |at: usize| plain_year(words, at).filter(|year| IN_NAMES.contains(year));
    let low = fits(at)?;
    let joined = words.language.calendar.range_words.has(words.normal(at + 1));
    let high = fits(at + 2).filter(|&high| joined && low < high && !is_counted(words, at + 3))?;
    Some(Found { low: Moment::Year(low), high: Some(Moment::Year(high)), step: None, end: at + 3 })
}

/// "2015-16", "2010-2015", "2015/16".
pub(super) fn year_range(words: Words, at: usize) -> Option<Found> {
    let low = plain_year(words, at)?;
    let slashed = words.word(at + 1) == "/" && words.is_glued(at + 1) && words.is_glued(at + 2);
    if !slashed && !is_range_dash(words, at + 1) {
        return None;
    }
    let is_glued = words.is_glued(at + 1) && words.is_glued(at + 2);
    let high = match digits(words, at + 2, 2, 2).filter(|_| is_glued) {
        Some(short) if short > low % 100 => low - low % 100 + short,
        Some(0) if low % 100 >= 90 => low - low % 100 + 100,
        Some(_) => return None,
        None => match digits(words, at + 2, 1, 1).filter(|_| is_glued) {
            // "2003-4"
            Some(short) if short == low % 10 + 1 => low + 1,
            Some(_) => return None,
            None => plain_year(words, at + 2)?,
        },
    };
    /// Longer stretches between two numbers of four digits are no years but sums or codes.
    const LONGEST: i16 = 300;
    let goes_on = is_range_dash(words, at + 3) && words.is_number(at + 4);
    let fits = low < high && high - low <= LONGEST && !is_counted(words, at + 3) && !goes_on;
    fits.then_some(Found { low: Moment::Year(low), high: Some(Moment::Year(high)), step: None, end: at + 3 })
}

/// Whether the four digits at token `at` name a year rather than count something.
fn is_year(words: Words, at: usize, year: i16) -> bool {
    if is_counted(words, at + 1)
        || matches!(word(words, at + 1), Some(Word::Unit(_)))
        || is_glued_hyphen(words, at + 1) && words.is_number(at + 2)
    {
        return false;
    }
    let before = words.before(at);
    let is_recent = IN_NAMES.contains(&year) && is_told(words, at, year);
    if is_recent || is_listed(words, at) || is_bracketed(words, at) || is_prefixed(words, at) {
        return true;
    }
    let is_round = year % 100 == 0;
    let counts = counts_next(words, at + 1);
    match lead(words, at).filter(|_| !is_article(words, before)) {
        Some(Lead::In | Lead::Since) => true,
        Some(Lead::Until | Lead::Before | Lead::After | Lead::From | Lead::Between) => !(counts && is_round),
        Some(Lead::About) => !counts && !is_round,
        Some(Lead::At) => year >= OLDEST_ATTRIBUTE && is_attribute(words, at, is_round),
        None if is_article(words, before) || words.normal(before) == "'s" || is_apostrophe(words, before) => {
            is_attribute(words, at, is_round)
        }
        None if !words.has(before) => is_subject(words, at),
        None => is_in_name(words, at) && IN_NAMES.contains(&year) && !is_round && !counts,
    }
}

/// Whether token `at` closes a possessive: "the miners' [2014 strike]".
fn is_apostrophe(words: Words, at: usize) -> bool {
    matches!(words.word(at), "'" | "’") && words.is_glued(at) && words.is_word(words.before(at))
}

/// Whether the word at `at` is a plural that a number before it would count.
fn counts_next(words: Words, at: usize) -> bool {
    let next = words.word(at);
    words.is_word(at)
        && next.starts_with(char::is_lowercase)
        && next.ends_with('s')
        && next.len() > 3
        && !words.language.calendar.leads.has(next)
        && !words.language.calendar.year_verbs.has(next)
}

/// "the 2014 election", "of 2014.": after an article or a preposition that figures take as well.
fn is_attribute(words: Words, at: usize, is_round: bool) -> bool {
    let next = at + 1;
    if words.is_word(next) && words.normal(next) != "'s" {
        return !(counts_next(words, next) && is_round);
    }
    words.is_word(words.before(at))
        && !is_round
        && words.normal(words.before(at)).len() > 1
        && !is_article(words, words.before(at))
        && !words.language.calendar.range_words.has(words.normal(words.before(at)))
}

/// "2014 was a good year", "2014: the year".
fn is_subject(words: Words, at: usize) -> bool {
    words.language.calendar.year_verbs.has(words.normal(at + 1)) || words.normal(at + 1) == "'s"
}

/// "Expo 2016".
fn is_in_name(words: Words, at: usize) -> bool {
    let before = words.before(at);
    words.is_word(before) && words.is_capital(before) && !words.is_glued(at)
}

/// "(2014)", "(Miller, 2014)", "(2014;"
fn is_bracketed(words: Words, at: usize) -> bool {
    let opener = words.word(words.before(at));
    let closer = words.word(at + 1);
    let is_bracket = matches!(opener, "(" | "[");
    (is_bracket || opener == ",") && matches!(closer, ")" | "]") || is_bracket && matches!(closer, ";" | ",")
}

/// "2012, 2013 and 2014".
fn is_listed(words: Words, at: usize) -> bool {
    let before = words.before(at);
    let joins =
        matches!(words.word(before), "," | "/") || words.language.calendar.joiners.has(words.normal(before));
    let after = words.before(before);
    let after = if words.word(after) == "," { words.before(after) } else { after };
    joins && plain_year(words, after).is_some_and(|year| is_near(words, after, year))
}

/// Whether what stands beside a recent year says that it is one: "above 2003's 9.1%", "compared with 2003".
fn is_told(words: Words, at: usize, year: i16) -> bool {
    let before = words.before(at);
    let is_owner = words.normal(at + 1) == "'s" && !is_article(words, before);
    let is_compared = words.language.calendar.comparers.has(words.normal(words.before(before)))
        && lead(words, at) != Some(Lead::About)
        && year % 100 != 0;
    is_owner || is_compared || opens_list(words, at, year) || is_described(words, at, year)
}

/// "2005 and 2006": years that follow each other.
fn opens_list(words: Words, at: usize, year: i16) -> bool {
    let joins = words.language.calendar.joiners.has(words.normal(at + 1));
    let next = plain_year(words, at + 2).filter(|_| joins && !is_counted(words, at + 3));
    next == Some(year + 1) && !counts_next(words, at + 3)
}

/// "the controversial 2002 ruling", "a widely seen 1998 film": after a noun's article and adjectives.
fn is_described(words: Words, at: usize, year: i16) -> bool {
    let plain = |at: usize| {
        words.has(at)
            && words.is_word(at)
            && !words.is_capital(at)
            && word(words, at).is_none()
            && !words.language.calendar.leads.has(words.normal(at))
            && !words.language.numbers.cardinals.has(words.normal(at))
    };
    let opens = |at: usize| {
        let normal = words.normal(at);
        is_article(words, at) || words.language.calendar.ones.has(normal) || normal == "'s"
    };
    let first = words.before(at);
    let second = words.before(first);
    let is_led = plain(first) && (opens(second) || plain(second) && opens(words.before(second)));
    let is_noun = plain(at + 1) || words.is_word(at + 1) && words.is_capital(at + 1);
    year % 100 != 0 && is_led && is_noun && !counts_next(words, at + 1)
}

/// Whether a year of a list is one itself; looks one step back, so that long lists stay linear.
fn is_near(words: Words, at: usize, year: i16) -> bool {
    year % 100 != 0 || lead(words, at).is_some()
}

/// "mid-2014", "pre-2014".
fn is_prefixed(words: Words, at: usize) -> bool {
    let before = words.before(at);
    let prefix = words.before(before);
    is_glued_hyphen(words, before)
        && (word(words, prefix) == Some(Word::Edge)
            || words.language.calendar.leads.has(words.normal(prefix)))
}

/// "19th century", at "century"; the first token too.
pub(super) fn century(words: Words, floor: usize, at: usize) -> Option<(Found, usize)> {
    let (rank, start) = rank_before(words, floor, at)?;
    /// Before the first and after the 30th, centuries are not spoken of by number.
    const LAST: i8 = 30;
    let hundreds = (i16::from(rank) - 1) * 100;
    let (first, end) = match word(words, at + 1).filter(|_| words.is_capital(at + 1)) {
        Some(Word::Era(true)) => (hundreds, at + 2),
        Some(Word::Era(false)) => (-hundreds - 99, at + 2),
        _ => (hundreds, at + 1),
    };
    // "20th Century Fox"
    let is_name = words.is_capital(at) && words.is_capital(end) && word(words, end).is_none();
    (rank <= LAST && !is_name).then_some((Found::one(Moment::Century(first), end), start))
}
