//! The shape of a text: where its words, sentences and paragraphs are.
//!
//! [`Document::read`] accepts every string in linear time and is the only thing the recognisers see.
//! Nothing here knows what a word means; the few words it needs (abbreviations, words that open
//! sentences) come from `lang`.

mod address;
mod document;
mod fold;
mod language;
mod offset;
mod sentence;
mod span;
mod token;

pub use document::{Document, Sentence};
pub use fold::fold_word;
pub use language::is_written_in;
pub(crate) use offset::{OffsetMap, Unit};
pub use span::Span;
pub use token::{Token, TokenKind};
