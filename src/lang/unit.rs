//! Units of measure: how they are written, and what a figure with them is.

use super::Table;

/// Everything a language must say about units.
pub struct Units {
    /// Every way to write every unit, words with single spaces between: "square kilometres", "km/h".
    pub names: Table<Unit>,
    /// "below zero", after degrees or a bare number.
    pub below_zero: Table<()>,
    /// The unit of a bare number below zero.
    pub degree: &'static str,
    /// Words between a number and its unit that do not change either: "two *more* years".
    pub inner: Table<()>,
    /// Words between a number and a unit that say whose unit it is: "*US* fluid ounces".
    pub systems: Table<()>,
    /// Units that are parts of others: 12 inches of a foot, 7 days of a week and 365 of a year.
    pub parts: Table<&'static [Part]>,
    /// Units whose parts need no name: "six foot *two*", "an hour *thirty*".
    pub unsaid_parts: Table<&'static str>,
    /// Units that are no amount with an article: "a bit", "a cup".
    pub idle: Table<()>,
    /// Marks of feet and inches after digits: 6'2".
    pub marks: Table<&'static str>,
    /// "per", "a", "each": before the unit that something is counted by.
    pub rates: Table<Rate>,
    /// What things are counted by beside the units: "share", "person", "barrel".
    pub counted_by: Table<&'static str>,
}

/// One way to write one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Singular, as in results.
    pub name: &'static str,
    /// What it measures.
    pub kind: UnitKind,
    /// Where this way to write it may be believed.
    pub written: Written,
}

/// What a unit measures, as far as grammars ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// Hundredths.
    Percent,
    /// Differences of percentages.
    Point,
    /// Time.
    Time,
    /// Time since birth or beginning.
    Age,
    /// Degrees of a scale.
    Temperature,
    /// Degrees, of heat or of a circle: the text around must tell.
    Degree,
    /// Length: with a time it is a speed.
    Length,
    /// Any other physical quantity.
    Other,
    /// Times as much.
    Multiple,
}

/// Where a way to write a unit may be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Anywhere after a number: "kilometres", "km".
    Anyhow,
    /// Only with exactly these letters, because the other case is something else: "C", "W".
    Exactly(&'static str),
    /// Only touching the number, because apart it is an ordinary word: "2in", "5h".
    Glued,
    /// Only where no noun follows, which it would describe: "twelve stone", not "twelve stone walls".
    Last,
}

/// How many of a unit make which other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The larger unit.
    pub of: &'static str,
    /// How many of the smaller make it.
    pub count: u16,
}

/// How a word says that something is counted by what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// "per": whatever follows.
    Any,
    /// "a": only before a word that things are counted by.
    Known,
}
