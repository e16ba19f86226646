//! The history: operations and the changes they made.

use domain::id::Id;
use rusqlite::Row;

use super::View;
use crate::StoreError;
use crate::record::{Action, Kind, odd};
use crate::write::Verb;
use crate::write::operation::{last_link, link_at};
use crate::write::run::{self, Change};

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

fn record(operation: u64, change: Change) -> ChangeRecord {
    let Change {
        kind,
        entity,
        action,
        fields,
    } = change;
    ChangeRecord {
        operation,
        kind,
        entity: Id::from_raw(entity),
        action,
        fields,
    }
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

    /// Operations before one, the newest first.
    pub fn operations_before(
        &self,
        sequence: u64,
        limit: u64,
    ) -> Result<Vec<OperationRecord>, StoreError> {
        let sql = format!("{OPERATIONS} WHERE o.seq < ?1 ORDER BY o.seq DESC LIMIT ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        statement
            .query_and_then([number(sequence), number(limit)], operation_from_row)?
            .collect()
    }

    /// The operation that undo would take back now.
    pub fn undo_top(&self) -> Result<Option<u64>, StoreError> {
        let top = last_link(self.connection)?.stacks.undo_top;
        Ok(top.and_then(|top| u64::try_from(top).ok()))
    }

    /// The operation that undo would take back after this one, which stands.
    pub fn undo_below(&self, sequence: u64) -> Result<Option<u64>, StoreError> {
        let link = link_at(self.connection, i64::try_from(sequence).unwrap_or(i64::MAX))?;
        let below = link.and_then(|link| link.stacks.below);
        Ok(below.and_then(|below| u64::try_from(below).ok()))
    }

    /// The first changes of an operation.
    pub fn changes_of(&self, sequence: u64, limit: usize) -> Result<Vec<ChangeRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, entity, action, fields FROM changes \
             WHERE operation = ?1 ORDER BY position",
        )?;
        let mut rows = statement.query([i64::try_from(sequence).unwrap_or(i64::MAX)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.extend(
                run::from_row(row, 0)?
                    .into_iter()
                    .map(|change| record(sequence, change)),
            );
            if found.len() >= limit {
                found.truncate(limit);
                break;
            }
        }
        Ok(found)
    }

    /// All changes of one entity, the oldest first.
    pub fn changes_to(&self, entity: Id) -> Result<Vec<ChangeRecord>, StoreError> {
        let mut found = Vec::new();
        if let Some((operation, run)) = self.run_around(entity.raw())? {
            let own = run
                .into_iter()
                .filter(|change| change.entity == entity.raw());
            found.extend(own.map(|change| record(operation, change)));
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT operation, kind, entity, action, fields FROM changes \
             WHERE entity = ?1 AND action <> 3 ORDER BY operation, position",
        )?;
        let mut rows = statement.query([entity.raw()])?;
        while let Some(row) = rows.next()? {
            let operation = u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0);
            found.extend(
                run::from_row(row, 1)?
                    .into_iter()
                    .map(|change| record(operation, change)),
            );
        }
        found.sort_by_key(|change| change.operation);
        Ok(found)
    }

    /// The ids in the run that may hold this one, in order; none when there is no such run.
    pub(crate) fn ids_in_run(&self, entity: i64) -> Result<Vec<i64>, StoreError> {
        let run = self.run_around(entity)?;
        Ok(run.map_or(Vec::new(), |(_, run)| {
            run.iter().map(|change| change.entity).collect()
        }))
    }

    /// The last run that begins at or before this id: the only one that can hold it.
    fn run_around(&self, entity: i64) -> Result<Option<(u64, Vec<Change>)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT operation, kind, entity, action, fields FROM changes \
             WHERE action = 3 AND entity <= ?1 ORDER BY entity DESC LIMIT 1",
        )?;
        let mut rows = statement.query([entity])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let operation = u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0);
        Ok(Some((operation, run::from_row(row, 1)?)))
    }
}
