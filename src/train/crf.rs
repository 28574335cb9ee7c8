//! Learning the weights: a linear-chain conditional random field, AdaGrad, averaged over late epochs.
//!
//! A token may have several allowed labels (a kind that was not annotated in its corpus): then the
//! total probability of all of them is raised, and nothing is learned about which it is.

use super::chain::{self, Expectations, NOTHING, Row};
use super::corpus::{Annotated, Corpus, read};
use super::example::{self, Example, View};
use crate::lang::place::Gazetteer;
use crate::recognize::name::chance::UNITS;
use crate::recognize::name::feature::BUCKET_BITS;
use crate::recognize::name::label::COUNT;
use crate::recognize::name::lexicon::{Lexicon, THEMES};
use crate::recognize::name::memory::Taken;
use crate::recognize::name::model::{Features, Model, Parts, Weight};
use crate::recognize::name::tagger;

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Walks through all examples.
    pub epochs: usize,
    /// Step size of AdaGrad.
    pub rate: f32,
    /// How far every weight is pulled towards zero at the end of an epoch.
    pub shrink: f32,
    /// Share of the features of a token that are hidden from one step, so that no word alone decides.
    pub dropout: f32,
    /// Walks of the two models that only take the first look at the other half of the texts.
    pub half_epochs: usize,
    /// After this many epochs all but `keep` weights are given up, and those learn on without the others.
    pub full_epochs: usize,
    /// See `full_epochs`: this decides how large the file is.
    pub keep: usize,
    /// A feature must occur in this many tokens of the corpora.
    pub least_count: u8,
}

/// What is known of words beforehand; it goes into the file too.
pub struct Knowledge {
    /// Themes of words, by key.
    pub themes: Vec<(u32, u8)>,
    /// The group of every theme.
    pub groups: [u8; THEMES],
    /// Keys of given names.
    pub given: Vec<u32>,
    /// Names of places; the one thing that is no part of the file.
    pub gazetteer: Gazetteer,
}

/// Learns from all corpora. `tell` hears of the progress, with the model as it stands.
///
/// The second look at an article must be learned from first looks as they will be: at texts that the
/// first look has not learned from. So each half of the texts is looked at by a model of the other half.
pub fn train(
    corpora: &[Corpus],
    knowledge: &Knowledge,
    settings: &Settings,
    tell: &mut dyn FnMut(&str, Option<&Parts>),
) -> Parts {
    let gazetteer = &knowledge.gazetteer;
    let lexicon = Lexicon::new(&knowledge.themes, knowledge.groups, &knowledge.given, gazetteer);
    let texts: Vec<(&Annotated, f32)> =
        corpora.iter().flat_map(|corpus| corpus.texts.iter().map(|text| (text, corpus.weight))).collect();
    let mut memories: Vec<Option<Vec<Taken>>> = vec![None; texts.len()];
    for half in 0..2 {
        let mut examples = Vec::new();
        for (text, weight) in texts.iter().skip(1 - half).step_by(2) {
            example::add(text, View::plain(*weight), &lexicon, &mut examples);
        }
        let quick = Settings { epochs: settings.half_epochs, full_epochs: usize::MAX, ..*settings };
        let model = Model::new(&learn(examples, knowledge, &quick, &mut |_, _| {}), gazetteer);
        for (memory, (text, _)) in memories.iter_mut().zip(&texts).skip(half).step_by(2) {
            let document = read(&text.text);
            if document.sentences.len() >= LEAST_SENTENCES {
                *memory = Some(tagger::first_taken(&model, &document));
            }
        }
        tell(&format!("first look at half {}", half + 1), None);
    }
    let mut examples = Vec::new();
    for (number, ((text, weight), memory)) in texts.iter().zip(&memories).enumerate() {
        example::add(text, View::plain(*weight), &lexicon, &mut examples);
        if let Some(memory) = memory {
            example::add(
                text,
                View { memory: Some(memory), ..View::plain(*weight) },
                &lexicon,
                &mut examples,
            );
        }
        if let Some(capitals) = example::other_capitals(number) {
            example::add(text, View { capitals, ..View::plain(*weight) }, &lexicon, &mut examples);
        }
    }
    learn(examples, knowledge, settings, tell)
}

/// Shorter texts have no "elsewhere" to remember.
const LEAST_SENTENCES: usize = 3;

fn learn(
    mut examples: Vec<Example>,
    knowledge: &Knowledge,
    settings: &Settings,
    tell: &mut dyn FnMut(&str, Option<&Parts>),
) -> Parts {
    example::drop_rare(&mut examples, settings.least_count);
    let tokens: usize = examples.iter().map(|example| example.ends.len()).sum();
    tell(&format!("{} stretches, {tokens} tokens", examples.len()), None);
    let mut learner = Learner::new(*settings);
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    for epoch in 0..settings.epochs {
        learner.random.shuffle(&mut order);
        let loss: f64 = order.iter().map(|&index| f64::from(learner.learn(&examples[index as usize]))).sum();
        learner.end_epoch(epoch);
        let report = format!("epoch {}: loss {:.4} a token", epoch + 1, loss / tokens as f64);
        tell(&report, Some(&learner.parts(knowledge)));
    }
    learner.parts(knowledge)
}

/// A small generator of random numbers (xorshift); seeded with a constant, so that training repeats.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) as u32
    }

    fn shuffle(&mut self, order: &mut [u32]) {
        for end in (1..order.len()).rev() {
            order.swap(end, self.next() as usize % (end + 1));
        }
    }
}

/// Weights and the sums of squared gradients beside them, so that neighbouring cache lines serve both.
#[derive(Clone, Copy)]
struct Cell {
    weight: Row,
    squares: Row,
}

/// Numerator and denominator of the first AdaGrad steps would otherwise be equal: a step of full rate
/// on the first sight of a feature.
const SQUARES_AT_START: f32 = 0.1;

/// Slopes smaller than this on every label change nothing that survives rounding to the file.
const FLAT: f32 = 1e-4;

struct Learner {
    settings: Settings,
    cells: Vec<Cell>,
    /// Sums of the weights at the ends of late epochs.
    sums: Vec<Row>,
    transitions: [Cell; COUNT],
    transition_sums: [Row; COUNT],
    /// How many epochs the sums hold.
    averaged: usize,
    random: Random,
    /// Which features of the present example are hidden.
    hidden: Vec<bool>,
}

impl Learner {
    fn new(settings: Settings) -> Self {
        let cell = Cell { weight: NOTHING, squares: [SQUARES_AT_START; COUNT] };
        Learner {
            settings,
            cells: vec![cell; 1 << BUCKET_BITS],
            sums: vec![NOTHING; 1 << BUCKET_BITS],
            transitions: [cell; COUNT],
            transition_sums: [NOTHING; COUNT],
            averaged: 0,
            random: Random(0x5DEE_CE66_D123_4567),
            hidden: Vec::new(),
        }
    }

    /// One step on one example; gives the loss.
    fn learn(&mut self, example: &Example) -> f32 {
        let threshold = (self.settings.dropout * u32::MAX as f32) as u32;
        self.hidden.clear();
        for _ in 0..example.buckets.len() {
            let hidden = threshold > 0 && self.random.next() < threshold;
            self.hidden.push(hidden);
        }
        let scores = self.scores(example);
        let follow = chain::factors(&self.transitions.map(|cell| cell.weight));
        let free = chain::expectations(&follow, &scores, None);
        let bound = chain::expectations(&follow, &scores, Some(&example.allowed));
        self.update(example, &free, &bound);
        example.weight * (free.log_total - bound.log_total)
    }

    fn scores(&self, example: &Example) -> Vec<Row> {
        let mut at = 0;
        (0..example.ends.len())
            .map(|token| {
                let mut scores = NOTHING;
                for &bucket in example.features(token) {
                    if !self.hidden[at] {
                        let weights = &self.cells[bucket as usize].weight;
                        for (score, weight) in scores.iter_mut().zip(weights) {
                            *score += weight;
                        }
                    }
                    at += 1;
                }
                scores
            })
            .collect()
    }

    fn update(&mut self, example: &Example, free: &Expectations, bound: &Expectations) {
        let rate = self.settings.rate;
        let step = |cell: &mut Cell, gradient: &Row| {
            for ((weight, squares), &slope) in cell.weight.iter_mut().zip(&mut cell.squares).zip(gradient) {
                *squares += slope * slope;
                *weight -= rate * slope / squares.sqrt();
            }
        };
        let mut at = 0;
        for token in 0..example.ends.len() {
            let gradient: Row = std::array::from_fn(|label| {
                example.weight * (free.labels[token][label] - bound.labels[token][label])
            });
            let flat = gradient.iter().all(|slope| slope.abs() < FLAT);
            for &bucket in example.features(token) {
                if !flat && !self.hidden[at] {
                    step(&mut self.cells[bucket as usize], &gradient);
                }
                at += 1;
            }
        }
        for label in 0..COUNT {
            let gradient: Row = std::array::from_fn(|next| {
                example.weight * (free.transitions[label][next] - bound.transitions[label][next])
            });
            step(&mut self.transitions[label], &gradient);
        }
    }

    /// Pulls weights towards zero, and takes late epochs into the average.
    fn end_epoch(&mut self, epoch: usize) {
        let Settings { shrink, rate, epochs, .. } = self.settings;
        for cell in &mut self.cells {
            for (weight, squares) in cell.weight.iter_mut().zip(&cell.squares) {
                let pull = shrink * rate / squares.sqrt();
                *weight = weight.signum() * (weight.abs() - pull).max(0.0);
            }
        }
        if epoch + 1 == self.settings.full_epochs {
            self.give_up_least();
        }
        if epoch <= self.settings.full_epochs && epoch + 1 < epochs {
            return;
        }
        self.averaged += 1;
        let sums = self.sums.iter_mut().chain(&mut self.transition_sums);
        for (sum, cell) in sums.zip(self.cells.iter().chain(&self.transitions)) {
            for (total, weight) in sum.iter_mut().zip(&cell.weight) {
                *total += weight;
            }
        }
    }

    /// Sets the weights that matter least to zero and keeps them there: behind an infinite sum of squares no
    /// step moves. What a weight matters is its square times the squared slopes that it has met, which is
    /// how much the loss would rise without it (optimal brain damage, with the slopes for the curvature): a
    /// middling weight of a feature seen ten thousand times is worth more than a large one of a word seen twice.
    fn give_up_least(&mut self) {
        let worth = |weight: f32, squares: f32| weight * weight * squares;
        let mut worths: Vec<f32> = self
            .cells
            .iter()
            .flat_map(|cell| cell.weight.iter().zip(&cell.squares))
            .map(|(&weight, &squares)| worth(weight, squares))
            .filter(|worth| *worth > 0.0)
            .collect();
        let Some(surplus) = worths.len().checked_sub(self.settings.keep) else { return };
        let (_, least, _) = worths.select_nth_unstable_by(surplus, f32::total_cmp);
        let least = *least;
        for cell in &mut self.cells {
            for (weight, squares) in cell.weight.iter_mut().zip(&mut cell.squares) {
                if worth(*weight, *squares) < least {
                    *weight = 0.0;
                    *squares = f32::INFINITY;
                }
            }
        }
    }

    /// The integers of the file: averages of the late epochs where there are any.
    fn parts(&self, knowledge: &Knowledge) -> Parts {
        let scale = UNITS as f32;
        let average = |sum: &Row, cell: &Cell| -> Row {
            if self.averaged == 0 { cell.weight } else { sum.map(|total| total / self.averaged as f32) }
        };
        let mut features = Features::default();
        for (bucket, (sum, cell)) in self.sums.iter().zip(&self.cells).enumerate() {
            let row = average(sum, cell);
            let weights = row.iter().enumerate().map(|(label, weight)| Weight {
                label: label as u8,
                value: (weight * scale).round().clamp(-127.0, 127.0) as i8,
            });
            features.push(bucket as u32, weights.filter(|weight| weight.value != 0));
        }
        let mut transitions = [[0; COUNT]; COUNT];
        for (label, row) in transitions.iter_mut().enumerate() {
            let weights = average(&self.transition_sums[label], &self.transitions[label]);
            for (score, weight) in row.iter_mut().zip(weights) {
                *score = (weight * scale).round() as i16;
            }
        }
        let Knowledge { themes, groups, given, .. } = knowledge;
        let (themes, given) = (themes.clone(), given.clone());
        Parts { transitions, themes, groups: *groups, given, features }
    }
}
