//! Running balances: one for each currency, or all of them converted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{Currency, CurrencyCode, Decimal, Money, Period};
use store::RegisterPosting;

use super::plan::Plan;
use crate::report::ReportError;
use crate::report::frame::Frame;
use crate::report::sheet::round;

/// Running balances, by currency.
#[derive(Default)]
pub(super) struct Balances {
    pub(super) sums: BTreeMap<Currency, i64>,
    pub(super) unconverted: BTreeSet<CurrencyCode>,
}

impl Balances {
    /// The balances at the end of a day, or of all days, from the rollups.
    pub(super) fn until(plan: &Plan<'_>, to: Option<NaiveDate>) -> Result<Self, ReportError> {
        let mut balances = Self::default();
        for sum in plan.frame.view.totals(Period { from: None, to })? {
            if plan.query.accounts.contains(&sum.account) {
                balances.add(sum.amount)?;
            }
        }
        Ok(balances)
    }

    pub(super) fn add(&mut self, amount: Money) -> Result<(), ReportError> {
        let sum = self.sums.entry(amount.currency).or_default();
        *sum = sum.checked_add(amount.minor).ok_or(ReportError::Overflow)?;
        Ok(())
    }

    pub(super) fn all(&self) -> Vec<Money> {
        let held = self.sums.iter().filter(|(_, sum)| **sum != 0);
        held.map(|(currency, sum)| Money::new(*sum, *currency))
            .collect()
    }

    /// A posting's amount and the balance after it, as they are shown.
    pub(super) fn valued(
        &mut self,
        frame: &Frame<'_>,
        posting: &RegisterPosting,
    ) -> Result<(Money, Money), ReportError> {
        let currency = posting.amount.currency;
        let own = Money::new(self.sums.get(&currency).copied().unwrap_or(0), currency);
        if !frame.converts() {
            return Ok((posting.amount, own));
        }
        let mut balance = Decimal::ZERO;
        for money in self.all() {
            match frame.converted(money, posting.date)? {
                Some(value) => {
                    balance = balance.checked_add(value).ok_or(ReportError::Overflow)?;
                }
                None => {
                    self.unconverted.insert(money.currency.code);
                }
            }
        }
        if let Some(amount) = frame.converted(posting.amount, posting.date)? {
            let amount = round(amount, frame.currency)?;
            return Ok((amount, round(balance, frame.currency)?));
        }
        self.unconverted.insert(currency.code);
        Ok((posting.amount, own))
    }
}
