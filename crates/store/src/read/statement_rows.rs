//! What is known of bank files already, for the account and the days that a new file covers.

use std::collections::HashSet;

use domain::id::{AccountId, TransactionId};
use domain::statement::{Reason, StatementRow, Tally};
use domain::{NaiveDate, Period, Status};
use rusqlite::params;

use super::View;
use crate::StoreError;
use crate::calendar::{date_of, day_number};
use crate::record::odd;
use crate::record::statement_row::{REVIEW, SELECT, from_row, reason_number};
use crate::record::transaction::status_in_file;

/// What the rows have that a person is asked about, in the words of the index over them.
const WAITS: &str = "(r.waits = 1 OR r.verdict = 1)";

/// Rows of banks' files; those of other programs' books (the reason's number in the file) say only
/// that a transaction was brought once.
const OF_A_BANK: &str = "ifnull(r.reason <> 6, 1)";

impl View<'_> {
    /// Counts the known rows of an account in a period: an overlap costs its own rows only. Rows
    /// that wait for a person's decision are not known yet; `waiting_rows` has them.
    pub fn tally(&self, account: AccountId, period: Period) -> Result<Tally, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT day, amount, text, bank_id FROM statement_rows \
             WHERE account = ?1 AND day BETWEEN ?2 AND ?3 AND verdict <> ?4",
        )?;
        let from = period.from.map_or(i64::MIN, day_number);
        let to = period.to.map_or(i64::MAX, day_number);
        let mut rows = statement.query(params![account.raw(), from, to, REVIEW])?;
        let mut tally = Tally::default();
        while let Some(row) = rows.next()? {
            let day = date_of(row.get(0)?).ok_or_else(|| odd("a statement row has no day"))?;
            let text = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
            let bank_id = row
                .get_ref(3)?
                .as_str_or_null()
                .map_err(rusqlite::Error::from)?;
            tally.know(day, row.get(1)?, text, bank_id);
        }
        Ok(tally)
    }

    /// The rows of an account in a period that wait for a person's decision.
    pub fn waiting_rows(
        &self,
        account: AccountId,
        period: Period,
    ) -> Result<Vec<StatementRow>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE r.account = ?1 AND r.day BETWEEN ?2 AND ?3 AND r.verdict = ?4 \
             ORDER BY r.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        let from = period.from.map_or(i64::MIN, day_number);
        let to = period.to.map_or(i64::MAX, day_number);
        let key = params![account.raw(), from, to, REVIEW];
        statement
            .query_and_then(key, |row| from_row(row, &currencies))?
            .collect()
    }

    /// The latest rows that wait for a person's decision, of all accounts: at most `limit`.
    pub fn all_waiting_rows(&self, limit: u64) -> Result<Vec<StatementRow>, StoreError> {
        let sql = format!("{SELECT} WHERE {WAITS} ORDER BY r.day DESC, r.id DESC LIMIT ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        statement
            .query_and_then([limit], |row| from_row(row, &currencies))?
            .collect()
    }

    /// The rows that wait for this reason.
    pub fn waiting_rows_with(&self, reason: Reason) -> Result<Vec<StatementRow>, StoreError> {
        let sql = format!("{SELECT} WHERE {WAITS} AND r.reason = ?1 ORDER BY r.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        statement
            .query_and_then([reason_number(reason)], |row| from_row(row, &currencies))?
            .collect()
    }

    /// The latest rows that a person decided about: at most `limit`.
    pub fn decided_rows(&self, limit: u64) -> Result<Vec<StatementRow>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE r.reason IS NOT NULL AND {OF_A_BANK} AND NOT {WAITS} \
             ORDER BY r.day DESC, r.id DESC LIMIT ?1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        statement
            .query_and_then([limit], |row| from_row(row, &currencies))?
            .collect()
    }

    /// How many rows wait for a person's decision, but for those with this reason.
    pub fn count_waiting_rows(&self, without: Option<Reason>) -> Result<u64, StoreError> {
        let sql = format!(
            "SELECT count(*) FROM statement_rows r WHERE {WAITS} AND ifnull(r.reason <> ?1, 1)"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let without = without.and_then(reason_number);
        let count: i64 = statement.query_row([without], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The transactions that open proposals are about.
    pub fn candidates(&self) -> Result<HashSet<TransactionId>, StoreError> {
        let sql = format!(
            "SELECT r.candidate FROM statement_rows r WHERE {WAITS} AND r.candidate IS NOT NULL"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ids = statement.query_map([], |row| row.get(0).map(TransactionId::from_raw))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Visits the booked rows of an account in a period: what a transfer's other side, or an
    /// announced row, is looked for among.
    pub fn visit_booked_rows(
        &self,
        account: AccountId,
        period: Period,
        mut visitor: impl FnMut(StatementRow),
    ) -> Result<(), StoreError> {
        let sql = format!(
            "{SELECT} WHERE r.account = ?1 AND r.day BETWEEN ?2 AND ?3 \
             AND r.transaction_id IS NOT NULL AND {OF_A_BANK} ORDER BY r.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        let from = period.from.map_or(i64::MIN, day_number);
        let to = period.to.map_or(i64::MAX, day_number);
        let mut rows = statement.query(params![account.raw(), from, to])?;
        while let Some(row) = rows.next()? {
            visitor(from_row(row, &currencies)?);
        }
        Ok(())
    }

    /// Visits the rows of an account in a period that the bank had only announced.
    pub fn visit_pending_rows(
        &self,
        account: AccountId,
        period: Period,
        mut visitor: impl FnMut(StatementRow),
    ) -> Result<(), StoreError> {
        let sql = format!(
            "{SELECT} JOIN transactions t ON t.id = r.transaction_id AND t.status = ?4 \
             WHERE r.account = ?1 AND r.day BETWEEN ?2 AND ?3 ORDER BY r.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        let from = period.from.map_or(i64::MIN, day_number);
        let to = period.to.map_or(i64::MAX, day_number);
        let pending = status_in_file(Status::Pending);
        let mut rows = statement.query(params![account.raw(), from, to, pending])?;
        while let Some(row) = rows.next()? {
            visitor(from_row(row, &currencies)?);
        }
        Ok(())
    }

    /// The first and last day of each batch that brought rows of an account.
    pub fn spans_of_batches(&self, account: AccountId) -> Result<Vec<Period>, StoreError> {
        let sql = format!(
            "SELECT min(r.day), max(r.day) FROM statement_rows r \
             WHERE r.account = ?1 AND {OF_A_BANK} GROUP BY r.batch"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let spans = statement.query_and_then([account.raw()], |row| {
            Ok(Period {
                from: date_of(row.get(0)?),
                to: date_of(row.get(1)?),
            })
        })?;
        spans.collect()
    }

    /// The bank rows that a transaction came from.
    pub fn statement_rows_of(&self, id: TransactionId) -> Result<Vec<StatementRow>, StoreError> {
        let sql = format!("{SELECT} WHERE r.transaction_id = ?1 ORDER BY r.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        statement
            .query_and_then([id.raw()], |row| from_row(row, &currencies))?
            .collect()
    }

    /// Visits the postings of an account that no bank row of it confirms: those entered by hand, by
    /// schedules, and the other ends of transfers.
    pub fn visit_unconfirmed(
        &self,
        account: AccountId,
        period: Period,
        mut visitor: impl FnMut(NaiveDate, i64, TransactionId),
    ) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT p.day, p.amount, p.transaction_id FROM postings p \
             WHERE p.account = ?1 AND p.day BETWEEN ?2 AND ?3 \
             AND NOT EXISTS (SELECT 1 FROM statement_rows r \
                 WHERE r.transaction_id = p.transaction_id AND r.account = p.account \
                 AND {OF_A_BANK})"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let from = period.from.map_or(i64::MIN, day_number);
        let to = period.to.map_or(i64::MAX, day_number);
        let mut rows = statement.query(params![account.raw(), from, to])?;
        while let Some(row) = rows.next()? {
            let day = date_of(row.get(0)?).ok_or_else(|| odd("a posting has no day"))?;
            visitor(day, row.get(1)?, TransactionId::from_raw(row.get(2)?));
        }
        Ok(())
    }

    /// Some bank rows of an account, at most `limit`.
    pub fn statement_rows_in(
        &self,
        account: AccountId,
        limit: u64,
    ) -> Result<Vec<StatementRow>, StoreError> {
        let sql = format!("{SELECT} WHERE r.account = ?1 LIMIT ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let currencies = self.currencies.borrow();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        statement
            .query_and_then([account.raw(), limit], |row| from_row(row, &currencies))?
            .collect()
    }

    /// Visits all known bank rows, in the order in which they came.
    pub fn visit_statement_rows<E: From<StoreError>>(
        &self,
        mut visitor: impl FnMut(StatementRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!("{SELECT} ORDER BY r.id");
        let mut statement = self
            .connection
            .prepare_cached(&sql)
            .map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            visitor(from_row(row, &self.currencies.borrow())?)?;
        }
        Ok(())
    }
}
