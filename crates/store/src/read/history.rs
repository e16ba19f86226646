//! The history: operations and the changes they made.

use domain::id::Id;
use rusqlite::{OptionalExtension as _, Row, params};

use super::View;
use crate::StoreError;
use crate::record::{Action, Kind, odd};
use crate::write::Verb;

/// An operation as the history tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationRecord {
    /// Its number.
    pub sequence: u64,
    /// What it was.
    pub verb: Verb,
    /// For undo and redo: which operation.
    pub target: Option<u64>,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// On which device.
    pub device: String,
    /// How many entities it changed.
    pub changes: i64,
}

/// One change of one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRecord {
    /// The operation it was part of.
    pub operation: u64,
    /// What was changed.
    pub kind: Kind,
    /// Which one.
    pub entity: Id,
    /// How.
    pub action: Action,
    /// The fields, as JSON: all of them, or `{"field": [old, new]}` for an update.
    pub fields: String,
}

const OPERATIONS: &str = "SELECT o.seq, o.verb, o.target, o.clock, d.device, o.changes \
    FROM operations o JOIN devices d ON d.slot = o.slot";

fn operation_from_row(row: &Row<'_>) -> Result<OperationRecord, StoreError> {
    let number = |n: i64| u64::try_from(n).unwrap_or(0);
    let verb = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
    Ok(OperationRecord {
        sequence: number(row.get(0)?),
        verb: Verb::from_word(verb).ok_or_else(|| odd("an operation of no kind"))?,
        target: row.get::<_, Option<i64>>(2)?.map(number),
        at_ms: row.get::<_, i64>(3)? >> 16,
        device: row.get(4)?,
        changes: row.get(5)?,
    })
}

fn change_from_row(row: &Row<'_>) -> Result<ChangeRecord, StoreError> {
    Ok(ChangeRecord {
        operation: u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0),
        kind: Kind::from_number(row.get(1)?).ok_or_else(|| odd("a change of no kind"))?,
        entity: Id::from_raw(row.get(2)?),
        action: Action::from_number(row.get(3)?).ok_or_else(|| odd("an odd change"))?,
        fields: row.get(4)?,
    })
}

impl View<'_> {
    /// One operation.
    pub fn operation(&self, sequence: u64) -> Result<Option<OperationRecord>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{OPERATIONS} WHERE o.seq = ?1"))?;
        let mut rows = statement.query_and_then(
            [i64::try_from(sequence).unwrap_or(i64::MAX)],
            operation_from_row,
        )?;
        rows.next().transpose()
    }

    /// The last operations, the newest first.
    pub fn operations(&self, limit: u64) -> Result<Vec<OperationRecord>, StoreError> {
        let sql = format!("{OPERATIONS} ORDER BY o.seq DESC LIMIT ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        statement
            .query_and_then([limit], operation_from_row)?
            .collect()
    }

    /// The first changes of an operation.
    pub fn changes_of(&self, sequence: u64, limit: u64) -> Result<Vec<ChangeRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT operation, kind, entity, action, fields FROM changes \
             WHERE operation = ?1 ORDER BY position LIMIT ?2",
        )?;
        let key = params![
            i64::try_from(sequence).unwrap_or(i64::MAX),
            i64::try_from(limit).unwrap_or(i64::MAX)
        ];
        statement.query_and_then(key, change_from_row)?.collect()
    }

    /// All changes of one entity, the oldest first.
    pub fn changes_to(&self, entity: Id) -> Result<Vec<ChangeRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT operation, kind, entity, action, fields FROM changes \
             WHERE entity = ?1 ORDER BY operation, position",
        )?;
        statement
            .query_and_then([entity.raw()], change_from_row)?
            .collect()
    }

    /// What undo and redo would take next.
    pub fn next_steps(&self) -> Result<(Option<u64>, Option<u64>), StoreError> {
        let sql = "SELECT undo_top, redo_top FROM operations ORDER BY seq DESC LIMIT 1";
        let tops: Option<(Option<i64>, Option<i64>)> = self
            .connection
            .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (undo, redo) = tops.unwrap_or((None, None));
        let number = |n: i64| u64::try_from(n).ok();
        Ok((undo.and_then(number), redo.and_then(number)))
    }
}
