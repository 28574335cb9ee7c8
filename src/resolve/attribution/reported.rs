//! Reported speech: the content of every cue that tags no quotation.
//!
//! Forward "officials said **that it had failed**", "told reporters **he would resign**", "vowed **to fight**",
//! "praised **the plan**"; backward "**it had failed**, officials said"; both "**it**, he said, **had failed**";
//! "according to the bank, **prices fell**"; "his claim **that it works**".

use std::ops::Range;

use super::board::{Board, Draft};
use super::cue::{Cue, CueKind};
use super::party::Party;
use crate::lang::grammar::WordClass;
use crate::lang::speech::{Form, SpeechVerb};

/// "Friday 12 September 2003.": a date up to the end of its sentence is nothing said.
const LONGEST_DATE: usize = 6;

/// Where what was said begins, and to whom.
struct Forward {
    start: usize,
    addressee: Option<Party>,
    is_phrase: bool,
    rule: &'static str,
}

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
        Some(vec![start..tokens.end])
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

    /// What follows the verb.
    fn forward(&self, index: usize, verb: SpeechVerb) -> Option<Forward> {
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
        // "urged caution": nobody is spoken to
        (verb.object && self.opens_phrase(after) && !self.is_mere_label(verb, after, limit))
            .then(|| Forward { start: after, addressee: None, is_phrase: true, rule: "object" })
    }

    /// "a boy called Tarn", "she called home": one word or name after a verb that needs two.
    fn is_mere_label(&self, verb: SpeechVerb, at: usize, limit: usize) -> bool {
        let end = self.scene.name_at(at).map_or(at + 1, |name| self.scene.place(name).end);
        let needs_two = verb.quote && !verb.that;
        let next_is_part = end < limit && (self.scene.is_word(end) || self.scene.quotation_at(end).is_some());
        needs_two && self.scene.quotation_at(at).is_none() && !next_is_part
    }

    /// "said, however, that"
    fn behind_aside(&self, verb: SpeechVerb, at: usize, limit: usize) -> Option<usize> {
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
    fn marked(&self, verb: SpeechVerb, at: usize, limit: usize) -> Option<(usize, &'static str)> {
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
    fn ends_addressee(&self, at: usize, limit: usize) -> bool {
        at >= limit || !matches!(self.scene.class(at), Some(WordClass::Auxiliary | WordClass::Verb))
    }

    /// "he said." or "said Monday,": nothing of what was said follows.
    fn is_tag(&self, cue: &Cue, after: usize) -> bool {
        let limit = self.scene.sentence(cue.tokens.start).end;
        let passed = self.scene.after_adjuncts(after, limit);
        let closed = |at: usize| {
            at >= limit || self.scene.is(at, ",") || self.scene.is(at, ".") || self.scene.is_dash(at)
        };
        closed(after) || closed(passed) && self.is_after_clause(cue)
    }

    /// Whether the cue with its subject stands behind a comma or a quotation.
    fn is_after_clause(&self, cue: &Cue) -> bool {
        let begin = cue.begin();
        let floor = self.scene.floor(begin);
        begin > floor && {
            let last = begin - 1;
            let quoted = self.scene.quotation_at(last).is_some();
            self.scene.is(last, ",") || self.scene.is_dash(last) || quoted
        }
    }

    /// Where a clause without "that" begins: right here, or behind adjuncts where a new phrase follows them.
    fn bare(&self, at: usize, passed: usize, limit: usize) -> Option<usize> {
        let scene = self.scene;
        let opens = |at: usize| {
            at + 1 < limit
                && (!scene.is_preposition(at) || self.has_verb(at, limit))
                && !scene.is_doing(at)
                && !(at..limit).take(LONGEST_DATE).all(|at| scene.is_date(at) || scene.is(at, "."))
                && scene.quotation_at(at).is_none()
                && (scene.is_word(at)
                    || scene.document.kind(at) == Some(crate::text::TokenKind::Number)
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

    fn opens_phrase(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.quotation_at(at).is_some()
            || scene.is_determiner(at)
            || scene.is_possessive(at)
            || scene.is_plain(at) && !scene.is_adverb(at)
            || scene.class(at) == Some(WordClass::Pronoun)
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

    /// Whether a clause begins here: a verb follows, or a pronoun that only a verb can follow.
    fn is_clause(&self, start: usize, limit: usize) -> bool {
        const FAR: usize = 25;
        let scene = self.scene;
        let ends =
            |at: usize| at > start && (scene.is(at, ",") || scene.class(at) == Some(WordClass::Relative));
        let near = (start..limit.min(start + FAR)).take_while(|&at| !ends(at));
        scene.language.speech.subjects.has(scene.word(start))
            || near.into_iter().any(|at| scene.quotation_at(at).is_none() && self.may_be_verb(at))
    }

    /// Whether somebody is said to do something here, up to `end`, whatever commas stand between.
    fn says_something(&self, start: usize, end: usize) -> bool {
        const FAR: usize = 60;
        let quoted = |at: usize| self.scene.quotation_at(at).is_some();
        (start..end.min(start + FAR)).any(|at| quoted(at) || self.may_be_verb(at))
    }

    /// A verb by its class, its ending or its contraction.
    fn may_be_verb(&self, at: usize) -> bool {
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
    fn has_verb(&self, at: usize, limit: usize) -> bool {
        const NEAR: usize = 12;
        (at..limit.min(at + NEAR))
            .take_while(|&at| !self.scene.is(at, ","))
            .any(|at| matches!(self.scene.class(at), Some(WordClass::Auxiliary | WordClass::Verb)))
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
