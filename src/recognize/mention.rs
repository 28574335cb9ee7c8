//! What recognisers hand on: mentions, in bytes, with the words of the result's kinds.
//!
//! The kinds are defined here and re-exported by [`Analysis`](crate::Analysis), because results may
//! know recognisers and never the other way round.

use serde::{Deserialize, Serialize};

use super::Decimal;
use crate::text::Span;

/// A name, before anything is known of who bears it.
#[derive(Clone, Debug, PartialEq)]
pub struct NameMention {
    /// The name alone.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// How likely it is a name with these ends, of each kind.
    pub chances: Chances,
    /// Who says so.
    pub origin: Origin,
}

/// Who says that a name is one, and of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The model says both.
    Found,
    /// The model has found it, the caller knows its kind.
    Retyped,
    /// The caller says both.
    Added,
}

impl NameMention {
    /// A name that the model does not doubt.
    #[cfg(test)]
    pub fn found(span: Span, kind: NameKind) -> Self {
        Self { origin: Origin::Found, ..Self::certain(span, kind) }
    }

    /// A name that the caller has told of.
    pub fn certain(span: Span, kind: NameKind) -> Self {
        let chances = NameKind::ALL.map(|other| if other == kind { 1.0 } else { 0.0 });
        Self { span, kind, chances, origin: Origin::Added }
    }
}

/// A chance, from 0 to 1, for each kind of [`NameKind::ALL`]; together they are the chance of the ends.
pub type Chances = [f64; NameKind::ALL.len()];

/// An amount, before it is known what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureMention {
    /// The amount with its unit.
    pub span: Span,
    /// With the words that qualify it: "more than 39,000".
    pub qualified: Span,
    /// What kind of amount.
    pub kind: FigureKind,
    /// The amount, or the lower end of a range; `None` where the text is vague.
    pub value: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// ISO 4217 code, "%", or the English singular of the unit.
    pub unit: Option<String>,
    /// The unit it is counted by: "$80 a barrel".
    pub per: Option<String>,
    /// How exact it is.
    pub bound: Bound,
    /// The direction of a change.
    pub change: Option<Change>,
    /// Whether it counts or names.
    pub role: FigureRole,
}

/// A date or time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Without article and preposition.
    pub span: Span,
    /// What kind.
    pub kind: DateKind,
    /// ISO 8601 / EDTF, only as exact as the words.
    pub value: Option<String>,
    /// End of a range, inclusive.
    pub high: Option<String>,
    /// How exact it is.
    pub bound: Bound,
    /// Whether `value` is an absolute calendar value.
    pub resolved: bool,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// A human being, real or not.
    Person,
    /// Countries, cities, regions, facilities.
    Place,
    /// Companies, agencies, parties, teams, outlets.
    Organization,
    /// Nationalities and the like, events, works, products, laws, ships.
    Other,
}

impl NameKind {
    /// Every kind, in the order of the result's legend.
    pub const ALL: [NameKind; 4] =
        [NameKind::Person, NameKind::Place, NameKind::Organization, NameKind::Other];

    /// As written in results and corpora.
    pub fn as_str(self) -> &'static str {
        match self {
            NameKind::Person => "person",
            NameKind::Place => "place",
            NameKind::Organization => "organization",
            NameKind::Other => "other",
        }
    }
}

/// The kind of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// "39,000"
    Cardinal,
    /// "third"
    Ordinal,
    /// "two-thirds"
    Fraction,
    /// "50 percent"
    Percent,
    /// "two percentage points"
    PercentagePoint,
    /// "$1.5 billion"
    Money,
    /// "10 km"
    Measure,
    /// "-5 °C"
    Temperature,
    /// "42-year-old"
    Age,
    /// "three years"
    Duration,
    /// "threefold"
    Multiple,
    /// "3 to 1"
    Ratio,
    /// "2-1"
    Score,
    /// "10 to 15"
    Range,
}

/// How exact an amount or date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Said without qualification.
    #[default]
    Exact,
    /// "about", "some", "roughly"
    About,
    /// "more than", "over"
    MoreThan,
    /// "at least", "no fewer than"
    AtLeast,
    /// "less than", "under"
    LessThan,
    /// "at most", "up to"
    AtMost,
    /// "nearly", "almost": below, and close
    Nearly,
    /// "10 to 15", "hundreds"
    Between,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// "rose 3 %": a difference, upwards.
    Up,
    /// "fell by a third": a difference, downwards.
    Down,
    /// "to 4.1 million": the new level.
    To,
    /// "from 5.2 %": the old level.
    From,
}

/// Whether a number counts or names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRole {
    /// It counts or measures something.
    #[default]
    Claim,
    /// It only names something: "Row 21", "Boeing 737".
    Label,
}

/// The kind of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// A day, month, year, season ...
    Date,
    /// A time of day.
    Time,
    /// A day with a time.
    Datetime,
    /// From one to another.
    Range,
    /// Recurring: "every Monday".
    Set,
}
