//! The arrows of the Rust side, read from `use` statements and paths.
//!
//! A reader of text and not a compiler: it knows `crate::`, `super::`, `self::` and braces, leaves
//! comments and the tests at a file's end out, and ignores what it cannot place.

use std::collections::BTreeSet;

/// Each room with the rooms it may import; every room may import itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("lang", &[]),
    ("text", &["lang"]),
    ("recognize", &["lang", "text"]),
    // The three siblings meet only in `recognize` itself, never one another.
    ("recognize/name", &["error", "lang", "text", "recognize"]),
    ("recognize/figure", &["lang", "text", "recognize"]),
    ("recognize/date", &["lang", "text", "recognize"]),
    ("resolve", &["lang", "text", "recognize", "recognize/name", "recognize/figure", "recognize/date"]),
    ("analysis", &["error", "text", "recognize", "resolve"]),
    ("export", &["error", "analysis"]),
    (
        "analyzer",
        &[
            "error",
            "lang",
            "text",
            "recognize",
            "recognize/name",
            "recognize/figure",
            "recognize/date",
            "resolve",
            "analysis",
        ],
    ),
    ("train", &["error", "lang", "text", "recognize", "recognize/name", "resolve", "analyzer"]),
    ("stages", &["lang", "text", "recognize", "recognize/figure", "recognize/date"]),
    ("probe", &["error", "lang", "text", "recognize", "recognize/name", "resolve", "analyzer"]),
    ("wasm", &["error", "analysis", "export", "analyzer"]),
];

/// What the crate's root re-exports, and from which room.
const ROOT_NAMES: &[(&str, &str)] = &[
    ("Analysis", "analysis"),
    ("Analyzer", "analyzer"),
    ("Error", "error"),
    ("Options", "analyzer"),
    ("OwnNames", "analyzer"),
];

/// Every import of the file that its room is not allowed, in words.
pub fn violations(path: &str, source: &str) -> Vec<String> {
    let module = module_of(path);
    let Some((room, allowed)) =
        room_of(&module).and_then(|room| ROOMS.iter().find(|(name, _)| *name == room))
    else {
        return Vec::new();
    };
    let mut found = BTreeSet::new();
    for (line, imported) in imports(&module, shipped(source)) {
        let Some(other) = room_of(&imported) else { continue };
        // `recognize/mod.rs` names its own folders.
        let own = other == *room || (path.ends_with("/mod.rs") && imported.starts_with(&module));
        if !own && !allowed.contains(&other.as_str()) {
            found.insert((line, other));
        }
    }
    found.into_iter().map(|(line, other)| format!("{path}:{line}: {room} may not import {other}")).collect()
}

/// The source without the tests at its end.
pub fn shipped(source: &str) -> &str {
    let tests = source.find("\n#[cfg(test)]\nmod ").map_or(source.len(), |at| at + 1);
    &source[..tests]
}

/// "src/text/quote.rs" -> text, quote
fn module_of(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    inner.split('/').filter(|part| *part != "lib").map(str::to_owned).collect()
}

/// The room that a module path leads into.
fn room_of(path: &[String]) -> Option<String> {
    let first = path.first()?;
    if let Some((_, room)) = ROOT_NAMES.iter().find(|(name, _)| name == first) {
        return Some((*room).to_owned());
    }
    let nested = path.get(1).map(|second| format!("{first}/{second}"));
    let is_room = |name: &String| ROOMS.iter().any(|(room, _)| room == name);
    nested.filter(is_room).or_else(|| Some(first.clone()).filter(is_room))
}

/// Every module path that the source names, from the crate's root, with its line.
fn imports(module: &[String], source: &str) -> Vec<(usize, Vec<String>)> {
    let code: String = source.lines().map(|line| format!("{}\n", without_comment(line))).collect();
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            // Not the tail of "super::super::" or of a longer word.
            if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':')
            {
                continue;
            }
            for (offset, path) in expand(&code[at..]) {
                let line = code[..at + offset].matches('\n').count() + 1;
                found.extend(absolute(module, &path).map(|path| (line, path)));
            }
        }
    }
    found.sort();
    found
}

fn without_comment(line: &str) -> &str {
    line.find("//").map_or(line, |at| &line[..at])
}

/// `crate::a::{b, c::d}` -> the paths crate::a::b and crate::a::c::d, each with where it ends.
fn expand(code: &str) -> Vec<(usize, Vec<String>)> {
    let mut paths = Vec::new();
    let mut prefixes: Vec<Vec<String>> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, character) in code.char_indices() {
        match character {
            _ if character.is_alphanumeric() || character == '_' || character == '*' => word.push(character),
            ':' => path.extend((!word.is_empty()).then(|| std::mem::take(&mut word))),
            '{' if code[..at].ends_with("::") => prefixes.push(path.clone()),
            ',' | '}' if !prefixes.is_empty() => {
                path.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
                let prefix = prefixes.last().cloned().unwrap_or_default();
                if path.len() > prefix.len() {
                    paths.push((at, path));
                }
                path = prefix;
                if character == '}' {
                    prefixes.pop();
                    if prefixes.is_empty() {
                        return paths;
                    }
                    path = prefixes.last().cloned().unwrap_or_default();
                }
            }
            _ if character.is_whitespace() && !prefixes.is_empty() => {
                // "a as b": what comes after the name is its alias.
                if word == "as" {
                    word.clear();
                }
                path.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            }
            _ => {
                path.extend((!word.is_empty()).then_some(word));
                return vec![(at, path)];
            }
        }
    }
    paths
}

/// A path as written in `module` -> from the crate's root; `None` for the root itself.
fn absolute(module: &[String], path: &[String]) -> Option<Vec<String>> {
    let mut base: Vec<String> = module.to_vec();
    let mut rest = path;
    match rest.first()?.as_str() {
        "crate" => {
            base.clear();
            rest = &rest[1..];
        }
        "self" => rest = &rest[1..],
        _ => {
            while rest.first().is_some_and(|part| part == "super") {
                base.pop()?;
                rest = &rest[1..];
            }
        }
    }
    base.extend(rest.iter().cloned());
    (!base.is_empty()).then_some(base)
}

#[test]
fn names_the_line_and_both_rooms_of_a_violation() {
    for (path, source, expected) in [
        (
            "src/text/quote.rs",
            "//! Quotes.\n\nuse crate::resolve::entity;\n",
            "src/text/quote.rs:3: text may not import resolve",
        ),
        (
            "src/text/quote.rs",
            "fn f() -> crate::Analysis {\n",
            "src/text/quote.rs:1: text may not import analysis",
        ),
        (
            "src/lang/en/x.rs",
            "use crate::{\n    error::Error,\n    text::Span,\n};",
            "src/lang/en/x.rs:2: lang may not import error\nsrc/lang/en/x.rs:3: lang may not import text",
        ),
        (
            "src/recognize/date/parse.rs",
            "use super::super::figure::parse;",
            "src/recognize/date/parse.rs:1: recognize/date may not import recognize/figure",
        ),
        (
            "src/recognize/grammar.rs",
            "use super::{Decimal, name::model};",
            "src/recognize/grammar.rs:1: recognize may not import recognize/name",
        ),
        (
            "src/resolve/mod.rs",
            "use crate::{recognize::{self, figure::value as v, Decimal}, analysis};",
            "src/resolve/mod.rs:1: resolve may not import analysis",
        ),
        (
            "src/text/mod.rs",
            "use crate::recognize::{self, figure::value as v, Decimal};",
            "src/text/mod.rs:1: text may not import recognize\nsrc/text/mod.rs:1: text may not import recognize/figure",
        ),
        ("src/wasm.rs", "use crate::{Analyzer, Options, text};", "src/wasm.rs:1: wasm may not import text"),
        (
            "src/export/csv.rs",
            "use crate::resolve::Resolution;",
            "src/export/csv.rs:1: export may not import resolve",
        ),
    ] {
        assert_eq!(violations(path, source).join("\n"), expected, "{source:?}");
    }
}

#[test]
fn lets_pass_what_is_allowed() {
    for (path, source) in [
        (
            "src/text/quote.rs",
            "// see crate::resolve\nuse super::Span;\nuse crate::lang::{Language, Table};\n",
        ),
        ("src/recognize/mod.rs", "pub(crate) mod name;\npub use self::name::find;\n"),
        ("src/recognize/name/tagger.rs", "use super::super::NameMention;\nuse crate::error::Error;"),
        (
            "src/text/span.rs",
            "pub(crate) struct Span;\npub(super) fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::Analyzer;\n}\n",
        ),
        (
            "src/analysis.rs",
            "pub use crate::recognize::{Bound, NameKind};\nuse crate::text::{OffsetMap, Span};",
        ),
    ] {
        assert_eq!(violations(path, source), [""; 0], "{source:?}");
    }
}
