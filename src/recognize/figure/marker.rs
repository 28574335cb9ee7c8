//! Numbers that only number a list: "1.", "2) a roof", "3 – In May they left".

use super::amount::Amount;
use crate::recognize::grammar::{Words, is_dash};

/// So far back a bracket may have opened that closes behind a number.
const LONGEST_ASIDE: usize = 24;

/// Whether the amount is one; not the age in "Tom Dowd (58)".
pub(super) fn is_list_marker(words: Words, amount: &Amount) -> bool {
    let small = words.is_number(amount.start) && words.word(amount.start).len() <= 2;
    small && (closes(words, amount) || ends_after_colon(words, amount) || opens_item(words, amount))
}

/// "1." or "3)" at the beginning of a sentence, "(2)" there or inside one, "2) a roof" anywhere.
fn closes(words: Words, amount: &Amount) -> bool {
    let sentence = words.range();
    let end = words.word(amount.end);
    if !matches!(end, ")" | ".") || !words.is_glued(amount.end) {
        return false;
    }
    let opener = words.before(amount.start);
    if amount.start == sentence.start && (end == ")" || sentence.end == amount.end + 1) {
        return sentence.end > amount.end;
    }
    if end == "." {
        return false;
    }
    if words.word(opener) == "(" {
        let host = words.before(opener);
        return !(opener > sentence.start && words.word(host).starts_with(char::is_uppercase));
    }
    let aside = amount.start.saturating_sub(LONGEST_ASIDE)..amount.start;
    amount.end == amount.start + 1 && !aside.into_iter().any(|at| words.word(at) == "(")
}

/// "three aims: 1. To save water"
fn ends_after_colon(words: Words, amount: &Amount) -> bool {
    words.word(words.before(amount.start)) == ":"
        && words.ends(amount.end)
        && words.range().end == amount.end + 1
}

/// "3 – In May they left"
fn opens_item(words: Words, amount: &Amount) -> bool {
    let (start, opener) = (words.range().start, words.before(amount.start));
    let first = amount.start == start || (opener == start && !words.is_word(opener));
    first
        && is_dash(words.word(amount.end))
        && !words.is_glued(amount.end + 1)
        && words.is_capital(amount.end + 1)
}
