//! What is known of words beforehand: their themes, given names, and the names of places.
//!
//! Knowledge is a feature here, never a decision: "Paris" in the gazetteer makes a place likely, and "Paris
//! Hilton" still comes out as a person. No name is stored: entries are hashes, and one unknown word in
//! four hundred looks like a known place, which the model has learned to live with. Which place it is, is not asked.

use super::attribute::Attributes;
use crate::lang::place::{Extent, Gazetteer, NameHash, Place};
use crate::text::{Document, TokenKind, fold_word};

/// What is known of a name, one bit each.
const COUNTRY: u8 = 1;
/// A region, or an area such as a continent.
const REGION: u8 = 2;
/// A city known the world over: few people or companies bear these names by chance.
const LARGE_CITY: u8 = 4;
const CITY: u8 = 8;
const GIVEN: u8 = 16;

/// From so many people on a city is large; so is a capital.
const LARGE: u64 = 300_000;

/// Names of more tokens are too rare to pay for the look-ups.
const LONGEST_NAME: usize = 5;

/// How many themes there can be, "none" included.
pub const THEMES: usize = 256;

/// The part of a word's hash that is kept to find its theme, and whether it is a given name: one unknown word in
/// thirty with a theme by chance costs less than the bytes.
pub fn key(hash: u32) -> u32 {
    (hash ^ hash >> 22) & 0x3F_FFFF
}

/// Themes, given names and names of places, ready to look up.
pub struct Lexicon {
    themes: ByKey<u8>,
    groups: [u8; THEMES],
    given: ByKey<u8>,
    places: ByKey<u8>,
}

impl Lexicon {
    /// From themes by key of the word in lower case, the group of every theme, keys of given names, and the
    /// gazetteer.
    pub fn new(themes: &[(u32, u8)], groups: [u8; THEMES], given: &[u32], gazetteer: &Gazetteer) -> Self {
        let given: Vec<(u32, u8)> = given.iter().map(|&key| (key, GIVEN)).collect();
        Self {
            themes: ByKey::new(themes),
            groups,
            given: ByKey::new(&given),
            places: ByKey::new(&kinds(gazetteer)),
        }
    }

    /// The theme of a word, given the hash of its lower case, and the group of that theme; 0 where it has none.
    ///
    /// Words that stand in the same texts share a theme: surnames of football, towns of Anatolia, company endings.
    pub fn theme(&self, word: u32) -> (u8, u8) {
        let theme = self.themes.get(key(word));
        (theme, self.groups[usize::from(theme)])
    }

    /// Notes for every token what is known of it: alone in the low byte, as part of a longer name in the high
    /// byte. Longer names must begin and end with a capital.
    pub fn mark_names(&self, document: &Document, tokens: &mut [Attributes]) {
        for first in 0..tokens.len() {
            let has_capital = tokens[first].is_capital();
            if !has_capital && !tokens[first].is_lower() {
                continue;
            }
            let longest = if has_capital { LONGEST_NAME } else { 1 };
            let mut name = NameHash::default();
            for last in first..tokens.len().min(first + longest) {
                let word = document.normal(last);
                if document.kind(last) != Some(TokenKind::Word) {
                    if matches!(word, "-" | "'") { continue } else { break }
                }
                name.extend(&fold_word(word));
                let kinds = name.key().map_or(0, |key| self.places.get(key));
                if last == first {
                    let given = self.given.get(key(tokens[first].word));
                    tokens[first].note_lists(u16::from(kinds | given));
                } else if kinds != 0 && tokens[last].is_capital() {
                    tokens[first..=last].iter_mut().for_each(|token| token.note_lists(u16::from(kinds) << 8));
                }
            }
        }
    }
}

/// What the gazetteer says of every key: sorted, no doubles. Of namesakes the best known decides: "Moscow" is a city,
/// whatever else bears its name, and a model that is asked of fewer mixtures needs fewer weights.
fn kinds(gazetteer: &Gazetteer) -> Vec<(u32, u8)> {
    let kind = |place: &Place| match place.extent {
        Extent::Country => COUNTRY,
        Extent::Region | Extent::Area => REGION,
        Extent::City if place.is_capital || place.population >= LARGE => LARGE_CITY,
        Extent::City => CITY,
    };
    let rank = |kind: u8| [COUNTRY, LARGE_CITY, REGION, CITY].iter().position(|&known| known == kind);
    let mut entries: Vec<(u32, u8)> = gazetteer.names().map(|(key, place)| (key, kind(place))).collect();
    entries.sort_unstable_by_key(|&(key, kind)| (key, rank(kind)));
    entries.dedup_by_key(|entry| entry.0);
    entries
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

#[cfg(test)]
mod tests {
    use super::super::attribute::{hash_word, read};
    use super::*;
    use crate::lang::en;

    /// What is known of every token: alone, and as a part of a longer name.
    fn known(text: &str) -> Vec<(u8, u8)> {
        let gazetteer = Gazetteer::load(en::PLACES).expect("the file in the library is whole");
        let lexicon = Lexicon::new(&[], [0; THEMES], &[key(hash_word("anna"))], &gazetteer);
        let document = Document::read(text, &en::LANGUAGE);
        read(&document, &lexicon).iter().map(|token| (token.lists as u8, (token.lists >> 8) as u8)).collect()
    }

    #[test]
    fn tells_countries_regions_cities_and_given_names_apart() {
        let expected = [COUNTRY, REGION, LARGE_CITY, CITY, GIVEN];
        assert_eq!(known("Kenya Queensland Kyiv Dover Anna"), expected.map(|kind| (kind, 0)));
        assert_eq!(known("Somebody")[0], (0, 0));
    }

    #[test]
    fn knows_a_longer_name_with_and_without_accents_and_hyphens() {
        for name in ["São Paulo", "Sao Paulo", "Port-au-Prince", "Port au Prince"] {
            assert!(known(name).iter().all(|(_, longer)| longer & LARGE_CITY != 0), "{name}");
        }
    }

    #[test]
    fn asks_a_longer_name_to_stand_together_and_to_end_in_a_capital() {
        for text in ["Sao, Paulo", "Sao paulo", "Sao 9 Paulo"] {
            assert!(known(text).iter().all(|&(_, longer)| longer == 0), "{text}");
        }
    }
}
