//! Figures of one article that speak of the same thing and disagree: "42 people were killed" and "38 dead",
//! parts that do not add up to their total, "doubled" from 3 to 5.
//!
//! Precision before recall: what a false alarm costs is trust. Two figures are of the same thing only where the
//! same noun or the same event is counted, by the same unit, with the same modifiers, in clauses that name no
//! other place, time, group or forecast (`topic`); they disagree only where no reading of their bounds and of
//! their rounding lets both be true (`reach`).
//!
//! It does not say which of them is right, knows nothing that the article does not say, and compares no article
//! with another.

mod change;
mod pair;
mod reach;
mod scene;
mod sum;
mod topic;

use self::scene::Scene;
use super::{Resolution, ResolvedConflict};
use crate::lang::Language;
use crate::text::Document;

/// Adds the conflicts, in the order of their first figures.
pub(super) fn attach(document: &Document, language: &Language, resolution: &mut Resolution) {
    let scene = Scene::of(document, language, resolution);
    let mut conflicts: Vec<ResolvedConflict> = Vec::new();
    conflicts.extend(sum::find(&scene)); // first: parts of a total are no rivals of it
    conflicts.extend(change::find(&scene)); // before pairs: two levels of one change differ on purpose
    conflicts.extend(pair::find(&scene));
    conflicts.sort_by_key(|conflict| conflict.figures.clone());
    conflicts.dedup_by(|next, kept| next.figures == kept.figures);
    resolution.conflicts = conflicts;
}
