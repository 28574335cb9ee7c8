//! What a figure counts: "more than 39,000 **deaths**", "43,000 of its **soldiers**", "half of the
//! **vote**", "**turnout** was 62 %", "a **fine** of $3 billion", "370,000 have been **wounded**".
//!
//! There is no tagger of parts of speech: short lists of closed-class words and the plural ending carry
//! the rules, each of which is a function that answers or passes. What no rule can tell with good reason
//! stays without an answer, a pronoun as well ("2 million of them"). Every walk is bounded, so that a
//! sentence of any length costs linear time.

mod beside;
mod continued;
mod dealt;
mod elliptic;
mod ending;
mod following;
mod glued;
mod listed;
mod phrase;
mod said_of;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::elliptic::Earlier;
use self::phrase::Phrase;
use super::{Counted, Resolution, ResolvedFigure};
use crate::lang::Language;
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention, FigureRole, NameKind};
use crate::text::{Document, Span, TokenKind};

/// Adds the figures, each with what it counts where the text says so.
pub(super) fn attach(
    document: &Document,
    language: &Language,
    figures: Vec<FigureMention>,
    resolution: &mut Resolution,
) {
    let scene = Scene::of(document, language, &figures, resolution);
    let mut found: Vec<Option<Phrase>> = Vec::with_capacity(figures.len());
    let mut listed = vec![false; figures.len()];
    for (index, figure) in figures.iter().enumerate() {
        let earlier = Earlier { figures: &figures[..index], found: &found };
        let entry = scene.listed(figure, &earlier);
        listed[index] = entry.is_some();
        let phrase = entry
            .or_else(|| scene.goes_on_from(figure, &earlier))
            .or_else(|| scene.counted(figure))
            .or_else(|| scene.like_earlier(figure, &earlier));
        found.push(phrase);
    }
    scene.share_with_next(&figures, &mut found);
    for ((mut mention, phrase), listed) in figures.into_iter().zip(found).zip(listed) {
        if listed {
            mention.role = FigureRole::Claim; // "Conservatives 121" alone might be a flight
        }
        let counts = phrase.map(|phrase| Counted {
            phrase: document.span(phrase.start..phrase.head + 1),
            head: document.span(scene.word_start(&phrase)..phrase.head + 1),
        });
        let follows = counts.filter(|counts| {
            let between = Span::new(mention.qualified.end, counts.phrase.start.max(mention.qualified.end));
            // "($5m) deal": what closes before the noun must have opened
            let text = between.of(document.text);
            counts.phrase.start >= between.end && text.matches(')').count() <= text.matches('(').count()
        });
        let outer = follows.map_or(mention.qualified, |counts| mention.qualified.cover(counts.phrase));
        resolution.figures.push(ResolvedFigure { mention, outer, counts, said_by: None, as_of: None });
    }
}

/// What stands on a token besides its word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Nothing,
    Figure,
    Date,
    Name(NameKind),
}

/// The document as this pass reads it.
struct Scene<'d, 't> {
    document: &'d Document<'t>,
    language: &'d Language,
    /// For every token.
    marks: Vec<Mark>,
}

/// A figure's place in its sentence, in tokens.
struct Spot {
    /// The figure with the words that qualify it.
    qualified: Range<usize>,
    /// Its sentence.
    sentence: Range<usize>,
}

impl<'d, 't> Scene<'d, 't> {
    fn of(
        document: &'d Document<'t>,
        language: &'d Language,
        figures: &[FigureMention],
        resolution: &Resolution,
    ) -> Self {
        let mut marks = vec![Mark::Nothing; document.tokens.len()];
        let mut mark = |spans: &mut dyn Iterator<Item = (Span, Mark)>| {
            let mut token = 0;
            for (span, kind) in spans {
                while token < marks.len() && document.tokens[token].span.end <= span.start {
                    token += 1;
                }
                while token < marks.len() && document.tokens[token].span.start < span.end {
                    marks[token] = kind;
                    token += 1;
                }
            }
        };
        mark(&mut resolution.names.iter().map(|name| (name.span, Mark::Name(name.kind))));
        mark(&mut resolution.dates.iter().map(|date| (date.span, Mark::Date)));
        mark(&mut figures.iter().map(|figure| (figure.qualified, Mark::Figure)));
        Self { document, language, marks }
    }

    /// The rules, in order.
    fn counted(&self, figure: &FigureMention) -> Option<Phrase> {
        if figure.role == FigureRole::Label {
            return None;
        }
        let spot = self.spot(figure.qualified)?;
        if self.takes_pronoun(&spot) {
            return None; // "2 million of them": what they are stands with another figure, if at all
        }
        if let Some(glued) = self.glued(figure, &spot) {
            return glued; // before all: "a 12-page report" is no number of reports
        }
        self.after(figure, &spot) // first: the noun itself
            .or_else(|| self.become_of(figure, &spot)) // "370,000 have been wounded": no noun, but a state
            .or_else(|| self.beside(figure, &spot)) // "drugs worth $3 million": the noun right before
            .or_else(|| self.dealt(figure, &spot)) // "paid $40 for a pram": verbs that name the object
            .or_else(|| self.before_of(&spot).filter(|_| figure.kind != FigureKind::Age)) // "a fine of $3 billion": closer than any verb; "people of 65" are no count
            .or_else(|| self.changed(&spot)) // "raised its offer to $3": the object is closer than the subject
            .or_else(|| self.of_whole(figure, &spot)) // "of its members, 12 % live there": opens the sentence
            .or_else(|| self.said_of(figure, &spot)) // last: across the verb, the longest walk
    }

    /// Where the word begins that ends with the head: "spin-**offs**" is one word.
    fn word_start(&self, phrase: &Phrase) -> usize {
        let joined = |at: usize| {
            at >= phrase.start + 2
                && is_hyphen(self.document.word(at - 1))
                && self.document.is_glued(at - 1)
                && self.document.is_glued(at)
                && self.document.kind(at - 2) == Some(TokenKind::Word)
                && self.mark(at - 2) != Mark::Figure
        };
        let mut at = phrase.head;
        while joined(at) {
            at -= 2;
        }
        at
    }

    /// Where the figure stands; `None` for a span without tokens.
    fn spot(&self, span: Span) -> Option<Spot> {
        let qualified = self.document.tokens_of(span);
        let sentences = &self.document.sentences;
        let sentence =
            sentences.get(sentences.partition_point(|sentence| sentence.tokens.end <= qualified.start))?;
        (!qualified.is_empty()).then(|| Spot { qualified, sentence: sentence.tokens.clone() })
    }

    /// "370,000 have been wounded": the participle.
    fn become_of(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        /// "may well have been": auxiliaries and adverbs in one verb group.
        const LONGEST_GROUP: usize = 5;
        let counts = matches!(figure.kind, FigureKind::Cardinal | FigureKind::Range);
        let mut at = spot.qualified.end;
        let limit = spot.sentence.end.min(at + LONGEST_GROUP);
        let is_group = |at: usize| matches!(self.class(at), Some(WordClass::Auxiliary | WordClass::Adverb));
        while at < limit && is_group(at) {
            at += 1;
        }
        // "have been left homeless"
        if at > spot.qualified.end
            && self.class(at) == Some(WordClass::Verb)
            && self.state(at + 1, limit + 1).is_some()
        {
            at += 1;
        }
        if at > spot.qualified.end && counts { self.state(at, spot.sentence.end) } else { None }
    }

    /// Token `at` in lower case, "" from `end` on.
    fn word(&self, at: usize, end: usize) -> &str {
        if at < end { self.document.normal(at) } else { "" }
    }

    /// The class of token `at`; `None` for nouns, adjectives, marks, and past the end. "US" and "WHO" in
    /// capitals are names.
    fn class(&self, at: usize) -> Option<WordClass> {
        let is_acronym = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        if self.document.kind(at).is_some() && is_acronym(self.document.word(at)) {
            return None;
        }
        self.language.grammar.class(self.document.normal(at))
    }

    /// What stands on token `at`; nothing past the end.
    fn mark(&self, at: usize) -> Mark {
        self.marks.get(at).copied().unwrap_or(Mark::Nothing)
    }

    /// Whether token `at` is a word that can stand in a noun phrase.
    fn is_plain(&self, at: usize) -> bool {
        self.document.kind(at) == Some(TokenKind::Word)
            && (self.class(at).is_none() || self.is_in_compound(at))
            && !self.is_contraction(at)
            && !matches!(self.mark(at), Mark::Figure | Mark::Date)
    }

    /// "we've": a pronoun with its verb, where names keep their capital ("O'Shea").
    fn is_contraction(&self, at: usize) -> bool {
        let normal = self.document.normal(at);
        let Some((subject, _)) = normal.split_once(['\'', '’']) else { return false };
        let pronoun = self.language.grammar.class(subject) == Some(WordClass::Pronoun);
        pronoun || self.document.word(at).starts_with(char::is_lowercase)
    }

    /// Whether token `at` belongs to a word with hyphens, where its class says nothing: "under-aged".
    fn is_in_compound(&self, at: usize) -> bool {
        let joins = |hyphen: usize| {
            hyphen + 1 < self.document.tokens.len()
                && is_hyphen(self.document.word(hyphen))
                && self.document.is_glued(hyphen)
                && self.document.is_glued(hyphen + 1)
                && self.document.kind(hyphen + 1) == Some(TokenKind::Word)
        };
        let before = at.checked_sub(2).is_some_and(|word| {
            joins(at - 1)
                && self.document.kind(word) == Some(TokenKind::Word)
                && self.mark(word) != Mark::Figure
        });
        joins(at + 1) || before
    }
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‐" | "‑")
}
