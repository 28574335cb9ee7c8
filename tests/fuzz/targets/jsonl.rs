//! A line of JSONL as the command line reads it: an article, or a message that says what is wrong.
#![no_main]

#[path = "../../../src/bin/article-analyzer/jsonl.rs"]
#[allow(dead_code)]
mod jsonl;
mod show;

use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// What the line holds under this key, read by the parser alone. The last one stands where there are several.
fn field(line: &[u8], key: &str) -> Option<Value> {
    let value: Value = serde_json::from_slice(line).ok()?;
    value.as_object()?.get(key).cloned()
}

/// Ids are text, whatever they were: a string as it is, a number as JSON writes it.
fn check_id(line: &[u8], id: &str) {
    match field(line, "id") {
        Some(Value::String(given)) => assert_eq!(given, id),
        Some(Value::Number(given)) => assert_eq!(given.to_string(), id),
        Some(other) => panic!("{other} is no id, but was read as {id:?}"),
        // Salvaged from a line that cannot be read in all.
        None => {}
    }
}

fuzz_target!(|line: &[u8]| {
    show::show(&String::from_utf8_lossy(line));
    match jsonl::parse(line) {
        Ok(record) => {
            assert_eq!(field(line, "text"), Some(Value::String(record.text)));
            assert_eq!(
                field(line, "published").filter(|day| !day.is_null()),
                record.published.map(Value::String)
            );
            record.id.iter().for_each(|id| check_id(line, id));
        }
        Err(rejected) => {
            assert!(!rejected.message.is_empty() && !rejected.message.contains(['\n', '\r']));
            rejected.id.iter().for_each(|id| check_id(line, id));
            let printed = serde_json::to_string(&rejected.at(7)).expect("a message can be printed");
            let read: Value = serde_json::from_str(&printed).expect("what is printed is JSON");
            assert_eq!(read["error"]["line"], 7);
            assert!(read["error"]["message"].is_string() && (read["id"].is_string() || read["id"].is_null()));
            assert!(!printed.contains('\n'), "one line each");
        }
    }
});
