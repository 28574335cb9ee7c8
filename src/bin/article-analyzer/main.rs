//! The command line: articles in, in files or one a line; marks and tables for a person, JSON, or an export.
//!
//! `article-analyzer --format json article.txt`. It knows about files, lines and terminals, and nothing
//! about articles: what is found comes from the library.

mod input;
mod jsonl;
mod names;
mod options;
mod progress;
mod view;

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use article_analyzer::export::{self, export};
use article_analyzer::{Analysis, Analyzer, Options};
use clap::Parser;
use serde::Serialize;

use input::Source;
use options::{Arguments, Format, Input};
use progress::Progress;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut run = match Run::new(&arguments) {
        Ok(run) => run,
        Err(error) => {
            eprintln!("article-analyzer: {error}");
            return ExitCode::from(2);
        }
    };
    let outcome = run.all(&Source::all(&arguments.files), arguments.input);
    run.progress.clear();
    match outcome {
        // Whoever read us has seen enough; that is no failure of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("article-analyzer: cannot write the result: {error}");
            ExitCode::FAILURE
        }
        Ok(()) if run.failures > 0 => ExitCode::FAILURE,
        Ok(()) => ExitCode::SUCCESS,
    }
}

/// One run over all sources. Its methods fail only when the output cannot be written.
struct Run {
    analyzer: Analyzer,
    options: Options,
    format: Format,
    /// The format where it is one of the library's.
    export: Option<export::Format>,
    /// A table of many articles says which one a row is of.
    has_ids: bool,
    /// Whether the table has its line of headings.
    is_headed: bool,
    style: view::Style,
    output: BufWriter<io::Stdout>,
    progress: Progress,
    failures: u64,
}

impl Run {
    fn new(arguments: &Arguments) -> Result<Self, article_analyzer::Error> {
        arguments.check()?;
        Ok(Self {
            analyzer: Analyzer::english(),
            options: arguments.analysis()?,
            format: arguments.format(),
            export: arguments.export(),
            has_ids: arguments.has_many(),
            is_headed: false,
            style: view::Style::of_terminal(arguments.color),
            output: BufWriter::new(io::stdout()),
            progress: Progress::start(),
            failures: 0,
        })
    }

    fn all(&mut self, sources: &[Source], input: Input) -> io::Result<()> {
        for (index, source) in sources.iter().enumerate() {
            if self.format == Format::Text && sources.len() > 1 {
                let gap = if index > 0 { "\n" } else { "" };
                writeln!(self.output, "{gap}==> {} <==\n", source.name())?;
            }
            match input {
                Input::Text => self.text(source)?,
                Input::Jsonl => self.lines(source)?,
            }
        }
        self.output.flush()
    }

    /// One source, one article.
    fn text(&mut self, source: &Source) -> io::Result<()> {
        let text = match source.read_text() {
            Ok(text) => text,
            Err(error) => {
                self.report(source, &error);
                return Ok(());
            }
        };
        let mut analysis = self.analyzer.analyze(&text, &self.options);
        if let Source::File(_) = source {
            analysis.id = Some(source.name().into_owned());
        }
        self.print(&text, &analysis)
    }

    /// One article a line. Holds one line at a time, so that an archive of any length can pass.
    fn lines(&mut self, source: &Source) -> io::Result<()> {
        let mut reader = match source.open() {
            Ok(reader) => reader,
            Err(error) => {
                self.report(source, &error);
                return Ok(());
            }
        };
        let mut buffer = Vec::new();
        for number in 1.. {
            buffer.clear();
            match reader.read_until(b'\n', &mut buffer) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    self.report(source, &error);
                    break;
                }
            }
            let line = buffer.strip_prefix(BYTE_ORDER_MARK).filter(|_| number == 1).unwrap_or(&buffer);
            if !line.trim_ascii().is_empty() {
                self.line(line.trim_ascii_end(), number)?;
            }
        }
        Ok(())
    }

    fn line(&mut self, line: &[u8], number: u64) -> io::Result<()> {
        match jsonl::parse(line) {
            Ok(record) => {
                let options = self.options_of(&record, number);
                let mut analysis = self.analyzer.analyze(&record.text, &options);
                analysis.id = record.id;
                self.print(&record.text, &analysis)?;
            }
            Err(rejected) if matches!(self.format, Format::Text | Format::Csv) => {
                self.complain(number, &rejected.message)
            }
            Err(rejected) => {
                self.failures += 1;
                self.print_json(&rejected.at(number))?;
            }
        }
        self.progress.step();
        Ok(())
    }

    /// The run's options with the line's own publication day. An archive's dates are of every kind
    /// ("9:55 AM ET"); one that is no day costs the article its resolved dates, not its analysis.
    fn options_of(&mut self, record: &jsonl::Record, number: u64) -> Options {
        let Some(day) = &record.published else { return self.options.clone() };
        self.options.clone().with_published(day).unwrap_or_else(|error| {
            self.complain(number, &format!("{error}; analysed without it"));
            self.options.clone().without_published()
        })
    }

    fn complain(&mut self, number: u64, message: &str) {
        self.failures += 1;
        self.progress.clear();
        eprintln!("article-analyzer: line {number}: {message}");
    }

    fn print(&mut self, text: &str, analysis: &Analysis) -> io::Result<()> {
        match (self.export, self.format) {
            (Some(format), _) => self.print_export(text, analysis, format),
            (None, Format::Text) => {
                self.output.write_all(view::render(text, analysis, self.style).as_bytes())?;
                self.output.flush()
            }
            (None, _) => self.print_json(analysis),
        }
    }

    /// A document, or the rows of a table under one line of headings.
    fn print_export(&mut self, text: &str, analysis: &Analysis, format: export::Format) -> io::Result<()> {
        let mut analysis = analysis.clone();
        if self.format == Format::Csv {
            analysis.id = self.has_ids.then(|| analysis.id.unwrap_or_default());
        }
        let document = export(text, &analysis, format).map_err(io::Error::other)?;
        let headings = document.find('\n').filter(|_| self.format == Format::Csv && self.is_headed);
        self.is_headed = true;
        self.output.write_all(&document.as_bytes()[headings.map_or(0, |end| end + 1)..])?;
        self.output.flush()
    }

    /// Flushed with every object: whoever reads the pipe gets an answer before the next question.
    fn print_json(&mut self, value: &impl Serialize) -> io::Result<()> {
        if self.format == Format::Json {
            serde_json::to_writer_pretty(&mut self.output, value)?;
        } else {
            serde_json::to_writer(&mut self.output, value)?;
        }
        self.output.write_all(b"\n")?;
        self.output.flush()
    }

    /// A source that cannot be read: named, and the run goes on with the next.
    fn report(&mut self, source: &Source, error: &io::Error) {
        self.failures += 1;
        self.progress.clear();
        eprintln!("article-analyzer: cannot read {}: {error}", source.name());
    }
}

/// U+FEFF in UTF-8, which some editors put before the first line.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
