//! What of an account was not reconciled with a statement yet.
//!
//! No index knows the marks, so one pass over the account's postings up to the day finds them; it
//! ends with a sum and the newest transactions, whatever their number.

use domain::NaiveDate;
use domain::id::{AccountId, TransactionId};
use rusqlite::params;

use super::View;
use crate::StoreError;
use crate::calendar::day_number;
use crate::record::transaction::RECONCILED;

/// What an account has up to a day, in minor units of its currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenPostings {
    /// The sum of what was reconciled.
    pub reconciled: i64,
    /// The sum of what was not.
    pub open: i64,
    /// How many transactions have a posting that was not.
    pub count: u64,
    /// The newest of them, the latest first.
    pub newest: Vec<TransactionId>,
}

impl View<'_> {
    /// Sums an account's postings up to a day by whether they were reconciled, and names at most
    /// `limit` transactions with some that were not.
    pub fn open_postings(
        &self,
        account: AccountId,
        until: NaiveDate,
        limit: usize,
    ) -> Result<OpenPostings, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT transaction_id, amount, mark FROM postings WHERE account = ?1 AND day <= ?2 \
             ORDER BY day DESC, transaction_id DESC",
        )?;
        let mut rows = statement.query(params![account.raw(), day_number(until)])?;
        let (mut found, mut last) = (OpenPostings::default(), None);
        while let Some(row) = rows.next()? {
            let (id, amount): (i64, i64) = (row.get(0)?, row.get(1)?);
            let reconciled = row.get::<_, i64>(2)? == RECONCILED;
            let sum = if reconciled {
                &mut found.reconciled
            } else {
                &mut found.open
            };
            *sum = sum.checked_add(amount).ok_or(StoreError::Overflow)?;
            if reconciled || last == Some(id) {
                continue;
            }
            last = Some(id);
            found.count += 1;
            if found.newest.len() < limit {
                found.newest.push(TransactionId::from_raw(id));
            }
        }
        Ok(found)
    }
}
