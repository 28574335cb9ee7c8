//! As of when a figure holds: "In **December** 40 had died", "sales of $3 in **2019** and $5 in **2020**".
//!
//! A date governs the figures of its clause: the one right before it, else those behind it, else all before it;
//! and a date that opens the sentence governs what no other does. A date does not reach into another statement,
//! except one that opens the sentence, and that of the report for what is reported. None leaves its sentence.
//!
//! Where the calendar says nothing, an event may (`event`): "40 deaths since the **beginning of the war**".
//!
//! It does not read what a date is compared with ("3 % more than in **May**"), dates inside a noun phrase
//! ("the **2014** election"), nor times of day and sets.

use std::ops::Range;

use super::{Resolution, attribution, event};
use crate::lang::Language;
use crate::lang::grammar::WordClass;
use crate::recognize::{Change, DateKind, DateMention, FigureRole};
use crate::text::{Document, Span, TokenKind};

/// So far into a sentence stands what opens it: "But by late December".
const MOST_OPENERS: usize = 3;

/// "FRANKFURT, May 6 (Reuters) -": so far from the head and the dash stands the date of a dateline.
const LONGEST_DATELINE: usize = 5;

/// Adds the date of each figure, where its sentence says so.
pub(super) fn attach(document: &Document, language: &Language, resolution: &mut Resolution) {
    let scene = Scene { document, language };
    let found = scene.governed(resolution, &Scopes::of(resolution));
    for (figure, date) in resolution.figures.iter_mut().zip(found) {
        figure.as_of = date;
    }
    let events = event::find(document, language, resolution);
    if !events.is_empty() {
        attach_events(&scene, events, resolution);
    }
}

/// Dates by events the figures that no date of the calendar governs, which tells more; an event that governs no
/// figure is no date of the text.
fn attach_events(scene: &Scene, events: Vec<DateMention>, resolution: &mut Resolution) {
    let is_event = insert(events, resolution);
    let found = scene.governed(resolution, &Scopes::of(resolution));
    let reaches = |figure: Span, date: usize| {
        let event = resolution.dates[date].span;
        is_event[date] && (figure.end <= event.start || scene.is_opening(event))
    };
    for (figure, date) in resolution.figures.iter_mut().zip(found) {
        figure.as_of = figure.as_of.or(date.filter(|&date| reaches(figure.mention.span, date)));
    }
    let mut stays: Vec<bool> = is_event.iter().map(|is_event| !is_event).collect();
    for date in resolution.figures.iter().filter_map(|figure| figure.as_of) {
        stays[date] = true;
    }
    keep(&stays, resolution);
}

/// Puts the events among the dates, in text order; tells of each date whether it is one.
fn insert(events: Vec<DateMention>, resolution: &mut Resolution) -> Vec<bool> {
    let dates = std::mem::take(&mut resolution.dates).into_iter().enumerate();
    let mut all: Vec<(DateMention, Option<usize>)> = dates.map(|(index, date)| (date, Some(index))).collect();
    all.extend(events.into_iter().map(|event| (event, None)));
    all.sort_by_key(|(date, _)| date.span);
    let mut moved = vec![0; all.len()];
    for (index, (_, before)) in all.iter().enumerate() {
        if let Some(before) = before {
            moved[*before] = index;
        }
    }
    move_dates(&moved, resolution);
    let is_event = all.iter().map(|(_, before)| before.is_none()).collect();
    resolution.dates = all.into_iter().map(|(date, _)| date).collect();
    is_event
}

/// Leaves out the other dates.
fn keep(stays: &[bool], resolution: &mut Resolution) {
    let kept = |&stays: &bool| usize::from(stays);
    let moved: Vec<usize> =
        stays.iter().map(kept).scan(0, |next, kept| Some(std::mem::replace(next, *next + kept))).collect();
    move_dates(&moved, resolution);
    let mut stays = stays.iter();
    resolution.dates.retain(|_| stays.next() == Some(&true));
}

/// Follows the dates to their new places.
fn move_dates(moved: &[usize], resolution: &mut Resolution) {
    for date in resolution.figures.iter_mut().filter_map(|figure| figure.as_of.as_mut()) {
        *date = moved[*date];
    }
}

/// Whose statement each figure and each date belongs to.
struct Scopes {
    figures: Vec<Option<usize>>,
    dates: Vec<Option<usize>>,
}

impl Scopes {
    fn of(resolution: &Resolution) -> Self {
        let dates = resolution.dates.iter().map(|date| date.span);
        Self {
            figures: resolution.figures.iter().map(|figure| figure.said_by).collect(),
            dates: attribution::innermost(&resolution.attributions, dates),
        }
    }
}

/// What matters of a sentence, in text order.
#[derive(Clone, Copy)]
enum Piece {
    /// A figure, by its index, and whether it is the level that something came from.
    Figure(usize, bool),
    /// A date, by its index.
    Date(usize),
    /// The end of a clause.
    Break,
    /// The end of what a date at the head of the sentence governs.
    Stop,
}

struct Scene<'d, 't> {
    document: &'d Document<'t>,
    language: &'d Language,
}

impl Scene<'_, '_> {
    /// The date of every figure.
    fn governed(&self, resolution: &Resolution, scopes: &Scopes) -> Vec<Option<usize>> {
        let mut found = vec![None; resolution.figures.len()];
        let (mut figure, mut date) = (0, 0);
        for sentence in &self.document.sentences {
            let span = self.document.span(sentence.tokens.clone());
            let figures = take(&mut figure, &resolution.figures, |figure| figure.mention.span, span);
            let dates = take(&mut date, &resolution.dates, |date| date.span, span);
            if figures.is_empty() || dates.is_empty() {
                continue;
            }
            let pieces = self.pieces(resolution, sentence.tokens.clone(), (figures, dates.clone()));
            let opening = dates.clone().next().filter(|&date| self.opens(resolution, date, &sentence.tokens));
            let mut clause = Clause { scopes, opening, found: &mut found };
            for part in pieces.split(|piece| matches!(piece, Piece::Stop)) {
                part.split(|piece| matches!(piece, Piece::Break)).for_each(|pieces| clause.date(pieces));
                clause.opening = None;
            }
            clause.date_by_report(&pieces);
        }
        found
    }

    /// Figures, usable dates and ends of clauses of one sentence.
    fn pieces(
        &self,
        resolution: &Resolution,
        sentence: Range<usize>,
        (mut figures, mut dates): (Range<usize>, Range<usize>),
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            let start = self.document.tokens[at].span.start;
            if let Some(index) = starts(&mut figures, start, |index| resolution.figures[index].mention.span) {
                let figure = &resolution.figures[index].mention;
                if figure.role == FigureRole::Claim {
                    pieces.push(Piece::Figure(index, figure.change == Some(Change::From)));
                }
                at = self.document.tokens_of(figure.span).end.max(at);
                continue;
            }
            if let Some(index) = starts(&mut dates, start, |index| resolution.dates[index].span) {
                let span = resolution.dates[index].span;
                let end = self.document.tokens_of(span).end.max(at);
                if self.begins_clause(at, sentence.start) {
                    pieces.push(Piece::Break);
                }
                let says_when = self.is_adverbial(at..end) && !self.is_dateline(at..end, &sentence);
                if says_when && is_time(resolution.dates[index].kind) {
                    pieces.push(Piece::Date(index));
                }
                at = end;
                continue;
            }
            if self.document.word(at) == ";" {
                pieces.push(Piece::Stop);
            } else if self.breaks(at, &sentence) {
                pieces.push(Piece::Break);
            }
            at += 1;
        }
        pieces
    }

    /// Whether a clause ends at token `at`.
    fn breaks(&self, at: usize, sentence: &Range<usize>) -> bool {
        let word = self.document.word(at);
        if matches!(word, ":" | "—") || (word == "–" && !self.document.is_glued(at)) {
            return true;
        }
        if at == sentence.start {
            return false;
        }
        match self.language.grammar.class(self.document.normal(at)) {
            // "..., and": two clauses; "12 and 30": one
            Some(WordClass::Conjunction) => self.document.word(at - 1) == ",",
            Some(WordClass::Relative) => !self.language.figures.time_relatives.has(self.document.normal(at)),
            // "now 31 per cent, **must** come down to 20 by 2030"
            _ => self.language.conflicts.moods.has(self.document.normal(at)),
        }
    }

    /// "40 in 2019 **and in** 2020 50": a joined date opens what follows it.
    fn begins_clause(&self, date: usize, start: usize) -> bool {
        let joined = |at: usize| {
            self.language.grammar.class(self.document.normal(at)) == Some(WordClass::Conjunction)
                || self.document.word(at) == ","
        };
        let leads = |at: usize| self.class(at) == Some(WordClass::Preposition);
        date >= start + 2 && leads(date - 1) && joined(date - 2)
    }

    /// Whether the date says when, and neither whose something is nor which one.
    fn is_adverbial(&self, date: Range<usize>) -> bool {
        let owner = matches!(self.document.normal(date.end), "'s" | "'" | "’");
        let before = date.start.checked_sub(1);
        let determined = before
            .is_some_and(|at| matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive)));
        let noun = self.document.kind(date.end) == Some(TokenKind::Word)
            && self.class(date.end).is_none()
            && !self.language.grammar.level_verbs.has(self.document.normal(date.end));
        let describes = owner || (determined && noun);
        !describes && !self.is_compared(date.start)
    }

    /// "more than in **May**", "down from a **year earlier**", "compared with **2019**".
    fn is_compared(&self, date: usize) -> bool {
        /// "than in the"
        const REACH: usize = 3;
        let linking = |at: &usize| {
            matches!(self.class(*at), Some(WordClass::Preposition | WordClass::Determiner))
                || self.language.figures.comparers.has(self.document.normal(*at))
        };
        let near = (1..=REACH).map_while(|back| date.checked_sub(back));
        near.take_while(linking).any(|at| self.language.figures.bases.has(self.document.normal(at)))
    }

    /// "FRANKFURT, **May 6** (Reuters) -": when the report was filed.
    fn is_dateline(&self, date: Range<usize>, sentence: &Range<usize>) -> bool {
        let near = date.start < sentence.start + LONGEST_DATELINE;
        let mut behind = date.end..sentence.end.min(date.end + LONGEST_DATELINE);
        near && behind.any(|at| matches!(self.document.word(at), "-" | "–" | "—" | "--"))
    }

    /// Whether the date stands at the head of the sentence.
    fn opens(&self, resolution: &Resolution, date: usize, sentence: &Range<usize>) -> bool {
        let Range { start: at, end } = self.document.tokens_of(resolution.dates[date].span);
        at < sentence.start + MOST_OPENERS
            && is_time(resolution.dates[date].kind)
            && self.is_adverbial(at..end)
            && (self.document.normal(end) == "," || self.is_led(at, sentence.start))
    }

    /// Whether an event is what the sentence opens with: "Since the war began"; in its middle it governs nothing
    /// behind it.
    fn is_opening(&self, event: Span) -> bool {
        let at = self.document.tokens_of(event).start;
        let sentences = &self.document.sentences;
        let sentence = sentences.get(sentences.partition_point(|sentence| sentence.tokens.end <= at));
        sentence.is_some_and(|sentence| at < sentence.tokens.start + MOST_OPENERS)
    }

    /// "In December": a preposition leads to it.
    fn is_led(&self, at: usize, start: usize) -> bool {
        (start..at).any(|at| self.class(at) == Some(WordClass::Preposition))
    }

    fn class(&self, at: usize) -> Option<WordClass> {
        self.language.grammar.class(self.document.normal(at))
    }
}

fn is_time(kind: DateKind) -> bool {
    matches!(kind, DateKind::Date | DateKind::Datetime | DateKind::Range)
}

/// The dates of the figures of one clause.
struct Clause<'c> {
    scopes: &'c Scopes,
    /// The date that opens the sentence.
    opening: Option<usize>,
    found: &'c mut [Option<usize>],
}

impl Clause<'_> {
    fn date(&mut self, pieces: &[Piece]) {
        self.date_backwards(pieces);
        self.date_forwards(pieces);
    }

    /// From the end: the date right after a figure, else the next one after other figures.
    fn date_backwards(&mut self, pieces: &[Piece]) {
        let lead = match pieces {
            [Piece::Date(date), ..] => Some(*date),
            _ => None,
        };
        let mut near: Option<usize> = None;
        let mut far: Option<usize> = None;
        for piece in pieces.iter().rev() {
            match *piece {
                Piece::Date(date) => near = Some(date),
                Piece::Figure(figure, is_source) => {
                    let fits = |date: &usize| self.shares(figure, *date);
                    self.found[figure] = near.filter(fits).or(far.filter(fits).filter(|_| lead.is_none()));
                    if near.is_some() {
                        // the level that it came from keeps its date for itself
                        far = if is_source { None } else { near };
                        near = None;
                    }
                }
                Piece::Break | Piece::Stop => {}
            }
        }
    }

    /// From the start: the last date before the figure, else the one that opens the sentence.
    fn date_forwards(&mut self, pieces: &[Piece]) {
        let mut last = None;
        for piece in pieces {
            match *piece {
                Piece::Date(date) => last = Some(date),
                Piece::Figure(figure, is_source) => {
                    let last = last.filter(|&date| self.shares(figure, date) && !is_source);
                    let opening = self.opening.filter(|_| !is_source);
                    self.found[figure] = self.found[figure].or(last).or(opening);
                }
                Piece::Break | Piece::Stop => {}
            }
        }
    }

    /// "40 had died, officials said on **Friday**": what no date of its own statement governs holds as of the
    /// report; the date behind it, else the one before.
    fn date_by_report(&mut self, pieces: &[Piece]) {
        let mut after = None;
        for piece in pieces.iter().rev() {
            match *piece {
                Piece::Date(date) if self.scopes.dates[date].is_none() => after = Some(date),
                Piece::Figure(figure, false) => self.report(figure, after),
                _ => {}
            }
        }
        let mut before = None;
        for piece in pieces {
            match *piece {
                Piece::Date(date) if self.scopes.dates[date].is_none() => before = Some(date),
                Piece::Figure(figure, false) => self.report(figure, before),
                _ => {}
            }
        }
    }

    fn report(&mut self, figure: usize, date: Option<usize>) {
        if self.scopes.figures[figure].is_some() {
            self.found[figure] = self.found[figure].or(date);
        }
    }

    fn shares(&self, figure: usize, date: usize) -> bool {
        self.scopes.figures[figure] == self.scopes.dates[date]
    }
}

/// The indices, from `next` on, of what lies in `span`; `next` goes past them.
fn take<T>(next: &mut usize, all: &[T], span_of: impl Fn(&T) -> Span, span: Span) -> Range<usize> {
    let start = *next;
    while all.get(*next).is_some_and(|thing| span_of(thing).start < span.end) {
        *next += 1;
    }
    start..*next
}

/// The first index of `range`, taken out, if its span begins at or before byte `start`.
fn starts(range: &mut Range<usize>, start: usize, span_of: impl Fn(usize) -> Span) -> Option<usize> {
    let first = range.clone().next().filter(|&index| span_of(index).start <= start)?;
    range.start += 1;
    Some(first)
}
