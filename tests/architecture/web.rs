//! The arrows of the JavaScript side, read from import lines.
//!
//! `page -> element/define -> element -> view, engine/client, highlight`; the client meets the worker and
//! the worker the core by message and address only. Types in comments are free.

use std::path::{Component, Path, PathBuf};

/// Each room with the rooms it may import; every room may import itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("page", &["element/define", "element", "element/view", "engine/client", "highlight", "map", "vendor"]),
    ("element/define", &["element"]),
    ("element", &["element/view", "engine/client", "highlight"]),
    ("element/view", &[]),
    ("highlight", &[]),
    ("engine/client", &["engine/protocol"]),
    ("engine/worker", &["engine/protocol", "pkg"]),
    ("engine/protocol", &[]),
];

/// Every import of the file that its room is not allowed, in words.
pub fn violations(path: &str, source: &str) -> Vec<String> {
    let Some((room, allowed)) = ROOMS.iter().find(|(name, _)| *name == room_of(path)) else {
        return Vec::new();
    };
    imports(source)
        .into_iter()
        .filter_map(|(line, target)| {
            let Some(file) = beside(path, target) else {
                return Some(format!("{path}:{line}: {target} is not a file of this site"));
            };
            let other = room_of(&file);
            let is_allowed = other == *room || allowed.contains(&other);
            (!is_allowed).then(|| format!("{path}:{line}: {room} may not import {other}"))
        })
        .collect()
}

/// The room of a file; files beside the page belong to it.
fn room_of(path: &str) -> &str {
    let inner = path.trim_start_matches("www/");
    match inner.split_once('/') {
        Some(("element", "define.js")) => "element/define",
        Some(("element", file)) if file.starts_with("view") => "element/view",
        Some(("element", _)) => "element",
        Some(("engine", "worker.js")) => "engine/worker",
        Some(("engine", "protocol.js" | "portions.js")) => "engine/protocol",
        Some(("engine", _)) => "engine/client",
        Some((folder, _)) => folder,
        None => "page",
    }
}

/// What each import line asks for. Static and dynamic imports, and `export … from`.
fn imports(source: &str) -> Vec<(usize, &str)> {
    let is_comment = |line: &str| line.trim_start().starts_with(['*', '/']);
    source
        .lines()
        .enumerate()
        .filter(|(_, line)| !is_comment(line))
        .flat_map(|(index, line)| {
            let starts = ["from \"", "import \"", "import(\"", "from '", "import '", "import('"];
            starts.into_iter().filter_map(move |start| {
                let at = line.find(start)? + start.len();
                let end = line[at..].find(['"', '\''])?;
                Some((index + 1, &line[at..at + end]))
            })
        })
        .collect()
}

/// The file that a relative address names, from the root; `None` for any other address.
fn beside(path: &str, target: &str) -> Option<String> {
    if !target.starts_with('.') {
        return None;
    }
    let mut file = PathBuf::new();
    for part in Path::new(path).parent()?.join(target).components() {
        match part {
            Component::ParentDir => drop(file.pop()),
            Component::CurDir => {}
            other => file.push(other),
        }
    }
    Some(file.to_string_lossy().replace('\\', "/"))
}

#[test]
fn names_the_line_and_both_rooms_of_a_violation() {
    for (path, source, expected) in [
        (
            "www/element/view.js",
            "// pure\nimport { paint } from \"../highlight/paint.js\";",
            "www/element/view.js:2: element/view may not import highlight",
        ),
        (
            "www/page.js",
            "import init from './pkg/article_analyzer.js';",
            "www/page.js:1: page may not import pkg",
        ),
        (
            "www/highlight/text.js",
            "export * from \"../element/article-analyzer.js\";",
            "www/highlight/text.js:1: highlight may not import element",
        ),
        (
            "www/engine/client.js",
            "const core = await import(\"../pkg/article_analyzer.js\");",
            "www/engine/client.js:1: engine/client may not import pkg",
        ),
        (
            "www/page.js",
            "import d3 from \"https://cdn.example/d3.js\";",
            "www/page.js:1: https://cdn.example/d3.js is not a file of this site",
        ),
    ] {
        assert_eq!(violations(path, source).join("\n"), expected, "{source:?}");
    }
}

#[test]
fn lets_pass_what_is_allowed() {
    for (path, source) in [
        ("www/page.js", "import \"./element/define.js\";\nimport { samples } from \"./samples.js\";"),
        (
            "www/element/article-analyzer.js",
            "import { analyze } from \"../engine/client.js\";\nimport { rows } from \"./view.js\";",
        ),
        (
            "www/engine/worker.js",
            "import init from \"../pkg/article_analyzer.js\";\n/** @typedef {import(\"../analysis.d.ts\").Analysis} Analysis */",
        ),
        (
            "www/engine/client.js",
            "const worker = new Worker(new URL(\"./worker.js\", import.meta.url), { type: \"module\" });",
        ),
    ] {
        assert_eq!(violations(path, source), [""; 0], "{source:?}");
    }
}
