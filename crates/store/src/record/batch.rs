//! Imports as rows.

use domain::id::BatchId;
use domain::statement::Batch;
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row};
use crate::StoreError;

impl Record for Batch {
    const KIND: Kind = Kind::Batch;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

pub(crate) fn from_row(row: &Row<'_>) -> Result<Batch, StoreError> {
    Ok(Batch {
        id: BatchId::from_raw(row.get("id")?),
        file: row.get("file")?,
        format: row.get("format")?,
        imported_at: row.get("imported_at")?,
    })
}

fn execute(batch: &Batch, sql: &str, connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        batch.id.raw(),
        batch.file,
        batch.format,
        batch.imported_at
    ])?;
    Ok(())
}

impl Rows for Batch {
    fn load(
        connection: &Connection,
        _: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM batches WHERE id = ?1")?;
        statement.query_and_then([id], from_row)?.next().transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        let sql = "INSERT INTO batches (id, file, format, imported_at) VALUES (?1, ?2, ?3, ?4)";
        execute(self, sql, connection)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE batches SET file = ?2, format = ?3, imported_at = ?4 WHERE id = ?1";
        execute(self, sql, connection)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "batches", self.id.raw())
    }
}
