//! The stretches of a sentence that are worth scoring: a name has a capital, or is a place known without.

use std::ops::Range;

use super::attribute::Attributes;

/// Tokens farther than this from a capital letter cannot be part of a name and are not scored:
/// "Bank of the West" needs two, and three would cost a fifth more time for nothing.
const REACH: usize = 2;

/// So many tokens on either side of a stretch are looked at as neighbours.
const SIGHT: usize = 2;

/// Bits of the lists of countries, regions and large cities: "in france" is looked at, "nice" and
/// "reading" too, and left alone.
const KNOWN_PLACES: u16 = 0b111;

/// The tokens near a capital letter, or near a place that is known even in lower case.
pub fn stretches(sentence: &[Attributes]) -> Vec<Range<usize>> {
    within(sentence, REACH)
}

/// The stretches and their neighbours: all that features are made of.
pub fn in_sight(sentence: &[Attributes]) -> Vec<Range<usize>> {
    within(sentence, REACH + SIGHT)
}

fn within(sentence: &[Attributes], reach: usize) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let is_worth = |token: &Attributes| token.is_capital() || token.lists & KNOWN_PLACES != 0;
    for index in (0..sentence.len()).filter(|&index| is_worth(&sentence[index])) {
        let (start, end) = (index.saturating_sub(reach), (index + reach + 1).min(sentence.len()));
        match stretches.last_mut() {
            Some(last) if last.end >= start => last.end = end,
            _ => stretches.push(start..end),
        }
    }
    stretches
}
