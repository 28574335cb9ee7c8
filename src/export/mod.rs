//! A result in the formats that other programs and people read.
//!
//! ```
//! use article_analyzer::export::{Format, export};
//! use article_analyzer::{Analyzer, Options};
//!
//! let text = "The river rose to at least 4.2 metres.";
//! let analysis = Analyzer::english().analyze(text, &Options::default());
//! let table = export(text, &analysis, Format::named("csv-figures")?)?;
//! assert!(table.contains("4.2 metres,measure,4.2,,metre,,at_least"), "{table}");
//! # Ok::<(), article_analyzer::Error>(())
//! ```
//!
//! Pure functions of the text and its analysis, one format a file. An analysis may come from anywhere and in
//! any unit: [`Doc::new`] checks it and converts it, once, and the formats then cut the text without a doubt.
//! Where a format counts characters, it counts Unicode code points; `json` gives UTF-16 units beside them.
//! Nothing here reads the clock, and nothing judges: what the analysis says is written, no more.

mod annotation;
mod csv;
mod figures;
mod geojson;
mod html;
mod json;
mod markdown;
mod marks;
mod results;
mod schema;
mod serialize;
mod sha256;
mod write;

use crate::analysis::{Analysis, Attribution, OffsetMap, Party, Range, Unit};
use crate::error::Error;

/// What wrote a file, for whoever reads it later.
const NAME: &str = "Article Analyzer";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A format. [`Format::ALL`] lists their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The whole analysis as JSON: UTF-16 offsets, with `chars: [start, end]` in code points beside each, the
    /// text's SHA-256 and lengths, and what wrote it. Reads back as an [`Analysis`].
    Json,
    /// Text and analysis, for the element's attribute `results`: `{"schema", "text", "analysis"}`, UTF-16 offsets.
    Results,
    /// One table as CSV.
    Csv(Table),
    /// W3C Web Annotation: a page of annotations, one a mention.
    WebAnnotation,
    /// schema.org: a `NewsArticle` with what it mentions and quotes.
    JsonLd,
    /// A document of its own: the article with its marks, and its figures in a table.
    Html,
    /// The same for notes and editors (CommonMark, with a table as GitHub has it).
    Markdown,
    /// The places as points.
    GeoJson,
}

/// A table of the CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Amounts.
    Figures,
    /// Mentions by name.
    Names,
    /// The things named.
    Entities,
    /// Dates and times.
    Dates,
    /// Quotations and reported statements.
    Attributions,
    /// Figures that disagree.
    Conflicts,
}

impl Format {
    /// Every format with its name.
    pub const ALL: [(&'static str, Format); 13] = [
        ("json", Format::Json),
        ("results", Format::Results),
        ("csv-figures", Format::Csv(Table::Figures)),
        ("csv-names", Format::Csv(Table::Names)),
        ("csv-entities", Format::Csv(Table::Entities)),
        ("csv-dates", Format::Csv(Table::Dates)),
        ("csv-attributions", Format::Csv(Table::Attributions)),
        ("csv-conflicts", Format::Csv(Table::Conflicts)),
        ("webannotation", Format::WebAnnotation),
        ("jsonld", Format::JsonLd),
        ("html", Format::Html),
        ("markdown", Format::Markdown),
        ("geojson", Format::GeoJson),
    ];

    /// The format of this name.
    ///
    /// # Errors
    /// A name that is not known; the message lists those that are.
    pub fn named(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|&(_, format)| format).ok_or_else(|| {
            let known = Self::ALL.map(|(known, _)| known).join(", ");
            Error::new(format!("format {name:?} is not known; allowed are {known}"))
        })
    }
}

/// The analysis of `text` in a format.
///
/// # Errors
/// An analysis that is not of this text or not whole: an offset outside the text or inside a character, an
/// index that leads nowhere. The message names the place.
pub fn export(text: &str, analysis: &Analysis, format: Format) -> Result<String, Error> {
    let doc = Doc::new(text, analysis)?;
    Ok(match format {
        Format::Json => json::write(&doc)?,
        Format::Results => results::write(&doc)?,
        Format::Csv(table) => csv::write(&doc, table),
        Format::WebAnnotation => annotation::write(&doc),
        Format::JsonLd => schema::write(&doc),
        Format::Html => html::write(&doc),
        Format::Markdown => markdown::write(&doc),
        Format::GeoJson => geojson::write(&doc),
    })
}

/// A text with its analysis in bytes, checked: every span cuts the text, every index leads somewhere.
struct Doc<'t> {
    text: &'t str,
    analysis: Analysis,
    chars: OffsetMap<'t>,
}

impl<'t> Doc<'t> {
    fn new(text: &'t str, analysis: &Analysis) -> Result<Self, Error> {
        let analysis = analysis.in_unit(text, Unit::Bytes.as_str())?;
        Ok(Self { text, analysis, chars: OffsetMap::new(text, Unit::Chars) })
    }

    /// The words of a span on one line.
    fn words(&self, start: usize, end: usize) -> String {
        let mut line = String::with_capacity(end - start);
        for word in self.text[start..end].split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        line
    }

    fn words_of(&self, range: Range) -> String {
        self.words(range.start, range.end)
    }

    /// Who is meant: the entity's name where it is one, else the article's own words.
    fn party(&self, party: &Party) -> String {
        match party.entity {
            Some(entity) => self.analysis.entities[entity].name.clone(),
            None => self.words(party.start, party.end),
        }
    }

    /// The words said; a gap is shown as such.
    fn said(&self, attribution: &Attribution) -> String {
        let pieces: Vec<String> = attribution.spans.iter().map(|&span| self.words_of(span)).collect();
        pieces.join(" … ")
    }

    /// RFC 6920: the text named by its hash, since it has no address of its own.
    fn named_by_hash(&self) -> String {
        let mut name = String::from("ni:///sha-256;");
        sha256::base64url(&sha256::digest(self.text.as_bytes()), &mut name);
        name
    }
}
