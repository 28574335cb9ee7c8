//! One way of writing a name: its words as names are compared.
//!
//! "ROBERTO SCHMIDT" and "Roberto Schmidt" are one form, "U.S." and "US" too, and accents, hyphens and
//! a leading article make no difference: `["roberto", "schmidt"]`, `["us"]`. It does not know who bears
//! the name.

use std::ops::Range;

use crate::lang::Language;
use crate::recognize::NameKind;
use crate::text::{Document, TokenKind, fold_word};

/// A way of writing a name, with the mentions that use it.
#[derive(Debug)]
pub(super) struct Form {
    /// Lower case, without accents and full stops; never empty.
    pub words: Vec<String>,
    /// What its mentions were recognised as.
    pub kind: NameKind,
    /// Indices of the mentions, in text order.
    pub mentions: Vec<usize>,
    /// Whether the caller has said of one of them that it is of this kind.
    pub is_told: bool,
}

impl Form {
    /// All words in one string.
    pub fn key(&self) -> String {
        self.words.join(" ")
    }
}

/// The words of the name that stands at `tokens`.
pub(super) fn fold(
    document: &Document,
    language: &Language,
    tokens: Range<usize>,
    kind: NameKind,
) -> Vec<String> {
    let mut words = Vec::with_capacity(tokens.len());
    let shouted = !tokens.clone().any(|index| document.word(index).contains(char::is_lowercase));
    for index in tokens.clone() {
        let word = document.normal(index);
        if document.kind(index) == Some(TokenKind::Mark) {
            if word == "&" {
                words.push("and".to_owned());
            }
            continue;
        }
        let given = kind == NameKind::Person && index + 1 < tokens.end;
        if given && is_pair_of_initials(document.word(index), shouted) {
            words.extend(word.chars().filter(|letter| letter.is_alphabetic()).map(String::from));
            continue;
        }
        let plain = fold_word(word);
        let spelled = language.name_words.spellings.get(plain.as_ref());
        words.push(spelled.map_or(plain.into_owned(), |&spelling| spelling.to_owned()));
    }
    drop_edges(&mut words, language, kind);
    if words.is_empty() {
        words.extend(tokens.map(|index| document.normal(index).to_owned()));
    }
    words
}

/// "J.K." anywhere; "JD" only among words in ordinary case.
fn is_pair_of_initials(word: &str, shouted: bool) -> bool {
    let letters = word.chars().filter(|&letter| letter != '.');
    letters.clone().count() == 2
        && letters.clone().all(char::is_uppercase)
        && (word.contains('.') || !shouted)
}

/// Takes the article and forms of address off the front, and possessives out.
fn drop_edges(words: &mut Vec<String>, language: &Language, kind: NameKind) {
    if words.len() > 1 {
        words.retain(|word| word != "'s");
    }
    let is_loose = |word: &str| {
        word == language.name_words.article
            || (kind == NameKind::Person && language.titles.honorifics.has(word))
    };
    while words.len() > 1 && is_loose(&words[0]) {
        words.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::en;

    fn folded(name: &str, kind: NameKind) -> String {
        let document = Document::read(name, &en::LANGUAGE);
        fold(&document, &en::LANGUAGE, 0..document.tokens.len(), kind).join(" ")
    }

    #[test]
    fn makes_case_accents_dots_and_hyphens_equal() {
        for (name, expected) in [
            ("ANNA SØRENSEN", "anna sorensen"),
            ("U.S.", "us"),
            ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
            ("the World Health Organisation", "world health organization"),
            ("Johnson & Johnson", "johnson and johnson"),
            ("Mercedes-Benz", "mercedes benz"),
            ("Mt. Vernon", "mount vernon"),
        ] {
            assert_eq!(folded(name, NameKind::Organization), expected);
        }
    }

    #[test]
    fn takes_initials_apart_and_forms_of_address_off() {
        assert_eq!(folded("J.K. Brandt", NameKind::Person), "j k brandt");
        assert_eq!(folded("JK Brandt", NameKind::Person), "j k brandt");
        assert_eq!(folded("BO BRANDT", NameKind::Person), "bo brandt");
        assert_eq!(folded("Mr. Brandt", NameKind::Person), "brandt");
    }
}
