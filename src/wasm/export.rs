//! A text and its analysis in, a document out; for those who keep a result, or have changed it.
//!
//! ```js
//! const table = exportAs(text, analysis, "csv-figures");
//! ```
//!
//! The analysis is read list by list, so that an error names the entry: `analysis.figures[3]: missing field kind`.

use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Reflect};

use super::options::{is_absent, mismatch, string};
use crate::Error;
use crate::analysis::{Analysis, SCHEMA};
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
    Ok(export(&string("text", text)?, &read(analysis)?, format)?)
}

fn read(given: &JsValue) -> Result<Analysis, Error> {
    if !given.is_object() || Array::is_array(given) {
        return Err(mismatch("analysis", "an object", given));
    }
    Ok(Analysis {
        schema: match field(given, "schema").as_f64() {
            Some(schema) if schema == f64::from(SCHEMA) => SCHEMA,
            _ => return Err(Error::new(format!("analysis.schema must be {SCHEMA}"))),
        },
        offsets: string("analysis.offsets", &field(given, "offsets"))?,
        id: known(given, "id")?,
        language: string("analysis.language", &field(given, "language"))?,
        published: known(given, "published")?,
        names: list(given, "names")?,
        entities: list(given, "entities")?,
        figures: list(given, "figures")?,
        dates: list(given, "dates")?,
        attributions: list(given, "attributions")?,
        conflicts: list(given, "conflicts")?,
    })
}

fn field(given: &JsValue, name: &str) -> JsValue {
    Reflect::get(given, &name.into()).unwrap_or_default()
}

fn known(given: &JsValue, name: &str) -> Result<Option<String>, Error> {
    let value = field(given, name);
    if is_absent(&value) { Ok(None) } else { string(&["analysis.", name].concat(), &value).map(Some) }
}

fn list<T: DeserializeOwned>(given: &JsValue, name: &str) -> Result<Vec<T>, Error> {
    let value = field(given, name);
    let place = ["analysis.", name].concat();
    let entries: &Array = value.dyn_ref().ok_or_else(|| mismatch(&place, "an array", &value))?;
    let read = |(index, entry)| {
        serde_wasm_bindgen::from_value(entry)
            .map_err(|fault| Error::new(format!("{place}[{index}]: {fault}")))
    };
    entries.iter().enumerate().map(read).collect()
}
