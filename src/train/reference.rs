//! Learns how much each sign speaks for an antecedent: texts in which it is known whom pronouns mean go in,
//! the weights of `lang/en/reference_weights.rs` come out.
//!
//! A log-linear choice among the candidates, learned pronoun by pronoun in text order. Among the candidates
//! of a pronoun the known antecedent gains and the others lose, as far as the weights had it wrong; then
//! the walk goes on as if the pronoun had been resolved rightly.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

use super::corpus::gazetteer;
use crate::error::Error;
use crate::lang::en;
use crate::lang::reference::WEIGHTS;
use crate::recognize::NameKind;
use crate::recognize::name::{self, Calibration, Model};
use crate::resolve::reference::pronoun::{Candidate, Teacher};
use crate::resolve::reference::sign::{self, Sign, Use};
use crate::resolve::reference::teach;
use crate::resolve::{Mentions, Resolution, Trust, resolve};
use crate::text::{Document, Span};

/// Times that the texts are gone through.
const EPOCHS: usize = 8;
/// How far one pronoun moves the weights, in the first of them.
const RATE: f64 = 0.1;
/// How much a weight shrinks when it moves.
const SHRINK: f64 = 1e-3;
/// Integer weights are so many times the learned ones.
const SCALE: f64 = 100.0;
/// What is added, at the end, to the weight of meaning nobody named: a reference left out is a lesser harm than a wrong
/// one.
const CAUTION: f64 = 1.0;

/// A text in which it is known whom some pronouns mean.
pub struct Lesson {
    /// The text.
    pub text: String,
    /// The pronouns.
    pub questions: Vec<Question>,
}

/// A pronoun, and what is known of whom it means.
pub struct Question {
    pronoun: Span,
    /// Names of the one it means; none where nobody named is meant.
    right: Vec<Span>,
    /// Names of others.
    wrong: Vec<Span>,
    /// Whether it means nobody named, where `right` is empty.
    is_complete: bool,
}

#[derive(Deserialize)]
struct Clusters {
    text: String,
    clusters: Vec<Cluster>,
}

#[derive(Deserialize)]
struct Cluster {
    mentions: Vec<Mention>,
}

#[derive(Deserialize)]
struct Mention {
    min: (usize, usize),
    kind: String,
}

#[derive(Deserialize)]
struct Pair {
    text: String,
    pronoun: (usize, usize),
    a: (usize, usize),
    b: (usize, usize),
    a_coref: bool,
    b_coref: bool,
}

/// Reads texts with all mentions of everybody, or with one pronoun and two names; offsets count code points.
///
/// # Errors
/// A file that cannot be read, or a line of another shape.
pub fn lessons(path: &Path) -> Result<Vec<Lesson>, Error> {
    let fault = |message: String| Error::new(format!("{}: {message}", path.display()));
    let file = std::fs::read_to_string(path).map_err(|error| fault(error.to_string()))?;
    let read = |line: &str| {
        let of_pair = serde_json::from_str::<Pair>(line).map(Lesson::of_pair);
        of_pair.or_else(|_| serde_json::from_str::<Clusters>(line).map(Lesson::of_clusters))
    };
    file.lines().map(read).collect::<Result<_, _>>().map_err(|error| fault(error.to_string()))
}

/// Code points to bytes.
struct Bytes(Vec<usize>);

impl Bytes {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn span(&self, (start, end): (usize, usize)) -> Span {
        let byte = |at: usize| self.0[at.min(self.0.len() - 1)];
        Span::new(byte(start), byte(end))
    }
}

impl Lesson {
    fn of_pair(pair: Pair) -> Self {
        let bytes = Bytes::of(&pair.text);
        let names = [(pair.a, pair.a_coref), (pair.b, pair.b_coref)];
        let of = |is_meant: bool| {
            let those = names.iter().filter(|(_, meant)| *meant == is_meant);
            those.map(|(span, _)| bytes.span(*span)).collect()
        };
        let question = Question {
            pronoun: bytes.span(pair.pronoun),
            right: of(true),
            wrong: of(false),
            is_complete: false,
        };
        Self { questions: vec![question], text: pair.text }
    }

    fn of_clusters(line: Clusters) -> Self {
        let bytes = Bytes::of(&line.text);
        let mut questions = Vec::new();
        for Cluster { mentions } in line.clusters {
            let of = |kind: &str| -> Vec<Span> {
                let those = mentions.iter().filter(|mention| mention.kind == kind);
                those.map(|mention| bytes.span(mention.min)).collect()
            };
            let right = of("name");
            questions.extend(of("pronoun").into_iter().map(|pronoun| Question {
                pronoun,
                right: right.clone(),
                wrong: Vec::new(),
                is_complete: true,
            }));
        }
        Self { text: line.text, questions }
    }
}

/// Who may be meant, as entities of our own.
struct Answer {
    right: Option<usize>,
    wrong: Vec<usize>,
    /// Whether everybody but the wrong ones may be meant.
    is_open: bool,
}

/// What was learned, and how often it was right: of the pronouns that mean somebody named, and of those resolved.
pub struct Learner {
    weights: [f64; WEIGHTS],
    rate: f64,
    answers: HashMap<Span, Answer>,
    /// Pronouns that mean somebody named, those resolved, those resolved rightly.
    pub score: [usize; 3],
}

impl Learner {
    /// Reads the lessons with a names model.
    ///
    /// # Errors
    /// A file that is no model.
    pub fn learn(lessons: &[&Lesson], model: &[u8]) -> Result<Self, Error> {
        let model = Model::load(model, &gazetteer()?)?;
        let mut learner =
            Self { weights: [0.0; WEIGHTS], rate: RATE, answers: HashMap::new(), score: [0; 3] };
        let read: Vec<_> = lessons.iter().map(|lesson| (*lesson, understand(lesson, &model))).collect();
        for epoch in 0..EPOCHS {
            learner.rate = RATE / (1 + epoch) as f64;
            // Every seventh after the other: sets are mixed, and the order is the same on every machine.
            for start in 0..7 {
                for (lesson, (document, resolution)) in read.iter().skip(start).step_by(7) {
                    learner.go_through(lesson, document, resolution);
                }
            }
        }
        learner.be_careful();
        Ok(learner)
    }

    /// Goes through other lessons without learning, and counts.
    ///
    /// # Errors
    /// A file that is no model.
    pub fn measure(&mut self, lessons: &[&Lesson], model: &[u8]) -> Result<[usize; 3], Error> {
        let model = Model::load(model, &gazetteer()?)?;
        (self.rate, self.score) = (0.0, [0; 3]);
        for lesson in lessons {
            let (document, resolution) = understand(lesson, &model);
            self.go_through(lesson, &document, &resolution);
        }
        Ok(self.score)
    }

    /// Makes the learner more careful than the lessons ask for.
    fn be_careful(&mut self) {
        for pronoun in [Use::Subject, Use::Owner, Use::Object] {
            self.weights[Sign::Nobody(pronoun).index()] += CAUTION;
        }
    }

    /// The weights as integers.
    pub fn weights(&self) -> [i32; WEIGHTS] {
        self.weights.map(|weight| (weight * SCALE).round() as i32)
    }

    /// The source of the table.
    pub fn table(&self) -> String {
        let weights = self.weights();
        let mut rows = String::new();
        let mut at = 0;
        for (about, count) in sign::ROWS {
            let row: Vec<String> = weights[at..at + count].iter().map(i32::to_string).collect();
            writeln!(rows, "    // {about}\n    {},", row.join(", ")).expect("a string takes every line");
            at += count;
        }
        format!(
            "//! How much each sign speaks for an antecedent; written by `scripts/train-references`.\n\n\
             use crate::lang::reference::WEIGHTS as COUNT;\n\n\
             /// In the order of the signs (`resolve/reference/sign.rs`).\n\
             #[rustfmt::skip]\n\
             pub(super) const WEIGHTS: [i32; COUNT] = [\n{rows}];\n"
        )
    }

    fn go_through(&mut self, lesson: &Lesson, document: &Document, resolution: &Resolution) {
        let questions = lesson.questions.iter();
        self.answers = questions
            .filter_map(|question| Some((question.pronoun, answer(question, resolution)?)))
            .collect();
        let weights = self.weights();
        teach(document, &en::LANGUAGE, resolution, &weights, self);
    }
}

fn understand<'l>(lesson: &'l Lesson, model: &Model) -> (Document<'l>, Resolution) {
    let document = Document::read(&lesson.text, &en::LANGUAGE);
    let names = name::find(model, &document);
    let mentions = Mentions { names, figures: Vec::new(), dates: Vec::new() };
    let trust = Trust { calibration: &Calibration::none(), least: 0.0 };
    let resolution = resolve(&document, &en::LANGUAGE, mentions, &trust);
    (document, resolution)
}

/// The answer in terms of our entities; `None` where our names lack the one who is meant.
fn answer(question: &Question, resolution: &Resolution) -> Option<Answer> {
    let bearer = |span: &Span| {
        let at = resolution.names.partition_point(|name| name.span.end <= span.start);
        let name = resolution.names.get(at).filter(|name| name.span.overlaps(*span));
        name.filter(|name| name.kind == NameKind::Person).map(|name| name.entity)
    };
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for entity in question.right.iter().filter_map(bearer) {
        match counts.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, count)) => *count += 1,
            None => counts.push((entity, 1)),
        }
    }
    let right = counts.iter().rev().max_by_key(|(_, count)| count).map(|(entity, _)| *entity);
    if right.is_none() && !question.right.is_empty() && !question.is_complete {
        return None;
    }
    let wrong = question.wrong.iter().filter_map(bearer).collect();
    Some(Answer { right, wrong, is_open: right.is_none() && !question.is_complete })
}

impl Teacher for Learner {
    fn correct(&mut self, span: Span, candidates: &[Candidate]) -> Option<Option<usize>> {
        let answer = self.answers.get(&span)?;
        let is_right = |candidate: &Candidate| match (candidate.entity, answer.right) {
            (None, right) => right.is_none(),
            (Some(entity), None) => answer.is_open && !answer.wrong.contains(&entity),
            (Some(entity), Some(right)) => entity == right,
        };
        let scores: Vec<f64> = candidates
            .iter()
            .map(|candidate| candidate.signs.indices().map(|index| self.weights[index]).sum())
            .collect();
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let shares: Vec<f64> = scores.iter().map(|score| (score - most).exp()).collect();
        let all: f64 = shares.iter().sum();
        let right: f64 =
            candidates.iter().zip(&shares).filter(|(one, _)| is_right(one)).map(|(_, share)| share).sum();
        let best =
            (0..candidates.len()).rev().max_by(|&left, &right| scores[left].total_cmp(&scores[right]))?;
        let is_named = answer.right.is_some();
        self.score[0] += usize::from(is_named);
        if !answer.is_open {
            self.score[1] += usize::from(candidates[best].entity.is_some());
            self.score[2] += usize::from(candidates[best].entity.is_some() && is_right(&candidates[best]));
        }
        if right > 0.0 && self.rate > 0.0 {
            for (candidate, share) in candidates.iter().zip(&shares) {
                let wanted = if is_right(candidate) { share / right } else { 0.0 };
                let slope = share / all - wanted;
                for index in candidate.signs.indices() {
                    let weight = &mut self.weights[index];
                    *weight = *weight * (1.0 - self.rate * SHRINK * slope.abs().min(1.0)) - self.rate * slope;
                }
            }
        }
        if self.rate == 0.0 || answer.is_open {
            return None;
        }
        Some(answer.right.filter(|&right| candidates.iter().any(|candidate| candidate.entity == Some(right))))
    }
}
