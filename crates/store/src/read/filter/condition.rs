//! A filter as SQL about one transaction, the row `t`.

use std::fmt::Write as _;

use domain::id::{AccountId, PayeeId, TagId};
use domain::query::{Bound, Range};
use domain::{Currency, Decimal, Period};
use rusqlite::types::Value;
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive as _;

use super::{Filter, Test};
use crate::StoreError;
use crate::calendar::day_number;
use crate::read::View;
use crate::record::transaction::{RECONCILED, status_in_file};

/// The source of what was typed, which is not written into the file.
const MANUAL: &str = "manual";

/// SQL and its parameters.
pub(crate) struct Condition {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Condition {
    /// A text to which tests are added.
    pub(crate) fn begin(sql: &str) -> Self {
        Self {
            sql: sql.to_owned(),
            values: Vec::new(),
        }
    }

    /// What `t` must pass.
    pub(crate) fn of(filter: &Filter, view: &View<'_>) -> Result<Self, StoreError> {
        let mut condition = Self::begin("1");
        for (negated, test) in &filter.tests {
            condition.and(*negated, test, view)?;
        }
        Ok(condition)
    }

    /// Adds a test of `t`.
    pub(super) fn and(
        &mut self,
        negated: bool,
        test: &Test,
        view: &View<'_>,
    ) -> Result<(), StoreError> {
        let and = if negated { " AND NOT (" } else { " AND (" };
        self.sql.push_str(and);
        match test {
            Test::Text(text) => {
                self.payees(&view.payees_containing(text)?);
                self.sql.push_str(" OR ");
                self.memo(text);
            }
            Test::Payee(text) => self.payees(&view.payees_containing(text)?),
            Test::Payees(payees) => self.payees(payees),
            Test::Memo(text) => self.memo(text),
            Test::Date(period) => self.days("t", *period),
            Test::Status(status) => {
                self.sql.push_str("t.status = ");
                self.value(status_in_file(*status));
            }
            Test::Source(prefix) => self.source(prefix),
            Test::Tags(tags) => {
                self.sql.push_str(
                    "EXISTS (SELECT 1 FROM transaction_tags g WHERE g.transaction_id = t.id AND ",
                );
                self.tags(tags);
                self.sql.push(')');
            }
            Test::Accounts(_) | Test::Amount(_) | Test::Reconciled | Test::Currency(_) => {
                self.sql.push_str(
                    "EXISTS (SELECT 1 FROM postings p WHERE p.transaction_id = t.id AND ",
                );
                // The plus keeps SQLite from walking an account's whole index for each transaction.
                self.posting(test, "+p.account", view);
                self.sql.push(')');
            }
        }
        self.sql.push(')');
        Ok(())
    }

    /// What a posting `p` must pass; nothing else is tested.
    pub(super) fn posting(&mut self, test: &Test, account: &str, view: &View<'_>) {
        self.sql.push('(');
        match test {
            Test::Accounts(accounts) => self.accounts(account, accounts),
            Test::Amount(range) => self.amount(range, view),
            Test::Reconciled => {
                self.sql.push_str("p.mark = ");
                self.value(RECONCILED);
            }
            Test::Currency(code) => {
                self.sql
                    .push_str("p.currency = (SELECT id FROM currencies WHERE code = ");
                self.value(code.as_str().to_owned());
                self.sql.push(')');
            }
            _ => self.sql.push('1'),
        }
        self.sql.push(')');
    }

    /// What a row `g` that tags a transaction must pass.
    pub(super) fn tags(&mut self, tags: &[TagId]) {
        self.sql.push_str("g.tag IN ");
        self.list(tags.iter().map(|tag| tag.raw()));
    }

    fn payees(&mut self, payees: &[PayeeId]) {
        // Never null, or its contrary would be null as well.
        self.sql.push_str("t.payee IS NOT NULL AND t.payee IN ");
        self.list(payees.iter().map(|payee| payee.raw()));
    }

    fn memo(&mut self, text: &str) {
        self.sql
            .push_str("t.memo IS NOT NULL AND folded_contains(t.memo, ");
        self.value(text.to_owned());
        self.sql.push(')');
    }

    fn accounts(&mut self, column: &str, accounts: &[AccountId]) {
        _ = write!(self.sql, "{column} IN ");
        self.list(accounts.iter().map(|account| account.raw()));
    }

    fn source(&mut self, prefix: &str) {
        if MANUAL.starts_with(prefix) {
            self.sql.push_str("t.source IS NULL OR ");
        }
        self.sql
            .push_str("t.source IS NOT NULL AND substr(t.source, 1, ");
        self.value(i64::try_from(prefix.chars().count()).unwrap_or(i64::MAX));
        self.sql.push_str(") = ");
        self.value(prefix.to_owned());
    }

    /// Sizes are compared as whole minor units, with bounds of their own for each currency.
    fn amount(&mut self, range: &Range, view: &View<'_>) {
        let currencies = view.currencies.borrow();
        let sizes = |&(id, currency): &(i64, Currency)| {
            Some((id, Sizes::of(range, u32::from(currency.exponent))?))
        };
        let sizes: Vec<(i64, Sizes)> = currencies.entries().iter().filter_map(sizes).collect();
        let Some(least) = sizes.iter().map(|(_, sizes)| sizes.least).min() else {
            return self.sql.push('0');
        };
        // One glance at what is too small in every currency; with an upper end it is no gain.
        let glance = range.most.is_none().then_some(least);
        if let Some(least) = glance {
            _ = write!(self.sql, "abs(p.amount) >= {least} AND ");
        }
        self.sql.push_str("CASE p.currency");
        for (id, Sizes { least, most }) in sizes {
            if glance == Some(least) {
                _ = write!(self.sql, " WHEN {id} THEN 1");
            } else {
                let size = format!("abs(p.amount) BETWEEN {least} AND {most}");
                _ = write!(self.sql, " WHEN {id} THEN {size}");
            }
        }
        self.sql.push_str(" ELSE 0 END");
    }

    /// The days of the rows `row` that lie in a period.
    pub(crate) fn days(&mut self, row: &str, period: Period) {
        self.sql.push('1');
        for (bound, sign) in [(period.from, ">="), (period.to, "<=")] {
            if let Some(day) = bound {
                _ = write!(self.sql, " AND {row}.day {sign} ");
                self.value(day_number(day));
            }
        }
    }

    pub(crate) fn value(&mut self, value: impl Into<Value>) {
        self.values.push(value.into());
        _ = write!(self.sql, "?{}", self.values.len());
    }

    /// A list of our own numbers: no parameters, of which SQLite has a limited number.
    pub(crate) fn list(&mut self, numbers: impl Iterator<Item = i64>) {
        let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
        _ = write!(self.sql, "({})", numbers.join(","));
    }
}

/// The sizes of one currency that lie in a range.
struct Sizes {
    least: i64,
    most: i64,
}

impl Sizes {
    /// None when no amount is as large as that.
    fn of(range: &Range, exponent: u32) -> Option<Self> {
        let up = RoundingStrategy::ToPositiveInfinity;
        let least = match range.least {
            Some(bound) => minor_bound(bound, exponent, up, 1)?,
            None => 0,
        };
        let down = RoundingStrategy::ToNegativeInfinity;
        let most = |bound| minor_bound(bound, exponent, down, -1);
        Some(Self {
            least,
            most: range.most.and_then(most).unwrap_or(i64::MAX),
        })
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
