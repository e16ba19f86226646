//! The cells of a sheet, with the types that a workbook knows, and the text that a table of them
//! is: dates as `2026-01-31`, numbers with the mark that the texts beside them have.

use std::fmt::Write as _;

use chrono::NaiveDate;
use domain::Decimal;

use crate::import::date::Parts;
use crate::import::error::ReadError;
use crate::import::number::{Figure, Mark, NumberEvidence};

/// Columns beyond these are not read: no bank writes them.
pub(super) const MAX_COLUMN: u32 = 400;
/// The most cells of a workbook.
const MAX_CELLS: usize = 4_000_000;
/// The most bytes of one text.
const MAX_TEXT: usize = 4000;

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) enum Cell {
    Text(Box<str>),
    Number(Decimal),
    /// A day, and perhaps a time.
    Date(NaiveDate, Option<[u8; 3]>),
}

impl Cell {
    /// A text, shortened; nothing when it is blank.
    pub(in crate::import) fn text(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = &text[..text.floor_char_boundary(MAX_TEXT)];
        (!text.is_empty()).then(|| Self::Text(text.into()))
    }

    /// True for a number, or a text that is one.
    pub(super) fn is_number(&self) -> bool {
        match self {
            Self::Number(_) => true,
            Self::Text(text) => Figure::read(text).is_some(),
            Self::Date(..) => false,
        }
    }

    /// True for a date, or a text that is one.
    pub(super) fn is_date(&self) -> bool {
        match self {
            Self::Date(..) => true,
            Self::Text(text) => Parts::split(text).is_some_and(|parts| !parts.is_compact()),
            Self::Number(_) => false,
        }
    }

    /// The number that it is.
    pub(super) fn value(&self, mark: Mark) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => Figure::read(text)?.value(mark),
            Self::Date(..) => None,
        }
    }

    /// Its text, when it is one.
    pub(in crate::import) fn words(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Number(_) | Self::Date(..) => "",
        }
    }
}

/// A row that holds something.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct GridRow {
    /// Its number in the sheet, counted from 1.
    pub(in crate::import) number: u32,
    /// Its cells by column, counted from 0.
    pub(in crate::import) cells: Vec<(u32, Cell)>,
}

impl GridRow {
    /// The cell of a column.
    pub(in crate::import) fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self
            .cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }

    /// The texts of its cells.
    pub(in crate::import) fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|(_, cell)| cell.words())
    }
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Grid {
    pub(in crate::import) name: String,
    /// True when who opens the workbook does not see it.
    pub(in crate::import) hidden: bool,
    pub(in crate::import) rows: Vec<GridRow>,
    /// Lines that are in no table, which may state totals.
    pub(in crate::import) aside: Vec<GridRow>,
}

/// Collects the cells of a workbook, up to a limit over all of its sheets.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) grids: Vec<Grid>,
    cells: usize,
}

impl Collector {
    /// Begins a sheet; a hidden one is not seen by who opens the workbook.
    pub(super) fn sheet(&mut self, name: &str, hidden: bool) {
        self.grids.push(Grid {
            name: name.chars().take(60).collect(),
            hidden,
            ..Grid::default()
        });
    }

    /// Adds a cell of the sheet, by row and column counted from 0.
    pub(super) fn add(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), ReadError> {
        let Some(grid) = self.grids.last_mut().filter(|_| column < MAX_COLUMN) else {
            return Ok(());
        };
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err(ReadError::TooManyCells { limit: MAX_CELLS });
        }
        let number = row.saturating_add(1);
        if grid.rows.last().is_none_or(|last| last.number != number) {
            grid.rows.push(GridRow {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(last) = grid.rows.last_mut() {
            last.cells.push((column, cell));
        }
        Ok(())
    }

    /// The sheets, with rows and cells in order.
    pub(super) fn finish(mut self) -> Vec<Grid> {
        for grid in &mut self.grids {
            grid.rows.sort_by_key(|row| row.number);
            grid.rows.dedup_by(|next, first| {
                let same = next.number == first.number;
                if same {
                    first.cells.append(&mut next.cells);
                }
                same
            });
            for row in &mut grid.rows {
                row.cells.sort_by_key(|(column, _)| *column);
                row.cells.dedup_by_key(|(column, _)| *column);
            }
        }
        self.grids
    }
}

/// The decimal mark of the texts that are amounts; a point when none has one.
pub(super) fn mark_of_texts(rows: &[GridRow], exponent: Option<u8>) -> Mark {
    let mut evidence = NumberEvidence::default();
    for (_, cell) in rows.iter().flat_map(|row| &row.cells) {
        if cell.words().contains([',', '.']) {
            evidence.count(cell.words());
        }
    }
    if evidence.figures == 0 {
        return Mark::Point;
    }
    evidence
        .decide(exponent)
        .map_or(Mark::Point, |(mark, _)| mark)
}

/// Writes rows as a table of text, each on the line of its number.
pub(super) fn write<'r>(rows: impl Iterator<Item = &'r GridRow>, mark: Mark) -> String {
    let mut text = String::new();
    let mut line = 1;
    for row in rows {
        while line < row.number {
            text.push('\n');
            line += 1;
        }
        let mut column = 0;
        for (at, cell) in &row.cells {
            while column < *at {
                text.push('\t');
                column += 1;
            }
            write_cell(&mut text, cell, mark);
        }
    }
    text.push('\n');
    text
}

fn write_cell(text: &mut String, cell: &Cell, mark: Mark) {
    match cell {
        Cell::Number(number) => {
            let mut plain = number.to_string();
            // Three digits behind a mark could be thousands; four can't.
            if number.scale() == 3 {
                plain.push('0');
            }
            text.push_str(&plain.replace('.', mark.as_char().encode_utf8(&mut [0; 4])));
        }
        Cell::Date(date, None) => {
            let _ = write!(text, "{date}");
        }
        Cell::Date(date, Some([hour, minute, second])) => {
            let _ = write!(text, "{date} {hour:02}:{minute:02}:{second:02}");
        }
        Cell::Text(words) => {
            let quoted = words.starts_with('"');
            if quoted {
                text.push('"');
            }
            for c in words.chars() {
                match c {
                    '\t' | '\n' | '\r' => text.push(' '),
                    '"' if quoted => text.push_str("\"\""),
                    c => text.push(c),
                }
            }
            if quoted {
                text.push('"');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_a_table_of_text_on_its_own_lines() {
        let mut collector = Collector::default();
        collector.sheet("x", false);
        let day = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
        let cells = [
            (3, 2, Cell::Number("1.234".parse().unwrap())),
            (3, 0, Cell::Date(day, None)),
            (1, 1, Cell::text("\"quoted\" a\tb\nc").unwrap()),
            (3, 2, Cell::Number("9".parse().unwrap())),
        ];
        for (row, column, cell) in cells {
            collector.add(row, column, cell).unwrap();
        }
        let grids = collector.finish();
        let text = write(grids[0].rows.iter(), Mark::Comma);
        assert_eq!(
            text,
            "\n\t\"\"\"quoted\"\" a b c\"\n\n2026-01-31\t\t1,2340\n"
        );
    }
}
