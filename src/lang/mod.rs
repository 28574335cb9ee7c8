//! Words: all that one language must supply. Data only; imports nothing of ours.
//!
//! Here are the shapes (what a language must say about numbers, units, months ...), in `en/` the words
//! of English, one subject a file. Grammars contain no English: they ask a [`Language`]. A second
//! language is a second folder that fills the same struct.

pub mod abbreviation;
pub mod alias;
pub mod calendar;
pub mod conflict;
pub mod currency;
pub mod en;
pub mod figure;
mod filter;
pub mod grammar;
pub mod number;
pub mod place;
pub mod reference;
pub mod role;
pub mod speech;
mod table;
pub mod unit;

pub use filter::Filter;
pub use table::{Prefix, Table};

/// The words of one language.
pub struct Language {
    /// As in results: "en".
    pub code: &'static str,
    /// Words that end in a full stop without ending a sentence, without that full stop.
    pub abbreviations: Table<abbreviation::Follows>,
    /// Words of dates and times.
    pub calendar: calendar::Calendar,
    /// Number words.
    pub numbers: number::Numbers,
    /// Units of measure.
    pub units: unit::Units,
    /// Currencies.
    pub currencies: currency::Currencies,
    /// Words around figures.
    pub figures: figure::FigureWords,
    /// The closed classes of words, and what a figure needs to find what it counts.
    pub grammar: grammar::Grammar,
    /// Titles and the nouns of appositions.
    pub titles: role::Titles,
    /// Words inside names.
    pub name_words: alias::NameWords,
    /// Words that refer without a name.
    pub references: reference::ReferenceWords,
    /// Words by which figures are compared.
    pub conflicts: conflict::ConflictWords,
    /// Words of saying.
    pub speech: speech::SpeechWords,
    /// Words around the names of places.
    pub place_words: place::PlaceWords,
}
