//! Two amounts that are one: ranges, proportions, scores.

use super::amount::{Amount, operand};
use super::{change, qualify};
use crate::lang::Table;
use crate::lang::figure::{Direction, Joiner, Limit, Proportion};
use crate::lang::number::NumberWord;
use crate::recognize::grammar::{Words, is_dash, is_hyphen, is_tie, longest};
use crate::recognize::{Decimal, FigureKind};

/// Scores have at most so many points a side; what is larger is a range or a subtraction.
const HIGHEST_SCORE: i64 = 200;

/// So many runs for so few wickets in cricket: "402-8".
const MOST_RUNS: i64 = 999;
const MOST_WICKETS: i64 = 10;

/// Parts are told of a hundred or a round number.
const MOST_OF_PART: i64 = 100;

/// Ratios are told in small numbers: "49-to-14" is a score.
const HIGHEST_OF_RATIO: i64 = 10;

/// Two levels share a magnitude if they are less than this many times apart: "from 3 to 3.5 million", not "from
/// 300 to 3.5 million".
const WIDEST_STEP: i64 = 10;

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
    let range = unify(words, low, &high)?;
    let (bottom, top) = (range.value?, range.high?);
    let rises = top > bottom;
    let fits = match joiner {
        Join::Opened => true,
        Join::Dash | Join::To => rises,
        Join::Or => rises && top <= bottom.times(Decimal::whole(WIDEST_CHOICE))?,
    };
    fits.then(|| as_range(range))
}

/// "rose from 24.2 to 33 billion euros": two levels and no range. The first takes the unit and the magnitude of
/// the second, where it has none and they are about as large.
pub(super) fn level(words: Words, low: &Amount) -> Option<Amount> {
    let (Join::To, next) = joiner(words, low, None)? else { return None };
    let high = operand(words, qualify::skip_about(words, next))?;
    let direction = change::leads_from(words, words.before(low.start))?;
    let high = range(words, &high, None, false).unwrap_or(high);
    let mut first = low.clone();
    if low.unit.is_none() && low.kind == FigureKind::Cardinal {
        first.unit.clone_from(&high.unit);
        first.kind = if high.unit.is_some() { high.kind } else { low.kind };
    }
    let (bottom, top) = (low.value?, high.value?.scaled(-i32::from(high.power))?);
    let widest = Decimal::whole(WIDEST_STEP);
    if low.power == 0 && bottom < top.times(widest)? && top < bottom.times(widest)? {
        first.value = bottom.scaled(i32::from(high.power));
        first.power = high.power;
    }
    // "down from $89 to $93 billion": it fell, so that this is where it stood
    let follows = match direction {
        Direction::Down => first.value? > high.value?,
        Direction::Up | Direction::Either => first.value? < high.value?,
    };
    follows.then_some(first)
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
    let mut range = unify(words, first, &second)?;
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
    if is_tied_to(words, at)
        && let Some(join) = join(words, at + 1)
    {
        return Some((join, at + 3));
    }
    // "7- or 8-inch"
    let hung = usize::from(is_hyphen(word) && words.is_glued(at) && !words.is_glued(at + 1));
    if hung == 0 && at == low.end && (is_dash(word) || word == "~") {
        let glued = words.is_glued(at);
        // "5 – and 3": a dash with one space is punctuation.
        return (glued == words.is_glued(at + 1) && word != "—").then_some((Join::Dash, at + 1));
    }
    Some((join(words, at + hung)?, at + hung + 1))
}

fn join(words: Words, at: usize) -> Option<Join> {
    Some(match words.language.figures.range_joiners.get(words.normal(at))? {
        Joiner::To => Join::To,
        Joiner::Or => Join::Or,
    })
}

/// Whether hyphens tie the word after token `at` to its neighbours: "2-to-1".
fn is_tied_to(words: Words, at: usize) -> bool {
    is_tie(words, at) && is_tie(words, at + 2)
}

/// "3 to 1", "a 5-to-4 vote": two whole numbers of which the second is not the larger, where they are tied by
/// hyphens, come down to one, or stand beside a word of proportions or of winning.
pub(super) fn against(words: Words, top: &Amount) -> Option<Amount> {
    if words.language.figures.range_openers.has(words.normal(words.before(top.start))) {
        return None;
    }
    let (Join::To, next) = joiner(words, top, None)? else { return None };
    let bottom = operand(words, next)?;
    let (many, few) = (top.value?.to_whole()?, bottom.value?.to_whole()?);
    let plain =
        |amount: &Amount| amount.kind == FigureKind::Cardinal && amount.unit.is_none() && amount.power == 0;
    let small = (1..=HIGHEST_SCORE).contains(&few) && few <= many;
    if !plain(top)
        || !plain(&bottom)
        || !small
        || is_dash(words.word(bottom.end)) && !is_tied_to(words, top.end)
    {
        return None;
    }
    let mut pair = Amount::plain(top.start, bottom.end, top.value?);
    let tied = is_tied_to(words, top.end);
    if is_beside(words, &pair, &words.language.figures.scores) || (tied && few > HIGHEST_OF_RATIO) {
        pair.high = bottom.value;
        pair.kind = FigureKind::Score;
        return Some(pair);
    }
    let said =
        is_tied_to(words, top.end) || few == 1 || is_beside(words, &pair, &words.language.figures.ratios);
    pair.value = top.value?.over(bottom.value?);
    pair.kind = FigureKind::Ratio;
    said.then_some(pair)
}

/// The two ends as one amount, if their units agree; the first takes the unit and the magnitude of the
/// second where it has none.
fn unify(words: Words, low: &Amount, high: &Amount) -> Option<Amount> {
    let mut low = low.clone();
    let mut high = high.clone();
    take_whole(words, &mut low, &high);
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
    if low.power == 0 && shares_hundred(words, value, &high) {
        value = value.scaled(2)?;
    }
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

/// "77 cents to $1.15": hundredths that the second end says the whole of.
fn take_whole(words: Words, low: &mut Amount, high: &Amount) {
    let hundredth = words.language.currencies.hundredth;
    let whole = high.kind == FigureKind::Money && high.unit.as_deref() != Some(hundredth);
    if whole && low.unit.as_deref() == Some(hundredth) {
        low.value = low.value.and_then(|value| value.scaled(-2));
        low.unit.clone_from(&high.unit);
    }
}

/// "five or six hundred": the first end is told in hundreds as well.
fn shares_hundred(words: Words, low: Decimal, high: &Amount) -> bool {
    let hundred =
        words.language.numbers.cardinals.get(words.normal(high.start + 1)) == Some(&NumberWord::Hundred);
    let digit = (1..=9).map(Decimal::whole).any(|digit| digit == low);
    hundred && digit && low.scaled(2) < high.value
}

/// "one in five", "3 out of 10", "37.5 per 100,000", "113 cases for every 100,000": of two numbers the first
/// is the smaller, and what a rate is counted by is round.
pub(super) fn proportion(words: Words, top: &Amount) -> Option<Amount> {
    // "nine times out of ten"
    let times = top.kind == FigureKind::Multiple;
    if top.unit.is_some() || !(times || top.kind == FigureKind::Cardinal) {
        return None;
    }
    let (&kind, next) = proportion_after(words, top.end)?;
    if times && next < top.end + 2 {
        return None; // "three times in 10 games"
    }
    let bottom = operand(words, next)?;
    let (least, most) = (top.value?, bottom.value?.to_whole()?);
    let plain = bottom.unit.is_none() && bottom.kind == FigureKind::Cardinal;
    let round = most >= 100 && most % 10 == 0;
    let year = words.word(next).len() == 4 && words.is_number(next);
    let smaller = least.to_whole().is_some_and(|least| 0 < least && least < most);
    let fits = match kind {
        // "18,141 out of 20,360" are two counts
        Proportion::Part => smaller && !year && (most <= MOST_OF_PART || most % 50 == 0),
        Proportion::Rate => round,
        Proportion::Either => round || smaller,
    };
    if !plain || !fits {
        return None;
    }
    let mut share = Amount::plain(top.start, bottom.end, least.over(bottom.value?)?);
    // "one in five" is a fifth of them; of "3 for every 100" the two are not of one kind
    share.kind = if kind == Proportion::Part { FigureKind::Fraction } else { FigureKind::Ratio };
    Some(share)
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
    if is_tied_to(words, at) {
        // "a one-in-five chance"
        return figures.proportions.get(words.normal(at + 1)).map(|kind| (kind, at + 3));
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
    let points = (0..=HIGHEST_SCORE).contains(&left) && (0..=HIGHEST_SCORE).contains(&right);
    let wickets = (0..=MOST_RUNS).contains(&left) && (0..=MOST_WICKETS).contains(&right);
    let lettered = words.is_glued(away.end) && words.is_word(away.end);
    if !(points || wickets)
        || lettered
        || away.unit.is_some()
        || away.kind != FigureKind::Cardinal
        || is_dash(words.word(away.end))
    {
        return None;
    }
    let mut score = Amount::plain(home.start, away.end, home.value?);
    // "0-2", and "3-6 6-4" of tennis
    let told = is_beside(words, &score, &words.language.figures.scores)
        || (left == 0 && words.word(home.start) == "0")
        || is_before_pair(words, score.end);
    let falls = left >= right && words.word(at + 1).len() <= 2 + usize::from(left >= 100);
    if !told && !falls {
        return None;
    }
    score.high = away.value;
    score.kind = FigureKind::Score;
    Some(score)
}

/// Whether another pair of numbers around a dash follows, perhaps in brackets: the sets of a match.
fn is_before_pair(words: Words, end: usize) -> bool {
    let next = end + usize::from(matches!(words.word(end), "," | "("));
    let dash = is_dash(words.word(next + 1)) && words.is_glued(next + 1) && words.is_glued(next + 2);
    words.is_number(next) && dash && words.is_number(next + 2) && words.word(next).len() <= 2
}

/// Whether one of the words stands within two tokens.
fn is_beside(words: Words, amount: &Amount, table: &Table<()>) -> bool {
    let mut near = (amount.start.saturating_sub(2)..amount.start).chain(amount.end..amount.end + 2);
    // "up to 10-15 people"
    let leads_on = |at| words.language.figures.levels.has(words.normal(at + 1));
    near.any(|at| table.has(words.normal(at)) && !leads_on(at))
}
