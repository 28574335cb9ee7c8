//! Analyses as nobody makes them: a right one with offsets, indices, words and lists changed, as few bytes steer it.
//!
//! ```text
//! bend(&analysis, &[0, 9, 3])   // one change: which leaf (two bytes), and to what (one)
//! ```

use article_analyzer::Analysis;
use serde_json::{Value, json};

/// Bytes to a change.
const CHANGE: usize = 3;

/// What documents must not be broken by.
const WORDS: [&str; 12] = [
    "",
    "</script><script>alert(1)</script>",
    "=1+1",
    "@x\r\n",
    "\",\"",
    "<b onclick='x'>",
    "\u{202E}abc\u{2066}",
    "a | b `c` [d](e)",
    "\0",
    "-->]]>",
    "-5",
    "\u{FEFF}=x",
];

/// The analysis after these changes; those that would leave no analysis are left out.
pub fn bend(analysis: &Analysis, changes: &[u8]) -> Analysis {
    let mut bent = analysis.clone();
    for change in changes.chunks_exact(CHANGE) {
        let mut value = serde_json::to_value(&bent).expect("JSON");
        let leaves = count(&mut value);
        let mut which = (usize::from(change[0]) << 8 | usize::from(change[1])) % leaves;
        change_leaf(&mut value, &mut which, change[2]);
        if let Ok(changed) = serde_json::from_value(value) {
            bent = changed;
        }
    }
    bent
}

/// How many places there are to change: every list, and everything that is neither list nor object.
fn count(value: &mut Value) -> usize {
    match value {
        Value::Array(list) => 1 + list.iter_mut().map(count).sum::<usize>(),
        Value::Object(fields) => fields.values_mut().map(count).sum(),
        _ => 1,
    }
}

/// Changes place number `which`, counting down; whether it was in here.
fn change_leaf(value: &mut Value, which: &mut usize, how: u8) -> bool {
    let is_leaf = !value.is_object();
    if is_leaf && *which == 0 {
        change_one(value, usize::from(how));
        return true;
    }
    *which -= usize::from(is_leaf);
    match value {
        Value::Array(list) => list.iter_mut().any(|item| change_leaf(item, which, how)),
        Value::Object(fields) => fields.values_mut().any(|item| change_leaf(item, which, how)),
        _ => false,
    }
}

fn change_one(value: &mut Value, how: usize) {
    match value {
        Value::Array(list) => match how % 4 {
            0 => list.clear(),
            1 => list.reverse(),
            2 => list.extend(list.first().cloned()),
            _ => list.truncate(list.len() / 2),
        },
        Value::Number(number) => {
            let old = number.as_u64().unwrap_or_default();
            *value = match how {
                0 => json!(old.wrapping_add(1)),
                1 => json!(old.saturating_sub(1)),
                2 => json!(u64::MAX),
                3 => json!(u64::MAX / 2 + 1),
                4 => json!(-1.0e300),
                5 => json!(1.0e-300),
                _ => json!(how - 6),
            };
        }
        Value::Null => {
            *value = if how.is_multiple_of(2) { json!(how / 2) } else { json!(WORDS[how / 2 % WORDS.len()]) }
        }
        _ if how % 16 == 15 => *value = Value::Null,
        _ => *value = json!(WORDS[how % WORDS.len()]),
    }
}
