//! An analysis as a page of text: marks under the words, then the resolved facts.
//!
//! ```text
//! Hawa Idris told Reuters that more than 39,000 people had left Kyiv on Friday.
//! person~~~~      organiz                figure                 plac    date~~
//!
//! FIGURES
//! 39000 | cardinal | more_than | counts people | "more than 39,000 people"
//! ```

use std::ops::Range;

use article_analyzer::analysis::{
    Analysis, Attribution, DateMention, Entity, Figure, FigureRole, NameKind, Party, Place,
};
use serde_json::json;
use unicode_width::UnicodeWidthStr;

/// Columns of the text: what fits side by side in a review.
const WIDTH: usize = 100;

/// A marked stretch, in bytes.
struct Mark {
    range: Range<usize>,
    label: &'static str,
}

/// The whole page. The offsets of `analysis` must be bytes.
pub fn render(text: &str, analysis: &Analysis) -> String {
    let marks = marks(analysis);
    let mut out = format!(
        "{}, published {}\n\n",
        analysis.language,
        analysis.published.as_deref().unwrap_or("on an unknown day")
    );
    for line in lines(text) {
        out.push_str(text[line.clone()].trim_end());
        out.push('\n');
        for row in rows(text, &line, &marks) {
            out.push_str(&row);
            out.push('\n');
        }
    }
    for (title, kind) in [
        ("PEOPLE", NameKind::Person),
        ("ORGANISATIONS", NameKind::Organization),
        ("PLACES", NameKind::Place),
        ("OTHER NAMES", NameKind::Other),
    ] {
        let entities = analysis.entities.iter().filter(|entity| entity.kind == kind);
        section(&mut out, title, entities.map(|entity| entity_line(text, analysis, entity)));
    }
    section(&mut out, "FIGURES", analysis.figures.iter().map(|figure| figure_line(text, analysis, figure)));
    section(&mut out, "DATES", analysis.dates.iter().map(|date| date_line(text, date)));
    let said = analysis.attributions.iter().map(|attribution| said_line(text, analysis, attribution));
    section(&mut out, "WHO SAYS WHAT", said);
    out
}

fn section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        out.push_str(&format!("\n{title}\n{}\n", lines.join("\n")));
    }
}

fn marks(analysis: &Analysis) -> Vec<Mark> {
    let names = analysis.names.iter().map(|name| {
        let label = match name.kind {
            NameKind::Person => "person",
            NameKind::Place => "place",
            NameKind::Organization => "organization",
            NameKind::Other => "other",
        };
        Mark { range: name.start..name.end, label }
    });
    let figures = analysis.figures.iter().map(|figure| {
        let label = if figure.role == FigureRole::Claim { "figure" } else { "label" };
        Mark { range: figure.start..figure.end, label }
    });
    let dates = analysis.dates.iter().map(|date| Mark { range: date.start..date.end, label: "date" });
    let mut marks: Vec<Mark> = names.chain(figures).chain(dates).collect();
    marks.sort_by_key(|mark| (mark.range.start, usize::MAX - mark.range.end));
    marks
}

/// The lines of the text, wrapped between words.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut start = at;
        let mut end = at;
        for word in line.split_inclusive(' ') {
            let wide = text[start..end].width() + word.trim_end().width();
            if wide > WIDTH && end > start {
                lines.push(start..end);
                start = end;
            }
            end += word.len();
        }
        lines.push(start..end);
        at += line.len();
    }
    lines
}

/// The marks of one line, each under its words; one that overlaps another goes a row further down.
fn rows(text: &str, line: &Range<usize>, marks: &[Mark]) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.range.start < line.end && mark.range.end > line.start) {
        let start = mark.range.start.max(line.start);
        let end = mark.range.end.min(line.end);
        let column = text[line.start..start].width();
        let width = text[start..end].trim_end().width();
        // The rest of a mark that began in the line above has no label of its own.
        let label = if start == mark.range.start { mark.label } else { "" };
        let drawn: String = label.chars().chain(std::iter::repeat('~')).take(width).collect();
        let fits = |row: &&mut String| row.len() < column || (column == 0 && row.is_empty());
        match rows.iter_mut().find(fits) {
            Some(row) => *row = format!("{row:column$}{drawn}"),
            None => rows.push(format!("{:column$}{drawn}", "")),
        }
    }
    rows
}

fn entity_line(text: &str, analysis: &Analysis, entity: &Entity) -> String {
    let mut parts = vec![format!("{} × {}", entity.name, entity.mentions.len())];
    if !entity.aliases.is_empty() {
        parts.push(format!("also {}", entity.aliases.join(", ")));
    }
    let different =
        entity.mentions.iter().filter(|&&mention| analysis.names[mention].kind != entity.kind).count();
    if different > 0 {
        parts.push(format!("{different} of another kind"));
    }
    parts.extend(entity.roles.iter().map(|role| format!("role {}", quoted(text, role.start, role.end))));
    if !entity.references.is_empty() {
        let references =
            entity.references.iter().map(|reference| quoted(text, reference.start, reference.end));
        parts.push(format!("called {}", references.collect::<Vec<_>>().join(" ")));
    }
    parts.extend(entity.place.as_ref().map(place_part));
    parts.join(" | ")
}

fn place_part(place: &Place) -> String {
    let people = place.population.map_or_else(String::new, |people| format!(" {people} people,"));
    let country = place.country.as_deref().unwrap_or("no country");
    let (certainty, rule) = (word(&json!(place.certainty)), word(&json!(place.rule)));
    format!("at {} {} in {country},{people} {certainty} by {rule}", place.lat, place.lon)
}

fn figure_line(text: &str, analysis: &Analysis, figure: &Figure) -> String {
    let mut parts = vec![interval(figure.value.as_deref(), figure.high.as_deref())];
    if let Some(unit) = &figure.unit {
        parts[0].push_str(&format!(" {unit}"));
    }
    if let Some(per) = &figure.per {
        parts[0].push_str(&format!(" per {per}"));
    }
    parts.push(word(&json!(figure.kind)));
    parts.push(word(&json!(figure.bound)));
    parts.extend(figure.change.map(|change| word(&json!(change))));
    if figure.role == FigureRole::Label {
        parts.push("label".to_owned());
    }
    if let Some(counts) = &figure.counts {
        let (phrase, head) = (&text[counts.start..counts.end], &text[counts.head.start..counts.head.end]);
        parts.push(if phrase == head {
            format!("counts {head}")
        } else {
            format!("counts {phrase} ({head})")
        });
    }
    if let Some(attribution) = figure.said_by.map(|index| &analysis.attributions[index]) {
        parts.push(format!("said by {}", speaker(text, analysis, attribution)));
    }
    parts.push(quoted(text, figure.outer.start, figure.outer.end));
    parts.join(" | ")
}

/// `Idris | told | to Reuters | indirect, that | "that more than 39,000 people had left"`
fn said_line(text: &str, analysis: &Analysis, attribution: &Attribution) -> String {
    let mut parts = vec![speaker(text, analysis, attribution)];
    parts.extend(attribution.cue.map(|cue| text[cue.start..cue.end].to_owned()));
    parts.extend(
        attribution.addressee.as_ref().map(|party| format!("to {}", party_words(text, analysis, party))),
    );
    parts.push(format!("{}, {}", word(&json!(attribution.kind)), attribution.rule));
    let spans: Vec<String> =
        attribution.spans.iter().map(|span| quoted(text, span.start, span.end)).collect();
    parts.push(spans.join(" … "));
    parts.join(" | ")
}

fn speaker(text: &str, analysis: &Analysis, attribution: &Attribution) -> String {
    attribution.speaker.as_ref().map_or("nobody".to_owned(), |party| party_words(text, analysis, party))
}

/// The words, and whom they stand for where that is another name.
fn party_words(text: &str, analysis: &Analysis, party: &Party) -> String {
    let words = &text[party.start..party.end];
    match party.entity.map(|entity| &analysis.entities[entity].name) {
        Some(name) if name != words => format!("{words} = {name}"),
        Some(_) => words.to_owned(),
        None => format!("({words})"),
    }
}

fn date_line(text: &str, date: &DateMention) -> String {
    let mut parts = vec![interval(date.value.as_deref(), date.high.as_deref())];
    parts.push(word(&json!(date.kind)));
    parts.push(word(&json!(date.bound)));
    if !date.resolved {
        parts.push("open".to_owned());
    }
    parts.push(quoted(text, date.start, date.end));
    parts.join(" | ")
}

fn interval(value: Option<&str>, high: Option<&str>) -> String {
    match (value, high) {
        (value, Some(high)) => format!("{} to {high}", value.unwrap_or("?")),
        (value, None) => value.unwrap_or("?").to_owned(),
    }
}

fn word(kind: &serde_json::Value) -> String {
    kind.as_str().unwrap_or_default().to_owned()
}

fn quoted(text: &str, start: usize, end: usize) -> String {
    format!("\"{}\"", text[start..end].split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn puts_marks_under_their_words() {
    let text = "中文 Kyiv has 39,000 tents.\n";
    let marks = [
        Mark { range: 7..11, label: "place" },
        Mark { range: 7..22, label: "other" },
        Mark { range: 16..22, label: "figure" },
    ];
    let line = lines(text).remove(0);
    assert_eq!(rows(text, &line, &marks), ["     plac     figure", "     other~~~~~~~~~~"]);
}
