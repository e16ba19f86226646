//! Payees and tags as rows.

use domain::id::{PayeeId, TagId};
use domain::{Payee, Tag};
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row};
use crate::StoreError;

impl Record for Payee {
    const KIND: Kind = Kind::Payee;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

pub(crate) fn payee_from_row(row: &Row<'_>) -> Result<Payee, StoreError> {
    let aliases = row
        .get_ref("aliases")?
        .as_str()
        .map_err(rusqlite::Error::from)?;
    Ok(Payee {
        id: PayeeId::from_raw(row.get("id")?),
        name: row.get("name")?,
        aliases: serde_json::from_str(aliases)?,
    })
}

impl Rows for Payee {
    fn load(
        connection: &Connection,
        _: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM payees WHERE id = ?1")?;
        statement
            .query_and_then([id], payee_from_row)?
            .next()
            .transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        connection
            .prepare_cached("INSERT INTO payees (id, name, aliases) VALUES (?1, ?2, ?3)")?
            .execute(params![
                self.id.raw(),
                self.name,
                serde_json::to_string(&self.aliases)?
            ])?;
        Ok(())
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        connection
            .prepare_cached("UPDATE payees SET name = ?2, aliases = ?3 WHERE id = ?1")?
            .execute(params![
                self.id.raw(),
                self.name,
                serde_json::to_string(&self.aliases)?
            ])?;
        Ok(())
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "payees", self.id.raw())
    }
}

impl Record for Tag {
    const KIND: Kind = Kind::Tag;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

pub(crate) fn tag_from_row(row: &Row<'_>) -> Result<Tag, StoreError> {
    Ok(Tag {
        id: TagId::from_raw(row.get("id")?),
        name: row.get("name")?,
    })
}

impl Rows for Tag {
    fn load(
        connection: &Connection,
        _: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM tags WHERE id = ?1")?;
        statement
            .query_and_then([id], tag_from_row)?
            .next()
            .transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        connection
            .prepare_cached("INSERT INTO tags (id, name) VALUES (?1, ?2)")?
            .execute(params![self.id.raw(), self.name])?;
        Ok(())
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        connection
            .prepare_cached("UPDATE tags SET name = ?2 WHERE id = ?1")?
            .execute(params![self.id.raw(), self.name])?;
        Ok(())
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "tags", self.id.raw())
    }
}
