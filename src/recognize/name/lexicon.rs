//! What is known of words beforehand: their themes, and lists of names.
//!
//! Knowledge is a feature here, never a decision: "Paris" in the list of cities makes a place likely,
//! and "Paris Hilton" still comes out as a person. No name is stored: entries are 24-bit hashes, and
//! one unknown word in a few hundred looks like a known one, which the model has learned to live with.

use super::attribute::Attributes;

/// The lists, in the order of their bits.
#[cfg(any(test, feature = "train"))]
pub const LISTS: [&str; 5] = ["country", "region", "city-large", "city", "given"];

/// Entries of more words are too rare to pay for the look-ups.
pub const LONGEST_ENTRY: usize = 4;

/// How many themes there can be, "none" included.
pub const THEMES: usize = 256;

/// The part of a hash that is kept.
pub fn key(hash: u32) -> u32 {
    (hash ^ hash >> 24) & 0xFF_FFFF
}

/// The part of a word's hash that is kept to find its theme: two bits less, since one unknown word in thirty
/// with a theme by chance costs less than the bytes.
pub fn theme_key(hash: u32) -> u32 {
    (hash ^ hash >> 22) & 0x3F_FFFF
}

/// The hash of an entry that begins as `so_far` (0 for nothing) and goes on with a word.
pub fn extend(so_far: u32, word: u32) -> u32 {
    if so_far == 0 { word } else { (so_far.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B1) }
}

/// Themes and lists, ready to look up.
pub struct Lexicon {
    themes: ByKey<u8>,
    groups: [u8; THEMES],
    lists: ByKey<u8>,
}

impl Lexicon {
    /// From themes and lists (one bit each) by key of the word or entry in lower case, and the group of
    /// every theme.
    pub fn new(themes: &[(u32, u8)], groups: [u8; THEMES], lists: &[(u32, u8)]) -> Self {
        Self { themes: ByKey::new(themes), groups, lists: ByKey::new(lists) }
    }

    /// The theme of a word, given the hash of its lower case, and the group of that theme; 0 where it has none.
    ///
    /// Words that stand in the same texts share a theme: surnames of football, towns of Anatolia, company endings.
    pub fn theme(&self, word: u32) -> (u8, u8) {
        let theme = self.themes.get(theme_key(word));
        (theme, self.groups[usize::from(theme)])
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
