//! A cursor in a list of which a part is seen.

use crate::keymap::Action;

/// Which row is current and which one is drawn first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// The current row.
    pub(crate) at: usize,
    /// The first row that is drawn.
    pub(crate) top: usize,
}

impl Cursor {
    /// Moves by some rows, and stays within `rows`.
    pub(crate) fn step(&mut self, by: isize, rows: usize) {
        let last = rows.saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// Moves to a row.
    pub(crate) fn to(&mut self, row: usize, rows: usize) {
        self.at = row.min(rows.saturating_sub(1));
    }

    /// Moves as an action says; false when it is about something else.
    pub(crate) fn act(&mut self, action: Action, rows: usize, page: u16) -> bool {
        let page = isize::try_from(page.max(1)).unwrap_or(1);
        let by = match action {
            Action::Down => 1,
            Action::Up => -1,
            Action::PageDown => page,
            Action::PageUp => -page,
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => return false,
        };
        self.step(by, rows);
        self.settle(rows, page.unsigned_abs());
        true
    }

    /// Which rows are drawn on `height` lines: the current one is among them, and no line is left
    /// empty that could show a row.
    pub(crate) fn window(&self, rows: usize, height: usize) -> std::ops::Range<usize> {
        if height == 0 {
            return 0..0;
        }
        let top = self
            .top
            .min(self.at)
            .max((self.at + 1).saturating_sub(height))
            .min(rows.saturating_sub(height));
        top..rows.min(top + height)
    }

    /// Remembers what is drawn first, so that the list doesn't jump.
    pub(crate) fn settle(&mut self, rows: usize, height: usize) {
        self.at = self.at.min(rows.saturating_sub(1));
        self.top = self.window(rows, height).start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_current_row_is_always_seen(
            rows in 1usize..200, height in 1usize..50, steps in proptest::collection::vec(-60isize..60, 0..30),
        ) {
            let mut cursor = Cursor::default();
            for step in steps {
                cursor.step(step, rows);
                cursor.settle(rows, height);
                let seen = cursor.window(rows, height);
                prop_assert!(seen.contains(&cursor.at));
                prop_assert_eq!(seen.len(), rows.min(height));
            }
        }
    }
}
