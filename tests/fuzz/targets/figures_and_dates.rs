//! Figures and dates of texts that nobody would write, asked for everything that an analysis promises.
//!
//! An input that begins with a byte no text can begin with steers the grammar of `news`; any other is the
//! text itself. `FUZZ_SHOW=1` prints the text of every input.
#![no_main]

#[path = "../../invariants/check.rs"]
mod check;
#[path = "../../invariants/news.rs"]
mod news;

use std::sync::LazyLock;

use article_analyzer::Analyzer;
use article_analyzer::train::{Features, Parts};
use libfuzzer_sys::fuzz_target;

/// The label of what is no name.
const OUTSIDE: usize = 0;
/// The first of the bytes that UTF-8 never uses.
const STEERS: u8 = 0xF8;

/// Without names: they take most of the time, and the fuzzer's eye off what it is here for.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let none = Parts {
        transitions: std::array::from_fn(|_| {
            std::array::from_fn(|next| if next == OUTSIDE { 9_000 } else { -9_000 })
        }),
        themes: Vec::new(),
        groups: std::array::from_fn(|_| 0),
        given: Vec::new(),
        features: Features::default(),
    };
    Analyzer::with_names_model(&none.to_file()).expect("a model made by the trainer")
});

static SHOW: LazyLock<bool> = LazyLock::new(|| std::env::var_os("FUZZ_SHOW").is_some());

fuzz_target!(|input: &[u8]| {
    let text = match input {
        [first, choices @ ..] if *first >= STEERS => news::write(choices),
        _ => String::from_utf8_lossy(input).into_owned(),
    };
    if *SHOW {
        eprintln!("{text:?}");
    }
    check::everything(&ANALYZER, &text);
});
