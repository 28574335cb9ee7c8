//! The whole analysis as JSON.
//!
//! It is the [`Analysis`](crate::Analysis) itself, with UTF-16 offsets, so whoever reads one reads this. Added are
//! `generator` (program and version), `text` (SHA-256 of its UTF-8, lengths in both units) and, in everything
//! that has a `start` and an `end`, `chars: [start, end]` in code points. The text is not in it.

use serde::Serialize;

use super::serialize::Writer;
use super::write::Json;
use super::{Doc, NAME, VERSION, sha256};
use crate::analysis::{OffsetMap, Unit};
use crate::error::Error;

pub fn write(doc: &Doc) -> Result<String, Error> {
    let utf16 = OffsetMap::new(doc.text, Unit::Utf16);
    let analysis = doc.analysis.in_unit(doc.text, Unit::Utf16.as_str())?;
    let chars = |at| utf16.invert(at).map_or(at, |byte| doc.chars.convert(byte));
    let mut json = Json::default();
    let written = analysis.serialize(Writer { json: &mut json, chars: Some(&chars) });
    written.map_err(|_| Error::new("the analysis holds what JSON cannot"))?;
    let body = json.out;
    let mut json = Json { out: String::with_capacity(body.len() + 256) };
    json.open('{');
    json.key("generator").open('{');
    json.field("name", NAME);
    json.field("version", VERSION);
    json.close('}');
    json.key("text").open('{');
    let mut hash = String::new();
    sha256::hex(&sha256::digest(doc.text.as_bytes()), &mut hash);
    json.field("sha256", &hash);
    json.key("utf16").number(utf16.convert(doc.text.len()));
    json.key("chars").number(doc.chars.convert(doc.text.len()));
    json.close('}');
    json.out.push(',');
    json.out.push_str(&body[1..]);
    json.out.push('\n');
    Ok(json.out)
}
