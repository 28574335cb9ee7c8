//! Text and analysis in one object, for pages whose readers shall need no core: what `<article-analyzer>` takes by its
//! attribute `results`. It may stand in a `<script>` of the page, since `<` is escaped.
//!
//! ```json
//! {"schema":1,"text":"…","analysis":{…}}
//! ```
//!
//! Offsets are UTF-16 code units, as the page's own language counts.

use serde::Serialize;

use super::Doc;
use super::serialize::Writer;
use super::write::Json;
use crate::analysis::Unit;
use crate::error::Error;

/// The shape of the object; what reads it refuses any other.
const SCHEMA: usize = 1;

pub fn write(doc: &Doc) -> Result<String, Error> {
    let analysis = doc.analysis.in_unit(doc.text, Unit::Utf16.as_str())?;
    let mut json = Json { out: String::with_capacity(doc.text.len() * 4) };
    json.open('{');
    json.key("schema").number(SCHEMA);
    json.field("text", doc.text);
    json.key("analysis");
    let written = analysis.serialize(Writer { json: &mut json, chars: None });
    written.map_err(|_| Error::new("the analysis holds what JSON cannot"))?;
    json.close('}');
    json.out.push('\n');
    Ok(json.out)
}
