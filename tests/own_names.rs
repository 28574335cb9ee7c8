//! The caller's own names, as properties: what is ignored is gone, what is added stands exactly where it stands.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::LazyLock;

use article_analyzer::analysis::{Analysis, NameKind};
use article_analyzer::{Analyzer, Options, OwnNames};
use proptest::prelude::*;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

fn analyze(text: &str, names: OwnNames) -> Analysis {
    let options = Options::default().with_offsets("bytes").expect("a known unit");
    ANALYZER.analyze(text, &options.with_names(names))
}

/// The words of each name, on one line.
fn words(text: &str, analysis: &Analysis) -> Vec<String> {
    let on_one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    analysis.names.iter().map(|name| on_one_line(&text[name.start..name.end])).collect()
}

/// Words of news that are neither numbers nor dates, and end no sentence.
const WORDS: [&str; 16] = [
    "Amina", "Yusuf", "amina", "AMINA", "Kyiv", "kyiv", "Bank", "of", "the", "The", "said", "Port", "Sella",
    "met", "and", "NATO",
];

/// Numbers of words, as a text.
fn phrase(numbers: &[usize]) -> String {
    numbers.iter().map(|&number| WORDS[number]).collect::<Vec<_>>().join(" ")
}

/// Where `name` stands in `text`, both words with one space between them; by its first word, none overlapping.
fn occurrences(text: &str, name: &str) -> Vec<(usize, usize)> {
    let in_any_case = name == name.to_lowercase();
    let is_name = |words: &str| words == name || in_any_case && words.to_lowercase() == name;
    let mut found: Vec<(usize, usize)> = Vec::new();
    for start in 0..text.len() {
        let end = start + name.len();
        let begins = start == 0 || text[..start].ends_with(' ');
        let ends = text.get(end..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let is_free = found.last().is_none_or(|last| last.1 <= start);
        if begins && ends && is_free && is_name(&text[start..end]) {
            found.push((start, end));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn adding_a_name_gives_exactly_its_occurrences(
        text in prop::collection::vec(0..WORDS.len(), 0..40),
        name in prop::collection::vec(0..WORDS.len(), 1..4),
        kind in prop::sample::select(NameKind::ALL.to_vec()),
    ) {
        let (text, name) = (phrase(&text), phrase(&name));
        // An article in front is no part of a name.
        prop_assume!(!name.to_lowercase().starts_with("the"));
        let own = OwnNames::english().with_added(&name, kind.as_str()).expect("a name");
        let analysis = analyze(&text, own);
        let added = analysis.names.iter().filter(|name| name.confidence == 1.0);
        let found: Vec<_> = added.map(|name| (name.start, name.end, name.kind)).collect();
        let expected: Vec<_> =
            occurrences(&text, &name).into_iter().map(|(start, end)| (start, end, kind)).collect();
        prop_assert_eq!(found, expected, "{:?} in {:?}", name, text);
    }

    #[test]
    fn ignoring_a_name_removes_all_its_mentions(text in prop::collection::vec(0..WORDS.len(), 0..28)) {
        let text = phrase(&text);
        check_ignoring(&text);
    }
}

/// Each name of the text in turn is ignored: it is gone, and every other stays as it was.
fn check_ignoring(text: &str) {
    let before = analyze(text, OwnNames::english());
    let all = words(text, &before);
    for ignored in &all {
        let own = OwnNames::english().with_ignored(ignored).expect("what was found is a name");
        let after = words(text, &analyze(text, own));
        let bare = |name: &str| name.trim_start_matches("The ").trim_start_matches("the ").to_owned();
        assert!(!after.contains(ignored), "{ignored:?} is still there: {text:?}");
        assert!(after.iter().all(|name| all.contains(name)), "ignoring {ignored:?} made names: {text:?}");
        if bare(ignored).contains(char::is_uppercase) {
            let others: Vec<_> = all.iter().filter(|name| bare(name) != bare(ignored)).collect();
            assert_eq!(after.iter().collect::<Vec<_>>(), others, "without {ignored:?}: {text:?}");
        }
    }
}

#[test]
fn ignoring_works_on_whole_articles() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    for theme in ["war", "business", "sport", "politics"] {
        for file in std::fs::read_dir(format!("{folder}/{theme}")).expect("the folder is there") {
            let path = file.expect("the folder can be listed").path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                check_ignoring(&std::fs::read_to_string(path).expect("articles are UTF-8"));
            }
        }
    }
}

#[test]
fn a_date_or_amount_that_is_longer_stands_and_one_of_the_same_words_does_not() {
    let own = || OwnNames::english().with_added("May", "person").expect("a name");
    let told = |text| (words(text, &analyze(text, own())), analyze(text, own()).dates.len());
    assert_eq!(told("It ended on 12 May 2021."), (vec![], 1));
    assert_eq!(told("Minister May said that she had left."), (vec!["May".to_owned()], 0));
    let own = || OwnNames::english().with_added("Dollar 100 Club", "organization").expect("a name");
    let text = "The Dollar 100 Club paid 100 dollars.";
    assert_eq!(words(text, &analyze(text, own())), ["Dollar 100 Club"]);
}

#[test]
fn added_names_are_found_in_texts_of_other_languages_too() {
    let text = "Bei dem Unglück nahe Sella kamen nach Angaben der Polizei 12 Menschen ums Leben, mehr als 30 wurden \
                verletzt. Die Ermittlungen dauern noch, sagte ein Sprecher des Ministeriums. Viele Verletzte liegen \
                weiterhin auf den Stationen der umliegenden Kliniken, wo sich die Pfleger seit Stunden um sie kümmern.";
    let analysis = analyze(text, OwnNames::english().with_added("Sella", "place").expect("a name"));
    assert_eq!((analysis.language.as_str(), words(text, &analysis)), ("und", vec!["Sella".to_owned()]));
}

#[test]
fn what_is_retyped_takes_its_whole_entity_along() {
    let text = "Amina Yusuf met reporters in Kyiv. Yusuf said that Kyiv was calm. Kyiv, she said, slept.";
    let own = OwnNames::english().with_retyped("Kyiv", "organization").expect("a name");
    let analysis = analyze(text, own);
    let kyiv: Vec<_> = analysis.entities.iter().filter(|entity| entity.name == "Kyiv").collect();
    assert_eq!((kyiv.len(), kyiv[0].kind, kyiv[0].mentions.len()), (1, NameKind::Organization, 3));
}
