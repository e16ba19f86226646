//! Schedules as rows.

use domain::Schedule;
use domain::id::{AccountId, PayeeId, ScheduleId};
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;
use crate::calendar::{date_of, day_number};

impl Record for Schedule {
    const KIND: Kind = Kind::Schedule;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

fn from_row(row: &Row<'_>, currencies: &CurrencyTable) -> Result<Schedule, StoreError> {
    let (tags, recurrence): (String, String) = (row.get("tags")?, row.get("recurrence")?);
    Ok(Schedule {
        id: ScheduleId::from_raw(row.get("id")?),
        account: AccountId::from_raw(row.get("account")?),
        counter: AccountId::from_raw(row.get("counter")?),
        amount: currencies.money(row.get("amount")?, row.get("currency")?)?,
        payee: row.get::<_, Option<i64>>("payee")?.map(PayeeId::from_raw),
        memo: row.get("memo")?,
        tags: serde_json::from_str(&tags)?,
        start: date_of(row.get("start")?).ok_or_else(|| odd("a schedule has no day"))?,
        recurrence: recurrence
            .parse()
            .map_err(|_| odd("a schedule has no recurrence"))?,
        instalments: row.get("instalments")?,
        passed: row.get("passed")?,
        through: row.get::<_, Option<i64>>("through")?.and_then(date_of),
    })
}

/// All schedules, in the order in which they were made.
pub(crate) fn all(
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<Vec<Schedule>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM schedules ORDER BY id")?;
    statement
        .query_and_then([], |row| from_row(row, currencies))?
        .collect()
}

const INSERT: &str = "INSERT INTO schedules (id, account, counter, amount, currency, payee, memo, \
    tags, start, recurrence, instalments, passed, through) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
const UPDATE: &str = "UPDATE schedules SET account = ?2, counter = ?3, amount = ?4, \
    currency = ?5, payee = ?6, memo = ?7, tags = ?8, start = ?9, recurrence = ?10, \
    instalments = ?11, passed = ?12, through = ?13 WHERE id = ?1";

fn execute(
    schedule: &Schedule,
    sql: &str,
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        schedule.id.raw(),
        schedule.account.raw(),
        schedule.counter.raw(),
        schedule.amount.minor,
        currencies.id_of(schedule.amount.currency)?,
        schedule.payee.map(PayeeId::raw),
        schedule.memo,
        serde_json::to_string(&schedule.tags)?,
        day_number(schedule.start),
        schedule.recurrence.to_string(),
        schedule.instalments,
        schedule.passed,
        schedule.through.map(day_number)
    ])?;
    Ok(())
}

impl Rows for Schedule {
    fn load(
        connection: &Connection,
        currencies: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM schedules WHERE id = ?1")?;
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
        delete_row(connection, "schedules", self.id.raw())
    }
}
