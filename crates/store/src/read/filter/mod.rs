//! Which transactions: a query whose names have been looked up.
//!
//! `condition` is a filter as SQL about one row, for the first rows of a list; `matching` finds all
//! that pass at once, as a set of ids, for counting and for what lies far away. Both must say the
//! same of every transaction; a law in the store's tests holds them against a third opinion.

mod condition;
mod id_set;
mod matching;

use domain::id::{AccountId, PayeeId, TagId};
use domain::query::Range;
use domain::{CurrencyCode, Period, Status};

pub(crate) use condition::Condition;
pub(crate) use id_set::register_function;
pub(crate) use matching::{Matching, count_of_rows};

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

    /// The days that can pass.
    pub(crate) fn period(&self) -> Period {
        let mut all = Period::ALWAYS;
        for (negated, test) in &self.tests {
            if let (false, Test::Date(period)) = (negated, test) {
                all.from = all.from.max(period.from);
                all.to = match (all.to, period.to) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
            }
        }
        all
    }
}
