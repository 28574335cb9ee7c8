//! Figures and dates of texts that nobody would write, asked for everything that an analysis promises.
#![no_main]

#[path = "../../invariants/check.rs"]
mod check;
mod input;
mod nameless;
mod show;

use std::sync::LazyLock;

use article_analyzer::Analyzer;
use libfuzzer_sys::fuzz_target;

/// Without names: they take most of the time, and the fuzzer's eye off what it is here for.
static ANALYZER: LazyLock<Analyzer> =
    LazyLock::new(|| Analyzer::with_names_model(&nameless::model()).expect("a model made by the trainer"));

fuzz_target!(|bytes: &[u8]| check::everything(&ANALYZER, &input::text(bytes)));
