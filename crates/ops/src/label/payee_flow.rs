//! What came from payees and went to them in one month, as the categories saw it.
//!
//! One month is one question, so that a face can show the current one before the past and let other
//! questions come between. Transfers between one's own accounts are no flow.

use std::collections::HashMap;

use domain::id::{AccountId, PayeeId};
use domain::{Money, NaiveDate, Period};
use store::StoreError;

use crate::Book;

/// What flowed with each payee: one amount for each currency that moved, what was spent below zero.
pub type FlowsOfPayees = HashMap<PayeeId, Vec<Money>>;

impl Book {
    /// What flowed with each payee in the month of a day; payees without any are missing. It reads
    /// the postings of the categories in that month, and nothing else.
    pub fn flows_of_payees(&self, day: NaiveDate) -> Result<FlowsOfPayees, StoreError> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let chart = view.chart()?;
        let categories = chart.iter().filter(|account| account.kind.is_category());
        let categories: Vec<AccountId> = categories.map(|account| account.id).collect();
        let mut flows = FlowsOfPayees::new();
        for sum in view.payee_sums(&categories, Period::month_of(day))? {
            let Some(payee) = sum.payee.filter(|_| !sum.amount.is_zero()) else {
                continue;
            };
            // What a category takes, the person gives.
            let amount = sum.amount.checked_neg();
            let amount = amount.map_err(|_| StoreError::Overflow)?;
            flows.entry(payee).or_default().push(amount);
        }
        for amounts in flows.values_mut() {
            amounts.sort_by_key(|amount| amount.currency.code);
        }
        Ok(flows)
    }
}
