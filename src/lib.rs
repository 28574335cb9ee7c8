//! Finds the people, organisations, places, figures and dates of a news article.
//!
//! ```
//! use article_analyzer::{Analyzer, Options};
//!
//! let analyzer = Analyzer::english();
//! let options = Options::default().with_published("2025-02-08")?;
//! let analysis = analyzer.analyze("The river rose to 4.2 metres on Friday.", &options);
//! assert_eq!(analysis.language, "en");
//! # Ok::<(), article_analyzer::Error>(())
//! ```
//!
//! # The house
//! - [`lang`]: words, and nothing but words; a second language is a second folder
//! - [`text`]: the shape of a text: tokens, sentences, paragraphs, offsets
//! - [`recognize`]: what is mentioned: names, figures, dates
//! - [`resolve`]: what it means together: overlaps, entities, what figures count
//! - [`analysis`]: the result; bytes become the caller's offsets here
//! - [`analyzer`]: the pipeline, on one screen
//! - `wasm`: the boundary to JavaScript; `bin/`: the command line and the trainer
//!
//! Each may import what stands above it and nothing below; `tests/architecture.rs` enforces it.

pub mod analysis;
mod analyzer;
mod error;
pub(crate) mod lang;
pub(crate) mod recognize;
pub(crate) mod resolve;
pub(crate) mod text;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod train;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analysis::Analysis;
pub use analyzer::{Analyzer, Options};
pub use error::Error;
