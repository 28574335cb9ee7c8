//! Where what is reported begins and ends.

use super::cue::{Cue, CueKind};
use super::scene::Scene;
use crate::lang::grammar::WordClass;
use crate::lang::speech::Form;

/// Longer contents are cut off: nobody reports so much in one sentence.
pub(super) const LONGEST: usize = 250;

/// Where cues begin, for every token.
pub(super) struct Begins {
    finite: Vec<bool>,
    doing: Vec<bool>,
}

impl Begins {
    pub fn of(scene: &Scene, cues: &[Cue]) -> Self {
        let count = scene.document.tokens.len();
        let mut begins = Self { finite: vec![false; count + 3], doing: vec![false; count + 3] };
        for cue in cues {
            match cue.kind {
                CueKind::Verb(verb) if verb.form == Form::Doing => {
                    begins.doing[cue.tokens.start] = verb.quote || verb.that || verb.object;
                }
                CueKind::Verb(verb) if verb.quote || verb.that => {
                    begins.finite[cue.begin()] = true;
                    begins.finite[cue.tokens.start] = true;
                }
                _ => {}
            }
        }
        begins
    }
}

impl Scene<'_, '_> {
    /// The end of the content that begins at token `start`; of a mere noun phrase, at the first comma.
    pub fn content_end(&self, start: usize, begins: &Begins, is_phrase: bool) -> usize {
        let mut end = self.sentence(start).end;
        let mut at = start;
        let mut budget = LONGEST;
        while at < end && budget > 0 {
            if let Some(index) = self.quotation_at(at) {
                let quotation = &self.quotations[index];
                at = quotation.tokens.end.max(at + 1);
                end = end.max(self.sentence(at - 1).end);
                if self.closes(index) {
                    return at;
                }
            } else if at > start && (self.breaks_off(at, begins) || is_phrase && self.ends_phrase(at)) {
                break;
            } else {
                at += 1;
            }
            budget -= 1;
        }
        self.without_stop(start, at)
    }

    /// Whether what is said ends with this quotation: its last mark says so.
    fn closes(&self, index: usize) -> bool {
        let quotation = &self.quotations[index];
        let Some(last) = quotation.inner.end.checked_sub(1).filter(|&last| last >= quotation.inner.start)
        else {
            return false;
        };
        let next = quotation.tokens.end;
        let goes_on = self.quotation_at(next).is_some()
            || self.class(next) == Some(WordClass::Conjunction) && self.quotation_at(next + 1).is_some();
        let ends = self.document.word(last).ends_with(['.', '?', '!']) && !self.is_inside_sentence(next);
        ends || self.is(last, ",") && !goes_on
    }

    /// Whether token `at` goes on with a sentence in lower case.
    fn is_inside_sentence(&self, at: usize) -> bool {
        at < self.document.tokens.len() && self.document.word(at).starts_with(char::is_lowercase)
    }

    /// Whether the content ends before token `at`, because somebody is said to speak there.
    fn breaks_off(&self, at: usize, begins: &Begins) -> bool {
        if self.is(at, ";") {
            return true;
        }
        let coordinator = |at: usize| self.language.speech.coordinators.has(self.word(at));
        let starts = |at: usize| begins.finite.get(at).copied().unwrap_or(false);
        if self.is(at, ",") || self.is_dash(at) && !self.document.is_glued(at) {
            let doing = |at: usize| begins.doing.get(at).copied().unwrap_or(false);
            let next = at + 1;
            let adverb = usize::from(self.is_adverb(next));
            return doing(next + adverb)
                || starts(next)
                || coordinator(next) && (starts(next + 1) || starts(next + 2) && self.is_adverb(next + 1));
        }
        coordinator(at) && (starts(at + 1) || starts(at + 2) && self.is_adverb(at + 1))
    }

    /// Where a noun phrase that stands for what was said ends.
    fn ends_phrase(&self, at: usize) -> bool {
        self.is(at, ",") || self.is_dash(at) && !self.document.is_glued(at) || self.is(at, ":")
    }

    /// Past "on Telegram", "in a statement", "Monday", "repeatedly": what may stand between a verb and what was
    /// said. Also tells whether a phrase was passed, after which a clause needs no "that".
    pub fn after_adjuncts(&self, start: usize, limit: usize) -> usize {
        const FAR: usize = 18;
        let stop = limit.min(start + FAR);
        let mut at = start;
        while at < stop {
            if self.quotation_at(at).is_some() {
                break;
            }
            if self.is_date(at) || self.is_adverb(at) {
                at += 1;
            } else if self.is_preposition(at) && self.word(at) != self.language.speech.infinitive
                || self.is_preposition(at) && self.is_determiner(at + 1)
            {
                let end = self.adjunct_end(at + 1, stop);
                if end == at + 1 {
                    break;
                }
                at = end;
            } else {
                break;
            }
        }
        at
    }

    /// Where the noun phrase of an adjunct ends; one word of a class of its own is passed, too: "after that".
    fn adjunct_end(&self, start: usize, limit: usize) -> usize {
        let mut end = start;
        while end < limit && (self.is_date(end) || self.is_determiner(end) || self.is_possessive(end)) {
            if self.word(end) == self.language.speech.that {
                return end;
            }
            end += 1;
        }
        if let Some(name) = self.name_at(end) {
            end = self.place(name).end.max(end + 1);
            while end < limit && self.is_plain(end) && self.name_at(end).is_none() && !self.is_adverb(end) {
                end += 1;
            }
            return end.min(limit);
        }
        while end < limit && self.is_plain(end) && self.name_at(end).is_none_or(|name| !self.is_person(name))
        {
            end += 1;
        }
        end
    }
}
