//! What is known of one token on its own: its form, affixes, theme, lists, and what the rest of
//! the article shows of the same word.

use super::lexicon::Lexicon;
use super::memory;
use super::stretch::in_sight;
use crate::text::{Document, TokenKind};

/// The form of a token, coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Form {
    /// Before the first or after the last token of a sentence.
    Edge,
    Lower,
    /// "Kyiv"
    Capital,
    /// "NATO"
    Upper,
    /// "A"
    Letter,
    /// "J."
    Initial,
    /// "U.S."
    Dotted,
    /// "McDonald", "iPhone"
    Mixed,
    /// "G20"
    Alphanumeric,
    Number,
    Hyphen,
    Apostrophe,
    Comma,
    Stop,
    Quote,
    Bracket,
    Address,
    Mark,
    /// The "'s" of a possessive.
    Possessive,
}

/// What is known of one token on its own.
#[derive(Clone, Copy, Debug)]
pub struct Attributes {
    /// Hash of the lower-case word, digits as 0.
    pub word: u32,
    pub(super) form: Form,
    /// Hashes of its first 2, 3, 4 letters.
    pub(super) prefixes: [u32; 3],
    /// Hashes of its last 2, 3, 4 letters.
    pub(super) suffixes: [u32; 3],
    /// Its theme and the group of it; 0 is "none".
    pub(super) theme: u8,
    pub(super) group: u8,
    /// What lists of names say of it.
    pub(super) lists: u16,
    /// What the rest of the article shows of the same word.
    pub(super) twins: u8,
    /// What it was taken for elsewhere; 0 at the first look.
    pub(super) memory: u8,
    pub(super) spaced: bool,
}

impl Attributes {
    /// Stands before the first and after the last token of a sentence.
    pub(super) const EDGE: Attributes = Attributes {
        word: 1,
        form: Form::Edge,
        prefixes: [0; 3],
        suffixes: [0; 3],
        theme: 0,
        group: 0,
        lists: 0,
        twins: 0,
        memory: 0,
        spaced: true,
    };

    /// As if the word stood there in capitals.
    #[cfg(feature = "train")]
    pub fn shout(&mut self) {
        if matches!(self.form, Form::Lower | Form::Capital | Form::Mixed) {
            self.form = Form::Upper;
        }
    }

    /// As if the word stood in a headline.
    #[cfg(feature = "train")]
    pub fn entitle(&mut self) {
        if self.form == Form::Lower {
            self.form = Form::Capital;
        }
    }

    /// As if the word stood there without capitals.
    #[cfg(feature = "train")]
    pub fn whisper(&mut self) {
        if self.is_capital() {
            self.form = Form::Lower;
        }
    }

    /// Whether it is a word in lower case.
    pub fn is_lower(&self) -> bool {
        self.form == Form::Lower
    }

    pub(super) fn note_lists(&mut self, flags: u16) {
        self.lists |= flags;
    }

    pub(super) fn note_twins(&mut self, flags: u8) {
        self.twins = flags;
    }

    pub(super) fn note_memory(&mut self, answer: u8) {
        self.memory = answer;
    }

    /// Whether the token could begin or end a name by its form.
    pub fn is_capital(&self) -> bool {
        matches!(
            self.form,
            Form::Capital
                | Form::Upper
                | Form::Letter
                | Form::Initial
                | Form::Dotted
                | Form::Mixed
                | Form::Alphanumeric
        )
    }
}

/// Reads every token of the document once; affixes and themes only where they are looked at.
pub fn read(document: &Document, lexicon: &Lexicon) -> Vec<Attributes> {
    let mut tokens: Vec<Attributes> =
        (0..document.tokens.len()).map(|index| attributes_of(document, index)).collect();
    lexicon.mark_names(document, &mut tokens);
    for sentence in &document.sentences {
        let first = sentence.tokens.start;
        for seen in in_sight(&tokens[sentence.tokens.clone()]) {
            let start = first + seen.start;
            for (nth, token) in tokens[start..first + seen.end].iter_mut().enumerate() {
                look_closer(document, lexicon, start + nth, token);
            }
        }
    }
    memory::mark_twins(document, &mut tokens);
    tokens
}

fn attributes_of(document: &Document, index: usize) -> Attributes {
    Attributes {
        word: hash_word(document.normal(index)),
        form: form_of(document, index),
        spaced: document.tokens[index].spaced,
        ..Attributes::EDGE
    }
}

fn look_closer(document: &Document, lexicon: &Lexicon, index: usize, token: &mut Attributes) {
    (token.prefixes, token.suffixes) = affixes(document.normal(index));
    (token.theme, token.group) = lexicon.theme(token.word);
}

/// FNV-1a over the bytes, with every digit read as 0.
pub fn hash_word(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash: u32, byte| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn affixes(word: &str) -> ([u32; 3], [u32; 3]) {
    let (mut prefixes, mut suffixes) = ([0; 3], [0; 3]);
    let mut ends = [0; 3];
    for (nth, (at, letter)) in word.char_indices().take(4).enumerate() {
        if nth > 0 {
            ends[nth - 1] = at + letter.len_utf8();
        }
    }
    let mut starts = [0; 3];
    let mut letters = 0;
    for (nth, (at, _)) in word.char_indices().rev().take(4).enumerate() {
        letters = nth + 1;
        if nth > 0 {
            starts[nth - 1] = at;
        }
    }
    for length in 2..=letters {
        prefixes[length - 2] = hash_word(&word[..ends[length - 2]]);
        suffixes[length - 2] = hash_word(&word[starts[length - 2]..]);
    }
    (prefixes, suffixes)
}

fn form_of(document: &Document, index: usize) -> Form {
    let word = document.word(index);
    match document.tokens[index].kind {
        TokenKind::Number => Form::Number,
        TokenKind::Address => Form::Address,
        TokenKind::Mark => match word.chars().next().unwrap_or(' ') {
            '-' | '–' | '—' | '/' | '&' => Form::Hyphen,
            '\'' | '’' => Form::Apostrophe,
            ',' => Form::Comma,
            '.' | '!' | '?' | ';' | ':' | '…' => Form::Stop,
            '"' | '“' | '”' | '‘' | '«' | '»' => Form::Quote,
            '(' | ')' | '[' | ']' => Form::Bracket,
            _ => Form::Mark,
        },
        TokenKind::Word => word_form(word),
    }
}

fn word_form(word: &str) -> Form {
    if word.starts_with(['\'', '’']) {
        return Form::Possessive;
    }
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return Form::Lower };
    let (mut uppers, mut lowers, mut digits, mut dots) = (0usize, 0usize, 0usize, 0usize);
    for letter in letters {
        uppers += usize::from(letter.is_uppercase());
        lowers += usize::from(letter.is_lowercase());
        digits += usize::from(letter.is_ascii_digit());
        dots += usize::from(letter == '.');
    }
    let capital = first.is_uppercase();
    if digits > 0 {
        return if capital || uppers > 0 { Form::Alphanumeric } else { Form::Lower };
    }
    match (capital, uppers, lowers, dots) {
        (true, 0, 0, 0) => Form::Letter,
        (true, 0, 0, _) => Form::Initial,
        (true, _, 0, 0) => Form::Upper,
        (true, _, _, d) if d > 1 => Form::Dotted,
        (true, 0, _, _) => Form::Capital,
        (false, 0, _, _) => Form::Lower,
        _ => Form::Mixed,
    }
}
