//! Windows of transactions, newest first or in the order of their days.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use domain::id::{AccountId, TransactionId};
use domain::{NaiveDate, Transaction};
use rusqlite::types::Value;
use rusqlite::{
    OptionalExtension as _, Transaction as SqlTransaction, TransactionBehavior, params_from_iter,
};

use super::View;
use super::filter::{Condition, Filter, Matching, count_of_rows};
use crate::StoreError;
use crate::calendar::{date_of, day_number};
use crate::record::odd;
use crate::record::transaction::{complete, head_from_row};

/// So many rows are tested one by one before all that pass are found at once.
const LOOKED_AT: u32 = 16_384;

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

    const fn sql(self) -> &'static str {
        match self {
            Self::NewestFirst => "ORDER BY t.day DESC, t.id DESC",
            Self::OldestFirst => "ORDER BY t.day, t.id",
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
        if filter.is_empty() {
            let mut condition = Condition::of(filter, self)?;
            condition.start(order, start);
            return self
                .read_in_order(&condition, order, limit, &mut visitor)
                .map(drop);
        }
        let _moment = self.moment()?;
        let Some(limit) = limit else {
            return self.visit_found(filter, order, start, |transaction| {
                visitor(transaction)?;
                Ok(ControlFlow::Continue(()))
            });
        };
        // Most lists are full after some thousand rows. What lies farther is found all at once.
        let border = self.border(filter, order, start)?;
        let mut condition = Condition::of(filter, self)?;
        condition.start(order, start);
        if let Some(border) = border {
            condition.start(order.reversed(), Start::After(border));
        }
        let mut seen = self.read_in_order(&condition, order, Some(limit), &mut visitor)?;
        let Some(border) = border.filter(|_| seen < limit) else {
            return Ok(());
        };
        self.visit_found(filter, order, Start::At(border), |transaction| {
            visitor(transaction)?;
            seen += 1;
            Ok(if seen < limit {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            })
        })
    }

    /// The ids of all that pass, in an order.
    pub fn ids(&self, filter: &Filter, order: Order) -> Result<Vec<TransactionId>, StoreError> {
        let mut ids = Vec::new();
        let _moment = self.moment()?;
        self.visit_ids::<StoreError>(filter, order, Start::First, |id| {
            ids.push(TransactionId::from_raw(id));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(ids)
    }

    /// One moment for several statements, unless it is held already.
    fn moment(&self) -> Result<Option<SqlTransaction<'_>>, StoreError> {
        if !self.connection.is_autocommit() {
            return Ok(None);
        }
        let deferred = TransactionBehavior::Deferred;
        let moment = SqlTransaction::new_unchecked(self.connection, deferred)?;
        Ok(Some(moment))
    }

    /// The place after the first `LOOKED_AT` on days that can pass; none when there are no more.
    fn border(
        &self,
        filter: &Filter,
        order: Order,
        start: Start,
    ) -> Result<Option<Place>, StoreError> {
        let mut places = Condition::places(filter);
        places.start(order, start);
        let sql = format!("{} {} LIMIT 1 OFFSET {LOOKED_AT}", places.sql, order.sql());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_row(params_from_iter(places.values), |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        let Some((id, day)) = found.optional()? else {
            return Ok(None);
        };
        Ok(Some(Place {
            date: date_of(day).ok_or_else(|| odd("a transaction has no day"))?,
            id: TransactionId::from_raw(id),
        }))
    }

    /// Reads row by row, in the order of the index; says how many passed.
    fn read_in_order<E: From<StoreError>>(
        &self,
        condition: &Condition,
        order: Order,
        limit: Option<u64>,
        visitor: &mut impl FnMut(Transaction) -> Result<(), E>,
    ) -> Result<u64, E> {
        let sql = format!(
            "SELECT t.* FROM transactions t WHERE {} {} LIMIT {}",
            condition.sql,
            order.sql(),
            limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX)),
        );
        let mut statement = self.connection.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = statement
            .query(params_from_iter(&condition.values))
            .map_err(StoreError::from)?;
        let mut seen = 0;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let mut transaction = head_from_row(row)?;
            complete(&mut transaction, self.connection, &self.currencies.borrow())?;
            visitor(transaction)?;
            seen += 1;
        }
        Ok(seen)
    }

    /// Finds all that pass, then visits them in their order.
    fn visit_found<E: From<StoreError>>(
        &self,
        filter: &Filter,
        order: Order,
        start: Start,
        mut visitor: impl FnMut(Transaction) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        self.visit_ids(filter, order, start, |id| {
            match self.get::<Transaction>(id)? {
                Some(transaction) => visitor(transaction),
                None => Ok(ControlFlow::Continue(())),
            }
        })
    }

    /// Few are put in order here; for many the index by day is walked, which is in order.
    fn visit_ids<E: From<StoreError>>(
        &self,
        filter: &Filter,
        order: Order,
        start: Start,
        mut visitor: impl FnMut(i64) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        let matching = Matching::of(filter, self)?;
        let mut places = match matching.few() {
            Some(ids) => Condition::places_of(&ids),
            None => Condition::places(filter),
        };
        places.start(order, start);
        let sql = format!("{} {}", places.sql, order.sql());
        let mut statement = self.connection.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = statement
            .query(params_from_iter(places.values))
            .map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let id = row.get(0).map_err(StoreError::from)?;
            if matching.contains(id) && visitor(id)?.is_break() {
                break;
            }
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
        let _moment = self.moment()?;
        if filter.is_empty() {
            let kept = self.remembered("transactions")?;
            return Ok(kept.and_then(|count| count.parse().ok()).unwrap_or(0));
        }
        if let Some(count) = count_of_rows(filter, self)? {
            return Ok(count);
        }
        let all = self.count(&Filter::default())?;
        Ok(Matching::of(filter, self)?.count(all))
    }
}

impl Condition {
    /// The ids and days of transactions on days that can pass.
    fn places(filter: &Filter) -> Self {
        let mut places = Self::begin("SELECT t.id, t.day FROM transactions t WHERE ");
        places.days("t", filter.period());
        places
    }

    /// The ids and days of these.
    fn places_of(ids: &[i64]) -> Self {
        let mut places = Self::begin("SELECT t.id, t.day FROM transactions t WHERE t.id IN ");
        places.list(ids.iter().copied());
        places
    }

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
