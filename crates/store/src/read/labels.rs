//! Payees and tags by name.

use std::collections::HashMap;

use domain::id::PayeeId;
use domain::text::fold;
use domain::{Payee, Tag};

use super::View;
use crate::StoreError;
use crate::record::label::{payee_from_row, tag_from_row};

impl View<'_> {
    /// All payees, by name.
    pub fn payees(&self) -> Result<Vec<Payee>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM payees ORDER BY name")?;
        statement.query_and_then([], payee_from_row)?.collect()
    }

    /// The payee with exactly this name.
    pub fn payee_named(&self, name: &str) -> Result<Option<Payee>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM payees WHERE name = ?1")?;
        statement
            .query_and_then([name], payee_from_row)?
            .next()
            .transpose()
    }

    /// The payees whose folded name contains the folded text.
    pub fn payees_containing(&self, folded: &str) -> Result<Vec<PayeeId>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, name FROM payees")?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            if fold(name).contains(folded) {
                found.push(PayeeId::from_raw(row.get(0)?));
            }
        }
        Ok(found)
    }

    /// How many transactions each payee has; payees without any are missing. Counted here and not
    /// by `GROUP BY`, which would sort all transactions in memory.
    pub fn uses_of_payees(&self) -> Result<HashMap<PayeeId, u64>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT payee FROM transactions WHERE payee IS NOT NULL")?;
        let mut rows = statement.query([])?;
        let mut uses = HashMap::new();
        while let Some(row) = rows.next()? {
            *uses.entry(PayeeId::from_raw(row.get(0)?)).or_default() += 1;
        }
        Ok(uses)
    }

    /// How many transactions a payee has.
    pub fn transactions_of_payee(&self, payee: PayeeId) -> Result<u64, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT count(*) FROM transactions WHERE payee = ?1")?;
        let count: i64 = statement.query_row([payee.raw()], |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// All tags, by name.
    pub fn tags(&self) -> Result<Vec<Tag>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM tags ORDER BY name")?;
        statement.query_and_then([], tag_from_row)?.collect()
    }
}
