//! What the tables of the documentation say, what goes over several paragraphs, and what is nobody's.

use super::*;
use crate::lang::en;
use crate::recognize::NameKind::{self, Organization, Person, Place};
use crate::recognize::{NameMention, date, figure, forms};
use crate::resolve::{AttributionKind, Mentions, ResolvedParty, Trust, resolve};
use crate::text::Span;

/// The names of all sentences here; the longest first.
const NAMES: &[(&str, NameKind)] = &[
    ("Moss Ferries", Organization),
    ("Ada Moss", Person),
    ("Bo Tarn", Person),
    ("Nordnytt", Organization),
    ("Moss", Person),
    ("Tarn", Person),
    ("U.S.", Place),
    ("Lund", Place),
];

fn names(text: &str) -> Vec<NameMention> {
    let mut found: Vec<NameMention> = Vec::new();
    for &(name, kind) in NAMES {
        for (start, _) in text.match_indices(name) {
            let span = Span::new(start, start + name.len());
            if !found.iter().any(|other| other.span.overlaps(span)) {
                found.push(NameMention::found(span, kind));
            }
        }
    }
    found.sort_by_key(|name| name.span);
    found
}

fn resolved(text: &str) -> Resolution {
    let document = Document::read(text, &en::LANGUAGE);
    let figures = figure::Finder::new(&en::LANGUAGE).find(&document);
    let dates = date::Finder::new(&en::LANGUAGE).find(&document, date::Source::default());
    resolve(&document, &en::LANGUAGE, Mentions { names: names(text), figures, dates }, &Trust::EVERYTHING)
}

/// Every attribution as `speaker (cue) to addressee: "words" … "words"`, `nobody` without a speaker, with the
/// name behind a pronoun and the kind where it is not the usual one.
fn told(text: &str) -> String {
    let resolution = resolved(text);
    let party = |party: &ResolvedParty| {
        let words = party.span.of(text);
        let name = party.entity.map(|entity| resolution.entities[entity].name.as_str());
        match name {
            Some(name) if !name.contains(words) => format!("{words} = {name}"),
            _ => words.to_owned(),
        }
    };
    let tell = |said: &crate::resolve::ResolvedAttribution| {
        let mut line = said.speaker.as_ref().map_or("nobody".to_owned(), party);
        if let Some(cue) = said.cue {
            line += &format!(" ({})", cue.of(text));
        }
        if let Some(addressee) = &said.addressee {
            line += &format!(" to {}", party(addressee));
        }
        let spans: Vec<String> = said.spans.iter().map(|span| format!("[{}]", span.of(text))).collect();
        line += &format!(": {}", spans.join(" … "));
        line + match said.kind {
            AttributionKind::Direct => " direct",
            AttributionKind::Mixed => " mixed",
            AttributionKind::Indirect => "",
        }
    };
    resolution.attributions.iter().map(tell).collect::<Vec<_>>().join("; ")
}

fn check(table: &[(&str, &str)]) {
    forms::check(table, told);
}

#[test]
fn does_what_the_tables_of_the_documentation_say() {
    check(&forms::rows(include_str!("FORMS.md"), 80));
}

#[test]
fn follows_a_quotation_over_paragraphs_with_opening_marks_only() {
    check(&[
        (
            "“We tried,” Ada Moss said. “We failed.\n\n“And we will try again.\n\n“Soon.”\n\nTarn left.",
            "Ada Moss (said): [“We tried,”] … [“We failed.] … [“And we will try again.] … [“Soon.”] direct",
        ),
        (
            "Ada Moss said: “We tried.\n\n“We failed.”",
            "Ada Moss (said): [“We tried.] … [“We failed.”] direct",
        ),
    ]);
}

#[test]
fn lets_a_paragraph_in_marks_run_on_from_the_one_before() {
    check(&[
        (
            "“We tried,” Ada Moss said.\n\n“But it was much too late for us.”",
            "Ada Moss (said): [“We tried,”] … [“But it was much too late for us.”] direct",
        ),
        (
            "Ada Moss told the council that she had tried.\n\n“But it was much too late for us.”",
            "Ada Moss (told) to council: [that she had tried]; \
             Ada Moss: [“But it was much too late for us.”] direct",
        ),
        (
            "The ferry stopped in March.\n\n“But it was much too late for us.”",
            "nobody: [“But it was much too late for us.”] direct",
        ),
    ]);
}

#[test]
fn survives_marks_that_fit_no_pair() {
    for text in
        ["“", "”", "\"", "''", "‘’", "“”", "\"\"", "“‘", "«", "said “", "“ said", "\" \" \"", "'\n'", ":“"]
    {
        let _ = told(text);
    }
    check(&[("A 6'2\" man and a 5'1\" woman left.", "")]);
}

#[test]
fn tells_each_figure_who_says_it() {
    let text =
        "Moss said 40 piles had cracked, but Tarn said that 50 had. “All 60,” a diver said. The pier has 90.";
    let resolution = resolved(text);
    let said = resolution.figures.iter().map(|figure| {
        let speaker = figure.said_by.and_then(|index| resolution.attributions[index].speaker.as_ref());
        let speaker = speaker.map_or("nobody", |speaker| speaker.span.of(text));
        format!("{} {speaker}", figure.mention.span.of(text))
    });
    assert_eq!(said.collect::<Vec<_>>(), ["40 Moss", "50 Tarn", "60 diver", "90 nobody"]);
}

#[test]
fn takes_the_innermost_saying_for_a_figure() {
    let text = "Tarn said Moss believed that 40 piles had cracked.";
    let resolution = resolved(text);
    let inner = resolution.figures[0].said_by.map(|index| &resolution.attributions[index]);
    assert_eq!(inner.and_then(|said| said.speaker.as_ref()).map(|who| who.span.of(text)), Some("Moss"));
}
