//! Events that figures are dated by: "39,000 deaths since the **beginning of the war**".
//!
//! Three forms: the edge of something ("until the **end of the siege**"), something that began ("since the
//! **strike began**") and, after "since" alone, a noun of an event ("since the **election**"). Such a date has
//! words and no value: when the event was is not looked for. It is kept only where a figure holds as of it
//! (`as_of`); one with a date of the calendar inside, or beside a figure that counts from it ("ten days **before**
//! the end of"), is none.

use std::ops::Range;

use super::Resolution;
use crate::lang::Language;
use crate::lang::calendar::Lead;
use crate::lang::grammar::WordClass;
use crate::lang::role::Bearer;
use crate::recognize::{Bound, DateKind, DateMention, FigureKind};
use crate::text::{Document, Span, TokenKind};

/// "the country's long and costly civil war": longer phrases are no name of an event.
const LONGEST_PHRASE: usize = 8;

/// The events of all sentences with a figure, in text order.
pub(super) fn find(document: &Document, language: &Language, resolution: &Resolution) -> Vec<DateMention> {
    let scene = Scene::of(document, language, resolution);
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let tokens = sentence.tokens.clone();
        if !tokens.clone().any(|at| scene.taken[at] == Taken::Figure) {
            continue;
        }
        let mut at = tokens.start;
        while at < tokens.end {
            match scene.event_at(at, &tokens) {
                Some((event, lead)) => {
                    at = event.end;
                    found.push(mention(document.span(event), lead));
                }
                None => at += 1,
            }
        }
    }
    found
}

fn mention(span: Span, lead: Lead) -> DateMention {
    let (kind, bound) = match lead {
        Lead::Since => (DateKind::Range, Bound::AtLeast),
        Lead::Before => (DateKind::Date, Bound::LessThan),
        _ => (DateKind::Date, Bound::AtMost),
    };
    DateMention { span, kind, value: None, high: None, bound, resolved: false }
}

/// What stands on a token already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    Nothing,
    Figure,
    /// One that "before" may count from.
    Duration,
    Date,
    Name,
}

struct Scene<'d, 't> {
    document: &'d Document<'t>,
    language: &'d Language,
    /// For every token.
    taken: Vec<Taken>,
}

impl<'d, 't> Scene<'d, 't> {
    fn of(document: &'d Document<'t>, language: &'d Language, resolution: &Resolution) -> Self {
        let mut taken = vec![Taken::Nothing; document.tokens.len()];
        let mut take = |span: Span, what: Taken| taken[document.tokens_of(span)].fill(what);
        resolution.names.iter().for_each(|name| take(name.span, Taken::Name));
        resolution.dates.iter().for_each(|date| take(date.span, Taken::Date));
        for figure in &resolution.figures {
            let is_duration = figure.mention.kind == FigureKind::Duration;
            take(figure.mention.qualified, if is_duration { Taken::Duration } else { Taken::Figure });
        }
        Self { document, language, taken }
    }

    /// The event that the word at token `at` leads to.
    fn event_at(&self, at: usize, sentence: &Range<usize>) -> Option<(Range<usize>, Lead)> {
        let lead = *self.language.calendar.leads.get(self.document.normal(at))?;
        let counted = at > sentence.start && self.taken[at - 1] == Taken::Duration;
        let dates = matches!(lead, Lead::Since | Lead::Until) || lead == Lead::Before && !counted;
        if !dates || self.taken[at] != Taken::Nothing {
            return None;
        }
        let start = self.behind_openers(at + 1, sentence.end);
        let event = self.edge(start, sentence.end, at).or_else(|| {
            // "by" and "until" lead to too much else
            if lead == Lead::Since { self.happening(start, sentence.end) } else { None }
        })?;
        Some((event, lead))
    }

    /// "**beginning of the war**"
    fn edge(&self, start: usize, end: usize, lead: usize) -> Option<Range<usize>> {
        let may_be_end = *self.language.calendar.event_edges.get(self.word(start, end))?;
        // "killed **by** the collapse of a roof"
        let does = self.document.normal(lead) == self.language.speech.agent && !may_be_end;
        let is_free = self.taken[start] == Taken::Nothing;
        if does || !is_free || self.word(start + 1, end) != self.language.grammar.of {
            return None;
        }
        let phrase = self.phrase(self.behind_openers(start + 2, end), end)?;
        let head = self.document.normal(phrase.end - 1);
        let is_place = self.language.titles.nouns.get(head).is_some_and(|noun| noun.bearer == Bearer::Place);
        (!is_place).then_some(start..phrase.end)
    }

    /// "since the **war began**", "since the **election**"
    fn happening(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let calendar = &self.language.calendar;
        let phrase = self.phrase(start, end)?;
        let begins = |at: &usize| calendar.event_verbs.has(self.word(*at, end));
        // A verb that no class tells stands at the end of the phrase.
        if let Some(verb) = (phrase.start + 1..=phrase.end).find(begins) {
            return Some(phrase.start..verb + 1);
        }
        let is_named = self.taken[phrase.end - 1] == Taken::Name;
        let is_event = calendar.events.has(self.document.normal(phrase.end - 1));
        (is_event && !is_named).then_some(phrase)
    }

    /// Past "the", "its", "the country's".
    fn behind_openers(&self, mut at: usize, end: usize) -> usize {
        const MOST: usize = 2;
        let limit = end.min(at + MOST);
        while at < limit && matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive)) {
            at += 1;
        }
        at
    }

    /// A run of nouns, adjectives and names, with those that own them; `None` where a date or a figure is in it.
    fn phrase(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let limit = end.min(start + LONGEST_PHRASE);
        let mut at = start;
        while at < limit && self.is_part(at, start) {
            at += 1;
        }
        let is_open = at < end && matches!(self.taken[at], Taken::Date);
        let is_cut = at == limit && at < end && self.taken[at] == Taken::Name;
        let at = self.without_subject(start, at);
        let last = at.checked_sub(1).filter(|&last| last >= start)?;
        let is_noun = self.document.kind(last) == Some(TokenKind::Word)
            && !matches!(self.document.normal(last), "'s" | "’s");
        (is_noun && !is_open && !is_cut).then_some(start..at)
    }

    /// "since the start of the war **Lund** has": a name behind a noun in lower case is of the next clause.
    fn without_subject(&self, start: usize, end: usize) -> usize {
        let names = (start..end).rev().take_while(|&at| self.taken[at] == Taken::Name).count();
        let first = end - names;
        let is_behind_noun = first > start && self.document.word(first - 1).starts_with(char::is_lowercase);
        if names > 0 && is_behind_noun { first } else { end }
    }

    fn is_part(&self, at: usize, start: usize) -> bool {
        match self.taken[at] {
            Taken::Name => true,
            Taken::Figure | Taken::Duration | Taken::Date => false,
            Taken::Nothing => {
                let owns = at > start && matches!(self.document.normal(at), "'s" | "’s");
                let joins = at > start && self.document.word(at) == "-" && self.document.is_glued(at);
                let is_word = self.document.kind(at) == Some(TokenKind::Word);
                owns || joins || is_word && self.class(at).is_none()
            }
        }
    }

    fn word(&self, at: usize, end: usize) -> &str {
        if at < end { self.document.normal(at) } else { "" }
    }

    fn class(&self, at: usize) -> Option<WordClass> {
        if at >= self.taken.len() || self.taken[at] == Taken::Name {
            return None;
        }
        self.language.grammar.class(self.document.normal(at))
    }
}
