//! Parts that the text adds up to a total, and that do not: "60 seats: 28 for Labour, 19 for the Greens and 11
//! for others".

use super::scene::{Scene, Spot};
use crate::lang::grammar::WordClass;
use crate::recognize::{Bound, Decimal, FigureKind};
use crate::resolve::{ConflictRule, ResolvedConflict};

/// A list of more parts is a table, and not read here.
const MOST_PARTS: usize = 12;

/// Every total that its parts do not add up to.
pub(super) fn find(scene: &Scene) -> Vec<ResolvedConflict> {
    let same_sentence = |one: &Spot, two: &Spot| one.sentence == two.sentence;
    scene.spots.chunk_by(same_sentence).flat_map(|spots| in_sentence(scene, spots)).collect()
}

/// The totals of one sentence.
fn in_sentence(scene: &Scene, spots: &[Spot]) -> Vec<ResolvedConflict> {
    let mut conflicts = Vec::new();
    let mut at = 0;
    while at < spots.len() {
        let list = before_parts(scene, spots, at).or_else(|| behind_parts(scene, spots, at));
        let Some((total, parts)) = list else {
            at += 1;
            continue;
        };
        let next = total.max(parts.end - 1) + 1;
        conflicts.extend(compare(scene, &spots[total], &spots[parts]));
        at = next.max(at + 1);
    }
    conflicts
}

/// "60 seats: 28 for Labour, 19 for the Greens and 13 for others": what the colon or dash opens. Between the total
/// and the mark other figures may stand ("60 seats among three parties:"), smaller than any part.
fn before_parts(scene: &Scene, spots: &[Spot], total: usize) -> Option<(usize, std::ops::Range<usize>)> {
    /// Between the total and the mark, and between the mark and the first part.
    const FARTHEST: usize = 10;
    let end = spots[total].tokens.end;
    let limit = (end + FARTHEST).min(spots.last()?.tokens.start);
    let mark = (end..limit).find(|&at| matches!(scene.document.word(at), ":" | "—" | "–" | "("))?;
    let first = total + 1 + spots[total + 1..].iter().take_while(|spot| spot.tokens.start < mark).count();
    let near = spots.get(first)?.tokens.start - mark <= FARTHEST;
    let parts = parts(scene, spots, first, Some(mark));
    let least = |spot: &Spot| scene.figure(spot).mention.value;
    let smallest = spots[parts.clone()]
        .iter()
        .map(least)
        .fold(None, |one, two| if one.is_none() || two < one { two } else { one });
    let is_between = spots[total + 1..first].iter().all(|spot| least(spot) < smallest);
    (near && is_between && parts.len() >= 2).then_some((total, parts))
}

/// "28 seats for Labour, 19 for the Greens and 13 for others, a total of 60": what the words of a sum follow.
fn behind_parts(scene: &Scene, spots: &[Spot], first: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let all = parts(scene, spots, first, None);
    let total = all.end.checked_sub(1).filter(|&total| total > first)?;
    let told = |at: usize| {
        let before = spots[at].tokens.start.saturating_sub(3)..spots[at].tokens.start + 1;
        before.into_iter().any(|token| scene.language.conflicts.totals.has(scene.document.normal(token)))
    };
    let total = (first + 2..=total + 1).find(|&at| at < spots.len() && told(at))?;
    (total - first >= 2).then_some((total, first..total))
}

/// The figures from `first` on that are told side by side: of one unit, without words that leave some out.
fn parts(scene: &Scene, spots: &[Spot], first: usize, opened: Option<usize>) -> std::ops::Range<usize> {
    let is_like = |at: usize| {
        let (one, two) = (&scene.figure(&spots[first]).mention, &scene.figure(&spots[at]).mention);
        one.unit == two.unit && one.kind == two.kind && two.bound == Bound::Exact && two.change.is_none()
    };
    let leaves_out = |tokens: std::ops::Range<usize>| {
        tokens.into_iter().any(|at| scene.language.conflicts.partial.has(scene.document.normal(at)))
    };
    let closes =
        |from: usize, to: usize| (from..to).any(|at| matches!(scene.document.word(at), ")" | ";" | "—"));
    let mut end = first;
    let mut from = opened.unwrap_or(spots[first].tokens.start);
    while end < spots.len() && end - first < MOST_PARTS && is_like(end) {
        let between = from..spots[end].tokens.start;
        if leaves_out(between.clone()) || (end > first && closes(between.start, between.end)) {
            break;
        }
        from = spots[end].tokens.end;
        end += 1;
    }
    first..end
}

/// The conflict, where everything is exact and the sum is another.
fn compare(scene: &Scene, total: &Spot, parts: &[Spot]) -> Option<ResolvedConflict> {
    let whole = &scene.figure(total).mention;
    let first = &scene.figure(parts.first()?).mention;
    let countable = matches!(whole.kind, FigureKind::Cardinal | FigureKind::Money | FigureKind::Measure);
    if !countable || whole.bound != Bound::Exact || whole.unit != first.unit || whole.kind != first.kind {
        return None;
    }
    let wanted = whole.value?;
    let mut sum = Decimal::whole(0);
    for part in parts {
        let value = scene.figure(part).mention.value?;
        // what is larger than the total is no part of it
        if value >= wanted {
            return None;
        }
        sum = sum.plus(value)?;
    }
    // Far from the total, the list is of something else or goes on.
    let close = sum.times(Decimal::whole(2))? > wanted && sum < wanted.times(Decimal::whole(2))?;
    let rounded =
        parts.iter().chain([total]).any(|spot| scene.figure(spot).mention.value.is_some_and(is_rounded));
    if sum == wanted || !close || rounded || goes_on(scene, parts.last()?) {
        return None;
    }
    let [opening, between] = scene.language.conflicts.sum;
    let mut figures: Vec<usize> = parts.iter().chain([total]).map(|spot| spot.figure).collect();
    figures.sort_unstable();
    let counts = scene.figure(total).counts.or(scene.figure(&parts[0]).counts);
    Some(ResolvedConflict {
        figures,
        counts: counts.map(|counts| counts.phrase.of(scene.document.text).to_owned()).unwrap_or_default(),
        why: format!("{opening}{sum}{between}{wanted}"),
        rule: ConflictRule::Sum,
    })
}

/// "two Estonians, one Serb **and a** Spaniard": a part without a number.
fn goes_on(scene: &Scene, last: &Spot) -> bool {
    /// "one Serb and a"
    const REACH: usize = 6;
    let end = last.clause.end.min(last.tokens.end + REACH);
    (last.tokens.end..end).any(|at| {
        scene.class(at) == Some(WordClass::Conjunction)
            && scene.language.numbers.articles.has(scene.document.normal(at + 1))
    })
}

/// "1.2 million" of a sum may be off by its rounding, so that only small differences of small numbers tell.
fn is_rounded(value: Decimal) -> bool {
    !value.is_whole()
}
