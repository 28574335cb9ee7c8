//! What can be asked on the command line.

use std::path::PathBuf;

use article_analyzer::export::{self, Table};
use article_analyzer::{Error, Options};
use clap::{Parser, ValueEnum};

use crate::names;

/// Finds the people, organisations, places, figures and dates of news articles.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
pub struct Arguments {
    /// Files to read; standard input when none is given, or for "-"
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// What the input is: one article a file, or one JSON object {"id"?, "text", "published"?} a line
    #[arg(long, value_enum, default_value_t = Input::Text)]
    pub input: Input,

    /// What to print; "text" unless the input is jsonl, then "jsonl"
    #[arg(long, value_enum)]
    pub format: Option<Format>,

    /// Which table of the csv, which has one line of headings however many articles there are
    #[arg(long, value_enum, default_value_t = TableName::Figures)]
    pub table: TableName,

    /// The unit of every offset in json and jsonl; other formats count code points
    #[arg(long, value_parser = ["utf16", "bytes", "chars"], default_value = "utf16")]
    pub offsets: String,

    /// The article's publication day, against which "on Friday" and "last year" are resolved
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub published: Option<String>,

    /// Where the article is from, like "en-GB": decides "3/4/2024" where the article's other dates do not
    #[arg(long, value_name = "TAG", value_parser = parse_locale)]
    pub locale: Option<String>,

    /// Names that you know better, one a line: "add", "retype" or "ignore", the name and its kind, tabs between
    #[arg(long, value_name = "FILE")]
    pub names: Option<PathBuf>,

    /// Leave out names that are less sure than this share, from 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = parse_share)]
    pub least_confidence: Option<f64>,

    /// How many lines of jsonl are analysed at once; as many as there are processors unless said. The order stays
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Leave out the articles whose ids are in FILE, the jsonl that an earlier run has written
    #[arg(long, value_name = "FILE")]
    pub skip_done: Option<PathBuf>,

    /// Whether the text format marks by colour, or by brackets like [Kyiv|place]
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

const EXAMPLES: &str = "\
Examples:
  article-analyzer article.txt
  article-analyzer --format json --published 2025-02-08 article.txt
  article-analyzer --format csv --table names *.txt > names.csv
  article-analyzer --input jsonl archive.jsonl.gz > results.jsonl
  article-analyzer --input jsonl --skip-done results.jsonl archive.jsonl.gz >> results.jsonl

In jsonl, a line that cannot be read becomes {\"id\"?, \"error\": {\"line\", \"message\"}} and the run goes on.
The exit status is 1 when a file or a line could not be read, 2 when an option was not understood.";

/// The shape of the input.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Input {
    /// One article a file
    Text,
    /// One JSON object a line
    Jsonl,
}

/// The shape of the output.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The article with marks, and tables, for a person at a terminal
    Text,
    /// One indented JSON object an article
    Json,
    /// One JSON object a line
    Jsonl,
    /// Text and analysis in one object a line, for the element's attribute "results"
    Results,
    /// One table, for a spreadsheet
    Csv,
    /// A page with the marked article and its figures; one article only
    Html,
    /// The same as Markdown; one article only
    Markdown,
    /// schema.org NewsArticle with what it mentions and quotes, one object a line
    Jsonld,
    /// W3C Web Annotation, one page of annotations a line
    Webannotation,
    /// The places as points, one collection a line
    Geojson,
}

/// A table of the csv.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableName {
    /// Amounts
    Figures,
    /// Mentions by name
    Names,
    /// The things named
    Entities,
    /// Dates and times
    Dates,
    /// Quotations and reported statements
    Attributions,
    /// Figures that disagree
    Conflicts,
}

/// When to use colour.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// At a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}

impl Arguments {
    /// The format asked for, or the one that suits the input.
    pub fn format(&self) -> Format {
        self.format.unwrap_or(match self.input {
            Input::Text => Format::Text,
            Input::Jsonl => Format::Jsonl,
        })
    }

    /// How many threads analyse.
    pub fn jobs(&self) -> usize {
        let processors = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.map_or_else(processors, usize::from)
    }

    /// The library's format, where the output is one of those.
    pub fn export(&self) -> Option<export::Format> {
        let table = match self.table {
            TableName::Figures => Table::Figures,
            TableName::Names => Table::Names,
            TableName::Entities => Table::Entities,
            TableName::Dates => Table::Dates,
            TableName::Attributions => Table::Attributions,
            TableName::Conflicts => Table::Conflicts,
        };
        match self.format() {
            Format::Text | Format::Json | Format::Jsonl => None,
            Format::Results => Some(export::Format::Results),
            Format::Csv => Some(export::Format::Csv(table)),
            Format::Html => Some(export::Format::Html),
            Format::Markdown => Some(export::Format::Markdown),
            Format::Jsonld => Some(export::Format::JsonLd),
            Format::Webannotation => Some(export::Format::WebAnnotation),
            Format::Geojson => Some(export::Format::GeoJson),
        }
    }

    /// Whether the output says which article a line is of.
    pub fn has_many(&self) -> bool {
        self.input == Input::Jsonl || self.files.len() > 1
    }

    /// A document for a reader holds one article.
    pub fn check(&self) -> Result<(), Error> {
        if self.has_many() && matches!(self.format(), Format::Html | Format::Markdown) {
            return Err(Error::new(
                "html and markdown make one document of one article; give one file, \
                 or for many articles use json, jsonl, results, csv, jsonld, webannotation or geojson",
            ));
        }
        if self.skip_done.is_some() && (self.input != Input::Jsonl || self.format() != Format::Jsonl) {
            return Err(Error::new("--skip-done goes on with a run from jsonl to jsonl: --input jsonl"));
        }
        Ok(())
    }

    /// The options of every analysis. The text format slices the article, so it needs bytes.
    pub fn analysis(&self) -> Result<Options, Error> {
        let unit = if self.format() == Format::Text { "bytes" } else { &self.offsets };
        let mut options = Options::default().with_offsets(unit)?;
        if let Some(day) = &self.published {
            options = options.with_published(day)?;
        }
        if let Some(tag) = &self.locale {
            options = options.with_locale(tag)?;
        }
        if let Some(share) = self.least_confidence {
            options = options.with_least_confidence(share)?;
        }
        if let Some(file) = &self.names {
            options = options.with_names(names::read(file)?);
        }
        Ok(options)
    }
}

/// As [`parse_day`]; what is no number at all is told as such.
fn parse_share(share: &str) -> Result<f64, Error> {
    let number = share.parse().unwrap_or(f64::NAN);
    Options::default().with_least_confidence(number).map(|_| number)
}

/// The library's own check, so that a wrong day gets the same message everywhere.
fn parse_day(day: &str) -> Result<String, Error> {
    Options::default().with_published(day).map(|_| day.to_owned())
}

/// As [`parse_day`].
fn parse_locale(tag: &str) -> Result<String, Error> {
    Options::default().with_locale(tag).map(|_| tag.to_owned())
}
