//! Which of the two numbers of "3/4/2024" is the day.
//!
//! The article's own dates say so best: "25/3/2024" can be read in one order only. Then comes the locale,
//! which is no more than what the page or the archive says of itself, and often nobody chose. Then how
//! the article writes its months: who writes "3 March" writes "3/4" for the third of April. Then the
//! habit of the language. Whether the weekday beside a date fits one of the orders is not asked.

use crate::lang::Language;
use crate::lang::calendar::{Order, Word};
use crate::text::{Document, TokenKind};

/// What a BCP 47 tag ("en-GB") says of how dates are written: its language and its region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    language: String,
    region: Option<String>,
}

impl Locale {
    /// Reads a tag, with hyphens or, as many systems write it, underscores; `None` when it is none.
    pub fn read(tag: &str) -> Option<Self> {
        let mut parts = tag.split(['-', '_']);
        let language = parts.next()?;
        let is_language = (2..=8).contains(&language.len()) && is_all(language, u8::is_ascii_alphabetic);
        let is_part = |part: &str| (1..=8).contains(&part.len()) && is_all(part, u8::is_ascii_alphanumeric);
        if !is_language || !parts.clone().all(is_part) {
            return None;
        }
        // What follows a single letter is an extension and no region.
        let mut parts = parts.take_while(|part| part.len() > 1);
        let region = parts.find(|part| {
            part.len() == 2 && is_all(part, u8::is_ascii_alphabetic)
                || part.len() == 3 && is_all(part, u8::is_ascii_digit)
        });
        Some(Self { language: language.to_ascii_lowercase(), region: region.map(str::to_ascii_lowercase) })
    }

    /// The order of the region; none where the tag names no region, or one that writes both orders.
    fn order(&self, language: &Language) -> Option<Order> {
        let region = self.region.as_deref().filter(|_| self.language == language.code)?;
        match language.calendar.regions.get(region) {
            Some(&listed) => listed,
            None => Some(language.calendar.order_elsewhere),
        }
    }
}

fn is_all(part: &str, is_one: fn(&u8) -> bool) -> bool {
    part.bytes().all(|byte| is_one(&byte))
}

/// The order of the article's ambiguous dates.
pub(super) fn order(document: &Document, language: &Language, locale: Option<&Locale>) -> Order {
    in_digits(document)
        .or_else(|| locale?.order(language))
        .or_else(|| in_words(document, language))
        .unwrap_or(language.calendar.order)
}

/// What the dates like "24/2/2022" say, of which only one order can be.
fn in_digits(document: &Document) -> Option<Order> {
    let part = |at: usize| document.normal(at).parse::<u8>().ok();
    let joins = |at: usize| matches!(document.word(at), "/" | "-");
    let told = (3..document.tokens.len()).filter(|&at| {
        // "21-12-20" is as often a record of games.
        let short = if document.word(at - 1) == "/" { 2 } else { 4 };
        let is_long = matches!(document.word(at).len(), 2 | 4) && document.word(at).len() >= short;
        let is_year = is_long && document.kind(at) == Some(TokenKind::Number);
        joins(at - 1) && document.word(at - 1) == document.word(at.saturating_sub(3)) && is_year
    });
    majority(told.filter_map(|at| match (part(at.checked_sub(4)?)?, part(at - 2)?) {
        (13..=31, 1..=12) => Some(Order::DayFirst),
        (1..=12, 13..=31) => Some(Order::MonthFirst),
        _ => None,
    }))
}

/// What the dates like "24 February" and "February 24" say.
fn in_words(document: &Document, language: &Language) -> Option<Order> {
    let is_day = |at: Option<usize>| {
        let day = at.filter(|&at| document.kind(at) == Some(TokenKind::Number));
        day.and_then(|at| document.word(at).parse::<u8>().ok()).is_some_and(|day| (1..=31).contains(&day))
    };
    let is_month = |at: &usize| {
        let word = language.calendar.words.get(document.normal(*at));
        matches!(word, Some(Word::Month(_) | Word::MaybeMonth(_)))
    };
    let months = (0..document.tokens.len()).filter(is_month);
    majority(months.filter_map(|at| match (is_day(at.checked_sub(1)), is_day(Some(at + 1))) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }))
}

/// The order that is told more often.
fn majority(told: impl Iterator<Item = Order>) -> Option<Order> {
    let (mut day, mut month) = (0usize, 0usize);
    for order in told {
        match order {
            Order::DayFirst => day += 1,
            Order::MonthFirst => month += 1,
        }
    }
    match day.cmp(&month) {
        std::cmp::Ordering::Greater => Some(Order::DayFirst),
        std::cmp::Ordering::Less => Some(Order::MonthFirst),
        std::cmp::Ordering::Equal => None,
    }
}
