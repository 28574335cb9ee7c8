//! A count of the articles done, for a person who waits. Nothing when nobody looks.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// Often enough to be seen moving, too seldom to cost anything.
const REFRESH: Duration = Duration::from_millis(200);

/// The line of progress on standard error.
pub struct Progress {
    /// Only where a terminal shows it and the results go elsewhere.
    shown: bool,
    done: u64,
    painted: Option<Instant>,
    begun: Instant,
}

impl Progress {
    /// Nothing is painted before the first refresh.
    pub fn start() -> Self {
        let shown = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { shown, done: 0, painted: None, begun: Instant::now() }
    }

    /// One more article is done.
    pub fn step(&mut self) {
        self.done += 1;
        let last = self.painted.unwrap_or(self.begun);
        if self.shown && last.elapsed() >= REFRESH {
            eprint!("\r{} articles", self.done);
            self.painted = Some(Instant::now());
        }
    }

    /// Takes the line away, before a message and at the end.
    pub fn clear(&mut self) {
        if self.painted.take().is_some() {
            eprint!("\r\x1b[K");
        }
    }
}
