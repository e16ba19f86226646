//! Currencies as rows, and the table of them that turns stored numbers into money.

use std::collections::HashMap;

use domain::currency::{Currency, CurrencyCode};
use domain::id::CurrencyId;
use domain::{LedgerCurrency, Money};
use rusqlite::{Connection, Row, params};

use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;

/// The currencies of the ledger, by id and by code.
#[derive(Debug, Default)]
pub struct CurrencyTable {
    by_id: HashMap<i64, Currency>,
    by_code: HashMap<CurrencyCode, (i64, Currency)>,
}

impl CurrencyTable {
    pub(crate) fn load(connection: &Connection) -> Result<Self, StoreError> {
        let mut table = Self::default();
        let mut statement = connection.prepare_cached("SELECT * FROM currencies")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            table.insert(&from_row(row)?);
        }
        Ok(table)
    }

    fn insert(&mut self, entry: &LedgerCurrency) {
        self.by_id.insert(entry.id.raw(), entry.currency);
        self.by_code
            .insert(entry.currency.code, (entry.id.raw(), entry.currency));
    }

    /// The number under which a currency is stored; its exponent must be the ledger's.
    pub(crate) fn id_of(&self, currency: Currency) -> Result<i64, StoreError> {
        match self.by_code.get(&currency.code) {
            Some(&(id, known)) if known == currency => Ok(id),
            _ => Err(StoreError::Constraint(format!(
                "{currency} is no currency of this ledger"
            ))),
        }
    }

    pub(crate) fn by_code(&self, code: CurrencyCode) -> Option<Currency> {
        self.by_code.get(&code).map(|&(_, currency)| currency)
    }

    pub(crate) fn by_id(&self, id: i64) -> Result<Currency, StoreError> {
        self.by_id
            .get(&id)
            .copied()
            .ok_or_else(|| odd("an amount has no currency"))
    }

    pub(crate) fn money(&self, minor: i64, id: i64) -> Result<Money, StoreError> {
        Ok(Money::new(minor, self.by_id(id)?))
    }
}

fn from_row(row: &Row<'_>) -> Result<LedgerCurrency, StoreError> {
    let code: String = row.get("code")?;
    Ok(LedgerCurrency {
        id: CurrencyId::from_raw(row.get("id")?),
        currency: Currency {
            code: code.parse().map_err(|_| odd("a currency has no code"))?,
            exponent: row.get("exponent")?,
        },
        symbol: row.get("symbol")?,
    })
}

/// All currencies of the ledger, by code.
pub(crate) fn all(connection: &Connection) -> Result<Vec<LedgerCurrency>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM currencies ORDER BY code")?;
    let rows = statement.query_and_then([], from_row)?;
    rows.collect()
}

impl Record for LedgerCurrency {
    const KIND: Kind = Kind::Currency;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

impl Rows for LedgerCurrency {
    fn load(
        connection: &Connection,
        _: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM currencies WHERE id = ?1")?;
        statement.query_and_then([id], from_row)?.next().transpose()
    }

    fn insert(&self, connection: &Connection, _: &CurrencyTable) -> Result<(), StoreError> {
        connection
            .prepare_cached(
                "INSERT INTO currencies (id, code, exponent, symbol) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                self.id.raw(),
                self.currency.code.as_str(),
                self.currency.exponent,
                self.symbol
            ])?;
        Ok(())
    }

    fn update(
        &self,
        _: &Self,
        connection: &Connection,
        _: &CurrencyTable,
    ) -> Result<(), StoreError> {
        connection
            .prepare_cached(
                "UPDATE currencies SET code = ?2, exponent = ?3, symbol = ?4 WHERE id = ?1",
            )?
            .execute(params![
                self.id.raw(),
                self.currency.code.as_str(),
                self.currency.exponent,
                self.symbol
            ])?;
        Ok(())
    }

    fn delete(&self, connection: &Connection) -> Result<(), StoreError> {
        delete_row(connection, "currencies", self.id.raw())
    }
}
