//! A query on a report: which part of it the rollups can answer.
//!
//! A term on what the report's rows are made of (`cat:` for a report of categories, `acct:` for one
//! of accounts, `currency:`) limits the rows; `date:` limits the period. Every other term selects
//! transactions: those that match are counted with all of their postings in the report's rows.

use std::collections::HashSet;

use domain::id::AccountId;
use domain::period::PeriodError;
use domain::query::{Condition, Query};
use domain::{Currency, CurrencyCode, Period};
use store::{Filter, Test, View};

use super::ReportError;
use crate::query;

/// What the rows of a report are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// Assets, liabilities and equity.
    Accounts,
    /// Income, expenses and savings.
    Categories,
}

/// A query, divided.
#[derive(Clone, Debug)]
pub(super) struct Selection {
    /// Accounts that rows must be in, or must not.
    accounts: Vec<(bool, HashSet<AccountId>)>,
    /// Currencies that amounts must be in, or must not.
    currencies: Vec<(bool, CurrencyCode)>,
    /// What the `date:` terms leave.
    period: Period,
    /// What only transactions can answer.
    pub(super) filter: Filter,
}

impl Selection {
    pub(super) fn of(view: View<'_>, query: &Query, rows: Rows) -> Result<Self, ReportError> {
        let looked_up = query::filter(view, query)?;
        let mut selection = Self {
            accounts: Vec::new(),
            currencies: Vec::new(),
            period: Period::ALWAYS,
            filter: Filter::default(),
        };
        for (term, (negated, test)) in query.terms.iter().zip(looked_up.tests) {
            let of_rows = match term.condition {
                Condition::Account(_) => rows == Rows::Accounts,
                Condition::Category(_) => rows == Rows::Categories,
                _ => false,
            };
            match test {
                Test::Accounts(ids) if of_rows => {
                    selection
                        .accounts
                        .push((negated, ids.into_iter().collect()));
                }
                Test::Currency(code) => selection.currencies.push((negated, code)),
                Test::Date(period) if !negated => {
                    selection.period = intersection(selection.period, period)?;
                }
                other => selection.filter.tests.push((negated, other)),
            }
        }
        Ok(selection)
    }

    /// The period asked for, by an option, by `date:` terms or by both; else the default.
    pub(super) fn period(
        &self,
        asked: Option<Period>,
        default: Period,
    ) -> Result<Period, PeriodError> {
        match asked {
            Some(asked) => intersection(asked, self.period),
            None if self.period == Period::ALWAYS => Ok(default),
            None => Ok(self.period),
        }
    }

    /// True when postings of this account in this currency count.
    pub(super) fn takes(&self, account: AccountId, currency: Currency) -> bool {
        self.takes_account(account) && self.takes_currency(currency)
    }

    /// True when postings of this account count.
    pub(super) fn takes_account(&self, account: AccountId) -> bool {
        self.accounts
            .iter()
            .all(|(negated, ids)| ids.contains(&account) != *negated)
    }

    /// True when amounts in this currency count.
    pub(super) fn takes_currency(&self, currency: Currency) -> bool {
        self.currencies
            .iter()
            .all(|(negated, code)| (currency.code == *code) != *negated)
    }

    /// True when all accounts count, so that their sums are whole.
    pub(super) fn takes_all_accounts(&self) -> bool {
        self.accounts.is_empty()
    }
}

fn intersection(one: Period, other: Period) -> Result<Period, PeriodError> {
    let from = one.from.max(other.from);
    let to = match (one.to, other.to) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    Period::between(from, to)
}
