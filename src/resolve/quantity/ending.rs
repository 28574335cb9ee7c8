//! Where a noun phrase ends: before a verb, a clause, a manner or a name, though their words look like nouns:
//! "suits **filed**", "lawsuits **claiming** it knew", "second seed **Ana Pohl**", "a plan **easing** trade".

use super::phrase::{LONGEST_PHRASE, Phrase};
use super::{Mark, Scene, is_hyphen};
use crate::lang::grammar::WordClass;
use crate::recognize::NameKind;
use crate::text::TokenKind;

impl Scene<'_, '_> {
    /// "of the grease **saves** the engine": what looks like a plural is a verb where a new phrase follows.
    pub fn without_verb(&self, phrase: Phrase, end: usize) -> Phrase {
        let Phrase { start, head } = phrase;
        let opens = matches!(
            self.class(head + 1),
            Some(WordClass::Determiner | WordClass::Possessive | WordClass::Pronoun)
        ) || self.language.grammar.links.has(self.word(head + 1, end))
            && self.mark(head + 1) == Mark::Figure;
        let opens = opens && self.word(head + 1, end) != self.language.grammar.that;
        let is_subject = |at: usize| self.is_plain(at) && self.mark(at) == Mark::Nothing;
        let subject = head > start && is_subject(head - 1) && is_subject(head);
        let owner = (start..head).rev().find(|&at| !matches!(self.mark(at), Mark::Name(_)));
        let named = owner.filter(|&owner| owner + 1 < head && is_subject(owner) && is_subject(head));
        let has_ending = self.document.normal(head).ends_with(self.language.grammar.plural_ending);
        if head + 1 < end && opens && subject && has_ending {
            Phrase { start, head: head - 1 }
        } else if let (Some(head), true, true) = (named, opens, has_ending) {
            Phrase { start, head } // "of the debt the bank owes them"
        } else {
            phrase
        }
    }

    /// Whether token `at` may be a verb form that ends a phrase: "suits **filed**", not "coal-**fired**".
    pub fn is_verbal(&self, at: usize) -> bool {
        let grammar = &self.language.grammar;
        let word = self.document.normal(at);
        let hyphened = at > 0 && is_hyphen(self.document.word(at - 1)) && self.document.is_glued(at);
        let ends_so = word.ends_with(grammar.participle_ending) && !grammar.not_participles.has(word);
        (ends_so || grammar.participles.has(word)) && !hyphened
    }

    /// "lawsuits **claiming** the firm knew": a participle with what belongs to it.
    pub fn opens_clause(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        if !self.is_doing(at) || next >= end || at == 0 || is_hyphen(self.document.word(at - 1)) {
            return false;
        }
        let after_plural = self.is_plain(at - 1) && self.is_plural(at - 1, end);
        let opens = matches!(
            self.class(next),
            Some(WordClass::Determiner | WordClass::Possessive | WordClass::Preposition | WordClass::Pronoun)
        );
        after_plural || opens || matches!(self.mark(next), Mark::Name(_) | Mark::Figure)
    }

    /// "second seed **Ana Pohl** won": the name of what is counted is not counted, unless a noun follows it.
    pub fn is_name_after_noun(&self, at: usize, end: usize) -> bool {
        let before = at - 1;
        let lower = |at: usize| self.document.word(at).starts_with(char::is_lowercase);
        let grammar = &self.language.grammar;
        let noun = self.document.normal(before);
        let is_noun = grammar.not_participles.has(noun) || grammar.doing_nouns.has(noun);
        let describes = !is_noun && grammar.describing_endings.iter().any(|ending| noun.ends_with(ending));
        if lower(at) || !self.is_plain(at) || !lower(before) || !self.is_plain(before) || describes {
            return false;
        }
        let limit = end.min(at + LONGEST_PHRASE);
        let next = (at..limit).find(|&at| !self.is_plain(at) || lower(at)).unwrap_or(limit);
        let person = self.mark(at) == Mark::Name(NameKind::Person);
        let leads = next < end && self.is_plain(next) && !self.is_verbal(next);
        person || !(leads || self.is_plural(next - 1, end))
    }

    /// "a plan **easing** trade": a participle after a noun, unless such nouns exist ("a bird **housing** plan").
    pub fn does(&self, at: usize) -> bool {
        let endings = self.language.grammar.describing_endings;
        let before = self.document.normal(at - 1);
        let noun = self.document.kind(at - 1) == Some(TokenKind::Word)
            && self.document.word(at - 1).starts_with(char::is_lowercase)
            && !endings.iter().any(|ending| before.ends_with(ending));
        noun && self.is_doing(at)
    }

    /// "a 3 % rise **year on year**"
    pub fn repeats(&self, at: usize, end: usize) -> bool {
        at + 2 < end
            && self.class(at + 1) == Some(WordClass::Preposition)
            && self.document.normal(at) == self.document.normal(at + 2)
    }

    /// Whether token `at` is a present participle and no noun.
    pub fn is_doing(&self, at: usize) -> bool {
        let grammar = &self.language.grammar;
        let word = self.document.normal(at);
        let named = matches!(self.mark(at), Mark::Name(_)); // "Boeing 737"
        word.ends_with(grammar.participle_of_doing) && !grammar.doing_nouns.has(word) && !named
    }

    /// "relief **urgently** for": an adverb after the noun.
    pub fn ends_in_manner(&self, at: usize, end: usize) -> bool {
        let ends_so = self.document.normal(at).ends_with(self.language.grammar.adverb_ending);
        ends_so && !(at + 1 < end && self.is_plain(at + 1))
    }
}
