//! A text and its analysis in, a document out; for those who keep a result, or have changed it.
//!
//! ```js
//! const table = exportAs(text, analysis, "csv-figures");
//! ```

use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::read::Reader;
use super::value::string;
use crate::Error;
use crate::analysis::Analysis;
use crate::export::{Format, export};

/// The analysis of `text` as a document in `format`.
///
/// # Errors
/// A format that is not known; an analysis that is not one, or not of this text.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Format")] format: &JsValue,
) -> Result<String, JsError> {
    let format = Format::named(&string("format", format)?)?;
    let text = string("text", text)?;
    let analysis = Analysis::deserialize(Reader(analysis.clone()))
        .map_err(|fault| Error::new(["analysis", &fault.to_string()].concat()))?;
    Ok(export(&text, &analysis, format)?)
}
