//! Nouns after a figure: "39,000 deaths", "43,000 of its soldiers", "a $600 fine", "a 12-page report".

use super::phrase::Phrase;
use super::{Mark, Scene, Spot, is_hyphen};
use crate::lang::grammar::WordClass;
use crate::recognize::{Decimal, FigureKind, FigureMention, NameKind};
use crate::text::TokenKind;

/// "(a little over 54,000 acres)": no longer equivalent stands between an amount and its noun.
const LONGEST_BRACKET: usize = 12;

/// "the second such number": between an ordinal and a noun that says little.
const LONGEST_RANK: usize = 4;

impl Scene<'_, '_> {
    /// A noun after the figure.
    pub fn after(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let end = spot.sentence.end;
        let at = self.past_quote(self.past_bracket(spot.qualified.end, end), end);
        let describes = self.describes(spot);
        if figure.per.is_some() && !describes {
            return None;
        }
        let out = usize::from(self.word(at, end) == self.language.grammar.out);
        if self.word(at + out, end) == self.language.grammar.of {
            return self.divided(figure, at + out + 1, spot);
        }
        if self.compares(figure, at, end) {
            return self.bare(at + 1, end).filter(|phrase| self.is_amount(phrase.head, end));
        }
        match figure.kind {
            FigureKind::Cardinal | FigureKind::Range => self.numbered(figure, at, spot),
            FigureKind::Ordinal => self.in_order(at, spot),
            FigureKind::Fraction if self.opens_phrase(at, end) => self.phrase_of(at, end),
            FigureKind::Fraction => self.plural(at, end).or_else(|| self.remaining(at, end)), // "one in five pupils"
            FigureKind::Ratio => self.plural(at, end).filter(|_| self.is_plain(at)), // "nine out of ten homes"
            FigureKind::Multiple => self.multiplied(at, spot),
            FigureKind::Score => None,
            FigureKind::Age if self.tells(at, end) => None,
            // "the 18-year-old keeper Ada Pohl": the age is hers
            FigureKind::Age if describes => {
                self.described_person(at, end).or_else(|| self.measured(at, spot))
            }
            FigureKind::Money => self.bought(at, spot),
            _ if describes => self.sized(at, spot),
            FigureKind::Percent | FigureKind::Temperature if self.takes_part(figure, at, end) => {
                self.bare(at, end)
            }
            FigureKind::Percent => self.remaining(at, end),
            FigureKind::Measure
                if !self.is_divided(spot) && self.is_modifier(spot) && self.leads_noun(at, end) =>
            {
                self.bare(at, end)
            }
            _ => None,
        }
    }

    /// "five times the **price**", "14 times **earnings**", "was hit 14 **times**".
    fn multiplied(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let grammar = &self.language.grammar;
        let end = spot.sentence.end;
        let times = spot.qualified.end - 1;
        let compares = self.word(at, end) == grammar.equal
            || self.language.figures.comparing.has(self.word(at, end))
            || self.language.figures.changes_after.has(self.word(at, end));
        if self.opens_phrase(at, end) && self.mark(at) == Mark::Nothing {
            self.phrase_of(at, end)
        } else if self.document.normal(times) == grammar.times
            && self.leads_noun(at, end)
            && self.is_plural(at, end)
        {
            Some(Phrase { start: at, head: at })
        } else {
            // "could rise 10 times": how much, not how often
            let changes = self
                .level_verb(spot)
                .is_some_and(|verb| self.language.figures.changes.has(self.document.normal(verb)));
            let counts = self.document.normal(times) == grammar.times && !compares && !self.is_plain(at);
            (counts && !changes).then_some(Phrase { start: times, head: times })
        }
    }

    /// "20 percent **remains of** the land"
    fn remaining(&self, at: usize, end: usize) -> Option<Phrase> {
        let grammar = &self.language.grammar;
        let verb = at + usize::from(self.class(at) == Some(WordClass::Auxiliary));
        let left = grammar.remaining.has(self.word(verb, end)) && self.word(verb + 1, end) == grammar.of;
        if left { self.phrase_of(verb + 2, end) } else { None }
    }

    /// After "of": "43,000 of its **soldiers**", "tonnes of **zinc**".
    fn divided(&self, figure: &FigureMention, at: usize, spot: &Spot) -> Option<Phrase> {
        let end = spot.sentence.end;
        match figure.kind {
            _ if !self.reaches(figure, spot) => None,
            FigureKind::Measure | FigureKind::Money => self.mass(at, end),
            // "the third of the month" is one of no months
            FigureKind::Ordinal => self.phrase_of(at, end).filter(|phrase| self.is_plural(phrase.head, end)),
            _ => self.phrase_of(at, end),
        }
    }

    /// "39,000 **deaths**", "one **soldier**", "12 **dead**".
    fn numbered(&self, figure: &FigureMention, at: usize, spot: &Spot) -> Option<Phrase> {
        let end = spot.sentence.end;
        let is_one = [0, 1].iter().any(|&number| figure.value == Some(Decimal::whole(number)));
        if is_one && figure.high.is_none() && figure.kind == FigureKind::Cardinal {
            return self.singular(at, end);
        }
        let described = || if self.describes(spot) { self.described(at, spot) } else { None };
        self.state(at, end).or_else(|| self.plural(at, end)).or_else(described)
    }

    /// "the third **wave**", "the fourth and final **test**"; not "when he first began preparing it".
    fn in_order(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let end = spot.sentence.end;
        let describes = self.describes(spot);
        let is_joined = at + 1 < end
            && self.class(at) == Some(WordClass::Conjunction)
            && self.mark(at + 1) == Mark::Nothing;
        if describes && is_joined {
            self.singular(at + 1, end)
        } else if !describes && self.is_doing(at) {
            self.plural(at, end)
        } else {
            self.ranked(at, spot)
        }
    }

    /// "$3 million worth of **drugs**", "$3 million in **aid**", "a $600 **fine**", "£4bn **cuts**".
    fn bought(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let grammar = &self.language.grammar;
        let end = spot.sentence.end;
        let next = self.word(at, end);
        if next == grammar.worth {
            return if self.word(at + 1, end) == grammar.of { self.phrase_of(at + 2, end) } else { None };
        }
        if self.is_level(spot) {
            None
        } else if next == grammar.money_in {
            // "in return", "rose 36 cents in electronic trading"
            let manner = |at: usize| grammar.money_manners.has(self.word(at, end));
            if manner(at + 1) { None } else { self.bare(at + 1, end).filter(|phrase| !manner(phrase.head)) }
        } else if self.describes(spot) {
            self.sized(at, spot)
        } else if self.leads_noun(at, end) {
            self.bare(at, end)
        } else {
            None
        }
    }

    /// "a three-metre **wall**", "a five-year **high**".
    fn sized(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let indefinite =
            || if self.is_indefinite(spot) { self.singular(at, spot.sentence.end) } else { None };
        self.measured(self.past_dimension(at, spot.sentence.end), spot).or_else(indefinite)
    }

    /// Whether the figure stands where an adjective would: after an article or possessive, or glued to its
    /// unit by a hyphen.
    pub fn describes(&self, spot: &Spot) -> bool {
        let hyphenated = spot.qualified.clone().any(|at| is_hyphen(self.document.word(at)));
        let before = spot.qualified.start.checked_sub(1).filter(|&at| at >= spot.sentence.start);
        let opens = |at: usize| matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive));
        // "a permanent 10 percent cap"
        let behind = |at: usize| {
            let lower = self.document.word(at).starts_with(char::is_lowercase);
            at > spot.sentence.start
                && lower
                && self.is_plain(at)
                && self.language.grammar.indefinite.has(self.document.normal(at - 1))
        };
        let opened = before.is_some_and(|at| opens(at) || behind(at));
        hyphenated || self.is_glued_on(spot) || opened || self.is_indefinite(spot)
    }

    /// "**a** 10 percent rise"
    fn is_indefinite(&self, spot: &Spot) -> bool {
        let indefinite = &self.language.grammar.indefinite;
        let first = spot.qualified.start;
        let before = first.checked_sub(1).filter(|&at| at >= spot.sentence.start);
        indefinite.has(self.document.normal(first))
            || before.is_some_and(|at| indefinite.has(self.document.normal(at)))
    }

    /// What an amount with a unit describes: in the singular after "a", else more likely in the plural.
    fn measured(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let end = spot.sentence.end;
        if self.is_indefinite(spot) {
            return self.singular(at, end).or_else(|| self.plural(at, end));
        }
        self.plural(at, end).or_else(|| self.singular(at, end))
    }

    /// "the 11 **member** agreement": before another noun in the singular it is the first that is counted.
    fn described(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let end = spot.sentence.end;
        let lower = |at: usize| self.is_plain(at) && self.document.word(at).starts_with(char::is_lowercase);
        let pair = at + 1 < end && lower(at) && lower(at + 1);
        let whole = self.singular(at, end)?;
        // "the two meet": several of what stands alone would be in the plural
        if whole.start == whole.head && self.mark(whole.head) == Mark::Nothing && !self.is_indefinite(spot) {
            return None;
        }
        Some(if pair && whole.head > at && !self.is_verbal(at) {
            Phrase { start: at, head: at }
        } else {
            whole
        })
    }

    /// "the third wave", "the first two governors".
    fn ranked(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let end = spot.sentence.end;
        let grammar = &self.language.grammar;
        let word = self.word(at, end);
        // "the second half" may be read as a figure of its own
        if grammar.nominal_verbs.has(word) && self.class(at) == Some(WordClass::Determiner) {
            return Some(Phrase { start: at, head: at });
        }
        if at < end && self.mark(at) == Mark::Figure {
            let noun = (at..end.min(at + 3)).find(|&at| self.mark(at) != Mark::Figure)?;
            return self.plural(noun, end);
        }
        // "the first time officials have"
        if grammar.closing_nouns.has(word) && self.describes(spot) {
            return Some(Phrase { start: at, head: at });
        }
        if self.is_verbal(at) && at + 1 < end && matches!(self.mark(at + 1), Mark::Name(NameKind::Person)) {
            return None; // "in the ninth scored Ana Pohl"
        }
        // "the second-lowest **figure**": in an order such nouns count for themselves
        let inside = |&at: &usize| {
            let passes =
                is_hyphen(self.document.word(at)) || grammar.after_numbers.has(self.document.normal(at));
            passes || self.is_weak(at)
        };
        let limit = end.min(at + LONGEST_RANK);
        let weak = |at: &usize| {
            let next = at + 1;
            grammar.weak_nouns.has(self.word(*at, end))
                && self.word(next, end) != grammar.of
                && !self.is_plain(next)
        };
        let weak = || {
            let head = (at..limit).take_while(inside).find(weak)?;
            Some(Phrase { start: head, head })
        };
        self.singular(at, end).map(|phrase| self.without_verb(phrase, end)).or_else(weak)
    }

    /// The last word of a person's name after up to a few words.
    fn described_person(&self, at: usize, end: usize) -> Option<Phrase> {
        let limit = end.min(at + LONGEST_BRACKET);
        let is_person = |at: &usize| self.mark(*at) == Mark::Name(NameKind::Person);
        let first = (at..limit).find(|at| is_person(at) || !self.joins_person(at))?;
        let last = (first..limit).take_while(is_person).last()?;
        let leads = last + 1 < end && self.is_plain(last + 1) && !self.is_verbal(last + 1);
        (!leads).then_some(Phrase { start: first, head: last })
    }

    fn joins_person(&self, at: &usize) -> bool {
        (self.is_plain(*at) && !self.is_verbal(*at)) || is_hyphen(self.document.word(*at))
    }

    /// "the 42-year-old **shocked** his rivals": a verb, not what the age describes.
    fn tells(&self, at: usize, end: usize) -> bool {
        at + 1 < end
            && self.is_verbal(at)
            && (!self.is_plain(at + 1) || self.mark(at + 1) != Mark::Nothing || self.is_plural(at + 1, end))
    }

    /// "within two days of his arrest" says how far off, not of what.
    fn reaches(&self, figure: &FigureMention, spot: &Spot) -> bool {
        let unreaching = &self.language.grammar.unreaching;
        let before = spot.qualified.start.checked_sub(1);
        let opened = before.is_some_and(|at| unreaching.has(self.document.normal(at)));
        !(opened && matches!(figure.kind, FigureKind::Duration | FigureKind::Measure))
    }

    /// "at $3 in early trade": a level, said of something before it.
    fn is_level(&self, spot: &Spot) -> bool {
        let before = spot.qualified.start.checked_sub(1);
        let opened = |at| self.language.grammar.level_openers.has(self.document.normal(at));
        before.is_some_and(opened) && !self.describes(spot)
    }

    /// "a record **of** 153 mph set in May": what it is said of stands before.
    fn is_divided(&self, spot: &Spot) -> bool {
        let before = spot.qualified.start.checked_sub(1);
        before.is_some_and(|at| self.document.normal(at) == self.language.grammar.of)
    }

    /// "10 **centimetre** beetles": a unit in the singular after a number of several.
    fn is_modifier(&self, spot: &Spot) -> bool {
        let unit = spot.qualified.end - 1;
        let ending = self.language.grammar.plural_ending;
        self.document.kind(unit) == Some(TokenKind::Word)
            && !self.document.normal(unit).ends_with(ending)
            && self.language.units.names.has(self.document.normal(unit))
    }

    /// "50 percent **access**": part of what follows, unless it is how much something changed or is so.
    fn takes_part(&self, figure: &FigureMention, at: usize, end: usize) -> bool {
        figure.change.is_none() && self.leads_noun(at, end)
    }

    /// "a deal for $3 million **villas**": a noun right after a sum of money, not "$3 million higher".
    fn leads_noun(&self, at: usize, end: usize) -> bool {
        let grammar = &self.language.grammar;
        let word = self.word(at, end);
        let compares = grammar.adjectives_after.has(word)
            || grammar.links.has(word)
            || grammar.dimensions.has(word)
            || self.language.figures.changes_after.has(word);
        // "40 km past it", "2 % year-on-year"
        let passes = grammar.inner_prepositions.has(word)
            || (is_hyphen(self.word(at + 1, end)) && self.class(at + 2) == Some(WordClass::Preposition));
        let ends =
            passes || word.ends_with(grammar.adverb_ending) || word.ends_with(grammar.participle_of_doing);
        at < end && self.is_plain(at) && !self.is_verbal(at) && !compares && !ends
    }

    /// Past a mark that opens a quotation: "four 'ghost' ships".
    fn past_quote(&self, at: usize, end: usize) -> usize {
        let opens =
            matches!(self.word(at, end), "'" | "‘" | "\"" | "“" | "\"\"") && !self.document.is_glued(at);
        at + usize::from(opens && at + 1 < end && self.is_plain(at + 1) && self.document.is_glued(at + 1))
    }

    /// "3 % **fewer** votes", "two tonnes **more** steel"
    fn compares(&self, figure: &FigureMention, at: usize, end: usize) -> bool {
        let kinds = matches!(figure.kind, FigureKind::Percent | FigureKind::Measure);
        kinds
            && self.language.figures.comparing.has(self.word(at, end))
            && at + 1 < end
            && self.is_plain(at + 1)
    }

    /// Whether token `at` is what there can be more of: no adjective, "20 % more **likely**".
    fn is_amount(&self, at: usize, end: usize) -> bool {
        let grammar = &self.language.grammar;
        let word = self.document.normal(at);
        let adjective = grammar.adjectives_after.has(word)
            || grammar.adjective_endings.iter().any(|ending| word.ends_with(ending));
        self.is_plural(at, end) || !adjective
    }

    /// Past an equivalent in brackets: "22,000 hectares (54,000 acres) of land".
    fn past_bracket(&self, at: usize, end: usize) -> usize {
        if self.word(at, end) != "(" {
            return at;
        }
        let close = (at + 1..end.min(at + LONGEST_BRACKET)).find(|&at| self.document.word(at) == ")");
        let is_equivalent = |close: &usize| (at + 1..*close).any(|at| self.mark(at) == Mark::Figure);
        close.filter(is_equivalent).map_or(at, |close| close + 1)
    }

    /// "three years **long**"
    fn past_dimension(&self, at: usize, end: usize) -> usize {
        at + usize::from(self.language.grammar.dimensions.has(self.word(at, end)))
    }
}
