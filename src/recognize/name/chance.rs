//! How likely the model holds a name to be: of all readings of its stretch, each weighed by its score,
//! the share that has exactly this name (forward and backward over the chain).
//!
//! Only additions, multiplications and divisions of `f64`, in one order: every machine rounds those
//! alike, so that command line and browser agree to the byte. No power or logarithm is asked of the platform.
//!
//! A chance is the model's own opinion. How often such a name is right is measured, see `calibration.rs`.

use super::label::{self, CLOSED, COUNT, INSIDE, STARTS};
use super::model::Scores;
use crate::recognize::{Chances, NameKind};

/// Units of the model's scores in a natural-logarithm unit: the trainer rounds to them. Sixteen gave no better
/// names and larger files.
pub const UNITS: usize = 8;

/// e^(-1 / [`UNITS`])
const STEP: f64 = 0.882_496_902_584_595_5;

/// A score this far below the best of its token weighs as nothing, and still more than nothing.
const FARTHEST: usize = 40 * UNITS;

const OUTSIDE: usize = label::OUTSIDE as usize;

/// A weight for each label.
type Row = [f64; COUNT];

/// All weight on "outside", which stands before and after every stretch.
const EDGE: Row = {
    let mut row = [0.0; COUNT];
    row[OUTSIDE] = 1.0;
    row
};

/// Scores as factors.
pub struct Factors {
    /// What a score weighs that is so many units below the best.
    weights: Vec<f64>,
    /// `follow[label][next]`: what the step from label to label weighs.
    follow: [Row; COUNT],
    /// The same between labels that leave no name open, as [`super::Model`] has it.
    closed: [[f64; STARTS.len()]; CLOSED.len()],
}

impl Factors {
    /// Of a model's transitions.
    pub fn new(transitions: &[Scores; COUNT]) -> Self {
        let weights: Vec<f64> =
            std::iter::successors(Some(1.0), |weight| Some(weight * STEP)).take(FARTHEST + 1).collect();
        let top = transitions.iter().flatten().copied().max().unwrap_or(0);
        let follow = transitions.map(|row| row.map(|score| weight(&weights, top, score)));
        let closed = CLOSED.map(|label| STARTS.map(|next| follow[label][next]));
        Factors { weights, follow, closed }
    }

    fn of(&self, token: &Scores) -> Row {
        let top = token.iter().copied().max().unwrap_or(0);
        token.map(|score| weight(&self.weights, top, score))
    }

    /// What reaches each label from the token before it.
    fn ahead(&self, before: &Row) -> Row {
        let mut sums = [0.0; STARTS.len()];
        for (label, factors) in CLOSED.into_iter().zip(&self.closed) {
            for (sum, factor) in sums.iter_mut().zip(factors) {
                *sum += before[label] * factor;
            }
        }
        let mut row = [0.0; COUNT];
        for (next, sum) in STARTS.into_iter().zip(sums) {
            row[next] = sum;
        }
        for (inner, last) in INSIDE {
            for next in [inner, last] {
                let first = inner - 1;
                row[next] =
                    before[first] * self.follow[first][next] + before[inner] * self.follow[inner][next];
            }
        }
        row
    }

    /// What each label leads to at the token after it.
    fn back(&self, after: &Row) -> Row {
        let starts = STARTS.map(|next| after[next]);
        let mut row = [0.0; COUNT];
        for (label, factors) in CLOSED.into_iter().zip(&self.closed) {
            row[label] = factors.iter().zip(starts).fold(0.0, |sum, (factor, weight)| sum + factor * weight);
        }
        for (inner, last) in INSIDE {
            for label in [inner - 1, inner] {
                row[label] =
                    self.follow[label][inner] * after[inner] + self.follow[label][last] * after[last];
            }
        }
        row
    }
}

/// What a score weighs beside the best one.
fn weight(weights: &[f64], top: i32, score: i32) -> f64 {
    weights[usize::try_from(top - score).unwrap_or(0).min(FARTHEST)]
}

/// All readings of a stretch, summed up. One serves many stretches, for the sake of its memory.
#[derive(Default)]
pub struct Readings {
    factors: Vec<Row>,
    /// The sum of all readings up to each token, by the token's label, as shares of one.
    before: Vec<Row>,
    /// What each token multiplied the sum by.
    totals: Vec<f64>,
    /// What a share at each token must be multiplied by for all that comes after.
    after: Vec<Row>,
}

impl Readings {
    /// Sums up a stretch.
    pub fn read(&mut self, model: &Factors, scores: &[Scores]) {
        self.factors.clear();
        self.factors.extend(scores.iter().map(|token| model.of(token)));
        self.before.clear();
        self.totals.clear();
        let mut before = EDGE;
        for own in &self.factors {
            let mut row = model.ahead(&before);
            let mut total = 0.0;
            for (share, factor) in row.iter_mut().zip(own) {
                *share *= factor;
                total += *share;
            }
            before = row.map(|share| share / total);
            self.before.push(before);
            self.totals.push(total);
        }
        self.after.clear();
        self.after.resize(scores.len(), EDGE);
        let mut after = EDGE;
        for token in (0..scores.len()).rev() {
            let row = model.back(&after);
            let total = row.iter().zip(&self.before[token]).fold(0.0, |sum, (row, share)| sum + row * share);
            self.after[token] = row.map(|weight| weight / total);
            after = self.after[token];
            for (weight, factor) in after.iter_mut().zip(&self.factors[token]) {
                *weight *= factor;
            }
        }
    }

    /// The chances of a name from token `first` to `last` of the stretch, by its kind.
    pub fn chances(&self, model: &Factors, first: usize, last: usize) -> Chances {
        let before = if first == 0 { &EDGE } else { &self.before[first - 1] };
        NameKind::ALL.map(|kind| {
            let label_of = |token| {
                usize::from(match (token == first, token == last) {
                    (true, true) => label::of(kind, label::UNIT),
                    (true, false) => label::of(kind, label::FIRST),
                    (false, true) => label::of(kind, label::LAST),
                    (false, false) => label::of(kind, label::INNER),
                })
            };
            let mut label = label_of(first);
            let mut chance =
                CLOSED.iter().fold(0.0, |sum, &from| sum + before[from] * model.follow[from][label]);
            chance *= self.factors[first][label] / self.totals[first];
            for token in first + 1..=last {
                let next = label_of(token);
                chance *= model.follow[label][next] * self.factors[token][next] / self.totals[token];
                label = next;
            }
            (chance * self.after[last][label]).min(1.0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some scores, of no pattern.
    fn scores(tokens: usize) -> Vec<Scores> {
        let score = |token: usize, label: usize| ((token * 7 + label * 5) % 11) as i32 * 6;
        (0..tokens).map(|token| std::array::from_fn(|label| score(token, label))).collect()
    }

    fn transitions() -> [Scores; COUNT] {
        std::array::from_fn(|label| std::array::from_fn(|next| ((label * 3 + next) % 7) as i32 * 5 - 15))
    }

    /// The weight of one path of labels, by the book.
    fn weigh(path: &[usize], scores: &[Scores]) -> f64 {
        let whole = [&[OUTSIDE], path, &[OUTSIDE]].concat();
        let legal = whole.windows(2).all(|pair| label::may_follow(pair[0] as u8, pair[1] as u8));
        let steps: i32 = whole.windows(2).map(|pair| transitions()[pair[0]][pair[1]]).sum();
        let own: i32 = path.iter().zip(scores).map(|(&label, scores)| scores[label]).sum();
        if legal { (f64::from(steps + own) / UNITS as f64).exp() } else { 0.0 }
    }

    #[test]
    fn agrees_with_adding_up_every_reading() {
        let scores = scores(3);
        let factors = Factors::new(&transitions());
        let mut readings = Readings::default();
        readings.read(&factors, &scores);
        let paths: Vec<[usize; 3]> =
            (0..COUNT.pow(3)).map(|n| [n % COUNT, n / COUNT % COUNT, n / COUNT / COUNT]).collect();
        let sum = |wanted: &dyn Fn(&[usize; 3]) -> bool| -> f64 {
            paths.iter().filter(|path| wanted(path)).map(|path| weigh(&path[..], &scores)).sum()
        };
        let all = sum(&|_| true);
        for kind in NameKind::ALL {
            let label = |position| usize::from(label::of(kind, position));
            let (first, inner) = (label(label::FIRST), label(label::INNER));
            let (last, unit) = (label(label::LAST), label(label::UNIT));
            for (tokens, share) in [
                ((1, 1), sum(&|path| path[1] == unit) / all),
                ((0, 1), sum(&|path| path[..2] == [first, last]) / all),
                ((1, 2), sum(&|path| path[1..] == [first, last]) / all),
                ((0, 2), sum(&|path| *path == [first, inner, last]) / all),
            ] {
                let chance = readings.chances(&factors, tokens.0, tokens.1)[kind as usize];
                assert!((chance - share).abs() < 1e-9, "{kind:?} {tokens:?}: {chance}, not {share}");
            }
        }
    }

    #[test]
    fn stays_a_share_in_a_very_long_stretch() {
        let mut scores = scores(5_000);
        // Nothing speaks for a name, all for "outside", far beyond what a factor can say.
        scores[4_000] = std::array::from_fn(|label| if label == OUTSIDE { 30_000 } else { -30_000 });
        let factors = Factors::new(&transitions());
        let mut readings = Readings::default();
        readings.read(&factors, &scores);
        for first in [0, 1, 2_500, 3_999, 4_000, 4_999] {
            let chances = readings.chances(&factors, first, first);
            assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)), "{first}: {chances:?}");
        }
        assert!(readings.chances(&factors, 4_000, 4_000).iter().sum::<f64>() < 1e-9);
    }
}
