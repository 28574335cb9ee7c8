//! The whole analysis as it is shipped, names and places and all, asked for everything that it promises.
#![no_main]

#[path = "../../invariants/check.rs"]
mod check;
mod input;
mod show;

use std::sync::LazyLock;

use article_analyzer::Analyzer;
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

fuzz_target!(|bytes: &[u8]| check::everything(&ANALYZER, &input::text(bytes)));
