//! Prices as rows.

use domain::Price;
use domain::id::PriceId;
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;
use crate::calendar::{date_of, day_number};

impl Record for Price {
    const KIND: Kind = Kind::Price;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

pub(crate) fn from_row(row: &Row<'_>) -> Result<Price, StoreError> {
    let text = |column: &str| row.get::<_, String>(column);
    Ok(Price {
        id: PriceId::from_raw(row.get("id")?),
        date: date_of(row.get("day")?).ok_or_else(|| odd("a price has no day"))?,
        base: text("base")?
            .parse()
            .map_err(|_| odd("a price has no currency"))?,
        quote: text("quote")?
            .parse()
            .map_err(|_| odd("a price has no currency"))?,
        rate: text("rate")?
            .parse()
            .map_err(|_| odd("a price has no rate"))?,
    })
}

const INSERT: &str = "INSERT INTO prices (id, day, base, quote, rate) VALUES (?1, ?2, ?3, ?4, ?5)";
const UPDATE: &str = "UPDATE prices SET day = ?2, base = ?3, quote = ?4, rate = ?5 WHERE id = ?1";

fn execute(price: &Price, sql: &str, connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        price.id.raw(),
        day_number(price.date),
        price.base.as_str(),
        price.quote.as_str(),
        price.rate.to_string()
    ])?;
    Ok(())
}

impl Rows for Price {
    fn load(
        connection: &Connection,
        _: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM prices WHERE id = ?1")?;
        statement.query_and_then([id], from_row)?.next().transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        execute(self, INSERT, connection)
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        execute(self, UPDATE, connection)
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "prices", self.id.raw())
    }
}
