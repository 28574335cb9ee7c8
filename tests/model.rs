//! The names model: the one in the library is whole and as good as its card says; a file that is not a
//! model is refused with a message that says what is wrong with it.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;
use std::path::Path;

use article_analyzer::{Analyzer, Options};
use serde_json::Value;

const MODEL: &[u8] = include_bytes!("../src/lang/en/names.model");
const CONFIDENCE: &str = include_str!("../src/lang/en/names.confidence");

fn refusal(file: &[u8]) -> String {
    Analyzer::with_names_model(file).err().expect("not a model").to_string()
}

#[test]
fn the_library_s_own_model_is_accepted() {
    assert!(Analyzer::with_names_model(MODEL).is_ok());
}

/// A model that was trained anew needs its names measured anew; the message says by which command.
#[test]
fn the_confidence_in_the_library_was_measured_on_the_model_in_the_library() {
    let analyzer = Analyzer::with_names_model(MODEL).expect("the library's own model");
    if let Err(error) = analyzer.with_names_confidence(CONFIDENCE) {
        panic!("{error}");
    }
}

#[test]
fn without_a_table_confidence_is_what_the_model_believes() {
    let text = "Amina Yusuf told Reuters in Kyiv that 39,000 people had left the town of Brent.";
    let bare = Analyzer::with_names_model(MODEL).expect("the library's own model");
    let analysis = bare.analyze(text, &Options::default());
    assert!(analysis.names.iter().all(|name| name.confidence > 0.0 && name.confidence <= 1.0));
    let measured = Analyzer::english().analyze(text, &Options::default());
    assert_eq!(analysis.names.len(), measured.names.len());
    assert_ne!(analysis.names, measured.names);
}

#[test]
fn every_fault_has_a_message_of_its_own() {
    let faults = [
        (refusal(&[]), "too short"),
        (refusal(&MODEL[..12]), "too short"),
        (refusal(b"PK\x03\x04 this is a zip archive"), "another kind of file"),
        (refusal(&[&MODEL[..4], &[0xFF, 0x7F], &MODEL[6..]].concat()), "version 32767"),
        (refusal(&MODEL[..MODEL.len() / 2]), "header says"),
        (refusal(&[&MODEL[..MODEL.len() - 1], &[MODEL[MODEL.len() - 1] ^ 1]].concat()), "damaged"),
    ];
    for (message, part) in faults {
        assert!(message.starts_with("names model: ") && message.contains(part), "{message:?} lacks {part:?}");
    }
}

/// Strict F1 over people, places and organisations on one development set.
fn strict_f1(analyzer: &Analyzer, file: &str) -> f64 {
    let options = Options::default().with_offsets("chars").expect("a known unit");
    let (mut gold, mut found, mut right) = (0, 0, 0);
    for line in file.lines().filter(|line| !line.is_empty()) {
        let row: Value = serde_json::from_str(line).expect("a corpus line");
        let expected: HashSet<(u64, u64, &str)> = row["entities"]
            .as_array()
            .expect("a list of names")
            .iter()
            .filter_map(|name| Some((name[0].as_u64()?, name[1].as_u64()?, name[2].as_str()?)))
            .filter(|name| name.2 != "other")
            .collect();
        let analysis = analyzer.analyze(row["text"].as_str().expect("a text"), &options);
        let names: HashSet<(u64, u64, &str)> = analysis
            .names
            .iter()
            .map(|name| (name.start as u64, name.end as u64, name.kind.as_str()))
            .filter(|name| name.2 != "other")
            .collect();
        gold += expected.len();
        found += names.len();
        right += expected.intersection(&names).count();
    }
    200.0 * right as f64 / (gold + found) as f64
}

/// The card's figures less a point: a change that costs more wants a reason.
#[test]
fn finds_names_as_well_as_its_card_says() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/names");
    if !data.exists() {
        eprintln!("skipped: the development sets are not here ({})", data.display());
        return;
    }
    let analyzer = Analyzer::english();
    for (set, least) in [("worldwide", 86.8), ("gum", 74.2), ("uner_ewt", 66.3)] {
        let file = std::fs::read_to_string(data.join(set).join("dev.jsonl")).expect("a development set");
        let score = strict_f1(&analyzer, &file);
        assert!(score >= least, "{set}/dev: {score:.1}, but the card promises {least} at least");
    }
}
