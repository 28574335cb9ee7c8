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
        // The words that bound the figure may begin with it: "of around 60 %".
        let bounds = self.document.normal(spot.qualified.start) == self.language.grammar.of;
        let of =
            spot.qualified.start.checked_sub(usize::from(!bounds)).filter(|&at| at > spot.sentence.start)?;
        let noun = of - 1;
        let is_noun = self.is_plain(noun)
            && !self.is_weak(noun)
            && !self.is_verbal(noun)
            && !self.is_owner(noun, spot.sentence.end);
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
                return (!self.is_noun_here(at, stop)).then_some(at);
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

    /// "in the **top** 20": after a determiner the word is no verb.
    fn is_noun_here(&self, at: usize, stop: usize) -> bool {
        let opener =
            at > stop && matches!(self.class(at - 1), Some(WordClass::Determiner | WordClass::Possessive));
        opener && self.class(at) != Some(WordClass::Auxiliary)
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
            if word == grammar.existential {
                return None;
            }
            // "the forecast fell": after a determiner such a word is the noun.
            let is_noun =
                self.class(at).is_none() && at > start && self.class(at - 1) == Some(WordClass::Determiner);
            let in_group = in_group && !is_noun;
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
            if first < last && self.opens_subject(first, start) {
                break;
            }
        }
        while first <= last && self.marks[first] == Mark::Date {
            first += 1;
        }
        if first > last {
            return None;
        }
        if self.language.grammar.absolute_openers.has(self.document.normal(first)) && first < last {
            first += 1;
        }
        let starts_with_link = self.class(first) == Some(WordClass::Preposition);
        let mut from = first;
        let mut head = last;
        if !starts_with_link {
            let ends_head = |at: &usize| {
                self.class(*at) == Some(WordClass::Preposition)
                    || (*at > first && (self.opens_clause(*at, last + 1) || self.is_done(*at)))
            };
            while let Some(link) = (from..last).find(ends_head) {
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
        let is_good = head >= first && self.is_plain(head) && !self.is_weak(head) && !self.is_verbal(head);
        is_good.then(|| self.leftwards(head, first))
    }

    /// "suggest **the** average price of a house": where no preposition leads to it, an article begins the
    /// subject.
    fn opens_subject(&self, at: usize, start: usize) -> bool {
        let before = at.checked_sub(1).filter(|&at| at >= start);
        self.class(at) == Some(WordClass::Determiner)
            && before.is_some_and(|at| {
                let crossed = matches!(self.marks[at], Mark::Figure | Mark::Date);
                crossed || (self.is_plain(at) && self.marks[at] == Mark::Nothing)
            })
    }

    /// "films **produced** in Spain": a participle with what belongs to it.
    fn is_done(&self, at: usize) -> bool {
        self.is_verbal(at) && self.is_plain(at - 1) && self.class(at + 1) == Some(WordClass::Preposition)
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
    pub fn leftwards(&self, head: usize, start: usize) -> Phrase {
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
