//! The words that say that something is said: "said", "according to", "his claim that".
//!
//! A word counts as a verb by its neighbours: "officials **claim**" but "the claim", "it **suggests**" but "the
//! proposed tax". What is inside quotation marks is the speaker's and cues nothing.

use std::ops::Range;

use super::party::Party;
use super::scene::Scene;
use crate::lang::grammar::WordClass;
use crate::lang::speech::{Form, SpeechVerb};
use crate::text::TokenKind;

/// What kind of cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    Verb(SpeechVerb),
    /// "according to"
    Source,
    /// "claim that"
    Noun,
}

/// A cue, in tokens.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub tokens: Range<usize>,
    pub kind: CueKind,
    /// Who is left of it.
    pub subject: Option<Party>,
    /// It is done to its subject: "was told".
    pub is_passive: bool,
}

impl Cue {
    /// Where the cue with its subject begins.
    pub fn begin(&self) -> usize {
        self.subject.as_ref().map_or(self.tokens.start, |party| party.whole.start.min(self.tokens.start))
    }

    pub fn verb(&self) -> Option<SpeechVerb> {
        match self.kind {
            CueKind::Verb(verb) => Some(verb),
            CueKind::Source | CueKind::Noun => None,
        }
    }

    /// The verb, where it is a sentence's own: not "saying", not "was told".
    pub fn finite(&self) -> Option<SpeechVerb> {
        self.verb().filter(|verb| verb.form != Form::Doing && !self.is_passive)
    }
}

/// All cues outside quotations, in text order.
pub(super) fn find(scene: &Scene) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < scene.document.tokens.len() {
        if let Some(quotation) = scene.quotation_at(at) {
            at = scene.quotations[quotation].tokens.end.max(at + 1);
            continue;
        }
        match scene.cue_at(at, cues.last()) {
            Some(cue) => {
                at = cue.tokens.end;
                cues.push(cue);
            }
            None => at += 1,
        }
    }
    cues
}

impl Scene<'_, '_> {
    fn cue_at(&self, at: usize, before: Option<&Cue>) -> Option<Cue> {
        if let Some(cue) = self.source_at(at) {
            return Some(cue);
        }
        if !self.is_word(at) || self.name_at(at).is_some() {
            return None;
        }
        self.noun_at(at).or_else(|| self.verb_at(at, before))
    }

    /// "according to", "in the words of"
    fn source_at(&self, at: usize) -> Option<Cue> {
        const LONGEST: usize = 4;
        let mut prefix = self.language.speech.sources.prefix();
        for end in at..(at + LONGEST).min(self.document.tokens.len()) {
            let leads = (end == at || prefix.push(" ")) && prefix.push(self.word(end));
            if !leads {
                return None;
            }
            if prefix.found().is_some() {
                return Some(Cue {
                    tokens: at..end + 1,
                    kind: CueKind::Source,
                    subject: None,
                    is_passive: false,
                });
            }
        }
        None
    }

    /// "his claim that": the owner is who makes it.
    fn noun_at(&self, at: usize) -> Option<Cue> {
        let speech = &self.language.speech;
        if !speech.nouns.has(self.word(at)) || self.word(at + 1) != speech.that {
            return None;
        }
        // "the reports that came in": a verb follows, and "that" is its subject.
        if matches!(self.class(at + 2), Some(WordClass::Verb | WordClass::Auxiliary)) {
            return None;
        }
        let floor = self.floor(at);
        let before = at.checked_sub(1).filter(|&before| before >= floor)?;
        let nominal = self.is_determiner(before) || self.is_possessive(before) || self.is_preposition(before);
        let owner = (at.saturating_sub(4).max(floor)..at).rev().find(|&owner| self.is_possessive(owner));
        if !nominal && owner.is_none() {
            return None;
        }
        let subject = owner.and_then(|owner| {
            if self.is_joint(owner) {
                self.ending_at(owner, floor)
            } else {
                Some(Party::bare(owner..owner + 1))
            }
        });
        Some(Cue { tokens: at..at + 1, kind: CueKind::Noun, subject, is_passive: false })
    }

    fn verb_at(&self, at: usize, before: Option<&Cue>) -> Option<Cue> {
        let verbs = &self.language.speech.verbs;
        let mut prefix = verbs.prefix();
        let phrase = (prefix.push(self.word(at)) && prefix.push(" ") && prefix.push(self.word(at + 1)))
            .then(|| prefix.found())
            .flatten();
        let (verb, end) = match phrase {
            Some(&verb) => (verb, at + 2),
            None => (*verbs.get(self.word(at))?, at + 1),
        };
        let floor = self.floor(at);
        let group = self.group_start(at, floor);
        if self.is_noun_here(at, group, floor) || self.is_negated(group.saturating_sub(1).max(floor), at) {
            return None;
        }
        let copula = (group..at).any(|at| self.language.speech.copulas.has(self.word(at)));
        // "is saying" is a verb of the sentence's own
        let progressive = verb.form == Form::Doing && copula;
        let verb = if progressive { SpeechVerb { form: Form::Past, ..verb } } else { verb };
        let opens = group == self.sentence(at).start;
        let is_passive = verb.form == Form::Past
            && !progressive
            && (copula || opens || self.word(end) == self.language.speech.agent);
        let subject = match verb.form {
            Form::Doing => self.doer(group, floor),
            _ => self.subject_of(group, floor, before),
        };
        let figure = !is_passive && self.reports_figure(verb, subject.as_ref(), end);
        if verb.needs_figure() && !figure {
            return None;
        }
        if verb.nominal && !figure && !self.is_surely_verb(subject.as_ref(), group, end) {
            return None;
        }
        if verb.form == Form::Base && !self.takes_base(subject.as_ref(), group, at) {
            return None;
        }
        Some(Cue { tokens: at..end, kind: CueKind::Verb(verb), subject, is_passive })
    }

    /// "with Ada Moss saying": who does it, where that stands right before.
    fn doer(&self, group: usize, floor: usize) -> Option<Party> {
        let last = group.checked_sub(1).filter(|&last| last >= floor)?;
        let written = self.language.speech.documents.has(self.word(last));
        let fits = self.is_plain(last) && !self.is_adverb(last) && !written;
        if fits { self.ending_at(group, floor).filter(|party| party.whole.start < group) } else { None }
    }

    /// "claims" after a name, a pronoun or an auxiliary, or before "that".
    fn is_surely_verb(&self, subject: Option<&Party>, group: usize, end: usize) -> bool {
        let speech = &self.language.speech;
        let last = group.saturating_sub(1);
        let auxiliary = self.is_auxiliary(group);
        let named = self.name_at(last).is_some() || speech.speakers.has(self.word(last));
        let related = speech.relatives.has(self.word(last));
        auxiliary || named || related || subject.is_some() && self.word(end) == speech.that
    }

    /// Where the auxiliaries and adverbs before the verb begin.
    fn group_start(&self, verb: usize, floor: usize) -> usize {
        const LONGEST: usize = 6;
        let stop = floor.max(verb.saturating_sub(LONGEST));
        let mut at = verb;
        while at > stop && (self.is_auxiliary(at - 1) || self.is_adverb(at - 1)) {
            at -= 1;
        }
        at
    }

    /// The subject; that of the verb before where a conjunction joins the two.
    fn subject_of(&self, group: usize, floor: usize, before: Option<&Cue>) -> Option<Party> {
        let last = group.checked_sub(1).filter(|&last| last >= floor)?;
        if self.class(last) == Some(WordClass::Conjunction)
            || self.word(last) == self.language.speech.infinitive
        {
            let earlier = before.filter(|cue| cue.tokens.start >= floor && cue.finite().is_some());
            let shared =
                earlier.and_then(|cue| cue.subject.clone()).or_else(|| self.main_subject(floor, last));
            return shared.map(|party| Party { whole: group..group, ..party });
        }
        self.subject(group, floor)
    }

    /// "the claim", "a proposed tax", "in saying": no verb of a sentence.
    fn is_noun_here(&self, at: usize, group: usize, floor: usize) -> bool {
        let next = self.document.is_glued(at + 1) && matches!(self.word(at + 1), "-" | "'s" | "/");
        let Some(last) = group.checked_sub(1).filter(|&last| last >= floor) else { return next };
        let glued = group == at && self.document.is_glued(at) && self.is(last, "-");
        let opened = self.is_determiner(last) || self.is_possessive(last);
        let relative = self.language.speech.relatives.has(self.word(last));
        let attributive = self.is_preposition(last)
            && self.language.speech.verbs.get(self.word(at)).is_some_and(|verb| verb.form == Form::Past);
        next || glued || attributive || opened && !relative
    }

    fn is_negated(&self, group: usize, at: usize) -> bool {
        (group..at).any(|at| self.language.speech.negations.has(self.word(at)))
    }

    /// "say" needs somebody in the plural, or an auxiliary before it.
    fn takes_base(&self, subject: Option<&Party>, group: usize, at: usize) -> bool {
        if (group..at).any(|at| self.is_auxiliary(at)) {
            return true;
        }
        let Some(subject) = subject else { return false };
        let last = subject.tokens.end - 1;
        let adjacent = subject.whole.end == group || subject.whole.is_empty();
        let grammar = &self.language.grammar;
        let plural = self.language.speech.subjects.has(self.word(last))
            || grammar.plurals.has(self.word(last))
            || self.word(last).ends_with(grammar.plural_ending)
            || self.language.speech.relatives.has(self.word(group.saturating_sub(1)));
        let infinitive = group > 0 && self.word(group - 1) == self.language.speech.infinitive;
        let continued = infinitive && group > 1 && self.is_preposition(group - 2);
        let counted = self.document.kind(last) == Some(TokenKind::Number)
            || self.language.units.names.has(self.word(last));
        let clause = self.word(at + 1) == self.language.speech.that
            || self.language.speech.subjects.has(self.word(at + 1));
        (adjacent && plural || counted || clause) && !infinitive || continued
    }
}
