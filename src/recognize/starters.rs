//! The words that something can begin with, so that most tokens of a text cost one look.
//!
//! What a figure or a date begins with stands in many lists; a grammar asks each of them, and finds in most of the
//! words of a text that none has it. Here they are together. A word that is not among them may be skipped because
//! each form asks one of these lists for its first word; the tables of forms, which are also tests, hold a form of
//! every kind, so that a list that was forgotten would show.

use crate::lang::{Filter, Table};

/// First words, gathered from lists. Gather them once: it takes longer than a page does.
pub(super) struct Starters {
    /// What tells nearly all other words.
    filter: Filter<256>,
    /// For each first byte the words that begin with it: a few.
    words: Vec<Vec<&'static str>>,
}

impl Starters {
    /// Without any word.
    pub fn none() -> Self {
        Self { filter: Filter::empty(), words: vec![Vec::new(); 256] }
    }

    /// Adds the first words of a list.
    pub fn add<V>(&mut self, table: &Table<V>) {
        table.entries().iter().for_each(|&(phrase, _)| self.add_phrase(phrase));
    }

    /// Adds the first word of a phrase.
    pub fn add_phrase(&mut self, phrase: &'static str) {
        let word = phrase.split(' ').next().unwrap_or(phrase);
        let Some(&first) = word.as_bytes().first() else { return };
        self.filter.add(word.as_bytes());
        let words = &mut self.words[usize::from(first)];
        if !words.contains(&word) {
            words.push(word);
        }
    }

    /// Whether a word, in lower case, is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.filter.may_have(word) && self.words[usize::from(word.as_bytes()[0])].contains(&word)
    }
}
