//! What a grammar sees: the words of one stretch of a document, and nothing beyond it.
//!
//! ```text
//! let words = Words::of(&document, &ENGLISH, 0..document.tokens.len());
//! words.normal(7)       // lower case; "" outside the stretch, so that looking ahead needs no check
//! ```
//!
//! Grammars are plain functions `(Words, at) -> Option<(value, end)>`, where `at` and `end` are token
//! indices of the document. Running them sentence by sentence is what keeps a figure from being put
//! together from two sentences. No combinators: a grammar reads better as `match` and `?`.

use std::ops::Range;

use crate::lang::{Language, Table};
use crate::text::{Document, Span, TokenKind};

/// A stretch of a document with the words of its language; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Words<'d> {
    document: &'d Document<'d>,
    /// The word lists to read it by.
    pub language: &'d Language,
    start: usize,
    end: usize,
}

impl<'d> Words<'d> {
    /// The tokens of `range`.
    pub fn of(document: &'d Document<'d>, language: &'d Language, range: Range<usize>) -> Self {
        Self { document, language, start: range.start, end: range.end }
    }

    /// The token indices of the stretch.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether token `at` is in the stretch.
    pub fn has(self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }

    /// Token `at` in lower case; "" outside the stretch.
    pub fn normal(self, at: usize) -> &'d str {
        if self.has(at) { self.document.normal(at) } else { "" }
    }

    /// Token `at` as it stands in the text; "" outside the stretch.
    pub fn word(self, at: usize) -> &'d str {
        if self.has(at) { self.document.word(at) } else { "" }
    }

    /// The kind of token `at`; `None` outside the stretch.
    pub fn kind(self, at: usize) -> Option<TokenKind> {
        if self.has(at) { self.document.kind(at) } else { None }
    }

    /// Whether token `at` is in the stretch and touches the one before it.
    pub fn is_glued(self, at: usize) -> bool {
        self.has(at) && at > self.start && self.document.is_glued(at)
    }

    /// Whether token `at` begins with digits.
    pub fn is_number(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether token `at` is a word.
    pub fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether token `at` begins with a capital letter.
    pub fn is_capital(self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// The token before `at`, or one that is outside every stretch.
    pub fn before(self, at: usize) -> usize {
        at.checked_sub(1).unwrap_or(usize::MAX)
    }

    /// The bytes from the first to the last token of `range`, which must be inside and not empty.
    pub fn span(self, range: Range<usize>) -> Span {
        self.document.span(range)
    }

    /// The white space between token `at` and the one before it.
    pub fn gap(self, at: usize) -> &'d str {
        if !self.has(at) || at == 0 {
            return "";
        }
        let (before, after) = (self.document.tokens[at - 1].span.end, self.document.tokens[at].span.start);
        &self.document.text[before..after]
    }
}

/// Whether this token joins words: a hyphen, not a dash.
pub(super) fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‐" | "‑")
}

/// Whether this token can stand between the ends of a range: a hyphen or a dash.
pub(super) fn is_dash(word: &str) -> bool {
    is_hyphen(word) || matches!(word, "–" | "—" | "−" | "‒" | "--")
}

/// Longer than every phrase of the tables, in bytes; words of any length may come.
const LONGEST_PHRASE: usize = 64;

/// The longest phrase of at most `most` tokens from token `at` that is in the table, and its end.
///
/// Phrases are written with single spaces; a hyphen counts as one, and marks join what they touch:
/// "square-metre" is "square metre", "km/h" is itself.
pub(super) fn longest<'d, V>(
    words: Words<'d>,
    table: &'d Table<V>,
    at: usize,
    most: usize,
) -> Option<(&'d V, usize)> {
    let mut phrase = String::new();
    let mut best = None;
    for end in at..at + most {
        let normal = words.normal(end);
        if normal.is_empty() || normal.len() + phrase.len() > LONGEST_PHRASE {
            break;
        }
        push(words, &mut phrase, end);
        if is_hyphen(normal) {
            continue;
        }
        if let Some(value) = table.get(&phrase) {
            best = Some((value, end + 1));
        }
    }
    best
}

/// The longest phrase of at most `most` tokens that ends before token `at`, and its start.
pub(super) fn longest_before<'d, V>(
    words: Words<'d>,
    table: &'d Table<V>,
    at: usize,
    most: usize,
) -> Option<(&'d V, usize)> {
    let mut phrase = String::new();
    for length in (1..=most.min(at)).rev() {
        let start = at - length;
        if !words.has(start) {
            continue;
        }
        phrase.clear();
        (start..at).for_each(|token| push(words, &mut phrase, token));
        if let Some(value) = table.get(&phrase) {
            return Some((value, start));
        }
    }
    None
}

/// Adds token `at` to the phrase.
fn push(words: Words, phrase: &mut String, at: usize) {
    let normal = words.normal(at);
    if is_hyphen(normal) && !phrase.is_empty() {
        return;
    }
    let before = words.word(words.before(at));
    let touches = |word: &str| matches!(word, "/" | "^" | "°" | "º" | "<" | ">" | "=");
    let joins = words.is_glued(at) && (touches(before) || matches!(normal, "/" | "^"));
    if !phrase.is_empty() && !joins {
        phrase.push(' ');
    }
    phrase.push_str(normal);
}
