//! Columns that align by the width of their characters and fit the terminal.
//!
//! The first rows settle the widths; later ones are written as they come, and a cell that is wider
//! than its column pushes the rest of its line. So the longest list takes no more memory than the
//! first few hundred rows, and a short one is perfect. Rows that are too wide for the terminal even
//! with their texts cut short are `stacked`: no figure is ever cut or wrapped.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use form::Form;

use super::{Align, Cell, Column, Screen};
use crate::i18n::Language;
use crate::present::{MoneyStyle, shortened};

/// How many rows are held back to find the widths.
const LOOK_AHEAD: usize = 500;
const GAP: &str = "  ";

mod form;
mod stacked;

/// A table that is being written.
pub(crate) struct Table<W> {
    to: W,
    columns: Vec<Column>,
    screen: Screen,
    style: MoneyStyle,
    language: Language,
    held: Vec<Vec<Cell>>,
    form: Option<Form>,
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
            form: None,
        }
    }

    /// Adds a row; it has a cell for each column, those for CSV alone included.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        if let Some(form) = self.form.take() {
            let written = self.write(&cells, &form);
            self.form = Some(form);
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
        if self.form.is_none() && !self.held.is_empty() {
            self.settle()?;
        }
        Ok(self.to)
    }

    fn settle(&mut self) -> io::Result<()> {
        let held = std::mem::take(&mut self.held);
        let form = self.form_for(&held);
        if let Form::Columns(widths) = &form {
            self.write_heads(widths)?;
        }
        for cells in &held {
            self.write(cells, &form)?;
        }
        self.form = Some(form);
        Ok(())
    }

    fn write(&mut self, cells: &[Cell], form: &Form) -> io::Result<()> {
        match form {
            Form::Columns(widths) if self.fits(cells, widths) => self.write_row(cells, widths),
            Form::Columns(_) => {
                let widths = stacked::Widths::of(self.screen.width.unwrap_or(usize::MAX));
                self.write_stacked(cells, widths)
            }
            Form::Stacked(widths) => self.write_stacked(cells, *widths),
        }
    }

    fn shown(&self, cells: &[Cell]) -> Vec<stacked::Shown<'_>> {
        let shown = self.columns.iter().zip(cells);
        let shown = shown.filter(|(column, _)| column.head.is_some());
        shown
            .map(|(column, cell)| (column, cell.shown(&self.style, self.language)))
            .collect()
    }

    fn write_stacked(&mut self, cells: &[Cell], mut widths: stacked::Widths) -> io::Result<()> {
        let shown = self.shown(cells);
        widths.see(&shown);
        let lines = widths.lines(&shown);
        lines
            .iter()
            .try_for_each(|line| writeln!(self.to, "{line}"))
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
        let line =
            line(
                heads
                    .iter()
                    .map(|(head, align, width)| match (align, self.screen.width) {
                        (Align::Left, Some(_)) => {
                            placed(&shortened(head.clone(), *width), *align, *width)
                        }
                        _ => placed(head, *align, *width),
                    }),
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

#[cfg(test)]
mod tests;
