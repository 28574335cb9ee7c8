//! What it means together: mentions in, a [`Resolution`] out.
//!
//! One pass a file. A pass reads the document and what the passes before it found, and adds to the
//! resolution; it never goes back to a recogniser. Every fact carries the span of the words that show
//! it; a fact without words to point at is not added.

mod age;
mod as_of;
mod attribution;
mod conflict;
mod entity;
mod event;
#[cfg(test)]
mod marked;
mod overlap;
mod place;
mod quantity;
pub mod reference;
mod role;

pub use self::reference::{ReferenceForm, ReferenceRule, ResolvedReference};
use serde::{Deserialize, Serialize};

pub use self::place::{Certainty, PlaceRule, ResolvedPlace, locate};
use crate::lang::Language;
use crate::recognize::name::Calibration;
use crate::recognize::{DateMention, FigureMention, NameKind, NameMention};
use crate::text::{Document, Span};

/// As [`attribution`] pairs the marks.
#[cfg(any(test, feature = "probe"))]
pub fn quotations(document: &Document, language: &Language) -> Vec<std::ops::Range<usize>> {
    attribution::quotations(document, language)
}

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
    /// Quotations and reported statements in text order.
    pub attributions: Vec<ResolvedAttribution>,
    /// Figures that disagree, in the order of their first.
    pub conflicts: Vec<ResolvedConflict>,
}

/// Figures that cannot all be true.
pub struct ResolvedConflict {
    /// Indices into [`Resolution::figures`], in order.
    pub figures: Vec<usize>,
    /// The thing counted, in the words of the text.
    pub counts: String,
    /// The reason, for a reader.
    pub why: String,
    /// The rule that found it.
    pub rule: ConflictRule,
}

/// How figures disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictRule {
    /// Two figures of the same thing.
    Differ,
    /// Parts and their total.
    Sum,
    /// A change and the levels that it led from and to.
    Change,
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
    /// Mentions without a name, in text order.
    pub references: Vec<ResolvedReference>,
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
    /// Index into [`Resolution::attributions`]: who says so.
    pub said_by: Option<usize>,
    /// Index into [`Resolution::dates`]: as of when.
    pub as_of: Option<usize>,
}

/// A quotation or a reported statement.
pub struct ResolvedAttribution {
    /// What is said, in pieces where interrupted.
    pub spans: Vec<Span>,
    /// How it is reported.
    pub kind: AttributionKind,
    /// Who says it.
    pub speaker: Option<ResolvedParty>,
    /// The words that say that it is said.
    pub cue: Option<Span>,
    /// To whom.
    pub addressee: Option<ResolvedParty>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Somebody who speaks or is spoken to.
#[derive(Clone, Copy)]
pub struct ResolvedParty {
    /// The name alone, the pronoun, or the noun phrase without its article.
    pub span: Span,
    /// Index into [`Resolution::entities`], where it is one of them.
    pub entity: Option<usize>,
}

/// How a statement is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributionKind {
    /// In quotation marks.
    Direct,
    /// Partly in quotation marks.
    Mixed,
    /// In the reporter's words.
    Indirect,
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
    reference::attach(document, language, &mut resolution); // after roles, which tell genders and who is "the mayor"
    age::recognize(document, language, &resolution.names, &mut mentions.figures); // after entities, which settle kinds
    quantity::attach(document, language, mentions.figures, &mut resolution);
    attribution::attach(document, language, &mut resolution); // after figures: each is told who says it
    as_of::attach(document, language, &mut resolution); // after attributions: a date of one statement dates no other
    conflict::attach(document, language, &mut resolution); // last: it compares what all passes say of each figure
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
