//! The words of English, one subject a file.

mod abbreviations;
mod numbers;
mod openers;

use super::Language;

/// English, as news is written in it on all continents.
pub static LANGUAGE: Language = Language {
    code: "en",
    abbreviations: abbreviations::TABLE,
    openers: openers::TABLE,
    numbers: numbers::NUMBERS,
};
