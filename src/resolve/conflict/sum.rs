//! Parts that the text adds up to a total, and that do not: "60 seats: 28 for Labour, 19 for the Greens and 11
//! for others".

use super::scene::{Scene, Spot};
use crate::recognize::{Bound, Decimal, FigureKind};
use crate::resolve::ResolvedConflict;

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

/// "60 seats: 28 for Labour, 19 for the Greens and 13 for others": what the colon or dash opens.
fn before_parts(scene: &Scene, spots: &[Spot], total: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let first = total + 1;
    let opened = (spots[total].tokens.end..spots.get(first)?.tokens.start)
        .rev()
        .find(|&at| matches!(scene.document.word(at), ":" | "—" | "–" | "("))?;
    // the total and the mark belong together: no clause between them
    const FARTHEST: usize = 10;
    let parts = parts(scene, spots, first, Some(opened));
    let near = opened - spots[total].tokens.end <= FARTHEST && spots[first].tokens.start - opened <= FARTHEST;
    (near && parts.len() >= 2).then_some((total, parts))
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
    if sum == wanted || !close || rounded {
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
        rule: "sum",
    })
}

/// "1.2 million" of a sum may be off by its rounding, so that only small differences of small numbers tell.
fn is_rounded(value: Decimal) -> bool {
    !value.is_whole()
}
