//! The register of an account or category: its postings by day, each with the balance after it.
//!
//! The balance is the true one: it begins with all that lies before the period, and a query hides
//! rows without taking them out of it. The register of an account with others inside it holds
//! theirs too. Rows are visited one by one, so a million need the memory of one.

mod balances;
mod plan;

use std::collections::HashMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::id::{PayeeId, TransactionId};
use domain::{AccountKind, CurrencyCode, Money, Payee};
use store::{Order, StoreError, View};

use super::{ReportError, Scope};
use crate::Book;

use plan::{Plan, Start};

/// A register as asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterReport {
    /// The name of the account or category.
    pub account: String,
    /// Only the last so many rows.
    pub limit: Option<u64>,
    /// Which days and transactions, and what to convert into.
    pub scope: Scope,
}

/// What is known before the first row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterHead {
    /// The full name of the account.
    pub account: String,
    /// Its kind.
    pub kind: AccountKind,
    /// The balances before the first row, one for each currency that has one.
    pub opening: Vec<Money>,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterLine<'a> {
    /// The day.
    pub date: NaiveDate,
    /// The transaction.
    pub id: TransactionId,
    /// The account of the posting: the one asked for, or one inside it.
    pub account: &'a str,
    /// With whom.
    pub payee: Option<&'a str>,
    /// The transaction's note.
    pub memo: &'a str,
    /// What flowed into the account.
    pub amount: Money,
    /// The balance after it, in the currency of the amount.
    pub balance: Money,
}

impl Book {
    /// Visits the rows of a register, the oldest first, after its head.
    ///
    /// With a currency to convert into, each row's amount and the whole balance are valued on the
    /// row's day; the answer names the currencies for which some day had no price.
    pub fn report_register<E: From<ReportError> + From<StoreError>>(
        &self,
        request: &RegisterReport,
        head: impl FnOnce(&RegisterHead) -> Result<(), E>,
        mut row: impl FnMut(&RegisterLine<'_>) -> Result<(), E>,
    ) -> Result<Vec<CurrencyCode>, E> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let plan = Plan::of(self, request)?;
        let Plan { frame, query, .. } = &plan;
        let (mut balances, start) = plan.start(request.limit)?;
        head(&RegisterHead {
            account: frame.chart.path(plan.root).to_owned(),
            kind: plan.kind,
            opening: balances.all(),
        })?;
        let Start::At(start) = start else {
            return Ok(Vec::new());
        };
        let mut payees = PayeeNames::default();
        view.register_postings::<E>(query, Order::OldestFirst, start, |posting| {
            balances.add(posting.amount)?;
            if plan.shows(&posting) {
                let (amount, balance) = balances.valued(frame, &posting)?;
                row(&RegisterLine {
                    date: posting.date,
                    id: posting.transaction,
                    account: frame.chart.path(posting.account),
                    payee: payees.name(view, posting.payee)?,
                    memo: &posting.memo,
                    amount,
                    balance,
                })?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(balances.unconverted.into_iter().collect())
    }
}

/// Names of payees, each looked up once.
#[derive(Default)]
struct PayeeNames(HashMap<PayeeId, String>);

impl PayeeNames {
    fn name(&mut self, view: View<'_>, payee: Option<PayeeId>) -> Result<Option<&str>, StoreError> {
        let Some(id) = payee else {
            return Ok(None);
        };
        if !self.0.contains_key(&id)
            && let Some(payee) = view.get::<Payee>(id.raw())?
        {
            self.0.insert(id, payee.name);
        }
        Ok(self.0.get(&id).map(String::as_str))
    }
}
