//! What it means together: mentions in, a [`Resolution`] out.
//!
//! One pass a file. A pass reads the document and what the passes before it found, and adds to the
//! resolution; it never goes back to a recogniser. Every fact carries the span of the words that show
//! it; a fact without words to point at is not added.

mod age;
mod entity;
mod overlap;
mod place;
mod quantity;
mod role;

pub use self::place::{Certainty, PlaceRule, ResolvedPlace, locate};
use crate::lang::Language;
use crate::recognize::name::Calibration;
use crate::recognize::{DateMention, FigureMention, NameKind, NameMention};
use crate::text::{Document, Span};

/// What all passes together made of the mentions, in bytes.
#[derive(Default)]
pub struct Resolution {
    /// Names in text order, each with the entity it belongs to.
    pub names: Vec<ResolvedName>,
    /// Entities in order of first mention.
    pub entities: Vec<ResolvedEntity>,
    /// Figures in text order.
    pub figures: Vec<ResolvedFigure>,
    /// Dates in text order.
    pub dates: Vec<DateMention>,
}

/// A name and its bearer.
pub struct ResolvedName {
    /// The name alone.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// How sure its ends and kind are, from 0 to 1.
    pub confidence: f64,
    /// Index into [`Resolution::entities`].
    pub entity: usize,
}

/// The bearer of one or several names.
pub struct ResolvedEntity {
    /// What it is.
    pub kind: NameKind,
    /// The fullest name.
    pub name: String,
    /// Other names, in order of appearance.
    pub aliases: Vec<String>,
    /// Titles and appositions.
    pub roles: Vec<Span>,
    /// Indices into [`Resolution::names`].
    pub mentions: Vec<usize>,
    /// Where it is.
    pub place: Option<ResolvedPlace>,
}

/// A figure and what it counts.
pub struct ResolvedFigure {
    /// As recognised.
    pub mention: FigureMention,
    /// The amount with the words that qualify it and what it counts.
    pub outer: Span,
    /// What it counts, where the text says so.
    pub counts: Option<Counted>,
}

/// The words that say what a figure counts.
#[derive(Clone, Copy)]
pub struct Counted {
    /// The phrase: "Russian soldiers".
    pub phrase: Span,
    /// Its one main word: "soldiers".
    pub head: Span,
}

/// How the chances of a name become confidence, and how much of it a name needs.
pub struct Trust<'m> {
    /// What was measured of the model's chances.
    pub calibration: &'m Calibration,
    /// Names below it are left out.
    pub least: f64,
}

impl Trust<'_> {
    /// In every name, as far as it goes.
    #[cfg(test)]
    const EVERYTHING: Trust<'static> = Trust { calibration: &Calibration::none(), least: 0.0 };
}

/// All passes, in order; each line says why it stands where it does.
pub fn resolve(document: &Document, language: &Language, mentions: Mentions, trust: &Trust) -> Resolution {
    let mut mentions = overlap::settle(mentions); // first: later passes must not see two readings of the same words
    let (names, entities) = entity::merge(document, language, mentions.names, trust); // the unsure go here: no later pass reads a name that the result lacks
    let mut resolution = Resolution { names, entities, dates: mentions.dates, ..Resolution::default() };
    role::attach(document, language, &mut resolution); // after entities: a role belongs to one, not to a name
    age::recognize(document, language, &resolution.names, &mut mentions.figures); // after entities, which settle kinds
    quantity::attach(document, language, mentions.figures, &mut resolution);
    resolution
}

/// What the recognisers found, each list in text order.
pub struct Mentions {
    /// Names.
    pub names: Vec<NameMention>,
    /// Figures.
    pub figures: Vec<FigureMention>,
    /// Dates.
    pub dates: Vec<DateMention>,
}
