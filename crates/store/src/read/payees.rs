//! Sums by payee: there are no rollups of them, so the postings of the period are read.

use domain::id::{AccountId, PayeeId};
use domain::{Money, Period};
use rusqlite::params;

use super::View;
use crate::StoreError;
use crate::calendar::day_number;

/// What flowed into some accounts with one payee, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayeeSum {
    /// With whom; none for transactions without a payee.
    pub payee: Option<PayeeId>,
    /// The sum of the postings, as they are signed.
    pub amount: Money,
    /// In how many transactions.
    pub transactions: i64,
}

impl View<'_> {
    /// Sums the postings of a period in these accounts by payee and currency.
    pub fn payee_sums(
        &self,
        accounts: &[AccountId],
        period: Period,
    ) -> Result<Vec<PayeeSum>, StoreError> {
        let list: Vec<String> = accounts.iter().map(|id| id.raw().to_string()).collect();
        // CROSS JOIN keeps SQLite from beginning with the transactions.
        let sql = format!(
            "SELECT t.payee, sum(p.amount), p.currency, count(DISTINCT p.transaction_id) \
             FROM postings p CROSS JOIN transactions t ON t.id = p.transaction_id \
             WHERE p.account IN ({}) AND p.day BETWEEN ?1 AND ?2 GROUP BY t.payee, p.currency",
            list.join(",")
        );
        let mut statement = self.connection.prepare(&sql)?;
        let from = period.from.map_or(i64::MIN, day_number);
        let to = period.to.map_or(i64::MAX, day_number);
        let currencies = self.currencies.borrow();
        let rows = statement.query_and_then(params![from, to], |row| {
            Ok(PayeeSum {
                payee: row.get::<_, Option<i64>>(0)?.map(PayeeId::from_raw),
                amount: currencies.money(row.get(1)?, row.get(2)?)?,
                transactions: row.get(3)?,
            })
        })?;
        rows.collect()
    }
}
