//! The boundary, in a real browser: what JavaScript gives and gets.
//!
//! Run by `scripts/test` through `wasm-pack test`; elsewhere this file is empty.
#![cfg(all(target_arch = "wasm32", feature = "wasm-analyze", feature = "wasm-export"))]

use article_analyzer::wasm::{analyze, export_as};
use js_sys::{Array, Function, JSON, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The value of a JavaScript expression.
fn js(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return {expression}"))
        .call0(&JsValue::NULL)
        .expect("the expression is right")
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

fn list(object: &JsValue, name: &str) -> Array {
    field(object, name).dyn_into().unwrap_or_else(|_| panic!("{name} should be an array"))
}

fn found(text: &JsValue, options: &JsValue) -> JsValue {
    analyze(text.clone(), options.clone())
        .unwrap_or_else(|error| panic!("{}", String::from(Object::from(JsValue::from(error)).to_string())))
}

/// The message of the `Error` that is thrown.
fn refused(text: &JsValue, options: &JsValue) -> String {
    let error = JsValue::from(analyze(text.clone(), options.clone()).expect_err("should be refused"));
    let error: js_sys::Error = error.dyn_into().expect("what is thrown is an Error");
    error.message().into()
}

/// The words of every figure, sliced by JavaScript's own rules.
fn figure_words(text: &JsValue) -> Vec<String> {
    let text: &JsString = text.unchecked_ref();
    let offset = |figure: &JsValue, name| field(figure, name).as_f64().expect("a number") as u32;
    list(&found(text, &JsValue::UNDEFINED), "figures")
        .iter()
        .map(|figure| text.slice(offset(&figure, "start"), offset(&figure, "end")).into())
        .collect()
}

#[wasm_bindgen_test]
fn gives_a_plain_object_of_plain_arrays_with_null_for_what_is_absent() {
    let text = "More than 39,000 people fled on Friday.".into();
    let analysis = found(&text, &JsValue::UNDEFINED);
    assert_eq!(Object::get_prototype_of(&analysis), Object::get_prototype_of(&Object::new()));
    assert_eq!(field(&analysis, "schema"), 1);
    assert_eq!(field(&analysis, "offsets"), "utf16");
    assert!(field(&analysis, "published").is_null());
    assert!(field(&analysis, "id").is_undefined());
    for name in ["names", "entities", "figures", "dates", "attributions", "conflicts"] {
        list(&analysis, name);
    }
    let figure = list(&analysis, "figures").get(0);
    assert_eq!(field(&figure, "value"), "39000");
    assert!(field(&figure, "high").is_null());
    assert_eq!(field(&field(&figure, "outer"), "start"), 0);
    let copied = js_sys::global();
    let clone: Function = field(&copied, "structuredClone").into();
    assert!(clone.call1(&JsValue::NULL, &analysis).is_ok(), "it can be posted from a worker");
}

#[wasm_bindgen_test]
fn offsets_slice_javascript_strings_with_emoji() {
    let text = js(
        r#""\u{1F600}\u{1F469}\u200D\u{1F692} caf\u0065\u0301: 39,000 people \u{1F4A5} and 12,500 houses""#,
    );
    assert_eq!(figure_words(&text), ["39,000", "12,500"]);
}

#[wasm_bindgen_test]
fn offsets_slice_javascript_strings_with_half_a_surrogate_pair() {
    // High alone, low alone, two in the wrong order, one at the very end.
    let text = js(r#""\ud83d 39,000 people \ude00 and \ude00\ud83d 12,500 houses \ud83d""#);
    assert_eq!(figure_words(&text), ["39,000", "12,500"]);
}

#[wasm_bindgen_test]
fn options_may_be_left_out() {
    let text = "It rained on Friday.".into();
    let plain = JSON::stringify(&found(&text, &JsValue::UNDEFINED)).expect("plain data");
    for options in ["null", "{}", "{ offsets: undefined, published: null }", "{ offsets: 'utf16' }"] {
        assert_eq!(
            JSON::stringify(&found(&text, &js(&format!("({options})")))).expect("plain data"),
            plain,
            "{options}"
        );
    }
}

#[wasm_bindgen_test]
fn options_are_obeyed() {
    let analysis = found(&"It rained.".into(), &js("({ offsets: 'chars', published: '2025-02-08' })"));
    assert_eq!(field(&analysis, "offsets"), "chars");
    assert_eq!(field(&analysis, "published"), "2025-02-08");
    for (locale, day) in [("en-GB", "2024-04-03"), ("en-US", "2024-03-04")] {
        let analysis = found(&"It opened on 3/4/2024.".into(), &js(&format!("({{ locale: '{locale}' }})")));
        assert_eq!(field(&list(&analysis, "dates").get(0), "value"), day);
    }
}

#[wasm_bindgen_test]
fn names_that_are_not_sure_enough_are_left_out() {
    let text = "Amina Yusuf told Reuters in Kyiv on Friday that 39,000 people had left since 2022.".into();
    let all = list(&found(&text, &JsValue::NULL), "names").length();
    let sure = field(&list(&found(&text, &JsValue::NULL), "names").get(0), "confidence");
    assert!(all > 0 && sure.as_f64().is_some_and(|sure| (0.0..=1.0).contains(&sure)));
    assert_eq!(list(&found(&text, &js("({ least_confidence: 0 })")), "names").length(), all);
    assert_eq!(list(&found(&text, &js("({ least_confidence: 1 })")), "names").length(), 0);
}

#[wasm_bindgen_test]
fn the_callers_own_names_are_believed() {
    let text = "Amina Yusuf told Reuters in Kyiv about the zorblax.".into();
    let own = "({ names: { add: [{ text: 'zorblax', kind: 'other' }], retype: [{ text: 'Kyiv', kind: 'person' }], \
               ignore: ['Reuters', 'reuters'] } })";
    let names: Vec<(String, String)> = list(&found(&text, &js(own)), "names")
        .iter()
        .map(|name| {
            let offset = |end| field(&name, end).as_f64().expect("a number") as u32;
            let words = text.unchecked_ref::<JsString>().slice(offset("start"), offset("end"));
            (words.into(), field(&name, "kind").as_string().expect("a string"))
        })
        .collect();
    for (words, kind) in [("zorblax", "other"), ("Kyiv", "person")] {
        assert!(names.contains(&(words.to_owned(), kind.to_owned())), "{names:?}");
    }
    assert!(names.iter().all(|(words, _)| words != "Reuters"), "{names:?}");
}

#[wasm_bindgen_test]
fn a_wrong_option_is_an_error_that_names_it_and_what_is_allowed() {
    for (options, words) in [
        ("{ offset: 'utf16' }", ["option offset ", "offsets, published, locale, least_confidence and names"]),
        ("{ least_confidence: '0.5' }", ["option least_confidence", "must be a number, not string"]),
        ("{ least_confidence: 50 }", ["option least_confidence", "from 0 to 1"]),
        ("{ least_confidence: NaN }", ["option least_confidence", "from 0 to 1"]),
        ("{ offsets: 'utf8' }", ["option offsets", "\"utf16\", \"bytes\" and \"chars\""]),
        ("{ offsets: 8 }", ["option offsets", "not number"]),
        ("{ published: '2025-02-30' }", ["option published", "YYYY-MM-DD"]),
        ("{ published: new Date() }", ["option published", "not object"]),
        ("{ locale: 'en-GB!' }", ["option locale", "en-GB"]),
        ("{ locale: 44 }", ["option locale", "not number"]),
        ("{ names: [] }", ["option names must be an object", "not array"]),
        ("{ names: { remove: [] } }", ["option names.remove is not known", "add, retype and ignore"]),
        ("{ names: { ignore: 'Lucky' } }", ["option names.ignore must be an array", "not string"]),
        ("{ names: { ignore: ['Lucky', 7] } }", ["option names.ignore[1] must be a string", "not number"]),
        ("{ names: { add: ['Lucky'] } }", ["option names.add[0] must be an object", "not string"]),
        ("{ names: { add: [{ text: 'Lucky' }] } }", ["option names.add[0].kind must be", "not undefined"]),
        (
            "{ names: { add: [{ text: 'A', kind: 'ship' }] } }",
            ["option names.add[0]: kind \"ship\"", "\"place\""],
        ),
        (
            "{ names: { add: [{ text: 'A', type: 'x' }] } }",
            ["option names.add[0].type is not", "text and kind"],
        ),
        (
            "{ names: { retype: [{ text: '!', kind: 'place' }] } }",
            ["option names.retype[0]: \"!\"", "no word"],
        ),
        ("'utf16'", ["options must be an object", "not string"]),
    ] {
        let message = refused(&"It rained.".into(), &js(&format!("({options})")));
        assert!(words.iter().all(|word| message.contains(word)), "{options}: {message}");
    }
}

#[wasm_bindgen_test]
fn a_text_that_is_no_string_is_an_error() {
    for (text, word) in [("undefined", "undefined"), ("null", "null"), ("42", "number"), ("({})", "object")] {
        assert_eq!(refused(&js(text), &JsValue::NULL), format!("text must be a string, not {word}"));
    }
}

#[wasm_bindgen_test]
fn gives_the_same_result_twice() {
    let text = "Amina Yusuf told Reuters in Kyiv on Friday that 39,000 people had left since 2022.".into();
    let once = JSON::stringify(&found(&text, &JsValue::NULL)).expect("plain data");
    assert_eq!(once, JSON::stringify(&found(&text, &JsValue::NULL)).expect("plain data"));
}

#[wasm_bindgen_test]
fn accepts_empty_and_hostile_texts() {
    for text in
        ["''", "' \\n\\t'", "'('.repeat(1e5)", "'\"'.repeat(1e5)", "'\\u0000\\uffff'", "'中文'.repeat(1e4)"]
    {
        found(&js(text), &JsValue::NULL);
    }
}

#[wasm_bindgen_test]
fn each_analysis_is_one_measure_on_the_browsers_timeline() {
    for _ in 0..3 {
        found(&"It rained.".into(), &JsValue::NULL);
    }
    let count = js("performance.getEntriesByName('article-analyzer', 'measure').length");
    assert_eq!(count, 1, "the last one only");
    assert_eq!(js("performance.getEntriesByName('article-analyzer begun').length"), 0);
}

#[wasm_bindgen_test]
fn a_result_is_exported_as_it_is_given() {
    let text = "\u{1F600} More than 39,000 people fled Kyiv, Amina Yusuf told Reuters on Friday.".into();
    let analysis = found(&text, &JsValue::UNDEFINED);
    let html = export_as(&text, &analysis, &"html".into()).unwrap_or_else(|_| panic!("it fits"));
    assert!(html.contains(">39,000</mark>"), "{html}");
    let copy = JSON::parse(&String::from(JSON::stringify(&analysis).expect("plain data"))).expect("JSON");
    Reflect::set(&list(&copy, "entities").get(0), &"name".into(), &"Renamed".into()).expect("an object");
    let table = export_as(&text, &copy, &"csv-entities".into()).unwrap_or_else(|_| panic!("it fits"));
    assert!(table.contains(",Renamed,"), "{table}");
    let json = export_as(&text, &analysis, &"json".into()).unwrap_or_else(|_| panic!("it fits"));
    let again = JSON::parse(&json).expect("JSON");
    assert_eq!(
        export_as(&text, &again, &"json".into()).ok(),
        Some(json),
        "what was exported can be exported again"
    );
}

#[wasm_bindgen_test]
fn what_cannot_be_exported_is_an_error_that_names_the_place() {
    let text: JsValue = "There were 12 ships off Malta.".into();
    let analysis = found(&text, &JsValue::UNDEFINED);
    for (change, words) in [
        ("a => []", "analysis must be an object, not array"),
        ("a => null", "analysis must be an object, not null"),
        ("a => ({ ...a, schema: 2 })", "schema 2 is not known"),
        ("a => ({ ...a, id: 7 })", "analysis.id must be a string, not number"),
        ("a => ({ ...a, offsets: 'bits' })", "offsets \"bits\""),
        ("a => ({ ...a, names: undefined })", "analysis.names must be an array, not undefined"),
        ("a => ({ ...a, figures: [{}] })", "analysis.figures[0].start must be a number, not undefined"),
        ("a => ({ ...a, figures: [7] })", "analysis.figures[0] must be an object, not number"),
        (
            "a => ({ ...a, figures: [{ ...a.figures[0], start: -1 }] })",
            "analysis.figures[0].start must be a whole",
        ),
        (
            "a => ({ ...a, figures: [{ ...a.figures[0], kind: 'colour' }] })",
            "analysis.figures[0].kind is not one of those known: \"colour\"",
        ),
        ("a => ({ ...a, figures: [{ ...a.figures[0], end: 900 }] })", "figures[0]: no character"),
        ("a => ({ ...a, figures: [{ ...a.figures[0], as_of: 4 }] })", "figures[0] points to dates[4]"),
    ] {
        let change: Function = js(&format!("({change})")).into();
        let given = change.call1(&JsValue::NULL, &analysis).expect("the change is right");
        let error = JsValue::from(export_as(&text, &given, &"html".into()).expect_err("should be refused"));
        let message = String::from(error.unchecked_into::<js_sys::Error>().message());
        assert!(message.starts_with(words), "{message}");
    }
    let error = JsValue::from(export_as(&text, &analysis, &"xml".into()).expect_err("should be refused"));
    let message = String::from(error.unchecked_into::<js_sys::Error>().message());
    assert!(message.contains("\"xml\"") && message.contains("csv-figures"), "{message}");
}
