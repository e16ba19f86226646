//! The form of a row on a screen that is too narrow for its columns: a line that says what it is
//! about, and under it one line for each further value, with its head.
//!
//! ```text
//! Jan 2025
//!   Income    $1,653,100
//!   Expenses    $525,990
//! ```

use unicode_width::UnicodeWidthStr as _;

use super::super::{Align, Column};
use super::{GAP, placed};
use crate::present::{filled, shortened, wrapped};

const INDENT: &str = "  ";

/// One value of a row: the column, and what it shows.
pub(super) type Shown<'c> = (&'c Column, String);

/// The widths that all rows of a stacked table share.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Widths {
    screen: usize,
    label: usize,
    number: usize,
}

impl Widths {
    /// Nothing seen yet.
    pub(super) const fn of(screen: usize) -> Self {
        Self {
            screen,
            label: 0,
            number: 0,
        }
    }

    /// Makes room for a row.
    pub(super) fn see(&mut self, row: &[Shown<'_>]) {
        let (_, labelled) = parted(row);
        for (column, text) in labelled {
            self.label = self.label.max(head(column).width());
            if column.align == Align::Right {
                self.number = self.number.max(text.width());
            }
        }
    }

    /// The lines of a row; no text is wider than the screen, and no number is ever cut.
    pub(super) fn lines(self, row: &[Shown<'_>]) -> Vec<String> {
        let (title, labelled) = parted(row);
        let title = title.iter().map(|(_, text)| text.trim());
        let title = title.flat_map(|text| wrapped(text, self.screen));
        let mut lines = filled(title, GAP, self.screen);
        for (column, text) in labelled {
            if column.align == Align::Right {
                lines.push(self.number(column, text));
            } else {
                lines.extend(self.text(column, text));
            }
        }
        lines
    }

    fn number(self, column: &Column, text: &str) -> String {
        let number = placed(text, Align::Right, self.number);
        let room = self.screen.saturating_sub(INDENT.len() + GAP.len());
        let label = self.label.min(room.saturating_sub(number.width()));
        let head = match label {
            0 => String::new(),
            _ => shortened(head(column).to_owned(), label),
        };
        format!("{INDENT}{}{GAP}{number}", placed(&head, Align::Left, label))
    }

    /// A text goes on under itself until all of it is written.
    fn text(self, column: &Column, text: &str) -> Vec<String> {
        let label = placed(head(column), Align::Left, self.label);
        let before = format!("{INDENT}{label}{GAP}");
        let room = self.screen.saturating_sub(before.width());
        let blank = " ".repeat(before.width());
        let parts = wrapped(text, room);
        let parts = parts.into_iter().enumerate();
        parts
            .map(|(at, part)| format!("{}{part}", if at == 0 { &before } else { &blank }))
            .collect()
    }
}

fn head(column: &Column) -> &str {
    column.head.as_deref().unwrap_or_default()
}

/// What a row is about (its first value, the ids and days after it, and its first text), and the
/// rest of it.
fn parted<'r, 'c>(row: &'r [Shown<'c>]) -> (Vec<&'r Shown<'c>>, Vec<&'r Shown<'c>>) {
    let mut title = Vec::new();
    let mut labelled = Vec::new();
    let mut whole = false;
    for value in row.iter().filter(|(_, text)| !text.is_empty()) {
        let fits = title.is_empty() || value.0.align != Align::Right;
        if whole || !fits {
            whole = true;
            labelled.push(value);
        } else {
            whole = value.0.align == Align::Left;
            title.push(value);
        }
    }
    (title, labelled)
}
