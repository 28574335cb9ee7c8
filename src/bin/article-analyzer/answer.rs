//! What is printed for one article, and what is said beside it. Nothing is printed here, so that many articles can be
//! read at once.

use article_analyzer::export::{self, export};
use article_analyzer::{Analysis, Analyzer, Error, Options};
use serde::Serialize;

use crate::done::Done;
use crate::jsonl;
use crate::options::{Arguments, Format};
use crate::view;

/// What is printed for one article or line.
#[derive(Default)]
pub struct Answer {
    /// Goes to standard output, line breaks included.
    pub output: Vec<u8>,
    /// So many bytes of it are headings, which a table has once.
    pub headings: usize,
    /// What is said of it on standard error.
    pub complaints: Vec<String>,
    /// How many things were wrong.
    pub failures: u64,
    /// It was done in an earlier run.
    pub skipped: bool,
}

/// The questions' side: one for all threads, and the same for each article.
pub struct Answering {
    analyzer: Analyzer,
    options: Options,
    format: Format,
    /// The format where it is one of the library's.
    export: Option<export::Format>,
    /// A table of many articles says which one a row is of.
    has_ids: bool,
    style: view::Style,
    done: Done,
}

impl Answering {
    /// # Errors
    /// An option that makes no sense, or earlier results that cannot be read.
    pub fn new(arguments: &Arguments) -> Result<Self, Error> {
        arguments.check()?;
        Ok(Self {
            analyzer: Analyzer::english(),
            options: arguments.analysis()?,
            format: arguments.format(),
            export: arguments.export(),
            has_ids: arguments.has_many(),
            style: view::Style::of_terminal(arguments.color),
            done: arguments.skip_done.as_deref().map_or_else(|| Ok(Done::default()), Done::read)?,
        })
    }

    /// One article.
    pub fn article(&self, text: &str, id: Option<String>) -> Answer {
        let mut answer = Answer::default();
        let mut analysis = self.analyzer.analyze(text, &self.options);
        analysis.id = id;
        self.print(text, &analysis, &mut answer);
        answer
    }

    /// One line of JSONL, without its line break.
    pub fn line(&self, line: &[u8], number: u64) -> Answer {
        let mut answer = Answer::default();
        match jsonl::parse(line) {
            Ok(record) if record.id.as_ref().is_some_and(|id| self.done.contains(id)) => {
                answer.skipped = true
            }
            Ok(record) => {
                let options = self.options_of(&record, number, &mut answer);
                let mut analysis = self.analyzer.analyze(&record.text, &options);
                analysis.id = record.id;
                self.print(&record.text, &analysis, &mut answer);
            }
            Err(rejected) if rejected.id.as_ref().is_some_and(|id| self.done.contains(id)) => {
                answer.skipped = true;
            }
            Err(rejected) if matches!(self.format, Format::Text | Format::Csv) => {
                answer.complain(number, &rejected.message);
            }
            Err(rejected) => {
                answer.failures += 1;
                self.json(&rejected.at(number), &mut answer);
            }
        }
        answer
    }

    /// The run's options with the line's own publication day. An archive's dates are of every kind
    /// ("9:55 AM ET"); one that is no day costs the article its resolved dates, not its analysis.
    fn options_of(&self, record: &jsonl::Record, number: u64, answer: &mut Answer) -> Options {
        let Some(day) = &record.published else { return self.options.clone() };
        self.options.clone().with_published(day).unwrap_or_else(|error| {
            answer.complain(number, &format!("{error}; analysed without it"));
            self.options.clone().without_published()
        })
    }

    fn print(&self, text: &str, analysis: &Analysis, answer: &mut Answer) {
        match (self.export, self.format) {
            (Some(format), _) => self.document(text, analysis, format, answer),
            (None, Format::Text) => answer.output = view::render(text, analysis, self.style).into_bytes(),
            (None, _) => self.json(analysis, answer),
        }
    }

    /// A document, or the rows of a table under one line of headings.
    fn document(&self, text: &str, analysis: &Analysis, format: export::Format, answer: &mut Answer) {
        let mut analysis = analysis.clone();
        if self.format == Format::Csv {
            analysis.id = self.has_ids.then(|| analysis.id.unwrap_or_default());
        }
        let document = export(text, &analysis, format).expect("an analysis of this very text");
        if self.format == Format::Csv {
            answer.headings = document.find('\n').map_or(0, |end| end + 1);
        }
        answer.output = document.into_bytes();
    }

    fn json(&self, value: &impl Serialize, answer: &mut Answer) {
        let indented = self.format == Format::Json;
        let written = if indented { serde_json::to_vec_pretty(value) } else { serde_json::to_vec(value) };
        answer.output = written.expect("results are plain data");
        answer.output.push(b'\n');
    }
}

impl Answer {
    fn complain(&mut self, number: u64, message: &str) {
        self.failures += 1;
        self.complaints.push(format!("line {number}: {message}"));
    }
}
