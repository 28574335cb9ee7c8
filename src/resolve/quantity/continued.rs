//! Figures that go on from one before them: "fell to 4 % in May **from 5 %**", "a profit of $3, **up 18 %**",
//! "a loan of $9, of which **$2** is paid", "more jobs than the **90**", "the fourth truce and **the first**".
//!
//! They take the noun of that figure, and only within its sentence; what stands between may be dates and
//! words that bind, no other noun.

use super::elliptic::{Earlier, MOST_BETWEEN};
use super::phrase::Phrase;
use super::{Mark, Scene, Spot};
use crate::lang::grammar::WordClass;
use crate::recognize::{FigureKind, FigureMention, FigureRole};

/// "in the three months to May": between two levels of one thing.
const LONGEST_CROSSING: usize = 10;

impl Scene<'_, '_> {
    /// What an earlier figure of the sentence counts, where this one goes on from it.
    pub fn goes_on_from(&self, figure: &FigureMention, earlier: &Earlier) -> Option<Phrase> {
        let last = earlier.figures.last()?;
        let spot = self.spot(figure.qualified)?;
        if figure.role != FigureRole::Claim || last.qualified.end > figure.qualified.start {
            return None;
        }
        // "compared with 30 % of men"
        if self.word(spot.qualified.end, spot.sentence.end) == self.language.grammar.of {
            return None;
        }
        self.part_of_which(&spot, earlier)
            .or_else(|| self.source_level(figure, &spot, earlier))
            .or_else(|| self.differs_from(figure, &spot, earlier))
            .or_else(|| self.compared_with(figure, &spot, earlier))
            .or_else(|| self.ranks_with(figure, &spot, earlier))
    }

    /// "from ten points **to three**", "to 4.4 % in May **from 4.3 %**"
    fn source_level(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let mut level = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start + 1)?;
        let figures = &self.language.figures;
        let mut links = figures.levels.has(self.document.normal(level));
        // "$3, compared with $2 in May"
        if self.is_verbal(level - 1) && self.mark(level - 1) == Mark::Nothing {
            links |= figures.bases.has(self.document.normal(level));
            level -= 1;
        }
        if !links || self.is_plain_noun(spot.qualified.end, spot.sentence.end) {
            return None;
        }
        // "from ten points to three": the noun right before the preposition
        let last = earlier.figures.last()?;
        let both = figure.kind == FigureKind::Cardinal && last.kind == FigureKind::Cardinal;
        let counted = earlier.found.last()?.filter(|phrase| both && phrase.head + 1 == level);
        counted.or_else(|| self.told_before(figure, spot, level, earlier))
    }

    /// What the figure that ends before token `level` was said of.
    fn told_before(
        &self,
        figure: &FigureMention,
        spot: &Spot,
        level: usize,
        earlier: &Earlier,
    ) -> Option<Phrase> {
        let reached = self.across_dates(level, spot.sentence.start)?;
        let last = earlier.figures.last()?;
        let own = (*earlier.found.last()?).filter(|_| last.kind == figure.kind || is_part(last.kind));
        let both = figure.kind == FigureKind::Cardinal && last.kind != FigureKind::Cardinal;
        let near = || if both { None } else { self.same_measure(figure, spot, earlier) };
        let phrase = own.or_else(near).filter(|phrase| spot.sentence.contains(&phrase.start))?;
        // "a fifth of the country, down from 27 %"
        let noun = reached == phrase.head && (last.kind == figure.kind || is_part(figure.kind));
        let adjoins = self.mark(reached) == Mark::Figure || noun;
        (adjoins && phrase.head <= reached).then_some(phrase)
    }

    /// ", **up 18 %**", ", **6 % more** than in July": the change of what was just counted.
    fn differs_from(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let figures = &self.language.figures;
        let (start, end) = (spot.sentence.start, spot.sentence.end);
        let first = spot.qualified.start;
        let before = first.checked_sub(1).filter(|&at| at > start)?;
        let particle = figures.change_particles.has(self.document.normal(before));
        let comma = before - usize::from(particle);
        let more = figures.comparing.has(self.word(spot.qualified.end, end))
            || figures.comparatives.has(self.word(spot.qualified.end, end));
        let compared = more && figures.comparers.has(self.word(spot.qualified.end + 1, end));
        let inside = figures.change_particles.has(self.document.normal(first));
        if self.document.word(comma) != "," || !(particle || inside || compared) {
            return None;
        }
        let last = earlier.figures.last()?;
        let phrase = (*earlier.found.last()?)?;
        let behind = self.across_dates(comma, start)?;
        let same = figure.kind == last.kind || is_part(figure.kind);
        let adjoins = behind == phrase.head || self.mark(behind) == Mark::Figure;
        (same && adjoins && phrase.head < comma).then_some(phrase)
    }

    /// The token before `at`, across dates and what leads to them.
    fn across_dates(&self, at: usize, start: usize) -> Option<usize> {
        let stop = start.max(at.saturating_sub(LONGEST_CROSSING));
        let binds = |at: usize| {
            matches!(self.class(at), Some(WordClass::Preposition | WordClass::Determiner))
                || self.document.word(at) == ","
        };
        let crossed =
            |at: &usize| self.mark(*at) == Mark::Date || (self.mark(*at) == Mark::Nothing && binds(*at));
        (stop..at).rev().find(|at| !crossed(at))
    }

    /// What the nearest earlier figure of the same kind counts; shares of any form are of one kind.
    pub fn same_measure(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let is_share =
            |kind: FigureKind| matches!(kind, FigureKind::Percent | FigureKind::Fraction | FigureKind::Ratio);
        let is_same = |other: &FigureMention| {
            other.kind == figure.kind || (is_share(other.kind) && is_share(figure.kind))
        };
        let near = earlier.figures.len().saturating_sub(MOST_BETWEEN);
        let index = (near..earlier.figures.len()).rev().find(|&index| is_same(&earlier.figures[index]))?;
        earlier.found[index].filter(|phrase| spot.sentence.contains(&phrase.start))
    }

    /// "damage of $3 billion, **of which 4 %** was insured": what the clause is about.
    fn part_of_which(&self, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let grammar = &self.language.grammar;
        let start = spot.sentence.start;
        let mut which = spot.qualified.start.checked_sub(1).filter(|&at| at > start + 2)?;
        if self.class(which) == Some(WordClass::Adverb) {
            which -= 1; // "of which only"
        }
        let leads = grammar.relatives.has(self.document.normal(which))
            && self.document.normal(which - 1) == grammar.of;
        if !leads || self.is_plain_noun(spot.qualified.end, spot.sentence.end) {
            return None;
        }
        let counted = (*earlier.found.last()?).filter(|phrase| spot.sentence.contains(&phrase.start));
        counted.filter(|phrase| phrase.head < which).or_else(|| {
            let comma = which.checked_sub(2).filter(|&at| self.document.word(at) == ",")?;
            let noun = comma.checked_sub(1).filter(|&at| at >= start && self.is_plain(at))?;
            (!self.is_verbal(noun) && !self.is_weak(noun)).then(|| self.leftwards(noun, start))
        })
    }

    /// "added 300 jobs, more **than the 90** that were forecast"
    fn compared_with(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        // the words that bound the figure may hold them: "more than the 90"
        let number = self.spot(figure.span)?.qualified.start;
        let before = number.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let defined = self.class(before) == Some(WordClass::Determiner);
        let than = before - usize::from(defined);
        let outside = defined || than < spot.qualified.start;
        let compares = outside && self.language.figures.comparers.has(self.document.normal(than));
        let bare =
            figure.kind == FigureKind::Cardinal && !self.is_plain_noun(spot.qualified.end, spot.sentence.end);
        if compares && bare { self.earlier_plural(spot, earlier) } else { None }
    }

    /// "the fourth truce and **the first** to hold"
    fn ranks_with(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let the = spot.qualified.start.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let link = the - 1;
        let joined = self.class(link) == Some(WordClass::Conjunction) || self.document.word(link) == ",";
        let opened = self.class(the) == Some(WordClass::Determiner) && joined;
        let end = spot.qualified.end;
        let alone = self.word(end, spot.sentence.end) == self.language.grammar.infinitive
            || self.is_clause_end(end, spot.sentence.end);
        let bare = figure.kind == FigureKind::Ordinal && opened && alone;
        if bare { self.same_measure(figure, spot, earlier) } else { None }
    }

    /// "prices start at $9 **and run to $25**": the second verb of one subject.
    pub fn told_again(&self, figure: &FigureMention, spot: &Spot, earlier: &Earlier) -> Option<Phrase> {
        let verb = self.level_verb(spot)?;
        let link = verb.checked_sub(1).filter(|&at| at > spot.sentence.start)?;
        let joined = self.class(link) == Some(WordClass::Conjunction) && self.mark(link) == Mark::Nothing;
        let behind = if joined { self.across_dates(link, spot.sentence.start)? } else { return None };
        let phrase = self.same_measure(figure, spot, earlier)?;
        (figure.kind != FigureKind::Cardinal && self.mark(behind) == Mark::Figure && phrase.head < behind)
            .then_some(phrase)
    }

    /// Whether the clause may end at token `at`: with a mark, a conjunction, or the sentence.
    pub fn is_clause_end(&self, at: usize, end: usize) -> bool {
        at >= end
            || matches!(
                self.document.word(at),
                "," | ";" | "." | ")" | ":" | "\"" | "”" | "’" | "—" | "–" | "!" | "?"
            )
            || self.class(at) == Some(WordClass::Conjunction)
    }
}

/// Whether it tells how a thing compares, whatever the thing is measured in.
fn is_part(kind: FigureKind) -> bool {
    matches!(
        kind,
        FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Multiple | FigureKind::Fraction
    )
}
