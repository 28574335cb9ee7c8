//! One table as CSV: RFC 4180, commas, CRLF, a line of headings, UTF-8, offsets in code points.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, so such a cell gets an apostrophe in front,
//! whatever invisible comes before the sign. A plain number is exempt in a column of numbers only: `-3.5` stays
//! usable as a value and can do nothing. Cells that hold any separator are quoted, not only those with commas.
//! Several entries of one cell stand with "; " between them. Where the analysis has an id, it is the first column.

use super::serialize::word;
use super::write::{decimal, turns_direction};
use super::{Doc, Table};
use crate::analysis::{Attribution, DateMention, Entity, Figure, Name};

pub fn write(doc: &Doc, table: Table) -> String {
    let (headings, rows) = match table {
        Table::Figures => figures(doc),
        Table::Names => names(doc),
        Table::Entities => entities(doc),
        Table::Dates => dates(doc),
        Table::Attributions => attributions(doc),
        Table::Conflicts => conflicts(doc),
    };
    let id = doc.analysis.id.as_deref();
    let mut out = String::new();
    let headed = headings.split(' ').map(|heading| Text(heading.to_owned()));
    line(&mut out, id.map(|_| "id"), headed);
    for row in rows {
        line(&mut out, id, row);
    }
    out
}

/// What a column holds.
enum Cell {
    Text(String),
    Number(String),
}

use Cell::{Number, Text};

/// The headings with spaces between them, and the rows.
type Rows = (&'static str, Vec<Vec<Cell>>);

fn figures(doc: &Doc) -> Rows {
    let row = |figure: &Figure| {
        let mut row = place(doc, figure.start, figure.end);
        let said_by = figure.said_by.and_then(|index| doc.analysis.attributions[index].speaker.as_ref());
        let as_of = figure.as_of.map(|index| &doc.analysis.dates[index]);
        row.extend([
            Text(word(&figure.kind)),
            number(&figure.value),
            number(&figure.high),
            text(&figure.unit),
            text(&figure.per),
            Text(word(&figure.bound)),
            Text(figure.change.as_ref().map(word).unwrap_or_default()),
            known(figure.counts.as_ref().map(|counts| doc.words(counts.start, counts.end))),
            known(figure.counts.as_ref().map(|counts| doc.words_of(counts.head))),
            known(said_by.map(|party| doc.party(party))),
            known(as_of.map(|date| date.value.clone().unwrap_or_else(|| doc.words(date.start, date.end)))),
            Text(word(&figure.role)),
            Text(doc.words_of(figure.outer)),
        ]);
        row
    };
    (
        "start end words kind value high unit per bound change counts head said_by as_of role outer",
        doc.analysis.figures.iter().map(row).collect(),
    )
}

fn names(doc: &Doc) -> Rows {
    let row = |name: &Name| {
        let mut row = place(doc, name.start, name.end);
        row.extend([
            Text(name.kind.as_str().to_owned()),
            Number(decimal(name.confidence)),
            Number(name.entity.to_string()),
            Text(doc.analysis.entities[name.entity].name.clone()),
        ]);
        row
    };
    ("start end words kind confidence entity entity_name", doc.analysis.names.iter().map(row).collect())
}

fn entities(doc: &Doc) -> Rows {
    let row = |(index, entity): (usize, &Entity)| {
        let place = entity.place.as_ref();
        let roles: Vec<String> = entity.roles.iter().map(|&role| doc.words_of(role)).collect();
        vec![
            Number(index.to_string()),
            Text(entity.name.clone()),
            Text(entity.kind.as_str().to_owned()),
            Number(entity.mentions.len().to_string()),
            Number(entity.references.len().to_string()),
            Text(entity.aliases.join("; ")),
            Text(roles.join("; ")),
            known(place.and_then(|place| place.country.clone())),
            Number(place.map(|place| decimal(place.lat)).unwrap_or_default()),
            Number(place.map(|place| decimal(place.lon)).unwrap_or_default()),
            Number(place.and_then(|place| place.population).map(|many| many.to_string()).unwrap_or_default()),
            Text(place.map(|place| word(&place.certainty)).unwrap_or_default()),
        ]
    };
    (
        "entity name kind mentions references aliases roles country lat lon population certainty",
        doc.analysis.entities.iter().enumerate().map(row).collect(),
    )
}

fn dates(doc: &Doc) -> Rows {
    let row = |date: &DateMention| {
        let mut row = place(doc, date.start, date.end);
        row.extend([
            Text(word(&date.kind)),
            text(&date.value),
            text(&date.high),
            Text(word(&date.bound)),
            Text(date.resolved.to_string()),
        ]);
        row
    };
    ("start end words kind value high bound resolved", doc.analysis.dates.iter().map(row).collect())
}

fn attributions(doc: &Doc) -> Rows {
    let row = |attribution: &Attribution| {
        let end =
            |at: Option<usize>| Number(at.map(|at| doc.chars.convert(at).to_string()).unwrap_or_default());
        vec![
            end(attribution.spans.first().map(|span| span.start)),
            end(attribution.spans.last().map(|span| span.end)),
            Text(doc.said(attribution)),
            Text(word(&attribution.kind)),
            known(attribution.speaker.as_ref().map(|party| doc.party(party))),
            known(attribution.cue.map(|cue| doc.words_of(cue))),
            known(attribution.addressee.as_ref().map(|party| doc.party(party))),
            Text(attribution.rule.clone()),
        ]
    };
    ("start end words kind speaker cue addressee rule", doc.analysis.attributions.iter().map(row).collect())
}

fn conflicts(doc: &Doc) -> Rows {
    let rows = doc.analysis.conflicts.iter().map(|conflict| {
        let figures = conflict.figures.iter().map(|&figure| doc.words_of(doc.analysis.figures[figure].outer));
        let figures: Vec<String> = figures.collect();
        vec![
            Text(conflict.counts.clone()),
            Text(figures.join("; ")),
            Text(word(&conflict.rule)),
            Text(conflict.why.clone()),
        ]
    });
    ("counts figures rule why", rows.collect())
}

/// Start, end and the words.
fn place(doc: &Doc, start: usize, end: usize) -> Vec<Cell> {
    let ends = [start, end].map(|at| Number(doc.chars.convert(at).to_string()));
    ends.into_iter().chain([Text(doc.words(start, end))]).collect()
}

fn number(value: &Option<String>) -> Cell {
    Number(value.clone().unwrap_or_default())
}

fn text(value: &Option<String>) -> Cell {
    known(value.clone())
}

fn known(value: Option<String>) -> Cell {
    Text(value.unwrap_or_default())
}

fn line(out: &mut String, id: Option<&str>, cells: impl IntoIterator<Item = Cell>) {
    let id = id.map(|id| Text(id.to_owned()));
    for (index, cell) in id.into_iter().chain(cells).enumerate() {
        if index > 0 {
            out.push(',');
        }
        let value = match cell {
            Number(value) if is_plain_number(&value) => value,
            Number(value) | Text(value) if can_run(&value) => ["'", &value].concat(),
            Number(value) | Text(value) => value,
        };
        if value.contains([',', ';', '\t', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&value.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&value);
        }
    }
    out.push_str("\r\n");
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

    fn cell(cell: Cell) -> String {
        let mut out = String::new();
        line(&mut out, None, [cell]);
        out.trim_end_matches("\r\n").to_owned()
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
            let guarded = cell(Text(attack.to_owned()));
            assert!(guarded.trim_start_matches('"').starts_with('\''), "{attack:?} -> {guarded:?}");
            if !is_plain_number(attack) {
                assert_eq!(cell(Number(attack.to_owned())), guarded, "in a column of numbers");
            }
        }
    }

    #[test]
    fn leaves_plain_numbers_and_plain_words_as_they_are() {
        for number in ["0", "-3.5", "39000", "-0.000001"] {
            assert_eq!(cell(Number(number.to_owned())), number);
        }
        for words in ["Kyiv", "12-15", "a=b", "", "e-mail", "¿=?"] {
            assert_eq!(cell(Text(words.to_owned())), words);
        }
    }

    #[test]
    fn quotes_every_separator() {
        assert_eq!(cell(Text("a \"b\", c".to_owned())), "\"a \"\"b\"\", c\"");
        for words in ["a;b", "a\tb", "a\nb", "a\rb"] {
            assert_eq!(cell(Text(words.to_owned())), format!("\"{words}\""));
        }
    }
}
