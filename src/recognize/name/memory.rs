//! What the rest of the article shows of a word: its lower-case twin, and what the first look at the
//! article took it for elsewhere.
//!
//! "Arba Minch" may be a person for all that one sentence shows; when three others say "drove to Arba
//! Minch", the second look knows. The first look marks tokens with kinds, [`recall`] sums them up.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::attribute::Attributes;
use crate::text::{Document, TokenKind};

/// The word occurs in lower case: "Apple" beside "apple".
const LOWER: u8 = 1;
/// The word occurs with a capital inside a sentence.
const CAPITAL_INSIDE: u8 = 2;

/// What a word was taken for at one place: 0 for no name, else a kind of name plus one.
pub type Taken = u8;
const TAKEN: usize = 5;

/// The answer of [`recall`] where the word does not occur elsewhere.
const NOWHERE_ELSE: u8 = 1;

/// From this many other places that nearly all agree, the answer counts as strong.
const STRONG: u32 = 3;

/// Keys are hashes already.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(self.0 as u32 ^ u32::from(byte));
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

type ByWord<V> = HashMap<u32, V, BuildHasherDefault<Spread>>;

/// Notes for every word whether the article also has it in lower case, or capitalised inside a sentence.
pub fn mark_twins(document: &Document, tokens: &mut [Attributes]) {
    let mut seen: ByWord<u8> = ByWord::default();
    for sentence in &document.sentences {
        for index in sentence.tokens.clone() {
            if document.kind(index) != Some(TokenKind::Word) {
                continue;
            }
            let flag = match (tokens[index].is_capital(), index > sentence.tokens.start) {
                (false, _) => LOWER,
                (true, true) => CAPITAL_INSIDE,
                (true, false) => continue,
            };
            *seen.entry(tokens[index].word).or_default() |= flag;
        }
    }
    for token in tokens.iter_mut().filter(|token| token.is_capital()) {
        token.note_twins(seen.get(&token.word).copied().unwrap_or_default());
    }
}

/// Notes for every token what the same word was taken for at other places of the article.
pub fn recall(tokens: &mut [Attributes], taken: &[Taken]) {
    let mut counts: ByWord<[u32; TAKEN]> = ByWord::default();
    for (token, &taken) in tokens.iter().zip(taken).filter(|(token, _)| token.is_capital()) {
        counts.entry(token.word).or_default()[usize::from(taken)] += 1;
    }
    for (token, &own) in tokens.iter_mut().zip(taken) {
        let answer = match counts.get(&token.word) {
            Some(counts) if token.is_capital() => sum_up(*counts, own),
            _ => NOWHERE_ELSE,
        };
        token.note_memory(answer);
    }
}

/// The most frequent reading at other places, and whether it is strong.
fn sum_up(mut counts: [u32; TAKEN], own: Taken) -> u8 {
    counts[usize::from(own)] -= 1;
    let total: u32 = counts.iter().sum();
    if total == 0 {
        return NOWHERE_ELSE;
    }
    let (best, &most) = counts.iter().enumerate().rev().max_by_key(|(_, count)| **count).unwrap_or((0, &0));
    let strong = most >= STRONG && 5 * most >= 4 * total;
    2 + 2 * best as u8 + u8::from(strong)
}
