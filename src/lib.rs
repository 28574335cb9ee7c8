//! Finds the people, organisations, places, figures and dates of a news article.
//!
//! ```
//! use article_analyzer::{Analyzer, Options};
//!
//! let analyzer = Analyzer::english();
//! let options = Options::default().with_published("2025-02-08")?;
//! let analysis = analyzer.analyze("The river rose to at least 4.2 metres on Friday.", &options);
//! let (figure, date) = (&analysis.figures[0], &analysis.dates[0]);
//! assert_eq!((figure.value.as_deref(), figure.unit.as_deref()), (Some("4.2"), Some("metre")));
//! assert_eq!(date.value.as_deref(), Some("2025-02-07"));
//! # Ok::<(), article_analyzer::Error>(())
//! ```
//!
//! # The house
//! - `lang`: words, and nothing but words. The shapes (what a language must say of numbers, months, titles)
//!   stand in `lang/`, the words of English in `lang/en/`; a second language is a second folder
//! - `text`: the shape of a text: tokens, sentences, paragraphs, offsets, and whether it is English at all
//! - `recognize`: what is mentioned: `name/`, `figure/`, `date/`, each on its own. What figures and dates
//!   share (reading numbers, looking phrases up) stands beside them, so that they need not meet
//! - `resolve`: what it means together: overlaps, entities, roles, pronouns, ages, places, what figures count,
//!   who says what, as of when, and which figures disagree
//! - [`analysis`]: the result; bytes become the caller's offsets there, and nowhere else
//! - [`export`]: the result as JSON, CSV, Web Annotation, JSON-LD, HTML, Markdown and GeoJSON; reads `analysis` only
//! - `analyzer.rs`: the pipeline, on one screen
//! - `wasm.rs`: the boundary to JavaScript; `bin/`: the command line and the trainer
//! - `stages`: the stages one by one, for those who measure
//! - `probe`: parts that no caller reaches alone, for the fuzzer
//! - `train`: the trainer of the names model, apart so that no other build knows of it
//!
//! Each may import what stands above it and nothing below; `tests/architecture/` enforces it, for `www/`
//! too, where `page/` holds the parts that only our own page has and `element/` what every page may embed.

pub mod analysis;
mod analyzer;
mod error;
pub mod export;
pub(crate) mod lang;
#[cfg(any(test, feature = "probe"))]
#[doc(hidden)]
pub mod probe;
pub(crate) mod recognize;
pub(crate) mod resolve;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub mod stages;
pub(crate) mod text;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod train;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analysis::Analysis;
pub use analyzer::{Analyzer, Options, OwnNames};
pub use error::Error;

/// The Rust of the README is compiled with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
