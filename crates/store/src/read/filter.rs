//! Which transactions: a query whose names have been looked up, as SQL.

use std::fmt::Write as _;

use domain::id::{AccountId, PayeeId, TagId};
use domain::query::{Bound, Range};
use domain::{CurrencyCode, Period, Status};
use rusqlite::types::Value;

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

/// The condition on `transactions AS t` and its parameters.
pub(crate) struct Condition {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Condition {
    pub(crate) fn of(filter: &Filter, view: &View<'_>) -> Result<Self, StoreError> {
        let mut condition = Self {
            sql: "1".to_owned(),
            values: Vec::new(),
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
            Test::Amount(range) => self.amount(range),
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
        if view.postings_of(accounts)? < FEW_POSTINGS {
            self.sql
                .push_str("t.id IN (SELECT p.transaction_id FROM postings p WHERE p.account IN ");
        } else {
            self.posting("p.account IN ");
        }
        self.list(accounts.iter().map(|account| account.raw()));
        self.sql.push(')');
        Ok(())
    }

    /// Sizes are compared as whole minor units: `abs(amount) >= size * 10^exponent`.
    fn amount(&mut self, range: &Range) {
        self.sql.push_str(
            "EXISTS (SELECT 1 FROM postings p JOIN currencies c ON c.id = p.currency \
             WHERE p.transaction_id = t.id",
        );
        if let Some(least) = range.least {
            self.bound(least, if least.included { ">=" } else { ">" });
        }
        if let Some(most) = range.most {
            self.bound(most, if most.included { "<=" } else { "<" });
        }
        self.sql.push(')');
    }

    fn bound(&mut self, bound: Bound, operator: &str) {
        self.sql
            .push_str(" AND compare_minor(abs(p.amount), c.exponent, ");
        self.value(bound.size.to_string());
        let _ = write!(self.sql, ") {operator} 0");
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
