//! The weights of all features, laid out for scoring.
//!
//! What a text asks for is mostly frequent (forms, themes, common words) and has a weight for nearly every label;
//! most of the model is words seen now and then, with two or three weights. So a feature with many weights has a
//! row for all labels, added in a few instructions, and the others have lists. A token asks fifty times, and
//! what takes time is waiting for memory: whether there is a feature at all is told by a map of bits, small
//! enough to stay near the processor.

use super::feature::BUCKET_BITS;
use super::label;
use super::model::{Features, Scores, Weight};

/// Places in a row: the labels, rounded up to whole vectors of the processor.
const WIDTH: usize = 24;

/// A feature with so many weights gets a row. With fewer, rows would crowd the cache.
const LEAST_OF_ROW: usize = 5;

/// What a feature says of every label. Also their sum over a token's features: sixty times 127 is far from the
/// end of an i16.
type Row = [i16; WIDTH];

/// So many features are looked up at once, in walks without branches: a processor waits for many places of memory
/// together only while it need not guess what comes next.
const BATCH: usize = 64;

/// Set in a place that is the number of a row.
const IS_ROW: u32 = 1 << 31;

/// All weights, by bucket.
pub struct Weights {
    /// Which buckets have weights, a bit each.
    present: Vec<u64>,
    /// How many buckets with weights stand before each such 64.
    ranks: Vec<u32>,
    /// For each bucket that is present: its row, or where its list begins.
    places: Vec<u32>,
    rows: Vec<Row>,
    /// Lists, each closed by [`END`].
    lists: Vec<Weight>,
}

/// After the last weight of a list.
const END: Weight = Weight { label: u8::MAX, value: 0 };

impl Weights {
    /// From the columns of the file.
    pub fn new(features: &Features) -> Self {
        let mut weights = Weights {
            present: vec![0; (1 << BUCKET_BITS) / 64],
            ranks: Vec::with_capacity((1 << BUCKET_BITS) / 64),
            places: Vec::with_capacity(features.buckets.len()),
            rows: Vec::new(),
            lists: Vec::new(),
        };
        let mut rest = features.weights.as_slice();
        for (&bucket, &count) in features.buckets.iter().zip(&features.counts) {
            let (own, others) = rest.split_at(usize::from(count));
            rest = others;
            weights.present[bucket as usize / 64] |= 1 << (bucket % 64);
            weights.add(own);
        }
        let mut rank = 0;
        for bits in &weights.present {
            weights.ranks.push(rank);
            rank += bits.count_ones();
        }
        weights
    }

    fn add(&mut self, own: &[Weight]) {
        if own.len() < LEAST_OF_ROW {
            self.places.push(self.lists.len() as u32);
            self.lists.extend(own.iter().copied().chain([END]));
            return;
        }
        self.places.push(self.rows.len() as u32 | IS_ROW);
        let mut row = [0; WIDTH];
        for weight in own {
            row[usize::from(weight.label)] += i16::from(weight.value);
        }
        self.rows.push(row);
    }

    /// Adds the weights of all features of a token to its scores.
    pub fn score(&self, buckets: &[u32], scores: &mut Scores) {
        let mut sum: Row = [0; WIDTH];
        for batch in buckets.chunks(BATCH) {
            let (mut places, mut count) = ([0; BATCH], 0);
            for &bucket in batch {
                let (bits, bit) = (self.present[bucket as usize / 64], bucket % 64);
                let rank = self.ranks[bucket as usize / 64] + (bits & ((1 << bit) - 1)).count_ones();
                places[count % BATCH] = rank;
                count += (bits >> bit & 1) as usize;
            }
            for place in &mut places[..count] {
                *place = self.places[*place as usize];
            }
            for &place in &places[..count] {
                self.add_up(place, &mut sum);
            }
        }
        for (score, total) in scores.iter_mut().zip(&sum[..label::COUNT]) {
            *score += i32::from(*total);
        }
    }

    /// Adds what the feature at `place` says.
    fn add_up(&self, place: u32, sum: &mut Row) {
        if place & IS_ROW != 0 {
            for (total, weight) in sum.iter_mut().zip(&self.rows[(place & !IS_ROW) as usize]) {
                *total = total.wrapping_add(*weight);
            }
            return;
        }
        for weight in self.lists[place as usize..].iter().take_while(|weight| **weight != END) {
            let total = &mut sum[usize::from(weight.label)];
            *total = total.wrapping_add(i16::from(weight.value));
        }
    }
}
