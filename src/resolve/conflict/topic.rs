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
    /// Who and what is named in the clause, speakers apart.
    names: Vec<usize>,
    /// The value of the date that governs it.
    when: Option<String>,
    pub said_by: Option<usize>,
    /// Words of its clause that make it a forecast, a plan, somebody's average.
    mood: Vec<&'static str>,
    /// Whether "the" or an owner says that it is a thing told of before.
    is_definite: bool,
    /// Whether it stands in the headline, which names the place in other words.
    is_headline: bool,
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
    /// The same verb before and the same words behind: "survived ... in the open".
    Wording(Vec<String>),
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
        // "Of the 1,378 arrested, 1,098 were charged"
        let of_whole = scene.document.normal(spot.clause.start) == scene.language.grammar.of;
        if !comparable || is_level || of_whole || figure.mention.value.is_none() {
            return None;
        }
        let phrase = figure.counts.map(|counts| scene.document.tokens_of(counts.phrase));
        let around = Self::around(spot, phrase.as_ref());
        let is_definite = phrase.as_ref().is_some_and(|phrase| is_definite(scene, spot, phrase));
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
            names: scene.names_in(scene.within_statement(figure, around.clone())),
            when,
            said_by: figure.said_by,
            mood: mood(scene, spot, around),
            is_definite,
            is_headline: scene.is_headline(spot.sentence),
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

    /// Whether the `other`, which stands behind, speaks of the same thing, place, time and group.
    pub fn is_same(&self, other: &Self) -> bool {
        self.subject == other.subject
            && self.modifiers == other.modifiers
            && self.unit == other.unit
            && self.per == other.per
            && self.change == other.change
            && self.mood == other.mood
            && self.shares_name(other)
            && self.shares_time(other)
            && (other.is_definite || !matches!(self.subject, Subject::Noun(..)))
    }

    fn shares_name(&self, other: &Self) -> bool {
        let silent = self.names.is_empty() || other.names.is_empty();
        silent
            || self.is_headline
            || other.is_headline
            || self.names.iter().any(|name| other.names.contains(name))
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
    let Some(phrase) = phrase else { return wording(scene, spot, spot.tokens.end) };
    let head = scene.document.normal(phrase.end - 1);
    let counts = matches!(kind, FigureKind::Cardinal | FigureKind::Range);
    if counts {
        if let Some(event) = event(scene, spot, phrase) {
            let words = &scene.language.conflicts;
            let is_general = words.people.has(head) || words.events.has(head);
            return Some(Subject::Event(event, (!is_general).then(|| stem(scene, head))));
        }
        // "40 boats" here and "12 boats" there are of the same thing only where something says so
        return wording(scene, spot, phrase.end.max(spot.tokens.end));
    }
    let is_part =
        kind == FigureKind::Percent && scene.document.normal(spot.tokens.end) == scene.language.grammar.of;
    if is_part {
        return None; // "32 % of respondents" did one thing, and 35 % another
    }
    let dimension = (spot.tokens.end..spot.tokens.end + 2)
        .map(|at| scene.document.normal(at))
        .find(|word| scene.language.grammar.dimensions.has(word));
    Some(Subject::Noun(stem(scene, head), dimension.map(str::to_owned)))
}

/// Whether the noun has the definite article or an owner: "the pool", "the pool's price", not "a $3 study".
fn is_definite(scene: &Scene, spot: &Spot, phrase: &Range<usize>) -> bool {
    let first = phrase.start.min(spot.tokens.start).max(spot.clause.start);
    let before = first.checked_sub(1).filter(|&at| at >= spot.clause.start);
    let tells = |at: usize| {
        scene.class(at) == Some(WordClass::Possessive)
            || scene.language.conflicts.definite.has(scene.document.normal(at))
    };
    let at_phrase = phrase.start.checked_sub(1).filter(|&at| at >= spot.clause.start);
    [before, at_phrase].into_iter().flatten().any(tells) || phrase.clone().any(tells)
}

/// The word before a figure, and the words from token `end` on.
fn wording(scene: &Scene, spot: &Spot, end: usize) -> Option<Subject> {
    /// So many words behind a figure tell that two are told in the same words.
    const BEHIND: usize = 3;
    let before = spot.tokens.start.checked_sub(1).filter(|&at| at >= spot.clause.start)?;
    let behind = end..(end + BEHIND).min(spot.clause.end).max(end);
    let is_content = |at: usize| scene.is_word(at) && scene.class(at).is_none();
    let is_verb = is_content(before) || scene.class(before) == Some(WordClass::Verb);
    let tells = is_verb && behind.clone().any(is_content);
    let all_words = behind.len() == BEHIND && behind.clone().all(|at| scene.is_word(at));
    let words = [before].into_iter().chain(behind).map(|at| scene.document.normal(at).to_owned());
    (tells && all_words).then(|| Subject::Wording(words.collect()))
}

/// The person whose age stands right before or behind the name.
fn person_beside(scene: &Scene, spot: &Spot) -> Option<usize> {
    /// "the 36-year-old climber Ada Pohl"
    const FARTHEST: usize = 3;
    let names = &scene.resolution.names;
    let behind = names.partition_point(|name| name.span.start < scene.figure(spot).mention.span.start);
    let person = |index: usize| names.get(index).filter(|name| name.kind == NameKind::Person);
    let distance = |name: &crate::text::Span| {
        let tokens = scene.document.tokens_of(*name);
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
    let is_plain = |at: &usize| scene.language.conflicts.plain_modifiers.has(scene.document.normal(*at));
    let is_event = |at: &usize| scene.language.conflicts.events.has(scene.document.normal(*at));
    let mut words: Vec<String> = (phrase.start..phrase.end - 1)
        .filter(is_content)
        .filter(|at| !is_event(at) && !is_plain(at))
        .map(|at| stem(scene, scene.document.normal(at)))
        .collect();
    words.sort();
    words
}

/// Words of the clause that make the figure a forecast or a plan: before it, and behind what is counted, of which
/// they say what it will do; not behind an amount, "at a length of 20 km it **will** let trains through".
fn mood(scene: &Scene, spot: &Spot, around: Range<usize>) -> Vec<&'static str> {
    let counts = matches!(scene.figure(spot).mention.kind, FigureKind::Cardinal | FigureKind::Range);
    let end = if counts { around.end } else { spot.tokens.end };
    let moods = &scene.language.conflicts.moods;
    let words = (around.start..end).map(|at| scene.document.normal(at));
    let mut moods: Vec<&str> = words.filter_map(|word| moods.get(word).copied()).collect();
    moods.sort_unstable();
    moods.dedup();
    moods
}

/// Singular and plural as one.
pub(super) fn stem(scene: &Scene, word: &str) -> String {
    let ending = scene.language.grammar.plural_ending;
    word.strip_suffix(ending).filter(|stem| stem.len() > 2).unwrap_or(word).to_owned()
}
