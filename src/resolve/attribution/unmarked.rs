//! Sayings without a verb of saying: after a colon, in a heading, and what runs on from the saying before.
//!
//! "**Ada Moss:** The bridge holds", "From the report: **“It holds.”**", "“A,” he said. **“B.”**", and a next
//! paragraph that is a quotation. Words in marks that none of this explains are left alone.

use super::board::{Board, Draft, single};
use super::party::Party;

/// Fewer words in marks are no utterance of their own.
pub(super) const LEAST_WORDS: usize = 3;
/// Fewer words in marks on a line of their own are a heading.
const LEAST_ALONE: usize = 6;

impl Board<'_, '_, '_> {
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
                let pieces = single(colon + 1..self.scene.without_stop(colon + 1, end));
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
    pub fn labelled(&mut self, index: usize) -> Option<Draft> {
        let scene = self.scene;
        let quotation = scene.quotations[index].tokens.clone();
        let colon = quotation.start - 1;
        let floor = scene.floor(colon);
        let speaker = self.label(floor, colon);
        let pieces = vec![quotation];
        Some(Draft { pieces, cue: Some(colon..colon + 1), speaker, addressee: None, rule: "colon" })
    }

    /// Who a colon gives the word to: "Ada Moss:", "From the report:", else whom the sentence is about.
    pub fn label(&self, floor: usize, colon: usize) -> Option<Party> {
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
    pub fn earlier_owner(&self, index: usize) -> Option<usize> {
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
    pub fn is_interrupted(&self, from: usize, to: usize) -> bool {
        let end = self.scene.sentence(from).end;
        let first = self.cues.partition_point(|cue| cue.tokens.start < from.max(end));
        let mut between = self.cues[first..].iter().take_while(|cue| cue.tokens.start < to);
        between.any(|cue| cue.finite().is_some_and(|verb| verb.quote))
    }

    /// Whole sentences in marks, in a paragraph where somebody has spoken.
    pub fn follows_speech(&self, index: usize) -> bool {
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
    pub fn stands_alone(&self, index: usize) -> bool {
        let scene = self.scene;
        let tokens = &scene.quotations[index].tokens;
        let opens =
            tokens.start == 0 || scene.paragraph_of(tokens.start - 1) != scene.paragraph_of(tokens.start);
        let closes = tokens.end >= scene.document.tokens.len()
            || scene.paragraph_of(tokens.end) != scene.paragraph_of(tokens.end - 1);
        opens && closes && self.words(index) >= LEAST_ALONE
    }

    /// Whether the words are part of something reported already.
    pub fn is_covered(&self, index: usize) -> bool {
        self.covered.get(index).copied().unwrap_or(false)
    }
}
