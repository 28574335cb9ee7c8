//! Two figures of the same thing that cannot both be true.

use super::reach::Reach;
use super::scene::Scene;
use super::topic::{Subject, Topic};
use crate::recognize::Decimal;
use crate::resolve::{ConflictRule, ResolvedConflict};

/// So many figures of one subject are compared with each that follows; more would take quadratic time.
const MOST_COMPARED: usize = 12;

/// Every pair of figures that disagree, those that disagree with the same one together.
pub(super) fn find(scene: &Scene) -> Vec<ResolvedConflict> {
    let mut topics: Vec<(Topic, Reach)> = scene
        .spots
        .iter()
        .filter_map(|spot| Some((Topic::of(scene, spot)?, Reach::of(&scene.figure(spot).mention)?)))
        .collect();
    topics.sort_by(|(one, _), (two, _)| (&one.subject, one.figure).cmp(&(&two.subject, two.figure)));
    topics
        .chunk_by(|(one, _), (two, _)| one.subject == two.subject)
        .flat_map(|group| disagreeing(scene, group))
        .collect()
}

/// The conflicts among figures of one subject, in text order.
fn disagreeing(scene: &Scene, group: &[(Topic, Reach)]) -> Vec<ResolvedConflict> {
    let mut conflicts: Vec<ResolvedConflict> = Vec::new();
    for (at, (topic, reach)) in group.iter().enumerate() {
        let rival = group[at.saturating_sub(MOST_COMPARED)..at].iter().find(|(earlier, other)| {
            !reach.meets(*other)
                && can_differ(earlier, topic)
                && earlier.is_same(topic)
                && are_near(scene, earlier, topic)
        });
        let Some((rival, _)) = rival else { continue };
        match conflicts.iter_mut().find(|conflict| conflict.figures[0] == rival.figure) {
            Some(conflict) => conflict.figures.push(topic.figure),
            None => conflicts.push(ResolvedConflict {
                figures: vec![rival.figure, topic.figure],
                counts: name(scene, rival),
                why: scene.language.conflicts.differ.to_owned(),
                rule: ConflictRule::Differ,
            }),
        }
    }
    conflicts
}

/// Figures of one sentence are told side by side on purpose, unless two people say them.
fn can_differ(one: &Topic, two: &Topic) -> bool {
    one.sentence != two.sentence
        || (one.said_by.is_some() && two.said_by.is_some() && one.said_by != two.said_by)
}

/// Whether the one is not half as large again as the other: what is, is mostly of something else.
fn are_near(scene: &Scene, one: &Topic, two: &Topic) -> bool {
    let value = |topic: &Topic| scene.resolution.figures[topic.figure].mention.value;
    let (Some(one), Some(two)) = (value(one), value(two)) else { return false };
    let half_more = |value: Decimal| value.times(Decimal::new(15, 1));
    half_more(one).is_some_and(|most| two < most) && half_more(two).is_some_and(|most| one < most)
}

/// What a reader calls the thing.
fn name(scene: &Scene, topic: &Topic) -> String {
    if let Subject::Age(entity) = topic.subject {
        return scene.resolution.entities[entity].name.clone();
    }
    let counts = scene.resolution.figures[topic.figure].counts;
    counts.map(|counts| counts.phrase.of(scene.document.text).to_owned()).unwrap_or_default()
}
