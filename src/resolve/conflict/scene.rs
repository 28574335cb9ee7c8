//! The document as this pass reads it: figures with their place, sentence and clause.

use std::ops::Range;

use crate::lang::Language;
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureRole, NameKind};
use crate::resolve::{Resolution, ResolvedFigure};
use crate::text::{Document, Span, TokenKind};

/// A figure as a token range with its sentence.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Index of the figure.
    pub figure: usize,
    /// The figure with the words that qualify it.
    pub tokens: Range<usize>,
    /// Its clause.
    pub clause: Range<usize>,
    /// Its sentence, by index.
    pub sentence: usize,
}

/// The document with what the passes before found.
pub(super) struct Scene<'r, 'd, 't> {
    pub document: &'d Document<'t>,
    pub language: &'d Language,
    pub resolution: &'r Resolution,
    /// Every figure that claims something, in text order.
    pub spots: Vec<Spot>,
    /// For every token the bearer of a name there, by its entity.
    names: Vec<Option<usize>>,
}

impl<'r, 'd, 't> Scene<'r, 'd, 't> {
    pub fn of(document: &'d Document<'t>, language: &'d Language, resolution: &'r Resolution) -> Self {
        let mut scene = Self { document, language, resolution, spots: Vec::new(), names: Vec::new() };
        scene.names = scene.named();
        scene.spots = scene.find_spots();
        scene
    }

    pub fn figure(&self, spot: &Spot) -> &'r ResolvedFigure {
        &self.resolution.figures[spot.figure]
    }

    /// Names that stand for who speaks say nothing of what a figure is about.
    fn named(&self) -> Vec<Option<usize>> {
        let parties =
            self.resolution.attributions.iter().flat_map(|said| [said.speaker, said.addressee]).flatten();
        let mut speaking: Vec<Span> = parties.map(|party| party.span).collect();
        speaking.sort_unstable();
        let speaks = |name: Span| {
            let next = speaking.partition_point(|party| party.end <= name.start);
            speaking.get(next).is_some_and(|party| party.overlaps(name))
        };
        let mut named = vec![None; self.document.tokens.len()];
        let mut at = 0;
        for name in
            self.resolution.names.iter().filter(|name| name.kind != NameKind::Other && !speaks(name.span))
        {
            while at < named.len() && self.document.tokens[at].span.end <= name.span.start {
                at += 1;
            }
            while at < named.len() && self.document.tokens[at].span.start < name.span.end {
                named[at] = Some(name.entity);
                at += 1;
            }
        }
        named
    }

    fn find_spots(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        let mut figures = self.resolution.figures.iter().enumerate().peekable();
        for (sentence, tokens) in self.document.sentences.iter().map(|sentence| &sentence.tokens).enumerate()
        {
            let end = self.document.tokens[tokens.end - 1].span.end;
            let mut clause = tokens.start;
            let mut at = tokens.start;
            let mut here: Vec<Spot> = Vec::new();
            let mut open = 0; // the spots of the clause that has not ended
            while let Some((index, figure)) = figures.next_if(|(_, figure)| figure.mention.span.start < end) {
                let span = figure.mention.qualified;
                while at < tokens.end && self.document.tokens[at].span.end <= span.start {
                    if self.ends_clause(at) {
                        here[open..].iter_mut().for_each(|spot| spot.clause.end = at);
                        open = here.len();
                        clause = at + 1;
                    }
                    at += 1;
                }
                let range = self.document.tokens_of(span);
                if figure.mention.role == FigureRole::Claim && !range.is_empty() {
                    here.push(Spot { figure: index, tokens: range, clause: clause..tokens.end, sentence });
                }
            }
            // behind the last figure
            if let Some(end) =
                here.last().and_then(|last| (last.tokens.end..tokens.end).find(|&at| self.ends_clause(at)))
            {
                here[open..].iter_mut().for_each(|spot| spot.clause.end = end);
            }
            spots.append(&mut here);
        }
        spots
    }

    /// Whether a clause ends at token `at`.
    fn ends_clause(&self, at: usize) -> bool {
        let relative = self.class(at) == Some(WordClass::Relative)
            && !self.language.grammar.links.has(self.document.normal(at));
        let joins =
            at > 0 && self.class(at) == Some(WordClass::Conjunction) && self.document.word(at - 1) == ",";
        matches!(self.document.word(at), ";" | ":" | "—") || relative || joins
    }

    /// Whether a sentence is the headline: the first paragraph, without a full stop.
    pub fn is_headline(&self, sentence: usize) -> bool {
        let all = &self.document.sentences;
        let alone = all.get(1).is_none_or(|next| next.paragraph > 0);
        let last = all[sentence].tokens.end - 1;
        sentence == 0 && alone && self.is_word(last)
    }

    /// Of the tokens those of the statement that the figure belongs to.
    pub fn within_statement(&self, figure: &ResolvedFigure, tokens: Range<usize>) -> Range<usize> {
        let said = figure.said_by.map(|index| &self.resolution.attributions[index]);
        let mut spans = said.into_iter().flat_map(|said| &said.spans);
        let Some(span) = spans.find(|span| span.overlaps(figure.mention.span)) else { return tokens };
        let statement = self.document.tokens_of(*span);
        let start = tokens.start.max(statement.start);
        start..tokens.end.min(statement.end).max(start)
    }

    /// Who and what is named among the tokens.
    pub fn names_in(&self, tokens: Range<usize>) -> Vec<usize> {
        let mut names: Vec<usize> = tokens.filter_map(|at| self.names[at]).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    pub fn class(&self, at: usize) -> Option<WordClass> {
        self.language.grammar.class(self.document.normal(at))
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.document.kind(at) == Some(TokenKind::Word)
    }
}
