//! Groups of forms become entities: kind, fullest name, aliases, mentions.

use std::collections::{HashMap, HashSet};

use super::form::Form;
use super::{Groups, Names};
use crate::recognize::NameKind;
use crate::resolve::{Resolution, ResolvedEntity, ResolvedName};

/// Writes names and entities into the resolution, entities in order of first mention.
pub(super) fn entities(names: &Names, groups: &mut Groups, resolution: &mut Resolution) {
    let mut entity_of = HashMap::new();
    for (index, mention) in names.mentions.iter().enumerate() {
        let group = groups.find(mention.form);
        let entity = *entity_of.entry(group).or_insert_with(|| {
            resolution.entities.push(ResolvedEntity {
                kind: mention.kind,
                name: String::new(),
                aliases: Vec::new(),
                roles: Vec::new(),
                mentions: Vec::new(),
            });
            resolution.entities.len() - 1
        });
        resolution.entities[entity].mentions.push(index);
        resolution.names.push(ResolvedName { span: mention.span, kind: mention.kind, entity });
    }
    for entity in &mut resolution.entities {
        entity.kind = vote(names, &entity.mentions);
        (entity.name, entity.aliases) = name(names, &entity.mentions);
        for &index in &entity.mentions {
            resolution.names[index].kind = entity.kind;
        }
    }
}

/// The kind that most mentions have; the earliest of several with equally many.
fn vote(names: &Names, mentions: &[usize]) -> NameKind {
    let votes = |kind| {
        let those = mentions.iter().filter(|&&index| names.mentions[index].kind == kind);
        those.map(|&index| names.forms[names.mentions[index].form].words.len()).sum::<usize>()
    };
    let mut best = names.mentions[mentions[0]].kind;
    for kind in NameKind::ALL {
        if votes(kind) > votes(best) {
            best = kind;
        }
    }
    best
}

/// The fullest name, and the others in order of appearance.
fn name(names: &Names, mentions: &[usize]) -> (String, Vec<String>) {
    let mut best = mentions[0];
    for &index in &mentions[1..] {
        if fullness(names, index) > fullness(names, best) {
            best = index;
        }
    }
    let name = written(names, best);
    let mut seen = HashSet::from([name.to_lowercase()]);
    let mut aliases = Vec::new();
    for &index in mentions {
        let alias = written(names, index);
        if seen.insert(alias.to_lowercase()) {
            aliases.push(alias);
        }
    }
    (name, aliases)
}

/// More words first, then not in capitals, then the form used most.
fn fullness(names: &Names, mention: usize) -> (usize, bool, usize) {
    let form: &Form = &names.forms[names.mentions[mention].form];
    let text = names.mentions[mention].span.of(names.document.text);
    (form.words.len(), text.contains(char::is_lowercase), form.mentions.len())
}

/// The name as it stands in the text, on one line.
fn written(names: &Names, mention: usize) -> String {
    let text = names.mentions[mention].span.of(names.document.text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
