//! Scores to labels to names: the best path through each stretch of tokens near a capital.

use super::attribute::{self, Attributes};
use super::chance::Readings;
use super::feature::Extractor;
use super::label;
use super::memory::{self, Taken};
use super::model::{Model, Scores};
use super::stretch;
use crate::recognize::{Chances, NameMention, Origin};
use crate::text::{Document, Span};

/// Every name of the document, in text order, none overlapping.
///
/// Two looks: the second knows what the first took the same words for elsewhere in the article.
pub fn tag(model: &Model, document: &Document) -> Vec<NameMention> {
    let mut attributes = attribute::read(document, &model.lexicon);
    let mut stretches = first_look(model, document, &attributes);
    let taken = taken(document.tokens.len(), &stretches);
    memory::recall(&mut attributes, &taken);
    second_look(model, document, &attributes, &mut stretches);
    let mut names = Vec::new();
    let mut readings = Readings::default();
    let is_name = |&label: &u8| label != label::OUTSIDE;
    for stretch in stretches.iter().filter(|stretch| stretch.labels.iter().any(is_name)) {
        readings.read(&model.factors, &stretch.scores);
        let chances = |first, last| readings.chances(&model.factors, first, last);
        collect(document, stretch, chances, &mut names);
    }
    names
}

/// A stretch of tokens near capitals.
struct Stretch {
    /// Number of its sentence.
    sentence: usize,
    /// Number of its first token in the document.
    first: usize,
    scores: Vec<Scores>,
    labels: Vec<u8>,
}

/// What the first look alone takes each token for.
#[cfg(feature = "train")]
pub fn first_taken(model: &Model, document: &Document) -> Vec<Taken> {
    let attributes = attribute::read(document, &model.lexicon);
    taken(document.tokens.len(), &first_look(model, document, &attributes))
}

fn first_look(model: &Model, document: &Document, attributes: &[Attributes]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut buckets = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let tokens = &attributes[sentence.tokens.clone()];
        let extractor = Extractor::new(tokens);
        for stretch in stretch::stretches(tokens) {
            let first = sentence.tokens.start + stretch.start;
            let scores: Vec<Scores> = stretch
                .map(|index| {
                    buckets.clear();
                    extractor.features(index, &mut buckets);
                    let mut scores = [0; label::COUNT];
                    model.weights.score(&buckets, &mut scores);
                    scores
                })
                .collect();
            let labels = best_path(model, &scores);
            stretches.push(Stretch { sentence: number, first, scores, labels });
        }
    }
    stretches
}

/// Adds what memory says to the scores, and labels again.
fn second_look(model: &Model, document: &Document, attributes: &[Attributes], stretches: &mut [Stretch]) {
    let mut buckets = Vec::new();
    for sentence in stretches.chunk_by_mut(|left, right| left.sentence == right.sentence) {
        let tokens = document.sentences[sentence[0].sentence].tokens.clone();
        let extractor = Extractor::new(&attributes[tokens.clone()]);
        for stretch in sentence {
            for (nth, scores) in stretch.scores.iter_mut().enumerate() {
                buckets.clear();
                extractor.memory_features(stretch.first + nth - tokens.start, &mut buckets);
                model.weights.score(&buckets, scores);
            }
            stretch.labels = best_path(model, &stretch.scores);
        }
    }
}

/// Labels of stretches to what each token of the document was taken for.
fn taken(tokens: usize, stretches: &[Stretch]) -> Vec<Taken> {
    let mut taken = vec![0; tokens];
    for stretch in stretches {
        for (taken, &label) in taken[stretch.first..].iter_mut().zip(&stretch.labels) {
            *taken = label::kind(label).map_or(0, |kind| kind as u8 + 1);
        }
    }
    taken
}

/// A score that no real path reaches.
const IMPOSSIBLE: i32 = i32::MIN / 4;

/// The labels with the highest total (Viterbi). Before and after the stretch stands "outside".
fn best_path(model: &Model, scores: &[Scores]) -> Vec<u8> {
    let mut best = [IMPOSSIBLE; label::COUNT];
    best[usize::from(label::OUTSIDE)] = 0;
    let mut came_from: Vec<[u8; label::COUNT]> = Vec::with_capacity(scores.len());
    for token in scores {
        let (next, from) = step(model, &best, token);
        // Keep numbers small however long the stretch is.
        let top = next.iter().copied().max().unwrap_or(0);
        best = next.map(|score| (score - top).max(IMPOSSIBLE));
        came_from.push(from);
    }
    let mut label = step(model, &best, &[0; label::COUNT]).1[usize::from(label::OUTSIDE)];
    let mut path = vec![label; scores.len()];
    for index in (0..scores.len()).rev() {
        path[index] = label;
        label = came_from[index][usize::from(label)];
    }
    path
}

/// One token further: the best total for each label, and the label it came from; of equals the first.
fn step(model: &Model, best: &Scores, token: &Scores) -> (Scores, [u8; label::COUNT]) {
    let mut next = [IMPOSSIBLE; label::COUNT];
    let mut from = [0; label::COUNT];
    let mut tops = [IMPOSSIBLE; label::CLOSED.len()];
    let mut origins = [0; label::CLOSED.len()];
    for (&label, scores) in label::CLOSED.iter().zip(&model.closed) {
        let so_far = best[label];
        for ((top, origin), score) in tops.iter_mut().zip(&mut origins).zip(scores) {
            let better = so_far + score > *top;
            *top = if better { so_far + score } else { *top };
            *origin = if better { label as u32 } else { *origin };
        }
    }
    for ((&label, top), origin) in label::STARTS.iter().zip(tops).zip(origins) {
        next[label] = top + token[label];
        from[label] = origin as u8;
    }
    for (inner, last) in label::INSIDE {
        let first = inner - 1;
        for next_label in [inner, last] {
            let (started, went_on) = (
                best[first] + model.transitions[first][next_label],
                best[inner] + model.transitions[inner][next_label],
            );
            next[next_label] = started.max(went_on) + token[next_label];
            from[next_label] = if went_on > started { inner as u8 } else { first as u8 };
        }
    }
    (next, from)
}

/// Labels to names, each with its `chances` from token to token of the stretch.
fn collect(
    document: &Document,
    stretch: &Stretch,
    chances: impl Fn(usize, usize) -> Chances,
    names: &mut Vec<NameMention>,
) {
    let first = stretch.first;
    let mut start = 0;
    for (index, &label) in stretch.labels.iter().enumerate() {
        let Some(kind) = label::kind(label) else { continue };
        match label::position(label) {
            label::FIRST => start = index,
            label::INNER => {}
            position => {
                let from = if position == label::UNIT { index } else { start };
                if let Some(span) = trimmed(document, first + from, first + index) {
                    names.push(NameMention {
                        span,
                        kind,
                        chances: chances(from, index),
                        origin: Origin::Found,
                    });
                }
            }
        }
    }
}

/// The span of the tokens without punctuation at its edges.
fn trimmed(document: &Document, mut first: usize, mut last: usize) -> Option<Span> {
    let is_edge = |index: usize| {
        let word = document.word(index);
        matches!(word, "'s" | "’s" | "'S" | "’S") || !word.contains(char::is_alphanumeric)
    };
    while first < last && is_edge(first) {
        first += 1;
    }
    while last > first && is_edge(last) {
        last -= 1;
    }
    if is_edge(first) { None } else { Some(document.span(first..last + 1)) }
}
