//! Tokens to sentences and paragraphs.
//!
//! Every line break ends a paragraph, as in text pasted from a page, unless the line was only wrapped
//! (it does not end in punctuation and the next begins in lower case). Inside a paragraph a sentence
//! ends at ". ! ? …", with the quotation marks and brackets that close after it, when what follows can
//! begin one.

use super::{Document, Sentence, TokenKind};
use crate::lang::Language;

/// All sentences; together they cover every token.
pub(super) fn split(document: &Document, language: &Language) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut paragraph = 0;
    for index in 1..=document.tokens.len() {
        let ends_paragraph = index == document.tokens.len() || breaks_paragraph(document, index);
        if ends_paragraph || breaks_sentence(document, language, start, index) {
            sentences.push(Sentence { tokens: start..index, paragraph });
            start = index;
            paragraph += usize::from(ends_paragraph);
        }
    }
    sentences
}

/// Whether a paragraph ends before token `index`.
fn breaks_paragraph(document: &Document, index: usize) -> bool {
    let token = &document.tokens[index];
    if token.breaks != 1 {
        return token.breaks > 1;
    }
    let before = document.word(index - 1);
    let ended = before.ends_with(['.', '!', '?', ':', ';', '”', '"', '…', ')']);
    let goes_on = document.word(index).starts_with(char::is_lowercase);
    ended || !goes_on
}

/// Whether a sentence that began at token `start` ends before token `index`, inside a paragraph.
fn breaks_sentence(document: &Document, language: &Language, start: usize, index: usize) -> bool {
    if !document.tokens[index].spaced && !is_opening_quote(document.word(index)) {
        return false;
    }
    let Some(end) = last_before_closers(document, start, index) else { return false };
    let word = document.word(end);
    if document.kind(end) == Some(TokenKind::Mark) {
        let terminal = word.starts_with(['!', '?', '…', '.', '。', '！', '？']);
        return terminal && can_begin(document, index);
    }
    // An abbreviation, or an initial: it ends a sentence only before a word that begins one.
    word.ends_with('.')
        && document.word(index).starts_with(char::is_uppercase)
        && language.grammar.opens(document.normal(index))
}

/// The last token before `index` that is not a closing quotation mark or bracket.
fn last_before_closers(document: &Document, start: usize, index: usize) -> Option<usize> {
    // More closers than these in a row are not prose; the bound keeps the walk short.
    const MOST_CLOSERS: usize = 4;
    let mut end = index - 1;
    for _ in 0..MOST_CLOSERS {
        if !matches!(document.word(end), "”" | "\"" | "’" | "'" | ")" | "]" | "»") {
            return Some(end);
        }
        if end == start {
            return None;
        }
        end -= 1;
    }
    None
}

/// Whether a sentence can begin at token `index`: not with a lower-case word or closing punctuation.
fn can_begin(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    !word.starts_with(|first: char| {
        first.is_lowercase()
            || matches!(first, ',' | ';' | ':' | ')' | ']' | '”' | '’' | '.' | '-' | '–' | '—')
    })
}

fn is_opening_quote(word: &str) -> bool {
    matches!(word, "“" | "‘" | "«")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::en;

    fn sentences(text: &str) -> Vec<&str> {
        let document = Document::read(text, &en::LANGUAGE);
        document.sentences.iter().map(|sentence| document.span(sentence.tokens.clone()).of(text)).collect()
    }

    #[test]
    fn ends_sentences_where_a_reader_does() {
        for (text, expected) in [
            ("He went. She stayed.", "He went.|She stayed."),
            ("Gen. Smith met J. K. Rowling. They spoke.", "Gen. Smith met J. K. Rowling.|They spoke."),
            ("It left the U.S. The rest stayed.", "It left the U.S.|The rest stayed."),
            ("It left the U.S. Army base.", "It left the U.S. Army base."),
            ("“Stop!” he said. “Now.” She ran.", "“Stop!” he said.|“Now.”|She ran."),
            ("Why It Matters\nThe invasion goes on.", "Why It Matters|The invasion goes on."),
            ("a line that was only\nwrapped here. Next.", "a line that was only wrapped here.|Next."),
            ("It cost $3.5 million. 40 died.", "It cost $3.5 million.|40 died."),
            ("", ""),
            ("...", "..."),
        ] {
            assert_eq!(
                sentences(text).join("|").replace('\n', if text.contains("wrapped") { " " } else { "\n" }),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn numbers_paragraphs() {
        let document = Document::read("One. Two.\n\nThree.", &en::LANGUAGE);
        assert_eq!(
            document.sentences.iter().map(|sentence| sentence.paragraph).collect::<Vec<_>>(),
            [0, 0, 1]
        );
    }
}
