//! Payees and tags by name.

use std::collections::HashMap;

use domain::id::PayeeId;
use domain::text::fold;
use domain::{NaiveDate, Payee, Tag};

use super::View;
use crate::StoreError;
use crate::calendar::date_of;
use crate::record::label::{payee_from_row, tag_from_row};

/// How a payee is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PayeeUses {
    /// How many transactions it has.
    pub transactions: u64,
    /// The day of the last one.
    pub last: Option<NaiveDate>,
}

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

    /// How each payee is used; payees without transactions are missing. Counted here and not by
    /// `GROUP BY`, which would sort all transactions in memory: it costs one pass over all of them.
    pub fn uses_of_payees(&self) -> Result<HashMap<PayeeId, PayeeUses>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT payee, day FROM transactions WHERE payee IS NOT NULL")?;
        let mut rows = statement.query([])?;
        let mut uses: HashMap<PayeeId, (u64, i64)> = HashMap::new();
        while let Some(row) = rows.next()? {
            let day = row.get(1)?;
            let entry = uses
                .entry(PayeeId::from_raw(row.get(0)?))
                .or_insert((0, day));
            *entry = (entry.0 + 1, entry.1.max(day));
        }
        let uses = uses.into_iter().map(|(payee, (transactions, last))| {
            let last = date_of(last);
            (payee, PayeeUses { transactions, last })
        });
        Ok(uses.collect())
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
