//! Budgets as rows.

use domain::Budget;
use domain::budget::{Cycle, Every, StartDay};
use domain::id::{AccountId, BudgetId};
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;
use crate::calendar::{date_of, day_number};

impl Record for Budget {
    const KIND: Kind = Kind::Budget;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

fn from_row(row: &Row<'_>, currencies: &CurrencyTable) -> Result<Budget, StoreError> {
    let every: String = row.get("every")?;
    let starts: Option<u8> = row.get("starts")?;
    Ok(Budget {
        id: BudgetId::from_raw(row.get("id")?),
        category: AccountId::from_raw(row.get("category")?),
        amount: currencies.money(row.get("amount")?, row.get("currency")?)?,
        cycle: Cycle {
            every: Every::from_word(&every).ok_or_else(|| odd("a budget has no period"))?,
            starts: starts.map(|day| match day {
                0 => StartDay::LastBusinessDay,
                day => StartDay::Day(day),
            }),
            since: date_of(row.get("since")?).ok_or_else(|| odd("a budget has no day"))?,
        },
        rollover: row.get("rollover")?,
    })
}

/// All budgets, in the order in which they were made.
pub(crate) fn all(
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<Vec<Budget>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM budgets ORDER BY id")?;
    statement
        .query_and_then([], |row| from_row(row, currencies))?
        .collect()
}

const INSERT: &str = "INSERT INTO budgets \
    (id, category, amount, currency, every, starts, since, rollover) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const UPDATE: &str = "UPDATE budgets SET category = ?2, amount = ?3, currency = ?4, every = ?5, \
    starts = ?6, since = ?7, rollover = ?8 WHERE id = ?1";

fn execute(
    budget: &Budget,
    sql: &str,
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    let starts = budget.cycle.starts.map(|starts| match starts {
        StartDay::LastBusinessDay => 0,
        StartDay::Day(day) => day,
    });
    connection.prepare_cached(sql)?.execute(params![
        budget.id.raw(),
        budget.category.raw(),
        budget.amount.minor,
        currencies.id_of(budget.amount.currency)?,
        budget.cycle.every.as_str(),
        starts,
        day_number(budget.cycle.since),
        budget.rollover
    ])?;
    Ok(())
}

impl Rows for Budget {
    fn load(
        connection: &Connection,
        currencies: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM budgets WHERE id = ?1")?;
        statement
            .query_and_then([id], |row| from_row(row, currencies))?
            .next()
            .transpose()
    }

    fn insert(
        &self,
        connection: &Connection,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute(self, INSERT, connection, currencies)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute(self, UPDATE, connection, currencies)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "budgets", self.id.raw())
    }
}
