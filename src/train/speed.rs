//! How fast texts are read and names found: bytes a second, on one core.

use std::time::Instant;

use super::corpus::read;
use crate::recognize::name::{self, Model};

/// Each stage is walked so often, and the quickest walk counts: what else the machine does only slows.
const WALKS: usize = 7;

/// Megabytes a second of tokens alone, and of tokens and names together.
pub fn speed(model: &Model, texts: &[String]) -> (f64, f64) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let rate = |stage: &dyn Fn(&str) -> usize| {
        let walk = |_| {
            let start = Instant::now();
            let found: usize = texts.iter().map(|text| stage(text)).sum();
            // The answer is used, or the compiler leaves the work out.
            (start.elapsed().as_secs_f64(), std::hint::black_box(found)).0
        };
        bytes as f64 / 1e6 / (0..WALKS).map(walk).fold(f64::MAX, f64::min)
    };
    let tokens = rate(&|text| read(text).tokens.len());
    let names = rate(&|text| name::find(model, &read(text)).len());
    (tokens, names)
}
