//! The readers of the files that the library brings along: a names model, a gazetteer, a table of confidences. Any
//! bytes are refused in words or give an analyzer that analyses.
//!
//! The first byte says which file the rest is, and how much of it is made right beforehand: behind a wrong checksum
//! a fuzzer would never come.
#![no_main]

#[path = "../../invariants/check.rs"]
#[allow(dead_code)]
mod check;
mod nameless;
mod show;

use std::sync::LazyLock;

use article_analyzer::{Analyzer, Error, Options, probe};
use libfuzzer_sys::fuzz_target;

const MODEL: &[u8] = include_bytes!("../../../src/lang/en/names.model");
const PLACES: &[u8] = include_bytes!("../../../src/lang/en/places.bin");
/// What stands before the features' weights in a model: every label after every other, and the groups of themes.
const LABELS: usize = 17;
const THEMES: usize = 256;

/// A gazetteer of one country without a name.
const ONE_COUNTRY: [u8; 15] = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

static NAMELESS: LazyLock<Vec<u8>> = LazyLock::new(nameless::model);

const TEXT: &str = "Kyiv, May 5 — Amina Yusuf of the U.N. told Reuters that São Paulo and Port au Prince, Haiti, had \
    lost 39,000 homes. “The Russian side left on Friday,” she said in Paris.";

/// A file of this content, with a header that is right in all.
fn filed(header: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut file = header[..8].to_vec();
    file.extend((payload.len() as u32).to_le_bytes());
    let sum =
        payload.iter().fold(0x811C_9DC5u32, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    file.extend(sum.to_le_bytes());
    file.extend(payload);
    file
}

/// The content of a model from few bytes: transitions and groups repeat the first sixteen of them, so that what
/// is left steers themes, given names and features.
fn model(bytes: &[u8]) -> Vec<u8> {
    let (repeated, rest) = bytes.split_at(bytes.len().min(16));
    let (count, rest) = rest.split_first().map_or((0, rest), |(&count, rest)| (usize::from(count), rest));
    let (themes, rest) = rest.split_at(rest.len().min(count));
    let again = || repeated.iter().copied().chain([0]).cycle();
    let mut payload: Vec<u8> = again().take(LABELS * LABELS * 2).collect();
    payload.extend(themes);
    payload.extend(again().take(THEMES));
    payload.extend(rest);
    payload
}

/// Whether the file was taken; an analyzer that was made of it must analyse.
fn analyses(made: Result<Analyzer, Error>) {
    match made {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(analyzer) => {
            let analysis = analyzer.analyze(TEXT, &Options::default().with_offsets("bytes").expect("a unit"));
            check::sound(TEXT, &analysis);
        }
    }
}

fn table(bytes: &[u8]) {
    let (model, table) = bytes.split_at(bytes.len().min(4));
    let model = model.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte));
    let table = String::from_utf8_lossy(table);
    let owned = format!("model {model:08x}\n{table}");
    for (table, chance) in [(&*table, 0.5), (&owned, 0.0), (&owned, 0.97), (&owned, 1.0)] {
        match probe::confidence(table, model, chance) {
            Ok(confidence) => assert!((0.0..=1.0).contains(&confidence), "{confidence} of {table:?}"),
            Err(error) => assert!(error.to_string().starts_with("names confidence: ")),
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    show::show(&(kind % 6, bytes));
    let small = || filed(PLACES, &ONE_COUNTRY);
    match kind % 6 {
        0 => analyses(probe::analyzer(bytes, &small())),
        1 => analyses(probe::analyzer(&filed(MODEL, bytes), &small())),
        2 => analyses(probe::analyzer(&filed(MODEL, &model(bytes)), &small())),
        3 => analyses(probe::analyzer(&NAMELESS, bytes)),
        4 => analyses(probe::analyzer(&NAMELESS, &filed(PLACES, bytes))),
        _ => table(bytes),
    }
});
