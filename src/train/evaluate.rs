//! Strict scores of a model on an annotated set: a name counts when both ends and the kind are right.

use super::corpus::{Corpus, read};
use crate::recognize::NameKind;
use crate::recognize::name::{self, Model};

/// Names annotated, found, and found right, by kind.
#[derive(Clone, Copy, Default)]
pub struct Score {
    gold: [usize; 4],
    found: [usize; 4],
    right: [usize; 4],
}

impl Score {
    /// Precision, recall and F1 over people, places and organisations.
    pub fn three(&self) -> (f64, f64, f64) {
        let sum = |counts: &[usize; 4]| counts[..3].iter().sum::<usize>() as f64;
        rates(sum(&self.gold), sum(&self.found), sum(&self.right))
    }

    /// F1 of one kind.
    pub fn of(&self, kind: NameKind) -> f64 {
        let at = kind as usize;
        rates(self.gold[at] as f64, self.found[at] as f64, self.right[at] as f64).2
    }
}

fn rates(gold: f64, found: f64, right: f64) -> (f64, f64, f64) {
    let (precision, recall) = (right / found.max(1.0), right / gold.max(1.0));
    (precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9))
}

/// Tags every text of the set and compares.
pub fn evaluate(model: &Model, corpus: &Corpus) -> Score {
    let mut score = Score::default();
    for annotated in &corpus.texts {
        let found = name::find(model, &read(&annotated.text));
        for (_, kind) in &annotated.names {
            score.gold[*kind as usize] += 1;
        }
        for mention in found.iter().filter(|mention| annotated.kinds.contains(&mention.kind)) {
            score.found[mention.kind as usize] += 1;
            let right = annotated.names.contains(&(mention.span, mention.kind));
            score.right[mention.kind as usize] += usize::from(right);
        }
    }
    score
}
