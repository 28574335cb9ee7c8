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

/// Every mark in text order, none overlapping, none empty. The lists of a result are in text order already; one that
/// was brought out of it loses marks, not more.
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
    let (mut names, mut figures, mut dates) = (names.peekable(), figures.peekable(), dates.peekable());
    let mut marks: Vec<Mark> = Vec::new();
    let mut end = 0;
    loop {
        let next = [names.peek(), figures.peek(), dates.peek()].map(|mark| mark.map_or(NONE, Mark::rank));
        let first = next.into_iter().min().unwrap_or(NONE);
        let mark = match next.iter().position(|&rank| rank == first) {
            Some(0) => names.next(),
            Some(1) => figures.next(),
            _ => dates.next(),
        };
        let Some(mark) = mark else { return marks };
        if mark.start >= end && mark.end > mark.start {
            end = mark.end;
            marks.push(mark);
        }
    }
}

/// Behind every mark.
const NONE: (usize, usize) = (usize::MAX, usize::MAX);

impl Mark<'_> {
    /// Where it stands in the order: the longer first where two begin together.
    fn rank(&self) -> (usize, usize) {
        (self.start, usize::MAX - self.end)
    }
}
