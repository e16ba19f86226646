//! Saving goals and contributions as rows.

use domain::id::{ContributionId, GoalId, TransactionId};
use domain::{Contribution, Goal};
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;
use crate::calendar::{date_of, day_number};

impl Record for Goal {
    const KIND: Kind = Kind::Goal;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

fn goal_from_row(row: &Row<'_>, currencies: &CurrencyTable) -> Result<Goal, StoreError> {
    Ok(Goal {
        id: GoalId::from_raw(row.get("id")?),
        name: row.get("name")?,
        description: row.get("description")?,
        target: currencies.money(row.get("target")?, row.get("currency")?)?,
        target_date: row.get::<_, Option<i64>>("target_day")?.and_then(date_of),
        priority: row.get("priority")?,
        active: row.get("active")?,
    })
}

/// All goals, the most important first.
pub(crate) fn all(
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<Vec<Goal>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM goals ORDER BY priority, id")?;
    statement
        .query_and_then([], |row| goal_from_row(row, currencies))?
        .collect()
}

const INSERT_GOAL: &str = "INSERT INTO goals \
    (id, name, description, target, currency, target_day, priority, active) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const UPDATE_GOAL: &str = "UPDATE goals SET name = ?2, description = ?3, target = ?4, \
    currency = ?5, target_day = ?6, priority = ?7, active = ?8 WHERE id = ?1";

fn execute_goal(
    goal: &Goal,
    sql: &str,
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        goal.id.raw(),
        goal.name,
        goal.description,
        goal.target.minor,
        currencies.id_of(goal.target.currency)?,
        goal.target_date.map(day_number),
        goal.priority,
        goal.active
    ])?;
    Ok(())
}

impl Rows for Goal {
    fn load(
        connection: &Connection,
        currencies: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM goals WHERE id = ?1")?;
        statement
            .query_and_then([id], |row| goal_from_row(row, currencies))?
            .next()
            .transpose()
    }

    fn insert(
        &self,
        connection: &Connection,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute_goal(self, INSERT_GOAL, connection, currencies)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        currencies: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute_goal(self, UPDATE_GOAL, connection, currencies)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "goals", self.id.raw())
    }
}

impl Record for Contribution {
    const KIND: Kind = Kind::Contribution;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

fn contribution_from_row(
    row: &Row<'_>,
    currencies: &CurrencyTable,
) -> Result<Contribution, StoreError> {
    Ok(Contribution {
        id: ContributionId::from_raw(row.get("id")?),
        goal: GoalId::from_raw(row.get("goal")?),
        date: date_of(row.get("day")?).ok_or_else(|| odd("a contribution has no day"))?,
        amount: currencies.money(row.get("amount")?, row.get("currency")?)?,
        memo: row.get("memo")?,
        transaction: row
            .get::<_, Option<i64>>("transaction_id")?
            .map(TransactionId::from_raw),
    })
}

const CONTRIBUTIONS: &str =
    "SELECT c.*, g.currency FROM contributions c JOIN goals g ON g.id = c.goal";

/// All contributions, to all goals, in the order of their days.
pub(crate) fn contributions(
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<Vec<Contribution>, StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("{CONTRIBUTIONS} ORDER BY c.day, c.id"))?;
    statement
        .query_and_then([], |row| contribution_from_row(row, currencies))?
        .collect()
}

/// The contributions that name a transaction.
pub(crate) fn contributions_of(
    connection: &Connection,
    currencies: &CurrencyTable,
    transaction: TransactionId,
) -> Result<Vec<Contribution>, StoreError> {
    let sql = format!("{CONTRIBUTIONS} WHERE c.transaction_id = ?1 ORDER BY c.id");
    let mut statement = connection.prepare_cached(&sql)?;
    statement
        .query_and_then([transaction.raw()], |row| {
            contribution_from_row(row, currencies)
        })?
        .collect()
}

fn execute_contribution(
    contribution: &Contribution,
    sql: &str,
    connection: &Connection,
) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        contribution.id.raw(),
        contribution.goal.raw(),
        day_number(contribution.date),
        contribution.amount.minor,
        contribution.memo,
        contribution.transaction.map(TransactionId::raw)
    ])?;
    Ok(())
}

impl Rows for Contribution {
    fn load(
        connection: &Connection,
        currencies: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement =
            connection.prepare_cached(&format!("{CONTRIBUTIONS} WHERE c.id = ?1"))?;
        statement
            .query_and_then([id], |row| contribution_from_row(row, currencies))?
            .next()
            .transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        let sql = "INSERT INTO contributions (id, goal, day, amount, memo, transaction_id) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        execute_contribution(self, sql, connection)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE contributions SET goal = ?2, day = ?3, amount = ?4, memo = ?5, \
                   transaction_id = ?6 WHERE id = ?1";
        execute_contribution(self, sql, connection)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "contributions", self.id.raw())
    }
}
