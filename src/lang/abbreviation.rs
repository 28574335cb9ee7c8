//! Abbreviations: which take their full stop with them, and when.

/// What must come after an abbreviation for the full stop to belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// "Inc." is never a sentence's ordinary last word, whatever follows.
    Anything,
    /// "Gen." and "St." stand before a capital; else the word is an ordinary one.
    Name,
    /// "No. 10", "Sept. 3"; before anything else it is an ordinary word at the end of a sentence.
    Number,
}
