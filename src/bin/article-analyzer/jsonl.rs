//! One line of JSONL to one article, or to a message that says what is wrong with the line.
//!
//! `{"id": 7, "text": "…", "published": "2025-02-08"}`; other fields are ignored, so that an archive's own
//! lines can be read as they are. A lone surrogate (`"\ud83d"`) is no text and makes the line a bad one.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An article as a line gives it.
#[derive(Debug, PartialEq)]
pub struct Record {
    /// Its id, as text.
    pub id: Option<String>,
    /// Its text.
    pub text: String,
    /// Its publication day, unchecked.
    pub published: Option<String>,
}

/// What is printed for a line that could not be read.
#[derive(Debug, PartialEq, Serialize)]
pub struct BadLine {
    /// The id, where at least that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is wrong.
    pub error: Problem,
}

/// What is wrong with a line.
#[derive(Debug, PartialEq, Serialize)]
pub struct Problem {
    /// Counted from 1, in its file.
    pub line: u64,
    /// For a person.
    pub message: String,
}

/// What is wrong, with the id where that could be read.
#[derive(Debug, PartialEq)]
pub struct Rejected {
    pub id: Option<String>,
    pub message: String,
}

impl Rejected {
    /// As printed for line `line`.
    pub fn at(self, line: u64) -> BadLine {
        BadLine { id: self.id, error: Problem { line, message: self.message } }
    }
}

/// Reads one line, without its line break.
pub fn parse(line: &[u8]) -> Result<Record, Rejected> {
    let mut fields: Map<String, Value> = serde_json::from_slice(line).map_err(|error| Rejected {
        id: id_in(line),
        message: if error.is_data() {
            "not a JSON object like {\"text\": \"…\"}".to_owned()
        } else {
            describe(&error)
        },
    })?;
    let given = fields.remove("id").filter(|id| !id.is_null());
    let id = given.as_ref().and_then(id_of);
    let reject = |message: &str| Rejected { id: id.clone(), message: message.to_owned() };
    if given.is_some() && id.is_none() {
        return Err(reject("\"id\" must be a string or a number"));
    }
    let text = match fields.remove("text") {
        Some(Value::String(text)) => text,
        Some(_) => return Err(reject("\"text\" must be a string")),
        None => return Err(reject("\"text\" is missing")),
    };
    let published = match fields.remove("published") {
        Some(Value::String(day)) => Some(day),
        Some(Value::Null) | None => None,
        Some(_) => return Err(reject("\"published\" must be a string like \"2025-02-08\"")),
    };
    Ok(Record { id, text, published })
}

/// The parser counts lines inside the one line it sees: "at line 1" would mislead, the column helps.
fn describe(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default();
    format!("not JSON: {reason} at byte {}", error.column())
}

fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// The id of a line whose text cannot be read (it says to the archive's owner which article it is), or of a result.
pub fn id_in(line: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct OnlyId {
        id: Value,
    }
    // An array would be read as fields without names.
    if !line.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    serde_json::from_slice(line).ok().and_then(|OnlyId { id }| id_of(&id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rejected(line: &[u8]) -> (Option<String>, String) {
        let Rejected { id, message } = parse(line).expect_err("a bad line");
        (id, message)
    }

    #[test]
    fn reads_a_line_and_ignores_fields_of_the_archive() {
        let record = parse(br#"{"id": 7, "text": "Hi.", "published": null, "url": ["x"]}"#);
        assert_eq!(record, Ok(Record { id: Some("7".into()), text: "Hi.".into(), published: None }));
    }

    #[test]
    fn says_what_is_wrong_and_keeps_the_id() {
        for (line, id, message) in [
            (&br#"{"id": "a", "text": 3}"#[..], Some("a"), "\"text\" must be a string"),
            (br#"{"id": "a"}"#, Some("a"), "\"text\" is missing"),
            (br#"{"id": [], "text": ""}"#, None, "\"id\" must be a string or a number"),
            (br#"{"id": 2.5, "text": "", "published": 3}"#, Some("2.5"), "\"published\" must be a string"),
            (br#"["text"]"#, None, "not a JSON object"),
            (b"hello", None, "not JSON: expected value at byte 1"),
            (b"", None, "not JSON: EOF"),
            (br#"{"id": "a", "text": "\ud83d"}"#, Some("a"), "not JSON: "),
            (b"{\"id\": \"a\", \"text\": \"\xFF\"}", Some("a"), "not JSON: invalid unicode code point"),
        ] {
            let (found_id, found) = rejected(line);
            assert_eq!(found_id.as_deref(), id, "{found}");
            assert!(found.starts_with(message), "{found:?} should begin with {message:?}");
        }
    }
}
