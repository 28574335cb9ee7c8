//! The command line: articles in, in files or one a line; marks and tables for a person, JSON, or an export.
//!
//! `article-analyzer --format json article.txt`. It knows about files, lines and terminals, and nothing
//! about articles: what is found comes from the library.

mod answer;
mod archive;
mod done;
mod input;
mod jsonl;
mod names;
mod options;
mod progress;
mod view;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use answer::{Answer, Answering};
use archive::Answers;
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
    answering: Arc<Answering>,
    format: Format,
    jobs: usize,
    /// Whether the table has its line of headings.
    is_headed: bool,
    output: BufWriter<io::Stdout>,
    progress: Progress,
    failures: u64,
}

impl Run {
    fn new(arguments: &Arguments) -> Result<Self, article_analyzer::Error> {
        Ok(Self {
            answering: Arc::new(Answering::new(arguments)?),
            format: arguments.format(),
            jobs: arguments.jobs(),
            is_headed: false,
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
        let id = matches!(source, Source::File(_)).then(|| source.name().into_owned());
        let answer = self.answering.article(&text, id);
        self.print(answer)?;
        self.output.flush()
    }

    /// One article a line.
    fn lines(&mut self, source: &Source) -> io::Result<()> {
        let (jobs, answering) = (self.jobs, Arc::clone(&self.answering));
        match archive::read(source, jobs, &answering, |answers| self.write(answers, source)) {
            Ok(written) => written,
            Err(error) => {
                self.report(source, &error);
                Ok(())
            }
        }
    }

    /// Flushed with every batch: whoever reads the pipe gets an answer before the next question.
    fn write(&mut self, Answers { answers, trouble }: Answers, source: &Source) -> io::Result<()> {
        for answer in answers {
            self.progress.step(answer.skipped);
            self.print(answer)?;
        }
        if let Some(error) = trouble {
            self.report(source, &error);
        }
        self.output.flush()
    }

    fn print(&mut self, answer: Answer) -> io::Result<()> {
        self.failures += answer.failures;
        for complaint in answer.complaints {
            self.progress.clear();
            eprintln!("article-analyzer: {complaint}");
        }
        let repeated = if self.is_headed { answer.headings } else { 0 };
        self.is_headed |= answer.headings > 0;
        self.output.write_all(&answer.output[repeated..])
    }

    /// A source that cannot be read: named, and the run goes on with the next.
    fn report(&mut self, source: &Source, error: &io::Error) {
        self.failures += 1;
        self.progress.clear();
        eprintln!("article-analyzer: cannot read {}: {error}", source.name());
    }
}
