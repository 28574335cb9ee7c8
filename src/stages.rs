//! The stages of the pipeline, each alone, for the benchmark in `tests/bench`; part of no other build.
//!
//! Says how much was found and not what, so that nothing can come to rest on it.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::lang::en;
use crate::recognize::{date, figure};
use crate::text::Document;

/// The day that dates are seen from.
const DAY: date::Source = date::Source { published: Some(Date::constant(2025, 2, 8)), locale: None };

static FIGURES: LazyLock<figure::Finder> = LazyLock::new(|| figure::Finder::new(&en::LANGUAGE));
static DATES: LazyLock<date::Finder> = LazyLock::new(|| date::Finder::new(&en::LANGUAGE));

/// A text with its tokens and sentences: the first stage.
pub struct Read<'t>(Document<'t>);

impl<'t> Read<'t> {
    /// Reads a text as English.
    pub fn english(text: &'t str) -> Self {
        Self(Document::read(text, &en::LANGUAGE))
    }

    /// How many tokens it has.
    pub fn tokens(&self) -> usize {
        self.0.tokens.len()
    }

    /// How many figures are found in it.
    pub fn figures(&self) -> usize {
        FIGURES.find(&self.0).len()
    }

    /// How many dates are found in it, seen from one day.
    pub fn dates(&self) -> usize {
        DATES.find(&self.0, DAY).len()
    }
}
