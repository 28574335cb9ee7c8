//! The annotated passages and articles, in the form that their README files describe.

use std::fs;
use std::path::{Path, PathBuf};

/// A passage with a line for each figure.
pub struct Passage {
    pub text: String,
    pub lines: Vec<Line>,
}

/// What a reader says of one figure.
pub struct Line {
    /// The amount.
    pub words: String,
    /// Where it stands in the passage, in bytes.
    pub start: usize,
    pub end: usize,
    pub counts: Option<String>,
    pub said_by: Option<String>,
    pub as_of: Option<String>,
}

/// An article with the contradictions in it, each as the words of the figures that differ.
pub struct Article {
    pub name: String,
    pub text: String,
    pub conflicts: Vec<Vec<String>>,
}

/// Every passage of every file of the folder.
pub fn passages(folder: &Path) -> Vec<Passage> {
    files(folder, "gold")
        .iter()
        .flat_map(|path| read(path).split("\n\n").filter_map(passage).collect::<Vec<_>>())
        .collect()
}

fn passage(block: &str) -> Option<Passage> {
    let of = |is_gold: bool| block.lines().filter(move |line| line.starts_with("> ") == is_gold);
    let text: Vec<&str> = of(false).filter(|line| !line.starts_with('#')).collect();
    let text = text.join("\n");
    let mut from = 0;
    let lines: Vec<Line> = of(true)
        .map(|line| {
            let line = self::line(&line[2..], &text, from);
            from = line.end;
            line
        })
        .collect();
    (!lines.is_empty()).then_some(Passage { text, lines })
}

/// `39,000 | counts people | said by - | as of Sunday`
fn line(line: &str, text: &str, from: usize) -> Line {
    let fields: Vec<&str> = line.split(" | ").collect();
    let [words, counts, said_by, as_of] = fields[..] else { panic!("four fields: {line:?}") };
    let field = |field: &str, name: &str| {
        let value = field.strip_prefix(name).unwrap_or_else(|| panic!("{name:?} in {line:?}"));
        (value != "-").then(|| value.to_owned())
    };
    let start = from
        + find_word(&text[from..], words)
            .unwrap_or_else(|| panic!("{words:?} after byte {from} of {text:?}"));
    Line {
        words: words.to_owned(),
        start,
        end: start + words.len(),
        counts: field(counts, "counts "),
        said_by: field(said_by, "said by "),
        as_of: field(as_of, "as of "),
    }
}

/// Where the words stand as whole words: "9" is not in "19".
fn find_word(text: &str, words: &str) -> Option<usize> {
    let is_inner = |other: Option<char>| other.is_some_and(char::is_alphanumeric);
    text.match_indices(words).map(|(start, _)| start).find(|&start| {
        let before = text[..start].chars().next_back();
        let after = text[start + words.len()..].chars().next();
        !(is_inner(before) || is_inner(after) && words.ends_with(char::is_alphanumeric) && after != Some('s'))
    })
}

/// Every article of the folder with its gold.
pub fn articles(folder: &Path) -> Vec<Article> {
    let article = |path: &PathBuf| {
        let gold = read(path);
        let lines = gold.lines().filter(|line| !line.is_empty() && *line != "none");
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Article { name, text: read(&path.with_extension("txt")), conflicts: lines.map(conflict).collect() }
    };
    files(folder, "gold").iter().map(article).collect()
}

/// `42 <> 38 | people who died`, or `parts: 28, 19 != total: 60 | seats`
fn conflict(line: &str) -> Vec<String> {
    let figures = line.split(" | ").next().unwrap_or_default();
    match figures.split_once(" != total: ") {
        Some((parts, total)) => {
            let parts = parts.trim_start_matches("parts: ").split(", ");
            parts.chain([total]).map(str::to_owned).collect()
        }
        None => figures.split(" <> ").map(str::to_owned).collect(),
    }
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|other| other == extension));
    paths.sort();
    assert!(!paths.is_empty(), "{} holds no .{extension}", folder.display());
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
