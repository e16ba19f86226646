//! How far bytes are on their way: a line on the terminal after half a second, gone at the end.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::Progress;
use super::pace::{COLUMNS, Pace, bar};
use crate::i18n::Language;
use crate::present;

/// The line of one piece of work.
pub(crate) struct Transfer {
    language: Language,
    expected: AtomicU64,
    done: AtomicU64,
    drawn: Mutex<Drawn>,
}

struct Drawn {
    line: Progress,
    /// None when nobody sees it.
    pace: Option<Pace>,
}

impl Transfer {
    /// A line, if `seen`.
    pub(crate) fn new(seen: bool, language: Language) -> Self {
        Self {
            language,
            expected: AtomicU64::new(0),
            done: AtomicU64::new(0),
            drawn: Mutex::new(Drawn {
                line: Progress::new(seen),
                pace: seen.then(|| Pace::from(Instant::now())),
            }),
        }
    }

    /// No line.
    pub(crate) fn hidden() -> Self {
        Self::new(false, Language::En)
    }

    fn text(&self, done: u64, expected: u64) -> String {
        let columns = u64::try_from(COLUMNS).unwrap_or(0);
        let full = done.min(expected).saturating_mul(columns);
        let full = full.checked_div(expected).unwrap_or(0);
        let bar = bar(usize::try_from(full).unwrap_or(0), ["#", "-"]);
        let [done, expected] = [done, expected].map(|n| present::bytes(n, self.language));
        format!("[{bar}] {done} / {expected}")
    }
}

impl backup::Progress for Transfer {
    fn expect(&self, bytes: u64) {
        self.expected.fetch_add(bytes, Ordering::Relaxed);
    }

    fn advance(&self, bytes: u64) {
        let done = self.done.fetch_add(bytes, Ordering::Relaxed) + bytes;
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        let pace = drawn.pace.as_mut();
        if pace.is_some_and(|pace| pace.is_due(Instant::now())) {
            let expected = self.expected.load(Ordering::Relaxed).max(done);
            drawn.line.say(&self.text(done, expected));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use backup::Progress as _;

    #[test]
    fn the_bar_is_as_full_as_the_work_is_done() {
        let transfer = Transfer::hidden();
        transfer.expect(2_000);
        transfer.advance(500);
        let text = transfer.text(500, 2_000);
        assert_eq!(text, "[######------------------] 500 B / 2 kB");
        assert!(transfer.text(0, 0).starts_with("[-----"));
    }
}
