//! Whole articles: what the analyzer says about each, in a form that a person can read, and what a
//! careful reader demands of it.
//!
//! Beside `tests/articles/<theme>/<name>.txt` lie
//! - `<name>.golden`: everything that is found, as it is today, right or wrong. `UPDATE_GOLDEN=1 cargo test
//!   --test golden` rewrites it and fails once, so that the difference is looked at;
//! - `<name>.expect`: what must be found, written by hand from the text alone. It begins with the
//!   publication day and is not changed to suit the analyzer.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

mod expect;
mod render;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use article_analyzer::analysis::{Analysis, DateKind, FigureKind, NameKind};
use article_analyzer::{Analyzer, Options};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use expect::Expectation;

/// One article with everything that is known about it.
struct Article {
    path: PathBuf,
    text: String,
    expectations: Vec<Expectation>,
    analysis: Analysis,
}

impl Article {
    fn read(analyzer: &Analyzer, path: PathBuf) -> Self {
        let read = |path: &Path| {
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let text = read(&path);
        let demands = read(&path.with_extension("expect"));
        let (first, rest) = demands.split_once('\n').expect("the publication day, then what is expected");
        let day = first.strip_prefix("published: ").expect("the first line is the publication day");
        let options =
            Options::default().with_offsets("bytes").and_then(|options| options.with_published(day));
        let analysis = analyzer.analyze(&text, &options.expect("the publication day is right"));
        let expectations = rest.lines().map(Expectation::parse).collect();
        Self { path, text, expectations, analysis }
    }

    /// "war/last-bridge"
    fn name(&self) -> String {
        let name = self.path.with_extension("");
        name.strip_prefix(folder()).unwrap_or(&name).to_string_lossy().replace('\\', "/")
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

/// Every article, in the order of their names.
fn articles() -> Vec<Article> {
    let list = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        entries.map(|entry| entry.expect("the folder can be listed").path()).collect()
    };
    // `tests/figures` reads the articles with contradictions.
    let themes = list(&folder()).into_iter().filter(|path| path.is_dir() && !path.ends_with("conflicts"));
    let mut paths: Vec<PathBuf> = themes.flat_map(|theme| list(&theme)).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let analyzer = Analyzer::english();
    paths.into_iter().map(|path| Article::read(&analyzer, path)).collect()
}

#[test]
fn every_article_is_read_as_its_golden_file_says() {
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let mut differing = Vec::new();
    for article in articles() {
        let path = article.path.with_extension("golden");
        let found = render::render(&article.text, &article.analysis);
        let known = fs::read_to_string(&path).unwrap_or_default();
        if found == known {
            continue;
        }
        if update {
            fs::write(&path, &found).expect("the golden file can be written");
        }
        differing.push(format!("{}\n{}", article.name(), first_differences(&known, &found)));
    }
    let advice = if update {
        "rewritten; look at the difference, then run again"
    } else {
        "not as the golden file says; if it is right, UPDATE_GOLDEN=1 rewrites it"
    };
    assert!(differing.is_empty(), "{advice}:\n\n{}", differing.join("\n"));
}

/// Enough of what changed to know whether it was meant; the whole is for `git diff`.
fn first_differences(known: &str, found: &str) -> String {
    const SHOWN: usize = 6;
    let (known_lines, found_lines): (BTreeSet<&str>, BTreeSet<&str>) =
        (known.lines().collect(), found.lines().collect());
    let gone = known.lines().filter(|line| !found_lines.contains(line)).map(|line| format!("  - {line}\n"));
    let new = found.lines().filter(|line| !known_lines.contains(line)).map(|line| format!("  + {line}\n"));
    gone.take(SHOWN).chain(new.take(SHOWN)).collect()
}

#[test]
fn every_article_gives_what_a_careful_reader_demands() {
    let mut complaints = Vec::new();
    let (mut demanded, mut unmet) = (0, 0);
    for article in articles() {
        assert!(article.expectations.len() >= 8, "{}: too little is demanded", article.name());
        for demand in &article.expectations {
            demanded += 1;
            unmet += usize::from(demand.is_unmet);
            match (demand.is_met(&article.text, &article.analysis), demand.is_unmet) {
                (false, false) => complaints.push(format!("not met: {}: {demand}", article.name())),
                (true, true) => {
                    complaints.push(format!("met now, take the mark away: {}: {demand}", article.name()))
                }
                _ => {}
            }
        }
    }
    assert!(complaints.is_empty(), "{} of {demanded}:\n{}\n", complaints.len(), complaints.join("\n"));
    assert!(unmet * MOST_UNMET <= demanded, "{unmet} of {demanded} are marked as unmet: too many to be gaps");
}

/// At most one demand in so many may be marked as not met yet.
const MOST_UNMET: usize = 10;

#[test]
fn every_kind_of_name_figure_and_date_occurs_in_an_article() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for Article { analysis, .. } in articles() {
        seen.extend(analysis.names.iter().map(|name| word("name", &json!(name.kind))));
        seen.extend(analysis.figures.iter().map(|figure| word("figure", &json!(figure.kind))));
        seen.extend(analysis.dates.iter().map(|date| word("date", &json!(date.kind))));
    }
    let all = [words::<NameKind>("name"), words::<FigureKind>("figure"), words::<DateKind>("date")].concat();
    let missing: Vec<&String> = all.iter().filter(|word| !seen.contains(*word)).collect();
    assert!(missing.is_empty(), "in no article: {missing:?}");
}

fn word(of: &str, kind: &Value) -> String {
    format!("{of} {}", kind.as_str().expect("kinds are words"))
}

/// The words of an enumeration, as its own "unknown variant" message lists them.
fn words<T: DeserializeOwned>(of: &str) -> Vec<String> {
    let error =
        serde_json::from_value::<T>(json!("no such word")).err().expect("no enumeration has this word");
    let message = error.to_string();
    let listed = message.split_once("expected").expect("the message lists what is expected").1;
    listed.split('`').skip(1).step_by(2).map(|word| format!("{of} {word}")).collect()
}
