//! Whose a quotation is: the cue after it, before it, or none where it runs on from the one before.
//!
//! "**“A,”** he said.", "**“A,”** said Ada Moss.", "He said: **“A.”**", "**“A,”** he said, **“b.”**",
//! "**“A,”** he said. **“B.”**", and a next paragraph that is a quotation without a cue. Words in marks without
//! a cue of their own are left alone; inside a reported clause they are part of it.

use super::board::{Board, Draft};
use super::cue::CueKind;
use super::party::Party;
use crate::lang::grammar::WordClass;
use crate::lang::speech::Form;

/// A cue stands at most so many tokens from its quotation.
const FAR: usize = 45;
/// "He said in a long statement that he sent to all reporters on Friday: “...": the same, before it.
const FAR_BEFORE: usize = 30;
/// Marks that may stand side by side.
const MOST_MARKS: usize = 3;
/// Fewer words in marks are no utterance of their own.
const LEAST_WORDS: usize = 3;
/// Fewer words in marks on a line of their own are a heading.
const LEAST_ALONE: usize = 6;

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
        Draft { pieces: vec![from..quotation.end], cue, speaker, addressee, rule: "clause before" }
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
            if stopped && !self.ends_tag(cue.tokens.end, limit) || stopped && verb.form == Form::Base {
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
        let opens = start == scene.sentence(start).start
            || scene.is(start - 1, ",")
            || scene.is(start - 1, ":")
            || scene.is(start - 1, ".")
            || scene.is_dash(start - 1)
            || matches!(scene.word(start - 1), "(" | "[")
            || self.cue_before(start).is_some_and(|cue| self.cues[cue].tokens.end == start);
        opens
    }

    /// The words between the marks.
    pub fn words(&self, index: usize) -> usize {
        let inner = self.scene.quotations[index].inner.clone();
        inner.take(2 * LEAST_WORDS + 8).filter(|&at| self.scene.is_word(at)).count()
    }

    fn cue_before(&self, at: usize) -> Option<usize> {
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
        let pieces = vec![quotation.start..end.max(quotation.end)];
        Some(Draft { pieces, cue: Some(found.tokens), speaker, addressee, rule: "quotation after" })
    }

    /// The last word or mark of a quotation, but for the marks of one inside it.
    fn last_word(&self, index: usize) -> Option<&str> {
        let inner = &self.scene.quotations[index].inner;
        let words = inner.clone().rev().take(MOST_MARKS).map(|at| self.scene.document.word(at));
        words.into_iter().find(|word| !matches!(*word, "'" | "’" | "”" | "\"" | "»"))
    }

    fn closes_quotation(&self, index: usize) -> bool {
        let inner = &self.scene.quotations[index].inner;
        inner.end > inner.start
            && self.last_word(index).is_some_and(|last| last.ends_with(['.', '?', '!', ',']))
    }

    /// "Ada Moss: The bridge holds": a heading, or a line of a conversation.
    pub fn headings(&mut self) {
        const LONGEST_LABEL: usize = 8;
        for sentence in &self.scene.document.sentences {
            let (start, end) = (sentence.tokens.start, sentence.tokens.end);
            let Some(name) = self.scene.name_at(start) else { continue };
            let colon = self.scene.place(name).end;
            let labelled = self.scene.is(colon, ":") && colon - start <= LONGEST_LABEL;
            let spoken =
                labelled && colon + LEAST_WORDS < end && self.scene.quotation_at(colon + 1).is_none();
            if spoken && self.scene.quotation_at(start).is_none() && self.scene.place(name).start == start {
                let speaker = Some(Party::bare(start..colon));
                let pieces = vec![colon + 1..self.scene.without_stop(colon + 1, end)];
                self.add(Draft {
                    pieces,
                    cue: Some(colon..colon + 1),
                    speaker,
                    addressee: None,
                    rule: "label",
                });
            }
        }
    }

    /// The letter reads: “A.”; Ada Moss: “A.”
    fn labelled(&mut self, index: usize) -> Option<Draft> {
        let scene = self.scene;
        let quotation = scene.quotations[index].tokens.clone();
        let colon = quotation.start - 1;
        let floor = scene.floor(colon);
        let speaker = self.label(floor, colon);
        let pieces = vec![quotation];
        Some(Draft { pieces, cue: Some(colon..colon + 1), speaker, addressee: None, rule: "colon" })
    }

    /// Who a colon gives the word to: "Ada Moss:", "From the report:", else whom the sentence is about.
    fn label(&self, floor: usize, colon: usize) -> Option<Party> {
        const SHORT: usize = 7;
        let scene = self.scene;
        let dash = (colon.saturating_sub(SHORT).max(floor)..colon).rev().find(|&at| scene.is_dash(at));
        let start = dash.map_or(floor, |dash| dash + 1);
        if colon - start <= SHORT
            && let Some(party) = scene.ending_at(colon, start)
            && !(start..colon).any(|at| scene.is_verbal(at))
        {
            return Some(party);
        }
        let spoken = self.cue_before(colon).filter(|&cue| self.cues[cue].tokens.start >= floor);
        let spoken = spoken.and_then(|cue| self.cues[cue].subject.clone());
        spoken.or_else(|| scene.main_subject(floor, colon))
    }

    /// Joins what has no cue of its own to what it runs on from.
    pub fn run_on(&mut self) {
        for index in 0..self.scene.quotations.len() {
            if self.owner[index].is_some() {
                continue;
            }
            let covered = self.is_covered(index);
            if covered && !self.scene.quotations[index].goes_on {
                continue;
            }
            if let Some(owner) = self.earlier_owner(index) {
                let piece = self.scene.quotations[index].tokens.clone();
                self.drafts[owner].pieces.push(piece);
                self.owner[index] = Some(owner);
            } else if !covered && (self.stands_alone(index) || self.follows_speech(index)) {
                let speaker = self.last_speaker(self.scene.quotations[index].tokens.start);
                let pieces = vec![self.scene.quotations[index].tokens.clone()];
                let owner = self.add(Draft { pieces, cue: None, speaker, addressee: None, rule: "run on" });
                self.owner[index] = Some(owner);
            }
        }
    }

    /// The saying that a quotation without a cue goes on with.
    fn earlier_owner(&self, index: usize) -> Option<usize> {
        let scene = self.scene;
        const MOST_TITLES: usize = 3;
        // Between the two may stand the title of a programme, in marks that are nobody's.
        let earlier =
            (index.saturating_sub(MOST_TITLES)..index).rev().find(|&at| self.owner[at].is_some())?;
        let owner = self.owner[earlier]?;
        let quotation = &scene.quotations[index];
        if quotation.goes_on && earlier + 1 < index {
            return None;
        }
        if quotation.goes_on {
            return Some(owner);
        }
        let (start, before) = (quotation.tokens.start, &scene.quotations[earlier]);
        let paragraphs = scene.paragraph_of(start) - scene.paragraph_of(before.tokens.start);
        let alone = paragraphs == 0 || self.stands_alone(index);
        let interrupted = self.is_interrupted(before.tokens.end, start);
        let fits = self.is_utterance(index) && self.words(index) >= 1;
        (paragraphs <= 1 && alone && fits && !interrupted).then_some(owner)
    }

    /// Whether somebody else speaks between two quotations: in another sentence than that of the tag.
    fn is_interrupted(&self, from: usize, to: usize) -> bool {
        let end = self.scene.sentence(from).end;
        let first = self.cues.partition_point(|cue| cue.tokens.start < from.max(end));
        let mut between = self.cues[first..].iter().take_while(|cue| cue.tokens.start < to);
        between.any(|cue| cue.finite().is_some_and(|verb| verb.quote))
    }

    /// Whole sentences in marks, in a paragraph where somebody has spoken.
    fn follows_speech(&self, index: usize) -> bool {
        let scene = self.scene;
        let quotation = &scene.quotations[index];
        let start = quotation.tokens.start;
        let spoken = self.cue_before(start).is_some_and(|cue| {
            self.speakers[cue].is_some()
                && scene.paragraph_of(self.cues[cue].tokens.start) == scene.paragraph_of(start)
        });
        let sentence = start == scene.sentence(start).start && self.closes_quotation(index);
        spoken && sentence && self.words(index) >= LEAST_WORDS
    }

    /// A quotation that is a paragraph.
    fn stands_alone(&self, index: usize) -> bool {
        let scene = self.scene;
        let tokens = &scene.quotations[index].tokens;
        let opens =
            tokens.start == 0 || scene.paragraph_of(tokens.start - 1) != scene.paragraph_of(tokens.start);
        let closes = tokens.end >= scene.document.tokens.len()
            || scene.paragraph_of(tokens.end) != scene.paragraph_of(tokens.end - 1);
        opens && closes && self.words(index) >= LEAST_ALONE
    }

    /// Whether the words are part of something reported already.
    fn is_covered(&self, index: usize) -> bool {
        self.covered.get(index).copied().unwrap_or(false)
    }
}
