//! Which transactions: a query whose names have been looked up, as SQL.

use std::fmt::Write as _;

use domain::id::{AccountId, PayeeId, TagId};
use domain::query::{Bound, Range};
use domain::{CurrencyCode, Decimal, Period, Status};
use rusqlite::types::Value;
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive as _;

use super::View;
use crate::StoreError;
use crate::calendar::day_number;
use crate::record::transaction::{RECONCILED, status_in_file};

/// Tests that a transaction must all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The tests; `true` means that the test must fail.
    pub tests: Vec<(bool, Test)>,
}

/// One test of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Payee or memo contain this folded text.
    Text(String),
    /// The payee's folded name contains this.
    Payee(String),
    /// It has one of these payees.
    Payees(Vec<PayeeId>),
    /// The folded memo contains this.
    Memo(String),
    /// A posting is in one of these accounts.
    Accounts(Vec<AccountId>),
    /// The size of a posting lies in this range.
    Amount(Range),
    /// The day lies in this period.
    Date(Period),
    /// It has one of these tags.
    Tags(Vec<TagId>),
    /// It has this status.
    Status(Status),
    /// A posting was reconciled.
    Reconciled,
    /// Its source begins so.
    Source(String),
    /// A posting is in this currency.
    Currency(CurrencyCode),
}

impl Filter {
    /// True when everything passes.
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// Adds a test that must pass.
    pub fn and(&mut self, test: Test) {
        self.tests.push((false, test));
    }
}

/// Accounts with fewer postings than this are looked up first; others are tested row by row,
/// newest first, which finds a window sooner.
const FEW_POSTINGS: i64 = 20_000;

/// How many of the transactions that pass are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The first few, in the order of their days.
    Window,
    /// Every one, as for counting: what can be looked up at once is.
    All,
}

/// The condition on `transactions AS t` and its parameters.
pub(crate) struct Condition {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
    reach: Reach,
}

impl Condition {
    pub(crate) fn of(filter: &Filter, reach: Reach, view: &View<'_>) -> Result<Self, StoreError> {
        let mut condition = Self {
            sql: "1".to_owned(),
            values: Vec::new(),
            reach,
        };
        for (negated, test) in &filter.tests {
            condition
                .sql
                .push_str(if *negated { " AND NOT (" } else { " AND (" });
            condition.add(test, view)?;
            condition.sql.push(')');
        }
        Ok(condition)
    }

    fn add(&mut self, test: &Test, view: &View<'_>) -> Result<(), StoreError> {
        match test {
            Test::Text(text) => {
                self.payees(&view.payees_containing(text)?);
                self.sql.push_str(" OR ");
                self.memo(text);
            }
            Test::Payee(text) => self.payees(&view.payees_containing(text)?),
            Test::Payees(payees) => self.payees(payees),
            Test::Memo(text) => self.memo(text),
            Test::Accounts(accounts) => self.accounts(accounts, view)?,
            Test::Amount(range) => self.amount(range, view),
            Test::Date(period) => self.date(*period),
            Test::Tags(tags) => {
                self.sql
                    .push_str("t.id IN (SELECT transaction_id FROM transaction_tags WHERE tag IN ");
                self.list(tags.iter().map(|tag| tag.raw()));
                self.sql.push(')');
            }
            Test::Status(status) => {
                self.sql.push_str("t.status = ");
                self.value(status_in_file(*status));
            }
            Test::Reconciled => {
                self.posting("p.mark = ");
                self.value(RECONCILED);
                self.sql.push(')');
            }
            Test::Source(prefix) => {
                self.sql.push_str("substr(ifnull(t.source, 'manual'), 1, ");
                self.value(i64::try_from(prefix.chars().count()).unwrap_or(i64::MAX));
                self.sql.push_str(") = ");
                self.value(prefix.clone());
            }
            Test::Currency(code) => {
                self.posting("p.currency = (SELECT id FROM currencies WHERE code = ");
                self.value(code.as_str().to_owned());
                self.sql.push_str("))");
            }
        }
        Ok(())
    }

    fn payees(&mut self, payees: &[PayeeId]) {
        self.sql.push_str("ifnull(t.payee IN ");
        self.list(payees.iter().map(|payee| payee.raw()));
        self.sql.push_str(", 0)");
    }

    fn memo(&mut self, text: &str) {
        self.sql
            .push_str("t.memo IS NOT NULL AND folded_contains(t.memo, ");
        self.value(text.to_owned());
        self.sql.push(')');
    }

    fn accounts(&mut self, accounts: &[AccountId], view: &View<'_>) -> Result<(), StoreError> {
        if self.reach == Reach::All || view.postings_of(accounts)? < FEW_POSTINGS {
            self.sql
                .push_str("t.id IN (SELECT p.transaction_id FROM postings p WHERE p.account IN ");
        } else {
            // The plus keeps SQLite from walking the account's whole index for each transaction.
            self.posting("+p.account IN ");
        }
        self.list(accounts.iter().map(|account| account.raw()));
        self.sql.push(')');
        Ok(())
    }

    /// Sizes are compared as whole minor units, with bounds of their own for each currency.
    fn amount(&mut self, range: &Range, view: &View<'_>) {
        let inside = match self.reach {
            Reach::All => "t.id IN (SELECT p.transaction_id FROM postings p WHERE 0",
            Reach::Window => {
                "EXISTS (SELECT 1 FROM postings p WHERE p.transaction_id = t.id AND (0"
            }
        };
        self.sql.push_str(inside);
        for &(id, currency) in view.currencies.borrow().entries() {
            let _ = write!(self.sql, " OR (p.currency = {id}");
            let exponent = u32::from(currency.exponent);
            if let Some(least) = range.least {
                match minor_bound(least, exponent, RoundingStrategy::ToPositiveInfinity, 1) {
                    Some(least) => _ = write!(self.sql, " AND abs(p.amount) >= {least}"),
                    // No amount is as large as that.
                    None => self.sql.push_str(" AND 0"),
                }
            }
            let largest =
                |most| minor_bound(most, exponent, RoundingStrategy::ToNegativeInfinity, -1);
            if let Some(most) = range.most.and_then(largest) {
                let _ = write!(self.sql, " AND abs(p.amount) <= {most}");
            }
            self.sql.push(')');
        }
        let end = if self.reach == Reach::All { ")" } else { "))" };
        self.sql.push_str(end);
    }

    fn date(&mut self, period: Period) {
        self.sql.push('1');
        if let Some(from) = period.from {
            self.sql.push_str(" AND t.day >= ");
            self.value(day_number(from));
        }
        if let Some(to) = period.to {
            self.sql.push_str(" AND t.day <= ");
            self.value(day_number(to));
        }
    }

    fn posting(&mut self, test: &str) {
        self.sql
            .push_str("EXISTS (SELECT 1 FROM postings p WHERE p.transaction_id = t.id AND ");
        self.sql.push_str(test);
    }

    fn value(&mut self, value: impl Into<Value>) {
        self.values.push(value.into());
        let _ = write!(self.sql, "?{}", self.values.len());
    }

    /// A list of our own numbers: no parameters, of which SQLite has a limited number.
    fn list(&mut self, numbers: impl Iterator<Item = i64>) {
        let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
        let _ = write!(self.sql, "({})", numbers.join(","));
    }
}

/// The least or the largest number of minor units that a bound lets through; `inwards` is the step
/// away from a bound that does not belong to its range. None is larger than every amount.
fn minor_bound(
    bound: Bound,
    exponent: u32,
    rounding: RoundingStrategy,
    inwards: i64,
) -> Option<i64> {
    let scale = Decimal::from(10_u64.checked_pow(exponent)?);
    let exact = bound.size.checked_mul(scale)?;
    let whole = exact.round_dp_with_strategy(0, rounding);
    let minor = whole.to_i64()?;
    if whole == exact && !bound.included {
        minor.checked_add(inwards)
    } else {
        Some(minor)
    }
}
