//! JavaScript values as both halves of the boundary read them, and what is said of those that do not fit.

use wasm_bindgen::prelude::*;
use web_sys::js_sys::Array;

use crate::Error;

pub fn string(place: &str, value: &JsValue) -> Result<String, Error> {
    value.as_string().ok_or_else(|| mismatch(place, "a string", value))
}

pub fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

pub fn mismatch(place: &str, wanted: &str, value: &JsValue) -> Error {
    Error::new(format!("{place} must be {wanted}, not {}", describe(value)))
}

/// What a value is, for a message.
pub fn describe(value: &JsValue) -> String {
    if value.is_null() {
        "null".to_owned()
    } else if Array::is_array(value) {
        "array".to_owned()
    } else {
        value.js_typeof().as_string().unwrap_or_default()
    }
}
