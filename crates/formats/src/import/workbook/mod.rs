//! Workbooks: XLSX and XLS, Excel's XML of 2003, and the web pages that banks name `.xls`.
//!
//! Each table of each sheet is written as a table of text and read by the reader of those (`csv`);
//! the types of cells are kept by the way they are written. Lines are rows of the sheet. What was
//! left out is said: sheets and tables without movements, and totals that the rows don't make.

mod compound;
mod grid;
mod guard;
mod markup;
mod sections;
mod serial;
mod strings;
mod totals;
mod xls;
mod xlsx;

use chrono::NaiveDate;

use super::csv::{self, Table, TableHead};
use super::encoding;
use super::error::{ReadError, Warning};
use super::joined::join_accounts;
use super::number::Mark;
use super::statement::{Format, Statement};
use super::{DateOrder, Hints};
use grid::{mark_of_texts, write};
use guard::Archive;
use sections::{Section, sections};

pub(super) use grid::{Cell, Grid, GridRow};
pub(super) use sections::begins_table;

/// Cells of a written table are separated by tabs, which no cell holds.
const DELIMITER: u8 = b'\t';

/// The sheets of a workbook, and the encoding of its text where it has one.
fn grids(bytes: &[u8], format: Format) -> Result<(Vec<Grid>, &'static str), ReadError> {
    match format {
        Format::Xlsx => match guard::check(bytes)? {
            Archive::Workbook => Ok((xlsx::read(bytes)?, "")),
            Archive::Other(what) => Err(ReadError::Unsupported { what }),
        },
        Format::Xls => Ok((xls::read(bytes)?, "")),
        Format::XmlSheet => {
            let decoded = encoding::decode(bytes, None)?;
            Ok((markup::xml_sheet(&decoded.text)?, decoded.encoding.name()))
        }
        _ => {
            let decoded = encoding::decode(bytes, None)?;
            Ok((markup::html(&decoded.text)?, decoded.encoding.name()))
        }
    }
}

/// A table, the sheet that it is in, and its text.
struct Written {
    sheet: String,
    section: Section,
    text: String,
    mark: Mark,
}

/// Takes away the sheets that nobody sees, unless there is nothing else; returns their names.
fn take_hidden(grids: &mut Vec<Grid>) -> Vec<String> {
    grids.retain(|grid| !grid.rows.is_empty());
    if !grids.iter().any(|grid| !grid.hidden) {
        return Vec::new();
    }
    let unseen = grids.extract_if(.., |grid| grid.hidden);
    unseen.map(|grid| grid.name).collect()
}

fn written(grids: &[Grid], hints: &Hints<'_>) -> Vec<Written> {
    let given = hints
        .decimal
        .or(hints.profile.and_then(|profile| profile.decimal))
        .and_then(Mark::from_char);
    let exponent = hints.currency.map(|currency| currency.exponent);
    let mut all = Vec::new();
    for grid in grids {
        for section in sections(grid) {
            let mark = given.unwrap_or_else(|| mark_of_texts(&section.rows, exponent));
            let text = write(section.rows.iter(), mark);
            all.push(Written {
                sheet: grid.name.clone(),
                section,
                text,
                mark,
            });
        }
    }
    all
}

/// Reads a workbook.
pub(super) fn read(
    bytes: &[u8],
    format: Format,
    hints: &Hints<'_>,
) -> Result<Statement, ReadError> {
    let (mut grids, encoding) = grids(bytes, format)?;
    let hidden = take_hidden(&mut grids);
    let mut statement = read_grids(&grids, encoding, format, hints)?;
    let hidden = hidden.into_iter().map(|name| Warning::HiddenSheet { name });
    statement.warnings.extend(hidden);
    Ok(statement)
}

/// Reads the tables of sheets, wherever they come from.
pub(super) fn read_grids(
    grids: &[Grid],
    encoding: &str,
    format: Format,
    hints: &Hints<'_>,
) -> Result<Statement, ReadError> {
    let tables = written(grids, hints);
    let mut results: Vec<Result<Statement, ReadError>> = tables
        .iter()
        .map(|table| csv::read_table(table.table(encoding), hints))
        .collect();
    answer_each_other(&tables, encoding, hints, &mut results);
    let sheets = several_sheets(&tables, &results);
    let single = results.iter().filter(|result| has_rows(result)).count() == 1;
    let mut whole: Option<Statement> = None;
    let mut left_out = Vec::new();
    let mut failure = None;
    for (table, result) in tables.iter().zip(results) {
        match result {
            Ok(mut statement) => {
                let aside = &table.section.aside;
                statement.layout.ignored += u32::try_from(aside.len()).unwrap_or(0);
                if single && !statement.rows.is_empty() {
                    let lines: Vec<&GridRow> = table.section.rows.iter().chain(aside).collect();
                    totals::check(&mut statement, &lines, table.mark);
                }
                if sheets {
                    name_sheet(&mut statement, &table.sheet);
                }
                merge(&mut whole, statement);
            }
            Err(error) => {
                // A table that asks a question is not left out: the question is asked.
                if table.section.header.is_some() && asks(&error) {
                    return Err(error);
                }
                left_out.push(table);
                failure.get_or_insert(error);
            }
        }
    }
    let nothing = ReadError::NoTransactions {
        found: "a workbook without a table of movements",
    };
    let Some(mut statement) = whole else {
        return Err(failure.unwrap_or(nothing));
    };
    let left_out = left_out.into_iter().map(|table| Warning::LeftOut {
        name: table.name(),
        rows: table.section.below(),
    });
    statement.warnings.extend(left_out);
    statement.format = format;
    statement.layout.delimiter = None;
    join_accounts(&mut statement);
    Ok(statement)
}

impl Written {
    fn table<'a>(&'a self, encoding: &'a str) -> Table<'a> {
        Table {
            text: &self.text,
            encoding,
            delimiter: Some(DELIMITER),
        }
    }

    /// What a person knows the table by.
    fn name(&self) -> String {
        let parts = [self.sheet.as_str(), self.section.title.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}

fn asks(error: &ReadError) -> bool {
    let nothing = matches!(
        error,
        ReadError::NoColumns { .. } | ReadError::ProfileMismatch { .. }
    );
    error.flag().is_some() && !nothing
}

fn has_rows(result: &Result<Statement, ReadError>) -> bool {
    result
        .as_ref()
        .is_ok_and(|statement| !statement.rows.is_empty())
}

/// What one table leaves open another of the same workbook may tell.
fn answer_each_other(
    tables: &[Written],
    encoding: &str,
    hints: &Hints<'_>,
    results: &mut [Result<Statement, ReadError>],
) {
    let known = |results: &[Result<Statement, ReadError>]| {
        let layouts = || results.iter().flatten().map(|statement| &statement.layout);
        let order =
            layouts().find_map(|layout| layout.date_order.filter(|order| *order != DateOrder::Ymd));
        (order, layouts().find_map(|layout| layout.decimal))
    };
    let (order, decimal) = known(results);
    for (table, result) in tables.iter().zip(results) {
        let mut hints = *hints;
        match result {
            Err(ReadError::AmbiguousDates { .. }) if order.is_some() => hints.date_order = order,
            Err(ReadError::AmbiguousNumbers { .. }) if decimal.is_some() => hints.decimal = decimal,
            _ => continue,
        }
        *result = csv::read_table(table.table(encoding), &hints);
    }
}

fn several_sheets(tables: &[Written], results: &[Result<Statement, ReadError>]) -> bool {
    let mut read = tables
        .iter()
        .zip(results)
        .filter(|(_, result)| has_rows(result));
    let first = read.next().map(|(table, _)| &table.sheet);
    read.any(|(table, _)| Some(&table.sheet) != first)
}

/// Lines say nothing without their sheet when there are several.
fn name_sheet(statement: &mut Statement, sheet: &str) {
    for error in &mut statement.errors {
        let column = error.column.take().unwrap_or_default();
        error.column = Some(format!("{sheet}: {column}"));
    }
}

/// Adds the rows of another table.
fn merge(whole: &mut Option<Statement>, next: Statement) {
    let Some(known) = whole else {
        *whole = Some(next);
        return;
    };
    let shift = u32::try_from(known.accounts.len()).unwrap_or(0);
    let larger = next.rows.len() > known.rows.len();
    let ignored = known.layout.ignored + next.layout.ignored;
    let both = known.layout.currency == next.layout.currency;
    let mut left_out = std::mem::take(&mut known.layout.left_out);
    left_out.extend(next.layout.left_out.iter().cloned());
    if larger {
        known.layout = next.layout;
    }
    known.layout.ignored = ignored;
    known.layout.left_out = left_out;
    if !both {
        known.layout.currency = None;
    }
    known.accounts.extend(next.accounts);
    known.rows.extend(next.rows.into_iter().map(|mut row| {
        row.account = row.account.map(|account| account + shift);
        row
    }));
    known.errors.extend(next.errors);
    known.warnings.extend(next.warnings);
}

/// The table with the most rows below its header: the one that a profile is about.
fn largest(grids: &[Grid], today: NaiveDate) -> Option<Written> {
    let tables = written(grids, &Hints::new(today));
    let rows = |table: &Written| (table.section.header.is_some(), table.section.below());
    tables.into_iter().max_by_key(rows)
}

/// The folded words of the header.
pub(super) fn fingerprint(bytes: &[u8], format: Format, today: NaiveDate) -> Option<String> {
    let (mut grids, _) = grids(bytes, format).ok()?;
    take_hidden(&mut grids);
    fingerprint_of(&grids, today)
}

/// The same of sheets from elsewhere.
pub(super) fn fingerprint_of(grids: &[Grid], today: NaiveDate) -> Option<String> {
    csv::table_fingerprint(largest(grids, today)?.table(""), today)
}

/// The columns with what stands in the first rows.
pub(super) fn head(bytes: &[u8], format: Format, today: NaiveDate) -> Option<TableHead> {
    let (mut grids, _) = grids(bytes, format).ok()?;
    take_hidden(&mut grids);
    head_of(&grids, today)
}

/// The same of sheets from elsewhere.
pub(super) fn head_of(grids: &[Grid], today: NaiveDate) -> Option<TableHead> {
    csv::table_head(largest(grids, today)?.table(""), today)
}
