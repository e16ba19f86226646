//! How far a long verb is, for someone at a terminal: a bar on stderr that vanishes at the end.
//!
//! What is over within half a second shows nothing.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use ops::Step;

use super::Progress;
use crate::i18n::{Language, Texts, text};

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_millis(500);
/// Nor more often than so.
const PAUSE: Duration = Duration::from_millis(100);
/// Columns of the bar.
const COLUMNS: usize = 24;

/// The bar.
#[derive(Debug)]
pub(crate) struct Bar {
    line: Option<Progress>,
    language: Language,
    unicode: bool,
    /// When the next thing may be shown; none before a verb begins.
    next: Option<Instant>,
}

impl Bar {
    /// A bar that is seen.
    pub(crate) const fn new(language: Language, unicode: bool) -> Self {
        Self {
            line: None,
            language,
            unicode,
            next: None,
        }
    }

    fn text(&self, step: Step) -> String {
        let (full, empty) = if self.unicode {
            ("█", "░")
        } else {
            ("#", "-")
        };
        let done = usize::from(step.per_mille()) * COLUMNS / 1000;
        text!(
            Texts::new(self.language),
            "say-step",
            bar = format!("{}{}", full.repeat(done), empty.repeat(COLUMNS - done)),
            percent = (step.per_mille() / 10).to_string(),
            done = step.done.to_string(),
            of = step.of.to_string()
        )
    }
}

impl ops::Progress for Bar {
    fn step(&mut self, step: Step) -> ControlFlow<()> {
        let now = Instant::now();
        let next = *self.next.get_or_insert(now + PATIENCE);
        if now >= next {
            let text = self.text(step);
            self.line.get_or_insert(Progress::new(true)).say(&text);
            self.next = Some(now + PAUSE);
        }
        ControlFlow::Continue(())
    }

    fn over(&mut self) {
        (self.line, self.next) = (None, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_the_work_is_done_in_both_languages() {
        let step = Step {
            done: 3500,
            of: 7000,
        };
        let ascii = Bar::new(Language::En, false).text(step);
        assert_eq!(ascii, "############------------ 50 %, 3500 of 7000");
        let unicode = Bar::new(Language::Es, true).text(step);
        assert_eq!(unicode, "████████████░░░░░░░░░░░░ 50 %, 3500 de 7000");
        let more = Step { done: 9, of: 7 };
        assert!(Bar::new(Language::En, false).text(more).contains("100 %"));
    }
}
