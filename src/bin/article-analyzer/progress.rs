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
    skipped: u64,
    painted: Option<Instant>,
    begun: Instant,
}

impl Progress {
    /// Nothing is painted before the first refresh.
    pub fn start() -> Self {
        let shown = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { shown, done: 0, skipped: 0, painted: None, begun: Instant::now() }
    }

    /// One more article is done, or was done before.
    pub fn step(&mut self, skipped: bool) {
        self.done += u64::from(!skipped);
        self.skipped += u64::from(skipped);
        let last = self.painted.unwrap_or(self.begun);
        if self.shown && last.elapsed() >= REFRESH {
            let rate = self.done as f64 / self.begun.elapsed().as_secs_f64();
            let before =
                if self.skipped > 0 { format!(", {} done before", self.skipped) } else { String::new() };
            eprint!("\r{} articles, {rate:.0} a second{before}\x1b[K", self.done);
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
