//! Sums over all label paths of a chain: forward and backward.
//!
//! In probabilities, brought back to a sum of one at every token, so that long chains neither vanish
//! nor overflow. Before the first and after the last token stands "outside".

use crate::recognize::name::label::{self, COUNT};

/// A number for each label.
pub type Row = [f32; COUNT];

/// Zero for each label.
pub const NOTHING: Row = [0.0; COUNT];

/// All mass on "outside".
const OUTSIDE: Row = {
    let mut row = NOTHING;
    row[label::OUTSIDE as usize] = 1.0;
    row
};

/// What a chain expects.
pub struct Expectations {
    /// Logarithm of the sum over all paths.
    pub log_total: f32,
    /// How often each label at each token.
    pub labels: Vec<Row>,
    /// How often each pair of labels in all.
    pub transitions: [Row; COUNT],
}

/// Transition scores to factors; 0 where a label may not follow.
pub fn factors(transitions: &[Row; COUNT]) -> [Row; COUNT] {
    std::array::from_fn(|label| {
        std::array::from_fn(|next| {
            if label::may_follow(label as u8, next as u8) { transitions[label][next].exp() } else { 0.0 }
        })
    })
}

/// Over all paths, or those through the `allowed` sets (one bit a label).
pub fn expectations(follow: &[Row; COUNT], scores: &[Row], allowed: Option<&[u32]>) -> Expectations {
    let mut log_total = 0.0;
    let potentials: Vec<Row> = scores
        .iter()
        .enumerate()
        .map(|(token, row)| {
            let top = row.iter().copied().fold(f32::MIN, f32::max);
            log_total += top;
            let set = allowed.map_or(u32::MAX, |sets| sets[token]);
            std::array::from_fn(|label| if set >> label & 1 == 1 { (row[label] - top).exp() } else { 0.0 })
        })
        .collect();
    let forward = forward(follow, &potentials, &mut log_total);
    let last = forward.last().copied().unwrap_or(OUTSIDE);
    let after: Row = std::array::from_fn(|label| follow[label][usize::from(label::OUTSIDE)]);
    let end = dot(&last, &after);
    log_total += end.ln();
    let mut expectations =
        Expectations { log_total, labels: vec![NOTHING; scores.len()], transitions: [NOTHING; COUNT] };
    for label in 0..COUNT {
        expectations.transitions[label][usize::from(label::OUTSIDE)] += last[label] * after[label] / end;
    }
    backward(follow, &potentials, &forward, after, &mut expectations);
    expectations
}

fn forward(follow: &[Row; COUNT], potentials: &[Row], log_total: &mut f32) -> Vec<Row> {
    let mut rows = Vec::with_capacity(potentials.len());
    let mut before = OUTSIDE;
    for potential in potentials {
        let mut row = NOTHING;
        for (&mass, factors) in before.iter().zip(follow).filter(|(mass, _)| **mass > 0.0) {
            for (value, factor) in row.iter_mut().zip(factors) {
                *value += mass * factor;
            }
        }
        for (value, factor) in row.iter_mut().zip(potential) {
            *value *= factor;
        }
        let total = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        *log_total += total.ln();
        before = row.map(|value| value / total);
        rows.push(before);
    }
    rows
}

fn backward(
    follow: &[Row; COUNT],
    potentials: &[Row],
    forward: &[Row],
    mut after: Row,
    expectations: &mut Expectations,
) {
    for token in (0..potentials.len()).rev() {
        let here: Row = std::array::from_fn(|label| forward[token][label] * after[label]);
        let total = here.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        expectations.labels[token] = here.map(|value| value / total);
        let inner: Row = std::array::from_fn(|label| potentials[token][label] * after[label]);
        let source = if token > 0 { &forward[token - 1] } else { &OUTSIDE };
        let earlier: Row = std::array::from_fn(|label| dot_or_zero(&follow[label], &inner));
        let norm = dot(source, &earlier);
        for (label, &mass) in source.iter().enumerate().filter(|(_, mass)| **mass > 0.0) {
            for next in 0..COUNT {
                expectations.transitions[label][next] += mass * follow[label][next] * inner[next] / norm;
            }
        }
        let top = earlier.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        after = earlier.map(|value| value / top);
    }
}

fn dot_or_zero(left: &Row, right: &Row) -> f32 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

/// Never zero, so that it can be divided by and have a logarithm.
fn dot(left: &Row, right: &Row) -> f32 {
    dot_or_zero(left, right).max(f32::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_adding_up_every_path() {
        let scores: Vec<Row> = (0..3)
            .map(|token| std::array::from_fn(|label| ((token * 7 + label * 5) % 11) as f32 / 5.0))
            .collect();
        let transitions =
            std::array::from_fn(|label| std::array::from_fn(|next| ((label * 3 + next) % 7) as f32 / 7.0));
        let follow = factors(&transitions);
        let mut total = 0.0f64;
        let mut second_is_person = 0.0f64;
        for path in 0..COUNT.pow(3) {
            let path = [path % COUNT, path / COUNT % COUNT, path / COUNT / COUNT];
            let mut product = f64::from(follow[0][path[0]]) * f64::from(follow[path[2]][0]);
            product *= f64::from(follow[path[0]][path[1]]) * f64::from(follow[path[1]][path[2]]);
            product *= (0..3).map(|token| f64::from(scores[token][path[token]])).sum::<f64>().exp();
            total += product;
            second_is_person += if path[1] == 4 { product } else { 0.0 };
        }
        let found = expectations(&follow, &scores, None);
        assert!((f64::from(found.log_total) - total.ln()).abs() < 1e-4);
        assert!((f64::from(found.labels[1][4]) - second_is_person / total).abs() < 1e-4);
    }
}
