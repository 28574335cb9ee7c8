//! What is known of words beforehand: word classes learned from plain text, and lists of names.
//!
//! Knowledge is a feature here, never a decision: "Paris" in the list of cities makes a place likely,
//! and "Paris Hilton" still comes out as a person. No name is stored: entries are 24-bit hashes, and
//! one unknown word in a few hundred looks like a known one, which the model has learned to live with.

use super::attribute::{Attributes, hash_word};

/// The lists, in the order of their bits.
#[cfg(any(test, feature = "train"))]
pub const LISTS: [&str; 6] = ["country", "region", "city-large", "city", "given", "surname"];

/// Entries of more words are too rare to pay for the look-ups.
pub const LONGEST_ENTRY: usize = 4;

/// The classes of a word; 0 where it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// One of about sixty.
    pub coarse: u8,
    /// One of about five hundred.
    pub fine: u16,
}

/// The part of a hash that is kept.
pub fn key(hash: u32) -> u32 {
    (hash ^ hash >> 24) & 0xFF_FFFF
}

/// The hash of an entry that begins as `so_far` (0 for nothing) and goes on with a word.
pub fn extend(so_far: u32, word: u32) -> u32 {
    if so_far == 0 { word } else { (so_far.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B1) }
}

/// Word classes and lists, ready to look up.
pub struct Lexicon {
    classes: ByKey<Class>,
    lists: ByKey<u8>,
}

impl Lexicon {
    /// From classes by key of the word as written, and lists (one bit each) by key of the entry in
    /// lower case.
    pub fn new(classes: &[(u32, Class)], lists: &[(u32, u8)]) -> Self {
        Self { classes: ByKey::new(classes), lists: ByKey::new(lists) }
    }

    /// The class of a word as written. Words in capitals are looked up as "Kyiv" when "KYIV" is unknown.
    pub fn class(&self, word: &str, upper: bool) -> Class {
        let class = self.classes.get(key(hash_word(word)));
        if class == Class::default() && upper {
            return self.classes.get(key(hash_word(&capitalized(word))));
        }
        class
    }

    /// Notes for every token in which lists it stands: alone in the low byte, as part of a longer
    /// entry in the high byte. Longer entries must begin with a capital.
    pub fn mark_lists(&self, tokens: &mut [Attributes]) {
        for first in 0..tokens.len() {
            if !tokens[first].is_capital() {
                if tokens[first].is_lower() {
                    tokens[first].note_lists(u16::from(self.lists.get(key(tokens[first].word))));
                }
                continue;
            }
            let mut hash = 0;
            for last in first..tokens.len().min(first + LONGEST_ENTRY) {
                hash = extend(hash, tokens[last].word);
                let lists = u16::from(self.lists.get(key(hash)));
                if last == first {
                    tokens[first].note_lists(lists);
                } else if lists != 0 {
                    tokens[first..=last].iter_mut().for_each(|token| token.note_lists(lists << 8));
                }
            }
        }
    }
}

/// "KYIV" -> "Kyiv".
fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first.into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// Open addressing; the number of slots is a power of two, at least twice the entries.
struct ByKey<V> {
    slots: Vec<Option<(u32, V)>>,
}

impl<V: Copy + Default> ByKey<V> {
    fn new(entries: &[(u32, V)]) -> Self {
        let mut slots = vec![None; (entries.len() * 2).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        for &(key, value) in entries {
            let mut slot = Self::home(key, mask);
            while slots[slot].is_some_and(|(other, _)| other != key) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = Some((key, value));
        }
        Self { slots }
    }

    fn get(&self, key: u32) -> V {
        let mask = self.slots.len() - 1;
        let mut slot = Self::home(key, mask);
        while let Some((other, value)) = self.slots[slot] {
            if other == key {
                return value;
            }
            slot = (slot + 1) & mask;
        }
        V::default()
    }

    fn home(key: u32, mask: usize) -> usize {
        key.wrapping_mul(0x9E37_79B1) as usize >> 8 & mask
    }
}
