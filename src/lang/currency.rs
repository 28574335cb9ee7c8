//! Currencies: how amounts of money are written.

use super::Table;

/// Everything a language must say about money.
pub struct Currencies {
    /// Signs: "$", "€"; before or after the amount.
    pub signs: Table<&'static str>,
    /// Letters before a dollar or pound sign that say whose it is: "us", "hk".
    pub prefixes: Table<&'static str>,
    /// Codes and abbreviations before or after the amount, and what they mean: "usd", "rs".
    pub codes: Table<Code>,
    /// Names after the amount, words with single spaces between: "australian dollars".
    pub names: Table<Money>,
    /// Last words of names that may stand before the amount: "*ringgit* 42".
    pub leading: Table<()>,
    /// Names that are an amount with an article: "a dollar".
    pub singles: Table<()>,
    /// Codes that before one or two digits number meetings: "COP27".
    pub numbering: Table<()>,
    /// The unit of hundredths that do not say whose they are: "77 *cents* to $1.15".
    pub hundredth: &'static str,
    /// Letters before a code that multiply the amount: "30 MUSD".
    pub magnitudes: Table<u8>,
}

/// A code or abbreviation of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// ISO 4217.
    pub unit: &'static str,
    /// The letters that it must be written with.
    pub letters: &'static str,
    /// Whether it means money only glued to an amount in thousands or with a magnitude: "R20,000", "N5bn".
    pub large: bool,
}

/// A name of a currency or of a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// ISO 4217, or the English singular where several countries share the name.
    pub unit: &'static str,
    /// Parts are ten to this power of the unit: -2 for pence.
    pub power: i8,
    /// From this amount on the word means money: "pounds" weigh less.
    pub least: u32,
    /// Whether it is the hundredth part of any currency: "cents", "pence".
    pub hundredth: bool,
    /// Whether it means money only right after the digits: "164p".
    pub glued: bool,
}
