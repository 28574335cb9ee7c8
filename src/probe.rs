//! Doors for the fuzzer (`tests/fuzz`) to parts that no caller reaches alone: the shape of a text, and the readers
//! of files that the library brings along. Part of no other build.
//!
//! ```text
//! probe::shape("Kyiv “fell”.")       // panics where a token, a sentence, a quotation or an offset breaks a promise
//! probe::analyzer(model, places)?    // with files of one's own
//! ```
//! What a whole analysis promises is asked elsewhere, by `tests/invariants`.

use crate::analyzer::Analyzer;
use crate::error::Error;
use crate::lang::en;
use crate::recognize::name::Calibration;
use crate::resolve::quotations;
use crate::text::{Document, OffsetMap, TokenKind, Unit, is_written_in};

/// Reads a text as English and asks everything that its shape promises; panics where that does not hold.
pub fn shape(text: &str) {
    let document = Document::read(text, &en::LANGUAGE);
    tokens(&document);
    sentences(&document);
    quoted(&document);
    Unit::ALL.into_iter().for_each(|unit| offsets(text, unit));
    let again = Document::read(text, &en::LANGUAGE);
    assert_eq!((&again.tokens, &again.sentences), (&document.tokens, &document.sentences), "twice: {text:?}");
    let _ = is_written_in(&document, &en::LANGUAGE);
}

/// An analyzer of a names model and a gazetteer.
///
/// # Errors
/// What the readers of the files say.
pub fn analyzer(model: &[u8], places: &[u8]) -> Result<Analyzer, Error> {
    Analyzer::of_files(model, places)
}

/// What a table of confidences makes of a chance, for the model with this checksum.
///
/// # Errors
/// What the reader of the table says.
pub fn confidence(table: &str, model: u32, chance: f64) -> Result<f64, Error> {
    Ok(Calibration::read(table, model)?.confidence(chance))
}

/// In order and apart, on characters' edges; between them is nothing that a reader sees.
fn tokens(document: &Document) {
    let text = document.text;
    let mut end = 0;
    for (index, token) in document.tokens.iter().enumerate() {
        let gap = text.get(end..token.span.start);
        let gap = gap.unwrap_or_else(|| panic!("{token:?} overlaps or splits a character: {text:?}"));
        assert!(!gap.contains(char::is_alphanumeric), "{gap:?} is no part of a token: {text:?}");
        assert_eq!(token.spaced, index == 0 || !gap.is_empty(), "{token:?} after {gap:?}: {text:?}");
        let words = text.get(token.span.start..token.span.end);
        let words = words.unwrap_or_else(|| panic!("{token:?} splits a character: {text:?}"));
        assert!(!words.is_empty(), "{token:?} is empty: {text:?}");
        assert!(
            token.kind == TokenKind::Address || !words.contains(char::is_whitespace),
            "{words:?}: {text:?}"
        );
        assert_eq!(document.word(index), words);
        assert_eq!(document.tokens_of(token.span), index..index + 1, "{token:?}: {text:?}");
        assert!(
            !document.normal(index).contains(char::is_uppercase) || !has_lower(words),
            "{words:?}: {text:?}"
        );
        end = token.span.end;
    }
    assert!(!text[end..].contains(char::is_alphanumeric), "{:?} is no token: {text:?}", &text[end..]);
    let past = document.tokens.len();
    assert_eq!((document.word(past), document.normal(past), document.kind(past)), ("", "", None));
}

/// Some letters of mathematics are upper case and have no other.
fn has_lower(words: &str) -> bool {
    words.chars().all(|letter| !letter.is_uppercase() || letter.to_lowercase().ne([letter]))
}

/// None empty; together they are all tokens, and paragraphs are counted without a gap.
fn sentences(document: &Document) {
    let text = document.text;
    let (mut end, mut paragraph) = (0, 0);
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, end, "a gap before {sentence:?}: {text:?}");
        assert!(sentence.tokens.start < sentence.tokens.end, "{sentence:?} is empty: {text:?}");
        let next = paragraph + usize::from(end > 0);
        assert!((paragraph..=next).contains(&sentence.paragraph), "{sentence:?} after {paragraph}: {text:?}");
        (end, paragraph) = (sentence.tokens.end, sentence.paragraph);
    }
    assert_eq!(end, document.tokens.len(), "tokens behind the last sentence: {text:?}");
}

/// In order and apart, none empty, none leaves its paragraph.
fn quoted(document: &Document) {
    let text = document.text;
    let paragraph = |token: usize| {
        let at = document.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        document.sentences[at].paragraph
    };
    let mut end = 0;
    for tokens in quotations(document, &en::LANGUAGE) {
        assert!(end <= tokens.start && tokens.start < tokens.end, "a quotation at {tokens:?}: {text:?}");
        assert!(tokens.end <= document.tokens.len(), "a quotation at {tokens:?}: {text:?}");
        assert_eq!(paragraph(tokens.start), paragraph(tokens.end - 1), "leaves its paragraph: {text:?}");
        end = tokens.end;
    }
}

/// There and back again, at every character and at no other place.
fn offsets(text: &str, unit: Unit) {
    let map = OffsetMap::new(text, unit);
    let mut counted = 0;
    for (at, letter) in text.char_indices() {
        assert_eq!(map.convert(at), counted, "byte {at} in {unit:?}: {text:?}");
        assert_eq!(map.invert(counted), Some(at), "{counted} in {unit:?}: {text:?}");
        let wide = match unit {
            Unit::Bytes => letter.len_utf8(),
            Unit::Utf16 => letter.len_utf16(),
            Unit::Chars => 1,
        };
        for inside in counted + 1..counted + wide {
            assert_eq!(map.invert(inside), None, "{inside} is inside of a character in {unit:?}: {text:?}");
        }
        counted += wide;
    }
    assert_eq!(map.convert(text.len()), counted, "the end in {unit:?}: {text:?}");
    assert_eq!(map.invert(counted), Some(text.len()), "the end in {unit:?}: {text:?}");
    assert_eq!(map.invert(counted + 1), None, "beyond the end in {unit:?}: {text:?}");
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn every_string_has_a_shape(text in any::<String>()) {
            shape(&text);
        }

        #[test]
        fn every_string_of_marks_and_letters_has_a_shape(text in "[a-zA-Z0-9.,:'’‘“”\"«»„`+@/ \n\r\u{a0}é😀İ-]{0,80}") {
            shape(&text);
        }
    }
}
