//! Noun phrases that begin at or after a figure, by closed-class words and the plural ending.

use super::{Mark, Scene, is_hyphen};
use crate::lang::grammar::WordClass;
use crate::recognize::NameKind;

/// A phrase, in tokens; it ends with its head.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub start: usize,
    pub head: usize,
}

/// Longer runs of plain words before a plural are not one phrase.
const LONGEST_PHRASE: usize = 7;

/// "all of the first two hundred and fifty": more words before a noun are a row of figures, which each of
/// them would walk to its end.
const MOST_OPENERS: usize = 10;

/// A head in the singular is only believed at the end of a short run: the longer the run, the likelier
/// that one of its words is a verb.
const LONGEST_SINGULAR: usize = 3;

impl Scene<'_, '_> {
    /// The phrase after "of": "its soldiers", "occupied territory", "the country's 40 mines".
    pub fn phrase_of(&self, mut at: usize, end: usize) -> Option<Phrase> {
        let limit = end.min(at + MOST_OPENERS);
        while at < limit && self.opens_phrase(at, end) {
            at += 1;
        }
        self.plural(at, end).or_else(|| self.singular(at, end))
    }

    /// Whether token `at` is a determiner, a possessive or a figure before a noun.
    pub fn opens_phrase(&self, at: usize, end: usize) -> bool {
        at < end
            && (matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive))
                || self.marks[at] == Mark::Figure)
    }

    /// The phrase that ends in the first plural: "different road bosses".
    pub fn plural(&self, at: usize, end: usize) -> Option<Phrase> {
        let start = self.skip_adverbs(at, end);
        let limit = end.min(start + LONGEST_PHRASE);
        let mut head = None;
        let mut index = start;
        while index < limit {
            if self.is_plain(index) {
                match self.is_plural(index, end) {
                    true => head = Some(index),
                    false if head.is_some() => break,
                    false => {}
                }
            } else if head.is_some() || !self.joins(index, start, end) {
                break;
            }
            index += 1;
        }
        head.map(|head| Phrase { start: self.after_possessive(start, head), head })
    }

    /// The phrase that ends where a short run of plain words ends: "proxy war", "fine".
    pub fn singular(&self, at: usize, end: usize) -> Option<Phrase> {
        let mut start = self.skip_adverbs(at, end);
        if is_hyphen(self.word(start, end)) {
            start += 1;
        }
        let mut index = start;
        let mut words = 0;
        let mut head = None;
        while index < end {
            if self.is_plain(index) && (words == 0 || !self.is_verbal(index)) {
                words += 1;
                head = Some(index);
            } else if !(head.is_some() && self.joins_tightly(index, end)) {
                break;
            } else if self.class(index) == Some(WordClass::Possessive) {
                words = 0;
                head = None;
            }
            if words > LONGEST_SINGULAR {
                return None;
            }
            index += 1;
        }
        let head = head.filter(|&head| !self.is_weak(head) && !self.is_verbal(head))?;
        Some(Phrase { start: self.after_possessive(start, head), head })
    }

    /// A noun without any opener, in lower case: "in **aid**", not "in Kenya", "in the end".
    pub fn bare(&self, at: usize, end: usize) -> Option<Phrase> {
        let is_lower =
            !self.word(at, end).is_empty() && self.document.word(at).starts_with(char::is_lowercase);
        if !is_lower || !self.is_plain(at) {
            return None;
        }
        self.plural(at, end).or_else(|| self.singular(at, end))
    }

    /// What things or people have become: "wounded", "dead".
    pub fn state(&self, at: usize, end: usize) -> Option<Phrase> {
        let is_state = self.language.grammar.participles.has(self.word(at, end));
        let describes =
            self.is_inside(at + 1, end) && (self.is_plain(at + 1) || is_hyphen(self.word(at + 1, end)));
        (is_state && !describes).then_some(Phrase { start: at, head: at })
    }

    /// Whether token `at` is a noun in the plural, and not the owner of what follows.
    pub fn is_plural(&self, at: usize, end: usize) -> bool {
        let grammar = &self.language.grammar;
        let word = self.document.normal(at);
        let owns = matches!(self.word(at + 1, end), "'s" | "'" | "’") && self.document.is_glued(at + 1);
        let named = matches!(self.marks[at], Mark::Name(NameKind::Place | NameKind::Person));
        let ends = word.ends_with(grammar.plural_ending)
            && word.len() > grammar.plural_ending.len() + 1
            && !grammar.never_plural_endings.iter().any(|ending| word.ends_with(ending))
            && !grammar.not_plural.has(word);
        !owns && !named && (ends || grammar.plurals.has(word)) && !self.is_weak(at)
    }

    /// Whether token `at` says only that something is counted.
    pub fn is_weak(&self, at: usize) -> bool {
        self.language.grammar.weak_heads.has(self.document.normal(at))
    }

    fn is_inside(&self, at: usize, end: usize) -> bool {
        at < end
    }

    /// Whether token `at` may be a verb form that ends a phrase.
    fn is_verbal(&self, at: usize) -> bool {
        self.document.normal(at).ends_with(self.language.grammar.participle_ending)
    }

    fn skip_adverbs(&self, mut at: usize, end: usize) -> usize {
        while at < end && self.class(at) == Some(WordClass::Adverb) {
            at += 1;
        }
        at
    }

    /// What may stand between the words of a phrase before its plural: "small and medium", "new 737 Max".
    fn joins(&self, at: usize, start: usize, end: usize) -> bool {
        let opens = at == start && is_hyphen(self.document.word(at));
        let both = self.class(at) == Some(WordClass::Conjunction) && at > start;
        let figure = at > start && self.marks[at] == Mark::Figure && self.is_plain(at - 1);
        opens || figure || self.joins_tightly(at, end) || (both && at + 1 < end && self.is_plain(at + 1))
    }

    /// A hyphen inside a word, a possessive.
    fn joins_tightly(&self, at: usize, end: usize) -> bool {
        let word = self.document.word(at);
        let hyphen = is_hyphen(word) && self.document.is_glued(at) && self.document.is_glued(at + 1);
        let owner = matches!(self.document.normal(at), "'s" | "'" | "’") && self.document.is_glued(at);
        hyphen || (owner && at + 1 < end)
    }

    /// The start of the phrase proper: after the last possessive before its head.
    fn after_possessive(&self, start: usize, head: usize) -> usize {
        let owner = (start..head).rev().find(|&at| matches!(self.document.normal(at), "'s" | "'" | "’"));
        let start = owner.map_or(start, |at| at + 1);
        if is_hyphen(self.document.word(start)) && start < head { start + 1 } else { start }
    }
}
