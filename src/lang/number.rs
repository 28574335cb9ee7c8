//! Number words: what the parts of a spelled-out number are worth.

use super::Table;

/// One word of a spelled-out number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// "zero" to "nineteen".
    Small(u8),
    /// "twenty" to "ninety": a small one may follow.
    Tens(u8),
    /// "hundred": multiplies what stands before it, and smaller ones are added after it.
    Hundred,
    /// "thousand", "lakh", "million": ten to this power, like "hundred" between thousands.
    Scale(u8),
    /// "dozen": multiplies what stands before it and ends the number.
    Group(u8),
}

/// Everything a language must say about numbers.
pub struct Numbers {
    /// "three", "twenty", "hundred", "million", "dozen".
    pub cardinals: Table<NumberWord>,
    /// "third", "twentieth", "hundredth", "millionth".
    pub ordinals: Table<NumberWord>,
    /// What divides one: "third", "quarter", "half".
    pub denominators: Table<NumberWord>,
    /// What divides several: "thirds", "quarters", "halves".
    pub plural_denominators: Table<NumberWord>,
    /// Plurals that stand for a whole decade of amounts: "dozens", "hundreds", "millions".
    pub plurals: Table<VaguePlural>,
    /// Words for a few of what they stand before: "several", "a couple".
    pub loose: Table<Loose>,
    /// Letters after digits that multiply, glued or apart: "bn", "k", "cr".
    pub magnitudes: Table<Magnitude>,
    /// Glued to digits they make an ordinal: "st", "nd", "rd", "th".
    pub ordinal_endings: Table<()>,
    /// "a", "an": one, before "hundred" and the like.
    pub articles: Table<()>,
    /// "and", between the parts of a number.
    pub joiners: Table<()>,
    /// "of", between a fraction and what it is taken of.
    pub partitives: Table<()>,
    /// "point", before the decimal digits.
    pub points: Table<()>,
    /// "over", between the number above and the number below the line: "one over three".
    pub divisions: Table<()>,
    /// "minus", "negative".
    pub negatives: Table<()>,
}

/// A plural that stands for amounts between two round numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VaguePlural {
    /// Both ends times ten to this power.
    pub power: u8,
    /// The lower end: "hundreds" is 1, times 10^2.
    pub low: u8,
    /// The upper end: "hundreds" run to the next power of ten, 10, times 10^2.
    pub high: u8,
    /// Whether it counts only before "of": "tens of", where "tens" alone is something else.
    pub needs_of: bool,
}

/// A word for a small number that it leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loose {
    /// "a few", "several": more than two and less than ten.
    Some,
    /// "a couple": about two.
    Two,
}

/// Letters after digits that multiply them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Magnitude {
    /// Ten to this power.
    pub power: u8,
    /// How freely it may be read as a magnitude.
    pub when: When,
}

/// Where letters may be read as a magnitude, since most of them are units as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// "bn", "mln": never anything else after digits.
    Always,
    /// "k": when glued to the digits.
    Glued,
    /// "G": as a capital glued to digits that are no small whole number, which numbers a generation.
    Capital,
    /// "m", "b", "t": with money, or as a capital glued to the digits.
    Money,
}
