//! Noun phrases that begin at or after a figure, by closed-class words and the plural ending.

use super::{Mark, Scene, is_hyphen};
use crate::lang::grammar::WordClass;
use crate::recognize::NameKind;
use crate::text::TokenKind;

/// A phrase, in tokens; it ends with its head.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub start: usize,
    pub head: usize,
}

/// Longer runs of plain words before a plural are not one phrase.
pub(super) const LONGEST_PHRASE: usize = 7;

/// "all of the first two hundred and fifty": more words before a noun are a row of figures, which each of
/// them would walk to its end.
const MOST_OPENERS: usize = 10;

/// A head in the singular is only believed at the end of a short run: the longer the run, the likelier
/// that one of its words is a verb.
const LONGEST_SINGULAR: usize = 4;

impl Scene<'_, '_> {
    /// The phrase after "of": "its soldiers", "occupied territory", "the country's 40 mines".
    pub fn phrase_of(&self, mut at: usize, end: usize) -> Option<Phrase> {
        let limit = end.min(at + MOST_OPENERS);
        while at < limit && self.opens_phrase(at, end) {
            at += 1;
        }
        // "a used pram"
        let used = self.class(at) == Some(WordClass::Verb) && self.is_verbal(at);
        at += usize::from(used && at > 0 && self.opens_phrase(at - 1, end) && self.is_plain(at + 1));
        // "half of the six miles": the noun is part of that figure.
        if at < end && at > 0 && self.is_measure_end(at - 1) {
            return None;
        }
        let several = at > 0 && self.language.grammar.plural_determiners.has(self.document.normal(at - 1));
        let single = || if several { None } else { self.singular(at, end) };
        let phrase = self.plural(at, end).or_else(single).or_else(|| self.whole(at, end))?;
        Some(self.with_noun(self.without_verb(phrase, end), end))
    }

    /// "of the **total**": a noun that counts for itself where nothing says of what.
    pub fn whole(&self, at: usize, end: usize) -> Option<Phrase> {
        let is_whole = self.language.grammar.wholes.has(self.word(at, end))
            && self.word(at + 1, end) != self.language.grammar.of
            && !self.is_plain(at + 1);
        is_whole.then_some(Phrase { start: at, head: at })
    }

    /// "of the electronics **market** is": a plural before the noun of which something is said.
    fn with_noun(&self, phrase: Phrase, end: usize) -> Phrase {
        let next = phrase.head + 1;
        let is_noun = self.is_plain(next) && !self.is_verbal(next) && self.mark(next) == Mark::Nothing;
        let said = next + 1 < end && self.class(next + 1) == Some(WordClass::Auxiliary);
        if next < end && is_noun && said { Phrase { head: next, ..phrase } } else { phrase }
    }

    /// What a mass consists of, up to the next: "tonnes of **zinc** and alloys".
    pub fn mass(&self, at: usize, end: usize) -> Option<Phrase> {
        self.phrase_of(at, self.before_conjunction(at, end))
    }

    pub fn before_conjunction(&self, at: usize, end: usize) -> usize {
        let limit = end.min(at + LONGEST_PHRASE);
        (at..limit).find(|&at| self.class(at) == Some(WordClass::Conjunction)).unwrap_or(end)
    }

    /// Whether token `at` ends a figure with its unit: the word before the noun is then that unit.
    fn is_measure_end(&self, at: usize) -> bool {
        let units = &self.language.units.names;
        let hyphened = at > 0 && is_hyphen(self.document.word(at - 1));
        // "a **second** line" is no time: a unit has its number before it
        let measures = at > 0 && self.mark(at - 1) == Mark::Figure;
        self.mark(at) == Mark::Figure && measures && units.has(self.document.normal(at)) && !hyphened
    }

    /// Whether token `at` is a determiner, a possessive or a figure before a noun.
    pub fn opens_phrase(&self, at: usize, end: usize) -> bool {
        at < end
            && (matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive))
                || self.mark(at) == Mark::Figure)
    }

    /// The phrase that ends in the first plural: "different road bosses".
    pub fn plural(&self, at: usize, end: usize) -> Option<Phrase> {
        let start = self.skip_ranks(self.skip_adverbs(at, end), end);
        let limit = end.min(start + LONGEST_PHRASE);
        let mut head = None;
        let mut index = start;
        while index < limit {
            if self.is_noun_verb(index) && head.is_none() {
                head = Some(index).filter(|&index| self.is_plural(index, end));
            } else if self.is_plain(index) {
                let ends_before = (index > start && self.opens_clause(index, end))
                    || (head.is_some() && !self.goes_on(index, head, end));
                if ends_before {
                    break;
                }
                head = if self.is_plural(index, end) { Some(index) } else { head };
            } else if head.is_some() || !self.joins(index, start, end) {
                break;
            }
            index += 1;
        }
        head.map(|head| Phrase { start: self.after_possessive(start, head), head })
    }

    /// Whether the phrase goes on after its first plural: with another one, or inside one name. What people
    /// have become comes after them: "twelve people **dead**".
    fn goes_on(&self, at: usize, head: Option<usize>, end: usize) -> bool {
        let named = |at: usize| matches!(self.mark(at), Mark::Name(_));
        let is_one_name = head.is_some_and(|head| (head..=at).all(named));
        let is_state = self.language.grammar.participles.has(self.document.normal(at));
        let is_subject = self.language.grammar.next_subjects.has(self.document.normal(at));
        is_one_name || (self.is_plural(at, end) && !is_state && !is_subject)
    }

    /// Whether token `at` is a verb elsewhere and a noun after a number.
    pub fn is_noun_verb(&self, at: usize) -> bool {
        self.language.grammar.nominal_verbs.has(self.document.normal(at)) && self.mark(at) == Mark::Nothing
    }

    /// The phrase that ends where a short run of plain words ends: "proxy war", "fine".
    pub fn singular(&self, at: usize, end: usize) -> Option<Phrase> {
        let mut start = self.skip_adverbs(at, end);
        if is_hyphen(self.word(start, end)) || is_quote(self.word(start, end)) {
            start += 1;
        }
        let mut index = start;
        let mut words = 0;
        let mut head = None;
        while index < end {
            let manner = head.is_some()
                && (self.ends_in_manner(index, end) || self.does(index) || self.repeats(index, end));
            if manner || (head.is_some() && self.is_name_after_noun(index, end)) {
                break;
            } else if self.is_noun_verb(index) && self.class(index).is_some() {
                head = Some(index);
                break;
            } else if self.is_plain(index)
                && (words == 0 || !self.is_verbal(index) && !self.opens_clause(index, end))
            {
                words += usize::from(!is_hyphen(self.document.word(index.saturating_sub(1))));
                head = Some(index);
            } else if head.is_none() && index > start && self.class(index) == Some(WordClass::Adverb) {
                // "the country's overall use"
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
        let head = head.map(|head| self.before_compound(head, start));
        let dimension =
            |head: usize| head == start && self.language.grammar.dimensions.has(self.document.normal(head));
        let head = head.filter(|&head| !self.is_weak(head) && !self.is_verbal(head) && !dimension(head))?;
        Some(Phrase { start: self.after_possessive(start, head), head })
    }

    /// "an investigation **code-named**": a compound that is a participle describes the noun before it.
    fn before_compound(&self, head: usize, start: usize) -> usize {
        let joined = head >= start + 3
            && is_hyphen(self.document.word(head - 1))
            && self.document.normal(head).ends_with(self.language.grammar.participle_ending)
            && !self.language.grammar.not_participles.has(self.document.normal(head));
        if joined && self.is_plain(head - 3) { head - 3 } else { head }
    }

    /// A noun without any opener, in lower case: "in **aid**", not "in Kenya", "in the end".
    pub fn bare(&self, at: usize, end: usize) -> Option<Phrase> {
        let is_lower =
            !self.word(at, end).is_empty() && self.document.word(at).starts_with(char::is_lowercase);
        if !is_lower || !self.is_plain(at) {
            return None;
        }
        let end = self.before_conjunction(at, end);
        self.plural(at, end).or_else(|| self.singular(at, end))
    }

    /// What things or people have become: "wounded", "dead".
    pub fn state(&self, at: usize, end: usize) -> Option<Phrase> {
        let is_state = self.language.grammar.participles.has(self.word(at, end));
        let describes =
            self.is_inside(at + 1, end) && (self.is_plain(at + 1) || is_hyphen(self.word(at + 1, end)));
        // "three **made** 30", "two **lost** their homes": with an object it is a verb
        let acts = self.class(at) == Some(WordClass::Verb)
            && at + 1 < end
            && self.mark(at + 1) != Mark::Date
            && (self.mark(at + 1) == Mark::Figure
                || matches!(
                    self.class(at + 1),
                    Some(WordClass::Determiner | WordClass::Possessive | WordClass::Pronoun)
                ));
        (is_state && !describes && !acts).then_some(Phrase { start: at, head: at })
    }

    /// Whether token `at` is a noun in the plural, and not the owner of what follows.
    pub fn is_plural(&self, at: usize, end: usize) -> bool {
        let grammar = &self.language.grammar;
        let word = self.document.normal(at);
        let owns = matches!(self.word(at + 1, end), "'s" | "'" | "’") && self.document.is_glued(at + 1);
        let ends_so = |at: usize| {
            at < end && self.is_plain(at) && self.document.normal(at).ends_with(grammar.plural_ending)
        };
        // "gold medallist": what is a plural alone describes before any noun
        let before_noun = |at: usize| at < end && self.is_plain(at) && !self.is_verbal(at);
        let modifies = grammar.modifiers.has(word)
            && (ends_so(at + 1) || ends_so(at + 2) || (grammar.plurals.has(word) && before_noun(at + 1)));
        // "22 Iraqis" are people whatever the name was taken for; "two Paris hotels" are not
        let alone = |at: usize| at >= end || !matches!(self.mark(at), Mark::Name(_));
        let is_one = at == 0 || (!matches!(self.mark(at - 1), Mark::Name(_)) && alone(at + 1));
        let counted = at > 0
            && (self.mark(at - 1) == Mark::Figure
                || self.class(at - 1) == Some(WordClass::Adverb)
                || self.document.normal(at - 1) == grammar.of);
        let named =
            matches!(self.mark(at), Mark::Name(NameKind::Place | NameKind::Person)) && !(is_one && counted);
        let ends = word.ends_with(grammar.plural_ending)
            && word.len() > grammar.plural_ending.len() + 1
            && !grammar.never_plural_endings.iter().any(|ending| word.ends_with(ending))
            && !grammar.not_plural.has(word);
        !owns && !named && !modifies && (ends || grammar.plurals.has(word)) && !self.is_weak(at)
    }

    /// Whether token `at` says only that something is counted.
    pub fn is_weak(&self, at: usize) -> bool {
        self.language.grammar.weak_heads.has(self.document.normal(at))
    }

    fn is_inside(&self, at: usize, end: usize) -> bool {
        at < end
    }

    /// Past an ordinal and a size before a noun: "ten **first** responders", "two **12-page** letters".
    fn skip_ranks(&self, at: usize, end: usize) -> usize {
        let is_figure = |at: usize| at < end && self.mark(at) == Mark::Figure;
        let mut next = at;
        while is_figure(next) && next < at + LONGEST_PHRASE {
            next += 1;
        }
        // "12-**page**"
        let glued = next > at && next + 1 < end && self.joins_tightly(next, end);
        if glued { next + 2 } else { next }
    }

    fn skip_adverbs(&self, mut at: usize, end: usize) -> usize {
        let passes = |at: usize| {
            self.class(at) == Some(WordClass::Adverb)
                || self.language.grammar.after_numbers.has(self.document.normal(at))
        };
        while at < end && passes(at) {
            at += 1;
        }
        at
    }

    /// What may stand between the words of a phrase before its plural: "small and medium", "new 737 Max".
    fn joins(&self, at: usize, start: usize, end: usize) -> bool {
        let opens = at == start && is_hyphen(self.document.word(at));
        let both = self.class(at) == Some(WordClass::Conjunction) && at > start;
        let owned = |at: usize| self.class(at) == Some(WordClass::Possessive);
        let inside = |at: usize| self.is_plain(at) || owned(at) || self.mark(at) == Mark::Figure;
        let figure = at > start && self.mark(at) == Mark::Figure && inside(at - 1);
        let quote = is_quote(self.document.word(at)) && at + 1 < end && self.is_plain(at + 1);
        opens
            || figure
            || quote
            || self.describes_inside(at, start, end)
            || self.joins_tightly(at, end)
            || (both && at + 1 < end && self.is_plain(at + 1))
    }

    /// "ten **outside** directors", "two **newly found** flaws": words of other classes before a noun.
    fn describes_inside(&self, at: usize, start: usize, end: usize) -> bool {
        let grammar = &self.language.grammar;
        let before_noun = at + 1 < end && self.is_plain(at + 1);
        let preposition = grammar.inner_prepositions.has(self.document.normal(at));
        // "ten **reported** thefts", after the verb of the clause; not "Ten reported thefts"
        let near = at.saturating_sub(LONGEST_PHRASE)..at;
        let opens = near.rev().find(|&at| self.mark(at) != Mark::Figure);
        let first =
            opens.is_none_or(|at| matches!(self.document.word(at), "." | "\"" | "“" | ";" | "!" | "?"));
        let reported = at == start
            && !first
            && before_noun
            && self.class(at) == Some(WordClass::Verb)
            && self.document.normal(at).ends_with(grammar.participle_ending)
            && (self.is_plural(at + 1, end) || (at + 2 < end && self.is_plural(at + 2, end)));
        let past = |at: usize| {
            self.class(at) == Some(WordClass::Verb)
                || self.document.normal(at).ends_with(grammar.participle_ending)
        };
        let adverb = at > start && at + 1 < end && self.class(at) == Some(WordClass::Adverb) && past(at + 1);
        let manner = at > start && {
            let ends_so = self.document.normal(at - 1).ends_with(grammar.adverb_ending);
            past(at) && (ends_so || self.class(at - 1) == Some(WordClass::Adverb))
        };
        adverb || reported || (before_noun && (preposition || manner))
    }

    /// A hyphen inside a word, a possessive.
    fn joins_tightly(&self, at: usize, end: usize) -> bool {
        let word = self.document.word(at);
        let hyphen = is_hyphen(word) && self.document.is_glued(at) && self.document.is_glued(at + 1);
        let owner = matches!(self.document.normal(at), "'s" | "'" | "’") && self.document.is_glued(at);
        // "Covid-19"
        let number = self.document.kind(at) == Some(TokenKind::Number)
            && self.document.is_glued(at)
            && is_hyphen(self.document.word(at.saturating_sub(1)))
            && self.document.kind(at.saturating_sub(2)) == Some(TokenKind::Word);
        hyphen || number || (owner && at + 1 < end)
    }

    /// The start of the phrase proper: after the last possessive before its head, and after a number there.
    fn after_possessive(&self, start: usize, head: usize) -> usize {
        let owner = (start..head).rev().find(|&at| matches!(self.document.normal(at), "'s" | "'" | "’"));
        let mut start = owner.map_or(start, |at| at + 1);
        while start < head && self.mark(start) == Mark::Figure {
            start += 1;
        }
        if is_hyphen(self.document.word(start)) && start < head { start + 1 } else { start }
    }
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”")
}
