//! Dates and times, resolved to ISO 8601 and EDTF values that are only as exact as the words.
//!
//! `3-20 November 2024`, `two weeks ago`, `Friday at 5 p.m.`: the tables at the end show every form.
//!
//! Articles and prepositions stay outside; what they say is the [`Bound`] ("since", "by", "before").
//! Without a day of publication everything that counts from it has no value. Amounts of time ("three
//! years", "100 days") are figures, not dates; events that have a date without naming it ("the opening
//! night") are not found here; those that figures are dated by are `resolve::event`'s.
//!
//! `lexeme` knows single words, `tense` the verbs beside a date, `order` whether days come before months; `absolute`,
//! `numeric`, `year`, `part`, `nth`, `feast`, `relative`, `offset`, `set`, `clock` and `spoken` a form each; `parse`
//! tries them in order, `combine` joins days and times, `range` the ends of a range; `resolve`, `count`, `whole` and
//! `feastday` find the place on the `calendar`, and `value` writes it.
//!
#![doc = include_str!("FORMS.md")]

mod absolute;
mod calendar;
mod clock;
mod combine;
mod count;
mod expression;
mod feast;
mod feastday;
#[cfg(test)]
mod forms;
#[cfg(all(test, not(target_arch = "wasm32")))] // proptest is native only
mod hostile;
mod lexeme;
mod nth;
mod numeric;
mod offset;
mod order;
mod parse;
mod part;
mod range;
mod relative;
mod resolve;
mod set;
mod spoken;
mod tense;
mod value;
mod whole;
mod year;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::grammar::Words;
use super::starters::Starters;
use super::{Bound, DateMention};
use crate::lang::Language;
use crate::lang::calendar::{Feast, Lead, Order};
use crate::text::{Document, TokenKind};
use expression::{Expression, Moment, Stamp};
pub use order::Locale;
use parse::Reading;
use resolve::Frame;
use tense::Tense;

/// What is known of an article beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Source<'a> {
    /// The day against which relative dates are resolved.
    pub published: Option<Date>,
    /// Where the article's own dates do not say whether they begin with the day.
    pub locale: Option<&'a Locale>,
}

/// Finds the dates of texts in one language. Build it once, as the finder of figures.
pub struct Finder {
    language: &'static Language,
    starters: Starters,
}

impl Finder {
    /// For texts in `language`.
    pub fn new(language: &'static Language) -> Self {
        Self { language, starters: starters(language) }
    }

    /// Every date of the document, in text order, none overlapping.
    pub fn find(&self, document: &Document, source: Source) -> Vec<DateMention> {
        let mut reader = Reader {
            document,
            starters: &self.starters,
            source,
            frame: Frame { published: source.published, ..Frame::default() },
            text_sentence: 0,
            day_first: None,
            mentions: Vec::new(),
        };
        for (index, sentence) in document.sentences.iter().enumerate() {
            reader.read_sentence(Words::of(document, self.language, sentence.tokens.clone()), index);
        }
        reader.mentions
    }
}

/// The words that a date is found at: those of the calendar, the first ones of feasts, and the hours of "at eight
/// tonight". What stands before them in a date ("two" in "two weeks ago") is looked for from there.
fn starters(language: &Language) -> Starters {
    let mut starters = Starters::none();
    starters.add(&language.calendar.words);
    starters.add(&language.calendar.feasts);
    starters.add(&language.numbers.cardinals);
    starters
}

/// Whether a date can be found at token `at`; the final full stop of a word is left aside, as its look-up does.
fn can_start(starters: &Starters, words: Words, at: usize) -> bool {
    match words.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => {
            let normal = words.normal(at);
            starters.has(normal.strip_suffix('.').unwrap_or(normal))
        }
        Some(TokenKind::Mark) => matches!(words.word(at), "'" | "’" | "‘"), // "'90s"
        Some(TokenKind::Address) | None => false,
    }
}

/// How many sentences on "the following day" still counts from a date.
const MEMORY: usize = 2;

/// What is kept of an article while it is read.
struct Reader<'d> {
    document: &'d Document<'d>,
    starters: &'d Starters,
    source: Source<'d>,
    frame: Frame,
    /// The sentence of the date that `frame.text` remembers.
    text_sentence: usize,
    /// Whether the article writes days before months; looked up once, when first asked.
    day_first: Option<bool>,
    mentions: Vec<DateMention>,
}

impl Reader<'_> {
    fn read_sentence(&mut self, words: Words, index: usize) {
        if index - self.text_sentence > MEMORY {
            self.frame.text = None;
        }
        let mut floor = words.range().start;
        let mut at = floor;
        while at < words.range().end {
            let reading =
                if can_start(self.starters, words, at) { parse::read(words, floor, at) } else { None };
            match reading {
                Some(reading) => {
                    self.add(words, &reading, index);
                    floor = reading.end;
                    at = reading.end.max(at + 1);
                }
                None => at += 1,
            }
        }
    }

    fn add(&mut self, words: Words, reading: &Reading, index: usize) {
        if has_open_order(&reading.expression) {
            let (document, locale) = (self.document, self.source.locale);
            let is_day_first = || order::order(document, words.language, locale) == Order::DayFirst;
            self.frame.day_first = *self.day_first.get_or_insert_with(is_day_first);
        }
        let tense = tense::around(words, reading.start, reading.end);
        self.frame.future = tense == Some(Tense::Future);
        // "trained for this weekend's match"
        let is_owner = words.normal(reading.end) == "'s";
        self.frame.past = tense == Some(Tense::Past) && !is_owner;
        self.frame.happened = tense::happened(words, reading.start, reading.end);
        let bound = bound(words, reading);
        let (value, place) = value::evaluate(&reading.expression, &self.frame, bound);
        if let Some(place) = place {
            self.frame.text = Some(place);
            self.text_sentence = index;
        }
        self.mentions.push(DateMention {
            span: words.span(reading.start..reading.end),
            kind: value.kind,
            value: value.low,
            high: value.high,
            bound,
            resolved: value.resolved,
        });
    }
}

/// How exact the words before a date make it: "since", "by", "around".
fn bound(words: Words, reading: &Reading) -> Bound {
    match (reading.expression, reading.lead.or_else(|| lexeme::lead(words, reading.start))) {
        (Expression::Between(..), _) => Bound::Between,
        (_, Some(Lead::Since)) => Bound::AtLeast,
        (_, Some(Lead::Until)) => Bound::AtMost,
        (_, Some(Lead::Before)) => Bound::LessThan,
        (_, Some(Lead::After)) => Bound::MoreThan,
        (_, Some(Lead::About)) => Bound::About,
        (Expression::At(stamp), _) if is_by_the_moon(stamp) => Bound::About,
        _ => Bound::Exact,
    }
}

/// Whether the day may be another one where the moon is seen later: "Ramadan".
fn is_by_the_moon(stamp: Stamp) -> bool {
    use expression::{Cycle, YearPart};
    matches!(
        stamp.moment,
        Some(
            Moment::Feast { feast: Feast::Islamic(..), .. }
                | Moment::Shifted(Cycle::Feast(Feast::Islamic(..), _), _)
                | Moment::InYear { part: YearPart::Feast(Feast::Islamic(..), _), .. }
        )
    )
}

/// Whether a date in digits could be read in both orders.
fn has_open_order(expression: &Expression) -> bool {
    let is_slashed = |stamp: &Stamp| matches!(stamp.moment, Some(Moment::Slashed { .. }));
    match expression {
        Expression::At(stamp) => is_slashed(stamp),
        Expression::Between(low, high) => is_slashed(low) || is_slashed(high),
        Expression::Every(..) => false,
    }
}
