//! The boundary to JavaScript: one text and one options object in, one plain object out.
//!
//! ```js
//! import init, { analyze } from "./pkg/article_analyzer.js";
//! await init();
//! const { figures } = analyze("The river rose 4.2 metres.", { published: "2025-02-08" });
//! ```
//!
//! It has two halves, each a feature of its own and a module of its own in the browser: whoever only analyses does
//! not fetch what writes exports (`scripts/build-wasm`; the tests build both in one).
//!
//! Nothing that lives crosses: no handles, no pointers, nothing to free. What a caller got wrong is an
//! `Error` that names it and what is allowed. JavaScript strings may hold half a surrogate pair; it
//! arrives as U+FFFD, which is one UTF-16 unit too, so that `text.slice(start, end)` stays right.

#[cfg(feature = "wasm-analyze")]
mod analyze;
#[cfg(feature = "wasm-export")]
mod export;
#[cfg(feature = "wasm-analyze")]
mod options;
#[cfg(feature = "wasm-export")]
mod read;
mod value;

use wasm_bindgen::prelude::*;

#[cfg(feature = "wasm-analyze")]
pub use analyze::analyze;
#[cfg(feature = "wasm-export")]
pub use export::export_as;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../www/analysis.d.ts");

/// Runs once, when the module is loaded: a panic then names its line in the browser's console.
#[wasm_bindgen(start, private)]
fn start() {
    console_error_panic_hook::set_once();
}
