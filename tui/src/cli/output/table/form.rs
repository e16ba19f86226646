//! Which form the rows of a table take on a screen: columns, or one value under the other.

use std::io::Write;

use unicode_width::UnicodeWidthStr;

use super::super::{Align, Cell};
use super::{GAP, Table, stacked};

/// What is left of a text in the narrowest column.
const NARROWEST: usize = 6;

/// How the rows are written, once that is settled.
#[derive(Clone)]
pub(super) enum Form {
    /// Side by side, each column so wide.
    Columns(Vec<usize>),
    /// One value under the other.
    Stacked(stacked::Widths),
}

impl<W: Write> Table<W> {
    /// The form that these rows fit in.
    pub(super) fn form_for(&self, rows: &[Vec<Cell>]) -> Form {
        let widths = self.fitted(rows);
        let visible = self.columns.iter().zip(&widths);
        let visible = visible.filter(|(column, _)| column.head.is_some());
        let visible: Vec<usize> = visible.map(|(_, width)| *width).collect();
        let needed = visible.iter().sum::<usize>() + GAP.len() * visible.len().saturating_sub(1);
        match self.screen.width {
            Some(room) if needed > room => {
                let mut widths = stacked::Widths::of(room);
                for row in rows {
                    widths.see(&self.shown(row));
                }
                Form::Stacked(widths)
            }
            _ => Form::Columns(widths),
        }
    }

    /// The width of each column: as wide as its widest cell, then the widest columns of text give
    /// way until the line fits.
    fn fitted(&self, rows: &[Vec<Cell>]) -> Vec<usize> {
        let mut widths: Vec<usize> = self
            .columns
            .iter()
            .map(|column| column.head.as_deref().map_or(0, UnicodeWidthStr::width))
            .collect();
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.shown(&self.style, self.language).width());
            }
        }
        let shown = |at: &usize| self.columns[*at].head.is_some();
        let visible: Vec<usize> = (0..self.columns.len()).filter(shown).collect();
        let Some(room) = self.screen.width else {
            return widths;
        };
        let room = room.saturating_sub(GAP.len() * visible.len().saturating_sub(1));
        while visible.iter().map(|&at| widths[at]).sum::<usize>() > room {
            let widest = visible
                .iter()
                .copied()
                .filter(|&at| self.columns[at].align == Align::Left && widths[at] > NARROWEST)
                .max_by_key(|&at| widths[at]);
            let Some(widest) = widest else { break };
            widths[widest] -= 1;
        }
        widths
    }

    /// Whether a row that came after the widths were settled has a figure that would wrap.
    pub(super) fn fits(&self, cells: &[Cell], widths: &[usize]) -> bool {
        let Some(room) = self.screen.width else {
            return true;
        };
        let needed = self.columns.iter().zip(cells).zip(widths);
        let needed = needed.filter(|((column, _), _)| column.head.is_some());
        let needed = needed.map(|((column, cell), &width)| match column.align {
            Align::Left => width + GAP.len(),
            _ => width.max(cell.shown(&self.style, self.language).width()) + GAP.len(),
        });
        needed.sum::<usize>() <= room + GAP.len()
    }
}
