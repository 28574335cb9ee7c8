//! The house rules that a compiler cannot hold: who may import whom, and how long a file may be.
//!
//! A violation is a sentence with the place in front: "src/text/quote.rs:3: text may not import resolve".
#![cfg(not(target_arch = "wasm32"))]

mod rust;
mod web;

use std::fs;
use std::path::Path;

/// Longer files usually hold more than one thing: said, and borne. Tests at a file's end and lists of
/// words are not counted.
const MANY_LINES: usize = 400;
/// Longer files do hold more than one thing: refused.
const MOST_LINES: usize = 500;

/// Every file under `folder` whose name ends in one of `endings`, as (path from the root, contents).
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for path in entries.map(|entry| entry.expect("the folder can be listed").path()) {
            let name = path.to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                walk(&path, endings, found);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push((name, fs::read_to_string(&path).expect("source files are UTF-8")));
            }
        }
    }
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let mut found = Vec::new();
    walk(&Path::new(root).join(folder), endings, &mut found);
    for (path, _) in &mut found {
        *path = path.strip_prefix(root).expect("the file is below the root").to_owned();
    }
    found.sort();
    found
}

fn assert_none(violations: &[String]) {
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

/// A file that is longer than `most`, in words.
fn too_long(path: &str, source: &str, most: usize) -> Option<String> {
    let is_data = path.starts_with("src/lang/");
    let lines = rust::shipped(source).lines().count();
    (lines > most && !is_data)
        .then(|| format!("{path}: {lines} lines without its tests; more than {most}, split it by subject"))
}

#[test]
fn rust_modules_import_only_what_stands_above_them() {
    let sources = files("src", &[".rs"]);
    assert!(sources.len() > 20, "the sources are found");
    let violations: Vec<String> =
        sources.iter().flat_map(|(path, source)| rust::violations(path, source)).collect();
    assert_none(&violations);
}

#[test]
fn web_modules_import_only_what_stands_above_them() {
    let violations: Vec<String> = files("www", &[".js"])
        .iter()
        .filter(|(path, _)| !path.starts_with("www/pkg/") && !path.starts_with("www/vendor/"))
        .flat_map(|(path, source)| web::violations(path, source))
        .collect();
    assert_none(&violations);
}

#[test]
fn no_file_is_too_long() {
    let sources = files("src", &[".rs"]);
    let longer = |most| -> Vec<String> {
        sources.iter().filter_map(|(path, source)| too_long(path, source, most)).collect()
    };
    for warning in longer(MANY_LINES) {
        eprintln!("warning: {warning}");
    }
    assert_none(&longer(MOST_LINES));
}

#[test]
fn a_file_that_is_too_long_is_told_so() {
    let long = "let x = 1;\n".repeat(11);
    let told = too_long("src/text/x.rs", &long, 10).expect("eleven are more than ten");
    assert!(told.starts_with("src/text/x.rs: 11 lines"), "{told}");
    assert_eq!(too_long("src/lang/en/x.rs", &long, 10), None);
    let tested = format!("let x = 1;\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
    assert_eq!(too_long("src/text/x.rs", &tested, 10), None);
}
