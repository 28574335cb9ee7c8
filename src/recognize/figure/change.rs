//! Which way an amount says that something went: "rose 3 % to 4.1 million".
//!
//! A verb or noun of change makes an amount a difference ("a fall of 3 %"), "to" and "from" behind one make
//! it a level. An amount that says an earlier one again, in other words, went the same way: "fell $230
//! million, or 30 %", "rose to £198m ($372m)".

use super::amount::Amount;
use super::number::is_plural;
use super::qualify::Qualified;
use crate::lang::figure::{Direction, Level};
use crate::lang::grammar::WordClass;
use crate::recognize::grammar::{Words, is_dash, is_hyphen, is_tie, longest_before};
use crate::recognize::{Change, FigureKind, FigureMention};

/// How many words may stand between a word of change and the amount: "rose by about another 3 %".
const REACH: usize = 4;

/// How far from "to" or "from" the word of change may stand: "cut its forecast for the year to".
const REACH_OF_LEVEL: usize = 12;

/// The same for "by": "grow sales in Asia by".
const REACH_OF_LINK: usize = 7;

/// No filler has more words than "an all-time high of".
const MOST_OF_FILLER: usize = 6;

/// The same for an object without a link: "raised its annual dividend 10 %".
const REACH_OF_OBJECT: usize = 6;

/// How many words may stand between the amount and a noun of change: "a 3 % interest rate cut".
const REACH_AFTER: usize = 2;

/// The change that the words around the qualified amount speak of.
pub(super) fn change(words: Words, qualified: &Qualified, amount: &Amount) -> Option<Change> {
    // "fell to a three-week low" speaks of the low.
    if amount.kind == FigureKind::Duration && (amount.start..amount.end).any(|at| is_hyphen(words.word(at))) {
        return None;
    }
    // "add to its 500-strong staff"
    if is_tie(words, amount.end) && amount.kind == FigureKind::Cardinal {
        return None;
    }
    let measures = measures(amount);
    let figures = &words.language.figures;
    let before = before_filler(words, qualified.start);
    if let Some(&level) = figures.levels.get(words.normal(before))
        && leads(words, before, (level, measures))
    {
        return Some(match level {
            Level::To => Change::To,
            Level::From => Change::From,
        });
    }
    if words.word(qualified.start) == "+" || words.word(before) == "+" {
        return Some(Change::Up);
    }
    if is_reached(words, qualified.start, measures) {
        return Some(Change::To);
    }
    difference(words, qualified.start, measures)
        .or_else(|| linked(words, qualified.start, measures))
        .or_else(|| if compares(words, amount) { None } else { after(words, qualified.end, measures) })
        .or_else(|| compared(words, amount))
        .or_else(|| of_object(words, qualified.start, amount))
}

/// The token before an amount, over what only fills: "from the 0.2 %", "to a new record of $5".
fn before_filler(words: Words, start: usize) -> usize {
    let figures = &words.language.figures;
    let before = words.before(start);
    let level = |at: usize| figures.levels.has(words.normal(at));
    if level(before)
        || !figures.fillers.may_end(words.normal(before))
        || !(start.saturating_sub(MOST_OF_FILLER + 1)..before).any(level)
    {
        return before;
    }
    let filler = longest_before(words, &figures.fillers, start, MOST_OF_FILLER);
    filler.map(|(_, start)| words.before(start)).filter(|&at| level(at)).unwrap_or(before)
}

/// "100 times stronger": how many times compares, and says no change.
fn compares(words: Words, amount: &Amount) -> bool {
    amount.kind == FigureKind::Multiple && words.language.figures.comparatives.has(words.normal(amount.end))
}

/// "20 percent more", "3 % fewer": parts compare with what was before.
fn compared(words: Words, amount: &Amount) -> Option<Change> {
    let direction = words.language.figures.comparing.get(words.normal(amount.end))?;
    let parts = amount.kind == FigureKind::Percent;
    if parts { direction_of(*direction) } else { None }
}

fn direction_of(direction: Direction) -> Option<Change> {
    match direction {
        Direction::Up => Some(Change::Up),
        Direction::Down => Some(Change::Down),
        Direction::Either => None,
    }
}

/// The change of an amount that says the one before it again: "$230 million, or 30 %", "£198m ($372m)",
/// "Asda fell 3 %, Tesco by 2 %".
pub(super) fn shared(
    words: Words,
    qualified: &Qualified,
    amount: &Amount,
    last: &FigureMention,
) -> Option<Change> {
    let figures = &words.language.figures;
    let before = words.before(qualified.start);
    let ends = |at: usize| words.has(at) && words.span(at..at + 1).end == last.qualified.end;
    // "from 11 cases in May to 8 in June"
    let to = figures.levels.get(words.normal(before)) == Some(&Level::To);
    if to && last.change == Some(Change::From) && amount.kind == last.kind {
        let open = (before.saturating_sub(REACH_OF_LEVEL)..before).rev();
        let mut open = open.take_while(|&at| !ends_clause(words, at) && words.word(at) != ",");
        return open.any(ends).then_some(Change::To);
    }
    if amount.unit.is_none() || last.unit.is_none() {
        return None;
    }
    let is_link = figures.difference_links.has(words.normal(before));
    let near = (before.saturating_sub(REACH)..before).any(ends);
    if is_link && near && amount.unit.as_deref() == last.unit.as_deref() {
        return last.change.filter(|change| matches!(change, Change::Up | Change::Down));
    }
    let opener = words.before(before);
    let brackets = words.word(before) == "(" && ends(opener);
    // "rose 15 cents - 1.1% - in New York"
    let dash = is_dash(words.word(before)) && !words.is_glued(before) && ends(opener);
    let brackets = brackets || (dash && amount.unit.as_deref() != last.unit.as_deref());
    let again = figures.restaters.has(words.normal(before))
        && amount.unit.as_deref() != last.unit.as_deref()
        && (ends(opener) || (!words.is_word(opener) && ends(words.before(opener))));
    if brackets || again { last.change } else { None }
}

/// Whether a verb of change stands right before the amount, so that "to" after it leads to a level.
pub(super) fn differs(words: Words, start: usize) -> bool {
    let before = words.before(start);
    let level = words
        .language
        .figures
        .levels
        .get(words.normal(before))
        .is_some_and(|&level| leads(words, before, (level, true)));
    let near = start.saturating_sub(REACH);
    let verb = |at| words.language.figures.changes.has(words.normal(at));
    difference(words, start, true).is_some() || level || (near..start).any(verb)
}

/// The way that "from" at token `at` leads from one level to another: behind a word that says a direction. Who goes
/// "from 0 to 60" or takes "from two to three years" passes a range.
pub(super) fn leads_from(words: Words, at: usize) -> Option<Direction> {
    let opens = words.language.figures.levels.get(words.normal(at)) == Some(&Level::From);
    if opens { leader(words, at, (Level::From, false)) } else { None }
}

/// Whether something is measured rather than counted.
fn measures(amount: &Amount) -> bool {
    amount.unit.is_some() || amount.power > 0
}

/// "rose 3 %", "a fall of about 40": nothing but linking words between the two.
fn difference(words: Words, start: usize, measures: bool) -> Option<Change> {
    let figures = &words.language.figures;
    let mut counted = !measures;
    for at in (start.saturating_sub(REACH)..start).rev() {
        let normal = words.normal(at);
        counted |= words.language.numbers.articles.has(normal);
        if counted && (is_part_of_verb(words, at) || figures.gathering.has(normal)) {
            return None;
        }
        match figures.changes.get(normal) {
            Some(_) if is_direction_of(words, at) || is_phrasal(words, at) => return None,
            Some(Direction::Up) => return Some(Change::Up),
            Some(Direction::Down) => return Some(Change::Down),
            Some(Direction::Either) | None if figures.change_links.has(normal) => {}
            _ => return None,
        }
    }
    None
}

/// "made up of 12 parts": before "of" the particle is no direction.
fn is_direction_of(words: Words, at: usize) -> bool {
    let particle = words.language.figures.change_particles.has(words.normal(at));
    particle && words.normal(at + 1) == words.language.grammar.of
}

/// "made **up** 12 %", "turned **down** $5": a particle of a verb that says no direction with it.
fn is_phrasal(words: Words, at: usize) -> bool {
    let figures = &words.language.figures;
    figures.change_particles.has(words.normal(at))
        && figures.phrasal_verbs.has(words.normal(words.before(at)))
}

/// "fell below $35", "up 2 points at 150", "higher at $12": the amount is where it went.
fn is_reached(words: Words, start: usize, measures: bool) -> bool {
    let figures = &words.language.figures;
    let before = words.before(start);
    let passed = figures.passing.has(words.normal(start)) && difference(words, start, measures).is_some();
    let direction = words.before(before);
    let arrived = figures.arriving.has(words.normal(before))
        && figures.changes_after.has(words.normal(direction))
        && figures.changes.has(words.normal(direction));
    passed || (arrived && measures)
}

/// "grow sales in Asia **by** 3 %": a verb of change with its object between the two.
fn linked(words: Words, start: usize, measures: bool) -> Option<Change> {
    let figures = &words.language.figures;
    let link = words.before(start);
    let counts = measures || is_difference(words, link);
    if !counts || !figures.difference_links.has(words.normal(link)) {
        return None;
    }
    let verb = (link.saturating_sub(REACH_OF_LINK)..link)
        .rev()
        .take_while(|&at| !ends_clause(words, at) && words.word(at) != ",")
        // "beaten up for days by four men"
        .filter(|&at| !is_part_of_verb(words, at))
        .find_map(|at| way_of(words, at))?;
    direction_of(verb)
}

/// The way of a word of change; of those that lead anywhere, some go up when it is told by how much.
fn way_of(words: Words, at: usize) -> Option<Direction> {
    let figures = &words.language.figures;
    let raises = figures.raisers.has(words.normal(at));
    let way = *figures.changes.get(words.normal(at))?;
    Some(if raises { Direction::Up } else { way })
}

/// "raised its dividend **10 %**", "cut interest rates **half a percent**": a percentage right behind the object.
fn of_object(words: Words, start: usize, amount: &Amount) -> Option<Change> {
    let (grammar, numbers) = (&words.language.grammar, &words.language.numbers);
    let parts = matches!(amount.kind, FigureKind::Percent | FigureKind::PercentagePoint);
    let object = words.before(start);
    let noun = words.is_word(object) && grammar.class(words.normal(object)).is_none();
    if !parts || !noun || numbers.partitives.has(words.normal(amount.end)) {
        return None;
    }
    let opens = |at: usize| {
        let class = grammar.class(words.normal(at));
        let inside = matches!(class, None | Some(WordClass::Possessive | WordClass::Determiner));
        inside && words.is_word(at)
    };
    let verb = (start.saturating_sub(REACH_OF_OBJECT)..object)
        .rev()
        .take_while(|&at| opens(at))
        .filter(|&at| !words.language.figures.change_particles.has(words.normal(at)))
        .find_map(|at| way_of(words, at))?;
    direction_of(verb)
}

/// "increase the presence by 25": an object stands between verb and link, so that nobody does it.
fn is_difference(words: Words, link: usize) -> bool {
    let verb = (link.saturating_sub(REACH)..link)
        .rev()
        .find(|&at| words.language.figures.changes.has(words.normal(at)));
    verb.is_some_and(|verb| verb + 1 < link)
}

/// "gave up one run", "took up a 60 % stake": before counts and articles, "up" is rarely a direction.
fn is_part_of_verb(words: Words, at: usize) -> bool {
    let figures = &words.language.figures;
    let before = words.before(at);
    figures.change_particles.has(words.normal(at))
        && words.is_word(before)
        && !words.language.grammar.binds(words.normal(before))
        && figures.changes.get(words.normal(before)).is_none_or(|direction| *direction == Direction::Either)
}

/// "3 % higher", "a 3 % drop", "16 points lower", "a 5 % annual increase": a counted noun may come between,
/// and what describes a noun of change.
fn after(words: Words, end: usize, measures: bool) -> Option<Change> {
    let figures = &words.language.figures;
    let table = &figures.changes_after;
    let mut next = end + usize::from(is_plural(words, end) && !table.has(words.normal(end)));
    let describes = |at: usize| {
        words.is_word(at) && !words.is_capital(at) && !words.language.grammar.binds(words.normal(at))
    };
    let most = if measures { REACH_AFTER } else { 0 };
    let passed =
        (0..most).take_while(|&step| describes(next + step) && !table.has(words.normal(next + step)));
    let passed = passed.count();
    if passed > 0 && figures.comparatives.has(words.normal(next + passed)) {
        return None;
    }
    next += passed;
    let is_particle = figures.change_particles.has(words.normal(next));
    // "30 million shares up for sale", "3 % up to 5 %"
    if is_particle && figures.particle_closers.has(words.normal(next + 1)) {
        return None;
    }
    // "12 players cut by the club" are no fall
    let than = figures.comparers.has(words.normal(next + 1));
    if !measures && next > end && (than || !figures.comparatives.has(words.normal(next))) {
        return None;
    }
    direction_of(*table.get(words.normal(next))?)
}

/// Whether "to" or "from" at token `at` stands before a level: behind a word of change in the same clause.
/// One that says no direction is enough only where something is measured ("went to 12 towns"), and before
/// "from" only nearby ("moved the wall to shield it from 30 metres of water").
fn leads(words: Words, at: usize, told: (Level, bool)) -> bool {
    leader(words, at, told).is_some()
}

/// The way of the word that does so.
fn leader(words: Words, at: usize, (level, measures): (Level, bool)) -> Option<Direction> {
    let figures = &words.language.figures;
    let change = |token: usize| {
        let direction = *figures.changes.get(words.normal(token))?;
        let near = level == Level::To || token + REACH >= at;
        (direction != Direction::Either || (measures && near)).then_some(direction)
    };
    if figures.level_takers.has(words.normal(words.before(at))) {
        return None;
    }
    (at.saturating_sub(REACH_OF_LEVEL)..at)
        .rev()
        .take_while(|&token| !ends_clause(words, token))
        .take_while(|&token| measures || words.word(token) != "," || opens_level(words, token + 1))
        .filter(|&token| !is_direction_of(words, token) && !is_phrasal(words, token))
        .find_map(change)
}

/// Whether "to" or "from" stands at token `at` or one after it: "cut the week, possibly from five days".
fn opens_level(words: Words, at: usize) -> bool {
    (at..at + 2).any(|at| words.language.figures.levels.has(words.normal(at)))
}

/// A mark or word that another clause begins at.
fn ends_clause(words: Words, at: usize) -> bool {
    matches!(words.word(at), ";" | ":" | "(" | "—")
        || words.language.figures.clause_openers.has(words.normal(at))
}
