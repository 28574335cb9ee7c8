//! A text with its tokens, sentences and paragraphs: what every recogniser reads.

use std::ops::Range;

use super::token::Normal;
use super::{Span, Token, TokenKind, sentence, token};
use crate::lang::Language;

/// One sentence, or a line that stands alone (a heading, a caption, a photo credit).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, as indices into the document's.
    pub tokens: Range<usize>,
    /// The number of its paragraph, counted from 0.
    pub paragraph: usize,
}

/// A text read once: tokens, sentences, paragraphs, and a lower-case twin of every token.
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// Every token, in text order, none empty, none overlapping.
    pub tokens: Vec<Token>,
    /// Every sentence, in text order; together they cover every token.
    pub sentences: Vec<Sentence>,
    normal: Normal,
}

impl<'t> Document<'t> {
    /// Reads the text. Total and linear: every string has an answer.
    pub fn read(text: &'t str, language: &Language) -> Self {
        let (tokens, normal) = token::tokenize(text, language);
        let mut document = Document { text, tokens, sentences: Vec::new(), normal };
        document.sentences = sentence::split(&document, language);
        document
    }

    /// The words of token `index`, as they stand in the text. The empty string past the end, so that grammars
    /// may look ahead without a check.
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| &self.text[token.span.start..token.span.end])
    }

    /// Token `index` in lower case, with straight apostrophes: what word lists are asked for. Past the end as
    /// [`Self::word`].
    pub fn normal(&self, index: usize) -> &str {
        if index < self.tokens.len() { self.normal.get(index) } else { "" }
    }

    /// The kind of token `index`; `None` past the end.
    pub fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// Whether token `index` exists and touches the one before it.
    pub fn is_glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| !token.spaced)
    }

    /// The tokens that a span touches; empty, and not backwards, where it touches none.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The span from the first to the last token of `range`, which must not be empty.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.tokens[range.start].span.start, self.tokens[range.end - 1].span.end)
    }
}
