//! Figures: amounts with their unit and the words that qualify them.

use super::FigureMention;
use crate::lang::Language;
use crate::text::Document;

/// Every figure of the document, in text order, none overlapping.
pub fn find(_document: &Document, _language: &Language) -> Vec<FigureMention> {
    Vec::new()
}
