//! The history as rows: one for each operation, or one for each field that changed.

use serde::Serialize;
use serde_json::Value;

use crate::cli::output::{Cell, Column, Row, Shape};
use crate::i18n::{Texts, text};
use crate::present::recorded::{Change, Entry, Field, Piece, moment, pieces};
use crate::present::{MoneyStyle, words};

/// How much of a device's name is shown.
const DEVICE_SHOWN: usize = 8;

/// The columns that both sorts of rows begin with.
fn columns(texts: &Texts) -> Vec<Column> {
    vec![
        Column::number("sequence", texts.get("head-number")),
        Column::fixed("at", texts.get("head-when")),
        Column::fixed("verb", texts.get("head-what")),
    ]
}

/// What a list of operations looks like.
pub(super) fn operation_shape(texts: &Texts) -> Shape {
    let mut columns = columns(texts);
    columns.push(Column::number("changed", texts.get("head-changed")));
    columns.push(Column::text("device", texts.get("head-device")));
    Shape {
        name: "operations",
        head: Vec::new(),
        columns,
    }
}

/// What the history of one transaction looks like.
pub(super) fn field_shape(texts: &Texts) -> Shape {
    let mut columns = columns(texts);
    columns.push(Column::text("field", texts.get("head-field")));
    columns.push(Column::text("before", texts.get("head-before")));
    columns.push(Column::text("after", texts.get("head-after")));
    columns.push(Column::text("device", texts.get("head-device")));
    Shape {
        name: "changes",
        head: Vec::new(),
        columns,
    }
}

fn first_cells(entry: &Entry, texts: &Texts) -> Vec<Cell> {
    let mut what = texts.get(words::verb(entry.verb));
    if let Some(target) = entry.target {
        let target = target.to_string();
        what = text!(texts, "word-verb-of", what = what, target = target);
    }
    vec![
        Cell::Count(i64::try_from(entry.sequence).unwrap_or(i64::MAX)),
        Cell::Moment(moment(entry.at_ms)),
        Cell::text(what),
    ]
}

fn device(entry: &Entry) -> Cell {
    Cell::text(entry.device.chars().take(DEVICE_SHOWN).collect::<String>())
}

/// One operation.
pub(super) struct OperationRow<'a> {
    pub(super) entry: &'a Entry,
    pub(super) texts: &'a Texts,
}

impl Serialize for OperationRow<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entry.serialize(serializer)
    }
}

impl Row for OperationRow<'_> {
    fn cells(&self) -> Vec<Cell> {
        let mut cells = first_cells(self.entry, self.texts);
        cells.push(Cell::Count(self.entry.changed));
        cells.push(device(self.entry));
        cells
    }
}

/// One field of one operation; tables and CSV only.
#[derive(Serialize)]
pub(super) struct FieldRow {
    #[serde(skip)]
    cells: Vec<Cell>,
}

impl Row for FieldRow {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

impl FieldRow {
    /// The rows of one operation.
    pub(super) fn of(entry: &Entry, texts: &Texts, style: &MoneyStyle) -> Vec<Self> {
        let mut rows = Vec::new();
        for change in &entry.changes {
            if change.fields.is_empty() {
                rows.push(Self::action(entry, change, texts));
            }
            rows.extend(
                change
                    .fields
                    .iter()
                    .map(|field| Self::field(entry, field, texts, style)),
            );
        }
        rows
    }

    fn action(entry: &Entry, change: &Change, texts: &Texts) -> Self {
        let mut cells = first_cells(entry, texts);
        cells.push(Cell::text(texts.get(words::action(change.action))));
        cells.extend([Cell::Empty, Cell::Empty, device(entry)]);
        Self { cells }
    }

    fn field(entry: &Entry, field: &Field, texts: &Texts, style: &MoneyStyle) -> Self {
        let mut cells = first_cells(entry, texts);
        let name = words::field(&field.name).map_or_else(|| field.name.clone(), |id| texts.get(id));
        cells.push(Cell::text(name));
        cells.push(Cell::text(written(&field.old, style)));
        cells.push(Cell::text(written(&field.new, style)));
        cells.push(device(entry));
        Self { cells }
    }
}

/// A value in a cell.
fn written(value: &Value, style: &MoneyStyle) -> String {
    let piece = |piece| match piece {
        Piece::Text(text) => text,
        Piece::Leg(account, money) => format!("{account} {}", style.write(money)),
    };
    let pieces = pieces(value).into_iter().map(piece);
    pieces.collect::<Vec<_>>().join(", ")
}
