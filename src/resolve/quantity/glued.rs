//! A number and a word glued by a hyphen: "a 12-**page** report", "the second-**half** profit".

use super::phrase::Phrase;
use super::{Mark, Scene, Spot, is_hyphen};
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention};
use crate::text::TokenKind;

impl Scene<'_, '_> {
    /// The word glued to a bare number: "a 12-**page** report", "the second-**half** profit". `None` where
    /// it only describes ("two-legged robots") or nothing is glued; the inner `None` where the number
    /// counts nothing that has a name ("a two-way street").
    pub fn glued(&self, figure: &FigureMention, spot: &Spot) -> Option<Option<Phrase>> {
        let bare = matches!(figure.kind, FigureKind::Cardinal | FigureKind::Ordinal | FigureKind::Range);
        let word = spot.qualified.end + 1;
        if !bare || !self.is_glued_on(spot) {
            return None;
        }
        let grammar = &self.language.grammar;
        let normal = self.word(word, spot.sentence.end);
        if grammar.describing_endings.iter().any(|ending| normal.ends_with(ending)) {
            return None;
        }
        match self.class(word) {
            Some(WordClass::Preposition) => return Some(self.before_of(spot)), // "a lead of two-to-one"
            Some(WordClass::Adverb) => return Some(self.singular(word + 1, spot.sentence.end)), // "first-ever draw"
            _ => {}
        }
        let names = matches!(self.class(word), None | Some(WordClass::Determiner | WordClass::Verb))
            && self.document.kind(word) == Some(TokenKind::Word)
            && matches!(self.mark(word), Mark::Nothing);
        let is_weak = figure.kind != FigureKind::Ordinal && self.is_weak(word);
        let counts = names && !grammar.glued_describers.has(normal) && !is_weak;
        Some(counts.then_some(Phrase { start: word, head: word }))
    }

    /// Whether the figure is glued by a hyphen to what follows.
    pub fn is_glued_on(&self, spot: &Spot) -> bool {
        let hyphen = spot.qualified.end;
        hyphen + 1 < spot.sentence.end
            && is_hyphen(self.document.word(hyphen))
            && self.document.is_glued(hyphen)
            && self.document.is_glued(hyphen + 1)
    }
}
