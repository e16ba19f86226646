//! Windows of transactions, newest first or in the order of their days.

use std::fmt::Write as _;

use domain::id::{AccountId, TransactionId};
use domain::{NaiveDate, Transaction};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::View;
use super::filter::{Condition, Filter, Reach};
use crate::StoreError;
use crate::calendar::day_number;
use crate::record::transaction::{complete, head_from_row};

/// In which order transactions are visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The latest day first.
    NewestFirst,
    /// The earliest day first.
    OldestFirst,
}

impl Order {
    /// The other way around.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::NewestFirst => Self::OldestFirst,
            Self::OldestFirst => Self::NewestFirst,
        }
    }
}

/// Where a transaction stands among all: lists are in the order of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its day.
    pub date: NaiveDate,
    /// Its id; on one day, later ones come later.
    pub id: TransactionId,
}

impl Place {
    /// The place of a transaction.
    pub fn of(transaction: &Transaction) -> Self {
        Self {
            date: transaction.date,
            id: transaction.id,
        }
    }
}

/// Where a visit begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// With the first in the order.
    #[default]
    First,
    /// With the one at this place, or the next when it is gone.
    At(Place),
    /// With the next after this place.
    After(Place),
}

impl View<'_> {
    /// One transaction.
    pub fn transaction(&self, id: TransactionId) -> Result<Option<Transaction>, StoreError> {
        self.get(id.raw())
    }

    /// Visits transactions one by one, so that any number needs the memory of one. The visitor may
    /// fail with its own error, which ends the visit.
    pub fn visit<E: From<StoreError>>(
        &self,
        filter: &Filter,
        order: Order,
        limit: Option<u64>,
        visitor: impl FnMut(Transaction) -> Result<(), E>,
    ) -> Result<(), E> {
        self.visit_from(filter, order, Start::First, limit, visitor)
    }

    /// The same, beginning at a place: it costs what is visited, wherever that is.
    pub fn visit_from<E: From<StoreError>>(
        &self,
        filter: &Filter,
        order: Order,
        start: Start,
        limit: Option<u64>,
        mut visitor: impl FnMut(Transaction) -> Result<(), E>,
    ) -> Result<(), E> {
        // A visit of all costs the same either way; one of a few must not look everything up.
        let reach = if limit.is_some() {
            Reach::Window
        } else {
            Reach::All
        };
        let mut condition = Condition::of(filter, reach, self)?;
        condition.start(order, start);
        let direction = if order == Order::NewestFirst {
            "DESC"
        } else {
            "ASC"
        };
        let sql = format!(
            "SELECT t.* FROM transactions t WHERE {} ORDER BY t.day {direction}, t.id {direction} \
             LIMIT {}",
            condition.sql,
            limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX)),
        );
        let mut statement = self.connection.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = statement
            .query(params_from_iter(condition.values))
            .map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let mut transaction = head_from_row(row)?;
            complete(&mut transaction, self.connection, &self.currencies.borrow())?;
            visitor(transaction)?;
        }
        Ok(())
    }

    /// Some transactions with a posting in an account, at most `limit`, in no particular order.
    pub fn some_in(&self, account: AccountId, limit: u64) -> Result<Vec<Transaction>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT transaction_id FROM postings WHERE account = ?1 LIMIT ?2",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let ids = statement.query_map([account.raw(), limit], |row| row.get(0))?;
        let ids: Vec<i64> = ids.collect::<Result<_, _>>()?;
        let found = ids.into_iter().filter_map(|id| self.get(id).transpose());
        found.collect()
    }

    /// How many transactions pass; for an empty filter the kept count, at no cost.
    pub fn count(&self, filter: &Filter) -> Result<u64, StoreError> {
        let count: i64 = if filter.is_empty() {
            let kept = self.remembered("transactions")?;
            kept.and_then(|count| count.parse().ok()).unwrap_or(0)
        } else {
            let condition = Condition::of(filter, Reach::All, self)?;
            let sql = format!(
                "SELECT count(*) FROM transactions t WHERE {}",
                condition.sql
            );
            let mut statement = self.connection.prepare(&sql)?;
            statement.query_row(params_from_iter(condition.values), |row| row.get(0))?
        };
        Ok(u64::try_from(count).unwrap_or(0))
    }
}

impl Condition {
    /// Leaves out what comes before the start in this order.
    fn start(&mut self, order: Order, start: Start) {
        let (place, or_equal) = match start {
            Start::First => return,
            Start::At(place) => (place, "="),
            Start::After(place) => (place, ""),
        };
        let operator = match order {
            Order::NewestFirst => '<',
            Order::OldestFirst => '>',
        };
        let first = self.values.len() + 1;
        let second = first + 1;
        let _ = write!(
            self.sql,
            " AND (t.day, t.id) {operator}{or_equal} (?{first}, ?{second})"
        );
        self.values.push(Value::from(day_number(place.date)));
        self.values.push(Value::from(place.id.raw()));
    }
}
