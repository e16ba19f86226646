//! When a line about long work is drawn, and the bar in it: what is over within half a second shows
//! nothing, and nobody reads faster than ten lines a second.

use std::time::{Duration, Instant};

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_millis(500);
/// Nor more often than so.
const PAUSE: Duration = Duration::from_millis(100);
/// Columns of a bar.
pub(super) const COLUMNS: usize = 24;

/// When the next line is due.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace(Instant);

impl Pace {
    /// Work begins.
    pub(super) fn from(now: Instant) -> Self {
        Self(now + PATIENCE)
    }

    /// True when a line is to be drawn now; the next one is due later.
    pub(super) fn is_due(&mut self, now: Instant) -> bool {
        let due = now >= self.0;
        if due {
            self.0 = now + PAUSE;
        }
        due
    }
}

/// A bar with so many full columns.
pub(super) fn bar(full: usize, [done, left]: [&str; 2]) -> String {
    let full = full.min(COLUMNS);
    format!("{}{}", done.repeat(full), left.repeat(COLUMNS - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_late_and_then_not_too_often() {
        let begin = Instant::now();
        let mut pace = Pace::from(begin);
        let drawn = (0..1000)
            .step_by(50)
            .filter(|&millis| pace.is_due(begin + Duration::from_millis(millis)));
        let drawn: Vec<u64> = drawn.collect();
        assert_eq!(drawn, [500, 600, 700, 800, 900]);
    }
}
