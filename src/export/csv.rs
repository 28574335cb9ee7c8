//! One table as CSV: RFC 4180, commas, CRLF, a line of headings, UTF-8, offsets in code points.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, so such a cell gets an apostrophe in front,
//! whatever invisible comes before the sign. A plain number is exempt in a column of numbers only: `-3.5` stays
//! usable as a value and can do nothing. Cells that hold any separator are quoted, not only those with commas.
//! Several entries of one cell stand with "; " between them. Where the analysis has an id, it is the first column.

use super::serialize::word;
use super::write::{decimal, turns_direction};
use super::{Doc, Table};
use crate::analysis::{DateMention, Party};

pub fn write(doc: &Doc, table: Table) -> String {
    let mut lines = Lines { out: String::new(), id: doc.analysis.id.as_deref(), is_begun: false };
    match table {
        Table::Figures => figures(doc, &mut lines),
        Table::Names => names(doc, &mut lines),
        Table::Entities => entities(doc, &mut lines),
        Table::Dates => dates(doc, &mut lines),
        Table::Attributions => attributions(doc, &mut lines),
        Table::Conflicts => conflicts(doc, &mut lines),
    }
    lines.out
}

fn figures(doc: &Doc, lines: &mut Lines) {
    lines.head("start end words kind value high unit per bound change counts head said_by as_of role outer");
    for figure in &doc.analysis.figures {
        lines.place(doc, figure.start, figure.end);
        lines.text(&word(&figure.kind));
        lines.number(known(&figure.value));
        lines.number(known(&figure.high));
        lines.text(known(&figure.unit));
        lines.text(known(&figure.per));
        lines.text(&word(&figure.bound));
        lines.text(&figure.change.as_ref().map(word).unwrap_or_default());
        let counts = figure.counts.as_ref();
        lines.text(&counts.map(|counts| doc.words(counts.start, counts.end)).unwrap_or_default());
        lines.text(&counts.map(|counts| doc.words_of(counts.head)).unwrap_or_default());
        let speaker = figure.said_by.and_then(|index| doc.analysis.attributions[index].speaker);
        lines.party(doc, &speaker);
        match figure.as_of.map(|index| &doc.analysis.dates[index]) {
            Some(DateMention { value: Some(value), .. }) => lines.text(value),
            Some(date) => lines.text(&doc.words(date.start, date.end)),
            None => lines.text(""),
        }
        lines.text(&word(&figure.role));
        lines.text(&doc.words_of(figure.outer));
        lines.end();
    }
}

fn names(doc: &Doc, lines: &mut Lines) {
    lines.head("start end words kind confidence entity entity_name");
    for name in &doc.analysis.names {
        lines.place(doc, name.start, name.end);
        lines.text(name.kind.as_str());
        lines.number(&decimal(name.confidence));
        lines.count(name.entity);
        lines.text(&doc.analysis.entities[name.entity].name);
        lines.end();
    }
}

fn entities(doc: &Doc, lines: &mut Lines) {
    lines.head("entity name kind mentions references aliases roles country lat lon population certainty");
    for (index, entity) in doc.analysis.entities.iter().enumerate() {
        lines.count(index);
        lines.text(&entity.name);
        lines.text(entity.kind.as_str());
        lines.count(entity.mentions.len());
        lines.count(entity.references.len());
        lines.text(&entity.aliases.join("; "));
        lines.text(&entity.roles.iter().map(|&role| doc.words_of(role)).collect::<Vec<_>>().join("; "));
        match &entity.place {
            Some(place) => {
                lines.text(known(&place.country));
                lines.number(&decimal(place.lat));
                lines.number(&decimal(place.lon));
                lines.number(&place.population.map(|many| many.to_string()).unwrap_or_default());
                lines.text(&word(&place.certainty));
            }
            None => (0..5).for_each(|_| lines.text("")),
        }
        lines.end();
    }
}

fn dates(doc: &Doc, lines: &mut Lines) {
    lines.head("start end words kind value high bound resolved");
    for date in &doc.analysis.dates {
        lines.place(doc, date.start, date.end);
        lines.text(&word(&date.kind));
        lines.text(known(&date.value));
        lines.text(known(&date.high));
        lines.text(&word(&date.bound));
        lines.text(if date.resolved { "true" } else { "false" });
        lines.end();
    }
}

fn attributions(doc: &Doc, lines: &mut Lines) {
    lines.head("start end words kind speaker cue addressee rule");
    for attribution in &doc.analysis.attributions {
        for end in
            [attribution.spans.first().map(|span| span.start), attribution.spans.last().map(|span| span.end)]
        {
            match end {
                Some(at) => lines.count(doc.chars.convert(at)),
                None => lines.text(""),
            }
        }
        lines.text(&doc.said(attribution));
        lines.text(&word(&attribution.kind));
        lines.party(doc, &attribution.speaker);
        lines.text(&attribution.cue.map(|cue| doc.words_of(cue)).unwrap_or_default());
        lines.party(doc, &attribution.addressee);
        lines.text(&attribution.rule);
        lines.end();
    }
}

fn conflicts(doc: &Doc, lines: &mut Lines) {
    lines.head("counts figures rule why");
    for conflict in &doc.analysis.conflicts {
        let figures = conflict.figures.iter().map(|&figure| doc.words_of(doc.analysis.figures[figure].outer));
        lines.text(&conflict.counts);
        lines.text(&figures.collect::<Vec<_>>().join("; "));
        lines.text(&word(&conflict.rule));
        lines.text(&conflict.why);
        lines.end();
    }
}

fn known(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or_default()
}

/// A table that grows cell by cell.
struct Lines<'d> {
    out: String,
    /// The first cell of every line but the headings.
    id: Option<&'d str>,
    /// Whether the line has a cell.
    is_begun: bool,
}

impl Lines<'_> {
    /// The headings, with spaces between them.
    fn head(&mut self, headings: &str) {
        if self.id.is_some() {
            self.out.push_str("id,");
        }
        self.out.push_str(&headings.replace(' ', ","));
        self.out.push_str("\r\n");
    }

    /// Start, end and the words.
    fn place(&mut self, doc: &Doc, start: usize, end: usize) {
        self.count(doc.chars.convert(start));
        self.count(doc.chars.convert(end));
        self.text(&doc.words(start, end));
    }

    fn party(&mut self, doc: &Doc, party: &Option<Party>) {
        self.text(&party.as_ref().map(|party| doc.party(party)).unwrap_or_default());
    }

    fn count(&mut self, count: usize) {
        self.number(&count.to_string());
    }

    /// A cell in a column of numbers.
    fn number(&mut self, value: &str) {
        self.cell(value, !is_plain_number(value) && can_run(value));
    }

    fn text(&mut self, value: &str) {
        self.cell(value, can_run(value));
    }

    /// The id opens a line; a comma stands before every cell but the first.
    fn cell(&mut self, value: &str, is_guarded: bool) {
        if self.is_begun {
            self.out.push(',');
        } else if let Some(id) = self.id {
            self.write(id, can_run(id));
            self.out.push(',');
        }
        self.is_begun = true;
        self.write(value, is_guarded);
    }

    fn write(&mut self, value: &str, is_guarded: bool) {
        let is_quoted = value.contains([',', ';', '\t', '"', '\r', '\n']);
        let quote = if is_quoted { "\"" } else { "" };
        self.out.push_str(quote);
        if is_guarded {
            self.out.push('\'');
        }
        for (index, piece) in value.split('"').enumerate() {
            self.out.push_str(if index > 0 { "\"\"" } else { "" });
            self.out.push_str(piece);
        }
        self.out.push_str(quote);
    }

    fn end(&mut self) {
        self.out.push_str("\r\n");
        self.is_begun = false;
    }
}

/// `-3.5`: an optional minus, digits, perhaps a point and digits.
fn is_plain_number(value: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, decimals) = value.split_once('.').unwrap_or((value, "0"));
    digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(decimals)
}

/// Whether a spreadsheet may take the cell for a formula. The full-width signs count in East Asian settings.
fn can_run(value: &str) -> bool {
    let is_skipped = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || turns_direction(character)
            || matches!(character, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
    };
    value.starts_with(['\t', '\r', '\n'])
        || value.trim_start_matches(is_skipped).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Lines)) -> String {
        let mut lines = Lines { out: String::new(), id: None, is_begun: false };
        write(&mut lines);
        lines.out
    }

    fn text(value: &str) -> String {
        written(|lines| lines.text(value))
    }

    fn number(value: &str) -> String {
        written(|lines| lines.number(value))
    }

    #[test]
    fn guards_what_a_spreadsheet_would_run() {
        for attack in [
            "=1+1",
            "+1",
            "-1+cmd|' /C calc'!A0",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{202E}=1",
            "\u{FEFF}@x",
            "\u{200B}-x",
            "\0=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "=HYPERLINK(\"http://x\",\"y\")",
            "-5",
        ] {
            let guarded = text(attack);
            assert!(guarded.trim_start_matches('"').starts_with('\''), "{attack:?} -> {guarded:?}");
            if !is_plain_number(attack) {
                assert_eq!(number(attack), guarded, "in a column of numbers");
            }
        }
    }

    #[test]
    fn leaves_plain_numbers_and_plain_words_as_they_are() {
        for value in ["0", "-3.5", "39000", "-0.000001"] {
            assert_eq!(number(value), value);
        }
        for words in ["Kyiv", "12-15", "a=b", "", "e-mail", "¿=?"] {
            assert_eq!(text(words), words);
        }
    }

    #[test]
    fn quotes_every_separator() {
        assert_eq!(text("a \"b\", c"), "\"a \"\"b\"\", c\"");
        for words in ["a;b", "a\tb", "a\nb", "a\rb"] {
            assert_eq!(text(words), format!("\"{words}\""));
        }
    }
}
