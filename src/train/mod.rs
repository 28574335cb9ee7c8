//! The trainer: corpora in, `names.model` and the figures of its card out.
//!
//! Reaches `recognize/name/{feature,label,model}`, `text` and `lang`, and nothing else of the library,
//! so that what it learns is what the tagger asks; `calibrate.rs` alone asks the whole analyzer, whose
//! answers it measures, and `reference.rs` the passes after it, whose weights it learns. Not part of any build but
//! the trainer's own.

mod calibrate;
mod chain;
mod corpus;
mod crf;
mod evaluate;
mod example;
mod reference;
mod speed;

pub use crate::recognize::NameKind;
pub use crate::recognize::name::Model;
pub use crate::recognize::name::model::{Features, Parts};
pub use calibrate::{report, table};
pub use corpus::{Corpus, gazetteer, given, load, marked, themes};
pub use crf::{Knowledge, Settings, train};
pub use evaluate::{Score, evaluate};
pub use reference::{Learner, Lesson, lessons};
pub use speed::speed;
