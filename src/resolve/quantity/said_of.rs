//! Nouns before a figure: "a fine of $3 billion", "exports fell by 3 %", "the price is now $60".

use super::phrase::Phrase;
use super::{Mark, Scene, Spot, is_hyphen};
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention, NameKind};
use crate::text::TokenKind;

/// Between a verb and its figure stand a few words and perhaps another figure.
const LONGEST_LINK: usize = 14;
/// Longer subjects are not walked: what is so far away is rarely what is meant.
const LONGEST_SUBJECT: usize = 24;

impl Scene<'_, '_> {
    /// "turnout of 62 %": the noun before "of".
    pub fn before_of(&self, spot: &Spot) -> Option<Phrase> {
        let of = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let noun = of - 1;
        let is_noun = self.is_plain(noun) && !self.is_weak(noun) && !self.is_owner(noun, spot.sentence.end);
        let linked = self.document.normal(of) == self.language.grammar.of;
        (linked && is_noun).then(|| self.leftwards(noun, spot.sentence.start))
    }

    /// The subject of a verb that tells a quantity, before the figure.
    pub fn said_of(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let kinds = [
            FigureKind::Percent,
            FigureKind::PercentagePoint,
            FigureKind::Money,
            FigureKind::Measure,
            FigureKind::Temperature,
            FigureKind::Multiple,
            FigureKind::Fraction,
            FigureKind::Cardinal,
            FigureKind::Range,
        ];
        if !kinds.contains(&figure.kind) {
            return None;
        }
        let verb = self.level_verb(spot)?;
        let subject = self.before_verb(verb, spot.sentence.start)?;
        let head = self.subject_head(subject, spot.sentence.start)?;
        let is_person = self.language.titles.nouns.get(self.document.normal(head.head)).is_some()
            || self.marks[head.head] == Mark::Name(NameKind::Person);
        let counts = matches!(figure.kind, FigureKind::Cardinal | FigureKind::Range);
        (!(counts && is_person)).then_some(head)
    }

    /// The verb before the figure, across the words that link them and other figures of the same verb.
    fn level_verb(&self, spot: &Spot) -> Option<usize> {
        let grammar = &self.language.grammar;
        let stop = spot.sentence.start.max(spot.qualified.start.saturating_sub(LONGEST_LINK));
        // The figure itself may begin with what is a verb and a bound at once ("exceeded 3 %").
        let first = spot.qualified.start;
        if grammar.level_verbs.has(self.document.normal(first))
            && self.class(first) != Some(WordClass::Preposition)
        {
            return Some(first);
        }
        for at in (stop..spot.qualified.start).rev() {
            let word = self.document.normal(at);
            if grammar.level_verbs.has(word) && self.marks[at] != Mark::Figure {
                return Some(at);
            }
            let crossed = |at: usize| matches!(self.marks[at], Mark::Figure | Mark::Date);
            // "by 4 % in May and 3 % in June": other figures of the same verb, and their dates.
            let joins = match self.class(at) {
                Some(WordClass::Conjunction) => at > stop && crossed(at - 1),
                Some(WordClass::Preposition) => self.marks[at + 1] == Mark::Date,
                _ => false,
            };
            if !(joins || grammar.links.has(word) || crossed(at)) {
                return None;
            }
        }
        None
    }

    /// The last token of the subject, across auxiliaries and "expected to".
    fn before_verb(&self, verb: usize, start: usize) -> Option<usize> {
        let grammar = &self.language.grammar;
        let mut at = verb;
        for _ in 0..LONGEST_LINK {
            at = at.checked_sub(1).filter(|&at| at >= start)?;
            let word = self.document.normal(at);
            let in_group = grammar.verb_group.has(word)
                || (word == grammar.infinitive && at + 1 == verb)
                || matches!(self.class(at), Some(WordClass::Auxiliary | WordClass::Adverb));
            if !in_group {
                return Some(at);
            }
        }
        None
    }

    /// The head of the subject that ends at token `last`: its last word before the first preposition.
    fn subject_head(&self, last: usize, start: usize) -> Option<Phrase> {
        let stop = start.max((last + 1).saturating_sub(LONGEST_SUBJECT));
        let mut first = last + 1;
        while first > stop && self.is_subject_part(first - 1) {
            first -= 1;
        }
        while first <= last && self.marks[first] == Mark::Date {
            first += 1;
        }
        if first > last {
            return None;
        }
        let starts_with_link = self.class(first) == Some(WordClass::Preposition);
        let mut from = first;
        let mut head = last;
        if !starts_with_link {
            while let Some(link) = (from..last).find(|&at| self.class(at) == Some(WordClass::Preposition)) {
                head = link.checked_sub(1)?;
                let is_of = self.document.normal(link) == self.language.grammar.of;
                if head >= first && self.is_weak(head) && is_of {
                    from = link + 1;
                    head = last;
                } else {
                    break;
                }
            }
        }
        let is_good = head >= first && self.is_plain(head) && !self.is_weak(head);
        is_good.then(|| self.leftwards(head, first))
    }

    /// Whether token `at` can belong to a subject: no end of a clause.
    fn is_subject_part(&self, at: usize) -> bool {
        let is_mark = self.document.kind(at) == Some(TokenKind::Mark);
        let inside = is_mark && (is_hyphen(self.document.word(at)) || self.document.word(at) == "&");
        let ends_clause = matches!(
            self.class(at),
            Some(
                WordClass::Relative
                    | WordClass::Conjunction
                    | WordClass::Verb
                    | WordClass::Auxiliary
                    | WordClass::Pronoun
                    | WordClass::Adverb
            )
        );
        let owner = matches!(self.document.normal(at), "'s" | "'" | "’");
        (!is_mark || inside || owner) && !ends_clause
    }

    /// The phrase that ends at `head`, back to what opens it.
    fn leftwards(&self, head: usize, start: usize) -> Phrase {
        /// As far as a phrase of modifiers goes.
        const MOST_MODIFIERS: usize = 4;
        let mut first = head;
        while first > start && head - first < MOST_MODIFIERS {
            let before = first - 1;
            let hyphen = is_hyphen(self.document.word(before)) && self.document.is_glued(before);
            if !(self.is_plain(before) || hyphen) {
                break;
            }
            first = before;
        }
        if is_hyphen(self.document.word(first)) {
            first += 1;
        }
        Phrase { start: first, head }
    }

    fn is_owner(&self, at: usize, end: usize) -> bool {
        matches!(self.word(at + 1, end), "'s" | "'" | "’")
    }
}
