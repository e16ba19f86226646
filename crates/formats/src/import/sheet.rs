//! A table whose columns are known by their names: the exports of other programs.
//!
//! The readers of statements find out what columns are; here the header says it. Day and month and
//! the decimal mark are still decided over all rows, by the same evidence.

use std::borrow::Cow;

use chrono::{Datelike as _, NaiveDate};
use domain::text::fold;
use domain::{CurrencyCode, Decimal};

use super::csv::{Record, Records};
use super::date::{DateEvidence, DateOrder, Parts, Verdict};
use super::error::ReadError;
use super::number::{Figure, Mark, NumberEvidence};

/// One row.
#[derive(Debug)]
pub(crate) struct SheetRow<'a> {
    /// The line on which it starts, counted from 1.
    pub(crate) line: u32,
    cells: Vec<Cow<'a, str>>,
}

impl SheetRow<'_> {
    /// A cell without the blanks around it; empty when there is no such column.
    pub(crate) fn cell(&self, column: Option<usize>) -> &str {
        let cell = column.and_then(|column| self.cells.get(column));
        cell.map_or("", |cell| cell.trim())
    }
}

/// A table with a header in its first line.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    names: Vec<String>,
    pub(crate) rows: Vec<SheetRow<'a>>,
    today: NaiveDate,
}

/// The folded names in the first line of a text, by the delimiter that makes the most of them.
pub(crate) fn header(text: &str) -> (Vec<String>, u8) {
    let with = |delimiter: u8| {
        let mut record = Record::default();
        let mut records = Records::new(text, delimiter);
        records.read(&mut record);
        let names: Vec<String> = record.cells.iter().map(|cell| fold(cell)).collect();
        (names, delimiter)
    };
    let all = [b',', b';', b'\t'].map(with).into_iter();
    all.max_by_key(|(names, _)| names.len()).unwrap_or_default()
}

impl<'a> Sheet<'a> {
    pub(crate) fn read(text: &'a str, today: NaiveDate) -> Self {
        let (names, delimiter) = header(text);
        let mut records = Records::new(text, delimiter);
        let mut record = Record::default();
        records.read(&mut record);
        let mut rows = Vec::new();
        while records.read(&mut record) {
            rows.push(SheetRow {
                line: record.line,
                cells: std::mem::take(&mut record.cells),
            });
        }
        Self { names, rows, today }
    }

    /// The column with one of these names.
    pub(crate) fn column(&self, names: &[&str]) -> Option<usize> {
        let mut names = names.iter();
        names.find_map(|name| self.names.iter().position(|known| known == name))
    }

    /// The order of day, month and year in a column.
    pub(crate) fn date_order(
        &self,
        column: Option<usize>,
        said: Option<DateOrder>,
    ) -> Result<DateOrder, ReadError> {
        let mut evidence = DateEvidence::new(self.today);
        for row in &self.rows {
            evidence.count(day_of(row.cell(column)));
        }
        if let Some(order) = said.filter(|order| evidence.allows(*order)) {
            return Ok(order);
        }
        match evidence.decide(None) {
            Verdict::Order(order, _) => Ok(order),
            Verdict::Open { example, readings } => Err(ReadError::AmbiguousDates {
                example: example.into(),
                readings,
            }),
            Verdict::Mixed { examples } => Err(ReadError::MixedDates {
                examples: examples.map(String::from),
            }),
            Verdict::NoDates => Err(ReadError::NoTransactions {
                found: "a table without rows",
            }),
        }
    }

    /// The decimal mark in some columns.
    pub(crate) fn mark(
        &self,
        columns: &[Option<usize>],
        said: Option<char>,
    ) -> Result<Mark, ReadError> {
        if let Some(mark) = said.and_then(Mark::from_char) {
            return Ok(mark);
        }
        let mut evidence = NumberEvidence::default();
        for row in &self.rows {
            for column in columns {
                evidence.count(row.cell(*column));
            }
        }
        let decided = evidence.decide(None).map(|(mark, _)| mark);
        decided.map_err(|open| ReadError::AmbiguousNumbers {
            example: open.example.into(),
            readings: open.readings,
        })
    }

    /// A date in the order that was decided.
    pub(crate) fn date(&self, cell: &str, order: DateOrder) -> Option<NaiveDate> {
        let parts = Parts::split(day_of(cell))?;
        parts.date(order, self.today, self.today.year())
    }
}

/// `2024-01-05T00:00:00+01:00` is a day too.
fn day_of(cell: &str) -> &str {
    cell.split_once('T').map_or(cell, |(day, _)| day)
}

/// An amount, and its currency when that is written beside it.
pub(crate) fn amount(cell: &str, mark: Mark) -> Option<(Decimal, Option<CurrencyCode>)> {
    if cell.is_empty() {
        return Some((Decimal::ZERO, None));
    }
    let figure = Figure::read(cell)?;
    Some((figure.value(mark)?, figure.currency))
}
