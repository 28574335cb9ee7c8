//! What is mentioned: names, figures, dates, each found on its own.
//!
//! A recogniser reads the [`Document`](crate::text::Document) and the words of the language and gives
//! its mentions in bytes. It knows nothing of the other recognisers: which of two mentions of the
//! same words stands is decided in `resolve/overlap.rs`, what they mean together in `resolve/`.

pub(crate) mod date;
mod decimal;
pub(crate) mod figure;
#[cfg(test)]
pub mod forms;
mod grammar;
mod mention;
pub(crate) mod name;
mod numeral;
mod starters;

pub use decimal::Decimal;
pub use mention::{
    Bound, Chances, Change, DateKind, DateMention, FigureKind, FigureMention, FigureRole, NameKind,
    NameMention, Origin,
};
