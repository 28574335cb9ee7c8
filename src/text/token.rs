//! Raw text to tokens.
//!
//! Tokens are cut fine: hyphens, slashes, currency signs and the 's of a possessive stand alone, and
//! [`Token::spaced`] says whether white space came before, so that a grammar can tell "10-15" from
//! "10 - 15" and a name can end inside "Ukraine's" or "US-led". Kept whole: abbreviations with their
//! full stop ("U.S.", "Gen.", "J."), contractions ("don't"), grouped digits ("39,000"), web and e-mail
//! addresses, letters followed by digits ("G20"). Digits followed by letters are two ("25" "k").
//!
//! It does not decide what a token means: "1.2.2014" is one [`TokenKind::Number`] here.

use super::{Span, address};
use crate::lang::Language;
use crate::lang::abbreviation::Follows;
use crate::lang::number::NumberWord;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Begins with a letter.
    Word,
    /// Digits, with separators between them, or a vulgar fraction.
    Number,
    /// A web or e-mail address.
    Address,
    /// Anything else: one mark, or a run of the same dash or dot.
    Mark,
}

/// A piece of text that has no white space inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space (or the start of the text) comes before.
    pub spaced: bool,
    /// Line breaks in the white space before it.
    pub breaks: u8,
}

/// The lower-case twins of all tokens, end to end in one string.
#[derive(Default)]
pub(super) struct Normal {
    words: String,
    ends: Vec<u32>,
}

impl Normal {
    pub(super) fn get(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.words[start..self.ends[index] as usize]
    }

    fn push(&mut self, word: &str) {
        if word.is_ascii() {
            let start = self.words.len();
            self.words.push_str(word);
            self.words[start..].make_ascii_lowercase();
        } else {
            for character in word.chars() {
                match character {
                    SOFT_HYPHEN => {}
                    '’' | '‘' | 'ʼ' => self.words.push('\''),
                    other => self.words.extend(other.to_lowercase()),
                }
            }
        }
        self.ends.push(self.words.len() as u32);
    }
}

/// Invisible; marks where a word may be broken at the end of a line.
const SOFT_HYPHEN: char = '\u{AD}';

/// Longer runs without white space are not addresses; they are looked at once and left to the
/// ordinary rules, which keeps hostile input cheap.
const LONGEST_ADDRESS: usize = 2048;

/// Currencies are written with at most so many letters.
const LONGEST_CODE: usize = 3;

/// Names of companies and papers end in these ("Booking.com"): then the dot belongs to the word.
const DOMAINS: [&str; 12] = ["ai", "au", "co", "com", "edu", "gov", "info", "io", "net", "org", "tv", "uk"];

/// All tokens of the text with their lower-case twins.
pub(super) fn tokenize(text: &str, language: &Language) -> (Vec<Token>, Normal) {
    let mut scanner = Scanner {
        text,
        at: 0,
        language,
        tokens: Vec::with_capacity(text.len() / 5),
        normal: Normal::default(),
        addresses: Vec::new(),
    };
    scanner.run();
    (scanner.tokens, scanner.normal)
}

struct Scanner<'t, 'l> {
    text: &'t str,
    at: usize,
    language: &'l Language,
    tokens: Vec<Token>,
    normal: Normal,
    /// Addresses in the present run of visible characters, last one first.
    addresses: Vec<Span>,
}

impl Scanner<'_, '_> {
    fn run(&mut self) {
        let mut spaced = true;
        let mut breaks = 0u8;
        while let Some(first) = self.peek(self.at) {
            if is_blank(first) {
                breaks = breaks.saturating_add(u8::from(is_line_break(self.text, self.at, first)));
                spaced = true;
                self.at += first.len_utf8();
                continue;
            }
            if spaced {
                self.find_addresses();
            }
            let start = self.at;
            let kind = self.scan(first);
            debug_assert!(self.at > start, "every step moves on");
            self.tokens.push(Token { span: Span::new(start, self.at), kind, spaced, breaks });
            self.normal.push(&self.text[start..self.at]);
            spaced = false;
            breaks = 0;
        }
    }

    /// Moves past one token that begins with `first`.
    fn scan(&mut self, first: char) -> TokenKind {
        while self.addresses.last().is_some_and(|address| address.start < self.at) {
            self.addresses.pop();
        }
        if let Some(address) = self.addresses.last().filter(|address| address.start == self.at) {
            self.at = address.end;
            return TokenKind::Address;
        }
        if first.is_alphabetic() {
            self.scan_word();
            TokenKind::Word
        } else if self.scan_telephone(first) {
            TokenKind::Address
        } else if first.is_ascii_digit() {
            self.scan_number();
            TokenKind::Number
        } else if first.is_numeric() {
            // Vulgar fractions, and digits of other scripts.
            self.at += first.len_utf8();
            TokenKind::Number
        } else if self.scan_possessive() {
            TokenKind::Word
        } else {
            self.scan_mark(first);
            TokenKind::Mark
        }
    }

    fn scan_word(&mut self) {
        if self.scan_dotted_letters() {
            return;
        }
        let start = self.at;
        self.skip_letters();
        if let Some(end) = self.end_of_currency(start) {
            self.at = end;
            return;
        }
        while let Some(mark) = self.peek(self.at).filter(|&mark| is_apostrophe(mark)) {
            let after = self.at + mark.len_utf8();
            if self.is_possessive(after) || !self.peek(after).is_some_and(char::is_alphabetic) {
                break;
            }
            self.at = after;
            self.skip_letters();
        }
        if self.peek(self.at) == Some('.') {
            self.scan_full_stop(start);
        }
    }

    /// The end of the currency in "EUR50", "RM79" and "$US113", which the digits would else hide.
    fn end_of_currency(&self, start: usize) -> Option<usize> {
        let word = &self.text[start..self.at];
        let digit = word.ends_with(|last: char| last.is_ascii_digit() || last.is_ascii_lowercase());
        let letters =
            word.find(|letter: char| letter.is_ascii_digit()).filter(|&end| digit && end <= LONGEST_CODE)?;
        let currencies = &self.language.currencies;
        let normal = word[..letters].to_lowercase();
        let signed = self.text[..start].ends_with('$') && currencies.prefixes.has(&normal);
        let coded = currencies.codes.get(&normal).is_some_and(|code| {
            code.letters == &word[..letters] && (!code.large || self.is_large(start + letters))
        });
        (signed || coded).then_some(start + letters)
    }

    /// Whether the number at byte `at` is in groups of three or has a magnitude: "20,000", "1.5 million", "5bn".
    fn is_large(&self, at: usize) -> bool {
        /// No magnitude is longer.
        const LONGEST: usize = 12;
        let rest = &self.text.as_bytes()[at..];
        let run = |from: usize, keep: fn(&u8) -> bool| {
            rest[from..].iter().take(LONGEST).take_while(|byte| keep(byte)).count()
        };
        let mut end = run(0, u8::is_ascii_digit);
        let mark = rest.get(end).copied();
        let digits = if matches!(mark, Some(b',' | b'.')) { run(end + 1, u8::is_ascii_digit) } else { 0 };
        if mark == Some(b',') && digits == 3 {
            return true;
        }
        if digits > 0 {
            end += 1 + digits;
        }
        end += usize::from(rest.get(end) == Some(&b' '));
        let word =
            String::from_utf8_lossy(&rest[end..end + run(end, u8::is_ascii_alphabetic)]).to_lowercase();
        let numbers = &self.language.numbers;
        numbers.magnitudes.has(&word) || matches!(numbers.cardinals.get(&word), Some(NumberWord::Scale(_)))
    }

    /// "U.S.", "a.m.", "e.g.", "U.N": single letters with full stops between; at least two of them.
    fn scan_dotted_letters(&mut self) -> bool {
        let mut end = self.at;
        let mut letters = 0;
        let mut at = self.at;
        while let Some(letter) = self.peek(at).filter(|letter| letter.is_alphabetic()) {
            let dot = at + letter.len_utf8();
            if self.peek(dot) == Some('.') {
                at = dot + 1;
                end = at;
                letters += 1;
            } else {
                if letters > 0
                    && !self.peek(dot).is_some_and(|next| next.is_alphanumeric() || is_apostrophe(next))
                {
                    end = dot;
                    letters += 1;
                }
                break;
            }
        }
        if letters < 2 {
            return false;
        }
        self.at = end;
        true
    }

    /// Takes the full stop after the word from `start` with it, where it belongs to the word.
    fn scan_full_stop(&mut self, start: usize) {
        let word = &self.text[start..self.at];
        let after = self.at + 1;
        let next = self.next_visible(after);
        let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        if is_initial && next.is_some_and(char::is_uppercase) {
            self.at = after;
            return;
        }
        if let Some(follows) = self.abbreviation(word) {
            let fits = match follows {
                Follows::Anything => true,
                Follows::Name => next.is_some_and(char::is_uppercase),
                Follows::Number => next.is_some_and(|next| next.is_ascii_digit()),
            };
            if fits {
                self.at = after;
            }
            return;
        }
        self.scan_domain(after);
    }

    fn abbreviation(&self, word: &str) -> Option<Follows> {
        let longest = self.language.abbreviations.longest();
        if word.len() > longest {
            return None;
        }
        self.language.abbreviations.get(&word.to_lowercase()).copied()
    }

    /// The ".com" of "Booking.com".
    fn scan_domain(&mut self, after: usize) {
        let rest = &self.text.as_bytes()[after..];
        let length = rest.iter().take(5).take_while(|byte| byte.is_ascii_lowercase()).count();
        let ends = !self.peek(after + length).is_some_and(char::is_alphanumeric);
        if ends && DOMAINS.contains(&&self.text[after..after + length]) {
            self.at = after + length;
        }
    }

    /// Digits with separators: a point before a digit, a comma before two or three digits (so that
    /// "39,000" and "12,34,567" are one and "1,2" is three tokens).
    fn scan_number(&mut self) {
        let bytes = self.text.as_bytes();
        loop {
            while bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
                self.at += 1;
            }
            let digits = bytes[(self.at + 1).min(bytes.len())..]
                .iter()
                .take(4)
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            match bytes.get(self.at) {
                Some(b'.') if digits > 0 => self.at += 1,
                Some(b',') if digits == 2 || digits == 3 => self.at += 1,
                _ => return,
            }
        }
    }

    /// The "'s" that ends a possessive, as a token of its own.
    fn scan_possessive(&mut self) -> bool {
        let Some(mark) = self.peek(self.at).filter(|&mark| is_apostrophe(mark)) else { return false };
        let glued = self.tokens.last().is_some_and(|token| {
            token.span.end == self.at && matches!(token.kind, TokenKind::Word | TokenKind::Number)
        });
        let after = self.at + mark.len_utf8();
        if glued && self.is_possessive(after) {
            self.at = after + 1;
            return true;
        }
        false
    }

    /// Whether an apostrophe that ends at `after` is followed by a lone "s".
    fn is_possessive(&self, after: usize) -> bool {
        matches!(self.text.as_bytes().get(after), Some(b's' | b'S'))
            && !self.peek(after + 1).is_some_and(|next| next.is_alphanumeric())
    }

    /// "+84 28 5550 1234", "(212) 555-0147", "212-555-0147": an address, though it is made of digits.
    fn scan_telephone(&mut self, first: char) -> bool {
        let bytes = &self.text.as_bytes()[self.at..];
        let could_be = match first {
            '+' => bytes.get(1).is_some_and(u8::is_ascii_digit),
            '(' => bytes.get(4) == Some(&b')'),
            digit if digit.is_ascii_digit() => {
                matches!(bytes.get(3), Some(b'-' | b'.')) && matches!(bytes.get(7), Some(b'-' | b'.'))
            }
            _ => false,
        };
        if !could_be {
            return false;
        }
        let Some(length) = address::telephone(bytes) else { return false };
        self.at += length;
        true
    }

    fn scan_mark(&mut self, first: char) {
        self.at += first.len_utf8();
        let repeats = matches!(first, '.' | '-' | '—' | '–' | '_' | '*' | '=');
        while let Some(next) = self.peek(self.at) {
            if is_attached(next) || (repeats && next == first) {
                self.at += next.len_utf8();
            } else {
                return;
            }
        }
    }

    fn skip_letters(&mut self) {
        while let Some(next) = self.peek(self.at) {
            if next.is_alphanumeric() || is_attached(next) || next == SOFT_HYPHEN {
                self.at += next.len_utf8();
            } else {
                return;
            }
        }
    }

    /// Looks once at the run of visible characters that begins here, and only where it can hold one.
    fn find_addresses(&mut self) {
        self.addresses.clear();
        let rest = self.text.as_bytes()[self.at..].iter().take(LONGEST_ADDRESS + 1);
        let length = rest.take_while(|byte| !byte.is_ascii_whitespace()).count();
        let end = self.at + length;
        if length > LONGEST_ADDRESS || !address::may_hold(&self.text.as_bytes()[self.at..end]) {
            return;
        }
        let found = address::find(&self.text[self.at..end]).into_iter();
        self.addresses = found.map(|hit| Span::new(self.at + hit.start, self.at + hit.end)).collect();
        self.addresses.reverse();
    }

    fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text[at..].chars().next() }
    }

    /// The next character on this line that is not blank, looking no further than a few blanks.
    fn next_visible(&self, at: usize) -> Option<char> {
        let rest = self.text[at..].chars().take(3);
        rest.take_while(|&next| next != '\n').find(|&next| !is_blank(next))
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

/// White space, and characters that take no room: byte-order marks and zero-width spaces.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200B}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}' | '\u{2060}')
}

/// A line break is counted once: the "\r" of "\r\n" is not one.
fn is_line_break(text: &str, at: usize, character: char) -> bool {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{0B}' | '\u{0C}' => true,
        '\r' => text.as_bytes().get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

/// Characters that belong to the one before: combining marks, joiners, variation selectors, skin tones.
fn is_attached(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{200C}' | '\u{200D}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::en;

    fn words(text: &str) -> Vec<&str> {
        let (tokens, _) = tokenize(text, &en::LANGUAGE);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn cuts_news_text_where_names_and_figures_begin_and_end() {
        for (text, expected) in [
            ("Ukraine’s defense", "Ukraine|’s|defense"),
            ("2 million of them—and for no reason", "2|million|of|them|—|and|for|no|reason"),
            ("the U.S.; in three years", "the|U.S.|;|in|three|years"),
            ("a U.S.-led force", "a|U.S.|-|led|force"),
            ("the players' union isn't", "the|players|'|union|isn't"),
            ("Gen. J. K. O’Brien Jr. said", "Gen.|J.|K.|O’Brien|Jr.|said"),
            ("$1.762bn, 39,000 and 12,34,567", "$|1.762|bn|,|39,000|and|12,34,567"),
            ("a 100-day, 10–15 km", "a|100|-|day|,|10|–|15|km"),
            ("1,2,3 and 2½%", "1|,|2|,|3|and|2|½|%"),
            (
                "(see https://example.org/a?b=1). Mail a.b@c.co.uk!",
                "(|see|https://example.org/a?b=1|)|.|Mail|a.b@c.co.uk|!",
            ),
            ("at 5 p.m. on Booking.com.", "at|5|p.m.|on|Booking.com|."),
            ("the G20 and COVID-19", "the|G20|and|COVID|-|19"),
            ("EUR50m, AUD1.5m, $US113 and G20", "EUR|50|m|,|AUD|1.5|m|,|$|US|113|and|G20"),
            ("R20,000, N1.5 million, R2 and N95", "R|20,000|,|N|1.5|million|,|R2|and|N95"),
            ("No. 10 said no.", "No.|10|said|no|."),
            ("cafe\u{301} 👍🏽!", "cafe\u{301}|👍🏽|!"),
            ("10 km", "10|km"),
            (
                "Call +84 28 5550 1234, (212) 555-0147 or 212-555-0147.",
                "Call|+84 28 5550 1234|,|(212) 555-0147|or|212-555-0147|.",
            ),
            ("a +10% rise to 1.234.567", "a|+|10|%|rise|to|1.234.567"),
            ("wait... what --- no", "wait|...|what|---|no"),
        ] {
            assert_eq!(words(text).join("|"), expected, "{text:?}");
        }
    }

    #[test]
    fn lowers_and_straightens_the_twin() {
        let (_, normal) = tokenize("O’BRIEN’s ÉTAT", &en::LANGUAGE);
        assert_eq!((normal.get(0), normal.get(1), normal.get(2)), ("o'brien", "'s", "état"));
    }

    #[test]
    fn counts_line_breaks_once() {
        let (tokens, _) = tokenize("a\r\nb\n\nc", &en::LANGUAGE);
        assert_eq!(tokens.iter().map(|token| token.breaks).collect::<Vec<_>>(), [0, 1, 2]);
    }
}
