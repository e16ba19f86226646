//! Documents: statements and receipts as PDF or photograph, of which only the words and their places
//! are known here. Tables are read as those of workbooks are, and each row keeps its page.
//!
//! What is read from a document is never sure: who imports it asks a person about every row.

mod card;
mod columns;
mod lines;
mod pdf;
mod receipt;
mod table;
mod text;

use chrono::NaiveDate;

use super::Hints;
use super::csv::TableHead;
use super::error::ReadError;
use super::statement::{Format, Statement};
use super::workbook::{self, Grid};
use lines::Line;
use table::Sheet;

pub use pdf::text_of_pdf;
pub(super) use text::MAGIC;
pub use text::{DocumentKind, DocumentText, Word};

fn lines_of(bytes: &[u8]) -> Result<(Format, Vec<Line>), ReadError> {
    let text = DocumentText::from_bytes(bytes)?;
    if text.is_blank() {
        return Err(ReadError::NoText);
    }
    let format = match text.kind {
        DocumentKind::Pdf => Format::Pdf,
        DocumentKind::Image => Format::Image,
    };
    Ok((format, lines::lines(&text)))
}

/// Reads the words of a document: its tables, or else its total.
pub(super) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Statement, ReadError> {
    let (format, lines) = lines_of(bytes)?;
    let sheet = table::sheet(&lines);
    let nothing = ReadError::NoTransactions {
        found: "a document without a table of movements",
    };
    let told = match tables(&sheet, format, hints) {
        Ok(statement) => return Ok(statement),
        // A table that asks a question is no receipt.
        Err(error) if sheet.headed && sheet.movements > 1 => return Err(error),
        // Lines with a day and a number are no table yet when nothing names columns.
        Err(_) if !sheet.headed => nothing,
        Err(error) => error,
    };
    receipt::read(&lines, format, hints)?.ok_or(told)
}

fn tables(sheet: &Sheet, format: Format, hints: &Hints<'_>) -> Result<Statement, ReadError> {
    let nothing = ReadError::NoTransactions {
        found: "a document without a table of movements",
    };
    if sheet.movements == 0 || !sheet.headed && sheet.movements < 2 {
        return Err(nothing);
    }
    let grids = std::slice::from_ref(&sheet.grid);
    let mut statement = workbook::read_grids(grids, "", format, hints)?;
    if statement.rows.is_empty() {
        return Err(nothing);
    }
    card::turn(&mut statement, &sheet.grid, hints);
    for row in &mut statement.rows {
        row.extra_mut().page = sheet.page(row.line);
    }
    Ok(statement)
}

/// The folded words of the header.
pub(super) fn fingerprint(bytes: &[u8], today: NaiveDate) -> Option<String> {
    workbook::fingerprint_of(&grid(bytes)?, today)
}

/// The columns with what stands in the first rows.
pub(super) fn head(bytes: &[u8], today: NaiveDate) -> Option<TableHead> {
    workbook::head_of(&grid(bytes)?, today)
}

fn grid(bytes: &[u8]) -> Option<Vec<Grid>> {
    Some(vec![table::sheet(&lines_of(bytes).ok()?.1).grid])
}
