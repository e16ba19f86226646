//! The register of an account: its postings by day, each with the balance after it.

use domain::id::{AccountId, TransactionId};
use domain::{Money, NaiveDate, Period};
use rusqlite::params;

use super::View;
use crate::StoreError;
use crate::calendar::{date_of, day_number};
use crate::record::odd;

/// One posting of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterRow {
    /// Its day.
    pub date: NaiveDate,
    /// Its transaction.
    pub transaction: TransactionId,
    /// Its place in the transaction.
    pub position: usize,
    /// What flowed into the account.
    pub amount: Money,
}

impl View<'_> {
    /// Visits the postings of an account in the order of their days; with a `limit`, the last ones.
    pub fn register<E: From<StoreError>>(
        &self,
        account: AccountId,
        period: Period,
        limit: Option<u64>,
        mut visitor: impl FnMut(RegisterRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let from = period.from.map_or(i64::MIN, day_number);
        let to = period.to.map_or(i64::MAX, day_number);
        let limit = limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX));
        let inner = "SELECT day, transaction_id, position, amount, currency FROM postings \
             WHERE account = ?1 AND day BETWEEN ?2 AND ?3";
        let sql = if limit < 0 {
            format!("{inner} ORDER BY day, transaction_id, position LIMIT ?4")
        } else {
            format!(
                "SELECT * FROM ({inner} ORDER BY day DESC, transaction_id DESC, position DESC \
                 LIMIT ?4) ORDER BY day, transaction_id, position"
            )
        };
        let mut statement = self
            .connection
            .prepare_cached(&sql)
            .map_err(StoreError::from)?;
        let rows = statement
            .query_and_then(params![account.raw(), from, to, limit], |row| {
                Ok::<_, StoreError>(RegisterRow {
                    date: date_of(row.get(0)?).ok_or_else(|| odd("a posting has no day"))?,
                    transaction: TransactionId::from_raw(row.get(1)?),
                    position: row.get::<_, i64>(2)?.try_into().unwrap_or(0),
                    amount: self.currencies.borrow().money(row.get(3)?, row.get(4)?)?,
                })
            })
            .map_err(StoreError::from)?;
        for row in rows {
            visitor(row?)?;
        }
        Ok(())
    }

    /// The days in a period on which any of the given accounts has a posting, the latest first,
    /// at most `limit`; used to find the last transaction like one being entered.
    pub fn last_posting(&self, account: AccountId) -> Result<Option<TransactionId>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT transaction_id FROM postings WHERE account = ?1 \
             ORDER BY day DESC, transaction_id DESC LIMIT 1",
        )?;
        let mut rows = statement.query([account.raw()])?;
        Ok(rows
            .next()?
            .map(|row| row.get(0))
            .transpose()?
            .map(TransactionId::from_raw))
    }
}
