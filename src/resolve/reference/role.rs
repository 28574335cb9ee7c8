//! References by role: "the mayor", "the Russian leader", "the ministry".
//!
//! "Ada Moss, the **mayor** of Lund, spoke. **The mayor** said": only one to whom the article has given that role,
//! by title, apposition or within its own name, is meant, and only where no other bearer of it and no unnamed
//! one ("**a** mayor") stands between. Every modifier must be found in a role of the bearer. "The mayor of Oslo",
//! "the mayor Ada Moss" and plurals are no references; who no longer holds a role is not meant by it.

use std::collections::HashMap;
use std::ops::Range;

use super::super::Resolution;
use super::scene::Scene;
use super::{ReferenceForm, ReferenceRule, ResolvedReference};
use crate::lang::grammar::WordClass;
use crate::lang::role::Bearer;
use crate::recognize::NameKind;

/// Words between the article and the noun.
const MOST_MODIFIERS: usize = 3;
/// A noun that so many bear refers to none of them.
const MOST_BEARERS: usize = 24;
/// "Russian" and "Russia": words that share so many letters at the start are related.
const STEM: usize = 4;

/// Whom each reference by role means, in text order.
pub fn resolve(scene: &Scene, resolution: &Resolution) -> Vec<(usize, ResolvedReference)> {
    let mut walk = Walk::new(scene, resolution);
    let mut found = Vec::new();
    let mut name = 0;
    for at in 0..scene.document.tokens.len() {
        while resolution
            .names
            .get(name)
            .is_some_and(|name| name.span.end <= scene.document.tokens[at].span.start)
        {
            walk.latest[resolution.names[name].entity] = at;
            name += 1;
        }
        let article = scene.document.normal(at);
        let indefinite = scene.language.grammar.indefinite.has(article);
        if (!indefinite && article != scene.language.name_words.article) || walk.is_role[at] {
            continue;
        }
        let Some(noun) = walk.noun_after(at + 1) else { continue };
        let word = scene.document.normal(noun);
        if indefinite {
            walk.unnamed.insert(word, at);
        } else if let Some((entity, rule)) = walk.bearer(at + 1..noun, noun) {
            walk.latest[entity] = at;
            let span = scene.document.span(at + 1..noun + 1);
            found.push((entity, ResolvedReference { span, form: ReferenceForm::Role, rule }));
        }
    }
    found
}

/// Somebody who bears a noun from a token on.
struct Bearing {
    entity: usize,
    since: usize,
}

struct Walk<'w, 's, 't> {
    scene: &'w Scene<'s, 't>,
    /// Whether a token stands in the words of a role.
    is_role: Vec<bool>,
    /// By noun, in text order of the roles.
    bearings: HashMap<&'w str, Vec<Bearing>>,
    /// By entity: the words of its roles.
    words: Vec<Vec<Range<usize>>>,
    /// By entity: where it was mentioned last.
    latest: Vec<usize>,
    /// By noun: where somebody unnamed was called so last.
    unnamed: HashMap<&'w str, usize>,
}

impl<'w, 's, 't> Walk<'w, 's, 't> {
    fn new(scene: &'w Scene<'s, 't>, resolution: &Resolution) -> Self {
        let count = resolution.entities.len();
        let mut walk = Self {
            scene,
            is_role: vec![false; scene.document.tokens.len()],
            bearings: HashMap::new(),
            words: vec![Vec::new(); count],
            latest: vec![0; count],
            unnamed: HashMap::new(),
        };
        for (entity, resolved) in resolution.entities.iter().enumerate() {
            for role in &resolved.roles {
                walk.give(entity, scene.document.tokens_of(*role));
            }
        }
        for name in &resolution.names {
            // "The city" and "the river" are too common to mean one that has the word in its name.
            if name.kind != NameKind::Organization {
                continue;
            }
            walk.give_by_name(name.entity, scene.document.tokens_of(name.span));
        }
        walk.bearings.values_mut().for_each(|bearings| bearings.sort_by_key(|bearing| bearing.since));
        walk
    }

    /// The nouns of a role: those no preposition has put below another.
    fn give(&mut self, entity: usize, role: Range<usize>) {
        self.is_role[role.clone()].fill(true);
        self.words[entity].push(role.clone());
        let is_past = role
            .clone()
            .any(|at| self.scene.language.references.past_roles.has(self.scene.document.normal(at)));
        if is_past {
            return;
        }
        let mut is_below = false;
        for at in role.clone() {
            match self.scene.class(at) {
                Some(WordClass::Preposition) => is_below = true,
                Some(WordClass::Conjunction) => is_below = false,
                _ => {}
            }
            let is_head = self.role_noun(at).is_some()
                && !(at + 1 < role.end && self.role_noun(at + 1).is_some())
                && self.scene.document.normal(at + 1) != "'s";
            if is_head && !is_below {
                self.bear(entity, at, role.end);
            }
        }
    }

    /// The noun in a name that says what it names: "**Ministry** of Health", "Acme **Bank**".
    fn give_by_name(&mut self, entity: usize, name: Range<usize>) {
        if name.len() < 2 {
            return;
        }
        let preposition = name.clone().find(|&at| self.scene.class(at) == Some(WordClass::Preposition));
        let head = preposition.unwrap_or(name.end).saturating_sub(1);
        if head >= name.start
            && preposition != Some(name.start)
            && self.role_noun(head) == Some(Bearer::Organization)
        {
            self.words[entity].push(name.clone());
            self.bear(entity, head, name.end);
        }
    }

    fn bear(&mut self, entity: usize, noun: usize, since: usize) {
        let word = self.scene.document.normal(noun);
        let bearings = self.bearings.entry(word).or_default();
        if bearings.len() <= MOST_BEARERS
            && !bearings.iter().any(|known| known.entity == entity && known.since <= since)
        {
            bearings.push(Bearing { entity, since });
        }
    }

    fn role_noun(&self, at: usize) -> Option<Bearer> {
        self.scene.language.titles.nouns.get(self.scene.document.normal(at)).map(|noun| noun.bearer)
    }

    /// The noun of the phrase that begins at `start`, if it can stand for somebody.
    fn noun_after(&self, start: usize) -> Option<usize> {
        let document = self.scene.document;
        let is_plain = |at: usize| self.scene.is_word(at) && self.scene.class(at).is_none();
        for at in start..(start + MOST_MODIFIERS + 1).min(document.tokens.len()) {
            if !is_plain(at) {
                return None;
            }
            let is_head = self.role_noun(at).is_some() && !self.scene.is_name(at);
            let is_lower = document.word(at).starts_with(char::is_lowercase);
            if !is_head || (self.role_noun(at + 1).is_some() && !self.scene.is_name(at + 1)) {
                continue;
            }
            let next = at + 1;
            let ends_text = next >= document.tokens.len();
            let mark =
                !ends_text && !self.scene.is_word(next) && !matches!(document.word(next), "-" | "‐" | "/");
            let closed = self.closes(next);
            let below = document.normal(next) == self.scene.language.grammar.of;
            let verb = !ends_text && self.scene.is_verb(next);
            let own = self.scene.is_name(next);
            return ((ends_text || mark || closed || verb) && is_lower && !below && !own).then_some(at);
        }
        None
    }

    /// Whether the word at `at` ends the phrase before it and adds nothing to it, as "who lost" would.
    fn closes(&self, at: usize) -> bool {
        let adds = |class| matches!(class, WordClass::Determiner | WordClass::Relative);
        self.scene.class(at).is_some_and(|class| !adds(class))
    }

    /// The only one whom the phrase can mean.
    fn bearer(&self, modifiers: Range<usize>, noun: usize) -> Option<(usize, ReferenceRule)> {
        let word = self.scene.document.normal(noun);
        let same = [word];
        if let Some(entity) = self.only(&same, modifiers.clone(), noun) {
            return Some((entity, ReferenceRule::SameRole));
        }
        if self.bearings.contains_key(word) {
            return None;
        }
        let narrower = self.scene.language.references.wider_nouns.get(word)?;
        Some((self.only(narrower, modifiers, noun)?, ReferenceRule::WiderRole))
    }

    fn only(&self, nouns: &[&str], modifiers: Range<usize>, at: usize) -> Option<usize> {
        let mut only = None;
        let word = self.scene.document.normal(at);
        for noun in nouns {
            let bearings = self.bearings.get(noun).map_or(&[][..], Vec::as_slice);
            if bearings.len() > MOST_BEARERS {
                return None;
            }
            for bearing in bearings.iter().take_while(|bearing| bearing.since <= at) {
                if !modifiers.clone().all(|modifier| self.is_said_of(bearing.entity, modifier)) {
                    continue;
                }
                if only.replace(bearing.entity).is_some_and(|other| other != bearing.entity) {
                    return None;
                }
            }
        }
        let unnamed = nouns.iter().chain([&word]).filter_map(|noun| self.unnamed.get(noun)).max().copied();
        only.filter(|&entity| unnamed.is_none_or(|unnamed| unnamed < self.latest[entity]))
    }

    /// Whether a role of the entity has the modifier, or a word of its stem.
    fn is_said_of(&self, entity: usize, modifier: usize) -> bool {
        let document = self.scene.document;
        let word = document.normal(modifier);
        let related = |other: &str| {
            word == other
                || (self.scene.is_name(modifier)
                    && word.chars().zip(other.chars()).take_while(|(left, right)| left == right).count()
                        >= STEM)
        };
        let roles = self.words[entity].iter().rev().take(MOST_BEARERS);
        roles.flat_map(|role| role.clone()).any(|at| related(document.normal(at)))
    }
}
