//! Words: all that one language must supply. Data only; imports nothing of ours.
//!
//! Here are the shapes (what a language must say about numbers, units, months ...), in `en/` the words
//! of English, one subject a file. Grammars contain no English: they ask a [`Language`]. A second
//! language is a second folder that fills the same struct.

pub mod abbreviation;
pub mod alias;
pub mod calendar;
pub mod currency;
pub mod en;
pub mod figure;
mod filter;
pub mod grammar;
pub mod number;
pub mod role;
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
}
