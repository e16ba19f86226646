//! Reading the ledger. A `View` borrows the connection; each room here is one kind of question.

mod attachments;
pub(crate) mod filter;
mod goals;
pub(crate) mod history;
mod ids;
mod labels;
mod open_postings;
mod payees;
mod plans;
mod postings;
mod statement_rows;
pub(crate) mod sums;
mod transactions;

use std::cell::RefCell;

use domain::id::{CurrencyId, TransactionId};
use domain::statement::Batch;
use domain::{Chart, Contribution, Currency, CurrencyCode, Goal, LedgerCurrency, NaiveDate, Price};
use rusqlite::{Connection, OptionalExtension as _};

use crate::StoreError;
use crate::calendar::{date_of, day_number};
use crate::record::currency::CurrencyTable;
use crate::record::{Record, account, batch, currency, goal, price};

pub use goals::ContributionSum;
pub(crate) use ids::table;
pub use labels::{PayeeUses, UsesOfPayees};
pub use open_postings::OpenPostings;
pub use payees::PayeeSum;
pub use postings::{RegisterKey, RegisterPosting, RegisterQuery};
pub use transactions::{Order, Place, Start};

/// Reads the ledger, inside a write transaction or outside of one.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) currencies: &'a RefCell<CurrencyTable>,
}

impl View<'_> {
    /// All accounts and categories.
    pub fn chart(&self) -> Result<Chart, StoreError> {
        Ok(Chart::new(account::all(
            self.connection,
            &self.currencies.borrow(),
        )?))
    }

    /// All currencies of the ledger, by code.
    pub fn currencies(&self) -> Result<Vec<LedgerCurrency>, StoreError> {
        currency::all(self.connection)
    }

    /// The currency of the ledger with this code.
    pub fn currency(&self, code: CurrencyCode) -> Option<Currency> {
        self.currencies.borrow().by_code(code)
    }

    /// True when accounts, postings, goals, budgets or schedules are in this currency.
    pub fn uses_currency(&self, id: CurrencyId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM accounts WHERE currency = ?1) \
                   OR EXISTS (SELECT 1 FROM goals WHERE currency = ?1) \
                   OR EXISTS (SELECT 1 FROM budgets WHERE currency = ?1) \
                   OR EXISTS (SELECT 1 FROM schedules WHERE currency = ?1) \
                   OR EXISTS (SELECT 1 FROM rollups WHERE currency = ?1)";
        Ok(self
            .connection
            .query_row(sql, [id.raw()], |row| row.get(0))?)
    }

    /// All goals, the most important first.
    pub fn goals(&self) -> Result<Vec<Goal>, StoreError> {
        goal::all(self.connection, &self.currencies.borrow())
    }

    /// All contributions, by day.
    pub fn contributions(&self) -> Result<Vec<Contribution>, StoreError> {
        goal::contributions(self.connection, &self.currencies.borrow())
    }

    /// The contributions that name a transaction.
    pub fn contributions_of(&self, id: TransactionId) -> Result<Vec<Contribution>, StoreError> {
        goal::contributions_of(self.connection, &self.currencies.borrow(), id)
    }

    /// All prices, by pair and day.
    pub fn prices(&self) -> Result<Vec<Price>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM prices ORDER BY base, quote, day")?;
        statement.query_and_then([], price::from_row)?.collect()
    }

    /// The latest price of a pair on or before a day.
    pub fn price(
        &self,
        base: CurrencyCode,
        quote: CurrencyCode,
        day: NaiveDate,
    ) -> Result<Option<Price>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM prices WHERE base = ?1 AND quote = ?2 AND day <= ?3 \
             ORDER BY day DESC LIMIT 1",
        )?;
        let pair = rusqlite::params![base.as_str(), quote.as_str(), day_number(day)];
        statement
            .query_and_then(pair, price::from_row)?
            .next()
            .transpose()
    }

    /// All imports, in their order.
    pub fn batches(&self) -> Result<Vec<Batch>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM batches ORDER BY id")?;
        statement.query_and_then([], batch::from_row)?.collect()
    }

    /// Any entity by its number.
    pub fn get<T: Record>(&self, id: i64) -> Result<Option<T>, StoreError> {
        T::load(self.connection, &self.currencies.borrow(), id)
    }

    /// What was remembered with `Writer::remember`.
    pub fn remembered(&self, name: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT value FROM meta WHERE name = ?1")?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }

    /// The days of the first and the last transaction.
    pub fn span(&self) -> Result<Option<(NaiveDate, NaiveDate)>, StoreError> {
        let end = |sql: &str| -> Result<Option<NaiveDate>, StoreError> {
            let day: Option<i64> = self.connection.query_row(sql, [], |row| row.get(0))?;
            Ok(day.and_then(date_of))
        };
        let first = end("SELECT min(day) FROM transactions")?;
        Ok(first.zip(end("SELECT max(day) FROM transactions")?))
    }
}
