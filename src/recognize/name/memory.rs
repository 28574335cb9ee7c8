//! What the rest of the article shows of a word.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::feature::Attributes;
use crate::text::{Document, TokenKind};

/// The word occurs in lower case: "Apple" beside "apple".
const LOWER: u8 = 1;
/// The word occurs with a capital inside a sentence.
const CAPITAL_INSIDE: u8 = 2;

/// Keys are hashes already.
#[derive(Default)]
pub(super) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(self.0 as u32 ^ u32::from(byte));
        }
    }
    fn write_u32(&mut self, key: u32) {
        // Spread to the high bits, which the map reads too.
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

pub(super) type ByWord<V> = HashMap<u32, V, BuildHasherDefault<Identity>>;

/// Notes for every word whether the article also has it in lower case, or capitalised inside a sentence.
pub(super) fn mark_twins(document: &Document, all: &mut [Attributes]) {
    let mut seen: ByWord<u8> = ByWord::default();
    for sentence in &document.sentences {
        for index in sentence.tokens.clone() {
            if document.kind(index) != Some(TokenKind::Word) {
                continue;
            }
            let flag = if !all[index].is_capital() {
                LOWER
            } else if index > sentence.tokens.start {
                CAPITAL_INSIDE
            } else {
                continue;
            };
            *seen.entry(all[index].word).or_default() |= flag;
        }
    }
    for token in all.iter_mut() {
        if token.is_capital() {
            token.note_twins(seen.get(&token.word).copied().unwrap_or_default());
        }
    }
}
