//! Whether a text is in the language at all.
//!
//! Names are learned from English, and a tagger let loose on another language marks nonsense with
//! confidence; digits and dates can still be read. A coarse look is enough: the share of the words
//! without which no English sentence is built.

use super::{Document, TokenKind};
use crate::lang::Language;

/// In shorter texts a list of names or a headline would be taken for another language.
const LEAST_WORDS: usize = 40;

/// English prose has every fourth word among these, tables of results every tenth; German, French,
/// Spanish and Malay stay under three in a hundred.
const LEAST_IN_HUNDRED: usize = 6;

/// Whether the text reads as `language`. In doubt (a short text) it does.
pub fn is_written_in(document: &Document, language: &Language) -> bool {
    let (mut words, mut function, mut latin, mut other) = (0usize, 0usize, 0usize, 0usize);
    for index in (0..document.tokens.len()).filter(|&index| document.kind(index) == Some(TokenKind::Word)) {
        words += 1;
        function += usize::from(language.grammar.tells(document.normal(index)));
        let word = document.word(index);
        // Scripts without spaces give few and long tokens: letters are counted, not tokens.
        if word.starts_with(is_latin) { latin += word.len() } else { other += word.chars().count() }
    }
    let is_other_script = other > latin;
    let is_other_language = words >= LEAST_WORDS && function * 100 < words * LEAST_IN_HUNDRED;
    !is_other_script && !is_other_language
}

/// Basic Latin to IPA extensions, and the letters of Vietnamese.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::en;

    fn english(text: &str) -> bool {
        is_written_in(&Document::read(text, &en::LANGUAGE), &en::LANGUAGE)
    }

    #[test]
    fn knows_english_from_what_is_not() {
        let german = "Die Regierung hat am Montag beschlossen, den Haushalt für das kommende Jahr um zwölf Prozent zu kürzen, \
            wie ein Sprecher des Ministeriums in Berlin mitteilte. Die Opposition kritisierte den Plan scharf und kündigte \
            an, vor das Verfassungsgericht zu ziehen, sollte das Parlament ihn verabschieden.";
        let malay = "Kerajaan negeri telah mengumumkan bahawa projek lebuh raya baharu itu akan disiapkan pada penghujung tahun \
            hadapan, kata ketua menteri dalam satu sidang media di sini hari ini. Beliau berkata kos pembinaan dianggarkan \
            mencecah tiga bilion ringgit dan akan ditanggung bersama kerajaan persekutuan.";
        assert!(!english(german));
        assert!(!english(malay));
        assert!(!english("俄罗斯总统普京周五与美国总统通电话，讨论结束战争的可能性。"));
        assert!(!english("Президент заявил в пятницу, что переговоры продолжатся."));
        assert!(english("The minister said on Monday that the budget would be cut."));
        assert!(english("Kyiv, Ukraine"), "short texts get the benefit of the doubt");
        assert!(english(""));
    }
}
