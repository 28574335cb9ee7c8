//! What has been found so far: which cue and which quotation belongs to which saying.

use std::ops::Range;

use super::clause::Begins;
use super::cue::Cue;
use super::party::Party;
use super::scene::Scene;
use crate::lang::speech::Form;

/// A saying, in tokens.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub pieces: Vec<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub speaker: Option<Party>,
    pub addressee: Option<Party>,
    /// The rule that found it.
    pub rule: &'static str,
}

pub(super) struct Board<'s, 'd, 't> {
    pub scene: &'s Scene<'d, 't>,
    pub cues: Vec<Cue>,
    pub begins: Begins,
    /// For every cue: whether it has its saying.
    pub used: Vec<bool>,
    /// For every cue: who speaks, once that is known.
    pub speakers: Vec<Option<Party>>,
    /// For every quotation: the saying it belongs to.
    pub owner: Vec<Option<usize>>,
    /// For every quotation: whether it stands inside a reported clause.
    pub covered: Vec<bool>,
    pub drafts: Vec<Draft>,
    /// Where the last reported content ends.
    pub last_end: Option<usize>,
}

impl<'s, 'd, 't> Board<'s, 'd, 't> {
    pub fn new(scene: &'s Scene<'d, 't>, cues: Vec<Cue>) -> Self {
        let begins = Begins::of(scene, &cues);
        Self {
            scene,
            begins,
            used: vec![false; cues.len()],
            speakers: vec![None; cues.len()],
            owner: vec![None; scene.quotations.len()],
            covered: vec![false; scene.quotations.len()],
            drafts: Vec::new(),
            last_end: None,
            cues,
        }
    }

    /// Keeps a saying; its index.
    pub fn add(&mut self, draft: Draft) -> usize {
        for piece in &draft.pieces {
            let quotations = &self.scene.quotations;
            let first = quotations.partition_point(|quotation| quotation.tokens.end <= piece.start);
            let inside =
                quotations[first..].iter().take_while(|quotation| quotation.tokens.start < piece.end);
            let count = inside.count();
            self.covered[first..first + count].fill(true);
        }
        self.last_end = draft.pieces.last().map(|piece| piece.end);
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// Who speaks at a cue that tags no quotation after it.
    pub fn speaker_of(&mut self, index: usize) -> Option<Party> {
        let cue = &self.cues[index];
        let doing = cue.verb().is_some_and(|verb| verb.form == Form::Doing);
        let floor = self.scene.floor(cue.tokens.start);
        let found = if doing && cue.subject.is_none() {
            self.speaker_of_participle(index, floor)
        } else {
            cue.subject.clone().or_else(|| self.scene.main_subject(floor, cue.tokens.start))
        };
        self.speakers[index].clone_from(&found);
        found
    }

    /// "..., saying": who speaks or acts in the sentence before.
    fn speaker_of_participle(&self, index: usize, floor: usize) -> Option<Party> {
        const MOST_CUES: usize = 4;
        let sentence = self.scene.sentence(floor).start;
        let earlier = self.cues[..index].iter().enumerate().rev().take(MOST_CUES);
        let spoken = earlier
            .take_while(|(_, cue)| cue.tokens.start >= sentence)
            .find(|(_, cue)| cue.finite().is_some())
            .and_then(|(at, cue)| self.speakers[at].clone().or_else(|| cue.subject.clone()));
        spoken.or_else(|| self.scene.main_subject(floor, self.cues[index].tokens.start))
    }

    /// The last to speak before token `at`, in its paragraph or the one before.
    pub fn last_speaker(&self, at: usize) -> Option<Party> {
        const MOST_CUES: usize = 12;
        let here = self.scene.paragraph_of(at);
        let end = self.cues.partition_point(|cue| cue.tokens.start < at);
        (end.saturating_sub(MOST_CUES)..end)
            .rev()
            .take_while(|&cue| self.scene.paragraph_of(self.cues[cue].tokens.start) + 1 >= here)
            .find_map(|cue| self.speakers[cue].clone())
    }
}

/// What is said without an interruption.
pub(super) fn single(piece: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(piece).collect()
}
