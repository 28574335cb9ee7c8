//! Nouns right before a figure that describes them: "**bribes** worth $3", "**children** aged 5 to 17",
//! "**voters** under 25", "a **cable** 2 mm thick", "a **deficit** twice as large", "a **rate**, now 4 %".

use super::phrase::Phrase;
use super::{Mark, Scene, Spot, is_hyphen};
use crate::recognize::{FigureKind, FigureMention};

impl Scene<'_, '_> {
    /// The noun right before the figure, where the words between or after say that it is described.
    pub fn beside(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        self.worth(figure, spot)
            .or_else(|| self.aged(figure, spot))
            .or_else(|| self.bounded(figure, spot))
            .or_else(|| self.dimensioned(figure, spot))
            .or_else(|| self.now_at(figure, spot))
    }

    /// "12 cars **worth** $2 million": the noun right before.
    fn worth(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let worth = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let told =
            figure.kind == FigureKind::Money && self.document.normal(worth) == self.language.grammar.worth;
        let mut phrase = if told { self.noun_at(worth - 1, spot)? } else { return None };
        // "taking bribes worth $5"
        phrase.start += usize::from(phrase.start < phrase.head && self.is_doing(phrase.start));
        Some(phrase)
    }

    /// The phrase that ends at token `at`, if a noun does.
    fn noun_at(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let named = matches!(self.mark(at), Mark::Name(_));
        let grammar = &self.language.grammar;
        let word = self.document.normal(at);
        let manner = word.ends_with(grammar.adverb_ending) && !grammar.not_adverbs.has(word);
        let is_noun = self.is_plain(at) && !named && !manner && !self.is_weak(at) && !self.is_verbal(at);
        is_noun.then(|| self.leftwards(at, spot.sentence.start))
    }

    /// "children **aged** 5 to 17 months"
    fn aged(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let aged = &self.language.grammar.aged;
        let kinds = [FigureKind::Age, FigureKind::Duration, FigureKind::Cardinal, FigureKind::Range];
        let first = spot.qualified.start;
        let at = |at: usize| at > spot.sentence.start && aged.has(self.document.normal(at));
        // "aged" may stand before the words that bound the figure, or be one of them
        let opener = if at(first) { Some(first) } else { first.checked_sub(1).filter(|&before| at(before)) }?;
        if kinds.contains(&figure.kind) { self.determined_at(opener - 1, spot) } else { None }
    }

    /// The same, where it is a plural or an article or a number opens it: not "of heart failure aged 70".
    fn determined_at(&self, at: usize, spot: &Spot) -> Option<Phrase> {
        let phrase = self.noun_at(at, spot)?;
        let several = self.is_plural(at, spot.sentence.end);
        (several || self.is_opened(&phrase)).then_some(phrase)
    }

    fn is_opened(&self, phrase: &Phrase) -> bool {
        phrase.start > 0 && self.opens_phrase(phrase.start - 1, phrase.start)
    }

    /// "voters **under** 25", "temperatures **above** 38C": a plural, or a noun that opens the sentence.
    fn bounded(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let kinds = [FigureKind::Age, FigureKind::Cardinal, FigureKind::Money, FigureKind::Temperature];
        let bounds = &self.language.grammar.bounds;
        let first = spot.qualified.start;
        let at = |at: usize| at > spot.sentence.start && bounds.has(self.document.normal(at));
        let bound = if at(first) { Some(first) } else { first.checked_sub(1).filter(|&before| at(before)) }?;
        let noun = bound - 1;
        let several = self.is_plural(noun, spot.sentence.end) || noun == spot.sentence.start;
        let ends = !self.is_plain_noun(spot.qualified.end, spot.sentence.end);
        if kinds.contains(&figure.kind) && several && ends { self.noun_at(noun, spot) } else { None }
    }

    /// "a cable 2 mm **thick**", "a deficit twice **as large**"
    fn dimensioned(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let grammar = &self.language.grammar;
        let (next, end) = (spot.qualified.end, spot.sentence.end);
        let word = self.word(next, end);
        let kinds = matches!(figure.kind, FigureKind::Measure | FigureKind::Duration | FigureKind::Age);
        // "hits an eight-year high"
        let measures = kinds && !spot.qualified.clone().any(|at| is_hyphen(self.document.word(at)));
        let compares = figure.kind == FigureKind::Multiple
            && word == grammar.equal
            && self.is_plain(next + 1)
            && !grammar.quantities.has(self.word(next + 1, end));
        let noun = spot.qualified.start.checked_sub(1).filter(|&at| at >= spot.sentence.start)?;
        let fits = (measures && grammar.extents.has(word)) || compares;
        // "the queen lives twice as long"
        let opened = |phrase: &Phrase| {
            phrase.start > spot.sentence.start
                && grammar.indefinite.has(self.document.normal(phrase.start - 1))
        };
        if fits { self.noun_at(noun, spot).filter(|phrase| !compares || opened(phrase)) } else { None }
    }

    /// "the rate, **now 31 %**, must fall"
    fn now_at(&self, figure: &FigureMention, spot: &Spot) -> Option<Phrase> {
        let now = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start + 1)?;
        let told = self.language.grammar.asides.has(self.document.normal(now))
            && self.document.word(now - 1) == ","
            && self.is_clause_end(spot.qualified.end, spot.sentence.end);
        let kinds = matches!(figure.kind, FigureKind::Percent | FigureKind::Money | FigureKind::Measure);
        if told && kinds { self.subject_head(now - 2, spot.sentence.start) } else { None }
    }
}
