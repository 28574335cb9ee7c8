//! Groups of forms become entities: kind, fullest name, aliases, mentions, and how sure each mention is.

use std::collections::{HashMap, HashSet};

use super::form::Form;
use super::{Groups, Mention, Names};
use crate::recognize::{NameKind, Origin};
use crate::resolve::{ResolvedEntity, ResolvedName, Trust};

/// All names in text order, and their entities in order of first mention. Names that are not sure enough
/// have had their say in what the entity is, and are then left out, of its names too.
pub(super) fn entities(
    names: &Names,
    groups: &mut Groups,
    trust: &Trust,
) -> (Vec<ResolvedName>, Vec<ResolvedEntity>) {
    let mut kept: Vec<Kept> =
        gather(names, groups).into_iter().filter_map(|mentions| Kept::of(names, mentions, trust)).collect();
    kept.sort_by_key(|entity| entity.mentions[0].0);
    let mut resolved: Vec<(usize, ResolvedName)> = Vec::new();
    for (entity, Kept { kind, mentions }) in kept.iter().enumerate() {
        resolved.extend(mentions.iter().map(|&(mention, confidence)| {
            let Mention { span, kind: own, origin, .. } = names.mentions[mention];
            let kind = if origin == Origin::Found { *kind } else { own };
            (mention, ResolvedName { span, kind, confidence, entity })
        }));
    }
    resolved.sort_by_key(|(mention, _)| *mention);
    let place: HashMap<usize, usize> =
        resolved.iter().enumerate().map(|(index, (mention, _))| (*mention, index)).collect();
    let entities = kept.iter().map(|entity| entity.resolved(names, &place)).collect();
    (resolved.into_iter().map(|(_, name)| name).collect(), entities)
}

/// The mentions of each group, groups in order of first mention.
fn gather(names: &Names, groups: &mut Groups) -> Vec<Vec<usize>> {
    let mut place = HashMap::new();
    let mut gathered: Vec<Vec<usize>> = Vec::new();
    for (index, mention) in names.mentions.iter().enumerate() {
        let entity = *place.entry(groups.find(mention.form)).or_insert_with(|| {
            gathered.push(Vec::new());
            gathered.len() - 1
        });
        gathered[entity].push(index);
    }
    gathered
}

/// An entity with the mentions that are sure enough, each with its confidence.
struct Kept {
    kind: NameKind,
    mentions: Vec<(usize, f64)>,
}

impl Kept {
    /// `None` where no mention is sure enough.
    fn of(names: &Names, mentions: Vec<usize>, trust: &Trust) -> Option<Self> {
        let kind = vote(names, &mentions);
        let is_kind = chance_of_kind(names, &mentions, kind);
        let judged = mentions.into_iter().map(|mention| {
            // Where a name begins and ends shows at its place; what it names, in all mentions together.
            let ends: f64 = names.mentions[mention].chances.iter().sum();
            let confidence = match names.mentions[mention].origin {
                Origin::Found => trust.calibration.confidence(ends * is_kind),
                Origin::Retyped => trust.calibration.confidence(ends),
                Origin::Added => 1.0,
            };
            (mention, confidence)
        });
        let mentions: Vec<(usize, f64)> =
            judged.filter(|&(_, confidence)| confidence >= trust.least).collect();
        (!mentions.is_empty()).then_some(Kept { kind, mentions })
    }

    fn resolved(&self, names: &Names, place: &HashMap<usize, usize>) -> ResolvedEntity {
        let mentions: Vec<usize> = self.mentions.iter().map(|&(mention, _)| mention).collect();
        let (name, aliases) = name(names, &mentions);
        let mentions = mentions.iter().filter_map(|mention| place.get(mention).copied()).collect();
        let (roles, references) = (Vec::new(), Vec::new());
        ResolvedEntity { kind: self.kind, name, aliases, roles, mentions, references, place: None }
    }
}

/// The kind that most mentions have, longer ones counting for more; the earliest of several equal ones. What
/// the caller has told of some is true of all.
fn vote(names: &Names, mentions: &[usize]) -> NameKind {
    if let Some(told) = told(names, mentions) {
        return told;
    }
    let votes = |kind| {
        let those = mentions.iter().filter(|&&index| names.mentions[index].kind == kind);
        those.map(|&index| words(names, index)).sum::<usize>()
    };
    let mut best = names.mentions[mentions[0]].kind;
    for kind in NameKind::ALL {
        if votes(kind) > votes(best) {
            best = kind;
        }
    }
    best
}

/// The kind of the first mention of which the caller has told it.
fn told(names: &Names, mentions: &[usize]) -> Option<NameKind> {
    let mut told = mentions.iter().map(|&index| &names.mentions[index]);
    told.find(|mention| mention.origin != Origin::Found).map(|mention| mention.kind)
}

/// How likely the entity is of this kind, by all its mentions, weighed as in the vote.
fn chance_of_kind(names: &Names, mentions: &[usize], kind: NameKind) -> f64 {
    if told(names, mentions).is_some() {
        return 1.0;
    }
    let (mut of_kind, mut of_any) = (0.0, 0.0);
    for &mention in mentions {
        let weight = words(names, mention) as f64;
        let chances = &names.mentions[mention].chances;
        of_kind += weight * chances[kind as usize];
        of_any += weight * chances.iter().sum::<f64>();
    }
    if of_any > 0.0 { of_kind / of_any } else { 0.0 }
}

fn words(names: &Names, mention: usize) -> usize {
    names.forms[names.mentions[mention].form].words.len()
}

/// The fullest name, and the others in order of appearance.
fn name(names: &Names, mentions: &[usize]) -> (String, Vec<String>) {
    let mut best = mentions[0];
    for &index in &mentions[1..] {
        if fullness(names, index) > fullness(names, best) {
            best = index;
        }
    }
    let name = written(names, best);
    let mut seen = HashSet::from([name.to_lowercase()]);
    let mut aliases = Vec::new();
    for &index in mentions {
        let alias = written(names, index);
        if seen.insert(alias.to_lowercase()) {
            aliases.push(alias);
        }
    }
    (name, aliases)
}

/// More words first, then not in capitals, then the form used most.
fn fullness(names: &Names, mention: usize) -> (usize, bool, usize) {
    let form: &Form = &names.forms[names.mentions[mention].form];
    let text = names.mentions[mention].span.of(names.document.text);
    (form.words.len(), text.contains(char::is_lowercase), form.mentions.len())
}

/// The name as it stands in the text, on one line.
fn written(names: &Names, mention: usize) -> String {
    let text = names.mentions[mention].span.of(names.document.text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
