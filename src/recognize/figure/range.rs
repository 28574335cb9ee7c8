//! Two amounts that are one: ranges, proportions, scores.

use super::amount::{Amount, operand};
use super::qualify;
use crate::lang::figure::{Joiner, Limit, Proportion};
use crate::recognize::grammar::{Words, is_dash, is_hyphen, longest};
use crate::recognize::{Decimal, FigureKind};

/// Scores have at most so many points a side; what is larger is a range or a subtraction.
const HIGHEST_SCORE: i64 = 200;

/// Neighbours joined by "or" are at most this many times apart: "three or four", not "two or 300".
const WIDEST_CHOICE: i64 = 3;

/// The range that begins with the amount `low`, if it is one.
///
/// `opener` is what joins the ends after "between" or "from" before the amount; `changes` says that a
/// verb of change stands before it, and then "to" leads to a level, not to the end of a range.
pub(super) fn range(words: Words, low: &Amount, opener: Option<&str>, changes: bool) -> Option<Amount> {
    let (joiner, next) = joiner(words, low, opener)?;
    let next = qualify::skip_about(words, next);
    let high = operand(words, next)?;
    // "rose 3 % to 5 %" are two; "fell $89 to $93 billion" and "by 1 to 2 degrees" are one.
    let shares = low.kind == FigureKind::Money && high.power > 0;
    let by_itself = low.power > 0 || (low.unit.is_some() && !shares);
    if joiner == Join::To && changes && by_itself {
        return None;
    }
    let range = unify(low, &high)?;
    let (bottom, top) = (range.value?, range.high?);
    let rises = top > bottom;
    let fits = match joiner {
        Join::Opened => true,
        Join::Dash | Join::To => rises,
        Join::Or => rises && top <= bottom.times(Decimal::whole(WIDEST_CHOICE))?,
    };
    fits.then(|| as_range(range))
}

/// "more than 10 but fewer than 20": two bounds on either side of what lies between them. The words of
/// the first stay outside the amount, as those of a range do.
pub(super) fn bounded(words: Words, first: &Amount) -> Option<Amount> {
    let figures = &words.language.figures;
    let (&opening, _) = qualify::bound_before(words, first.start)?;
    let at = first.full_end();
    let comma = usize::from(words.word(at) == ",");
    let joined = usize::from(figures.bound_joiners.has(words.normal(at + comma)));
    if comma + joined == 0 {
        return None;
    }
    let (&closing, next) = qualify::bound_at(words, at + comma + joined)?;
    let second = operand(words, next)?;
    let mut range = unify(first, &second)?;
    match (opening, closing) {
        (Limit::MoreThan | Limit::AtLeast, Limit::LessThan | Limit::AtMost) => {}
        (Limit::LessThan | Limit::AtMost, Limit::MoreThan | Limit::AtLeast) => {
            std::mem::swap(&mut range.value, &mut range.high);
        }
        _ => return None,
    }
    range.is_bounded = true;
    (range.high? > range.value?).then(|| as_range(range))
}

/// A range without a unit is of its own kind.
fn as_range(mut range: Amount) -> Amount {
    if matches!(range.kind, FigureKind::Cardinal | FigureKind::Fraction) {
        range.kind = FigureKind::Range;
    }
    range
}

/// What stands between two ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    /// What "between" or "from" asked for.
    Opened,
    /// A hyphen or dash.
    Dash,
    /// "to"
    To,
    /// "or"
    Or,
}

fn joiner(words: Words, low: &Amount, opener: Option<&str>) -> Option<(Join, usize)> {
    let at = low.full_end();
    let word = words.word(at);
    if opener.is_some_and(|joiner| words.normal(at) == joiner) {
        return Some((Join::Opened, at + 1));
    }
    // "7- or 8-inch"
    let hung = usize::from(is_hyphen(word) && words.is_glued(at) && !words.is_glued(at + 1));
    if hung == 0 && at == low.end && (is_dash(word) || word == "~") {
        let glued = words.is_glued(at);
        // "5 – and 3": a dash with one space is punctuation.
        return (glued == words.is_glued(at + 1) && word != "—").then_some((Join::Dash, at + 1));
    }
    match words.language.figures.range_joiners.get(words.normal(at + hung))? {
        Joiner::To => Some((Join::To, at + hung + 1)),
        Joiner::Or => Some((Join::Or, at + hung + 1)),
    }
}

/// The two ends as one amount, if their units agree; the first takes the unit and the magnitude of the
/// second where it has none.
fn unify(low: &Amount, high: &Amount) -> Option<Amount> {
    let mut low = low.clone();
    let mut high = high.clone();
    if low.unit.is_some() && high.unit.is_none() && high.kind == FigureKind::Cardinal {
        high.unit.clone_from(&low.unit);
        high.kind = low.kind;
    }
    if low.unit.is_none() && low.kind == FigureKind::Cardinal && low.per.is_none() {
        low.unit.clone_from(&high.unit);
        low.kind = high.kind;
    }
    let both_numbers = matches!(low.kind, FigureKind::Cardinal | FigureKind::Fraction)
        && matches!(high.kind, FigureKind::Cardinal | FigureKind::Fraction);
    if low.unit != high.unit || (low.kind != high.kind && !both_numbers) {
        return None;
    }
    let mut value = low.value?;
    if low.power == 0 && high.power > 0 {
        // "four to five thousand", "$10 to $15 billion"
        let scaled = value.scaled(i32::from(high.power))?;
        if scaled < high.value? {
            value = scaled;
        }
    }
    low.value = Some(value);
    low.high = high.value;
    low.end = high.end;
    low.per = high.per.or(low.per);
    low.power = high.power;
    Some(low)
}

/// "one in five", "3 out of 10", "37.5 per 100,000", "113 cases for every 100,000": of two numbers the first
/// is the smaller, and what a rate is counted by is round.
pub(super) fn proportion(words: Words, top: &Amount) -> Option<Amount> {
    if top.unit.is_some() || top.kind != FigureKind::Cardinal {
        return None;
    }
    let (&kind, next) = proportion_after(words, top.end)?;
    let bottom = operand(words, next)?;
    let (least, most) = (top.value?, bottom.value?.to_whole()?);
    let plain = bottom.unit.is_none() && bottom.kind == FigureKind::Cardinal;
    let round = most >= 100 && most % 10 == 0;
    let year = words.word(next).len() == 4 && words.is_number(next);
    let smaller = least.to_whole().is_some_and(|least| 0 < least && least < most);
    let fits = match kind {
        Proportion::Part => smaller && !year,
        Proportion::Rate => round,
        Proportion::Either => round || smaller,
    };
    if !plain || !fits {
        return None;
    }
    let mut ratio = Amount::plain(top.start, bottom.end, least.over(bottom.value?)?);
    ratio.kind = FigureKind::Ratio;
    Some(ratio)
}

/// What joins the numbers of a proportion, from token `at`; before a rate a noun may stand, and a word on it.
fn proportion_after<'d>(words: Words<'d>, at: usize) -> Option<(&'d Proportion, usize)> {
    /// "90 homicides registered for every"
    const MOST_WORDS: usize = 2;
    let figures = &words.language.figures;
    let found = |at| longest(words, &figures.proportions, at, 3);
    if let Some(found) = found(at) {
        return Some(found);
    }
    let is_noun = |at| words.is_word(at) && !words.language.grammar.binds(words.normal(at));
    let nouns = (at..at + MOST_WORDS).take_while(|&at| is_noun(at)).count();
    (1..=nouns).find_map(|nouns| found(at + nouns)).filter(|(kind, _)| **kind != Proportion::Part)
}

/// "2-1", "6–4": two small numbers around a dash without spaces that cannot be a range, or stand
/// beside a word of winning.
pub(super) fn score(words: Words, home: &Amount) -> Option<Amount> {
    let at = home.end;
    let dash =
        is_dash(words.word(at)) && words.word(at) != "—" && words.is_glued(at) && words.is_glued(at + 1);
    if !dash || !words.is_number(at + 1) || home.kind != FigureKind::Cardinal || home.unit.is_some() {
        return None;
    }
    let away = operand(words, at + 1)?;
    let (left, right) = (home.value?.to_whole()?, away.value?.to_whole()?);
    let small = (0..=HIGHEST_SCORE).contains(&left) && (0..=HIGHEST_SCORE).contains(&right);
    if !small || away.unit.is_some() || away.kind != FigureKind::Cardinal || is_dash(words.word(away.end)) {
        return None;
    }
    let told = beside_score(words, home.start, away.end);
    let falls = left >= right && words.word(at + 1).len() <= 2 + usize::from(left >= 100);
    if !told && !falls {
        return None;
    }
    let mut score = Amount::plain(home.start, away.end, home.value?);
    score.high = away.value;
    score.kind = FigureKind::Score;
    Some(score)
}

/// Whether a word of winning stands within two tokens.
fn beside_score(words: Words, start: usize, end: usize) -> bool {
    let scores = &words.language.figures.scores;
    let near = (start.saturating_sub(2)..start).chain(end..end + 2);
    near.into_iter().any(|at| scores.has(words.normal(at)))
}
