//! One line on the terminal that says how far a long command is, and vanishes.

use std::io::Write as _;

use super::stderr;

/// The line; nothing is written unless someone sees it.
#[derive(Debug)]
pub(crate) struct Progress {
    seen: bool,
}

impl Progress {
    /// A line, if `seen`.
    pub(crate) const fn new(seen: bool) -> Self {
        Self { seen }
    }

    /// Replaces what the line says. What can't be said is let go.
    pub(crate) fn say(&mut self, text: &str) {
        if self.seen {
            let _ = write!(stderr(), "\r\x1b[K{text}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.say("");
    }
}
