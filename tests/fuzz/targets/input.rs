//! What the fuzzer's bytes are, for the targets that read texts.

use crate::show::show;

#[path = "../../invariants/news.rs"]
mod news;

/// The first of the bytes that UTF-8 never uses: what follows steers the grammar of `news` to amounts and dates.
const STEERS: u8 = 0xF8;
/// The others: to people and what they say.
const TELLS: u8 = 0xF9;

/// The text that an input is, or steers to.
pub fn text(input: &[u8]) -> String {
    let text = match input {
        [first, choices @ ..] if *first >= TELLS => news::tell(choices),
        [STEERS, choices @ ..] => news::write(choices),
        _ => String::from_utf8_lossy(input).into_owned(),
    };
    show(&text);
    text
}
