//! How far a long verb is, for someone at a terminal: a bar on stderr that vanishes at the end.

use std::ops::ControlFlow;
use std::time::Instant;

use ops::Step;

use super::Progress;
use super::pace::{COLUMNS, Pace, bar};
use crate::i18n::{Language, Texts, text};

/// The bar.
#[derive(Debug)]
pub(crate) struct Bar {
    line: Option<Progress>,
    language: Language,
    unicode: bool,
    /// None before a verb begins.
    pace: Option<Pace>,
}

impl Bar {
    /// A bar that is seen.
    pub(crate) const fn new(language: Language, unicode: bool) -> Self {
        Self {
            line: None,
            language,
            unicode,
            pace: None,
        }
    }

    fn text(&self, step: Step) -> String {
        let marks = if self.unicode {
            ["█", "░"]
        } else {
            ["#", "-"]
        };
        let full = usize::from(step.per_mille()) * COLUMNS / 1000;
        text!(
            Texts::new(self.language),
            "say-step",
            bar = bar(full, marks),
            percent = (step.per_mille() / 10).to_string(),
            done = step.done.to_string(),
            of = step.of.to_string()
        )
    }
}

impl ops::Progress for Bar {
    fn step(&mut self, step: Step) -> ControlFlow<()> {
        let now = Instant::now();
        if self.pace.get_or_insert_with(|| Pace::from(now)).is_due(now) {
            let text = self.text(step);
            self.line.get_or_insert(Progress::new(true)).say(&text);
        }
        ControlFlow::Continue(())
    }

    fn over(&mut self) {
        (self.line, self.pace) = (None, None);
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
