//! The text as one who looks for antecedents sees it: clauses, quotations, and the part that every named
//! person plays in the clause.
//!
//! "When **Ann** (subject) met **Bo**'s (owner) brother, she spoke of **Cy** (after a preposition)." It is
//! no parser: it looks at a few words before and after each name, and where they say nothing the part is
//! [`Part::Other`].

use std::ops::Range;

use super::super::{Resolution, ResolvedReference};
use crate::lang::Language;
use crate::lang::grammar::WordClass;
use crate::recognize::NameKind;
use crate::text::{Document, TokenKind};

/// Titles, brackets and adverbs beside a name are looked through so far.
const LOOK: usize = 12;
/// Between a conjunction and the subject of its clause stand at most so many adverbs.
const ADVERBS: usize = 3;

/// What a name or pronoun does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before the verb.
    Subject,
    /// With 's.
    Owner,
    /// After a preposition.
    Oblique,
    /// An object, an apposition, or not known.
    Other,
}

/// Where a token stands.
#[derive(Clone, Copy, Default)]
pub struct Place {
    /// Number of its sentence.
    pub sentence: usize,
    /// Number of its clause.
    pub clause: usize,
    /// Whether it stands in quotation marks.
    pub is_quoted: bool,
    /// Whether it stands in round brackets.
    is_bracketed: bool,
    /// Index of the name it belongs to, counted from 1.
    name: usize,
}

/// A person's name in the text.
pub struct Mention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whose name.
    pub entity: usize,
    /// What it does in its clause.
    pub part: Part,
    /// "Ann and Bo": one of several in one place.
    pub is_coordinated: bool,
    /// "(Ann)"
    pub is_bracketed: bool,
}

/// A document with the places of its tokens and the people named in it.
pub struct Scene<'s, 't> {
    /// The text.
    pub document: &'s Document<'t>,
    /// Its words.
    pub language: &'s Language,
    /// For every token.
    pub places: Vec<Place>,
    /// The names of people, in text order.
    pub people: Vec<Mention>,
    /// The tokens of all names, in text order.
    names: Vec<Range<usize>>,
}

impl<'s, 't> Scene<'s, 't> {
    /// Reads the document.
    pub fn of(document: &'s Document<'t>, language: &'s Language, resolution: &Resolution) -> Self {
        let mut scene = Self {
            document,
            language,
            places: vec![Place::default(); document.tokens.len()],
            people: Vec::new(),
            names: Vec::with_capacity(resolution.names.len()),
        };
        for (index, name) in resolution.names.iter().enumerate() {
            let tokens = document.tokens_of(name.span);
            scene.places[tokens.clone()].iter_mut().for_each(|place| place.name = index + 1);
            scene.names.push(tokens);
        }
        scene.number_sentences();
        scene.number_clauses();
        for (index, name) in resolution.names.iter().enumerate() {
            if name.kind == NameKind::Person && !scene.names[index].is_empty() {
                let mention = scene.mention(scene.names[index].clone(), name.entity);
                scene.people.push(mention);
            }
        }
        scene
    }

    /// Adds mentions of people that are no names: "the mayor".
    pub fn add_people(&mut self, references: &[(usize, ResolvedReference)], resolution: &Resolution) {
        for &(entity, ResolvedReference { span, .. }) in references {
            let tokens = self.document.tokens_of(span);
            if resolution.entities[entity].kind == NameKind::Person && !tokens.is_empty() {
                let mention = self.mention(tokens, entity);
                self.people.push(mention);
            }
        }
        self.people.sort_by_key(|person| person.tokens.start);
    }

    /// Whether token `at` belongs to a name.
    pub fn is_name(&self, at: usize) -> bool {
        self.places.get(at).is_some_and(|place| place.name > 0)
    }

    /// The class of token `at`.
    pub fn class(&self, at: usize) -> Option<WordClass> {
        self.language.grammar.class(self.document.normal(at))
    }

    /// The tokens of the sentence of token `at`.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        self.document.sentences[self.places[at].sentence].tokens.clone()
    }

    /// Sentences; brackets, which do not reach past them; quotation marks, which do not reach past their paragraph.
    fn number_sentences(&mut self) {
        let mut is_quoted = false;
        let mut paragraph = None;
        for (number, sentence) in self.document.sentences.iter().enumerate() {
            if paragraph.replace(sentence.paragraph) != Some(sentence.paragraph) {
                is_quoted = false;
            }
            let mut is_bracketed = false;
            for at in sentence.tokens.clone() {
                let word = self.document.word(at);
                let doubled = at > 0 && self.document.is_glued(at) && self.document.word(at - 1) == word;
                let closes = word == "”" || (word == "'" && doubled);
                match word {
                    "“" => is_quoted = true,
                    "\"" => is_quoted = !is_quoted,
                    "`" if doubled => is_quoted = true,
                    _ => {}
                }
                self.places[at].sentence = number;
                self.places[at].is_quoted = is_quoted;
                is_bracketed = (is_bracketed || word == "(") && word != ")";
                self.places[at].is_bracketed = is_bracketed;
                is_quoted &= !closes;
            }
        }
    }

    fn number_clauses(&mut self) {
        let mut clause = 0;
        let mut sentence = None;
        for at in 0..self.places.len() {
            let own = self.places[at].sentence;
            if sentence.replace(own) != Some(own) || self.opens_clause(at) {
                clause += 1;
            }
            self.places[at].clause = clause;
        }
    }

    fn opens_clause(&self, at: usize) -> bool {
        let word = self.document.normal(at);
        if matches!(word, ";" | ":" | "—" | "–") || self.language.references.clause_openers.has(word) {
            return true;
        }
        if word != "," && self.class(at) != Some(WordClass::Conjunction) {
            return false;
        }
        let mut next = at + 1;
        while next <= at + ADVERBS
            && matches!(self.class(next), Some(WordClass::Adverb | WordClass::Conjunction))
        {
            next += 1;
        }
        match self.places.get(next) {
            Some(place) if place.name > 0 => self.is_verb(self.names[place.name - 1].end),
            Some(_) => self.class(next) == Some(WordClass::Pronoun),
            None => false,
        }
    }

    /// Whether token `at` looks like a finite verb.
    pub fn is_verb(&self, at: usize) -> bool {
        if at >= self.places.len() {
            return false;
        }
        let word = self.document.normal(at);
        match self.class(at) {
            Some(WordClass::Verb | WordClass::Auxiliary) => true,
            _ if self.language.references.past_forms.has(word) => true,
            None => {
                let grammar = &self.language.grammar;
                self.document.word(at).starts_with(char::is_lowercase)
                    && !self.is_name(at)
                    && word.len() > 3
                    && (word.ends_with(grammar.participle_ending) || word.ends_with(grammar.plural_ending))
            }
            _ => false,
        }
    }

    fn mention(&self, tokens: Range<usize>, entity: usize) -> Mention {
        let bounds = self.sentence(tokens.start);
        let inside = |at: usize| bounds.contains(&at);
        let joins = |at: usize| self.language.references.coordinators.has(self.document.normal(at));
        let before = tokens.start.checked_sub(1).filter(|&at| inside(at));
        let is_coordinated = (inside(tokens.end) && joins(tokens.end) && self.is_name(tokens.end + 1))
            || before.is_some_and(|at| joins(at) && at > bounds.start && self.is_name(at - 1));
        let is_bracketed = self.places[tokens.start].is_bracketed;
        let part = self.part(&tokens, &bounds);
        Mention { tokens, entity, part, is_coordinated, is_bracketed }
    }

    fn part(&self, tokens: &Range<usize>, bounds: &Range<usize>) -> Part {
        if self.is_owned_by(tokens.end) {
            return Part::Owner;
        }
        let before = self.before_title(tokens.start, bounds.start);
        let verb_follows = self.after_brackets(tokens.end, bounds.end).is_some_and(|at| self.is_verb(at));
        let Some(before) = before else { return Part::Subject };
        let joined = self.language.references.coordinators.has(self.document.normal(before));
        let shared = self.people.last().filter(|person| person.tokens.end == before);
        if let Some(person) = shared.filter(|_| joined && before > bounds.start && !verb_follows) {
            return person.part;
        }
        match (self.class(before), self.document.word(before)) {
            (_, "(") => Part::Other,
            (Some(WordClass::Preposition), _) => Part::Oblique,
            _ if verb_follows => Part::Subject,
            (Some(WordClass::Relative | WordClass::Conjunction), _)
            | (_, ";" | ":" | "—" | "“" | "\"" | "`") => Part::Subject,
            _ if self.language.references.clause_openers.has(self.document.normal(before)) => Part::Subject,
            _ => Part::Other,
        }
    }

    /// Whether what ends before token `at` owns what follows.
    fn is_owned_by(&self, at: usize) -> bool {
        self.document.is_glued(at)
            && match self.document.normal(at) {
                "'s" => true,
                "'" => self.document.normal(at - 1).ends_with('s'),
                _ => false,
            }
    }

    /// The token before a name with its title and article; `None` where the sentence begins with them.
    fn before_title(&self, start: usize, sentence: usize) -> Option<usize> {
        let titles = &self.language.titles;
        let mut at = start;
        while at > sentence && start - at < LOOK && !self.is_name(at - 1) {
            let word = self.document.normal(at - 1).trim_end_matches('.');
            let titled = titles.nouns.has(word) || titles.honorifics.has(word);
            let opens = matches!(self.class(at - 1), Some(WordClass::Determiner | WordClass::Possessive));
            let capital = self.document.word(at - 1).starts_with(char::is_uppercase)
                && self.class(at - 1).is_none()
                && at - 1 > sentence;
            if !titled && !capital && !opens {
                break;
            }
            at -= 1;
        }
        at.checked_sub(1).filter(|&before| before >= sentence)
    }

    /// The token after a name, its brackets and adverbs.
    fn after_brackets(&self, end: usize, bound: usize) -> Option<usize> {
        let mut at = end;
        if at < bound && self.document.word(at) == "(" {
            let limit = bound.min(at + LOOK);
            at = (at..limit).find(|&at| self.document.word(at) == ")").map_or(at, |close| close + 1);
        }
        while at < bound && at < end + LOOK + ADVERBS && self.class(at) == Some(WordClass::Adverb) {
            at += 1;
        }
        (at < bound).then_some(at)
    }

    /// Whether token `at` is a word.
    pub fn is_word(&self, at: usize) -> bool {
        self.document.kind(at) == Some(TokenKind::Word)
    }
}
