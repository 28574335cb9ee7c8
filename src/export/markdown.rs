//! Markdown: the article with figures in bold, names and dates in italics, and a table of the figures.
//!
//! CommonMark, with the table as GitHub has it. Each line of the text is a paragraph. Whatever Markdown might read
//! as its own is escaped, HTML and bare addresses too, so a reader sees the words and nothing else happens.
//! Where emphasis would not be read as such (stars between a letter and a sign), the mark is left out.

use super::figures::{HEADINGS, rows};
use super::marks::{Mark, marks};
use super::write::turns_direction;
use super::{Doc, NAME, VERSION};

pub fn write(doc: &Doc) -> String {
    let mut out = String::with_capacity(doc.text.len() * 2);
    article(doc, &mut out);
    let rows = rows(doc);
    if !rows.is_empty() {
        out.push_str("## Figures\n\n");
        line(&mut out, HEADINGS.map(str::to_owned));
        line(&mut out, HEADINGS.map(|_| "---".to_owned()));
        for (_, cells) in rows {
            line(&mut out, cells.map(|cell| inline(&cell)));
        }
        out.push('\n');
    }
    out.push_str("*Marked by ");
    out.push_str(NAME);
    out.push(' ');
    out.push_str(VERSION);
    out.push_str(", a program: look twice.*\n");
    out
}

fn article(doc: &Doc, out: &mut String) {
    let mut marks = marks(doc).into_iter().peekable();
    let mut start = 0;
    for whole in doc.text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let end = start + whole.trim_end().len();
        let mut at = start + (whole.len() - whole.trim_start().len()).min(whole.trim_end().len());
        let mut paragraph = String::new();
        let mut starred = at;
        while let Some(mark) = marks.next_if(|mark| mark.start < start + whole.len()) {
            // Across two lines there is no emphasis; two that touch would share their stars.
            if mark.start < at
                || mark.end > end
                || (mark.start == starred && starred > start)
                || !is_read(doc.text, &mark)
            {
                continue;
            }
            paragraph.push_str(&inline(&doc.text[at..mark.start]));
            let stars = if mark.kind == "figure" { "**" } else { "*" };
            paragraph.push_str(stars);
            paragraph.push_str(&inline(&doc.text[mark.start..mark.end]));
            paragraph.push_str(stars);
            at = mark.end;
            starred = mark.end;
        }
        paragraph.push_str(&inline(&doc.text[at..end.max(at)]));
        if !paragraph.is_empty() {
            out.push_str(&at_line_start(paragraph));
            out.push_str("\n\n");
        }
        start += whole.len();
    }
}

/// Whether stars around these words open and close: CommonMark's flanking runs.
fn is_read(text: &str, mark: &Mark) -> bool {
    let opens = |outer: Option<char>, inner: Option<char>| {
        let is_word = |character: char| character.is_alphanumeric();
        inner.is_some_and(|inner| {
            !inner.is_whitespace() && (is_word(inner) || outer.is_none_or(|outer| !is_word(outer)))
        })
    };
    let words = &text[mark.start..mark.end];
    opens(text[..mark.start].chars().next_back(), words.chars().next())
        && opens(text[mark.end..].chars().next(), words.chars().next_back())
}

fn line(out: &mut String, cells: [String; 7]) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        out.push_str(" |");
    }
    out.push('\n');
}

/// Text that means itself, inside a line. Controls that turn the direction are written by number, so that the
/// source shows what it holds; line breaks and other controls become spaces.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (at, character) in text.char_indices() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '@' | '^' => {
                out.extend(['\\', character]);
            }
            // "https://", "www.": addresses that would become links by themselves.
            ':' if text[at..].starts_with("://") => out.push_str("\\:"),
            '.' if is_behind_www(text, at) => out.push_str("\\."),
            _ if turns_direction(character) => {
                out.push_str("&#");
                out.push_str(&(character as u32).to_string());
                out.push(';');
            }
            _ if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

fn is_behind_www(text: &str, at: usize) -> bool {
    at.checked_sub(3)
        .and_then(|start| text.get(start..at))
        .is_some_and(|word| word.eq_ignore_ascii_case("www"))
}

/// A line that would begin a heading, a list, a rule or a block does not.
fn at_line_start(mut line: String) -> String {
    if line.starts_with(['#', '+', '-', '=', ':']) {
        line.insert(0, '\\');
    }
    let digits = line.len() - line.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        line.insert(digits, '\\');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_nothing_of_the_text_be_markdown() {
        for (text, written) in [
            ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
            ("![x](y)", "!\\[x\\](y)"),
            ("see https://a.example, www.b.example", "see https\\://a.example, www\\.b.example"),
            ("x@y.example", "x\\@y.example"),
            ("a|b `c` *d* _e_ ~f~ &lt; \\", "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\~f\\~ \\&lt; \\\\"),
            ("a\u{202E}b\u{0}c\td", "a&#8238;b c d"),
        ] {
            assert_eq!(inline(text), written);
        }
        for (line, written) in [
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("+ a", "\\+ a"),
            ("12. a", "12\\. a"),
            ("3) a", "3\\) a"),
            ("2024 a", "2024 a"),
        ] {
            assert_eq!(at_line_start(line.to_owned()), written);
        }
    }
}
