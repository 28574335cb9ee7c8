//! The options object, read field by field, so that a misspelt one is an error and not silently nothing.
//!
//! An error names the place as JavaScript would write it: `option names.add[3].kind must be a string, not number`.

use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Object, Reflect};

use super::value::{is_absent, mismatch, string};
use crate::{Error, Options, OwnNames};

/// The options; the defaults where there is no object.
pub fn read(given: &JsValue) -> Result<Options, Error> {
    let mut options = Options::default();
    if is_absent(given) {
        return Ok(options);
    }
    for (name, value) in fields("options", given)? {
        let place = format!("option {name}");
        options = match name.as_str() {
            "offsets" | "published" | "locale" | "least_confidence" | "names" if is_absent(&value) => options,
            "offsets" => options.with_offsets(&string(&place, &value)?)?,
            "published" => options.with_published(&string(&place, &value)?)?,
            "locale" => options.with_locale(&string(&place, &value)?)?,
            "least_confidence" => {
                let share = value.as_f64().ok_or_else(|| mismatch(&place, "a number", &value))?;
                options.with_least_confidence(share)?
            }
            "names" => options.with_names(own_names(&value)?),
            _ => return Err(unknown(&place, "offsets, published, locale, least_confidence and names")),
        };
    }
    Ok(options)
}

/// `{ add: [{ text, kind }], retype: [{ text, kind }], ignore: [text] }`
fn own_names(given: &JsValue) -> Result<OwnNames, Error> {
    let mut names = OwnNames::english();
    for (list, value) in fields("option names", given)? {
        let place = format!("option names.{list}");
        if !matches!(list.as_str(), "add" | "retype" | "ignore") {
            return Err(unknown(&place, "add, retype and ignore"));
        }
        if is_absent(&value) {
            continue;
        }
        let entries: &Array = value.dyn_ref().ok_or_else(|| mismatch(&place, "an array", &value))?;
        for (index, entry) in entries.iter().enumerate() {
            let place = format!("{place}[{index}]");
            let told = match list.as_str() {
                "ignore" => names.with_ignored(&string(&place, &entry)?),
                _ => {
                    let (text, kind) = listed(&place, &entry)?;
                    if list == "add" {
                        names.with_added(&text, &kind)
                    } else {
                        names.with_retyped(&text, &kind)
                    }
                }
            };
            names = told.map_err(|error| Error::new(format!("{place}: {error}")))?;
        }
    }
    Ok(names)
}

/// `{ text, kind }`
fn listed(place: &str, entry: &JsValue) -> Result<(String, String), Error> {
    let (mut text, mut kind) = (JsValue::UNDEFINED, JsValue::UNDEFINED);
    for (name, value) in fields(place, entry)? {
        match name.as_str() {
            "text" => text = value,
            "kind" => kind = value,
            _ => return Err(unknown(&format!("{place}.{name}"), "text and kind")),
        }
    }
    Ok((string(&format!("{place}.text"), &text)?, string(&format!("{place}.kind"), &kind)?))
}

/// The object's own fields with their values.
fn fields(place: &str, given: &JsValue) -> Result<Vec<(String, JsValue)>, Error> {
    let object: &Object = given
        .dyn_ref()
        .filter(|object: &&Object| !Array::is_array(object))
        .ok_or_else(|| mismatch(place, "an object", given))?;
    let field = |key: JsValue| {
        let value = Reflect::get(object, &key).unwrap_or_default();
        (key.as_string().unwrap_or_default(), value)
    };
    Ok(Object::keys(object).iter().map(field).collect())
}

fn unknown(place: &str, allowed: &str) -> Error {
    Error::new(format!("{place} is not known; allowed are {allowed}"))
}
