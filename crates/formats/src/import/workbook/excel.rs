//! XLSX and XLS, by the `calamine` crate, behind the guards: cells with their types.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader as _, Xls, Xlsx};
use chrono::NaiveDate;

use super::grid::{Cell, Collector, Grid};
use crate::import::error::ReadError;

/// The most sheets that are looked at.
const MAX_SHEETS: usize = 100;

/// Reads an XLSX workbook.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Vec<Grid>, ReadError> {
    let damaged = |_| ReadError::DamagedWorkbook;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut collector = Collector::default();
    for name in book.sheet_names().into_iter().take(MAX_SHEETS) {
        // Charts are sheets without cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        collector.sheet(&name);
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            if let Some(cell) = typed(cell.get_value()) {
                collector.add(row, column, cell)?;
            }
        }
    }
    Ok(collector.finish())
}

/// Reads an XLS workbook.
pub(super) fn xls(bytes: &[u8]) -> Result<Vec<Grid>, ReadError> {
    let damaged = |_| ReadError::DamagedWorkbook;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut collector = Collector::default();
    for name in book.sheet_names().into_iter().take(MAX_SHEETS) {
        let range = book.worksheet_range(&name).map_err(damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        collector.sheet(&name);
        for (row, column, value) in range.used_cells() {
            let place = (u32::try_from(row).ok(), u32::try_from(column).ok());
            let (Some(row), Some(column)) = place else {
                continue;
            };
            if let Some(cell) = typed_data(value) {
                collector.add(row + top, column + left, cell)?;
            }
        }
    }
    Ok(collector.finish())
}

fn typed(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::Int(number) => Some(Cell::Number((*number).into())),
        DataRef::Float(number) => Cell::number(*number),
        DataRef::DateTime(time) => date(time),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::Error(error) => Cell::text(&error.to_string()),
        DataRef::Bool(_) | DataRef::Empty => None,
    }
}

fn typed_data(value: &Data) -> Option<Cell> {
    match value {
        Data::String(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Int(number) => Some(Cell::Number((*number).into())),
        Data::Float(number) => Cell::number(*number),
        Data::DateTime(time) => date(time),
        Data::DateTimeIso(text) => iso(text),
        Data::Error(error) => Cell::text(&error.to_string()),
        Data::Bool(_) | Data::Empty => None,
    }
}

/// Days since 1900 (or 1904) as a date; what is no day is its number.
fn date(time: &ExcelDateTime) -> Option<Cell> {
    let days = time.as_f64();
    if !time.is_datetime() || !(1.0..2_958_466.0).contains(&days) {
        return Cell::number(days);
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let time = [hour, minute, second];
    Some(Cell::Date(date, (time != [0; 3]).then_some(time)))
}

/// A date as strict workbooks write it: `2026-01-31` or `2026-01-31T10:00:00`.
pub(super) fn iso(text: &str) -> Option<Cell> {
    let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let Some(day) = day else {
        return Cell::text(text);
    };
    let part = |at: usize| {
        text.get(at..at + 2)
            .and_then(|part| part.parse::<u8>().ok())
    };
    let time = [part(11), part(14), part(17)].map(Option::unwrap_or_default);
    Some(Cell::Date(day, (time != [0; 3]).then_some(time)))
}
