//! A change that its own two levels deny: "doubled from 3 to 5", "rose 50 % to 90 from 80".

use super::reach::Reach;
use super::scene::{Scene, Spot};
use crate::recognize::{Bound, Change, Decimal, FigureKind, FigureMention};
use crate::resolve::{ConflictRule, ResolvedConflict};

/// Every change whose two levels in the same sentence deny it.
pub(super) fn find(scene: &Scene) -> Vec<ResolvedConflict> {
    let same_sentence = |one: &Spot, two: &Spot| one.sentence == two.sentence;
    scene.spots.chunk_by(same_sentence).filter_map(|spots| in_sentence(scene, spots)).collect()
}

/// A sentence with one change and one pair of levels; with more of them it is not plain which belong together.
fn in_sentence(scene: &Scene, spots: &[Spot]) -> Option<ResolvedConflict> {
    let only = |change: Change| {
        let mut found = spots.iter().filter(|spot| scene.figure(spot).mention.change == Some(change));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    let (from, to) = (only(Change::From)?, only(Change::To)?);
    let is_change = |spot: &&Spot| factor(&scene.figure(spot).mention).is_some();
    let mut changes = spots.iter().filter(is_change);
    let (change, None) = (changes.next()?, changes.next()) else { return None };
    if change.clause != from.clause || change.clause != to.clause {
        return None;
    }
    let said = factor(&scene.figure(change).mention)?;
    let (first, last) = (&scene.figure(from).mention, &scene.figure(to).mention);
    let comparable = first.unit == last.unit
        && first.kind == last.kind
        && first.bound == Bound::Exact
        && last.bound == Bound::Exact;
    // a change in percentage points, or of a percentage, is another arithmetic
    if !comparable || first.kind == FigureKind::Percent {
        return None;
    }
    let told = ratio(first, last)?;
    if told.meets(said) {
        return None;
    }
    let mut figures = vec![change.figure, from.figure, to.figure];
    figures.sort_unstable();
    let counts = [from, to, change].iter().find_map(|spot| scene.figure(spot).counts);
    Some(ResolvedConflict {
        figures,
        counts: counts.map(|counts| counts.phrase.of(scene.document.text).to_owned()).unwrap_or_default(),
        why: scene.language.conflicts.change.to_owned(),
        rule: ConflictRule::Change,
    })
}

/// By how much the words say it was multiplied, with what they leave open: "doubled" is said of 1.85 times.
fn factor(figure: &FigureMention) -> Option<Reach> {
    /// Hundredths that a multiple may be off.
    const SLACK: i64 = 15;
    let value = figure.value?;
    let one = Decimal::whole(1);
    let (low, high) = match (figure.kind, figure.change) {
        (FigureKind::Multiple, _) if figure.bound == Bound::Exact => {
            let slack = value.times(Decimal::new(i128::from(SLACK), 2))?;
            (value.plus(slack.negated())?, value.plus(slack)?)
        }
        (FigureKind::Percent, Some(direction @ (Change::Up | Change::Down)))
            if figure.bound == Bound::Exact =>
        {
            // told to a whole percent or to its decimals, and of levels that are rounded themselves
            let slack = Decimal::new(2, 2);
            let share = value.scaled(-2)?;
            let share = if direction == Change::Down { share.negated() } else { share };
            let factor = one.plus(share)?;
            (factor.plus(slack.negated())?, factor.plus(slack)?)
        }
        _ => return None,
    };
    Some(Reach::between(low, high))
}

/// How many times the first level the last one is, as far as their rounding lets one say.
fn ratio(first: &FigureMention, last: &FigureMention) -> Option<Reach> {
    let half = |value: Decimal| value.step().over(Decimal::whole(2));
    let (from, to) = (first.value?, last.value?);
    let (half_from, half_to) = (half(from)?, half(to)?);
    let low = to.plus(half_to.negated())?.over(from.plus(half_from)?)?;
    let high = to.plus(half_to)?.over(from.plus(half_from.negated())?)?;
    (low > Decimal::whole(0) && high > low).then(|| Reach::between(low, high))
}
