//! Reported speech: the content of every cue that tags no quotation.
//!
//! Forward "officials said **that it had failed**", "told reporters **he would resign**", "vowed **to fight**",
//! "praised **the plan**"; backward "**it had failed**, officials said"; both "**it**, he said, **had failed**";
//! "according to the bank, **prices fell**"; "his claim **that it works**".

use std::ops::Range;

use super::board::{Board, Draft, single};
use super::clause::LONGEST;
use super::cue::CueKind;
use crate::lang::grammar::WordClass;
use crate::lang::speech::SpeechVerb;

impl Board<'_, '_, '_> {
    /// Reports every cue that is not used yet, and what headings ascribe.
    pub fn report(&mut self) {
        for index in 0..self.cues.len() {
            if self.used[index] {
                continue;
            }
            let draft = match self.cues[index].kind {
                CueKind::Verb(verb) => self.by_verb(index, verb),
                CueKind::Source => self.by_source(index),
                CueKind::Noun => self.by_noun(index),
            };
            if let Some(draft) = draft {
                self.used[index] = true;
                self.add(draft);
            }
        }
    }

    fn by_verb(&mut self, index: usize, verb: SpeechVerb) -> Option<Draft> {
        if self.cues[index].is_passive {
            return self.passive(index, verb);
        }
        if let Some(draft) = self.inverted(index, verb) {
            return Some(draft);
        }
        if let Some(draft) = self.in_manner(index, verb) {
            return Some(draft);
        }
        let forward = self.forward(index, verb);
        if let Some(forward) = forward {
            let end = self.scene.content_end(forward.start, &self.begins, forward.is_phrase);
            let pieces = self.worth(forward.start..end)?;
            let speaker = self.speaker_of(index);
            let cue = Some(self.cues[index].tokens.clone());
            return Some(Draft { pieces, cue, speaker, addressee: forward.addressee, rule: forward.rule });
        }
        self.backward(index, verb)
    }

    /// "As Moss told the paper, it had failed"; "it had failed, as Moss put it".
    fn in_manner(&mut self, index: usize, verb: SpeechVerb) -> Option<Draft> {
        let scene = self.scene;
        let cue = &self.cues[index];
        let manner = cue.begin().checked_sub(1)?;
        let limit = scene.sentence(manner).end;
        let floor = self.content_floor(manner);
        let said = cue.finite().is_some() && (verb.quote || verb.that);
        if !said || scene.word(manner) != scene.language.speech.manner || manner < floor {
            return None;
        }
        let (addressee, at) = self.addressee(verb, cue.tokens.end, limit);
        let after = scene.after_adjuncts(at, limit);
        let pieces = if manner == floor {
            let comma =
                Some(after).filter(|&at| scene.is(at, ",") && scene.quotation_at(at + 1).is_none())?;
            self.worth(comma + 1..scene.content_end(comma + 1, &self.begins, false))?
        } else if self.ends_tag(at, limit) && scene.is(manner - 1, ",") {
            self.worth(self.content_start(floor, manner)..manner - 1)?
        } else {
            return None;
        };
        let cue = Some(self.cues[index].tokens.clone());
        let speaker = self.speaker_of(index);
        Some(Draft { pieces, cue, speaker, addressee, rule: "as said" })
    }

    /// A content of at least one word.
    fn worth(&self, tokens: Range<usize>) -> Option<Vec<Range<usize>>> {
        let start =
            tokens.clone().find(|&at| self.scene.is_word(at) || self.scene.quotation_at(at).is_some())?;
        let opened = if self.scene.quotation_at(tokens.start).is_some() { tokens.start } else { start };
        // A figure or currency sign opens a content as well.
        let start = if opened > tokens.start && !is_edge(self.scene.document.word(tokens.start)) {
            tokens.start
        } else {
            opened
        };
        Some(single(start..tokens.end))
    }

    /// "He was told that ..."; "it was announced that ...": nobody is said to have said it.
    fn passive(&mut self, index: usize, verb: SpeechVerb) -> Option<Draft> {
        let cue = &self.cues[index];
        let scene = self.scene;
        let limit = scene.sentence(cue.tokens.start).end;
        let speech = &scene.language.speech;
        let mut start = cue.tokens.end;
        let agent =
            (scene.word(start) == speech.agent).then(|| scene.starting_at(start + 1, limit)).flatten();
        start = agent.as_ref().map_or(start, |agent| agent.whole.end);
        let asked = verb.question && speech.questions.has(scene.word(start));
        if !(scene.word(start) == speech.that && verb.that || asked) {
            return None;
        }
        let addressee = cue.subject.clone().filter(|_| verb.addressee);
        let opens = cue.tokens.start == scene.sentence(start).start;
        let cue = Some(cue.tokens.clone());
        let end = scene.content_end(start, &self.begins, opens);
        let pieces = self.worth(start..end)?;
        Some(Draft { pieces, cue, speaker: agent, addressee, rule: "passive" })
    }

    /// "it had failed, said Ada Moss"
    fn inverted(&mut self, index: usize, verb: SpeechVerb) -> Option<Draft> {
        let scene = self.scene;
        let cue = &self.cues[index];
        let (start, after) = (cue.tokens.start, cue.tokens.end);
        let floor = scene.floor(start);
        let finite = cue.finite().is_some() && verb.quote && !verb.addressee;
        if !finite || start <= floor + 1 || !scene.is(start - 1, ",") {
            return None;
        }
        let limit = scene.sentence(start).end;
        let speaker = scene.starting_at(after, limit)?;
        if scene.language.speech.speakers.has(scene.word(speaker.tokens.start)) && speaker.tokens.len() == 1 {
            return None;
        }
        let end = speaker.whole.end;
        let closed = end >= limit
            || matches!(scene.document.word(end), "," | "." | "—" | "–" | "--" | ";" | "(")
            || scene.language.speech.relatives.has(scene.word(end))
            || scene.is_preposition(end) && !self.has_verb(end, limit)
            || scene.is_date(end);
        if !closed {
            return None;
        }
        let from = self.content_start(self.content_floor(start), start);
        let pieces = self.worth(from..start - 1)?;
        if !self.says_something(from, start) {
            return None;
        }
        let cue = Some(cue.tokens.clone());
        Some(Draft { pieces, cue, speaker: Some(speaker), addressee: None, rule: "clause before" })
    }

    /// "it had failed, he said", "it, he said, had failed"
    fn backward(&mut self, index: usize, verb: SpeechVerb) -> Option<Draft> {
        let cue = &self.cues[index];
        if cue.finite().is_none() || !(verb.quote || verb.bare) || !self.is_after_clause(cue) {
            return None;
        }
        let scene = self.scene;
        let begin = cue.begin();
        let from = self.content_start(self.content_floor(begin), begin);
        let last = if scene.quotation_at(begin - 1).is_some() { begin } else { begin - 1 };
        let mut pieces = self.worth(from..last)?;
        let limit = scene.sentence(begin).end;
        let (addressee, at) = self.addressee(verb, cue.tokens.end, limit);
        let after = scene.after_adjuncts(at, limit);
        let interrupts = scene.is(after, ",") && after + 2 < limit && self.goes_on(after + 1);
        let spoken = interrupts || self.says_something(from, last);
        if !spoken || !(self.ends_tag(at, limit) || self.ends_tag(after, limit)) {
            return None;
        }
        if interrupts {
            let end = scene.content_end(after + 1, &self.begins, false);
            pieces.extend(self.worth(after + 1..end).into_iter().flatten());
        }
        let cue = Some(self.cues[index].tokens.clone());
        let speaker = self.speaker_of(index);
        Some(Draft { pieces, cue, speaker, addressee, rule: "clause before" })
    }

    /// Whether the clause goes on after "he said,".
    fn goes_on(&self, at: usize) -> bool {
        let scene = self.scene;
        let coordinator = scene.language.speech.coordinators.has(scene.word(at));
        let doing = self.cues.partition_point(|cue| cue.tokens.start < at);
        let cued = self.cues.get(doing).is_some_and(|cue| cue.tokens.start == at);
        let relative = scene.class(at) == Some(WordClass::Relative);
        !coordinator && !cued && !relative && scene.quotation_at(at).is_none() && !scene.is_doing(at)
    }

    /// Where what is said before a cue can begin: with its sentence, or with a quotation that is nobody's yet.
    pub fn content_floor(&self, cue: usize) -> usize {
        let start = self.scene.sentence(cue).start;
        match self.scene.quotation_at(start) {
            Some(index) if self.owner[index].is_some() => self.scene.floor(cue),
            Some(index) => self.scene.quotations[index].tokens.start,
            None => start,
        }
    }

    /// Where a content that stands before its cue begins: not inside that of another cue of the sentence.
    pub fn content_start(&self, floor: usize, cue: usize) -> usize {
        let earlier = self.last_end.filter(|&end| end > floor && end < cue);
        let mut start = earlier.unwrap_or_else(|| self.behind_dateline(floor, cue));
        let scene = self.scene;
        if cue - start.min(cue) > LONGEST {
            return cue; // more than anybody reports in one sentence
        }
        while start < cue
            && (is_edge(scene.document.word(start)) && scene.quotation_at(start).is_none()
                || start > floor && scene.language.speech.coordinators.has(scene.word(start)))
        {
            start += 1;
        }
        start
    }

    /// "LUND, Oct 9 (Nordnytt) - The toll rose": the clause begins behind the dash.
    fn behind_dateline(&self, start: usize, limit: usize) -> usize {
        const LONGEST: usize = 16;
        let scene = self.scene;
        let capitals = |at: usize| {
            let word = scene.document.word(at);
            word.len() > 1 && word.chars().all(char::is_uppercase)
        };
        let dash =
            (start..limit.min(start + LONGEST)).find(|&at| scene.is_dash(at) && !scene.document.is_glued(at));
        let fits = |dash: usize| scene.is(dash - 1, ")") || capitals(start);
        dash.filter(|&dash| dash > start && fits(dash)).map_or(start, |dash| dash + 1)
    }

    /// "According to the bank, prices fell", "prices fell, according to the bank".
    fn by_source(&mut self, index: usize) -> Option<Draft> {
        let scene = self.scene;
        let cue = self.cues[index].tokens.clone();
        let limit = scene.sentence(cue.start).end;
        let floor = scene.floor(cue.start);
        let speaker = scene.starting_at(cue.end, limit);
        let after = speaker.as_ref().map_or(cue.end, |party| party.whole.end);
        let comma =
            (after..limit.min(after + 30)).find(|&at| scene.is(at, ",") && !self.is_inner_comma(at, limit));
        let opens = cue.start == floor || !scene.is(cue.start - 1, ",") && cue.start <= floor + 2;
        let mut pieces = Vec::new();
        if !opens {
            let last = if scene.is(cue.start - 1, ",") { cue.start - 1 } else { cue.start };
            let from = self.content_start(floor, cue.start);
            pieces.extend(self.worth(from..last)?);
        }
        // Behind the clause only what follows the source at once goes on with it.
        let at_once = |comma: usize| comma == after || scene.is(after, ",");
        let goes_on = |comma: usize| opens || at_once(comma) && self.goes_on(comma + 1);
        if let Some(comma) = comma.filter(|&comma| comma + 2 < limit && goes_on(comma)) {
            let end = scene.content_end(comma + 1, &self.begins, false);
            pieces.extend(self.worth(comma + 1..end).into_iter().flatten());
        }
        if pieces.is_empty() {
            return None;
        }
        Some(Draft { pieces, cue: Some(cue), speaker, addressee: None, rule: "according to" })
    }

    /// A comma before an apposition: "according to Ada Moss, a farmer, prices fell".
    fn is_inner_comma(&self, at: usize, limit: usize) -> bool {
        const NEAR: usize = 14;
        let scene = self.scene;
        let opens = scene.is_determiner(at + 1) && scene.word(at + 1) != scene.language.speech.that
            || scene.language.speech.relatives.has(scene.word(at + 1));
        let closer = (at + 1..limit.min(at + NEAR)).find(|&at| scene.is(at, ","));
        let verbless = |closer: usize| {
            scene.language.speech.relatives.has(scene.word(at + 1))
                || !(at + 1..closer)
                    .any(|at| matches!(scene.class(at), Some(WordClass::Auxiliary | WordClass::Verb)))
        };
        opens && closer.is_some_and(verbless)
    }

    /// "his claim that it works"
    fn by_noun(&mut self, index: usize) -> Option<Draft> {
        let cue = &self.cues[index];
        let (start, speaker) = (cue.tokens.end, cue.subject.clone());
        let cue = Some(cue.tokens.clone());
        let end = self.scene.content_end(start, &self.begins, true);
        let pieces = self.worth(start..end)?;
        Some(Draft { pieces, cue, speaker, addressee: None, rule: "noun" })
    }
}

/// Marks that open no content.
fn is_edge(word: &str) -> bool {
    matches!(word, "," | ";" | ":" | "." | "—" | "–" | "-" | "--" | ")" | "]" | "•" | "*" | "…" | "...")
}
