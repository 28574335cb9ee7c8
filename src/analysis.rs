//! The result: plain data, in the shape that `www/analysis.d.ts` describes.
//!
//! This is the one place where bytes become the unit that the reader asked for: `Analysis::of`
//! takes what the passes resolved, in bytes, and converts every span; `offsets` goes from one unit to
//! another, for those who are given a result and want to read its text. It decides nothing.
//! A new field goes here, into `www/analysis.d.ts` and into the contract test, in one commit.

mod offsets;

use serde::{Deserialize, Serialize};

pub use crate::recognize::{Bound, Change, DateKind, FigureKind, FigureRole, NameKind};
pub use crate::resolve::{AttributionKind, Certainty, ConflictRule, PlaceRule, ReferenceForm, ReferenceRule};
use crate::resolve::{Resolution, ResolvedParty, ResolvedReference};
use crate::text::Span;
pub(crate) use crate::text::{OffsetMap, Unit};

/// The version of the shape below; it changes when a reader of the old one would misread the new.
pub const SCHEMA: u32 = 1;

/// Everything that was found in one text. See `www/analysis.d.ts` for what each field promises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Version of this shape.
    pub schema: u32,
    /// Unit of every offset below: `utf16`, `bytes` or `chars`.
    pub offsets: String,
    /// The caller's own name for the text, if it gave one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
    /// `en`, or `und` when the text is not English: then only figures and dates are looked for.
    pub language: String,
    /// Publication day that relative dates were resolved against.
    pub published: Option<String>,
    /// Every mention by name, in text order, none overlapping.
    pub names: Vec<Name>,
    /// The things named, in order of first mention.
    pub entities: Vec<Entity>,
    /// Amounts, in text order.
    pub figures: Vec<Figure>,
    /// Dates and times, in text order.
    pub dates: Vec<DateMention>,
    /// Quotations and reported statements, in text order.
    pub attributions: Vec<Attribution>,
    /// Figures of the same thing that disagree.
    pub conflicts: Vec<Conflict>,
}

/// A stretch of the text in the result's unit, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}

/// One mention by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// Start of the name alone.
    pub start: usize,
    /// End of the name alone.
    pub end: usize,
    /// What it names.
    pub kind: NameKind,
    /// How sure its ends and kind are: the share of such names that were right where it was measured.
    pub confidence: f64,
    /// Index into `entities`.
    pub entity: usize,
}

/// A named thing with all its mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: NameKind,
    /// The fullest name by which the article calls it.
    pub name: String,
    /// Other names by which the article calls it, in order of appearance.
    pub aliases: Vec<String>,
    /// Titles and appositions that say what it is.
    pub roles: Vec<Range>,
    /// Indices into `names`.
    pub mentions: Vec<usize>,
    /// Mentions without a name.
    pub references: Vec<Reference>,
    /// Where it is, for places that are known; for a nationality, where its country is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub place: Option<Place>,
}

/// A mention without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
    /// How it refers.
    pub form: ReferenceForm,
    /// What says whom it means.
    pub rule: ReferenceRule,
}

/// A point on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// ISO 3166-1 alpha-2; none for continents, oceans and what else belongs to no country.
    pub country: Option<String>,
    /// Degrees north, WGS 84.
    pub lat: f64,
    /// Degrees east, WGS 84.
    pub lon: f64,
    /// Inhabitants, where known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub population: Option<u64>,
    /// Whether the article leaves a doubt.
    pub certainty: Certainty,
    /// What decided which place the name means.
    pub rule: PlaceRule,
}

/// An amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Start of the amount with its unit.
    pub start: usize,
    /// End of the amount with its unit.
    pub end: usize,
    /// With the words that qualify it and what it counts.
    pub outer: Range,
    /// What kind of amount.
    pub kind: FigureKind,
    /// Exact decimal.
    pub value: Option<String>,
    /// Upper end of a range, exact decimal.
    pub high: Option<String>,
    /// ISO 4217 code, "%", or the English singular of the unit.
    pub unit: Option<String>,
    /// The unit it is counted by.
    pub per: Option<String>,
    /// How exact it is.
    pub bound: Bound,
    /// The direction of a change.
    pub change: Option<Change>,
    /// What it counts.
    pub counts: Option<Counts>,
    /// Index into `attributions`.
    pub said_by: Option<usize>,
    /// Index into `dates`.
    pub as_of: Option<usize>,
    /// Whether it counts or names.
    pub role: FigureRole,
}

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Start of the phrase.
    pub start: usize,
    /// End of the phrase.
    pub end: usize,
    /// Its one main word.
    pub head: Range,
}

/// A date or time; an event ("beginning of the war") only where a figure holds as of it, and without a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
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

/// A quotation or a reported statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The words said, in pieces where interrupted.
    pub spans: Vec<Range>,
    /// How they are reported.
    pub kind: AttributionKind,
    /// Who says them.
    pub speaker: Option<Party>,
    /// The words that say that they are said.
    pub cue: Option<Range>,
    /// To whom.
    pub addressee: Option<Party>,
    /// The rule that found it.
    pub rule: String,
}

/// Somebody who speaks or is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
    /// Index into `entities`.
    pub entity: Option<usize>,
}

/// Figures of the same thing that disagree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Indices into `figures`.
    pub figures: Vec<usize>,
    /// The thing counted.
    pub counts: String,
    /// The reason, for a reader.
    pub why: String,
    /// The rule that found it.
    pub rule: ConflictRule,
}

/// What an [`Analysis`] says of its text as a whole.
pub(crate) struct Heading {
    pub unit: Unit,
    pub language: &'static str,
    pub published: Option<String>,
}

impl Analysis {
    /// Bytes become the reader's unit here, and nowhere else.
    pub(crate) fn of(text: &str, resolution: &Resolution, heading: Heading) -> Self {
        let map = OffsetMap::new(text, heading.unit);
        let range = |span: Span| Range { start: map.convert(span.start), end: map.convert(span.end) };
        let party = |party: ResolvedParty| {
            let Range { start, end } = range(party.span);
            Party { start, end, entity: party.entity }
        };
        Analysis {
            schema: SCHEMA,
            offsets: heading.unit.as_str().to_owned(),
            id: None,
            language: heading.language.to_owned(),
            published: heading.published,
            names: resolution
                .names
                .iter()
                .map(|name| {
                    let Range { start, end } = range(name.span);
                    Name { start, end, kind: name.kind, confidence: name.confidence, entity: name.entity }
                })
                .collect(),
            entities: resolution
                .entities
                .iter()
                .map(|entity| Entity {
                    kind: entity.kind,
                    name: entity.name.clone(),
                    aliases: entity.aliases.clone(),
                    roles: entity.roles.iter().map(|&role| range(role)).collect(),
                    mentions: entity.mentions.clone(),
                    references: entity
                        .references
                        .iter()
                        .map(|&ResolvedReference { span, form, rule }| {
                            let Range { start, end } = range(span);
                            Reference { start, end, form, rule }
                        })
                        .collect(),
                    place: entity.place.as_ref().map(|place| Place {
                        country: place.country.clone(),
                        lat: place.lat,
                        lon: place.lon,
                        population: place.population,
                        certainty: place.certainty,
                        rule: place.rule,
                    }),
                })
                .collect(),
            figures: resolution
                .figures
                .iter()
                .map(|figure| {
                    let Range { start, end } = range(figure.mention.span);
                    Figure {
                        start,
                        end,
                        outer: range(figure.outer),
                        kind: figure.mention.kind,
                        value: figure.mention.value.map(|value| value.to_string()),
                        high: figure.mention.high.map(|high| high.to_string()),
                        unit: figure.mention.unit.clone(),
                        per: figure.mention.per.clone(),
                        bound: figure.mention.bound,
                        change: figure.mention.change,
                        counts: figure.counts.map(|counts| {
                            let Range { start, end } = range(counts.phrase);
                            Counts { start, end, head: range(counts.head) }
                        }),
                        said_by: figure.said_by,
                        as_of: figure.as_of,
                        role: figure.mention.role,
                    }
                })
                .collect(),
            dates: resolution
                .dates
                .iter()
                .map(|date| {
                    let Range { start, end } = range(date.span);
                    DateMention {
                        start,
                        end,
                        kind: date.kind,
                        value: date.value.clone(),
                        high: date.high.clone(),
                        bound: date.bound,
                        resolved: date.resolved,
                    }
                })
                .collect(),
            attributions: resolution
                .attributions
                .iter()
                .map(|attribution| Attribution {
                    spans: attribution.spans.iter().map(|&span| range(span)).collect(),
                    kind: attribution.kind,
                    speaker: attribution.speaker.map(party),
                    cue: attribution.cue.map(range),
                    addressee: attribution.addressee.map(party),
                    rule: attribution.rule.to_owned(),
                })
                .collect(),
            conflicts: resolution
                .conflicts
                .iter()
                .map(|conflict| Conflict {
                    figures: conflict.figures.clone(),
                    counts: conflict.counts.clone(),
                    why: conflict.why.clone(),
                    rule: conflict.rule,
                })
                .collect(),
        }
    }
}
