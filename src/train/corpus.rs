//! Annotated texts, one JSON object a line, as tokens with the labels that each may have.

use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::lang::en;
use crate::lang::place::Gazetteer;
use crate::recognize::NameKind;
use crate::recognize::name::attribute::hash_word;
use crate::recognize::name::label;
use crate::recognize::name::lexicon::{self, THEMES};
use crate::text::{Document, Span};

/// A set of annotated texts and how much each counts.
pub struct Corpus {
    /// How much a sentence of it counts in training; 1 for hand-made annotation.
    pub weight: f32,
    /// The texts.
    pub texts: Vec<Annotated>,
}

/// One text with its names.
pub struct Annotated {
    /// The text.
    pub text: String,
    /// The names in it, in bytes, sorted, none overlapping.
    pub names: Vec<(Span, NameKind)>,
    /// The kinds that were annotated; others may occur without being marked.
    pub kinds: Vec<NameKind>,
    /// Stretches that were read by a teacher who was not sure: nothing is learned from their labels.
    pub unsure: Vec<Span>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<(usize, usize, String)>,
    #[serde(default)]
    labels: Option<Vec<String>>,
    /// Words and how sure the teacher was of each; only the less certain ones are listed.
    #[serde(default)]
    unsure: Vec<(usize, usize, f32)>,
}

/// From this probability on, what a teacher took a word for is learned from; a less certain word may be anything.
/// Tried: 0.5, 0.6 and 0.7, which differ by less than two training runs do.
const SURE: f32 = 0.6;

fn kind_of(name: &str) -> Option<NameKind> {
    NameKind::ALL.into_iter().find(|kind| kind.as_str() == name)
}

/// Reads a corpus; offsets in it count code points. `masked` names a kind whose annotation is not
/// to be learned from.
///
/// # Errors
/// A file that cannot be read, or a line of another shape.
pub fn load(path: &Path, weight: f32, masked: Option<NameKind>) -> Result<Corpus, Error> {
    let mut texts = Vec::new();
    for (number, line) in file(path)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line: Line = serde_json::from_str(line)
            .map_err(|error| Error::new(format!("{}:{}: {error}", path.display(), number + 1)))?;
        texts.push(annotated(line, masked));
    }
    Ok(Corpus { weight, texts })
}

fn annotated(line: Line, masked: Option<NameKind>) -> Annotated {
    let starts: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let mut names: Vec<(Span, NameKind)> = line
        .entities
        .iter()
        .filter_map(|(start, end, kind)| {
            let (start, end) = (*starts.get(*start)?, *starts.get(*end)?);
            Some((Span::new(start, end.max(start)), kind_of(kind)?))
        })
        .collect();
    names.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut last = 0;
    names.retain(|(span, _)| {
        let keeps = span.start >= last && span.len() > 0;
        if keeps {
            last = span.end;
        }
        keeps
    });
    let unsure = line
        .unsure
        .iter()
        .filter(|(_, _, sure)| *sure < SURE)
        .filter_map(|(start, end, _)| Some(Span::new(*starts.get(*start)?, *starts.get(*end)?)))
        .collect();
    let kinds = match line.labels {
        Some(labels) => labels.iter().filter_map(|label| kind_of(label)).collect(),
        None => NameKind::ALL.to_vec(),
    };
    let kinds = kinds.into_iter().filter(|kind: &NameKind| Some(*kind) != masked).collect();
    Annotated { text: line.text, names, kinds, unsure }
}

impl Corpus {
    /// With every name in this project's convention, to learn from; what is measured on stays as it is.
    pub fn in_our_convention(mut self) -> Self {
        for annotated in &mut self.texts {
            let names = std::mem::take(&mut annotated.names);
            annotated.names =
                names.into_iter().flat_map(|name| conventional(&annotated.text, name)).collect();
        }
        self
    }
}

/// One annotated name in this project's convention: without its article ("the Hague" keeps it), a
/// place and the region it lies in apart ("Doha, Qatar").
fn conventional(text: &str, (span, kind): (Span, NameKind)) -> Vec<(Span, NameKind)> {
    let words = span.of(text);
    if kind == NameKind::Place {
        let pieces: Vec<&str> = words.split(", ").collect();
        if pieces.len() > 1 && pieces.iter().all(|piece| piece.starts_with(char::is_uppercase)) {
            let mut start = span.start;
            let spans = pieces.iter().map(|piece| {
                let found = Span::new(start, start + piece.len());
                start = found.end + ", ".len();
                (found, kind)
            });
            return spans.collect();
        }
    }
    let article = ["The ", "the "].into_iter().find(|article| words.starts_with(article));
    match article {
        Some(article) if kind != NameKind::Other && !words.ends_with("Hague") => {
            vec![(Span::new(span.start + article.len(), span.end), kind)]
        }
        _ => vec![(span, kind)],
    }
}

/// Reads the passages written for this project: `[Kyiv|place]` in plain text, a passage a paragraph.
///
/// # Errors
/// A folder or file that cannot be read, or a mark of another shape.
pub fn marked(folder: &Path, weight: f32) -> Result<Corpus, Error> {
    let mut texts = Vec::new();
    for file in files(folder, "marked")? {
        for passage in file.split("\n\n").map(str::trim).filter(|passage| !passage.is_empty()) {
            texts.push(unmark(passage)?);
        }
    }
    Ok(Corpus { weight, texts })
}

fn unmark(passage: &str) -> Result<Annotated, Error> {
    let fault = || Error::new(format!("a mark must look like [Kyiv|place]: {passage}"));
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = passage;
    while let Some((before, mark)) = rest.split_once('[') {
        let (inside, after) = mark.split_once(']').ok_or_else(fault)?;
        let (name, kind) = inside.split_once('|').ok_or_else(fault)?;
        text.push_str(before);
        names.push((Span::new(text.len(), text.len() + name.len()), kind_of(kind).ok_or_else(fault)?));
        text.push_str(name);
        rest = after;
    }
    text.push_str(rest);
    Ok(Annotated { text, names, kinds: NameKind::ALL.to_vec(), unsure: Vec::new() })
}

/// For every token the set of labels it may have, one bit each.
pub fn allowed(document: &Document, annotated: &Annotated) -> Vec<u32> {
    let unmarked = NameKind::ALL.into_iter().filter(|kind| !annotated.kinds.contains(kind));
    let open: u32 =
        unmarked.flat_map(|kind| (0..4).map(move |position| 1 << label::of(kind, position))).sum();
    let mut sets = vec![1 << label::OUTSIDE | open; document.tokens.len()];
    let mut index = 0;
    for (span, kind) in &annotated.names {
        while index < document.tokens.len() && document.tokens[index].span.end <= span.start {
            index += 1;
        }
        let first = index;
        while index < document.tokens.len() && document.tokens[index].span.start < span.end {
            index += 1;
        }
        if !annotated.kinds.contains(kind) || first == index {
            continue;
        }
        for (nth, set) in sets[first..index].iter_mut().enumerate() {
            let position = match (nth == 0, first + nth + 1 == index) {
                (true, true) => label::UNIT,
                (true, false) => label::FIRST,
                (false, true) => label::LAST,
                (false, false) => label::INNER,
            };
            *set = 1 << label::of(*kind, position);
        }
    }
    let mut unsure = annotated.unsure.iter().peekable();
    for (token, set) in document.tokens.iter().zip(&mut sets) {
        while unsure.next_if(|span| span.end <= token.span.start).is_some() {}
        if unsure.peek().is_some_and(|span| span.start < token.span.end) {
            *set = (1 << label::COUNT) - 1;
        }
    }
    sets
}

/// Reads a document the way the tagger does.
pub fn read(text: &str) -> Document<'_> {
    Document::read(text, &en::LANGUAGE)
}

fn files(folder: &Path, extension: &str) -> Result<Vec<String>, Error> {
    let fault = |error: std::io::Error| Error::new(format!("{}: {error}", folder.display()));
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).map_err(fault)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).map_err(fault)).collect()
}

/// The given names of a folder, in `given.txt`, one a line, as keys.
///
/// # Errors
/// A file that cannot be read.
pub fn given(folder: &Path) -> Result<Vec<u32>, Error> {
    let mut keys = Vec::new();
    for line in file(&folder.join("given.txt"))?.lines() {
        let entry = read(line);
        if entry.tokens.len() == 1 {
            keys.push(lexicon::key(hash_word(entry.normal(0))));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

/// The gazetteer that the library carries.
///
/// # Errors
/// A file that is damaged.
pub fn gazetteer() -> Result<Gazetteer, Error> {
    Gazetteer::load(en::PLACES).map_err(|fault| Error::new(fault.to_string()))
}

/// Themes of words by key, and the group of every theme.
pub type Themes = (Vec<(u32, u8)>, [u8; THEMES]);

/// The themes of words in a folder, and the group of every theme: `theme.tsv` has a word in lower
/// case and its theme a line, frequent words first; `theme-groups.txt` the group of theme 1, 2, ... a line.
///
/// # Errors
/// A file that cannot be read, or a line of another shape.
pub fn themes(folder: &Path) -> Result<Themes, Error> {
    let fault = |name: &str, line: &str| Error::new(format!("{name}: {line:?} is not what trains a model"));
    let mut entries = Vec::new();
    for line in file(&folder.join("theme.tsv"))?.lines() {
        let (word, theme) = line.split_once('\t').ok_or_else(|| fault("theme.tsv", line))?;
        let theme = theme.parse().map_err(|_| fault("theme.tsv", line))?;
        entries.push((lexicon::key(hash_word(word)), theme));
    }
    entries.sort_by_key(|entry| entry.0); // stable: of words that share a key the more frequent stays
    entries.dedup_by_key(|entry| entry.0);
    let mut groups = [0; THEMES];
    for (group, line) in groups.iter_mut().skip(1).zip(file(&folder.join("theme-groups.txt"))?.lines()) {
        *group = line.parse().map_err(|_| fault("theme-groups.txt", line))?;
    }
    Ok((entries, groups))
}

fn file(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|error| Error::new(format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_marks_and_masks() {
        let passage = unmark("[Ada Obi|person] left [Jos|place].").expect("good marks");
        assert_eq!(passage.text, "Ada Obi left Jos.");
        let sets = allowed(&read(&passage.text), &passage);
        let expected = [
            label::of(NameKind::Person, label::FIRST),
            label::of(NameKind::Person, label::LAST),
            label::OUTSIDE,
            label::of(NameKind::Place, label::UNIT),
            label::OUTSIDE,
        ];
        assert_eq!(sets, expected.map(|label| 1 << label));
        assert!(unmark("[Jos|town]").is_err() && unmark("[Jos").is_err());
    }

    #[test]
    fn brings_names_into_one_convention() {
        let corpus = Corpus {
            weight: 1.0,
            texts: vec![
                unmark("In [Doha, Qatar|place], [the Red Cross|organization] met.").expect("good marks"),
            ],
        };
        let passage = &corpus.in_our_convention().texts[0];
        let names: Vec<&str> = passage.names.iter().map(|(span, _)| span.of(&passage.text)).collect();
        assert_eq!(names, ["Doha", "Qatar", "Red Cross"]);
    }

    /// Where the passages of this project lie, from the root of the package.
    const PASSAGES: &str = "tests/articles/names";

    /// Names that keep their article, and names that end in a possessive of their own.
    const WITH_ARTICLE: [&str; 2] = ["The Hague", "A Coruña"];
    const WITH_POSSESSIVE: [&str; 5] = ["Gee's", "Lord's", "Rosalba's", "Sainsbury's", "Sotheby's"];

    /// What is wrong with a mark, if anything: it must hold whole tokens and the name alone.
    fn fault(
        document: &Document,
        annotated: &Annotated,
        (span, kind): (Span, NameKind),
    ) -> Option<&'static str> {
        let name = span.of(&annotated.text);
        let starts = document.tokens.iter().any(|token| token.span.start == span.start);
        let ends = document.tokens.iter().any(|token| token.span.end == span.end);
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        // A title of a work keeps its article: "The Salt Road".
        let has_article =
            kind != NameKind::Other && name.contains(' ') && ["the", "a", "an"].contains(&&*first);
        let possessive = name.ends_with("'s") || name.ends_with("’s") || name.ends_with(['\'', '’']);
        let checks = [
            (!starts || !ends, "does not begin and end with a token"),
            (has_article && !WITH_ARTICLE.contains(&name), "begins with an article"),
            (possessive && !WITH_POSSESSIVE.contains(&name), "ends in a possessive"),
        ];
        checks.into_iter().find_map(|(is_wrong, what)| is_wrong.then_some(what))
    }

    #[test]
    fn passages_mark_the_name_alone() {
        let corpus = marked(Path::new(PASSAGES), 1.0).expect("every passage can be read");
        assert!(corpus.texts.len() > 200, "only {} passages", corpus.texts.len());
        for annotated in &corpus.texts {
            let document = read(&annotated.text);
            for &name in &annotated.names {
                let fault = fault(&document, annotated, name);
                assert_eq!(fault, None, "{:?} in {:?}", name.0.of(&annotated.text), annotated.text);
            }
        }
    }
}
