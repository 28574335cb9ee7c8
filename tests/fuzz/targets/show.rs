//! `FUZZ_SHOW=1` prints what every input is.

use std::fmt::Debug;
use std::sync::LazyLock;

static SHOW: LazyLock<bool> = LazyLock::new(|| std::env::var_os("FUZZ_SHOW").is_some());

/// Prints it, where that was asked for.
pub fn show(input: &dyn Debug) {
    if *SHOW {
        eprintln!("{input:?}");
    }
}
