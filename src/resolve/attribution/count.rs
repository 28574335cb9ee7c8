//! Figures as what is said: "documented **more than 39 deaths**", "put **the toll at 39**".
//!
//! The verbs are of saying only where a figure follows that counts something, and those of what one may have
//! achieved oneself ("recorded 3 wins") only of who keeps records of others. "39 deaths were recorded" is not read:
//! nobody says it.

use std::ops::Range;

use super::party::Party;
use super::scene::Scene;
use crate::lang::grammar::WordClass;
use crate::lang::speech::SpeechVerb;
use crate::recognize::NameKind;
use crate::text::TokenKind;

impl Scene<'_, '_> {
    /// Whether a figure that the verb can report begins at token `at`, behind the verb.
    pub fn reports_figure(&self, verb: SpeechVerb, subject: Option<&Party>, at: usize) -> bool {
        let Some(subject) = subject else { return false };
        let counts =
            verb.figure && !self.is_place(&subject.tokens) || verb.record && self.keeps_records(subject);
        self.quotation_at(at).is_none()
            && (counts && self.is_count(at) || verb.level && self.is_set_at_figure(at))
    }

    /// "**the death toll at** more than 39"
    fn is_set_at_figure(&self, at: usize) -> bool {
        /// "the number of people killed in the flood"
        const LONGEST_OBJECT: usize = 12;
        let limit = self.sentence(at).end.min(at + LONGEST_OBJECT);
        let opens = self.is_determiner(at) || self.is_possessive(at) || self.is_plain(at);
        let ends = |at: &usize| {
            self.is(*at, ",") || matches!(self.class(*at), Some(WordClass::Pronoun | WordClass::Auxiliary))
        };
        let level = (at..limit)
            .take_while(|at| !ends(at))
            .find(|&at| self.language.speech.levels.has(self.word(at)) && self.is_level(at + 1, limit));
        opens && level.is_some_and(|level| level > at)
    }

    /// A number, or the words that bound one.
    fn is_level(&self, start: usize, limit: usize) -> bool {
        const MOST_BOUNDS: usize = 3;
        let end = limit.min(start + MOST_BOUNDS);
        let is_number = |at: usize| self.document.kind(at) == Some(TokenKind::Number) && !self.is_date(at);
        (start..end).any(is_number)
    }

    /// "The health **ministry**", "the World Health **Organization**", "the **WHO**": nobody whose own deeds
    /// are counted.
    fn keeps_records(&self, subject: &Party) -> bool {
        let recorders = &self.language.speech.recorders;
        subject.tokens.clone().any(|at| recorders.has(self.word(at)) || self.is_acronym(at))
    }

    /// The letters of an organisation.
    fn is_acronym(&self, at: usize) -> bool {
        let is_name = self.name_at(at).is_some_and(|name| {
            self.names[name].kind == NameKind::Organization && self.place(name).len() == 1
        });
        let word = self.document.word(at);
        is_name && word.len() > 2 && word.chars().all(char::is_uppercase)
    }

    /// "India counted": where it was, rather than who.
    fn is_place(&self, tokens: &Range<usize>) -> bool {
        let name = self.name_at(tokens.start).filter(|&name| self.place(name) == *tokens);
        name.is_some_and(|name| self.names[name].kind == NameKind::Place)
    }
}
