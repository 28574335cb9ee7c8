//! Nouns before a figure: "a fine of $3 billion", "exports fell by 3 %", "the price is now $60".

use super::phrase::Phrase;
use super::{Mark, Scene, Spot, is_hyphen};
use crate::lang::grammar::WordClass;
use crate::lang::unit::Rate;
use crate::recognize::{FigureKind, FigureMention, NameKind};
use crate::text::TokenKind;

/// Between a verb and its figure stand a few words and perhaps another figure.
const LONGEST_LINK: usize = 14;
/// "raised the company's own": between a verb and its object.
const LONGEST_OWNER: usize = 4;
/// No abbreviation in brackets after a name is longer.
const LONGEST_ASIDE: usize = 6;
/// Longer subjects are not walked: what is so far away is rarely what is meant.
const LONGEST_SUBJECT: usize = 24;

impl Scene<'_, '_> {
    /// "turnout of 62 %": the noun before "of"; nothing in "purchase of 10 AK rifles".
    pub fn before_of(&self, spot: &Spot) -> Option<Phrase> {
        let phrase = self.noun_before_of(spot)?;
        // "grew to a record of $5": the level is that of what grew
        let link = (spot.sentence.start..phrase.start).rev().take(2);
        let mut link = link.filter(|&at| self.language.figures.levels.has(self.document.normal(at)));
        let reached =
            self.language.grammar.marks.has(self.document.normal(phrase.head)) && link.next().is_some();
        (!reached).then_some(phrase)
    }

    fn noun_before_of(&self, spot: &Spot) -> Option<Phrase> {
        let next = spot.qualified.end;
        if next < spot.sentence.end && self.is_plain(next) && matches!(self.mark(next), Mark::Name(_)) {
            return None;
        }
        // The words that bound the figure may begin with it: "of around 60 %".
        let bounds = self.document.normal(spot.qualified.start) == self.language.grammar.of;
        let of =
            spot.qualified.start.checked_sub(usize::from(!bounds)).filter(|&at| at > spot.sentence.start)?;
        let noun = of - 1;
        let is_noun = self.is_plain(noun)
            && (!self.is_weak(noun) || self.language.grammar.majorities.has(self.document.normal(noun)))
            && !self.is_verbal(noun)
            && !self.language.grammar.parents.has(self.document.normal(noun))
            && !self.is_owner(noun, spot.sentence.end);
        let linked = self.document.normal(of) == self.language.grammar.of;
        (linked && is_noun).then(|| self.leftwards(noun, spot.sentence.start))
    }

    /// The subject of a verb that tells a quantity, before the figure.
    pub fn said_of(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let kinds = [
            FigureKind::Percent,
            FigureKind::PercentagePoint,
            FigureKind::Money,
            FigureKind::Measure,
            FigureKind::Temperature,
            FigureKind::Multiple,
            FigureKind::Fraction,
            FigureKind::Cardinal,
            FigureKind::Range,
        ];
        if !kinds.contains(&figure.kind) {
            return None;
        }
        let verb = self.level_verb(spot)?;
        let last = self.before_verb(verb, spot.sentence.start)?;
        // "raising its speed, from 2 to 3, growing 4": another subject
        if self.document.word(last) == "," && self.is_doing(verb) {
            return None;
        }
        let subject = self.antecedent(last, spot.sentence.start)?;
        let head = if self.language.grammar.relatives.has(self.document.normal(last)) {
            let good = self.is_plain(subject) && !self.is_weak(subject) && !self.is_verbal(subject);
            good.then(|| self.leftwards(subject, spot.sentence.start))?
        } else {
            self.subject_head(subject, spot.sentence.start)?
        };
        let is_person = self.language.titles.nouns.get(self.document.normal(head.head)).is_some()
            || self.mark(head.head) == Mark::Name(NameKind::Person);
        let counts = matches!(figure.kind, FigureKind::Cardinal | FigureKind::Range);
        (!(counts && is_person)).then_some(head)
    }

    /// "raised its **offer** to $3 billion": the object of a verb of change, right before "to", "from" or "by".
    pub fn changed(&self, spot: &Spot) -> Option<Phrase> {
        let figures = &self.language.figures;
        let link = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let links = figures.levels.has(self.document.normal(link))
            || figures.difference_links.has(self.document.normal(link));
        let noun = link - 1;
        let is_noun = self.is_plain(noun)
            && self.mark(noun) == Mark::Nothing
            && !self.is_verbal(noun)
            && !self.is_weak(noun)
            && !figures.changes.has(self.document.normal(noun))
            && !self.document.normal(noun).ends_with(self.language.grammar.adverb_ending);
        if !(links && is_noun) {
            return None;
        }
        let acts = |at: usize| {
            figures.changes.has(self.document.normal(at)) && self.class(at) != Some(WordClass::Preposition)
        };
        let phrase = self.leftwards(noun, spot.sentence.start);
        // "to cut taxes by": the phrase to the left holds the verb as well
        if let Some(verb) = (phrase.start..phrase.head).rev().find(|&at| acts(at)) {
            return Some(Phrase { start: verb + 1, head: phrase.head });
        }
        let phrase = self.whole_of(phrase, spot.sentence.start)?;
        let before = phrase.start.checked_sub(1).filter(|&at| at >= spot.sentence.start)?;
        let opener = matches!(self.class(before), Some(WordClass::Determiner | WordClass::Possessive));
        let stop = spot.sentence.start.max(before.saturating_sub(LONGEST_OWNER));
        // "a rise in profits to"
        let nominal = before > stop && self.class(before) == Some(WordClass::Preposition) && acts(before - 1);
        (nominal || acts(before) || (opener && (stop..before).any(acts))).then_some(phrase)
    }

    /// "odds of a win": the noun before "of"; nothing where another preposition leads to the phrase.
    fn whole_of(&self, phrase: Phrase, start: usize) -> Option<Phrase> {
        let opens = |at: usize| matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive));
        let first =
            if phrase.start > start && opens(phrase.start - 1) { phrase.start - 1 } else { phrase.start };
        let Some(link) = first.checked_sub(1).filter(|&at| at >= start) else { return Some(phrase) };
        if self.class(link) != Some(WordClass::Preposition) {
            return Some(phrase);
        }
        let noun = link.checked_sub(1).filter(|&at| at >= start && self.is_plain(at) && !self.is_weak(at))?;
        if first == phrase.start && self.language.figures.changes.has(self.document.normal(noun)) {
            return Some(phrase);
        }
        (self.document.normal(link) == self.language.grammar.of).then(|| self.leftwards(noun, start))
    }

    /// What the clause before a verb is about: the noun before "which", the words before brackets.
    pub fn antecedent(&self, at: usize, start: usize) -> Option<usize> {
        let before = |at: usize| at.checked_sub(1).filter(|&at| at >= start);
        if self.document.word(at) == ")" {
            let stop = start.max(at.saturating_sub(LONGEST_ASIDE));
            let opening = (stop..at).rev().find(|&at| self.document.word(at) == "(")?;
            return before(opening);
        }
        if self.document.word(at) == "," {
            return before(self.opening_comma(at, start)?); // "the rate, now 31 %, must fall"
        }
        if !self.language.grammar.relatives.has(self.document.normal(at)) {
            return Some(at);
        }
        let noun = before(at)?;
        if self.document.word(noun) == "," { before(noun) } else { Some(noun) }
    }

    /// The comma that opens what the one at `at` closes, unless there is a list.
    fn opening_comma(&self, at: usize, start: usize) -> Option<usize> {
        let stop = start.max(at.saturating_sub(LONGEST_LINK));
        let opening = (stop..at).rev().find(|&at| self.document.word(at) == ",")?;
        // "apples, pears, and plums", "12 dead, she said, and"
        let begins = self.class(opening + 1);
        let aside = matches!(
            begins,
            Some(WordClass::Adverb | WordClass::Relative | WordClass::Preposition | WordClass::Determiner)
        ) || self.is_verbal(opening + 1);
        let before = opening.checked_sub(1).filter(|&at| at >= start)?;
        let noun = self.is_plain(before) && self.mark(before) != Mark::Date;
        (aside && noun).then_some(opening)
    }

    /// The verb before the figure, across the words that link them and other figures of the same verb.
    pub fn level_verb(&self, spot: &Spot) -> Option<usize> {
        let grammar = &self.language.grammar;
        let stop = spot.sentence.start.max(spot.qualified.start.saturating_sub(LONGEST_LINK));
        // The figure itself may begin with what is a verb and a bound at once ("exceeded 3 %").
        let first = spot.qualified.start;
        if grammar.level_verbs.has(self.document.normal(first))
            && self.class(first) != Some(WordClass::Preposition)
        {
            return Some(first);
        }
        for at in (stop..spot.qualified.start).rev() {
            let word = self.document.normal(at);
            // "tripled in a year to 30": a figure itself, and a verb
            let told = self.mark(at) != Mark::Figure || word.ends_with(grammar.participle_ending);
            if grammar.level_verbs.has(word) && told {
                // "a national average of": a noun
                let of = self.document.normal(at + 1) == grammar.of;
                return (!of && !self.is_noun_here(at, stop)).then_some(at);
            }
            if !(self.links_figures(at, stop, spot.qualified.start) || grammar.links.has(word)) {
                // "with profits down 3 %": no verb, but a direction
                let particle = self.language.figures.change_particles.has(self.document.normal(at + 1));
                let inside = at + 1 < spot.qualified.start;
                return (particle && inside && self.is_plain(at)).then_some(at + 1);
            }
        }
        None
    }

    /// "by 4 % in May, or 20 points, and 3 % in June": what stands between the figures of one verb, and
    /// "a steep" before one.
    fn links_figures(&self, at: usize, stop: usize, before: usize) -> bool {
        let crossed = |at: usize| matches!(self.mark(at), Mark::Figure | Mark::Date);
        let counted = |at: usize| at > stop && self.is_plain(at) && self.mark(at - 1) == Mark::Figure;
        let ends = |at: usize| crossed(at) || counted(at);
        let steep = at > stop
            && self.is_plain(at)
            && self.language.grammar.indefinite.has(self.document.normal(at - 1));
        let joins = match self.class(at) {
            Some(WordClass::Conjunction) => at > stop && (ends(at - 1) || self.document.word(at - 1) == ","),
            Some(WordClass::Preposition) => crossed(at + 1) && at + 1 < before,
            _ => self.document.word(at) == "," && at > stop && ends(at - 1),
        };
        joins || steep || ends(at)
    }

    /// "in the **top** 20": after a determiner the word is no verb.
    fn is_noun_here(&self, at: usize, stop: usize) -> bool {
        let opener =
            at > stop && matches!(self.class(at - 1), Some(WordClass::Determiner | WordClass::Possessive));
        opener && self.class(at) != Some(WordClass::Auxiliary)
    }

    /// The last token of the subject, across auxiliaries and "expected to".
    pub fn before_verb(&self, verb: usize, start: usize) -> Option<usize> {
        let grammar = &self.language.grammar;
        let mut at = verb;
        for _ in 0..LONGEST_LINK {
            at = at.checked_sub(1).filter(|&at| at >= start)?;
            let word = self.document.normal(at);
            // "its assets sharply rose"
            let manner = at > start
                && word.ends_with(grammar.adverb_ending)
                && !grammar.not_adverbs.has(word)
                && self.document.word(at).starts_with(char::is_lowercase)
                && (self.is_plain(at - 1) || self.class(at - 1) == Some(WordClass::Auxiliary));
            let in_group = manner
                || grammar.verb_group.has(word)
                || (word == grammar.infinitive && at + 1 == verb)
                || matches!(self.class(at), Some(WordClass::Auxiliary | WordClass::Adverb));
            if word == grammar.existential {
                return None;
            }
            // "the forecast fell": after a determiner such a word is the noun.
            let is_noun =
                self.class(at).is_none() && at > start && self.class(at - 1) == Some(WordClass::Determiner);
            let in_group = in_group && !is_noun;
            if !in_group {
                return Some(at);
            }
        }
        None
    }

    /// The head of the subject that ends at token `last`: its last word before the first preposition.
    pub fn subject_head(&self, last: usize, start: usize) -> Option<Phrase> {
        let stop = start.max((last + 1).saturating_sub(LONGEST_SUBJECT));
        let mut first = last + 1;
        while first > stop && self.is_subject_part(first - 1) {
            first -= 1;
            if first < last && self.opens_subject(first, start) {
                break;
            }
        }
        while first <= last && self.mark(first) == Mark::Date {
            first += 1;
        }
        if first > last {
            return None;
        }
        if self.language.grammar.absolute_openers.has(self.document.normal(first)) && first < last {
            first += 1;
        }
        let head = self.first_head(first, last)?;
        // "the industrial average"
        let is_weak = self.is_weak(head) && !(head > first && self.is_plain(head - 1));
        let is_good = head >= first && self.is_plain(head) && !is_weak && !self.is_verbal(head);
        is_good.then(|| self.leftwards(head, first))
    }

    /// The last word of a subject before its first preposition or clause, past weak nouns: "the number of
    /// **films** made in Mali". A subject that begins with a preposition is taken whole.
    pub fn first_head(&self, first: usize, last: usize) -> Option<usize> {
        if self.class(first) == Some(WordClass::Preposition) {
            return Some(last);
        }
        // "the yearly per capita income"
        let inner = |at: usize| {
            self.language.units.rates.get(self.document.normal(at)) == Some(&Rate::Any) && at + 1 < last
        };
        let ends_head = |at: &usize| {
            (self.class(*at) == Some(WordClass::Preposition) && !inner(*at))
                || (*at > first && (self.opens_clause(*at, last + 1) || self.is_done(*at)))
        };
        let mut from = first;
        while let Some(link) = (from..last).find(ends_head) {
            let head = link.checked_sub(1)?;
            let is_of = self.document.normal(link) == self.language.grammar.of;
            if !(head >= first && self.is_weak(head) && is_of) {
                return Some(head);
            }
            from = link + 1;
        }
        Some(last)
    }

    /// "suggest **the** average price of a house": where no preposition leads to it, an article begins the
    /// subject.
    fn opens_subject(&self, at: usize, start: usize) -> bool {
        let before = at.checked_sub(1).filter(|&at| at >= start);
        let owner =
            self.class(at) == Some(WordClass::Possessive) && !self.document.normal(at).starts_with('\'');
        (owner || self.class(at) == Some(WordClass::Determiner))
            && before.is_some_and(|at| {
                let crossed = matches!(self.mark(at), Mark::Figure | Mark::Date);
                let opens = || self.opens_with_place(at, start);
                crossed || (self.is_plain(at) && self.mark(at) == Mark::Nothing) || opens()
            })
    }

    /// "**In New York** the contract": a name after the preposition that opens the sentence.
    fn opens_with_place(&self, at: usize, start: usize) -> bool {
        let first = self.class(start) == Some(WordClass::Preposition);
        let named = |at: usize| matches!(self.mark(at), Mark::Name(_));
        first && at > start && at - start <= LONGEST_OWNER && (start + 1..=at).all(named)
    }

    /// "films **produced** in Spain": a participle with what belongs to it.
    fn is_done(&self, at: usize) -> bool {
        let ends = matches!(self.class(at + 1), Some(WordClass::Preposition | WordClass::Auxiliary));
        self.is_verbal(at) && self.is_plain(at - 1) && ends
    }

    /// Whether token `at` can belong to a subject: no end of a clause.
    fn is_subject_part(&self, at: usize) -> bool {
        let is_mark = self.document.kind(at) == Some(TokenKind::Mark);
        let inside = is_mark && (is_hyphen(self.document.word(at)) || self.document.word(at) == "&");
        let ends_clause = matches!(
            self.class(at),
            Some(
                WordClass::Relative
                    | WordClass::Conjunction
                    | WordClass::Verb
                    | WordClass::Auxiliary
                    | WordClass::Pronoun
                    | WordClass::Adverb
            )
        );
        let owner = matches!(self.document.normal(at), "'s" | "'" | "’");
        // "prices in Paris **and** Rome"
        let named = |at: usize| matches!(self.mark(at), Mark::Name(_));
        let lists = self.class(at) == Some(WordClass::Conjunction)
            && at > 0
            && at + 1 < self.marks.len()
            && named(at - 1)
            && named(at + 1);
        ((!is_mark || inside || owner) && !ends_clause) || lists || self.document.word(at) == "&"
    }

    /// The phrase that ends at `head`, back to what opens it.
    pub fn leftwards(&self, head: usize, start: usize) -> Phrase {
        /// As far as a phrase of modifiers goes.
        const MOST_MODIFIERS: usize = 4;
        let mut first = head;
        while first > start && head - first < MOST_MODIFIERS {
            let before = first - 1;
            let hyphen = is_hyphen(self.document.word(before)) && self.document.is_glued(before);
            if !(self.is_plain(before) || hyphen) {
                break;
            }
            first = before;
        }
        if is_hyphen(self.document.word(first)) {
            first += 1;
        }
        Phrase { start: first, head }
    }

    fn is_owner(&self, at: usize, end: usize) -> bool {
        matches!(self.word(at + 1, end), "'s" | "'" | "’")
    }
}
