//! What a careful reader demands of an article, one fact a line.
//!
//! - `person: Hawa Idris` (or `place`, `organization`, `other`): an entity of that kind is called so;
//!   `person: Hawa Idris | Idris`: and is mentioned as "Idris" too; `A, B`: either name will do
//! - `figure: 64 | at_least | people`: a claim with that value and bound, and each of those words as its
//!   kind, its unit, what it is counted by, or a word of what it counts. `10-15` is a range, `*` any bound
//! - `date: 2026-03-12 | Thursday`: words that have that value; `A, B`: either words will do
//! - `said: Hawa Idris | fuel for two days`: that person, by name or as "she" or "the doctor", says these words;
//!   `said: nobody | ...`: the text does not say who
//! - `no figure: 225`, `no person: May`: no such thing
//! - `unmet place: Velmor`: demanded, and known not to be met yet; once it is, the mark must go

use std::fmt;

use article_analyzer::analysis::{Analysis, Attribution, Entity, Figure, FigureRole};
use serde_json::json;

/// One line.
pub struct Expectation {
    line: String,
    /// Marked as known not to be met.
    pub is_unmet: bool,
    is_forbidden: bool,
    fact: Fact,
}

enum Fact {
    Entity { kind: String, names: Vec<String>, mention: Option<String> },
    Figure { value: String, bound: String, words: Vec<String> },
    Date { value: String, words: Vec<String> },
    Said { speaker: String, words: String },
}

impl Expectation {
    pub fn parse<'l>(line: &'l str) -> Self {
        let marked = |line: &'l str, mark| line.strip_prefix(mark).map_or((false, line), |rest| (true, rest));
        let (is_unmet, rest) = marked(line, "unmet ");
        let (is_forbidden, rest) = marked(rest, "no ");
        let (subject, rest) = rest.split_once(": ").unwrap_or_else(|| panic!("{line:?} says nothing"));
        let mut columns = rest.split(" | ").map(str::to_owned);
        let first = columns.next().unwrap_or_default();
        let choices = |column: Option<String>| -> Vec<String> {
            column.iter().flat_map(|words| words.split(", ")).map(str::to_owned).collect()
        };
        let fact = match subject {
            "person" | "place" | "organization" | "other" => Fact::Entity {
                kind: subject.to_owned(),
                names: choices(Some(first)),
                mention: columns.next(),
            },
            "figure" => Fact::Figure {
                value: first,
                bound: columns.next().unwrap_or_else(|| "*".to_owned()),
                words: choices(columns.next()),
            },
            "date" => Fact::Date { value: first, words: choices(columns.next()) },
            "said" => Fact::Said { speaker: first, words: columns.next().unwrap_or_default() },
            _ => panic!("{line:?}: nothing can be demanded of a {subject}"),
        };
        assert_eq!(columns.next(), None, "{line:?} has a column too many");
        Self { line: line.to_owned(), is_unmet, is_forbidden, fact }
    }

    /// Whether the analysis of `text`, with offsets in bytes, says so.
    pub fn is_met(&self, text: &str, analysis: &Analysis) -> bool {
        let is_found = match &self.fact {
            Fact::Entity { kind, names, mention } => analysis.entities.iter().any(|entity| {
                let called = names_of(text, analysis, entity);
                json!(entity.kind) == json!(kind)
                    && names.iter().any(|name| entity.name == *name || called.contains(&name.as_str()))
                    && mention.as_ref().is_none_or(|mention| called.contains(&mention.as_str()))
            }),
            Fact::Figure { value, bound, words } => analysis.figures.iter().any(|figure| {
                figure.role == FigureRole::Claim
                    && amount(figure) == *value
                    && (bound == "*" || json!(figure.bound) == json!(bound))
                    && words.iter().all(|word| words_of(text, figure).contains(word))
            }),
            Fact::Date { value, words } => analysis.dates.iter().any(|date| {
                let said = &text[date.start..date.end];
                date.value.as_ref() == Some(value)
                    && (words.is_empty() || words.iter().any(|words| said.contains(words.as_str())))
            }),
            Fact::Said { speaker, words } => analysis.attributions.iter().any(|attribution| {
                let said =
                    attribution.spans.iter().any(|span| text[span.start..span.end].contains(words.as_str()));
                said && speakers_of(text, analysis, attribution).contains(&speaker.as_str())
            }),
        };
        is_found != self.is_forbidden
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line)
    }
}

/// The words of every mention.
fn names_of<'t>(text: &'t str, analysis: &Analysis, entity: &Entity) -> Vec<&'t str> {
    let mentions = entity.mentions.iter().map(|&mention| &analysis.names[mention]);
    mentions.map(|name| &text[name.start..name.end]).collect()
}

/// The words for the speaker and the name behind them.
fn speakers_of<'t>(text: &'t str, analysis: &'t Analysis, attribution: &Attribution) -> Vec<&'t str> {
    let Some(speaker) = &attribution.speaker else { return vec!["nobody"] };
    let name = speaker.entity.map(|entity| analysis.entities[entity].name.as_str());
    std::iter::once(&text[speaker.start..speaker.end]).chain(name).collect()
}

/// "64", "10-15"
fn amount(figure: &Figure) -> String {
    let value = figure.value.clone().unwrap_or_default();
    match &figure.high {
        Some(high) => format!("{value}-{high}"),
        None => value,
    }
}

/// Everything that says what the figure is a figure of.
fn words_of(text: &str, figure: &Figure) -> Vec<String> {
    let mut words: Vec<String> = json!(figure.kind).as_str().map(str::to_owned).into_iter().collect();
    words.extend([&figure.unit, &figure.per].into_iter().flatten().cloned());
    if let Some(counts) = &figure.counts {
        words.extend(text[counts.start..counts.end].split_whitespace().map(str::to_owned));
        words.push(text[counts.head.start..counts.head.end].to_owned());
    }
    words
}

#[cfg(test)]
mod tests {
    use article_analyzer::analysis::{
        Bound, Counts, DateKind, DateMention, FigureKind, Name, NameKind, Range,
    };
    use article_analyzer::{Analyzer, Options};

    use super::*;

    const TEXT: &str = "Hawa Idris saw more than 39,000 people on Friday, Idris said.";

    /// Written by hand, so that this test says nothing about recognisers.
    fn analysis() -> Analysis {
        let at = |words: &str| {
            let start = TEXT.find(words).expect("the words are there");
            (start, start + words.len())
        };
        let mut analysis = Analyzer::english().analyze("", &Options::default());
        let name = |(start, end)| Name { start, end, kind: NameKind::Person, confidence: 1.0, entity: 0 };
        analysis.names = vec![name(at("Hawa Idris")), name((50, 55))];
        analysis.entities = vec![Entity {
            kind: NameKind::Person,
            name: "Hawa Idris".to_owned(),
            aliases: vec!["Idris".to_owned()],
            roles: Vec::new(),
            mentions: vec![0, 1],
            references: Vec::new(),
            place: None,
        }];
        let ((start, end), (head, tail)) = (at("39,000"), at("people"));
        analysis.figures = vec![Figure {
            start,
            end,
            outer: Range { start, end: tail },
            kind: FigureKind::Cardinal,
            value: Some("39000".to_owned()),
            high: None,
            unit: None,
            per: None,
            bound: Bound::MoreThan,
            change: None,
            counts: Some(Counts { start: head, end: tail, head: Range { start: head, end: tail } }),
            said_by: None,
            as_of: None,
            role: FigureRole::Claim,
        }];
        let (start, end) = at("Friday");
        let value = Some("2026-03-13".to_owned());
        let bound = Bound::Exact;
        analysis.dates =
            vec![DateMention { start, end, kind: DateKind::Date, value, high: None, bound, resolved: true }];
        analysis
    }

    #[test]
    fn tells_what_is_met_from_what_is_not() {
        let analysis = analysis();
        for (line, met) in [
            ("person: Hawa Idris", true),
            ("person: Hawa Idris | Idris", true),
            ("person: Hawa Idris | Hawa", false),
            ("place: Hawa Idris", false),
            ("no place: Hawa Idris", true),
            ("no person: Idris", false),
            ("figure: 39000 | more_than | people", true),
            ("figure: 39000 | * | cardinal, people", true),
            ("figure: 39000 | exact", false),
            ("figure: 39000 | more_than | deaths", false),
            ("figure: 39 | more_than", false),
            ("no figure: 39000", false),
            ("date: 2026-03-13 | Friday", true),
            ("date: 2026-03-13 | Thursday", false),
            ("date: 2026-03-06 | Friday", false),
        ] {
            assert_eq!(Expectation::parse(line).is_met(TEXT, &analysis), met, "{line}");
        }
    }
}
