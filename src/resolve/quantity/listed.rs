//! Tables of results in running text: "**Labour** 412, **Conservatives** 121", "**Swans** 88, **Eagles** 61".
//!
//! A bare number right after a name counts for it, where another such pair stands beside it: one pair alone
//! may be a bus or a flight.

use super::elliptic::Earlier;
use super::phrase::Phrase;
use super::{Mark, Scene, Spot};
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention};
use crate::text::TokenKind;

/// "The Liberal Democratic Party of Japan": no longer name stands in such a list.
const LONGEST_ENTRY: usize = 6;

impl Scene<'_, '_> {
    /// The name before a bare number in a list of results: one that opens the sentence or stands after a
    /// colon, or the next after such a one.
    pub fn listed(&self, figure: &FigureMention, earlier: &Earlier) -> Option<Phrase> {
        let spot = self.spot(figure.qualified)?;
        if !matches!(figure.kind, FigureKind::Cardinal | FigureKind::Percent) {
            return None;
        }
        let entry = self.entry_before(spot.qualified.start, spot.sentence.start)?;
        let opens = entry.start == spot.sentence.start || self.document.word(entry.start - 1) == ":";
        let begins = opens && self.begins_entry(spot.qualified.end, spot.sentence.end);
        (begins || self.goes_on_list(entry, &spot, earlier)).then_some(entry)
    }

    /// "Labour 412, **Conservatives 121**": whether the figure before was another entry.
    fn goes_on_list(&self, entry: Phrase, spot: &Spot, earlier: &Earlier) -> bool {
        let (Some(last), Some(Some(found))) = (earlier.figures.last(), earlier.found.last()) else {
            return false;
        };
        let mark = entry.start.checked_sub(1).filter(|&at| at > spot.sentence.start);
        let Some(before) = self.spot(last.qualified) else { return false };
        mark.is_some_and(|mark| self.parts(mark) && before.qualified.end == mark)
            && found.head + 1 == before.qualified.start
            && self.is_entry_word(found.head)
    }

    /// The name that ends right before token `at` and begins a piece of the sentence.
    fn entry_before(&self, at: usize, start: usize) -> Option<Phrase> {
        let stop = start.max(at.saturating_sub(LONGEST_ENTRY));
        let first = (stop..at).rev().take_while(|&at| self.is_entry_word(at)).last()?;
        let opens = first == start || self.document.word(first - 1) == ":" || self.parts(first - 1);
        opens.then_some(Phrase { start: first, head: at - 1 })
    }

    /// "... **,** Conservatives 121": whether a mark, a name and a number follow.
    fn begins_entry(&self, mark: usize, end: usize) -> bool {
        if mark >= end || !self.parts(mark) {
            return false;
        }
        let joint = mark + 1 < end && self.class(mark + 1) == Some(WordClass::Conjunction);
        let first = mark + 1 + usize::from(joint);
        let limit = end.min(first + LONGEST_ENTRY);
        let next = (first..limit).find(|&at| !self.is_entry_word(at));
        next.is_some_and(|at| at > first && self.mark(at) == Mark::Figure)
    }

    /// Whether token `at` parts two entries.
    fn parts(&self, at: usize) -> bool {
        matches!(self.document.word(at), "," | ";" | "/" | "—" | "–" | "|")
            || self.class(at) == Some(WordClass::Conjunction)
    }

    fn is_entry_word(&self, at: usize) -> bool {
        let capital = self.document.word(at).starts_with(char::is_uppercase);
        self.document.kind(at) == Some(TokenKind::Word) && capital && self.is_plain(at)
    }
}
