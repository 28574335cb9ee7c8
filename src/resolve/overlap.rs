//! Which of two mentions of the same words stands. Decided here and nowhere else.

use super::Mentions;
use crate::recognize::{FigureMention, NameMention};
use crate::text::Span;

/// Drops figures inside dates ("12" of "12 March") and names inside dates ("May").
pub(super) fn settle(mut mentions: Mentions) -> Mentions {
    let dates: Vec<Span> = mentions.dates.iter().map(|date| date.span).collect();
    mentions.figures.retain(outside(&dates, |figure: &FigureMention| figure.span));
    mentions.names.retain(outside(&dates, |name: &NameMention| name.span));
    mentions
}

/// A filter for one walk in text order: keeps what touches none of `spans` (sorted, disjoint).
fn outside<T>(spans: &[Span], span_of: impl Fn(&T) -> Span) -> impl FnMut(&T) -> bool {
    let mut next = 0;
    move |mention| {
        let span = span_of(mention);
        while next < spans.len() && spans[next].end <= span.start {
            next += 1;
        }
        !spans.get(next).is_some_and(|other| other.overlaps(span))
    }
}
