//! Whose a quotation is: the cue after it, before it, or none where it runs on from the one before.
//!
//! "**“A,”** he said.", "**“A,”** said Ada Moss.", "He said: **“A.”**", "**“A,”** he said, **“b.”**",
//! "**“A,”** he said. **“B.”**", and a next paragraph that is a quotation without a cue. Words in marks without
//! a cue of their own are left alone; inside a reported clause they are part of it.

use super::board::{Board, Draft, single};
use super::cue::CueKind;
use super::party::Party;
use super::unmarked::LEAST_WORDS;
use crate::lang::grammar::WordClass;
use crate::lang::speech::Form;

/// A cue stands at most so many tokens from its quotation.
const FAR: usize = 45;
/// "He said in a long statement that he sent to all reporters on Friday: “...": the same, before it.
const FAR_BEFORE: usize = 30;
/// Marks that may stand side by side.
const MOST_MARKS: usize = 3;

impl Board<'_, '_, '_> {
    /// Gives quotations to the cues that stand right before or after them.
    pub fn tag(&mut self) {
        for index in 0..self.scene.quotations.len() {
            if self.scene.quotations[index].goes_on {
                continue; // with the one before
            }
            let draft = self.after(index).or_else(|| self.before(index));
            if let Some(draft) = draft {
                let owner = self.add(draft);
                self.owner[index] = Some(owner);
            }
        }
    }

    /// “A,” he said.
    fn after(&mut self, index: usize) -> Option<Draft> {
        let scene = self.scene;
        let quotation = &scene.quotations[index];
        let end = quotation.tokens.end;
        let mut at = end;
        let outside = scene.is(at, ",") || scene.is_dash(at);
        at += usize::from(outside);
        let last = self.last_word(index)?;
        if scene.paragraph_of(end) != scene.paragraph_of(end - 1) {
            return None;
        }
        let comma = outside || last == ",";
        let stopped = !comma && last.ends_with('.') && !matches!(last, "..." | "....");
        let open = comma || stopped || last.ends_with(['?', '!', '…', '—', '–', '-', '.']);
        if !open || !comma && !self.is_utterance(index) {
            return None;
        }
        let limit = self.narration_end(at);
        if let Some(source) = self.cue_at(at).filter(|&cue| self.cues[cue].kind == CueKind::Source) {
            let speaker = scene.starting_at(self.cues[source].tokens.end, limit);
            return Some(self.tagged(index, source, speaker));
        }
        let cue = self.tag_cue(at, limit, stopped)?;
        if !comma && scene.word(self.cues[cue].tokens.end) == scene.language.speech.that {
            return None; // “A?” He said that ...
        }
        let speaker = self.tagger(cue, at, limit);
        Some(self.tagged(index, cue, speaker))
    }

    fn tagged(&mut self, index: usize, cue: usize, speaker: Option<Party>) -> Draft {
        let scene = self.scene;
        self.used[cue] = true;
        self.speakers[cue] = speaker.clone();
        let tokens = self.cues[cue].tokens.clone();
        let limit = self.narration_end(tokens.end);
        let addressee = self.cues[cue].verb().and_then(|verb| {
            let after = speaker.as_ref().map_or(tokens.end, |party| party.whole.end.max(tokens.end));
            self.addressee(verb, after, limit).0
        });
        let quotation = scene.quotations[index].tokens.clone();
        let cue = Some(tokens);
        if self.is_utterance(index) {
            return Draft { pieces: vec![quotation], cue, speaker, addressee, rule: "quotation before" };
        }
        let from = self.content_start(self.content_floor(quotation.start), quotation.start);
        Draft { pieces: single(from..quotation.end), cue, speaker, addressee, rule: "clause before" }
    }

    /// The verb of the tag that begins at token `at`.
    fn tag_cue(&self, at: usize, limit: usize, stopped: bool) -> Option<usize> {
        let scene = self.scene;
        let first = self.cues.partition_point(|cue| cue.tokens.start < at);
        let nearby = self.cues[first..].iter().take_while(|cue| cue.tokens.end <= limit.min(at + FAR));
        for (offset, cue) in nearby.enumerate() {
            let Some(verb) = cue.finite().filter(|verb| verb.quote) else { continue };
            let inverted = cue.tokens.start == at;
            let adverb = cue.tokens.start == at + 1 && scene.is_adverb(at);
            let begin = cue.begin();
            if !(inverted || adverb || begin <= at && begin + MOST_MARKS >= at) {
                continue;
            }
            if stopped && (verb.form == Form::Base || !self.ends_tag(cue.tokens.end, limit)) {
                return None;
            }
            return Some(first + offset);
        }
        None
    }

    /// "he said.": nothing follows that would be reported.
    pub fn ends_tag(&self, at: usize, limit: usize) -> bool {
        let scene = self.scene;
        let after = scene.after_adjuncts(at, limit);
        let mark = [".", ",", ":", ";", "(", "?", "!"].iter().any(|mark| scene.is(after, mark));
        after >= limit
            || mark
            || scene.is_dash(after)
            || scene.is_doing(after)
            || matches!(
                scene.class(after),
                Some(WordClass::Relative | WordClass::Conjunction | WordClass::Preposition)
            )
    }

    /// Who speaks in a tag: "said Ada Moss" or "Ada Moss said".
    fn tagger(&self, cue: usize, at: usize, limit: usize) -> Option<Party> {
        let found = &self.cues[cue];
        if found.tokens.start > at {
            return found.subject.clone();
        }
        let after = self.scene.starting_at(found.tokens.end, limit);
        after.or_else(|| found.subject.clone()).or_else(|| self.last_speaker(at))
    }

    /// The end of the narrator's words from token `at`: of the sentence, or before the next quotation.
    pub fn narration_end(&self, at: usize) -> usize {
        let sentence = self.scene.sentence(at).end;
        let next = self.scene.quotations.partition_point(|quotation| quotation.tokens.start < at);
        self.scene.quotations.get(next).map_or(sentence, |next| next.tokens.start.min(sentence))
    }

    fn cue_at(&self, at: usize) -> Option<usize> {
        let first = self.cues.partition_point(|cue| cue.tokens.start < at);
        self.cues.get(first).filter(|cue| cue.tokens.start == at).map(|_| first)
    }

    /// Whether the quotation is a saying rather than a word in marks: it begins where one can, and is long.
    pub fn is_utterance(&self, index: usize) -> bool {
        let scene = self.scene;
        let quotation = &scene.quotations[index];
        let start = quotation.tokens.start;
        start == scene.sentence(start).start
            || scene.is(start - 1, ",")
            || scene.is(start - 1, ":")
            || scene.is(start - 1, ".")
            || scene.is_dash(start - 1)
            || matches!(scene.word(start - 1), "(" | "[")
            || self.cue_before(start).is_some_and(|cue| self.cues[cue].tokens.end == start)
    }

    /// The words between the marks.
    pub fn words(&self, index: usize) -> usize {
        let inner = self.scene.quotations[index].inner.clone();
        inner.take(2 * LEAST_WORDS + 8).filter(|&at| self.scene.is_word(at)).count()
    }

    pub fn cue_before(&self, at: usize) -> Option<usize> {
        let first = self.cues.partition_point(|cue| cue.tokens.start < at);
        first.checked_sub(1)
    }

    /// He said: “A.”
    fn before(&mut self, index: usize) -> Option<Draft> {
        let scene = self.scene;
        let start = scene.quotations[index].tokens.start;
        let last = start.checked_sub(1)?;
        let colon = scene.is(last, ":");
        let near = scene.paragraph_of(start) - scene.paragraph_of(last) <= usize::from(colon);
        if !near || scene.word(last) == scene.language.speech.that {
            return None;
        }
        const MOST_CUES: usize = 3;
        let end = self.cues.partition_point(|cue| cue.tokens.start < start);
        let cue = (end.saturating_sub(MOST_CUES)..end).rev().find(|&cue| self.leads_to(cue, start, colon));
        match cue {
            Some(cue) => self.introduced(index, cue),
            None if colon && self.words(index) >= LEAST_WORDS => self.labelled(index),
            None => None,
        }
    }

    /// Whether the cue before a quotation is its own.
    fn leads_to(&self, cue: usize, start: usize, colon: bool) -> bool {
        let scene = self.scene;
        let found = &self.cues[cue];
        let last = start - 1;
        let Some(verb) = found.verb() else {
            return found.kind == CueKind::Source && (colon || scene.is(last, ","));
        };
        let near = scene.sentence_of(found.tokens.start) == scene.sentence_of(last)
            && start - found.tokens.end <= FAR_BEFORE
            && !(found.tokens.end..start).any(|at| scene.quotation_at(at).is_some());
        if !near || found.is_passive || !(verb.quote || verb.object || verb.that && found.tokens.end == start)
        {
            return false;
        }
        let between = found.tokens.end..last;
        let adjuncts = scene.after_adjuncts(found.tokens.end, start);
        let comma = scene.is(last, ",") && verb.quote;
        let told = verb.addressee
            && scene.starting_at(found.tokens.end, start).is_some_and(|party| party.whole.end + 1 >= start);
        colon || found.tokens.end == start || adjuncts >= start || told || comma && self.is_adjunct(between)
    }

    /// Whether only adjuncts, parties and asides stand between a verb and the comma before a quotation.
    fn is_adjunct(&self, between: std::ops::Range<usize>) -> bool {
        const SHORT: usize = 4;
        let scene = self.scene;
        let open = between.start;
        if between.len() <= SHORT || scene.is(open, ",") {
            return scene.word(open) != scene.language.speech.that;
        }
        let started = scene.is_preposition(open) || scene.is_date(open) || scene.is_adverb(open);
        let told = self.cues[self.cue_before(open).unwrap_or(0)].verb().is_some_and(|verb| verb.addressee);
        started || told
    }

    fn introduced(&mut self, index: usize, cue: usize) -> Option<Draft> {
        let scene = self.scene;
        let quotation = scene.quotations[index].tokens.clone();
        let found = self.cues[cue].clone();
        if found.kind == CueKind::Source {
            let speaker = scene.starting_at(found.tokens.end, quotation.start);
            self.used[cue] = true;
            let pieces = vec![quotation];
            return Some(Draft {
                pieces,
                cue: Some(found.tokens),
                speaker,
                addressee: None,
                rule: "quotation after",
            });
        }
        let speaker = if self.used[cue] { self.speakers[cue].clone() } else { self.speaker_of(cue) };
        if self.used[cue] && scene.quotation_at(self.cues[cue].begin().saturating_sub(1)).is_some() {
            return None; // “A,” he said, “b”: one saying
        }
        self.used[cue] = true;
        let addressee =
            found.verb().and_then(|verb| self.addressee(verb, found.tokens.end, quotation.start).0);
        let mut end = quotation.end;
        let next = scene.class(end);
        let goes_on = scene.is_word(end) && scene.sentence_of(end) == scene.sentence_of(end - 1);
        if goes_on && next != Some(WordClass::Relative) && !self.closes_quotation(index) {
            end = scene.content_end(quotation.start, &self.begins, false);
        }
        let pieces = single(quotation.start..end.max(quotation.end));
        Some(Draft { pieces, cue: Some(found.tokens), speaker, addressee, rule: "quotation after" })
    }

    /// The last word or mark of a quotation, but for the marks of one inside it.
    pub fn last_word(&self, index: usize) -> Option<&str> {
        let inner = &self.scene.quotations[index].inner;
        let words = inner.clone().rev().take(MOST_MARKS).map(|at| self.scene.document.word(at));
        words.into_iter().find(|word| !matches!(*word, "'" | "’" | "”" | "\"" | "»"))
    }

    pub fn closes_quotation(&self, index: usize) -> bool {
        let inner = &self.scene.quotations[index].inner;
        inner.end > inner.start
            && self.last_word(index).is_some_and(|last| last.ends_with(['.', '?', '!', ',']))
    }
}
