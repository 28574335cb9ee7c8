//! What follows a verb of saying: the one spoken to, and where what was said begins.
//!
//! "told **Nordnytt** on Friday **that it had failed**", "said in a statement **it had failed**", "vowed **to fight**",
//! "praised **the plan**". A clause without "that" is believed where a verb is in it, and a noun phrase after
//! verbs that take one; "he said on Friday." has none.

use super::board::Board;
use super::cue::Cue;
use super::party::Party;
use crate::lang::grammar::WordClass;
use crate::lang::speech::{Form, SpeechVerb};
use crate::text::TokenKind;

/// "Friday 12 September 2003.": a date up to the end of its sentence is nothing said.
const LONGEST_DATE: usize = 6;

/// Where what was said begins, and to whom.
pub(super) struct Forward {
    pub start: usize,
    pub addressee: Option<Party>,
    /// It is a noun phrase, which ends at the first comma.
    pub is_phrase: bool,
    pub rule: &'static str,
}

impl Board<'_, '_, '_> {
    /// What follows the verb.
    pub fn forward(&self, index: usize, verb: SpeechVerb) -> Option<Forward> {
        let scene = self.scene;
        let speech = &scene.language.speech;
        let cue = &self.cues[index];
        let limit = scene.sentence(cue.tokens.start).end;
        let after = cue.tokens.end;
        let (addressee, at) = self.addressee(verb, after, limit);
        let open = |start, is_phrase, rule| Forward { start, addressee: addressee.clone(), is_phrase, rule };
        if let Some((start, rule)) = self.marked(verb, at, limit) {
            return Some(open(start, false, rule));
        }
        let passed = scene.after_adjuncts(at, limit);
        if passed > at
            && let Some((start, rule)) =
                self.marked(verb, passed, limit).filter(|found| found.1 != "infinitive")
        {
            return Some(open(start, false, rule));
        }
        if let Some(start) = self.behind_aside(verb, at, limit) {
            return Some(open(start, false, "that"));
        }
        if (verb.bare || verb.addressee && addressee.is_some() && verb.that) && !self.is_tag(cue, at) {
            let start = self.bare(at, passed, limit);
            // "say" and its like are followed by what is said even where no verb of it is known
            let sure = verb.question && verb.bare && !verb.addressee;
            if let Some(start) = start.filter(|&start| sure || self.is_clause(start, limit)) {
                return Some(open(start, false, "clause"));
            }
        }
        if addressee.is_some() && speech.topics.has(scene.word(at)) && self.opens_phrase(at + 1) {
            return Some(open(at + 1, true, "object"));
        }
        if scene.reports_figure(verb, cue.subject.as_ref(), after) {
            return Some(Forward { start: after, addressee: None, is_phrase: true, rule: "figure" });
        }
        // "urged caution": nobody is spoken to
        (verb.object && self.opens_phrase(after) && !self.is_mere_label(verb, after, limit))
            .then_some(Forward { start: after, addressee: None, is_phrase: true, rule: "object" })
    }

    /// "a boy called Tarn", "she called home": one word or name after a verb that needs two.
    pub fn is_mere_label(&self, verb: SpeechVerb, at: usize, limit: usize) -> bool {
        let end = self.scene.name_at(at).map_or(at + 1, |name| self.scene.place(name).end);
        let needs_two = verb.quote && !verb.that;
        let next_is_part = end < limit && (self.scene.is_word(end) || self.scene.quotation_at(end).is_some());
        needs_two && self.scene.quotation_at(at).is_none() && !next_is_part
    }

    /// "said, however, that"
    pub fn behind_aside(&self, verb: SpeechVerb, at: usize, limit: usize) -> Option<usize> {
        const FAR: usize = 25;
        let scene = self.scene;
        if !verb.that || !scene.is(at, ",") {
            return None;
        }
        let closer = (at + 1..limit.min(at + FAR)).find(|&at| scene.is(at, ","))?;
        (scene.word(closer + 1) == scene.language.speech.that && scene.quotation_at(closer + 1).is_none())
            .then_some(closer + 1)
    }

    /// A clause, question or infinitive that says so itself.
    pub fn marked(&self, verb: SpeechVerb, at: usize, limit: usize) -> Option<(usize, &'static str)> {
        let scene = self.scene;
        let speech = &scene.language.speech;
        if at + 1 >= limit || scene.quotation_at(at).is_some() {
            return None;
        }
        let word = scene.word(at);
        if verb.that && word == speech.that && scene.class(at + 1) != Some(WordClass::Auxiliary) {
            return Some((at, "that"));
        }
        if verb.question && speech.questions.has(word) {
            return Some((at, "question"));
        }
        if verb.infinitive
            && word == speech.infinitive
            && scene.is_word(at + 1)
            && !scene.is_determiner(at + 1)
        {
            return Some((at, "infinitive"));
        }
        None
    }

    /// Who is spoken to, and what comes after.
    pub fn addressee(&self, verb: SpeechVerb, at: usize, limit: usize) -> (Option<Party>, usize) {
        let scene = self.scene;
        let speech = &scene.language.speech;
        let to = scene.word(at) == speech.recipient && !verb.infinitive && !scene.is_verbal(at + 1);
        let start = if to { at + 1 } else { at };
        let blocked = scene.word(start) == speech.that && !scene.is_plain(start + 1)
            || speech.questions.has(scene.word(start));
        if !(to || verb.addressee) || blocked || scene.is_date(start) {
            return (None, at);
        }
        match scene.starting_at(start, limit) {
            Some(party) if self.ends_addressee(party.whole.end, limit) || to => {
                let end = party.whole.end;
                (Some(party), end)
            }
            _ => (None, at),
        }
    }

    /// "warned prices would rise": a verb after the phrase makes it a subject.
    pub fn ends_addressee(&self, at: usize, limit: usize) -> bool {
        at >= limit || !matches!(self.scene.class(at), Some(WordClass::Auxiliary | WordClass::Verb))
    }

    /// "he said." or "said Monday,": nothing of what was said follows.
    pub fn is_tag(&self, cue: &Cue, after: usize) -> bool {
        let limit = self.scene.sentence(cue.tokens.start).end;
        let passed = self.scene.after_adjuncts(after, limit);
        let closed = |at: usize| {
            at >= limit || self.scene.is(at, ",") || self.scene.is(at, ".") || self.scene.is_dash(at)
        };
        closed(after) || closed(passed) && self.is_after_clause(cue)
    }

    /// Whether the cue with its subject stands behind a comma or a quotation.
    pub fn is_after_clause(&self, cue: &Cue) -> bool {
        let begin = cue.begin();
        let floor = self.scene.floor(begin);
        begin > floor && {
            let last = begin - 1;
            let quoted = self.scene.quotation_at(last).is_some();
            self.scene.is(last, ",") || self.scene.is_dash(last) || quoted
        }
    }

    /// Where a clause without "that" begins: right here, or behind adjuncts where a new phrase follows them.
    pub fn bare(&self, at: usize, passed: usize, limit: usize) -> Option<usize> {
        let scene = self.scene;
        let opens = |at: usize| {
            at + 1 < limit
                && (!scene.is_preposition(at) || self.has_verb(at, limit))
                && !scene.is_doing(at)
                && !(at..limit).take(LONGEST_DATE).all(|at| scene.is_date(at) || scene.is(at, "."))
                && scene.quotation_at(at).is_none()
                && (scene.is_word(at)
                    || scene.document.kind(at) == Some(TokenKind::Number)
                    || scene.is(at, "$"))
                && !matches!(
                    scene.class(at),
                    Some(WordClass::Auxiliary | WordClass::Conjunction | WordClass::Verb)
                )
        };
        let starts_phrase = |at: usize| {
            scene.is_determiner(at)
                || scene.is_possessive(at)
                || scene.class(at) == Some(WordClass::Pronoun)
                || scene.is_plain(at)
        };
        if passed > at && opens(passed) && starts_phrase(passed) {
            return Some(passed);
        }
        opens(at).then_some(at)
    }

    pub fn opens_phrase(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.quotation_at(at).is_some()
            || scene.is_determiner(at)
            || scene.is_possessive(at)
            || scene.is_plain(at) && !scene.is_adverb(at)
            || scene.class(at) == Some(WordClass::Pronoun)
    }

    /// Whether a clause begins here: a verb follows, or a pronoun that only a verb can follow.
    pub fn is_clause(&self, start: usize, limit: usize) -> bool {
        const FAR: usize = 25;
        let scene = self.scene;
        let ends =
            |at: usize| at > start && (scene.is(at, ",") || scene.class(at) == Some(WordClass::Relative));
        let near = (start..limit.min(start + FAR)).take_while(|&at| !ends(at));
        scene.language.speech.subjects.has(scene.word(start))
            || near.into_iter().any(|at| scene.quotation_at(at).is_none() && self.may_be_verb(at))
    }

    /// Whether somebody is said to do something here, up to `end`, whatever commas stand between.
    pub fn says_something(&self, start: usize, end: usize) -> bool {
        const FAR: usize = 60;
        let quoted = |at: usize| self.scene.quotation_at(at).is_some();
        (start..end.min(start + FAR)).any(|at| quoted(at) || self.may_be_verb(at))
    }

    /// A verb by its class, its ending or its contraction.
    pub fn may_be_verb(&self, at: usize) -> bool {
        let scene = self.scene;
        let word = scene.word(at);
        let reports = || {
            let verb = scene.language.speech.verbs.get(word);
            verb.is_some_and(|verb| !verb.nominal && verb.form != Form::Doing)
        };
        scene.is_verbal(at)
            || scene.is_word(at)
                && scene.name_at(at).is_none()
                && (word.find('\'').is_some_and(|apostrophe| apostrophe > 0)
                    || word.ends_with(scene.language.grammar.participle_ending)
                    || reports())
    }

    /// Whether an auxiliary or verb follows soon.
    pub fn has_verb(&self, at: usize, limit: usize) -> bool {
        const NEAR: usize = 12;
        (at..limit.min(at + NEAR))
            .take_while(|&at| !self.scene.is(at, ","))
            .any(|at| matches!(self.scene.class(at), Some(WordClass::Auxiliary | WordClass::Verb)))
    }
}
