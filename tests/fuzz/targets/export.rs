//! Every export of a text with its analysis, with an analysis that was changed, and with one that came as JSON.
//!
//! The first byte says which, and the unit of offsets; then come how many bytes change the analysis (or are the text, where
//! the rest is JSON), those bytes, and the text.
#![no_main]

#[path = "../../invariants/bend.rs"]
mod bend;
#[path = "../../invariants/documents.rs"]
mod documents;
mod input;
mod show;

use std::sync::LazyLock;

use article_analyzer::{Analysis, Analyzer, Options};
use libfuzzer_sys::fuzz_target;

const UNITS: [&str; 3] = ["utf16", "bytes", "chars"];
/// Kinds of input.
const BENT: u8 = 1;
const JSON: u8 = 2;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

fn analyze(text: &str, unit: &str) -> Analysis {
    let options = Options::default().with_offsets(unit).expect("a known unit");
    ANALYZER.analyze(text, &options.with_published("2025-02-08").expect("a day of the calendar"))
}

fuzz_target!(|bytes: &[u8]| {
    let [kind, count, rest @ ..] = bytes else { return };
    let (first, rest) = rest.split_at(rest.len().min(usize::from(*count)));
    let unit = UNITS[usize::from(kind / 4) % UNITS.len()];
    match kind % 4 {
        JSON => {
            let text = input::text(first);
            let Ok(analysis) = serde_json::from_slice(rest) else { return };
            documents::everything(&text, &analysis);
        }
        BENT => {
            let text = input::text(rest);
            let analysis = bend::bend(&analyze(&text, unit), first);
            show::show(&analysis);
            documents::everything(&text, &analysis);
        }
        _ => {
            let text = input::text(rest);
            let written = documents::everything(&text, &analyze(&text, unit));
            assert!(written > 0, "an analysis of the text itself is refused: {text:?}");
        }
    }
});
