//! Who says what: quotations and reported speech, each with its speaker, its cue and the rule that found it.
//!
//! ```text
//! “It holds,” Ada Moss told the Harbour Post, adding that 40 piles had been tested.
//!    direct: “It holds,”  by Ada Moss, to the Harbour Post, cue "told"
//!    indirect: that 40 piles had been tested  by Ada Moss, cue "adding"
//! ```
//!
//! One step a file: `marks` pairs quotation marks, `cue` finds the words of saying, `party` reads who stands
//! before and after them, `count` which verbs report figures, `quoted` gives quotations to cues, `reported` gives every other cue its clause
//! (`forward` finds where one begins, `clause` where it ends), `unmarked` does without cues, `referent` finds
//! the entity, `assemble` makes spans. Every walk is bounded. `FORMS.md` shows every form with its analysis.
//!
//! It does not decide whether a saying is true, resolves pronouns only as far as a speaker needs it, and
//! leaves words in marks alone that nobody is said to say.

mod assemble;
mod board;
mod clause;
mod count;
mod cue;
mod forward;
mod marks;
mod party;
mod quoted;
mod referent;
mod reported;
mod scene;
#[cfg(test)]
mod tests;
mod unmarked;

pub(super) use self::assemble::innermost;
use self::board::Board;
use self::scene::Scene;
use super::{Resolution, ResolvedReference};
use crate::lang::Language;
use crate::text::Document;

/// Adds the attributions in text order, and to the figures who says them.
pub(super) fn attach(document: &Document, language: &Language, resolution: &mut Resolution) {
    let quotations = marks::pair(document, language);
    let scene = Scene::of(document, language, quotations, resolution);
    let cues = cue::find(&scene);
    let mut board = Board::new(&scene, cues);
    board.tag(); // first: a cue beside a quotation reports nothing else
    board.report();
    board.headings();
    board.run_on(); // last: whether a quotation is part of a clause must be known
    resolution.attributions = assemble::assemble(&scene, board.drafts, &resolution.entities);
    reconcile(resolution);
    let places = resolution.figures.iter().map(|figure| figure.mention.span);
    let speakers = innermost(&resolution.attributions, places);
    for (figure, speaker) in resolution.figures.iter_mut().zip(speakers) {
        figure.said_by = speaker;
    }
}

/// The tokens of every quotation that is not inside another.
#[cfg(any(test, feature = "probe"))]
pub(super) fn quotations(document: &Document, language: &Language) -> Vec<std::ops::Range<usize>> {
    marks::pair(document, language).into_iter().map(|quotation| quotation.tokens).collect()
}

/// A pronoun that speaks means who speaks: what was said before it tells more than where names stand.
fn reconcile(resolution: &mut Resolution) {
    let mut moved = Vec::new();
    for party in resolution.attributions.iter().filter_map(|said| said.speaker) {
        moved.extend(party.entity.map(|entity| (party.span, entity)));
    }
    moved.sort_unstable();
    let mut kept: Vec<(ResolvedReference, usize)> = Vec::new();
    for (index, entity) in resolution.entities.iter_mut().enumerate() {
        let meant = |reference: &ResolvedReference| {
            let at = moved.binary_search_by_key(&reference.span, |&(span, _)| span).ok()?;
            Some(moved[at].1).filter(|&meant| meant != index)
        };
        let moving = entity.references.iter().filter_map(|reference| Some((*reference, meant(reference)?)));
        kept.extend(moving);
        entity.references.retain(|reference| meant(reference).is_none());
    }
    for &(reference, entity) in &kept {
        resolution.entities[entity].references.push(reference);
    }
    let mut grown: Vec<usize> = kept.iter().map(|&(_, entity)| entity).collect();
    grown.sort_unstable();
    grown.dedup();
    for entity in grown {
        resolution.entities[entity].references.sort_by_key(|reference| reference.span);
    }
}
