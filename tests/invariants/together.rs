//! The promises about what belongs together: entities and their mentions, statements and what is said in them, figures
//! that disagree, places.

use article_analyzer::analysis::{Analysis, Attribution, Entity, Figure, NameKind, Place, Range, SCHEMA};

/// Everything that can be told without another look at the text; panics with the text where it does not hold.
pub fn check(text: &str, analysis: &Analysis) {
    assert_eq!(analysis.schema, SCHEMA);
    assert!(matches!(&*analysis.language, "en" | "und"), "{:?}: {text:?}", analysis.language);
    let firsts: Vec<usize> = analysis.entities.iter().map(|entity| entity.mentions[0]).collect();
    assert!(is_rising(&firsts), "entities in the order of their first mention, {firsts:?}: {text:?}");
    for entity in &analysis.entities {
        check_entity(text, analysis, entity);
    }
    for figure in &analysis.figures {
        check_figure(text, analysis, figure);
    }
    check_attributions(text, analysis);
    check_conflicts(text, analysis);
    check_apart(text, analysis);
}

fn is_rising(numbers: &[usize]) -> bool {
    numbers.windows(2).all(|pair| pair[0] < pair[1])
}

fn check_entity(text: &str, analysis: &Analysis, entity: &Entity) {
    let called = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mentions = entity.mentions.iter().map(|&mention| &analysis.names[mention]);
    let names: Vec<String> = mentions.map(|name| called(&text[name.start..name.end])).collect();
    for name in std::iter::once(&entity.name).chain(&entity.aliases) {
        assert!(names.contains(name), "nobody calls {entity:?} {name:?}: {text:?}");
    }
    assert!(!entity.aliases.contains(&entity.name), "{entity:?} has its name twice: {text:?}");
    assert!(is_rising(&entity.mentions), "{entity:?} with mentions out of order: {text:?}");
    let starts: Vec<usize> = entity.references.iter().map(|reference| reference.start).collect();
    assert!(is_rising(&starts), "{entity:?} with references out of order: {text:?}");
    if let Some(place) = &entity.place {
        assert!(matches!(entity.kind, NameKind::Place | NameKind::Other), "{entity:?} on a map: {text:?}");
        check_place(text, place);
    }
}

fn check_place(text: &str, place: &Place) {
    let is_on_earth = (-90.0..=90.0).contains(&place.lat) && (-180.0..=180.0).contains(&place.lon);
    assert!(is_on_earth, "{place:?}: {text:?}");
    let is_code = |code: &String| code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase());
    assert!(place.country.as_ref().is_none_or(is_code), "{place:?}: {text:?}");
    assert_ne!(place.population, Some(0), "{place:?}: {text:?}");
}

/// Said by the innermost of those whose words hold it, and counted by one word.
fn check_figure(text: &str, analysis: &Analysis, figure: &Figure) {
    let around = |attribution: &Attribution| -> Option<usize> {
        let holds = |span: &&Range| span.start <= figure.start && figure.end <= span.end;
        attribution.spans.iter().filter(holds).map(|span| span.end - span.start).min()
    };
    let least = analysis.attributions.iter().filter_map(around).min();
    let said_by = figure.said_by.map(|index| &analysis.attributions[index]);
    assert_eq!(said_by.map(around), least.map(Some), "{figure:?} is said by {said_by:?}: {text:?}");
    if let Some(counts) = &figure.counts {
        let head = &text[counts.head.start..counts.head.end];
        assert!(!head.contains(char::is_whitespace), "{head:?} is more than a word: {text:?}");
    }
}

fn check_attributions(text: &str, analysis: &Analysis) {
    for attribution in &analysis.attributions {
        let Attribution { spans, rule, .. } = attribution;
        assert!(!spans.is_empty() && !rule.is_empty(), "{attribution:?}: {text:?}");
        let apart = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        assert!(apart, "{attribution:?} with words out of order: {text:?}");
    }
    let starts = analysis.attributions.iter().map(|attribution| attribution.spans[0].start);
    assert!(starts.is_sorted(), "attributions out of order, {:?}: {text:?}", analysis.attributions);
}

fn check_conflicts(text: &str, analysis: &Analysis) {
    for conflict in &analysis.conflicts {
        assert!(conflict.figures.len() >= 2, "{conflict:?} of one figure: {text:?}");
        assert!(is_rising(&conflict.figures), "{conflict:?} out of order: {text:?}");
        // What is counted may be told by the amounts alone: "$9, that is $3 and $5".
        assert!(!conflict.why.is_empty(), "{conflict:?}: {text:?}");
    }
    let firsts = analysis.conflicts.iter().map(|conflict| conflict.figures[0]);
    assert!(firsts.is_sorted(), "conflicts out of order, {:?}: {text:?}", analysis.conflicts);
}

/// A day is neither a name nor a figure.
fn check_apart(text: &str, analysis: &Analysis) {
    for date in &analysis.dates {
        let overlaps = |start: usize, end: usize| start < date.end && date.start < end;
        let names = analysis.names.iter().filter(|name| overlaps(name.start, name.end)).count();
        let figures = analysis.figures.iter().filter(|figure| overlaps(figure.start, figure.end)).count();
        let is_event = date.value.is_none() && !date.resolved;
        assert!(is_event || names + figures == 0, "{date:?} shares words: {text:?}");
    }
}
