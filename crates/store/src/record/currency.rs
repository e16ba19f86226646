//! Currencies as rows, and the table of them that turns stored numbers into money.

use domain::currency::{Currency, CurrencyCode};
use domain::id::CurrencyId;
use domain::{LedgerCurrency, Money};
use rusqlite::{Connection, Row, params};

use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;

/// The currencies of the ledger. They are few, so looking through them beats hashing.
#[derive(Debug, Default)]
pub struct CurrencyTable {
    entries: Vec<(i64, Currency)>,
}

impl CurrencyTable {
    pub(crate) fn load(connection: &Connection) -> Result<Self, StoreError> {
        let known = all(connection)?;
        let entries = known
            .iter()
            .map(|entry| (entry.id.raw(), entry.currency))
            .collect();
        Ok(Self { entries })
    }

    /// The number under which a currency is stored; its exponent must be the ledger's.
    pub(crate) fn id_of(&self, currency: Currency) -> Result<i64, StoreError> {
        let found = self.entries.iter().find(|(_, known)| *known == currency);
        found.map(|(id, _)| *id).ok_or_else(|| {
            StoreError::Constraint(format!("{currency} is no currency of this ledger"))
        })
    }

    /// Each currency with the number under which it is stored.
    pub(crate) fn entries(&self) -> &[(i64, Currency)] {
        &self.entries
    }

    pub(crate) fn by_code(&self, code: CurrencyCode) -> Option<Currency> {
        self.entries
            .iter()
            .map(|(_, currency)| *currency)
            .find(|known| known.code == code)
    }

    pub(crate) fn by_id(&self, id: i64) -> Result<Currency, StoreError> {
        let found = self.entries.iter().find(|(known, _)| *known == id);
        found
            .map(|(_, currency)| *currency)
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
