//! Attachments as rows. Their contents are no entities: `write::contents` keeps them.

use domain::Attachment;
use domain::id::{AttachmentId, TransactionId};
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;

impl Record for Attachment {
    const KIND: Kind = Kind::Attachment;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

pub(crate) fn from_row(row: &Row<'_>) -> Result<Attachment, StoreError> {
    let size: i64 = row.get("size")?;
    let digest: String = row.get("digest")?;
    Ok(Attachment {
        id: AttachmentId::from_raw(row.get("id")?),
        transaction: TransactionId::from_raw(row.get("transaction_id")?),
        name: row.get("name")?,
        size: size.unsigned_abs(),
        digest: digest
            .parse()
            .map_err(|_| odd("an attachment has no digest"))?,
        added_at: row.get("added_at")?,
    })
}

fn execute(one: &Attachment, sql: &str, connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        one.id.raw(),
        one.transaction.raw(),
        one.name,
        i64::try_from(one.size).unwrap_or(i64::MAX),
        one.digest.as_str(),
        one.added_at
    ])?;
    Ok(())
}

impl Rows for Attachment {
    fn load(
        connection: &Connection,
        _: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM attachments WHERE id = ?1")?;
        statement.query_and_then([id], from_row)?.next().transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        let sql = "INSERT INTO attachments (id, transaction_id, name, size, digest, added_at) \
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        execute(self, sql, connection)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE attachments SET transaction_id = ?2, name = ?3, size = ?4, \
            digest = ?5, added_at = ?6 WHERE id = ?1";
        execute(self, sql, connection)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "attachments", self.id.raw())
    }
}
