//! Columns that align by the width of their characters and fit the terminal.
//!
//! The first rows settle the widths; later ones are written as they come, and a cell that is wider
//! than its column pushes the rest of its line. So the longest list takes no more memory than the
//! first few hundred rows, and a short one is perfect.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr};

use super::{Align, Cell, Column, Screen};
use crate::i18n::Language;
use crate::present::MoneyStyle;

/// How many rows are held back to find the widths.
const LOOK_AHEAD: usize = 500;
const GAP: &str = "  ";
const NARROWEST: usize = 6;

/// A table that is being written.
pub(crate) struct Table<W> {
    to: W,
    columns: Vec<Column>,
    screen: Screen,
    style: MoneyStyle,
    language: Language,
    held: Vec<Vec<Cell>>,
    widths: Option<Vec<usize>>,
}

impl<W: Write> Table<W> {
    /// Begins a table; nothing is written yet.
    pub(crate) fn new(
        to: W,
        columns: Vec<Column>,
        screen: Screen,
        style: MoneyStyle,
        language: Language,
    ) -> Self {
        Self {
            to,
            columns,
            screen,
            style,
            language,
            held: Vec::new(),
            widths: None,
        }
    }

    /// Adds a row; it has a cell for each column, those for CSV alone included.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        if let Some(widths) = self.widths.take() {
            let written = self.write_row(&cells, &widths);
            self.widths = Some(widths);
            return written;
        }
        self.held.push(cells);
        if self.held.len() == LOOK_AHEAD {
            self.settle()
        } else {
            Ok(())
        }
    }

    /// Writes what is still held back. A table without rows writes nothing at all.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        if self.widths.is_none() && !self.held.is_empty() {
            self.settle()?;
        }
        Ok(self.to)
    }

    fn settle(&mut self) -> io::Result<()> {
        let held = std::mem::take(&mut self.held);
        let widths = self.fitted(&held);
        self.write_heads(&widths)?;
        for cells in &held {
            self.write_row(cells, &widths)?;
        }
        self.widths = Some(widths);
        Ok(())
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

    fn write_heads(&mut self, widths: &[usize]) -> io::Result<()> {
        let heads: Vec<(String, Align, usize)> = self
            .columns
            .iter()
            .zip(widths)
            .filter_map(|(column, width)| Some((column.head.clone()?, column.align, *width)))
            .collect();
        let (bold, plain) = if self.screen.colour {
            ("\x1b[1m", "\x1b[0m")
        } else {
            ("", "")
        };
        let line = line(
            heads
                .iter()
                .map(|(head, align, width)| placed(head, *align, *width)),
        );
        writeln!(self.to, "{bold}{}{plain}", line.trim_end())
    }

    fn write_row(&mut self, cells: &[Cell], widths: &[usize]) -> io::Result<()> {
        let shown = self.columns.iter().zip(cells).zip(widths);
        let shown = shown.filter(|((column, _), _)| column.head.is_some());
        let cut = self.screen.width.is_some();
        let line = line(shown.map(|((column, cell), &width)| {
            let mut text = cell.shown(&self.style, self.language);
            if cut && column.align == Align::Left {
                text = shortened(text, width);
            }
            let text = placed(&text, column.align, width);
            if self.screen.colour && cell.is_negative() {
                format!("\x1b[31m{text}\x1b[0m")
            } else {
                text
            }
        }));
        writeln!(self.to, "{}", line.trim_end())
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(GAP)
}

fn placed(text: &str, align: Align, width: usize) -> String {
    let blank = " ".repeat(width.saturating_sub(text.width()));
    match align {
        Align::Left | Align::Fixed => format!("{text}{blank}"),
        Align::Right => format!("{blank}{text}"),
    }
}

/// Cuts a text to a width, with `…` where something is missing.
fn shortened(text: String, width: usize) -> String {
    if text.width() <= width {
        return text;
    }
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| {
        let needed = c.width().unwrap_or(0);
        let fits = needed <= left;
        left = left.saturating_sub(needed);
        fits
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests;
