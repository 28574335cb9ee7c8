//! Quotation marks, paired.
//!
//! `“a ‘b’ c”` is one quotation with another inside it, and only the outer one is kept. Pairs do not leave
//! their paragraph, save for what goes on over several with opening marks only: then each paragraph is a
//! quotation that [`Quotation::goes_on`] from the one before. Apostrophes and inches are no quotation marks:
//! a single mark opens only where one that can close it stands in the same paragraph.
//!
//! It does not decide whether anybody speaks: "the so-called “expert”" is a quotation here.

use std::ops::Range;

use crate::lang::Language;
use crate::text::{Document, TokenKind};

/// A stretch between marks, with the marks; an unclosed one ends with its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What stands between the marks.
    pub inner: Range<usize>,
    /// It goes on from the quotation before it, which has no closing mark.
    pub goes_on: bool,
}

/// The pairs of marks that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pair {
    Curly,
    Straight,
    /// Two single marks for a double one: ''.
    Doubled,
    Angled,
    CurlySingle,
    StraightSingle,
}

/// A mark at a token.
#[derive(Clone, Copy)]
struct Glyph {
    pair: Pair,
    opens: bool,
    closes: bool,
    /// In tokens.
    width: usize,
}

/// All quotations that are not inside another, in text order.
pub(super) fn pair(document: &Document, language: &Language) -> Vec<Quotation> {
    let mut pairing =
        Pairing { document, language, closers: Vec::new(), found: Vec::new(), open: None, unclosed: None };
    let mut start = 0;
    let sentences = &document.sentences;
    for (index, sentence) in sentences.iter().enumerate() {
        if sentences.get(index + 1).is_none_or(|next| next.paragraph != sentence.paragraph) {
            pairing.paragraph(start..sentence.tokens.end);
            start = sentence.tokens.end;
        }
    }
    pairing.drop_unclosed(None);
    pairing.found
}

struct Pairing<'d, 't> {
    document: &'d Document<'t>,
    language: &'d Language,
    /// Where single marks of the paragraph surely close, in order.
    closers: Vec<usize>,
    found: Vec<Quotation>,
    /// The mark that is open: where it stands and what opened it.
    open: Option<(usize, Glyph)>,
    /// The pair that the paragraph before has left open, as the last of `found`.
    unclosed: Option<(Pair, bool)>,
}

impl Pairing<'_, '_> {
    fn paragraph(&mut self, tokens: Range<usize>) {
        let first = self.glyph(tokens.start, &tokens).filter(|glyph| glyph.opens);
        let goes_on = self.drop_unclosed(first.map(|glyph| glyph.pair));
        self.closers = tokens.clone().filter(|&at| self.surely_closes(at, &tokens)).collect();
        self.closers.reverse();
        let before = self.found.len();
        let mut at = tokens.start;
        while at < tokens.end {
            while self.closers.last().is_some_and(|&closer| closer <= at) {
                self.closers.pop();
            }
            let Some(glyph) = self.glyph(at, &tokens) else {
                at += 1;
                continue;
            };
            self.take(at, glyph);
            at += glyph.width;
        }
        self.close_paragraph(&tokens);
        if let (true, Some(quotation)) = (goes_on, self.found.get_mut(before)) {
            quotation.goes_on = quotation.tokens.start == tokens.start;
        }
    }

    /// What a mark does to what is open.
    fn take(&mut self, at: usize, glyph: Glyph) {
        match self.open {
            None if glyph.opens && self.may_open(at, glyph) => self.open = Some((at, glyph)),
            Some((start, opened)) if opened.pair == glyph.pair || is_other_half(opened, glyph) => {
                if glyph.closes && at > start + opened.width {
                    let tokens = start..at + glyph.width;
                    self.found.push(Quotation { tokens, inner: start + opened.width..at, goes_on: false });
                    self.open = None;
                } else if glyph.opens {
                    self.open = Some((at, glyph)); // the earlier mark has no end
                } else if glyph.closes {
                    self.open = None; // nothing between the marks
                }
            }
            _ => {}
        }
    }

    /// Whether a single mark can be more than an apostrophe.
    fn may_open(&self, at: usize, glyph: Glyph) -> bool {
        if !matches!(glyph.pair, Pair::CurlySingle | Pair::StraightSingle) {
            return true;
        }
        let next = self.document.normal(at + 1);
        !self.language.speech.elided.has(next)
            && self.document.kind(at + 1) != Some(TokenKind::Number)
            && self.closers.first().is_some_and(|&last| last > at)
    }

    /// A quotation without an end is one where the next paragraph goes on, or where it opens what is said.
    fn close_paragraph(&mut self, tokens: &Range<usize>) {
        let Some((start, glyph)) = self.open.take() else { return };
        let single = matches!(glyph.pair, Pair::CurlySingle | Pair::StraightSingle);
        if single || start + glyph.width >= tokens.end {
            return;
        }
        let before = start.checked_sub(1).filter(|&before| before >= tokens.start);
        let opens = before.is_none_or(|before| matches!(self.document.word(before), ":" | ","));
        let inner = start + glyph.width..tokens.end;
        self.found.push(Quotation { tokens: start..tokens.end, inner, goes_on: false });
        self.unclosed = Some((glyph.pair, opens));
    }

    /// Forgets an unclosed quotation that nothing speaks for; whether one goes on in a paragraph that opens
    /// with this pair.
    fn drop_unclosed(&mut self, first: Option<Pair>) -> bool {
        let Some((pair, opens)) = self.unclosed.take() else { return false };
        let goes_on = first == Some(pair);
        if !goes_on && !opens {
            self.found.pop();
        }
        goes_on
    }

    /// The mark at token `at`, as its neighbours let it be read.
    fn glyph(&self, at: usize, paragraph: &Range<usize>) -> Option<Glyph> {
        let word = self.document.word(at);
        let doubled = at + 1 < paragraph.end
            && self.document.is_glued(at + 1)
            && matches!(word, "'" | "`" | "‘" | "’")
            && self.document.word(at + 1) == word;
        let width = 1 + usize::from(doubled);
        let (opens, closes) = self.sides(at, width, paragraph);
        let (pair, opens, closes) = match word {
            "`" if doubled => (Pair::Doubled, true, false),
            "'" | "‘" | "’" if doubled => (Pair::Doubled, opens, closes),
            "“" | "„" => (Pair::Curly, true, false),
            "”" => (Pair::Curly, false, true),
            "\"" | "＂" => (Pair::Straight, opens, closes),
            "«" | "‹" => (Pair::Angled, true, false),
            "»" | "›" => (Pair::Angled, false, true),
            "‘" => (Pair::CurlySingle, opens, false),
            "’" => (Pair::CurlySingle, false, self.surely_closes(at, paragraph)),
            "'" => (Pair::StraightSingle, opens, self.surely_closes(at, paragraph)),
            _ => return None,
        };
        Some(Glyph { pair, opens, closes, width })
    }

    /// Whether a mark without a side of its own can open and can close here.
    fn sides(&self, at: usize, width: usize, paragraph: &Range<usize>) -> (bool, bool) {
        let next = at + width;
        let before = at.checked_sub(1).filter(|&before| before >= paragraph.start);
        let follows_space = before.is_none() || !self.document.is_glued(at);
        let follows_opener = before.is_some_and(|before| {
            matches!(
                self.document.word(before),
                "(" | "[" | "—" | "–" | "--" | "-" | "/" | "“" | "‘" | "\"" | "'"
            )
        });
        let touches_next = next < paragraph.end && self.document.is_glued(next);
        let opens = touches_next && (follows_space || follows_opener);
        let closes = before.is_some() && !(follows_space && touches_next);
        (opens, closes)
    }

    /// Whether a single mark ends a quotation rather than a plural possessive.
    fn surely_closes(&self, at: usize, paragraph: &Range<usize>) -> bool {
        if !matches!(self.document.word(at), "'" | "’")
            || at == paragraph.start
            || !self.document.is_glued(at)
        {
            return false;
        }
        let next_is_free = at + 1 >= paragraph.end
            || !self.document.is_glued(at + 1)
            || self.document.kind(at + 1) == Some(TokenKind::Mark);
        let owns = self.document.normal(at - 1).ends_with(self.language.grammar.plural_ending)
            && at + 1 < paragraph.end
            && self.document.kind(at + 1) == Some(TokenKind::Word)
            && self.document.word(at + 1).starts_with(char::is_lowercase);
        next_is_free && !owns
    }
}

/// A straight mark for one half of a curly pair.
fn is_other_half(opened: Glyph, glyph: Glyph) -> bool {
    let double = |pair| matches!(pair, Pair::Curly | Pair::Straight);
    double(opened.pair) && double(glyph.pair) && glyph.closes && !glyph.opens
}
