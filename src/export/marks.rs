//! What is marked in a document that a person reads: names, dates and figures that count something.
//!
//! Of those that share words, the one stands that begins first, or the longer: a document outside of a program
//! cannot show two on one word. Quotations are not marked; the tables say who said a figure.

use super::Doc;
use crate::analysis::FigureRole;

/// A marked stretch, in bytes.
pub struct Mark<'d> {
    pub start: usize,
    pub end: usize,
    /// "person", "figure", …
    pub kind: &'d str,
    /// Its number in its own list.
    pub index: usize,
}

/// Every mark in text order, none overlapping, none empty.
pub fn marks<'d>(doc: &'d Doc) -> Vec<Mark<'d>> {
    let analysis = &doc.analysis;
    let names = analysis.names.iter().enumerate().map(|(index, name)| {
        // As what it names is taken for, so that marks and lists agree.
        let kind = analysis.entities[name.entity].kind.as_str();
        Mark { start: name.start, end: name.end, kind, index }
    });
    let claims = analysis.figures.iter().enumerate().filter(|(_, figure)| figure.role == FigureRole::Claim);
    let figures =
        claims.map(|(index, figure)| Mark { start: figure.start, end: figure.end, kind: "figure", index });
    let dates = analysis.dates.iter().enumerate();
    let dates = dates.map(|(index, date)| Mark { start: date.start, end: date.end, kind: "date", index });
    let mut all: Vec<Mark> = names.chain(figures).chain(dates).collect();
    all.sort_by_key(|mark| (mark.start, usize::MAX - mark.end));
    let mut end = 0;
    all.retain(|mark| {
        let stands = mark.start >= end && mark.end > mark.start;
        if stands {
            end = mark.end;
        }
        stands
    });
    all
}
