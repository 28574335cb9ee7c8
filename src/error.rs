//! The one error type of the library.
//!
//! Analysing never fails; only building an [`Analyzer`](crate::Analyzer) (a model, an option) can.
//! The type is opaque on purpose: a caller shows its message, which names what was wrong and what
//! is allowed, and does not branch on variants that would then be frozen for ever.

use std::fmt;

/// Why an analyzer could not be built or an option not be understood.
///
/// The message is one sentence for a person: what was found, and what to give instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    /// With this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
