//! The words of English, one subject a file.

mod abbreviations;
mod aliases;
mod calendar;
mod conflicts;
mod currencies;
mod feasts;
mod figures;
mod given_names;
mod grammar;
mod numbers;
mod places;
mod reference_weights;
mod references;
mod speech;
mod titles;
mod units;

use super::Language;

/// English, as news is written in it on all continents.
pub static LANGUAGE: Language = Language {
    code: "en",
    abbreviations: abbreviations::TABLE,
    calendar: calendar::CALENDAR,
    numbers: numbers::NUMBERS,
    units: units::UNITS,
    currencies: currencies::CURRENCIES,
    figures: figures::FIGURES,
    grammar: grammar::GRAMMAR,
    titles: titles::TITLES,
    name_words: aliases::NAME_WORDS,
    references: references::REFERENCES,
    conflicts: conflicts::CONFLICT_WORDS,
    speech: speech::SPEECH,
    place_words: places::PLACE_WORDS,
};

/// What the names tagger learned; `MODEL.md` beside it says from what, and how to rebuild it.
pub static NAMES_MODEL: &[u8] = include_bytes!("names.model");

/// Where the countries, regions and cities of the world are; `PLACES.md` beside it says from what.
pub static PLACES: &[u8] = include_bytes!("places.bin");

/// How often its names were right, by how sure it was of them; written by the trainer with the model.
pub static NAMES_CONFIDENCE: &str = include_str!("names.confidence");
