//! Accounts and categories as rows.

use domain::Account;
use domain::id::AccountId;
use rusqlite::{Connection, Row, params};

use super::currency::CurrencyTable;
use super::sealed::Rows;
use super::{Kind, Record, delete_row, odd};
use crate::StoreError;

impl Record for Account {
    const KIND: Kind = Kind::Account;

    fn raw_id(&self) -> i64 {
        self.id.raw()
    }
}

fn from_row(row: &Row<'_>, currencies: &CurrencyTable) -> Result<Account, StoreError> {
    let kind = row
        .get_ref("kind")?
        .as_str()
        .map_err(|_| odd("an account has no kind"))?;
    let currency: Option<i64> = row.get("currency")?;
    Ok(Account {
        id: AccountId::from_raw(row.get("id")?),
        name: row.get("name")?,
        kind: kind.parse().map_err(|_| odd("an account has no kind"))?,
        parent: row
            .get::<_, Option<i64>>("parent")?
            .map(AccountId::from_raw),
        currency: currency
            .map(|id| currencies.by_id(id))
            .transpose()?
            .map(|c| c.code),
        closed: row.get("closed")?,
    })
}

/// All accounts and categories, in the order in which they were made.
pub(crate) fn all(
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<Vec<Account>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT * FROM accounts ORDER BY id")?;
    statement
        .query_and_then([], |row| from_row(row, currencies))?
        .collect()
}

fn currency_id(account: &Account, currencies: &CurrencyTable) -> Result<Option<i64>, StoreError> {
    let Some(code) = account.currency else {
        return Ok(None);
    };
    let currency = currencies.by_code(code);
    let currency = currency.ok_or_else(|| odd("an account has an unknown currency"))?;
    currencies.id_of(currency).map(Some)
}

const INSERT: &str = "INSERT INTO accounts (id, name, kind, parent, currency, closed) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const UPDATE: &str = "UPDATE accounts SET name = ?2, kind = ?3, parent = ?4, currency = ?5, \
    closed = ?6 WHERE id = ?1";

fn execute(
    account: &Account,
    sql: &str,
    connection: &Connection,
    currencies: &CurrencyTable,
) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(params![
        account.id.raw(),
        account.name,
        account.kind.as_str(),
        account.parent.map(AccountId::raw),
        currency_id(account, currencies)?,
        account.closed
    ])?;
    Ok(())
}

impl Rows for Account {
    fn load(
        connection: &Connection,
        currencies: &CurrencyTable,
        id: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached("SELECT * FROM accounts WHERE id = ?1")?;
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
        delete_row(connection, "accounts", self.id.raw())
    }
}
