//! From tokens to spans: kinds, entities, text order, and who says each figure.

use std::ops::Range;

use super::board::Draft;
use super::party::Party;
use super::referent::Referents;
use super::scene::Scene;
use crate::resolve::{AttributionKind, ResolvedAttribution, ResolvedEntity, ResolvedParty};
use crate::text::Span;

/// All sayings in text order.
pub(super) fn assemble(
    scene: &Scene,
    mut drafts: Vec<Draft>,
    entities: &[ResolvedEntity],
) -> Vec<ResolvedAttribution> {
    for draft in &mut drafts {
        draft.pieces = joined(scene, std::mem::take(&mut draft.pieces));
    }
    drafts.retain(|draft| !draft.pieces.is_empty());
    drafts.sort_by_key(|draft| (draft.pieces[0].start, usize::MAX - draft.pieces[0].end));
    drafts.dedup_by(|next, kept| next.pieces == kept.pieces);
    let mut referents = Referents::of(scene, entities);
    drafts.into_iter().map(|draft| attribution(scene, &mut referents, draft)).collect()
}

fn attribution(scene: &Scene, referents: &mut Referents, draft: Draft) -> ResolvedAttribution {
    let span = |tokens: &Range<usize>| scene.document.span(tokens.clone());
    let party = |party: &Party, entity| ResolvedParty { span: span(&party.tokens), entity };
    ResolvedAttribution {
        kind: kind(scene, &draft.pieces),
        spans: draft.pieces.iter().map(span).collect(),
        speaker: draft.speaker.as_ref().map(|speaker| party(speaker, referents.speaker(speaker))),
        cue: draft.cue.as_ref().map(span),
        addressee: draft.addressee.as_ref().map(|other| party(other, referents.named(&other.tokens))),
        rule: draft.rule,
    }
}

/// In text order, without edges that are mere marks, what touches made one.
fn joined(scene: &Scene, mut pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    pieces.sort_by_key(|piece| piece.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
    for piece in pieces.into_iter().filter(|piece| piece.start < piece.end) {
        match joined.last_mut() {
            Some(last) if piece.start < last.end || touches(scene, last.end, piece.start) => {
                last.end = last.end.max(piece.end);
            }
            _ => joined.push(piece),
        }
    }
    joined
}

/// One quotation that goes on in the next paragraph stays in pieces.
fn touches(scene: &Scene, end: usize, start: usize) -> bool {
    end == start && scene.paragraph_of(end.saturating_sub(1)) == scene.paragraph_of(start)
}

/// All in marks, some, or none.
fn kind(scene: &Scene, pieces: &[Range<usize>]) -> AttributionKind {
    let (mut quoted, mut plain) = (false, false);
    for piece in pieces {
        let mut at = piece.start;
        while at < piece.end {
            let quotation = scene.quotation_at(at);
            quoted |= quotation.is_some();
            plain |= quotation.is_none() && scene.is_word(at);
            at = quotation.map_or(at + 1, |index| scene.quotations[index].tokens.end.max(at + 1));
        }
    }
    match (quoted, plain) {
        (true, false) => AttributionKind::Direct,
        (true, true) => AttributionKind::Mixed,
        (false, _) => AttributionKind::Indirect,
    }
}

/// Who says what stands at each of the places, which are in text order: the innermost attribution whose words
/// contain it.
pub(in crate::resolve) fn innermost(
    attributions: &[ResolvedAttribution],
    places: impl Iterator<Item = Span>,
) -> Vec<Option<usize>> {
    let mut spans: Vec<(Span, usize)> = attributions
        .iter()
        .enumerate()
        .flat_map(|(index, attribution)| attribution.spans.iter().map(move |&span| (span, index)))
        .collect();
    spans.sort_by_key(|&(span, _)| (span.start, usize::MAX - span.end));
    let mut open: Vec<(Span, usize)> = Vec::new();
    let mut next = 0;
    let around = |place: Span| {
        while let Some(&opening) = spans.get(next).filter(|(span, _)| span.start <= place.start) {
            open.push(opening);
            next += 1;
        }
        open.retain(|(span, _)| span.end > place.start);
        let around = open.iter().filter(|(span, _)| span.end >= place.end);
        around.min_by_key(|(span, _)| span.len()).map(|&(_, index)| index)
    };
    places.map(around).collect()
}
