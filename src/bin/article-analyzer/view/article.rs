//! The article, wrapped to the terminal, with its names, figures and dates marked.

use article_analyzer::Analysis;
use article_analyzer::analysis::{FigureRole, NameKind};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Style, visible};

/// What a mark marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Name(NameKind),
    Figure,
    Date,
}

impl Kind {
    fn label(self) -> &'static str {
        match self {
            Kind::Name(NameKind::Organization) => "organisation",
            Kind::Name(kind) => kind.as_str(),
            Kind::Figure => "figure",
            Kind::Date => "date",
        }
    }

    /// Escape codes from the sixteen colours that every terminal's own theme makes readable.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Name(NameKind::Person) => "1;33",
            Kind::Name(NameKind::Place) => "32",
            Kind::Name(NameKind::Organization) => "35",
            Kind::Name(NameKind::Other) => "4",
            Kind::Figure => "1;36",
            Kind::Date => "4;34",
        }
    }
}

/// A marked stretch, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
}

/// Every mark in text order. Where two share words, the one that begins first, or the longer, stands.
pub fn marks(analysis: &Analysis) -> Vec<Mark> {
    let names = analysis.names.iter().map(|name| Mark {
        start: name.start,
        end: name.end,
        kind: Kind::Name(name.kind),
    });
    let figures = analysis
        .figures
        .iter()
        .filter(|figure| figure.role == FigureRole::Claim)
        .map(|figure| Mark { start: figure.start, end: figure.end, kind: Kind::Figure });
    let dates = analysis.dates.iter().map(|date| Mark { start: date.start, end: date.end, kind: Kind::Date });
    let mut all: Vec<Mark> = names.chain(figures).chain(dates).collect();
    all.sort_by_key(|mark| (mark.start, usize::MAX - mark.end));
    let mut end = 0;
    all.retain(|mark| {
        let stands = mark.start >= end;
        end = end.max(mark.end);
        stands
    });
    all
}

/// Words of one line in one style: `kind` is that of the mark numbered `mark`.
struct Piece {
    text: String,
    mark: Option<(usize, Kind)>,
}

/// Pieces without white space between them.
type Word = Vec<Piece>;

/// The whole article.
pub fn render(text: &str, marks: &[Mark], style: Style) -> String {
    let mut out = String::new();
    let mut at = 0;
    let mut next = 0;
    let mut gap = Gap::None;
    for line in text.split('\n') {
        while marks.get(next).is_some_and(|mark| mark.end <= at) {
            next += 1;
        }
        let words = words(line, at, &marks[next..], style);
        at += line.len() + 1;
        let wrapped = wrap(words, style.width);
        // Paragraphs that wrap need air between them, lines of a list or table do not.
        let airy = wrapped.len() > 1;
        if wrapped.is_empty() {
            gap = if gap == Gap::None { Gap::None } else { Gap::Blank };
            continue;
        }
        if gap == Gap::Blank || gap == Gap::AfterLong || (gap == Gap::AfterShort && airy) {
            out.push('\n');
        }
        for line in wrapped {
            paint(&mut out, &line, style);
            out.push('\n');
        }
        gap = if airy { Gap::AfterLong } else { Gap::AfterShort };
    }
    out
}

/// What stands before the next line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Blank,
    AfterShort,
    AfterLong,
}

/// The words of one line of the text, which begins at byte `at`; `marks` may begin in an earlier line.
fn words(line: &str, at: usize, marks: &[Mark], style: Style) -> Vec<Word> {
    let mut words = Words { done: Vec::new(), open: Vec::new() };
    let mut done = 0;
    for (index, mark) in marks.iter().enumerate().take_while(|(_, mark)| mark.start < at + line.len()) {
        let start = mark.start.max(at) - at;
        let end = mark.end.min(at + line.len()) - at;
        words.add(&line[done..start], None);
        if style.color {
            words.add(&line[start..end], Some((index, mark.kind)));
        } else {
            words.add(&format!("[{}|{}]", &line[start..end], mark.kind.label()), None);
        }
        done = end;
    }
    words.add(&line[done..], None);
    words.close();
    words.done
}

/// Words being collected from pieces.
struct Words {
    done: Vec<Word>,
    open: Word,
}

impl Words {
    fn add(&mut self, text: &str, mark: Option<(usize, Kind)>) {
        for (index, part) in text.split(is_break).enumerate() {
            if index > 0 {
                self.close();
            }
            if !part.is_empty() {
                self.open.push(Piece { text: part.chars().map(visible).collect(), mark });
            }
        }
    }

    fn close(&mut self) {
        if !self.open.is_empty() {
            self.done.push(std::mem::take(&mut self.open));
        }
    }
}

/// White space where a line may be broken: not the spaces that hold "10 km" together.
fn is_break(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{202F}' | '\u{2007}')
}

/// Words to lines of at most `width` columns; a word that is wider is cut.
fn wrap(words: Vec<Word>, width: usize) -> Vec<Word> {
    let mut lines = Lines { width, done: Vec::new(), open: Vec::new(), used: 0 };
    for word in words {
        let wide: usize = word.iter().map(|piece| piece.text.width()).sum();
        if lines.used > 0 && lines.used + 1 + wide > width {
            lines.close();
        }
        lines.space_before(&word);
        if wide <= width {
            lines.used += wide;
            lines.open.extend(word);
        } else {
            word.into_iter().for_each(|piece| lines.cut(piece));
        }
    }
    if !lines.open.is_empty() {
        lines.close();
    }
    lines.done
}

/// Lines being filled.
struct Lines {
    width: usize,
    done: Vec<Word>,
    open: Word,
    /// Columns of the open line that are taken.
    used: usize,
}

impl Lines {
    fn close(&mut self) {
        self.done.push(std::mem::take(&mut self.open));
        self.used = 0;
    }

    /// The space between two words of one mark is marked too.
    fn space_before(&mut self, word: &Word) {
        if self.used > 0 {
            let before = self.open.last().and_then(|piece| piece.mark);
            let mark = before.filter(|_| before == word[0].mark);
            self.open.push(Piece { text: " ".to_owned(), mark });
            self.used += 1;
        }
    }

    /// Puts in what fits and begins a new line, until nothing is left.
    fn cut(&mut self, Piece { text, mark }: Piece) {
        let mut part = String::new();
        for character in text.chars() {
            let wide = character.width().unwrap_or(0);
            if self.used + wide > self.width {
                self.open.push(Piece { text: std::mem::take(&mut part), mark });
                self.close();
            }
            part.push(character);
            self.used += wide;
        }
        self.open.push(Piece { text: part, mark });
    }
}

/// One line; pieces of one mark are painted in one stroke.
fn paint(out: &mut String, line: &[Piece], style: Style) {
    for stroke in line.chunk_by(|left, right| left.mark == right.mark) {
        let text: String = stroke.iter().map(|piece| piece.text.as_str()).collect();
        match stroke[0].mark {
            Some((_, kind)) => out.push_str(&style.paint(&text, kind.code())),
            None => out.push_str(&text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str, words: &str, kind: Kind) -> Mark {
        let start = text.find(words).expect("the words are in the text");
        Mark { start, end: start + words.len(), kind }
    }

    #[test]
    fn writes_marks_out_without_colour_and_wraps_between_words() {
        let text = "Amina Yusuf flew to Kyiv\u{1b}[2J on Friday.";
        let marks = [
            mark(text, "Amina Yusuf", Kind::Name(NameKind::Person)),
            mark(text, "Kyiv", Kind::Name(NameKind::Place)),
            mark(text, "Friday", Kind::Date),
        ];
        let plain = render(text, &marks, Style { color: false, width: 40 });
        assert_eq!(plain, "[Amina Yusuf|person] flew to\n[Kyiv|place]\u{FFFD}[2J on [Friday|date].\n");
        let colored = render(text, &marks, Style { color: true, width: 9 });
        let beginning = "\x1b[1;33mAmina\x1b[0m\n\x1b[1;33mYusuf\x1b[0m\nflew to\n\x1b[32mKyiv\x1b[0m";
        assert!(colored.starts_with(beginning), "{colored:?}");
    }

    #[test]
    fn counts_wide_characters_twice_and_cuts_what_cannot_be_wrapped() {
        assert_eq!(render("中文中文中", &[], Style { color: false, width: 4 }), "中文\n中文\n中\n");
    }

    #[test]
    fn keeps_lists_tight_and_gives_paragraphs_air() {
        let text = "one\ntwo\n\n\n\nthree\nlong enough to wrap\nfour\n";
        let style = Style { color: false, width: 12 };
        assert_eq!(render(text, &[], style), "one\ntwo\n\nthree\n\nlong enough\nto wrap\n\nfour\n");
    }
}
