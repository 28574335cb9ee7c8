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

use crate::lang::{Language, Prefix, Table};
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

    /// Whether nothing stands from token `at` on but a mark that ends the stretch.
    pub fn ends(self, at: usize) -> bool {
        at >= self.end || (at + 1 == self.end && matches!(self.word(at), "." | "!" | "?" | "…" | "..."))
    }

    /// Whether the tokens of `range` are the whole stretch, but for a mark that ends it.
    pub fn is_all(self, range: Range<usize>) -> bool {
        range.start == self.start && self.ends(range.end)
    }

    /// The token before `at`, or one that is outside every stretch.
    pub fn before(self, at: usize) -> usize {
        at.checked_sub(1).unwrap_or(usize::MAX)
    }

    /// The bytes from the first to the last token of `range`, which must be inside and not empty.
    pub fn span(self, range: Range<usize>) -> Span {
        self.document.span(range)
    }

    /// The text of a span.
    pub fn text(self, span: Span) -> &'d str {
        span.of(self.document.text)
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

/// Whether token `at` is a hyphen that touches both its neighbours: "three-year".
pub(super) fn is_tie(words: Words, at: usize) -> bool {
    is_hyphen(words.word(at)) && words.is_glued(at) && words.is_glued(at + 1)
}

/// Whether this token can stand between the ends of a range: a hyphen or a dash.
pub(super) fn is_dash(word: &str) -> bool {
    is_hyphen(word) || matches!(word, "–" | "—" | "−" | "‒" | "--")
}

/// The longest phrase of at most `most` tokens from token `at` that is in the table, and its end.
///
/// Phrases are written with single spaces; a hyphen counts as one, marks join what they touch, and the full
/// stop of an abbreviation counts for nothing: "square-metre" is "square metre", "km/h" is itself, "sq. ft" is
/// "sq ft".
pub(super) fn longest<'d, V>(
    words: Words<'d>,
    table: &'d Table<V>,
    at: usize,
    most: usize,
) -> Option<(&'d V, usize)> {
    let mut prefix = table.prefix();
    let mut best = None;
    for end in at..at + most {
        if !words.has(end) || !push(words, &mut prefix, at, end) {
            break;
        }
        if !is_skipped(words, end)
            && let Some(value) = prefix.found()
        {
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
    if !table.may_end(words.normal(words.before(at))) {
        return None;
    }
    (at.saturating_sub(most)..at).filter(|&start| words.has(start)).find_map(|start| {
        let mut prefix = table.prefix();
        let leads = (start..at).all(|token| push(words, &mut prefix, start, token));
        if leads { Some((prefix.found()?, start)) } else { None }
    })
}

/// Adds token `at` to the phrase that begins at token `start`; whether the table has phrases like it.
fn push<V>(words: Words, prefix: &mut Prefix<V>, start: usize, at: usize) -> bool {
    let normal = words.normal(at);
    if at == start {
        return prefix.push(normal);
    }
    if is_skipped(words, at) {
        return true;
    }
    let touches = |word: &str| matches!(word, "/" | "^" | "°" | "º" | "<" | ">" | "=");
    let joins = words.is_glued(at) && (touches(words.word(at - 1)) || matches!(normal, "/" | "^"));
    (joins || prefix.push(" ")) && prefix.push(normal)
}

/// Whether token `at` is no part of a phrase though it stands inside it.
fn is_skipped(words: Words, at: usize) -> bool {
    is_hyphen(words.word(at)) || (words.word(at) == "." && words.is_glued(at))
}
