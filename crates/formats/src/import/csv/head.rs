//! The columns of a table with what stands in its first rows, for a person to say what they are.
//! Nothing is decided here.

use chrono::NaiveDate;

use super::Table;
use super::records::Record;
use super::shape;
use super::words::meaning;
use crate::import::encoding;
use crate::import::layout::Role;

/// Rows of which the cells are given.
const ROWS: usize = 5;
/// Columns beyond these are left out, and so is what is beyond this in a cell.
const COLUMNS: usize = 60;
const LONGEST: usize = 80;

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableHead {
    /// What separates them.
    pub delimiter: char,
    /// The columns, in the order of the file.
    pub columns: Vec<TableColumn>,
}

/// A column as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name in the header, or `#3` without one.
    pub name: String,
    /// Its cells in the first rows.
    pub cells: Vec<String>,
    /// What its name may mean.
    pub role: Option<Role>,
}

/// Reads the columns of a table; none when it has no rows.
pub(in crate::import) fn head(bytes: &[u8], today: NaiveDate) -> Option<TableHead> {
    let decoded = encoding::decode(bytes, None).ok()?;
    let text = super::unpacked(decoded.text);
    let table = Table {
        text: &text,
        encoding: "",
        delimiter: None,
    };
    table_head(table, today)
}

/// The same of a table that is text already.
pub(in crate::import) fn table_head(table: Table<'_>, today: NaiveDate) -> Option<TableHead> {
    let shape = shape::shape(table, None, today);
    let mut records = shape.body.clone();
    let (mut record, mut rows) = (Record::default(), Vec::new());
    while rows.len() < ROWS && records.read(&mut record) {
        if record.is_blank() {
            continue;
        }
        let cells = record.cells.iter().take(COLUMNS);
        let cells = cells.map(|cell| cell.trim().chars().take(LONGEST).collect());
        rows.push(cells.collect::<Vec<String>>());
    }
    let names = shape.names();
    let widest = rows.iter().map(Vec::len).max()?.max(names.len());
    let column = |at: usize| {
        let header = names.get(at).filter(|name| !name.is_empty());
        TableColumn {
            name: header.cloned().unwrap_or_else(|| format!("#{}", at + 1)),
            cells: rows
                .iter()
                .map(|row| row.get(at).cloned().unwrap_or_default())
                .collect(),
            role: header.and_then(|name| Some(meaning(name)?.role)),
        }
    };
    Some(TableHead {
        delimiter: char::from(shape.delimiter),
        columns: (0..widest.min(COLUMNS)).map(column).collect(),
    })
}
