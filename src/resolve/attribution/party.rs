//! Who speaks or is spoken to: the noun phrase before or after a verb of saying.
//!
//! "Ukrainian President **Volodymyr Zelenskyy** said", "**he** said", "a **spokesman for the ministry** said",
//! "**Ada Moss**, who leads the clinic, said", "said **Bo Tarn**, a farmer". A phrase that ends in a person's
//! name is that name. Phrases are read by closed-class words alone, and every walk is bounded.

use std::ops::Range;

use super::scene::Scene;
use crate::lang::grammar::WordClass;

/// A phrase that names a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Party {
    /// The name alone, the pronoun, or the noun phrase without its article, in tokens.
    pub tokens: Range<usize>,
    /// The whole phrase with article, titles and appositions.
    pub whole: Range<usize>,
    /// What a relative pronoun stands for.
    pub antecedent: Option<Range<usize>>,
}

impl Party {
    /// A phrase that is nothing but itself.
    pub fn bare(tokens: Range<usize>) -> Self {
        Self { whole: tokens.clone(), tokens, antecedent: None }
    }

    fn of(tokens: Range<usize>, whole: Range<usize>) -> Self {
        Self { tokens, whole, antecedent: None }
    }
}

/// Longer noun phrases are read no further.
const LONGEST_PHRASE: usize = 14;
/// "former minister of finance in the government of": more links are no description.
const MOST_LINKS: usize = 4;
/// How far an apposition or a clause may hold name and verb apart.
const LONGEST_APPOSITION: usize = 45;
/// "has since repeatedly" between subject and verb.
const LONGEST_GROUP: usize = 8;

impl Scene<'_, '_> {
    /// The subject of the verb at token `verb`, nowhere left of `floor`.
    pub fn subject(&self, verb: usize, floor: usize) -> Option<Party> {
        let end = self.before_verb_group(verb, floor);
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        if self.is(last, ",") {
            return self.with_apposition(last, floor);
        }
        // "Moss, citing “the weather,” said"
        if let Some(index) = self.quotation_at(last) {
            let quotation = &self.quotations[index];
            let comma = quotation.inner.end.checked_sub(1).filter(|&comma| self.is(comma, ","))?;
            return if quotation.tokens.start > floor { self.with_apposition(comma, floor) } else { None };
        }
        // "those who have been invited say"
        if self.is_verbal(last) || last > floor && self.is_auxiliary(last - 1) {
            return self.main_subject(floor, last);
        }
        let speech = &self.language.speech;
        if speech.relatives.has(self.word(last)) && last > floor {
            let antecedent = if self.is(last - 1, ",") { last - 1 } else { last };
            let party = self.ending_at(antecedent, floor)?;
            let whole = party.whole.start..last + 1;
            // "Ada Moss, who said": the pronoun, which stands for her; "a man who said": the man.
            let named = self.name_at(party.tokens.start).is_some_and(|name| self.place(name) == party.tokens);
            let tokens = if named { last..last + 1 } else { party.tokens.clone() };
            return Some(Party { tokens, whole, antecedent: Some(party.tokens) });
        }
        let party = self.ending_at(end, floor)?;
        Some(self.with_relative(&party, floor).unwrap_or(party))
    }

    /// "The engineers who built the bridge said": the engineers, not the bridge.
    fn with_relative(&self, party: &Party, floor: usize) -> Option<Party> {
        const LONGEST_CLAUSE: usize = 12;
        let verb = party.whole.start.checked_sub(1).filter(|&verb| verb > floor)?;
        let past = self.is_word(verb) && self.word(verb).ends_with(self.language.grammar.participle_ending);
        let governed = self.is_verbal(verb) || past || self.is_preposition(verb);
        let stop = floor.max(verb.saturating_sub(LONGEST_CLAUSE));
        let relatives = &self.language.speech.relatives;
        let pronoun = (stop..verb)
            .rev()
            .take_while(|&at| !self.is(at, ","))
            .find(|&at| relatives.has(self.word(at)) && self.word(at) != self.language.speech.that);
        let antecedent = self.ending_at(pronoun.filter(|&pronoun| governed && pronoun > floor)?, floor)?;
        Some(Party { whole: antecedent.whole.start..party.whole.end, ..antecedent })
    }

    /// Left past auxiliaries, adverbs, dates and brackets.
    fn before_verb_group(&self, verb: usize, floor: usize) -> usize {
        let mut at = verb;
        let stop = floor.max(verb.saturating_sub(LONGEST_GROUP));
        while at > stop {
            let last = at - 1;
            if self.is_auxiliary(last) || self.is_adverb(last) || self.is_date(last) {
                at = last;
            } else if self.is_preposition(last) && self.is_date(at) {
                at = last; // "on Friday said"
            } else if self.is(last, ")") {
                let opener = (stop..last).rev().find(|&opener| self.is(opener, "("));
                match opener {
                    Some(opener) => at = opener,
                    None => break,
                }
            } else {
                break;
            }
        }
        at
    }

    /// The name before ", a farmer," or ", who was there,"; or the name inside: "the chief, Ada Moss,".
    fn with_apposition(&self, comma: usize, floor: usize) -> Option<Party> {
        let stop = floor.max(comma.saturating_sub(LONGEST_APPOSITION));
        if let Some(name) = comma.checked_sub(1).and_then(|last| self.name_at(last)) {
            let place = self.place(name);
            if self.is_person(name) && place.start > stop && self.is(place.start - 1, ",") {
                let whole =
                    self.ending_at(place.start - 1, floor).map_or(place.start, |party| party.whole.start);
                return Some(Party::of(place, whole..comma + 1));
            }
        }
        let commas = || (stop..comma).rev().filter(|&at| self.is(at, ",") && at > floor);
        let named = |person: bool| {
            commas().find(|&at| {
                self.name_at(at - 1).is_some_and(|name| !person || self.is_person(name))
                    && self.opens_apposition(at + 1)
            })
        };
        let opener = named(true)
            .or_else(|| named(false))
            .or_else(|| commas().find(|&at| self.is_plain(at - 1) && self.opens_apposition(at + 1)));
        let mut party = self.ending_at(opener.unwrap_or(comma), floor)?;
        party.whole.end = comma + 1;
        Some(party)
    }

    /// What follows a name and its comma, and is about it.
    fn opens_apposition(&self, at: usize) -> bool {
        !matches!(self.class(at), Some(WordClass::Pronoun | WordClass::Conjunction | WordClass::Auxiliary))
            && !self.language.speech.subjects.has(self.word(at))
            || self.language.speech.relatives.has(self.word(at))
    }

    /// The phrase that ends before token `end`.
    pub fn ending_at(&self, end: usize, floor: usize) -> Option<Party> {
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        if self.language.speech.speakers.has(self.word(last)) {
            return Some(Party::bare(last..end));
        }
        if let Some(party) = self.person_ending_at(end, floor) {
            return Some(party);
        }
        let mut phrase = self.simple_before(end, floor)?;
        let mut tokens = self.without_article(phrase.clone());
        for _ in 0..MOST_LINKS {
            let Some(link) = phrase.start.checked_sub(1).filter(|&link| link > floor) else { break };
            if !self.is_chain(link) || self.is_date(link - 1) {
                break;
            }
            if let Some(party) = self.person_ending_at(link, floor) {
                return Some(Party { whole: party.whole.start..end, ..party });
            }
            let Some(before) = self.simple_before(link, floor) else { break };
            if before.len() == 1 && before.start > floor && self.is(before.start - 1, ",") {
                break;
            }
            tokens = self.without_article(before.clone()).start..end;
            phrase = before.start..end;
        }
        (!tokens.is_empty()).then(|| Party::of(tokens, phrase.start..end))
    }

    /// The person's name that ends before token `end`, with a second one joined to it.
    fn person_ending_at(&self, end: usize, floor: usize) -> Option<Party> {
        let name = self.name_at(end.checked_sub(1).filter(|&last| last >= floor)?)?;
        let place = self.place(name);
        if !self.is_person(name) || place.end != end || place.start < floor {
            return None;
        }
        let start = self.title_before(place.start, floor);
        let joined = place.start.checked_sub(1).filter(|&and| and > floor && self.joins(and));
        let other = joined.and_then(|and| self.person_ending_at_once(and, floor));
        Some(match other {
            Some(other) => Party::bare(other.start..end),
            None => Party::of(place, start..end),
        })
    }

    /// Where the title before a name begins, which may name somebody itself: "Moss spokesman Bo Tarn".
    pub fn title_before(&self, name: usize, floor: usize) -> usize {
        let mut start = name;
        for _ in 0..MOST_LINKS {
            match self.simple_before(start, floor) {
                Some(title) => start = title.start,
                None => break,
            }
        }
        start
    }

    fn person_ending_at_once(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let name = self.name_at(end.checked_sub(1).filter(|&last| last >= floor)?)?;
        let place = self.place(name);
        (self.is_person(name) && place.end == end && place.start >= floor).then_some(place)
    }

    fn joins(&self, at: usize) -> bool {
        self.class(at) == Some(WordClass::Conjunction)
            && self.language.speech.coordinators.get(self.word(at)).is_some()
    }

    /// The run of nouns, adjectives and names before token `end`, with its article.
    fn simple_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let stop = floor.max(end.saturating_sub(LONGEST_PHRASE));
        let mut start = end;
        while start > stop {
            let at = start - 1;
            let person = self.name_at(at).is_some_and(|name| self.is_person(name));
            let owner = self.is_possessive(start);
            if person && !owner && start < end {
                break; // "to Ada Moss officials said"
            }
            if self.is_plain(at) && !self.is_adverb(at) || (self.is_possessive(at) && self.is_joint(at)) {
                start = at;
            } else {
                break;
            }
        }
        while start < end && self.is_joint(start) {
            start += 1;
        }
        if start > stop && (self.is_determiner(start - 1) || self.is_possessive(start - 1)) {
            start -= 1;
        }
        (start < end).then_some(start..end)
    }

    fn without_article(&self, phrase: Range<usize>) -> Range<usize> {
        let mut start = phrase.start;
        while start + 1 < phrase.end && self.language.speech.articles.has(self.word(start)) {
            start += 1;
        }
        start..phrase.end
    }

    fn is_chain(&self, at: usize) -> bool {
        let speech = &self.language.speech;
        let next = at + 1;
        let verb = self.word(at) == speech.infinitive
            && self.name_at(next).is_none()
            && !self.is_determiner(next)
            && !self.is_possessive(next);
        self.is_preposition(at) && speech.chains.has(self.word(at)) && !verb
    }

    /// The phrase that begins at token `start`, nowhere right of `limit`.
    pub fn starting_at(&self, start: usize, limit: usize) -> Option<Party> {
        if start >= limit || self.quotation_at(start).is_some() {
            return None;
        }
        if self.class(start) == Some(WordClass::Pronoun)
            || self.language.speech.speakers.has(self.word(start))
        {
            return Some(Party::bare(start..start + 1));
        }
        let mut end = self.simple_after(start, limit);
        if let Some(person) = self.person_in(start..end) {
            let whole = start..person.end;
            return Some(Party::of(person, whole));
        }
        let named = self.without_article(start..end.max(start));
        let is_name = self.name_at(named.start).is_some_and(|name| self.place(name) == named);
        for _ in 0..MOST_LINKS {
            if is_name || end == start || end + 1 >= limit || !self.is_chain(end) || self.is_date(end + 1) {
                break;
            }
            let next = self.simple_after(end + 1, limit);
            if next == end + 1 {
                break;
            }
            end = next;
        }
        let tokens = self.without_article(start..end);
        let whole = start..end;
        if let Some(person) = self.person_behind(end, limit).filter(|_| !tokens.is_empty()) {
            let whole = start..person.end;
            return Some(Party::of(person, whole));
        }
        (!tokens.is_empty() && tokens.clone().any(|at| self.is_word(at))).then(|| Party::of(tokens, whole))
    }

    /// "said the mayor, **Ada Moss**."
    fn person_behind(&self, comma: usize, limit: usize) -> Option<Range<usize>> {
        if !self.is(comma, ",") || comma + 1 >= limit {
            return None;
        }
        let name = self.name_at(comma + 1).filter(|&name| self.is_person(name))?;
        let place = self.place(name);
        let closed = place.end >= limit || self.is(place.end, ",") || self.is(place.end, ".");
        (closed && place.start == comma + 1).then_some(place)
    }

    /// The first person named in a phrase who does not own what follows.
    fn person_in(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let mut at = phrase.start;
        while at < phrase.end {
            if let Some(name) = self.name_at(at) {
                let place = self.place(name);
                if self.is_person(name) && !self.is_possessive(place.end) {
                    return Some(place);
                }
                at = place.end.max(at + 1);
            } else {
                at += 1;
            }
        }
        None
    }

    /// Where the run of nouns, adjectives and names from token `start` ends.
    fn simple_after(&self, start: usize, limit: usize) -> usize {
        let stop = limit.min(start + LONGEST_PHRASE);
        let mut end = start;
        while end < stop && (self.is_determiner(end) || self.is_possessive(end)) {
            end += 1;
        }
        let opened = end;
        let inner =
            |at: usize| opened > start && (self.is_date(at) || self.is_adverb(at)) && self.is_plain(at + 1);
        while end < stop
            && (self.is_plain(end) || self.is_possessive(end) && self.is_joint(end) || inner(end))
        {
            if self.is_adverb(end) && end > opened {
                break;
            }
            end += 1;
        }
        if end == opened { start } else { end }
    }

    /// What the sentence that begins at `start` is about, before token `limit`: its first person or pronoun,
    /// else its first phrase.
    pub fn main_subject(&self, start: usize, limit: usize) -> Option<Party> {
        const FAR: usize = 80;
        let start = self.behind_opening(start, limit);
        let stop = limit.min(start + FAR);
        let mut first = None;
        let mut at = start;
        while at < stop {
            if let Some(quotation) = self.quotation_at(at) {
                at = self.quotations[quotation].tokens.end.max(at + 1);
                continue;
            }
            if self.language.speech.subjects.has(self.word(at)) && self.class(at) == Some(WordClass::Pronoun)
            {
                return Some(Party::bare(at..at + 1));
            }
            if let Some(name) = self.name_at(at) {
                let place = self.place(name);
                let governed = place.start > start && self.is_preposition(place.start - 1);
                if self.is_person(name) && !governed && !self.is_possessive(place.end) {
                    return Some(Party::bare(place));
                }
                if first.is_none() && !governed {
                    let owner = self.is_possessive(place.end);
                    first = if owner {
                        self.starting_at(place.start, limit)
                    } else {
                        Some(Party::bare(place.clone()))
                    };
                }
                at = place.end.max(at + 1);
                continue;
            }
            at += 1;
        }
        first.or_else(|| self.starting_at(start, limit))
    }

    /// Past "In an interview," and "When asked about it,".
    fn behind_opening(&self, start: usize, limit: usize) -> usize {
        const FAR: usize = 25;
        let opens = self.is_preposition(start)
            || self.class(start) == Some(WordClass::Relative)
            || self.is_doing(start)
            || self.is_date(start);
        let comma = (start..limit.min(start + FAR)).find(|&at| self.is(at, ","));
        comma.filter(|&comma| opens && comma + 1 < limit).map_or(start, |comma| comma + 1)
    }
}
