//! Statements that an import runs a hundred thousand times, kept prepared.
//!
//! The connection's own cache hashes the SQL text on each use, which costs a tenth of an import.

use rusqlite::{CachedStatement, Connection};

use crate::StoreError;

/// A statement that is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kept {
    Transaction = 0,
    Posting = 1,
    StatementRow = 2,
}

/// The kept statements of one write transaction.
pub struct Inserts<'c> {
    pub(crate) connection: &'c Connection,
    kept: [Option<CachedStatement<'c>>; 3],
}

impl<'c> Inserts<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            kept: [None, None, None],
        }
    }

    /// The statement, prepared with `sql` when it is first needed.
    pub(crate) fn get(
        &mut self,
        which: Kept,
        sql: &str,
    ) -> Result<&mut CachedStatement<'c>, StoreError> {
        let slot = &mut self.kept[which as usize];
        match slot {
            Some(statement) => Ok(statement),
            None => Ok(slot.insert(self.connection.prepare_cached(sql)?)),
        }
    }
}
