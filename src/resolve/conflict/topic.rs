//! What a figure speaks of, as far as its clause tells: the noun and its modifiers, the event, place and time.

use std::ops::Range;

use super::scene::{Scene, Spot};
use crate::lang::grammar::WordClass;
use crate::recognize::{Change, FigureKind, NameKind};

/// So far before a figure may stand the verb or noun of its event: "killed at least 42".
const EVENT_BEFORE: usize = 5;

/// So far behind what it counts: "42 people have so far been killed".
const EVENT_AFTER: usize = 6;

/// So far before a figure and behind what it counts words tell that it is another's.
const NEAR: usize = 12;

/// What a figure speaks of.
#[derive(Debug)]
pub(super) struct Topic {
    /// The figure.
    pub figure: usize,
    pub sentence: usize,
    pub subject: Subject,
    /// The words before the noun, sorted.
    modifiers: Vec<String>,
    unit: Option<String>,
    per: Option<String>,
    change: Option<Change>,
    /// Places named in the clause.
    places: Vec<usize>,
    /// The value of the date that governs it.
    when: Option<String>,
    pub said_by: Option<usize>,
    /// Words of its clause that make it a forecast, a plan, somebody's average.
    mood: Vec<String>,
}

/// The thing or event that is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// A person's age, by entity.
    Age(usize),
    /// People of an event, with the noun where it is not a word for people in general.
    Event(&'static str, Option<String>),
    /// A noun, with the dimension that is measured.
    Noun(String, Option<String>),
}

impl Topic {
    /// Of a figure that can be compared with others.
    pub fn of(scene: &Scene, spot: &Spot) -> Option<Self> {
        let figure = scene.figure(spot);
        let comparable = matches!(
            figure.mention.kind,
            FigureKind::Cardinal
                | FigureKind::Range
                | FigureKind::Money
                | FigureKind::Measure
                | FigureKind::Percent
                | FigureKind::Duration
                | FigureKind::Age
        );
        let is_level = matches!(figure.mention.change, Some(Change::To | Change::From));
        if !comparable || is_level || figure.mention.value.is_none() {
            return None;
        }
        let phrase = figure.counts.map(|counts| scene.tokens_of(counts.phrase));
        let around = Self::around(spot, phrase.as_ref());
        if around.clone().any(|at| scene.language.conflicts.apart.has(scene.document.normal(at))) {
            return None;
        }
        let when = figure.as_of.and_then(|date| scene.resolution.dates[date].value.clone());
        let mut topic = Self {
            figure: spot.figure,
            sentence: spot.sentence,
            subject: subject(scene, spot, phrase.as_ref())?,
            modifiers: phrase.map(|phrase| modifiers(scene, phrase)).unwrap_or_default(),
            unit: figure.mention.unit.clone(),
            per: figure.mention.per.clone(),
            change: figure.mention.change,
            places: scene.places_in(around.clone()),
            when,
            said_by: figure.said_by,
            mood: mood(scene, around),
        };
        if matches!(topic.subject, Subject::Age(_)) {
            topic.modifiers.clear();
        }
        Some(topic)
    }

    /// The tokens of the clause near the figure and what it counts.
    fn around(spot: &Spot, phrase: Option<&Range<usize>>) -> Range<usize> {
        let end = phrase.map_or(spot.tokens.end, |phrase| phrase.end.max(spot.tokens.end));
        let start = phrase.map_or(spot.tokens.start, |phrase| phrase.start.min(spot.tokens.start));
        spot.clause.start.max(start.saturating_sub(NEAR))..spot.clause.end.max(end).min(end + NEAR)
    }

    /// Whether both speak of the same thing, place, time and group.
    pub fn is_same(&self, other: &Self) -> bool {
        self.subject == other.subject
            && self.modifiers == other.modifiers
            && self.unit == other.unit
            && self.per == other.per
            && self.change == other.change
            && self.mood == other.mood
            && self.shares_place(other)
            && self.shares_time(other)
    }

    fn shares_place(&self, other: &Self) -> bool {
        let silent = self.places.is_empty() || other.places.is_empty();
        silent || self.places.iter().any(|place| other.places.contains(place))
    }

    /// A year or a month of one says that the other may be of another.
    fn shares_time(&self, other: &Self) -> bool {
        const DAY: usize = "2025-02-08".len();
        match (&self.when, &other.when) {
            (Some(one), Some(two)) => one == two,
            (Some(one), None) | (None, Some(one)) => one.len() >= DAY,
            (None, None) => true,
        }
    }
}

/// What is counted, where it is told well enough to be compared.
fn subject(scene: &Scene, spot: &Spot, phrase: Option<&Range<usize>>) -> Option<Subject> {
    let kind = scene.figure(spot).mention.kind;
    if kind == FigureKind::Age {
        return person_beside(scene, spot).map(Subject::Age);
    }
    let phrase = phrase?;
    let head = scene.document.normal(phrase.end - 1);
    let counts = matches!(kind, FigureKind::Cardinal | FigureKind::Range);
    if counts {
        if let Some(event) = event(scene, spot, phrase) {
            let words = &scene.language.conflicts;
            let is_general = words.people.has(head) || words.events.has(head);
            return Some(Subject::Event(event, (!is_general).then(|| stem(scene, head))));
        }
        // "40 boats" here and "12 boats" there are of the same thing only where something says so
        return None;
    }
    let dimension = (spot.tokens.end..spot.tokens.end + 2)
        .map(|at| scene.document.normal(at))
        .find(|word| scene.language.grammar.dimensions.has(word));
    Some(Subject::Noun(stem(scene, head), dimension.map(str::to_owned)))
}

/// The person whose age stands right before or behind the name.
fn person_beside(scene: &Scene, spot: &Spot) -> Option<usize> {
    /// "the 36-year-old climber Ada Pohl"
    const FARTHEST: usize = 3;
    let names = &scene.resolution.names;
    let behind = names.partition_point(|name| name.span.start < scene.figure(spot).mention.span.start);
    let person = |index: usize| names.get(index).filter(|name| name.kind == NameKind::Person);
    let distance = |name: &crate::text::Span| {
        let tokens = scene.tokens_of(*name);
        if tokens.start >= spot.tokens.end {
            tokens.start - spot.tokens.end
        } else {
            spot.tokens.start - tokens.end
        }
    };
    let before = behind.checked_sub(1).and_then(person).filter(|name| distance(&name.span) <= 1);
    let name = before.or_else(|| person(behind).filter(|name| distance(&name.span) <= FARTHEST))?;
    Some(name.entity)
}

/// The event that people of a figure went through: in the phrase, behind it, or before the figure.
fn event(scene: &Scene, spot: &Spot, phrase: &Range<usize>) -> Option<&'static str> {
    let found = |at: usize| scene.language.conflicts.events.get(scene.document.normal(at)).copied();
    let end = phrase.end.max(spot.tokens.end);
    let start = phrase.start.min(spot.tokens.start);
    let group = |at: &usize| {
        matches!(scene.class(*at), Some(WordClass::Auxiliary | WordClass::Adverb | WordClass::Relative))
            || found(*at).is_some()
    };
    let is_link = |at: &usize| scene.is_word(*at) || found(*at).is_some();
    let after = end..spot.clause.end.min(end + EVENT_AFTER).max(end);
    let before = spot.clause.start.max(start.saturating_sub(EVENT_BEFORE))..start;
    phrase
        .clone()
        .find_map(found)
        .or_else(|| after.take_while(group).find_map(found))
        .or_else(|| before.rev().take_while(is_link).find_map(found))
}

/// The content words before the head.
fn modifiers(scene: &Scene, phrase: Range<usize>) -> Vec<String> {
    let is_content = |at: &usize| scene.is_word(*at) && scene.class(*at).is_none();
    let is_event = |at: &usize| scene.language.conflicts.events.has(scene.document.normal(*at));
    let mut words: Vec<String> = (phrase.start..phrase.end - 1)
        .filter(is_content)
        .filter(|at| !is_event(at))
        .map(|at| stem(scene, scene.document.normal(at)))
        .collect();
    words.sort();
    words
}

/// Words of the clause that make the figure a forecast, a plan, an average.
fn mood(scene: &Scene, around: Range<usize>) -> Vec<String> {
    let words = around.map(|at| scene.document.normal(at));
    let mut moods: Vec<String> =
        words.filter(|word| scene.language.conflicts.moods.has(word)).map(str::to_owned).collect();
    moods.sort();
    moods.dedup();
    moods
}

/// Singular and plural as one.
pub(super) fn stem(scene: &Scene, word: &str) -> String {
    let ending = scene.language.grammar.plural_ending;
    word.strip_suffix(ending).filter(|stem| stem.len() > 2).unwrap_or(word).to_owned()
}
