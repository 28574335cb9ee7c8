//! The gender of the people of an article, as far as its words tell it.
//!
//! "**Mrs** Tarn", "**actress** Lea Tarn", "Lea Tarn, the **mother** of", "his **wife** Lea", and last the given
//! name. Where they say nothing it stays open, and the first sure pronoun settles it. A title is believed
//! before a name: "Sir Kim Darroch".

use super::super::Resolution;
use super::scene::{Mention, Scene};
use crate::lang::grammar::WordClass;
use crate::lang::role::Gender;

/// What tells a gender, the surest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    OnlyName,
    GivenName,
    Role,
    Title,
}

/// The gender of every entity; `None` where nothing tells it.
pub fn genders(scene: &Scene, resolution: &Resolution) -> Vec<Option<Gender>> {
    let mut known: Vec<Option<(Source, Gender)>> = vec![None; resolution.entities.len()];
    let mut note = |entity: usize, source: Source, gender: Option<Gender>| {
        let Some(gender) = gender else { return };
        if known[entity].is_none_or(|(other, _)| source > other) {
            known[entity] = Some((source, gender));
        }
    };
    for person in &scene.people {
        note(person.entity, Source::Title, titled(scene, person));
        let source = if person.tokens.len() > 1 { Source::GivenName } else { Source::OnlyName };
        note(person.entity, source, given(scene, person));
    }
    for (entity, resolved) in resolution.entities.iter().enumerate() {
        for role in &resolved.roles {
            let tokens = scene.document.tokens_of(*role);
            note(entity, Source::Role, said_by_role(scene, tokens.start, tokens.end));
        }
    }
    known.into_iter().map(|known| known.map(|(_, gender)| gender)).collect()
}

/// What the title before a name, or at its start, tells.
fn titled(scene: &Scene, person: &Mention) -> Option<Gender> {
    let start = person.tokens.start;
    let honorific = |at: usize| {
        let word = scene.document.normal(at).trim_end_matches('.');
        scene.language.titles.honorifics.get(word).copied().flatten()
    };
    let before =
        start.checked_sub(1).filter(|&before| scene.places[before].sentence == scene.places[start].sentence);
    before.and_then(|before| noun(scene, before).or_else(|| honorific(before))).or_else(|| honorific(start))
}

/// What the first noun of a role tells: "mother of two sons".
fn said_by_role(scene: &Scene, start: usize, end: usize) -> Option<Gender> {
    (start..end)
        .take_while(|&at| scene.class(at) != Some(WordClass::Preposition))
        .filter(|&at| scene.document.normal(at + 1) != "'s")
        .find_map(|at| noun(scene, at))
}

fn noun(scene: &Scene, at: usize) -> Option<Gender> {
    let word = scene.document.normal(at).trim_end_matches('.');
    scene.language.titles.nouns.get(word).and_then(|noun| noun.gender)
}

/// What the given name tells.
fn given(scene: &Scene, person: &Mention) -> Option<Gender> {
    let words = &scene.language.name_words;
    let given = scene.document.normal(person.tokens.start);
    let long = words.short_given.get(given).copied();
    words.genders.get(given).or_else(|| long.and_then(|long| words.genders.get(long))).copied()
}
