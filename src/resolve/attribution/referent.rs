//! Which entity a speaker is: the one named, or the one that "he" or "she" stands for.
//!
//! A pronoun is the last person before it who can be meant: of no other gender, who speaks or is what a
//! sentence is about rather than something owned or governed. It stands for as much as an attribution needs; where
//! it finds nobody, what the passes before resolved stands.

use std::ops::Range;

use super::party::Party;
use super::scene::Scene;
use crate::lang::role::Gender;
use crate::recognize::NameKind;
use crate::resolve::ResolvedEntity;
use crate::text::Span;

/// Names further back are no antecedents.
const MOST_NAMES: usize = 24;
/// Nor are those of earlier paragraphs.
const MOST_PARAGRAPHS: usize = 3;

pub(super) struct Referents<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    /// For every entity.
    genders: Vec<Option<Gender>>,
    people: Vec<bool>,
    /// Where a pronoun is known to mean somebody, in text order, with whom.
    resolved: Vec<(Span, usize)>,
    /// Who spoke last, and where.
    last: Option<(usize, usize)>,
}

impl<'s, 'd, 't> Referents<'s, 'd, 't> {
    pub fn of(scene: &'s Scene<'d, 't>, entities: &[ResolvedEntity]) -> Self {
        let genders = entities.iter().map(|entity| gender(scene, entity)).collect();
        let people = entities.iter().map(|entity| entity.kind == NameKind::Person).collect();
        let references = |(index, entity): (usize, &ResolvedEntity)| {
            entity.references.iter().map(move |reference| (reference.span, index)).collect::<Vec<_>>()
        };
        let mut resolved: Vec<(Span, usize)> = entities.iter().enumerate().flat_map(references).collect();
        resolved.sort_unstable();
        Self { scene, genders, people, resolved, last: None }
    }

    /// The entity of a speaker; speakers are to be asked for in text order.
    pub fn speaker(&mut self, speaker: &Party) -> Option<usize> {
        let tokens = speaker.antecedent.as_ref().unwrap_or(&speaker.tokens);
        let entity = self.named(tokens).or_else(|| self.pronoun(tokens)).or_else(|| self.referred(tokens))?;
        self.last = Some((entity, self.scene.paragraph_of(tokens.start)));
        Some(entity)
    }

    /// The entity whose name the tokens are.
    pub fn named(&self, tokens: &Range<usize>) -> Option<usize> {
        let name = self.scene.name_at(tokens.start)?;
        (self.scene.place(name) == *tokens).then(|| self.scene.names[name].entity)
    }

    /// The entity that the tokens refer to without its name, by what the passes before found.
    fn referred(&self, tokens: &Range<usize>) -> Option<usize> {
        let span = self.scene.document.span(tokens.clone());
        let at = self.resolved.partition_point(|(other, _)| other.end <= span.start);
        self.resolved.get(at).filter(|(other, _)| other.overlaps(span)).map(|&(_, entity)| entity)
    }

    /// Who spoke last, unless somebody was named in a later paragraph; else who was named last.
    fn pronoun(&self, tokens: &Range<usize>) -> Option<usize> {
        let wanted = self.gender_of_pronoun(tokens)?;
        let here = self.scene.paragraph_of(tokens.start);
        let candidates = self.candidates(tokens.start, wanted);
        let free = || candidates.iter().copied().filter(|&name| self.is_free(name));
        let named = self.first_of_sentence(free());
        let newest = free().next().map(|name| self.scene.paragraph_of(self.scene.place(name).start));
        let spoke = self.last.filter(|&(entity, paragraph)| {
            self.fits(entity, wanted) && paragraph + 1 >= here && self.people[entity]
        });
        match (named, spoke) {
            (Some(named), Some((_, paragraph))) if newest.is_some_and(|newest| newest > paragraph) => {
                Some(named)
            }
            (_, Some((entity, _))) => Some(entity),
            (named, None) => named.or_else(|| Some(self.scene.names[*candidates.first()?].entity)),
        }
    }

    fn gender_of_pronoun(&self, tokens: &Range<usize>) -> Option<Gender> {
        let speech = &self.scene.language.speech;
        let word = self.scene.word(tokens.start);
        match (speech.male.has(word), speech.female.has(word)) {
            _ if tokens.len() != 1 => None,
            (true, _) => Some(Gender::Male),
            (_, true) => Some(Gender::Female),
            _ => None,
        }
    }

    fn fits(&self, entity: usize, wanted: Gender) -> bool {
        self.genders[entity].is_none_or(|gender| gender == wanted)
    }

    /// People of no other gender who were named shortly before token `at`, the last one first.
    fn candidates(&self, at: usize, wanted: Gender) -> Vec<usize> {
        let scene = self.scene;
        let here = scene.paragraph_of(at);
        let start = scene.document.tokens[at].span.start;
        let end = scene.names.partition_point(|name| name.span.end <= start);
        let is_candidate = |&name: &usize| {
            let place = scene.place(name);
            scene.is_person(name)
                && self.fits(scene.names[name].entity, wanted)
                && scene.paragraph_of(place.start) + MOST_PARAGRAPHS >= here
                && scene.quotation_at(place.start).is_none()
        };
        (end.saturating_sub(MOST_NAMES)..end).rev().filter(is_candidate).collect()
    }

    /// Of the nearest sentence with such a name the first: rather its subject than its object.
    fn first_of_sentence(&self, mut names: impl Iterator<Item = usize>) -> Option<usize> {
        let nearest = names.next()?;
        let sentence = self.scene.sentence_of(self.scene.place(nearest).start);
        let same = |&name: &usize| self.scene.sentence_of(self.scene.place(name).start) == sentence;
        let first = names.take_while(same).last().unwrap_or(nearest);
        Some(self.scene.names[first].entity)
    }

    /// Neither owned nor governed.
    fn is_free(&self, name: usize) -> bool {
        let place = self.scene.place(name);
        let start = self.scene.title_before(place.start, self.scene.floor(place.start));
        let governed = start > 0 && self.scene.is_preposition(start - 1);
        !governed && !self.scene.is_possessive(place.end)
    }
}

/// The gender that titles or the given name tell.
fn gender(scene: &Scene, entity: &ResolvedEntity) -> Option<Gender> {
    const MOST: usize = 8;
    let titles = &scene.language.titles;
    let told = entity.mentions.iter().take(MOST).find_map(|&mention| {
        let start = scene.place(mention).start;
        let before = scene.word(start.checked_sub(1)?).trim_end_matches('.');
        let first = scene.word(start).trim_end_matches('.');
        titles
            .honorifics
            .get(before)
            .copied()
            .flatten()
            .or_else(|| titles.nouns.get(before).and_then(|noun| noun.gender))
            .or_else(|| titles.honorifics.get(first).copied().flatten())
    });
    let given = || {
        let first = entity.name.split_whitespace().next()?.to_lowercase();
        scene.language.name_words.genders.get(&first).copied()
    };
    told.or_else(given)
}
