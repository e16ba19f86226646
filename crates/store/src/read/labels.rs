//! Payees and tags by name.

use std::collections::HashMap;

use domain::id::{PayeeId, TransactionId};
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

/// How payees are used.
pub type UsesOfPayees = HashMap<PayeeId, PayeeUses>;

impl PayeeUses {
    /// Counts more of them.
    pub fn add(&mut self, more: Self) {
        self.transactions += more.transactions;
        self.last = self.last.max(more.last);
    }
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

    /// Counts how payees are used in the transactions after one, at most `limit` of them; payees
    /// without any are missing. Counted here and not by `GROUP BY`, which would sort them all in
    /// memory. The place to go on from comes with it, until all are counted.
    pub fn uses_of_payees(
        &self,
        after: Option<TransactionId>,
        limit: u64,
    ) -> Result<(UsesOfPayees, Option<TransactionId>), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, payee, day FROM transactions WHERE id > ?1 ORDER BY id LIMIT ?2",
        )?;
        let first = after.map_or(0, TransactionId::raw);
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut rows = statement.query([first, most])?;
        let (mut uses, mut seen, mut last) = (UsesOfPayees::new(), 0, after);
        while let Some(row) = rows.next()? {
            seen += 1;
            last = Some(TransactionId::from_raw(row.get(0)?));
            let Some(payee) = row.get::<_, Option<i64>>(1)? else {
                continue;
            };
            let entry = uses.entry(PayeeId::from_raw(payee)).or_default();
            entry.add(PayeeUses {
                transactions: 1,
                last: date_of(row.get(2)?),
            });
        }
        Ok((uses, last.filter(|_| seen == limit)))
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
