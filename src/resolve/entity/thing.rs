//! Names of organisations, places and other things that mean the same.

use std::collections::HashMap;

use super::form::Form;
use super::{Groups, Names};
use crate::recognize::NameKind;

/// The same words recognised as two kinds: one of the two readings is a slip where the name is long, or
/// where almost all mentions agree; those of "Keith Kellogg" speak for "Kellogg" the person, those of "Kellogg
/// Foods" for the firm. A short name of a person and of a place may well be two ("Washington").
pub(super) fn join_kinds(names: &mut Names, groups: &mut Groups) {
    /// So many times rarer must a reading be to count as a slip.
    const SLIP: usize = 3;
    let support = support(names);
    for form in 0..names.forms.len() {
        for &other in names.with_key(&names.forms[form].key()) {
            let (left, right) = (&names.forms[form], &names.forms[other]);
            let kinds = [left.kind, right.kind];
            let clash = kinds.contains(&NameKind::Person) && kinds.contains(&NameKind::Place);
            let slip = support[form] >= SLIP * support[other] && !clash;
            let things = !kinds.contains(&NameKind::Person) && !kinds.contains(&NameKind::Place);
            if left.words.len() > 1 || slip || things {
                groups.join(form, other);
            }
        }
    }
}

/// For every form how many mentions speak for its kind: its own, and those of longer names of that kind of which
/// it is the part that stands for the whole: a person's last word, another thing's first.
fn support(names: &Names) -> Vec<usize> {
    let mut support: Vec<usize> = names.forms.iter().map(|form| form.mentions.len()).collect();
    for form in names.forms.iter().filter(|form| form.words.len() > 1) {
        let short = if form.kind == NameKind::Person { form.words.last() } else { form.words.first() };
        for &other in short.map_or(&[][..], |word| names.with_key(word)) {
            if names.forms[other].kind == form.kind {
                support[other] += form.mentions.len();
            }
        }
    }
    support
}

/// "Senator Ada Moss" taken for one name, and "Ada Moss" for no person: the end of a long name of a
/// person is that person.
pub(super) fn join_ends_of_persons(names: &mut Names, groups: &mut Groups) {
    /// Longer names of people are rare; cutting them costs without gain.
    const MOST_WORDS: usize = 8;
    for form in 0..names.forms.len() {
        let Form { words, kind, .. } = &names.forms[form];
        if *kind != NameKind::Person || words.len() > MOST_WORDS {
            continue;
        }
        for start in 1..words.len().saturating_sub(1) {
            for &other in names.with_key(&words[start..].join(" ")) {
                groups.join(form, other);
            }
        }
    }
}

/// "US" and "United States", "Kiev" and "Kyiv", and so at the start of a longer name: "U.S. Navy".
pub(super) fn join_second_names(names: &mut Names, groups: &mut Groups) {
    let mut first_of: HashMap<String, usize> = HashMap::new();
    for (index, form) in names.forms.iter().enumerate() {
        if form.kind == NameKind::Person {
            continue;
        }
        let places = &names.language.name_words.places;
        let name = match (places.get(&form.key()), form.words.as_slice()) {
            (Some(&name), _) => name.to_owned(),
            (None, [first, rest @ ..]) if !rest.is_empty() && places.has(first) => {
                let first = places.get(first).copied().unwrap_or_default();
                format!("{first} {}", rest.join(" "))
            }
            (None, _) => form.key(),
        };
        let first = *first_of.entry(name).or_insert(index);
        if is_compatible(names.forms[first].kind, form.kind) {
            groups.join(first, index);
        }
    }
}

/// "Office of Fair Rents (OFR)" and "OFR (Office of Fair Rents)".
pub(super) fn join_definitions(names: &mut Names, groups: &mut Groups) {
    for second in 1..names.mentions.len() {
        let first = second - 1;
        let (left, right) = (names.mentions[first].tokens.clone(), names.mentions[second].tokens.clone());
        let bracketed = right.start == left.end + 1
            && names.document.word(left.end) == "("
            && matches!(names.document.normal(right.end), ")" | "," | ";");
        if bracketed && (defines(names, first, second) || defines(names, second, first)) {
            groups.join(names.mentions[first].form, names.mentions[second].form);
        }
    }
}

/// Whether mention `short` can abbreviate mention `long`: capitals whose letters come in this order in
/// the long name, the first of them at its start.
fn defines(names: &Names, long: usize, short: usize) -> bool {
    let words = &names.forms[names.mentions[long].form].words;
    let long_name = words.concat();
    let Some(letters) = acronym_letters(names, short) else { return false };
    let mut rest = long_name.chars();
    long_name.len() > letters.len()
        && names.mentions[long].kind != NameKind::Person
        && long_name.chars().next() == letters.chars().next()
        && letters.chars().all(|letter| rest.any(|other| other == letter))
}

/// The letters of a mention that looks like an acronym: one word, mostly capitals.
fn acronym_letters<'n>(names: &'n Names, mention: usize) -> Option<&'n str> {
    /// Longer acronyms are words.
    const LONGEST_ACRONYM: usize = 10;
    let mention = &names.mentions[mention];
    let [word] = names.forms[mention.form].words.as_slice() else { return None };
    let text = mention.span.of(names.document.text);
    let capitals = text.chars().filter(|letter| letter.is_uppercase()).count();
    let small = text.chars().filter(|letter| letter.is_lowercase()).count();
    (capitals >= 2 && capitals > small && word.len() <= LONGEST_ACRONYM).then_some(word)
}

/// "EIB" and "European Investment Bank" anywhere in the article, where only one name has these initials.
pub(super) fn join_acronyms(names: &mut Names, groups: &mut Groups) {
    let mut by_initials: HashMap<String, Option<usize>> = HashMap::new();
    for (index, form) in names.forms.iter().enumerate() {
        if form.words.len() < 2 || form.kind == NameKind::Person {
            continue;
        }
        let skipped = &names.language.name_words.skipped_in_acronyms;
        let all: String = form.words.iter().filter_map(|word| word.chars().next()).collect();
        let main = form.words.iter().filter(|word| !skipped.has(word));
        let main: String = main.filter_map(|word| word.chars().next()).collect();
        let mut add = |initials: String| {
            let known = by_initials.entry(initials).or_insert(Some(index));
            if known.is_some_and(|other| groups.find(other) != groups.find(index)) {
                *known = None;
            }
        };
        if all != main {
            add(all);
        }
        add(main);
    }
    for index in 0..names.forms.len() {
        let form = &names.forms[index];
        let Some(Some(long)) = by_initials.get(&form.key()) else { continue };
        let certain = form.words[0].len() > 2 || form.kind == names.forms[*long].kind;
        let is_acronym = acronym_letters(names, form.mentions[0]).is_some();
        if is_acronym && certain && form.kind != NameKind::Person && is_alone(names, groups, index) {
            groups.join(index, *long);
        }
    }
}

/// Whether no earlier pass joined the form with a longer one: "US" that is the United States is not also
/// something else with these initials.
fn is_alone(names: &Names, groups: &mut Groups, form: usize) -> bool {
    let group = groups.find(form);
    group == form || names.forms[group].words.len() == 1
}

/// "Apple Inc." and "Apple".
pub(super) fn join_legal_forms(names: &mut Names, groups: &mut Groups) {
    let mut first_of: HashMap<String, usize> = HashMap::new();
    for (index, form) in names.forms.iter().enumerate() {
        if matches!(form.kind, NameKind::Person | NameKind::Place) {
            continue;
        }
        let legal = &names.language.name_words.legal_forms;
        let kept =
            form.words.iter().rposition(|word| !legal.has(word)).map_or(form.words.len(), |last| last + 1);
        let first = *first_of.entry(form.words[..kept].join(" ")).or_insert(index);
        groups.join(first, index);
    }
}

/// "the Post" after "the New York Post", "State Department" and "U.S. State Department", "the Society"
/// after "the Society for Old Maps", "Harvard" and "Harvard University": where only one name fits.
pub(super) fn join_short_forms(names: &mut Names, groups: &mut Groups) {
    let mut longer: HashMap<(String, NameKind), Option<usize>> = HashMap::new();
    for index in 0..names.forms.len() {
        for short in short_forms(names, index) {
            let known = longer.entry((short, names.forms[index].kind)).or_insert(Some(index));
            if known.is_some_and(|other| groups.find(other) != groups.find(index)) {
                *known = None;
            }
        }
    }
    for index in 0..names.forms.len() {
        let form = &names.forms[index];
        let Some(Some(long)) = longer.get(&(form.key(), form.kind)) else { continue };
        let long_first = names.forms[*long].mentions[0] < form.mentions[0];
        let with_article = names.mentions[form.mentions[0]].tokens.start > 0
            && form.mentions.iter().any(|&mention| has_article(names, mention));
        let is_end = names.forms[*long].words.ends_with(&form.words);
        let is_plain_start = !is_end && !is_head(names, *long, form.words.len());
        // One word off a long name is a common noun in capitals: it needs the article and the long name before.
        let is_tail = is_end && is_head(names, *long, names.forms[*long].words.len() - form.words.len() - 1);
        if form.words.len() > 1 || is_plain_start || is_tail || (with_article && long_first) {
            groups.join(index, *long);
        }
    }
}

/// Whether word `count` of a form is "of" or the like.
fn is_head(names: &Names, form: usize, count: usize) -> bool {
    let next = names.forms[form].words.get(count);
    next.is_some_and(|word| names.language.name_words.skipped_in_acronyms.has(word))
}

/// Whether a definite article stands before the mention or begins it.
fn has_article(names: &Names, mention: usize) -> bool {
    let article = names.language.name_words.article;
    names.word_before(mention) == article
        || names.document.normal(names.mentions[mention].tokens.start) == article
}

/// What a name of an organisation can be cut down to.
fn short_forms(names: &Names, form: usize) -> Vec<String> {
    /// Names of more words are titles of works or mistakes; cutting them would cost without gain.
    const MOST_WORDS: usize = 12;
    let words = &names.forms[form].words;
    let mut short = Vec::new();
    if names.forms[form].kind != NameKind::Organization || words.len() < 2 || words.len() > MOST_WORDS {
        return short;
    }
    let skipped = &names.language.name_words.skipped_in_acronyms;
    for start in 1..words.len() {
        if !skipped.has(&words[start - 1]) && !skipped.has(&words[start]) {
            short.push(words[start..].join(" "));
        }
    }
    if let Some(of) = words.iter().position(|word| skipped.has(word)).filter(|&of| of > 0) {
        short.push(words[..of].join(" "));
    }
    if let Some(tail) = words.iter().rposition(|word| skipped.has(word)).map(|last| &words[last + 1..]) {
        // "the Church of Tarn" may be called "Tarn", but not where that is the name of a place.
        let is_place = |&index: &usize| names.forms[index].kind == NameKind::Place;
        let key = tail.join(" ");
        if !tail.is_empty() && !names.with_key(&key).iter().any(is_place) {
            short.push(key);
        }
    }
    if names.language.name_words.generic_ends.has(&words[words.len() - 1]) {
        short.push(words[..words.len() - 1].join(" "));
    }
    short.sort();
    short.dedup();
    short
}

/// "Serb" and "Serbs".
pub(super) fn join_plurals(names: &mut Names, groups: &mut Groups) {
    for index in 0..names.forms.len() {
        let form = &names.forms[index];
        if form.kind != NameKind::Other {
            continue;
        }
        let key = form.key();
        let Some(singular) = key.strip_suffix('s') else { continue };
        for &other in names.with_key(singular) {
            if names.forms[other].kind == NameKind::Other {
                groups.join(index, other);
            }
        }
    }
}

/// Whether two kinds may be readings of one thing: never a person and something else.
fn is_compatible(left: NameKind, right: NameKind) -> bool {
    (left == NameKind::Person) == (right == NameKind::Person)
}
