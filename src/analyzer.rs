//! The pipeline, on one screen: read the text, recognise, resolve, hand over.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::{Analysis, Heading};
use crate::error::Error;
use crate::lang::place::Gazetteer;
use crate::lang::{Language, en};
pub use crate::recognize::name::OwnNames;
use crate::recognize::{date, figure, name};
use crate::resolve::{Mentions, Trust, locate, resolve};
use crate::text::{Document, Unit, is_written_in};

/// The code for "some other language" (ISO 639-2).
const UNDETERMINED: &str = "und";

/// What a caller may ask for. [`Options::default`] is what most want.
#[derive(Clone, Debug, Default)]
pub struct Options {
    unit: Unit,
    published: Option<Date>,
    locale: Option<date::Locale>,
    least_confidence: f64,
    names: Option<Arc<OwnNames>>,
}

impl Options {
    /// The unit of every offset in the result: `"utf16"` (the default), `"bytes"` or `"chars"`.
    ///
    /// # Errors
    /// Any other word.
    pub fn with_offsets(mut self, unit: &str) -> Result<Self, Error> {
        self.unit = match unit {
            "utf16" => Unit::Utf16,
            "bytes" => Unit::Bytes,
            "chars" => Unit::Chars,
            other => {
                return Err(Error::new(format!(
                    "option offsets: {other:?} is not known; allowed are \"utf16\", \"bytes\" and \"chars\""
                )));
            }
        };
        Ok(self)
    }

    /// The article's publication day, `YYYY-MM-DD`, against which relative dates are resolved.
    ///
    /// # Errors
    /// What is not a day of the calendar in that form.
    pub fn with_published(mut self, day: &str) -> Result<Self, Error> {
        self.published = Some(calendar_day(day).ok_or_else(|| {
            Error::new(format!(
                "option published: {day:?} is not a day of the calendar; write it as YYYY-MM-DD, like \"2025-02-08\""
            ))
        })?);
        Ok(self)
    }

    /// Without a publication day: relative dates stay unresolved.
    pub fn without_published(mut self) -> Self {
        self.published = None;
        self
    }

    /// Where the article is from, as a BCP 47 tag ("en-GB"): whether "3/4/2024" is in March or in April. It decides
    /// where the article itself does not: what its other dates show counts for more, since pages often carry
    /// the locale that their software came with. Only the region counts, and only of English: "en-US", "en-PH" and
    /// a few more write the month first, "en-CA" both, all others the day; plain "en" says nothing.
    ///
    /// # Errors
    /// What does not have the form of such a tag.
    pub fn with_locale(mut self, tag: &str) -> Result<Self, Error> {
        self.locale = Some(date::Locale::read(tag).ok_or_else(|| {
            Error::new(format!(
                "option locale: {tag:?} is not a language tag; write it as BCP 47 does, like \"en-GB\" or \"en-US\""
            ))
        })?);
        Ok(self)
    }

    /// Leaves out names that are less sure than this share, from 0 (the default: keep every name) to 1.
    ///
    /// # Errors
    /// A number outside that range, or none.
    pub fn with_least_confidence(mut self, share: f64) -> Result<Self, Error> {
        if !(0.0..=1.0).contains(&share) {
            return Err(Error::new(format!(
                "option least_confidence: {share} is not a share; write a number from 0 to 1, like 0.5"
            )));
        }
        self.least_confidence = share;
        Ok(self)
    }

    /// Names that you know better than the analyzer.
    pub fn with_names(mut self, names: OwnNames) -> Self {
        self.names = Some(Arc::new(names));
        self
    }
}

/// The day that is written as `YYYY-MM-DD`. Jiff's own parser reads every form there is, at 20 KB of the
/// compressed core.
fn calendar_day(text: &str) -> Option<Date> {
    let is_shaped = text.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let is_day = is_shaped && text.len() == 10;
    is_day.then_some(())?;
    Date::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?).ok()
}

/// Finds names, figures and dates in a text. Build it once, use it for any number of texts.
pub struct Analyzer {
    language: &'static Language,
    names: name::Model,
    figures: figure::Finder,
    dates: date::Finder,
    calibration: name::Calibration,
    places: Gazetteer,
}

impl Analyzer {
    /// For English, with the model that the library carries.
    pub fn english() -> Self {
        Self::with_names_model(en::NAMES_MODEL)
            .and_then(|analyzer| analyzer.with_names_confidence(en::NAMES_CONFIDENCE))
            .expect("the model in the library is whole and its confidence measured: a test loads both")
    }

    /// For English, with a names model of your own (the bytes of a `names.model` file). The confidence of
    /// its names is what the model itself believes, until [`Self::with_names_confidence`] corrects it.
    ///
    /// # Errors
    /// A file that is short, foreign, of another version or damaged; the message says which.
    pub fn with_names_model(file: &[u8]) -> Result<Self, Error> {
        Self::of_files(file, en::PLACES)
    }

    /// From the bytes of a names model and of a gazetteer.
    pub(crate) fn of_files(model: &[u8], places: &[u8]) -> Result<Self, Error> {
        let places = Gazetteer::load(places).map_err(|fault| Error::new(fault.to_string()))?;
        let (names, calibration) = (name::Model::load(model, &places)?, name::Calibration::none());
        let (figures, dates) = (figure::Finder::new(&en::LANGUAGE), date::Finder::new(&en::LANGUAGE));
        Ok(Self { language: &en::LANGUAGE, names, figures, dates, calibration, places })
    }

    /// With the table of how often names of the model were right (the text of a `names.confidence` file,
    /// which the trainer writes beside the model).
    ///
    /// # Errors
    /// A table of another model or another shape; the message says which.
    pub fn with_names_confidence(mut self, table: &str) -> Result<Self, Error> {
        self.calibration = name::Calibration::read(table, self.names.checksum)?;
        Ok(self)
    }

    /// Analyses one text. Accepts every string, never fails, in time linear in its length.
    pub fn analyze(&self, text: &str, options: &Options) -> Analysis {
        let document = Document::read(text, self.language);
        let is_ours = is_written_in(&document, self.language);
        // Learned from this language, and no guide to another; what the caller knows is true in any.
        let names = if is_ours { name::find(&self.names, &document) } else { Vec::new() };
        let mentions = Mentions {
            names: match &options.names {
                Some(own) => own.apply(&document, names),
                None => names,
            },
            figures: self.figures.find(&document),
            dates: self.dates.find(
                &document,
                date::Source { published: options.published, locale: options.locale.as_ref() },
            ),
        };
        let trust = Trust { calibration: &self.calibration, least: options.least_confidence };
        let mut resolution = resolve(&document, self.language, mentions, &trust);
        locate(&document, self.language, &self.places, &mut resolution);
        let heading = Heading {
            unit: options.unit,
            language: if is_ours { self.language.code } else { UNDETERMINED },
            published: options.published.map(|day| day.to_string()),
        };
        Analysis::of(text, &resolution, heading)
    }
}
