//! Places that say of one another where they are: "Paris, Texas" and not "Paris, Rome and Texas".

use super::lookup::Lookup;
use crate::lang::Language;
use crate::lang::place::Extent;
use crate::recognize::NameKind;
use crate::resolve::Resolution;
use crate::text::{Document, Span};

/// For every entity the regions and countries that stand right behind one of its mentions, and how many of
/// its own mentions stand right behind a town.
pub(super) fn around(
    document: &Document,
    lookup: Lookup,
    resolution: &Resolution,
) -> (Vec<Vec<usize>>, Vec<usize>) {
    let names = &resolution.names;
    let mut around = vec![Vec::new(); resolution.entities.len()];
    let mut behind = vec![0; resolution.entities.len()];
    let outer: Vec<Vec<usize>> = names
        .iter()
        .map(|name| match name.kind {
            NameKind::Place => lookup.around(name.span.of(document.text)),
            _ => Vec::new(),
        })
        .collect();
    let joint = |first: usize| match names.get(first..first + 2) {
        Some([left, right]) => joint(document, lookup.language, left.span, right.span),
        _ => Joint::None,
    };
    // In a list, what follows is as wide as what it follows, or what goes before is joined to this.
    let is_list = |first: usize| {
        let holds =
            |&inner: &usize| outer[first + 2].iter().any(|&wide| lookup.gazetteer.is_within(inner, wide));
        let goes_on = joint(first + 1) != Joint::None
            && !outer[first + 2].is_empty()
            && !outer[first + 1].iter().any(holds);
        let is_wide = |index: usize| only_wide(lookup, document, names[index].span);
        goes_on || first > 0 && joint(first - 1) == Joint::Comma && is_wide(first - 1) && is_wide(first)
    };
    for first in 0..names.len().saturating_sub(1) {
        let (name, next) = (&names[first], &names[first + 1]);
        let is_pair = name.kind == NameKind::Place && !outer[first + 1].is_empty();
        if !is_pair || joint(first) != Joint::Comma {
            continue;
        }
        if !is_list(first) {
            around[name.entity].extend(&outer[first + 1]);
            behind[next.entity] += 1;
        }
    }
    (around, behind)
}

/// Whether a name is that of regions or countries and of no town.
fn only_wide(lookup: Lookup, document: &Document, name: Span) -> bool {
    let places = lookup.places(name.of(document.text)).places;
    !places.is_empty() && places.iter().all(|&place| lookup.gazetteer.place(place).extent != Extent::City)
}

/// What stands between two names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A comma, or a bracket that opens.
    Comma,
    /// A word that ends a list.
    And,
    None,
}

fn joint(document: &Document, language: &Language, left: Span, right: Span) -> Joint {
    let ends_list = |word| language.numbers.joiners.has(word) || word == language.grammar.either;
    let start = document.tokens.partition_point(|token| token.span.start < left.end);
    let end = document.tokens.partition_point(|token| token.span.start < right.start);
    let mut between = (start..end.max(start)).map(|index| document.normal(index)).filter(|&word| word != ".");
    match (between.next(), between.next(), between.next()) {
        (Some("," | "("), None, None) => Joint::Comma,
        (Some(word), None, None) | (Some(","), Some(word), None) if ends_list(word) => Joint::And,
        _ => Joint::None,
    }
}
