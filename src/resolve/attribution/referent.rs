//! Which entity a speaker is: the one named, or the one that "he" or "she" stands for.
//!
//! A pronoun is the last person before it who can be meant: of no other gender, who speaks or is what a
//! sentence is about rather than something owned or governed. It stands for as much as an attribution needs.

use std::ops::Range;

use super::party::Party;
use super::scene::Scene;
use crate::lang::role::Gender;
use crate::resolve::ResolvedEntity;

/// Names further back are no antecedents.
const MOST_NAMES: usize = 24;
/// Nor are those of earlier paragraphs.
const MOST_PARAGRAPHS: usize = 3;

pub(super) struct Referents<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    /// For every entity.
    genders: Vec<Option<Gender>>,
    /// Who spoke last, and where.
    last: Option<(usize, usize)>,
}

impl<'s, 'd, 't> Referents<'s, 'd, 't> {
    pub fn of(scene: &'s Scene<'d, 't>, entities: &[ResolvedEntity]) -> Self {
        let genders = entities.iter().map(|entity| gender(scene, entity)).collect();
        Self { scene, genders, last: None }
    }

    /// The entity of a speaker; speakers are to be asked for in text order.
    pub fn speaker(&mut self, speaker: &Party) -> Option<usize> {
        let tokens = speaker.antecedent.as_ref().unwrap_or(&speaker.tokens);
        let entity = self.named(tokens).or_else(|| self.pronoun(tokens))?;
        self.last = Some((entity, self.scene.paragraph_of(tokens.start)));
        Some(entity)
    }

    /// The entity whose name the tokens are.
    pub fn named(&self, tokens: &Range<usize>) -> Option<usize> {
        let name = self.scene.name_at(tokens.start)?;
        (self.scene.place(name) == *tokens).then(|| self.scene.names[name].entity)
    }

    fn pronoun(&self, tokens: &Range<usize>) -> Option<usize> {
        let speech = &self.scene.language.speech;
        let word = self.scene.word(tokens.start);
        let wanted = match (speech.male.has(word), speech.female.has(word)) {
            (true, _) => Gender::Male,
            (_, true) => Gender::Female,
            _ => return None,
        };
        if tokens.len() != 1 {
            return None;
        }
        let fits = |entity: usize| self.genders[entity].is_none_or(|gender| gender == wanted);
        let here = self.scene.paragraph_of(tokens.start);
        let near = |at: usize| self.scene.paragraph_of(at) + MOST_PARAGRAPHS >= here;
        let end = self
            .scene
            .names
            .partition_point(|name| name.span.end <= self.scene.document.tokens[tokens.start].span.start);
        let before = || {
            (end.saturating_sub(MOST_NAMES)..end).rev().filter(|&name| {
                let place = self.scene.place(name);
                self.scene.is_person(name)
                    && fits(self.scene.names[name].entity)
                    && near(place.start)
                    && self.scene.quotation_at(place.start).is_none()
            })
        };
        let free = self.first_of_sentence(before().filter(|&name| self.is_free(name)));
        let spoke = self
            .last
            .filter(|&(entity, paragraph)| fits(entity) && paragraph + 1 >= here && self.is_person(entity));
        let newer = before().find(|&name| self.is_free(name)).map(|name| self.scene.place(name).start);
        match (free, spoke) {
            // Somebody else was named in this very paragraph since.
            (Some(free), Some((_, paragraph)))
                if newer.is_some_and(|at| self.scene.paragraph_of(at) > paragraph) =>
            {
                Some(free)
            }
            (_, Some((entity, _))) => Some(entity),
            (free, None) => free.or_else(|| before().next().map(|name| self.scene.names[name].entity)),
        }
    }

    /// Of the nearest sentence with such a name the first: rather its subject than its object.
    fn first_of_sentence(&self, mut names: impl Iterator<Item = usize>) -> Option<usize> {
        let nearest = names.next()?;
        let sentence = self.scene.sentence_of(self.scene.place(nearest).start);
        let same = |&name: &usize| self.scene.sentence_of(self.scene.place(name).start) == sentence;
        let first = names.take_while(same).last().unwrap_or(nearest);
        Some(self.scene.names[first].entity)
    }

    fn is_person(&self, entity: usize) -> bool {
        self.scene
            .names
            .iter()
            .find(|name| name.entity == entity)
            .is_some_and(|name| name.kind == crate::recognize::NameKind::Person)
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
