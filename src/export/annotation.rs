//! W3C Web Annotation: one annotation a mention, on a page of its own.
//!
//! A text has no address here, so the target's source is its name by hash (RFC 6920). Each mention is selected
//! twice: by its words with 32 characters before and behind (`TextQuoteSelector`, which survives an edit elsewhere)
//! and by position in code points (`TextPositionSelector`). The bodies say what kind it is (`classifying`) and
//! what it stands for: the thing named (`identifying`), the value of a figure or date (`describing`).
//! A quotation in pieces is one annotation a piece. What the article counts or says of itself is not repeated.

use super::figures::amount;
use super::serialize::word;
use super::write::Json;
use super::{Doc, NAME, VERSION};
use crate::analysis::{DateMention, FigureRole, Range};

/// Characters of context before and behind.
const CONTEXT: usize = 32;

pub fn write(doc: &Doc) -> String {
    let mut page = Page { doc, json: Json::default(), source: doc.named_by_hash() };
    page.json.open('{');
    page.json.field("@context", "http://www.w3.org/ns/anno.jsonld");
    page.json.field("id", "#annotations");
    page.json.field("type", "AnnotationPage");
    page.json.key("generator").open('{');
    page.json.field("type", "Software");
    page.json.field("name", NAME);
    page.json.field("schema:softwareVersion", VERSION);
    page.json.close('}');
    page.json.key("items").open('[');
    page.mentions();
    page.json.close(']');
    page.json.close('}');
    page.json.out.push('\n');
    page.json.out
}

struct Page<'d> {
    doc: &'d Doc<'d>,
    json: Json,
    source: String,
}

/// What is said of a mention: the id's letter and number, the kind, why the value is given, the value.
struct Body<'b> {
    id: (char, usize),
    kind: &'b str,
    purpose: &'b str,
    value: Option<&'b str>,
}

impl Page<'_> {
    fn mentions(&mut self) {
        let analysis = &self.doc.analysis;
        for (index, name) in analysis.names.iter().enumerate() {
            let value = Some(analysis.entities[name.entity].name.as_str());
            let body = Body { id: ('n', index), kind: name.kind.as_str(), purpose: "identifying", value };
            self.annotation(Range { start: name.start, end: name.end }, &body);
        }
        let mut count = 0..;
        for entity in &analysis.entities {
            for (reference, number) in entity.references.iter().zip(&mut count) {
                let kind = word(&reference.form);
                let value = Some(entity.name.as_str());
                let body = Body { id: ('r', number), kind: &kind, purpose: "identifying", value };
                self.annotation(Range { start: reference.start, end: reference.end }, &body);
            }
        }
        for (index, figure) in analysis.figures.iter().enumerate() {
            let value = amount(figure);
            let kind = if figure.role == FigureRole::Claim { "figure" } else { "label" };
            let body = Body { id: ('f', index), kind, purpose: "describing", value: value.as_deref() };
            self.annotation(Range { start: figure.start, end: figure.end }, &body);
        }
        for (index, date) in analysis.dates.iter().enumerate() {
            let value = calendar(date);
            let body =
                Body { id: ('d', index), kind: "date", purpose: "describing", value: value.as_deref() };
            self.annotation(Range { start: date.start, end: date.end }, &body);
        }
        let mut count = 0..;
        for attribution in &analysis.attributions {
            let kind = [&word(&attribution.kind), " speech"].concat();
            let speaker = attribution.speaker.as_ref().map(|party| self.doc.party(party));
            for (&span, number) in attribution.spans.iter().zip(&mut count) {
                let value = speaker.as_deref();
                let body = Body { id: ('a', number), kind: &kind, purpose: "identifying", value };
                self.annotation(span, &body);
            }
        }
    }

    fn annotation(&mut self, span: Range, body: &Body) {
        let (doc, json) = (self.doc, &mut self.json);
        json.open('{');
        let (letter, number) = body.id;
        let mut id = String::from("#");
        id.push(letter);
        id.push_str(&number.to_string());
        json.field("id", &id);
        json.field("type", "Annotation");
        json.field("motivation", "classifying");
        json.key("body").open('[');
        textual(json, "classifying", body.kind);
        if let Some(value) = body.value {
            textual(json, body.purpose, value);
        }
        json.close(']');
        json.key("target").open('{');
        json.field("source", &self.source);
        json.key("selector").open('[');
        json.open('{');
        json.field("type", "TextQuoteSelector");
        json.field("exact", &doc.text[span.start..span.end]);
        json.field("prefix", before(doc.text, span.start));
        json.field("suffix", behind(doc.text, span.end));
        json.close('}');
        json.open('{');
        json.field("type", "TextPositionSelector");
        json.key("start").number(doc.chars.convert(span.start));
        json.key("end").number(doc.chars.convert(span.end));
        json.close('}');
        json.close(']');
        json.close('}');
        json.close('}');
    }
}

fn textual(json: &mut Json, purpose: &str, value: &str) {
    json.open('{');
    json.field("type", "TextualBody");
    json.field("purpose", purpose);
    json.field("value", value);
    json.close('}');
}

/// EDTF: a range is an interval.
fn calendar(date: &DateMention) -> Option<String> {
    let value = date.value.clone()?;
    Some(match &date.high {
        Some(high) => [&value, "/", high].concat(),
        None => value,
    })
}

fn before(text: &str, at: usize) -> &str {
    let start = text[..at].char_indices().rev().take(CONTEXT).last().map_or(at, |(start, _)| start);
    &text[start..at]
}

fn behind(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.char_indices().nth(CONTEXT).map_or(rest.len(), |(end, _)| end);
    &rest[..end]
}
