//! One text and one options object in, one plain object out.

use std::sync::LazyLock;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::Performance;
use web_sys::js_sys::{self, Reflect};

use super::options;
use super::value::describe;
use crate::Analyzer;

/// Built with the first text, used for every one after it.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

/// Finds the people, organisations, places, figures and dates of one article.
///
/// Every analysis is a User Timing measure named `article-analyzer`, so that it shows in the browser's
/// profiler and `performance.getEntriesByName` tells how long the last one took.
///
/// # Errors
/// A text that is no string, an option that is not known or has a value that is not allowed.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsValue, JsError> {
    let options = options::read(&options)?;
    let Some(text) = text.as_string() else {
        return Err(JsError::new(&format!("text must be a string, not {}", describe(&text))));
    };
    let timing = Timing::begin();
    let analysis = ANALYZER.analyze(&text, &options);
    timing.end();
    Ok(analysis.serialize(&Serializer::new().serialize_missing_as_null(true))?)
}

/// One measure on the browser's own timeline; nothing where there is no such timeline.
struct Timing(Option<Performance>);

impl Timing {
    const MEASURE: &str = "article-analyzer";
    const BEGUN: &str = "article-analyzer begun";

    fn begin() -> Self {
        let performance = Reflect::get(&js_sys::global(), &"performance".into());
        let performance: Option<Performance> = performance.ok().and_then(|value| value.dyn_into().ok());
        if let Some(timeline) = &performance {
            // A failure to measure must not fail the analysis, here and below.
            let _ = timeline.mark(Self::BEGUN);
        }
        Self(performance)
    }

    fn end(self) {
        if let Some(timeline) = self.0 {
            // Only the last measure is kept: a page that analyses all day must not collect them.
            timeline.clear_measures_with_measure_name(Self::MEASURE);
            let _ = timeline.measure_with_start_mark(Self::MEASURE, Self::BEGUN);
            timeline.clear_marks_with_mark_name(Self::BEGUN);
        }
    }
}
