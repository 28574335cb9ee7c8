//! What money is given for, and what is rated: "spent $67 million on a **line**", "ordered 24 **jets** for
//! $3 billion", "the **house** sold for $2 million", "puts the **toll** at 30".
//!
//! Only verbs that mean it lead there: "he left home for $40" tells of no price.

use super::phrase::Phrase;
use super::{Mark, Scene, Spot};
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention, NameKind};

/// "bought the old house on the corner for": between the verb and its price.
const LONGEST_DEAL: usize = 14;

impl Scene<'_, '_> {
    /// The object of a verb of payment, trade or estimate.
    pub fn dealt(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let is_money = figure.kind == FigureKind::Money;
        let given = || if is_money { self.given_for(spot) } else { None };
        let traded = || if is_money { self.traded_for(spot) } else { None };
        given().or_else(traded).or_else(|| self.rated_at(spot))
    }

    /// "paid $40 **for a used pram**", "spend $67 million **on a line**"
    fn given_for(&self, spot: &Spot) -> Option<Phrase> {
        let grammar = &self.language.grammar;
        let verb = spot.qualified.start.checked_sub(1).filter(|&at| at >= spot.sentence.start)?;
        let (aim, end) = (spot.qualified.end, spot.sentence.end);
        let gives = grammar.givers.has(self.document.normal(verb));
        if !gives || !grammar.aims.has(self.word(aim, end)) || aim + 1 >= end {
            return None;
        }
        let phrase = self.phrase_of(aim + 1, self.before_conjunction(aim + 1, end))?;
        let crossed = (aim + 1..phrase.head).any(|at| self.mark(at) == Mark::Date);
        let person = self.mark(phrase.head) == Mark::Name(NameKind::Person);
        (!crossed && !person).then_some(phrase)
    }

    /// "ordered 24 jets **for $3 billion**"; the subject where the verb stands right before: "it sold for $3".
    fn traded_for(&self, spot: &Spot) -> Option<Phrase> {
        let grammar = &self.language.grammar;
        let link = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        if self.document.normal(link) != grammar.price {
            return None;
        }
        let stop = spot.sentence.start.max(link.saturating_sub(LONGEST_DEAL));
        let verb = (stop..link).rev().find(|&at| grammar.traders.has(self.document.normal(at)))?;
        let particle = self.language.grammar.inner_prepositions.has(self.document.normal(verb + 1));
        let adrift = self.class(verb + 1) == Some(WordClass::Preposition) && !particle;
        if verb + 1 == link || adrift {
            // "sells in Peru for $40"
            let last = self.before_verb(verb, spot.sentence.start)?;
            let subject = self.antecedent(last, spot.sentence.start)?;
            return self.subject_head(subject, spot.sentence.start);
        }
        self.object_of(verb + usize::from(particle), link)
    }

    /// "**puts** the number of dead **at** eight", "values the brewery at $3", "**gives** its length **as** 20 km"
    fn rated_at(&self, spot: &Spot) -> Option<Phrase> {
        let link = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let grammar = &self.language.grammar;
        let raters = match self.document.normal(link) {
            word if self.language.figures.arriving.has(word) => &grammar.raters,
            word if word == grammar.equal => &grammar.tellers,
            _ => return None,
        };
        let stop = spot.sentence.start.max(link.saturating_sub(LONGEST_DEAL));
        let verb = (stop..link).rev().find(|&at| raters.has(self.document.normal(at)))?;
        if self.is_plain_noun(spot.qualified.end, spot.sentence.end) {
            return None;
        }
        self.object_of(verb, link)
    }

    /// The object between a verb and the preposition at `link`, if it is one phrase and no pronoun.
    fn object_of(&self, verb: usize, link: usize) -> Option<Phrase> {
        let first = verb + 1;
        let ends = |at: usize| {
            let class = self.class(at);
            let clause = matches!(class, Some(WordClass::Relative | WordClass::Verb | WordClass::Auxiliary));
            clause || matches!(self.document.word(at), "," | ";" | "\"" | "“" | "”")
        };
        if first >= link || (first..link).any(ends) {
            return None;
        }
        // "kept the rate **steady** at"
        let steady = self.language.grammar.steady.has(self.document.normal(link - 1));
        let last = (link - 1).checked_sub(usize::from(steady)).filter(|&last| last >= first)?;
        let head = self.first_head(first, last)?;
        // "the number of **dead**"
        let people = self.language.grammar.plurals.has(self.document.normal(head));
        let good =
            head >= first && self.is_plain(head) && !self.is_weak(head) && (people || !self.is_verbal(head));
        good.then(|| self.after_figures(self.leftwards(head, first)))
    }

    /// The phrase without the figure that it begins with.
    fn after_figures(&self, mut phrase: Phrase) -> Phrase {
        while phrase.start < phrase.head && self.mark(phrase.start) == Mark::Figure {
            phrase.start += 1;
        }
        phrase
    }
}
