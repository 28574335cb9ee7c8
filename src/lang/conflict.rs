//! Words by which two figures are told to be of the same thing, or of another.

use super::Table;

/// What a language must say for figures to be compared.
pub struct ConflictWords {
    /// Words of an event that people go through, with the name of the event: "killed" and "toll" of a death.
    pub events: Table<&'static str>,
    /// Nouns for people in general, before which an event tells enough.
    pub people: Table<()>,
    /// Near a figure they tell that it is of another group, time or rate: "another 40", "initially".
    pub apart: Table<()>,
    /// Near a figure they make it a forecast, a plan, a possibility, which stands beside the word: both figures
    /// must be of the same mood.
    pub moods: Table<&'static str>,
    /// Determiners of what was told of before.
    pub definite: Table<()>,
    /// Before a noun they tell nothing of which one it is: "the **new** pool".
    pub plain_modifiers: Table<()>,
    /// Before a figure they tell that it is the sum of those before: "a total of 60".
    pub totals: Table<()>,
    /// Before a part they tell that others are left out: "including 12".
    pub partial: Table<()>,
    /// Why two figures are shown together.
    pub differ: &'static str,
    /// Why a total is: before the sum and between it and the total.
    pub sum: [&'static str; 2],
    /// Why a change is.
    pub change: &'static str,
}
