//! Figures: amounts with their unit and the words that qualify them.
//!
//! `39,000`, `$1.762bn`, `a 42-year-old`, `between 10 and 15 km`: the tables at the end show every form.
//!
//! What an amount counts is not found here but in `resolve/`; dates are another recogniser's, and only
//! what is certainly no figure (times of day, years after "in", telephone numbers) is left out here.
//!
#![doc = include_str!("FORMS.md")]

mod age;
mod amount;
mod change;
mod marker;
mod money;
mod number;
mod ordinal;
mod part;
mod qualify;
mod range;
mod rate;
mod role;
#[cfg(test)]
mod roundtrip;
mod single;
#[cfg(test)]
mod tests;
mod unit;
mod vague;

use std::borrow::Cow;

use self::amount::{Amount, operand};
use self::qualify::Qualified;
use super::grammar::{Words, longest_before};
use super::starters::Starters;
use super::{Bound, Change, FigureKind, FigureMention, FigureRole};
use crate::lang::Language;
use crate::text::{Document, Span, TokenKind};

/// Finds the figures of texts in one language. Build it once: what a figure may begin with is gathered from many
/// lists, which takes longer than a page does.
pub struct Finder {
    language: &'static Language,
    starters: Starters,
}

impl Finder {
    /// For texts in `language`.
    pub fn new(language: &'static Language) -> Self {
        Self { language, starters: starters(language) }
    }

    /// Every figure of the document, in text order, none overlapping.
    pub fn find(&self, document: &Document) -> Vec<FigureMention> {
        let mut figures = Vec::new();
        for sentence in &document.sentences {
            let words = Words::of(document, self.language, sentence.tokens.clone());
            let mut at = sentence.tokens.start;
            if let Some(share) = single::share(words, at) {
                at = step_over(words, share, &mut figures);
            }
            while at < sentence.tokens.end {
                at =
                    if can_start(&self.starters, words, at) { step(words, at, &mut figures) } else { at + 1 };
            }
        }
        figures
    }
}

/// Reads what begins at token `at`, if anything, and gives the token to go on at.
fn step(words: Words, at: usize, figures: &mut Vec<FigureMention>) -> usize {
    if let Some(end) = role::skip(words, at).or_else(|| role::skip_compound(words, at)) {
        return end;
    }
    let Some(amount) = read(words, at) else { return at + 1 };
    step_over(words, amount, figures)
}

/// Adds the amount, if it is a figure, and gives the token to go on at.
fn step_over(words: Words, amount: Amount, figures: &mut Vec<FigureMention>) -> usize {
    let end = amount.full_end();
    if let Some(mut mention) = mention(words, amount, figures.last()) {
        if let Some(last) = figures.last().filter(|last| converts(words, last, &mention)) {
            mention.bound = last.bound;
        }
        if let Some(last) = figures.last().filter(|last| borrows(words, last, &mention)) {
            mention.kind = last.kind;
            mention.unit.clone_from(&last.unit);
        }
        figures.push(mention);
    }
    end
}

/// "fell from 24 weeks to 20": the second of two levels, side by side, is told in the unit of the first.
fn borrows(words: Words, first: &FigureMention, second: &FigureMention) -> bool {
    let levels = |change| matches!(change, Some(Change::To | Change::From));
    let bare = second.kind == FigureKind::Cardinal && second.unit.is_none() && second.per.is_none();
    let measured = first.unit.is_some() && first.kind != FigureKind::Money;
    let apart = levels(first.change) && levels(second.change) && first.change != second.change;
    if !(bare && measured && apart) || first.qualified.end >= second.qualified.start {
        return false;
    }
    let between = Span::new(first.qualified.end, second.qualified.start);
    words.text(between).split_whitespace().count() == 1
}

/// "more than 100 km (60 miles)": the same amount in another unit is as exact as the first.
fn converts(words: Words, first: &FigureMention, second: &FigureMention) -> bool {
    let bracketed = words.text(Span::new(first.span.end, second.span.start)) == " (";
    let one_sided = !matches!(first.bound, Bound::Exact | Bound::Between);
    bracketed
        && one_sided
        && second.bound == Bound::Exact
        && first.kind == second.kind
        && first.unit != second.unit
}

/// The amount that begins at token `at`. The first form that fits wins.
fn read(words: Words, at: usize) -> Option<Amount> {
    None.or_else(|| vague::plural(words, at)) // first: "hundreds" is also a number word
        .or_else(|| vague::loose(words, at)) // before numbers and articles: "a few hundred"
        .or_else(|| vague::multiple(words, at)) // a word of its own, in no other form
        .or_else(|| ordinal::ordinal(words, at)) // before numbers: "twenty-first" begins with one
        .or_else(|| pair_or_single(words, at)) // before articles: "a million" begins with one
        .or_else(|| single::single(words, at)) // last: "a mile", where no number is
}

/// An amount with a number in it, alone or with a second one.
fn pair_or_single(words: Words, at: usize) -> Option<Amount> {
    let mut low = operand(words, at)?;
    let before = words.normal(opener_before(words, at));
    let changes = change::differs(words, at);
    // After a verb of change "from" opens no range but leads to a level.
    let is_level = changes && words.language.figures.levels.has(before);
    let opener = words.language.figures.range_openers.get(before).copied().filter(|_| !is_level);
    let single = |low: &Amount| Some(low.clone());
    let found = None
        .or_else(|| range::bounded(words, &low)) // first: what bounds each end is no range of its own
        .or_else(|| range::score(words, &low)) // before ranges, which rise: "2-1", "1-2 defeat"
        .or_else(|| range::against(words, &low)) // they fall or stay: "3 to 1"
        .or_else(|| if is_level { range::level(words, &low) } else { None }) // before ranges: "rose from 4 to 5 %"
        .or_else(|| range::range(words, &low, opener, changes).filter(|_| !role::is_dated(words, &low))) // "10 to 15"
        .or_else(|| range::proportion(words, &low)) // "one in five"
        .or_else(|| single(&low));
    low = found?;
    age::tell(words, &mut low);
    Some(low)
}

/// The token before token `at`, over what says that an age follows: "between the ages of".
fn opener_before(words: Words, at: usize) -> usize {
    let Some((_, start)) = longest_before(words, &words.language.figures.age_openers, at, 2) else {
        return words.before(at);
    };
    let before = words.before(start);
    if words.language.figures.wholes.has(words.normal(before)) { words.before(before) } else { before }
}

/// The amount with the words that qualify it; nothing where it is no figure.
fn mention(words: Words, amount: Amount, last: Option<&FigureMention>) -> Option<FigureMention> {
    let mut qualified = qualify::qualify(words, &amount);
    let bounded = qualified.bound != Bound::Exact;
    let role = role::role(words, &amount, bounded)?;
    let steady = matches!(amount.kind, FigureKind::Ordinal | FigureKind::Age | FigureKind::Score);
    let fixed = steady || role == FigureRole::Label;
    let find = |qualified: &Qualified| if fixed { None } else { change::change(words, qualified, &amount) };
    let mut change = find(&qualified);
    let opener = words.before(qualified.start);
    let opens = words.language.figures.range_openers.has(words.normal(opener));
    if amount.high.is_some() && !steady && opens && change.is_none() {
        qualified.start = opener;
        change = find(&qualified);
    }
    if change.is_none() && !fixed {
        change = last.and_then(|last| change::shared(words, &qualified, &amount, last));
    }
    let from = last.map_or(0, |last| last.span.end);
    let outer = words.span(qualified.start..qualified.end);
    let span = words.span(amount.start..amount.end);
    let bound = if amount.kind == FigureKind::Score { Bound::Exact } else { qualified.bound };
    Some(FigureMention {
        span,
        qualified: if outer.start < from { span } else { outer },
        kind: amount.kind,
        value: amount.value,
        high: amount.high,
        unit: amount.unit.map(Cow::into_owned),
        per: amount.per.map(|(per, _)| per.into_owned()),
        bound,
        change,
        role,
    })
}

/// The words and marks that a figure can begin with.
fn starters(language: &Language) -> Starters {
    let (numbers, currencies) = (&language.numbers, &language.currencies);
    let mut starters = Starters::none();
    for table in [&numbers.cardinals, &numbers.ordinals, &numbers.denominators] {
        starters.add(table);
    }
    for table in [&numbers.articles, &numbers.negatives, &numbers.points] {
        starters.add(table);
    }
    for table in [&currencies.signs, &currencies.prefixes] {
        starters.add(table);
    }
    starters.add(&numbers.plurals);
    starters.add(&numbers.loose);
    starters.add(&currencies.codes);
    starters.add(&language.figures.multiples);
    let leads = |name: &str| currencies.leading.has(name.rsplit(' ').next().unwrap_or(name));
    let names = currencies.names.entries().iter().map(|&(name, _)| name);
    names.filter(|name| leads(name)).for_each(|name| starters.add_phrase(name));
    starters
}

/// Whether a figure can begin with token `at`.
fn can_start(starters: &Starters, words: Words, at: usize) -> bool {
    match words.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => starters.has(words.normal(at)),
        Some(TokenKind::Mark) => {
            let opens =
                matches!(words.word(at), "-" | "−" | "–" | "+" | ".") || starters.has(words.normal(at));
            opens && (words.is_number(at + 1) || words.is_glued(at + 1) || !words.is_glued(at))
        }
        Some(TokenKind::Address) | None => false,
    }
}
