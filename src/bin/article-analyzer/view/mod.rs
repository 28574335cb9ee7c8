//! An analysis for a person at a terminal: a line that sums it up, the article with its marks, tables.
//!
//! With colour a mark is a colour; without, it is written out: `[Kyiv|place]`. The text is somebody
//! else's, so control characters never reach the terminal.

mod article;
mod facts;
mod table;

use std::env;
use std::io::{self, IsTerminal};

use article_analyzer::Analysis;
use terminal_size::{Width, terminal_size};

use crate::options::Color;

/// Columns when nobody says how many there are, as in a pipe.
const USUAL_WIDTH: usize = 80;
/// Below this nothing can be laid out; the terminal may wrap as it likes.
const LEAST_WIDTH: usize = 40;
/// Longer lines of prose are hard to read.
const MOST_PROSE: usize = 96;

/// How to draw.
#[derive(Clone, Copy)]
pub struct Style {
    /// Colours, or brackets.
    pub color: bool,
    /// Columns.
    pub width: usize,
}

impl Style {
    /// What suits the terminal that standard output is, if it is one.
    pub fn of_terminal(color: Color) -> Self {
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            // https://no-color.org: set and not empty means no.
            Color::Auto => {
                io::stdout().is_terminal()
                    && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
                    && env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        };
        let asked = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let seen = terminal_size().map(|(Width(columns), _)| usize::from(columns));
        Self { color, width: asked.or(seen).unwrap_or(USUAL_WIDTH).max(LEAST_WIDTH) }
    }

    /// `text` in the colour of the escape code `code`, where there is colour.
    fn paint(self, text: &str, code: &str) -> String {
        if self.color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Everything, ready to print. The offsets of `analysis` must be bytes.
pub fn render(text: &str, analysis: &Analysis, style: Style) -> String {
    let tables = facts::tables(text, analysis);
    let mut out = String::new();
    out.push_str(&facts::overview(&tables, style));
    out.push('\n');
    for note in facts::notes(analysis) {
        out.push_str(&note);
        out.push('\n');
    }
    let prose = Style { width: style.width.min(MOST_PROSE), ..style };
    out.push_str(&style.paint(&"─".repeat(prose.width), "2"));
    out.push('\n');
    out.push_str(&article::render(text, &article::marks(analysis), prose));
    for table in tables.iter().filter(|table| !table.rows.is_empty()) {
        out.push('\n');
        out.push_str(&table.render(style));
    }
    out
}

/// One line of harmless text: white space becomes one space, control characters become visible.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(visible));
    }
    out
}

/// A control character could move the cursor or rename the window; it is shown as unreadable.
fn visible(character: char) -> char {
    if character.is_control() { char::REPLACEMENT_CHARACTER } else { character }
}
