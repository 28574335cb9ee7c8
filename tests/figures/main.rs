//! How often what a figure counts, who says it and as of when are right, and how many contradictions are found,
//! on passages that were annotated by reading alone (`tests/articles/{figures,conflicts}`).
//!
//! `cargo test --test figures -- --nocapture` prints the shares and every figure that differs.
#![cfg(not(target_arch = "wasm32"))]

mod gold;
mod sentences;

use std::path::{Path, PathBuf};

use article_analyzer::analysis::{Analysis, Range};
use article_analyzer::{Analyzer, Options};

use gold::{Line, Passage};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles").join(name)
}

/// So many of so many were right.
#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.all += 1;
    }

    fn percent(&self) -> usize {
        self.right * 100 / self.all
    }
}

/// What was measured on all passages.
#[derive(Default)]
struct Measured {
    found: Share,
    counts: Share,
    said_by: Share,
    said_by_somebody: Share,
    as_of: Share,
    as_of_some_day: Share,
}

#[test]
fn what_figures_count_who_says_so_and_when_is_mostly_right() {
    let analyzer = Analyzer::english();
    let options = Options::default().with_offsets("bytes").expect("bytes are a unit");
    let mut measured = Measured::default();
    for passage in gold::passages(&folder("figures")) {
        let analysis = analyzer.analyze(&passage.text, &options);
        compare(&passage, &analysis, &mut measured);
    }
    let rows = [
        ("figures found", &measured.found, 95),
        ("counts: head right", &measured.counts, 85),
        ("said_by right", &measured.said_by, 85),
        ("... where somebody says it", &measured.said_by_somebody, 75),
        ("as_of right", &measured.as_of, 85),
        ("... where a date governs it", &measured.as_of_some_day, 75),
    ];
    for (name, share, floor) in rows {
        println!("{name:30} {:3} % of {} (floor {floor})", share.percent(), share.all);
    }
    for (name, share, floor) in rows {
        assert!(share.percent() >= floor, "{name}: {} %, and {floor} is the floor", share.percent());
    }
}

/// Compares each figure of the passage with its line.
fn compare(passage: &Passage, analysis: &Analysis, measured: &mut Measured) {
    let words = |range: Range| &passage.text[range.start..range.end];
    for line in &passage.lines {
        let figure =
            analysis.figures.iter().find(|figure| figure.start < line.end && line.start < figure.end);
        measured.found.add(figure.is_some());
        let Some(figure) = figure else {
            println!("MISSED {:?}", line.words);
            continue;
        };
        let head = figure.counts.as_ref().map(|counts| words(counts.head));
        let speaker = figure.said_by.map(|index| &analysis.attributions[index]);
        // an attribution without a speaker says no more than none
        let speaker = speaker
            .and_then(|said| said.speaker.as_ref())
            .map(|party| words(Range { start: party.start, end: party.end }));
        let date = figure.as_of.map(|index| &analysis.dates[index]);
        let date = date.map(|date| words(Range { start: date.start, end: date.end }));
        let fields = [
            ("counts", &line.counts, head),
            ("said by", &line.said_by, speaker),
            ("as of", &line.as_of, date),
        ];
        for (name, wanted, got) in fields {
            let is_right = agrees(wanted.as_deref(), got);
            if !is_right {
                println!(
                    "{name}: {:?} in {:?}: wanted {wanted:?}, got {got:?}",
                    line.words,
                    around(passage, line)
                );
            }
            let (all, some) = match name {
                "counts" => (&mut measured.counts, None),
                "said by" => (&mut measured.said_by, Some(&mut measured.said_by_somebody)),
                _ => (&mut measured.as_of, Some(&mut measured.as_of_some_day)),
            };
            all.add(is_right);
            if let (Some(share), true) = (some, wanted.is_some()) {
                share.add(is_right);
            }
        }
    }
}

/// Whether one is the other or a part of it, in whole words: "officials in Lagos" and "officials".
fn agrees(wanted: Option<&str>, got: Option<&str>) -> bool {
    let (Some(wanted), Some(got)) = (wanted, got) else { return wanted.is_none() && got.is_none() };
    let holds = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
    let plain = |text: &str| text.replace([',', '-', '’', '\'', '.'], " ");
    let (wanted, got) = (plain(wanted), plain(got));
    holds(&wanted, &got) || holds(&got, &wanted)
}

/// The words before and after a figure.
fn around<'p>(passage: &'p Passage, line: &Line) -> &'p str {
    const REACH: usize = 60;
    let text = &passage.text;
    let start = (line.start.saturating_sub(REACH)..=line.start).find(|&at| text.is_char_boundary(at));
    let end = (line.end..=(line.end + REACH).min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[start.unwrap_or(line.start)..end.unwrap_or(line.end)]
}

#[test]
fn contradictions_are_found_and_none_is_made_up() {
    let analyzer = Analyzer::english();
    let options = Options::default().with_offsets("bytes").expect("bytes are a unit");
    let (mut found, mut false_alarms) = (Share::default(), Vec::new());
    for article in gold::articles(&folder("conflicts")) {
        let analysis = analyzer.analyze(&article.text, &options);
        let mut hit = vec![false; article.conflicts.len()];
        for conflict in &analysis.conflicts {
            let words: Vec<&str> = conflict
                .figures
                .iter()
                .map(|&index| &article.text[analysis.figures[index].start..analysis.figures[index].end])
                .collect();
            let is_of = |wanted: &Vec<String>| {
                let is_told = |wanted: &&String| words.iter().any(|words| agrees(Some(wanted), Some(words)));
                wanted.iter().filter(is_told).count() >= 2
            };
            match article.conflicts.iter().position(is_of) {
                Some(place) => hit[place] = true,
                None => false_alarms.push(format!("{}: {words:?} {}", article.name, conflict.why)),
            }
        }
        for (wanted, &hit) in article.conflicts.iter().zip(&hit) {
            found.add(hit);
            if !hit {
                println!("{}: {wanted:?} not found", article.name);
            }
        }
    }
    println!("conflicts found: {} of {}; false alarms: {}", found.right, found.all, false_alarms.len());
    assert!(false_alarms.is_empty(), "{false_alarms:#?}");
    assert!(found.percent() >= 80, "{} of {}", found.right, found.all);
}
