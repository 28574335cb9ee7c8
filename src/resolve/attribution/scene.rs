//! The document as this pass reads it: what stands on each token, and where its sentence ends.

use std::ops::Range;

use super::marks::Quotation;
use crate::lang::Language;
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention, FigureRole, NameKind};
use crate::resolve::{Resolution, ResolvedFigure, ResolvedName};
use crate::text::{Document, TokenKind};

/// No name, no quotation.
const NOTHING: u32 = u32::MAX;

pub(super) struct Scene<'d, 't> {
    pub document: &'d Document<'t>,
    pub language: &'d Language,
    pub names: &'d [ResolvedName],
    pub quotations: Vec<Quotation>,
    /// For every name, its tokens.
    places: Vec<Range<usize>>,
    /// For every token.
    name_of: Vec<u32>,
    quotation_of: Vec<u32>,
    sentence_of: Vec<u32>,
    is_date: Vec<bool>,
    /// For every token: whether a count of people or things begins there, with the words that bound it.
    is_count: Vec<bool>,
}

impl<'d, 't> Scene<'d, 't> {
    pub fn of(
        document: &'d Document<'t>,
        language: &'d Language,
        quotations: Vec<Quotation>,
        resolution: &'d Resolution,
    ) -> Self {
        let count = document.tokens.len();
        let places: Vec<Range<usize>> =
            resolution.names.iter().map(|name| document.tokens_of(name.span)).collect();
        let mut is_date = vec![false; count];
        for date in &resolution.dates {
            is_date[document.tokens_of(date.span)].fill(true);
        }
        let mut is_count = vec![false; count];
        for figure in resolution.figures.iter().filter(|figure| is_count_of_something(figure)) {
            if let Some(first) = is_count.get_mut(document.tokens_of(figure.mention.qualified).start) {
                *first = true;
            }
        }
        let mut scene = Self {
            document,
            language,
            names: &resolution.names,
            name_of: label(count, places.iter().cloned()),
            quotation_of: label(count, quotations.iter().map(|quotation| quotation.tokens.clone())),
            sentence_of: label(count, document.sentences.iter().map(|sentence| sentence.tokens.clone())),
            is_date,
            is_count,
            places,
            quotations,
        };
        scene.forget_quoted_dates();
        scene
    }

    /// A date inside a quotation is no adjunct of the narrator's.
    fn forget_quoted_dates(&mut self) {
        for quotation in &self.quotations {
            self.is_date[quotation.tokens.clone()].fill(false);
        }
    }

    pub fn word(&self, at: usize) -> &str {
        self.document.normal(at)
    }

    pub fn is(&self, at: usize, mark: &str) -> bool {
        at < self.document.tokens.len() && self.document.word(at) == mark
    }

    pub fn is_date(&self, at: usize) -> bool {
        self.is_date.get(at).copied().unwrap_or(false)
    }

    pub fn is_count(&self, at: usize) -> bool {
        self.is_count.get(at).copied().unwrap_or(false)
    }

    /// The name that token `at` belongs to.
    pub fn name_at(&self, at: usize) -> Option<usize> {
        self.name_of.get(at).filter(|&&name| name != NOTHING).map(|&name| name as usize)
    }

    /// The tokens of a name.
    pub fn place(&self, name: usize) -> Range<usize> {
        self.places[name].clone()
    }

    pub fn is_person(&self, name: usize) -> bool {
        self.names[name].kind == NameKind::Person
    }

    /// The quotation that token `at` belongs to.
    pub fn quotation_at(&self, at: usize) -> Option<usize> {
        self.quotation_of
            .get(at)
            .filter(|&&quotation| quotation != NOTHING)
            .map(|&quotation| quotation as usize)
    }

    /// The index of the sentence of token `at`.
    pub fn sentence_of(&self, at: usize) -> usize {
        self.sentence_of.get(at).map_or(self.document.sentences.len(), |&sentence| sentence as usize)
    }

    /// The sentence of token `at`; an empty one past the end.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let count = self.document.tokens.len();
        self.document.sentences.get(self.sentence_of(at)).map_or(count..count, |it| it.tokens.clone())
    }

    pub fn paragraph_of(&self, at: usize) -> usize {
        self.document.sentences.get(self.sentence_of(at)).map_or(usize::MAX, |sentence| sentence.paragraph)
    }

    /// Where the narrator's own words begin in the sentence of token `at`: behind a quotation that ends in it.
    pub fn floor(&self, at: usize) -> usize {
        let start = self.sentence(at).start;
        self.quotation_at(start).map_or(start, |index| self.quotations[index].tokens.end.min(at))
    }

    /// The class of token `at`; `None` for nouns, adjectives, marks, names and past the end.
    pub fn class(&self, at: usize) -> Option<WordClass> {
        let kind = self.document.kind(at)?;
        let word = self.document.word(at);
        let acronym = word.len() > 1 && word.chars().all(char::is_uppercase);
        if kind != TokenKind::Word || acronym || self.name_at(at).is_some() {
            return if word == "'s" || word == "’s" { Some(WordClass::Possessive) } else { None };
        }
        self.language.grammar.class(self.document.normal(at))
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.document.kind(at) == Some(TokenKind::Word)
    }

    /// A noun, adjective, number or name: what a noun phrase is made of.
    pub fn is_plain(&self, at: usize) -> bool {
        let kind = self.document.kind(at);
        let fits = matches!(kind, Some(TokenKind::Word | TokenKind::Number)) && self.class(at).is_none();
        (fits || self.is_joint(at)) && !self.is_date(at) && self.quotation_at(at).is_none()
    }

    /// A hyphen, slash or 's inside a phrase.
    pub fn is_joint(&self, at: usize) -> bool {
        let glued = self.document.is_glued(at);
        glued && matches!(self.word(at), "-" | "‐" | "‑" | "/" | "'s" | "'" | "&" | "%")
            || self.is(at, "&")
            || self.is(at, "$")
    }

    pub fn is_adverb(&self, at: usize) -> bool {
        self.class(at) == Some(WordClass::Adverb)
            || (self.is_word(at)
                && self.class(at).is_none()
                && self.word(at).ends_with(self.language.speech.adverb_ending))
                && self.name_at(at).is_none()
    }

    pub fn is_determiner(&self, at: usize) -> bool {
        self.class(at) == Some(WordClass::Determiner)
    }

    pub fn is_possessive(&self, at: usize) -> bool {
        self.class(at) == Some(WordClass::Possessive)
    }

    pub fn is_preposition(&self, at: usize) -> bool {
        self.class(at) == Some(WordClass::Preposition)
    }

    /// An auxiliary or a verb that is known as one.
    pub fn is_verbal(&self, at: usize) -> bool {
        matches!(self.class(at), Some(WordClass::Auxiliary | WordClass::Verb))
    }

    /// "adding"
    pub fn is_doing(&self, at: usize) -> bool {
        self.is_word(at) && self.word(at).ends_with(self.language.grammar.participle_of_doing)
    }

    pub fn is_auxiliary(&self, at: usize) -> bool {
        self.class(at) == Some(WordClass::Auxiliary)
    }

    pub fn is_dash(&self, at: usize) -> bool {
        at < self.document.tokens.len() && matches!(self.document.word(at), "—" | "–" | "--" | "---" | "-")
    }

    /// The end of a sentence without its full stop.
    pub fn without_stop(&self, start: usize, end: usize) -> usize {
        let stops = |at: usize| self.is(at, ".") || self.is(at, ";") || self.is(at, ",") || self.is(at, ":");
        if end > start && stops(end - 1) && self.quotation_at(end - 1).is_none() { end - 1 } else { end }
    }
}

/// "more than 39,000 deaths": a plain number before what it counts.
fn is_count_of_something(figure: &ResolvedFigure) -> bool {
    let FigureMention { kind, role, qualified, .. } = &figure.mention;
    let counts = figure.counts.is_some_and(|counts| counts.phrase.start >= qualified.end);
    *role == FigureRole::Claim && matches!(kind, FigureKind::Cardinal | FigureKind::Range) && counts
}

/// For every token, the index of the range that it is in.
fn label(count: usize, ranges: impl Iterator<Item = Range<usize>>) -> Vec<u32> {
    let mut labels = vec![NOTHING; count];
    for (index, range) in ranges.enumerate() {
        labels[range].fill(index as u32);
    }
    labels
}
