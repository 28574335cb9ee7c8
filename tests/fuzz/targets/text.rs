//! The shape of a text: tokens, sentences, quotations, and offsets there and back in every unit.
#![no_main]

mod input;
mod show;

use article_analyzer::probe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| probe::shape(&input::text(bytes)));
