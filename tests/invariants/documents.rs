//! The promises of exports, asked of any text and any analysis, of this text or another: a document that its readers
//! can read and that runs nothing, or a refusal in words.

use article_analyzer::Analysis;
use article_analyzer::export::{Format, export};
use serde_json::Value;

/// Every format; panics with the text where something does not hold. How many documents there were.
pub fn everything(text: &str, analysis: &Analysis) -> usize {
    let mut written = 0;
    for (name, format) in Format::ALL {
        match export(text, analysis, format) {
            Ok(document) => {
                check(text, analysis, (name, &document));
                written += 1;
            }
            Err(error) => assert!(!error.to_string().is_empty(), "{name} of {text:?}"),
        }
    }
    // What does not fit its text fits it in no format.
    assert!([0, Format::ALL.len()].contains(&written), "{written} formats of {text:?}");
    written
}

fn check(text: &str, analysis: &Analysis, (name, document): (&str, &str)) {
    match name {
        "html" => check_html(text, analysis, document),
        "markdown" => check_markdown(text, document),
        _ if name.starts_with("csv-") => check_csv(text, (name, document), rows(analysis, name)),
        _ => check_json(text, analysis, (name, document)),
    }
}

fn check_json(text: &str, analysis: &Analysis, (name, document): (&str, &str)) {
    let value: Value = serde_json::from_str(document)
        .unwrap_or_else(|error| panic!("{name}: {error} in {document} of {text:?}"));
    assert!(value.is_object(), "{name} of {text:?}");
    // As part of a page it ends no script and turns no line.
    let is_quiet = !document.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\u{202E}']);
    assert!(is_quiet, "{name} can leave its place: {document} of {text:?}");
    if name == "json" {
        let read: Analysis = serde_json::from_str(document).expect("an analysis");
        let back = read.in_unit(text, &analysis.offsets).expect("of this text");
        assert_eq!(without_floats(back), without_floats(analysis.clone()), "{text:?}");
    }
}

/// Coordinates and shares are rounded for readers.
fn without_floats(mut analysis: Analysis) -> Analysis {
    analysis.names.iter_mut().for_each(|name| name.confidence = 0.0);
    for place in analysis.entities.iter_mut().filter_map(|entity| entity.place.as_mut()) {
        (place.lat, place.lon) = (0.0, 0.0);
    }
    analysis
}

fn rows(analysis: &Analysis, name: &str) -> usize {
    match name {
        "csv-figures" => analysis.figures.len(),
        "csv-names" => analysis.names.len(),
        "csv-entities" => analysis.entities.len(),
        "csv-dates" => analysis.dates.len(),
        "csv-attributions" => analysis.attributions.len(),
        _ => analysis.conflicts.len(),
    }
}

fn check_csv(text: &str, (name, document): (&str, &str), rows: usize) {
    let table = table(document);
    assert_eq!(table.len(), rows + 1, "{name}: {document:?} of {text:?}");
    for row in &table {
        assert_eq!(row.len(), table[0].len(), "{name}: {row:?} of {text:?}");
        for cell in row {
            let runs = cell.trim_start().starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
            assert!(!runs, "{name}: a spreadsheet would run {cell:?} of {text:?}");
        }
    }
}

/// RFC 4180, by its grammar.
fn table(document: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut rest = document.chars().peekable();
    let mut is_quoted = false;
    while let Some(character) = rest.next() {
        match character {
            '"' if is_quoted && rest.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => cell.push(character),
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(rest.next(), Some('\n'), "CRLF ends a line: {document:?}");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' => panic!("a line feed outside of quotes: {document:?}"),
            _ => cell.push(character),
        }
    }
    assert!(!is_quoted && row.is_empty() && cell.is_empty(), "the last line is ended: {document:?}");
    rows
}

/// No `<` of the text or of the analysis becomes one of the document: with others in their place there are as many.
fn check_html(text: &str, analysis: &Analysis, document: &str) {
    let tame = |words: &str| words.replace('<', "(");
    let other = serde_json::to_string(analysis).expect("JSON");
    let other: Analysis = serde_json::from_str(&tame(&other)).expect("still an analysis");
    let other = export(&tame(text), &other, Format::Html).expect("still of its text");
    let tags = |document: &str| document.matches('<').count();
    assert_eq!(tags(document), tags(&other), "a tag of the text in {document:?} of {text:?}");
    assert!(!document.contains("<script") && !document.contains("<!--"), "{document:?} of {text:?}");
}

fn check_markdown(text: &str, document: &str) {
    let mut bare = String::new();
    let mut characters = document.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            characters.next();
        } else {
            bare.push(character);
        }
    }
    assert!(!bare.contains(['<', '[', ']', '`', '\u{202E}', '\0']), "not escaped: {document:?} of {text:?}");
}
