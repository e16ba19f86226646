//! The postings of a few accounts as one stream, by day.
//!
//! Each account's postings come in order from their index; the streams are merged here, so that any
//! number of rows needs the memory of one for each account, and no sorting.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::ControlFlow;

use domain::id::{AccountId, PayeeId, TransactionId};
use domain::{Money, NaiveDate, Period};
use rusqlite::types::Value;
use rusqlite::{Row, Rows, params_from_iter};

use super::filter::{Condition, Filter};
use super::{Order, View};
use crate::StoreError;
use crate::calendar::{date_of, day_number};
use crate::record::odd;

/// Which postings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterQuery {
    /// In these accounts.
    pub accounts: Vec<AccountId>,
    /// On these days.
    pub period: Period,
    /// What a posting's transaction must pass to match; others are visited too.
    pub filter: Filter,
}

/// Where a posting stands in a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegisterKey {
    day: i64,
    transaction: i64,
    position: i64,
}

/// One posting with what a register shows of its transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterPosting {
    /// Where it stands.
    pub key: RegisterKey,
    /// Its day.
    pub date: NaiveDate,
    /// Its transaction.
    pub transaction: TransactionId,
    /// Its account.
    pub account: AccountId,
    /// What flowed into the account.
    pub amount: Money,
    /// With whom.
    pub payee: Option<PayeeId>,
    /// The transaction's memo.
    pub memo: String,
    /// True when the transaction passes the filter.
    pub matches: bool,
}

impl View<'_> {
    /// Visits postings in their order until the visitor breaks off; `start` leaves out those that
    /// stand before it.
    pub fn register_postings<E: From<StoreError>>(
        &self,
        query: &RegisterQuery,
        order: Order,
        start: Option<RegisterKey>,
        mut visitor: impl FnMut(RegisterPosting) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        let condition = Condition::of(&query.filter, self)?;
        let mut statements = Vec::with_capacity(query.accounts.len());
        for _ in &query.accounts {
            let sql = select(&condition, order);
            statements.push(
                self.connection
                    .prepare_cached(&sql)
                    .map_err(StoreError::from)?,
            );
        }
        let mut streams = Vec::with_capacity(statements.len());
        for (statement, &account) in statements.iter_mut().zip(&query.accounts) {
            let values = parameters(&condition, account, query.period, start);
            let rows = statement
                .query(params_from_iter(values))
                .map_err(StoreError::from)?;
            streams.push((account, rows));
        }
        let mut heads = BinaryHeap::with_capacity(streams.len());
        let mut pending = Vec::with_capacity(streams.len());
        for (at, stream) in streams.iter_mut().enumerate() {
            pending.push(self.next_posting(stream, start)?);
            heads.extend(rank(&pending, at, order));
        }
        while let Some(Reverse((_, at))) = heads.pop() {
            let following = match streams.get_mut(at) {
                Some(stream) => self.next_posting(stream, start)?,
                None => None,
            };
            let posting = pending
                .get_mut(at)
                .and_then(|pending| std::mem::replace(pending, following));
            heads.extend(rank(&pending, at, order));
            if let Some(posting) = posting
                && visitor(posting)?.is_break()
            {
                break;
            }
        }
        Ok(())
    }

    fn next_posting(
        &self,
        (account, rows): &mut (AccountId, Rows<'_>),
        start: Option<RegisterKey>,
    ) -> Result<Option<RegisterPosting>, StoreError> {
        while let Some(row) = rows.next()? {
            let posting = self.posting(row, *account)?;
            if start.is_none_or(|start| start <= posting.key) {
                return Ok(Some(posting));
            }
        }
        Ok(None)
    }

    fn posting(&self, row: &Row<'_>, account: AccountId) -> Result<RegisterPosting, StoreError> {
        let key = RegisterKey {
            day: row.get(0)?,
            transaction: row.get(1)?,
            position: row.get(2)?,
        };
        Ok(RegisterPosting {
            key,
            date: date_of(key.day).ok_or_else(|| odd("a posting has no day"))?,
            transaction: TransactionId::from_raw(key.transaction),
            account,
            amount: self.currencies.borrow().money(row.get(3)?, row.get(4)?)?,
            payee: row.get::<_, Option<i64>>(5)?.map(PayeeId::from_raw),
            memo: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
            matches: row.get(7)?,
        })
    }
}

/// A place in the merge: a key that grows in the order of the visit, and which stream it is of.
type Rank = Reverse<([i64; 3], usize)>;

fn rank(pending: &[Option<RegisterPosting>], at: usize, order: Order) -> Option<Rank> {
    let key = pending.get(at)?.as_ref()?.key;
    let sign = if order == Order::OldestFirst { 1 } else { -1 };
    let key = [key.day, key.transaction, key.position].map(|part| part * sign);
    Some(Reverse((key, at)))
}

fn select(condition: &Condition, order: Order) -> String {
    let last = condition.values.len();
    let direction = match order {
        Order::OldestFirst => "ASC",
        Order::NewestFirst => "DESC",
    };
    // CROSS JOIN: the account's index gives the order, a transaction is looked up for each row.
    format!(
        "SELECT p.day, p.transaction_id, p.position, p.amount, p.currency, t.payee, t.memo, ({}) \
         FROM postings p CROSS JOIN transactions t ON t.id = p.transaction_id \
         WHERE p.account = ?{} AND p.day BETWEEN ?{} AND ?{} \
         ORDER BY p.day {direction}, p.transaction_id {direction}, p.position {direction}",
        condition.sql,
        last + 1,
        last + 2,
        last + 3,
    )
}

fn parameters(
    condition: &Condition,
    account: AccountId,
    period: Period,
    start: Option<RegisterKey>,
) -> Vec<Value> {
    let from = period.from.map_or(i64::MIN, day_number);
    let from = start.map_or(from, |start| start.day.max(from));
    let to = period.to.map_or(i64::MAX, day_number);
    let mut values = condition.values.clone();
    values.extend([account.raw(), from, to].map(Value::Integer));
    values
}
