//! A document of its own: the article with its marks, and its figures in a table that leads back to them.
//!
//! The article's text is in it character by character, in one block that keeps its line breaks; what is marked
//! is drawn by kinds of line, so that it stays readable in print and without colour. The document can run
//! nothing: everything of the text is escaped, and its own policy allows no script and no address.
//! U+0000 is the one character that HTML cannot hold; it becomes U+FFFD.

use super::figures::{HEADINGS, amount, rows};
use super::marks::{Mark, marks};
use super::{Doc, NAME, VERSION};

const HEAD: &str = "<meta charset=\"utf-8\">\n\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";

const STYLE: &str = "<style>
:root { color-scheme: light dark; font: 1.0625rem/1.6 Georgia, serif; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
article { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; text-decoration: underline 1px; text-underline-offset: .2em; }
mark[data-kind=person] { text-decoration-thickness: 2px; }
mark[data-kind=place] { text-decoration-style: dashed; text-decoration-thickness: 2px; }
mark[data-kind=organization] { text-decoration-style: dotted; text-decoration-thickness: 2px; }
mark[data-kind=figure] { text-decoration-style: double; font-weight: 600; }
mark[data-kind=date] { text-decoration-style: wavy; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font: .9375rem/1.4 sans-serif; }
caption { padding: .5rem 0; font-weight: 600; text-align: start; }
th, td { padding: .3rem .8rem .3rem 0; border-top: 1px solid; text-align: start; vertical-align: top; }
td:nth-child(2) { text-align: end; font-variant-numeric: tabular-nums; }
footer { margin-top: 2rem; font: .875rem/1.4 sans-serif; }
</style>\n";

pub fn write(doc: &Doc) -> String {
    let marks = marks(doc);
    let mut out = String::with_capacity(doc.text.len() * 2 + HEAD.len() + STYLE.len());
    out.push_str("<!doctype html>\n<html");
    if doc.analysis.language == "en" {
        out.push_str(" lang=\"en\"");
    }
    out.push_str(">\n<head>\n");
    out.push_str(HEAD);
    out.push_str("<title>");
    let title = doc.text.lines().find(|line| !line.trim().is_empty()).unwrap_or(NAME);
    escape(&mut out, title.trim());
    out.push_str("</title>\n");
    out.push_str(STYLE);
    out.push_str("</head>\n<body>\n<article dir=\"auto\">");
    article(doc, &marks, &mut out);
    out.push_str("</article>\n");
    table(doc, &marks, &mut out);
    out.push_str("<footer><p lang=\"en\">Marked by ");
    out.push_str(NAME);
    out.push(' ');
    out.push_str(VERSION);
    out.push_str(", a program: look twice.</p></footer>\n</body>\n</html>\n");
    out
}

fn article(doc: &Doc, marks: &[Mark], out: &mut String) {
    let mut at = 0;
    for mark in marks {
        escape(out, &doc.text[at..mark.start]);
        out.push_str("<mark data-kind=\"");
        out.push_str(mark.kind);
        if mark.kind == "figure" {
            out.push_str("\" id=\"f");
            out.push_str(&mark.index.to_string());
        }
        if let Some(title) = title(doc, mark) {
            out.push_str("\" title=\"");
            escape(out, &title);
        }
        out.push_str("\">");
        escape(out, &doc.text[mark.start..mark.end]);
        out.push_str("</mark>");
        at = mark.end;
    }
    escape(out, &doc.text[at..]);
}

/// What a mark stands for, where that is known.
fn title(doc: &Doc, mark: &Mark) -> Option<String> {
    match mark.kind {
        "figure" => amount(&doc.analysis.figures[mark.index]),
        "date" => doc.analysis.dates[mark.index].value.clone(),
        _ => Some(doc.analysis.entities[doc.analysis.names[mark.index].entity].name.clone()),
    }
}

fn table(doc: &Doc, marks: &[Mark], out: &mut String) {
    let rows = rows(doc);
    if rows.is_empty() {
        return;
    }
    out.push_str("<div class=\"table\" lang=\"en\"><table>\n<caption>Figures</caption>\n<thead><tr>");
    for heading in HEADINGS {
        out.push_str("<th scope=\"col\">");
        out.push_str(heading);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    let mut is_marked = vec![false; doc.analysis.figures.len()];
    for mark in marks.iter().filter(|mark| mark.kind == "figure") {
        is_marked[mark.index] = true;
    }
    for (index, cells) in rows {
        out.push_str("<tr>");
        for (column, cell) in cells.iter().enumerate() {
            // A figure inside of a longer mark has none of its own to lead to.
            let is_link = column == 0 && is_marked[index];
            out.push_str("<td dir=\"auto\">");
            if is_link {
                out.push_str("<a href=\"#f");
                out.push_str(&index.to_string());
                out.push_str("\">");
            }
            escape(out, cell);
            out.push_str(if is_link { "</a></td>" } else { "</td>" });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// For text and for values in double quotes. A carriage return would come out as a line feed.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => out.push_str("&#13;"),
            '\0' => out.push('\u{FFFD}'),
            _ => out.push(character),
        }
    }
}
