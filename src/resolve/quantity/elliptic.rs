//! Figures whose noun stands with another: "40 cars, up from 12", "of the 300 seats, 120 went to her
//! party", "20 boats, two of them new", "£8 ($10) a fine", "11 and six cases".

use std::ops::Range;

use super::phrase::Phrase;
use super::{Mark, Scene, Spot};
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention, FigureRole};

/// How many figures back the noun may have been said.
pub(super) const MOST_BETWEEN: usize = 4;

/// How far before "of them" its noun is looked for.
const LONGEST_REACH: usize = 14;

/// The figures before one, with what they count.
pub(super) struct Earlier<'a> {
    pub figures: &'a [FigureMention],
    pub found: &'a [Option<Phrase>],
}

impl Scene<'_, '_> {
    /// What a figure without a noun counts because an earlier one of its sentence does.
    pub fn like_earlier(&self, figure: &FigureMention, earlier: &Earlier) -> Option<Phrase> {
        let spot = self.spot(figure.qualified)?;
        if figure.role != FigureRole::Claim {
            return None;
        }
        if self.takes_pronoun(&spot) {
            return self.of_pronoun(&spot, earlier);
        }
        let same = self.equivalent(figure, &spot, earlier);
        if same.is_some() {
            return same;
        }
        let told = self.told_again(figure, &spot, earlier);
        if told.is_some() {
            return told;
        }
        match figure.kind {
            FigureKind::Multiple => self.times_as_many(&spot, earlier),
            FigureKind::Cardinal => self.or_two(&spot).or_else(|| self.elliptic(&spot, earlier)),
            FigureKind::Percent | FigureKind::Fraction => self.other_part(figure, &spot, earlier),
            _ => None,
        }
    }

    /// "11 **and** six cases": what a bare figure shares with the next.
    pub fn share_with_next(&self, figures: &[FigureMention], found: &mut [Option<Phrase>]) {
        for index in (1..figures.len()).rev() {
            let (figure, next) = (&figures[index - 1], &figures[index]);
            if found[index - 1].is_some() || figure.kind != next.kind || figure.role != next.role {
                continue;
            }
            let shares =
                matches!(figure.kind, FigureKind::Cardinal | FigureKind::Ordinal | FigureKind::Range);
            let (Some(spot), Some(after)) = (self.spot(figure.qualified), self.spot(next.qualified)) else {
                continue;
            };
            let joint = spot.qualified.end;
            let joined = joint + 1 == after.qualified.start
                && (self.class(joint) == Some(WordClass::Conjunction) || self.document.word(joint) == ",");
            let follows = |phrase: &Phrase| phrase.start >= after.qualified.end;
            if shares && joined && spot.sentence == after.sentence {
                found[index - 1] = found[index].filter(follows);
            }
        }
    }

    /// "two **of them**"
    pub fn takes_pronoun(&self, spot: &Spot) -> bool {
        let (of, end) = (spot.qualified.end, spot.sentence.end);
        let grammar = &self.language.grammar;
        // "90 % of those companies asked"
        let determines = self.class(of + 1) == Some(WordClass::Determiner)
            && self.is_plain(of + 2)
            && !self.is_verbal(of + 2);
        self.word(of, end) == grammar.of && grammar.pronouns.has(self.word(of + 1, end)) && !determines
    }

    /// The plural that "of them" stands for, where the same sentence has it.
    fn of_pronoun(&self, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        // "nine **of them children**"
        let named = self.plural(spot.qualified.end + 2, spot.sentence.end).filter(|phrase| {
            self.is_clause_end(phrase.head + 1, spot.sentence.end)
                && !self.is_verbal(phrase.start)
                && phrase.start == spot.qualified.end + 2
        });
        if named.is_some() {
            return named;
        }
        let counted = self.earlier_plural(spot, earlier);
        let comma = spot.qualified.start.checked_sub(1)?;
        let follows = matches!(self.document.word(comma), "," | "—" | "–" | "(" | ";");
        let stop = spot.sentence.start.max(comma.saturating_sub(LONGEST_REACH));
        counted.or_else(|| if follows { self.nearest_plural(stop..comma, spot.sentence.end) } else { None })
    }

    /// The last plural; one that something is compared with is not meant, and then a pronoun before it may be:
    /// "they are like your **kids**, 2 million of them".
    fn nearest_plural(&self, reach: Range<usize>, end: usize) -> Option<Phrase> {
        let mut is_passed = false;
        for at in reach.clone().rev() {
            if is_passed && self.speaks_of(at) {
                return None;
            }
            if self.is_noun_plural(at, end) {
                let phrase = self.leftwards(at, reach.start);
                if !self.is_compared_with(&phrase, reach.start) {
                    return Some(phrase);
                }
                is_passed = true;
            }
        }
        None
    }

    /// "they", "they're"
    fn speaks_of(&self, at: usize) -> bool {
        let word = self.document.normal(at);
        let subject = word.split(['\'', '’']).next().unwrap_or(word);
        self.language.speech.subjects.has(subject)
    }

    /// "**like** your kids", "**as** brave **as** lions"; after a pronoun it is a verb: "we like dogs".
    fn is_compared_with(&self, phrase: &Phrase, start: usize) -> bool {
        /// "as quick and brave as"
        const REACH: usize = 5;
        let opens = |at: usize| matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive));
        let grammar = &self.language.grammar;
        let mut at = phrase.start;
        while at > start && opens(at - 1) {
            at -= 1;
        }
        let Some(link) = at.checked_sub(1).filter(|&link| link >= start) else { return false };
        let word = self.document.normal(link);
        let is_verb = link > start && self.speaks_of(link - 1) && !self.is_contraction(link - 1);
        let is_second = || {
            let before = (start..link).rev().take(REACH).map(|at| self.document.normal(at));
            before.into_iter().any(|word| word == grammar.equal || grammar.after_numbers.has(word))
        };
        grammar.likenesses.has(word) && !is_verb || word == grammar.equal && is_second()
    }

    fn is_noun_plural(&self, at: usize, end: usize) -> bool {
        self.is_plain(at) && self.is_plural(at, end)
    }

    /// The nearest earlier figure of the sentence that counts things in the plural.
    pub fn earlier_plural(&self, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let mut nearest = earlier.found.iter().rev().take(MOST_BETWEEN).flatten();
        nearest
            .find(|phrase| {
                spot.sentence.contains(&phrase.start) && self.is_plural(phrase.head, spot.sentence.end)
            })
            .copied()
    }

    /// "£8 (**$10**)": the same amount in another unit.
    fn equivalent(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let last = earlier.figures.last()?;
        let bracket = spot.qualified.start.checked_sub(1)?;
        let adjoins = self.spot(last.qualified)?.qualified.end == bracket;
        let opens = matches!(self.document.word(bracket), "(" | ";");
        let same = last.kind == figure.kind && last.unit != figure.unit && figure.unit.is_some();
        if adjoins && opens && same { *earlier.found.last()? } else { None }
    }

    /// "a week or **two**": the noun before "or".
    fn or_two(&self, spot: &Spot) -> Option<Phrase> {
        let either = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let noun = either - 1;
        let is_alone = self.document.normal(either) == self.language.grammar.either
            && !self.is_plain_noun(spot.qualified.end, spot.sentence.end)
            && self.document.kind(noun) == Some(crate::text::TokenKind::Word)
            && self.class(noun).is_none();
        is_alone.then_some(Phrase { start: noun, head: noun })
    }

    /// A bare number in a place that only a number of the same things can have.
    fn elliptic(&self, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let phrase = self.earlier_plural(spot, earlier)?;
        let first = self.spot(earlier.figures[self.index_of(phrase, earlier)?].qualified)?;
        let before = spot.qualified.start.checked_sub(1).filter(|&at| at >= spot.sentence.start)?;
        let ends = !self.is_plain_noun(spot.qualified.end, spot.sentence.end);
        let opened = self.language.grammar.ellipsis_openers.has(self.document.normal(before));
        let fits = opened
            || self.is_part_of_whole(spot, &first)
            || self.has_same_verb(before, &first)
            || self.is_next_in_list(spot, before)
            || self.does_another(before, spot.sentence.start)
            || self.is_other_object(spot, before);
        let same_deed = self.does_the_same(spot, phrase);
        ((fits && ends) || same_deed).then_some(phrase)
    }

    fn index_of(&self, phrase: Phrase, earlier: &Earlier) -> Option<usize> {
        let is_it = |found: &Option<Phrase>| found.is_some_and(|found| found.head == phrase.head);
        let near = earlier.found.len().saturating_sub(MOST_BETWEEN);
        earlier.found[near..].iter().position(is_it).map(|index| near + index)
    }

    pub fn is_plain_noun(&self, at: usize, end: usize) -> bool {
        let doing = self.word(at, end).ends_with(self.language.grammar.participle_of_doing);
        at < end && self.is_plain(at) && !self.is_verbal(at) && !doing
    }

    /// "**Of the 20** towns asked, 13 agreed": parts of a whole that opens the sentence.
    fn is_part_of_whole(&self, spot: &Spot, first: &Spot) -> bool {
        let start = spot.sentence.start;
        self.document.normal(start) == self.language.grammar.of && first.qualified.start <= start + 2
    }

    /// "**Of its members**, 12 % live there"
    pub fn of_whole(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let start = spot.sentence.start;
        let comma =
            spot.qualified.start.checked_sub(1).filter(|&at| at > start && at - start < LONGEST_REACH)?;
        let sums = matches!(figure.kind, FigureKind::Money | FigureKind::Measure);
        let parts =
            matches!(figure.kind, FigureKind::Percent | FigureKind::Fraction | FigureKind::Cardinal) || sums;
        let opens =
            self.document.normal(start) == self.language.grammar.of && self.document.word(comma) == ",";
        let ends = !self.is_plain_noun(spot.qualified.end, spot.sentence.end);
        let phrase = if parts && opens && ends { self.phrase_of(start + 1, comma)? } else { return None };
        (sums || self.is_plural(phrase.head, spot.sentence.end)).then_some(phrase)
    }

    /// "he **won** three prizes, she **won** two"
    fn has_same_verb(&self, before: usize, first: &Spot) -> bool {
        let verb = first.qualified.start.checked_sub(1).filter(|&at| at >= first.sentence.start);
        let is_open = matches!(self.class(before), None | Some(WordClass::Verb | WordClass::Auxiliary));
        let is_word = self.document.kind(before) == Some(crate::text::TokenKind::Word);
        is_open
            && is_word
            && verb.is_some_and(|verb| self.document.normal(verb) == self.document.normal(before))
    }

    /// "Kenya won 25 medals, **Uganda 12** and **Tanzania three**"
    fn is_next_in_list(&self, spot: &Spot, before: usize) -> bool {
        let named = matches!(self.mark(before), Mark::Name(_));
        named && self.is_clause_end(spot.qualified.end, spot.sentence.end)
    }

    /// "built for 90 passengers, it **carried 160**", "10 women sat there; today there **are 40**": a verb of
    /// another clause, right before a number that ends it.
    fn is_other_object(&self, spot: &Spot, before: usize) -> bool {
        let start = spot.sentence.start;
        let exists =
            |at: usize| at > start && self.document.normal(at - 1) == self.language.grammar.existential;
        let does = match self.class(before) {
            Some(WordClass::Verb) => true,
            Some(WordClass::Auxiliary) => self.is_having(before) || exists(before),
            _ => self.is_verbal(before),
        };
        does && self.is_clause_end(spot.qualified.end, spot.sentence.end)
    }

    /// "we **have** 40"
    fn is_having(&self, at: usize) -> bool {
        self.language.grammar.having.has(self.document.normal(at))
    }

    /// "and **twice as many** were hurt": of what was counted before.
    fn times_as_many(&self, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let (next, end) = (spot.qualified.end, spot.sentence.end);
        let grammar = &self.language.grammar;
        let many = self.word(next, end) == grammar.equal && grammar.quantities.has(self.word(next + 1, end));
        let ends = !self.is_plain_noun(next + 2, end);
        if many && ends { self.earlier_plural(spot, earlier) } else { None }
    }

    /// "killing 12 people **and injuring** 24": what was done to others of them.
    fn does_another(&self, before: usize, start: usize) -> bool {
        let does =
            self.is_doing(before) || self.language.grammar.participles.has(self.document.normal(before));
        let link = before.checked_sub(1).filter(|&at| at >= start);
        let joins = |at| self.class(at) == Some(WordClass::Conjunction) || self.document.word(at) == ",";
        does && link.is_some_and(joins)
    }

    /// "31 people **wanted** him out; two **wanted** him to stay"
    fn does_the_same(&self, spot: &Spot, phrase: Phrase) -> bool {
        let (verb, next) = (phrase.head + 1, spot.qualified.end);
        next < spot.sentence.end
            && verb < spot.qualified.start
            && self.document.kind(next) == Some(crate::text::TokenKind::Word)
            && self.document.normal(verb) == self.document.normal(next)
    }

    /// "half of the land is sown, while **20 percent** lies idle": another part of the same whole.
    fn other_part(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let is_subject =
            matches!(self.class(spot.qualified.end), Some(WordClass::Verb | WordClass::Auxiliary));
        let near = earlier.figures.len().saturating_sub(MOST_BETWEEN);
        let mut parts = earlier.figures[near..].iter().zip(&earlier.found[near..]).rev();
        let (whole, phrase) = parts.find(|(part, _)| part.kind == figure.kind)?;
        let phrase = phrase.filter(|phrase| spot.sentence.contains(&phrase.start))?;
        // "38 % of them live in Peru, 12 % in Chile and 9 % in Cuba"
        let link = spot.qualified.start.checked_sub(1).filter(|&at| at >= spot.sentence.start);
        let listed = link.is_some_and(|at| {
            self.document.word(at) == "," || self.class(at) == Some(WordClass::Conjunction)
        });
        if listed && figure.change.is_none() && self.class(spot.qualified.end) == Some(WordClass::Preposition)
        {
            return Some(phrase);
        }
        let follows = self.spot(whole.qualified)?.qualified.end < phrase.start;
        // "Peru sold 72 % of the total and Chile 12 %"
        let named = link.is_some_and(|at| self.is_next_in_list(spot, at)) && figure.change.is_none();
        ((is_subject || named) && follows).then_some(phrase)
    }
}
