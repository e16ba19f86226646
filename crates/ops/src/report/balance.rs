//! The balances of accounts on a day; today when none is given.
//!
//! A balance is signed as the account's register is: a debt is negative. Asset, liability and
//! equity accounts have one, also those that are closed.

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::{AccountKind, Currency, CurrencyCode, Money, Period};

use super::frame::Frame;
use super::selection::Rows;
use super::sheet::{Tally, round};
use super::{ReportError, Scope};
use crate::{Book, currency_lookup};

/// The balances of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountBalance {
    /// The full name.
    pub account: String,
    /// Its kind.
    pub kind: AccountKind,
    /// One for each currency on it; after a conversion, the converted one first.
    pub balances: Vec<Money>,
    /// True when it takes no new postings.
    pub closed: bool,
}

impl AccountBalance {
    /// True unless the account is closed and empty.
    pub fn is_in_use(&self) -> bool {
        !self.closed || self.balances.iter().any(|balance| !balance.is_zero())
    }
}

/// Balances on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceReport {
    /// The day.
    pub date: NaiveDate,
    /// Assets, liabilities, equity; inside a kind by name.
    pub accounts: Vec<AccountBalance>,
    /// The sums of what is owned and owed, for each currency: the net worth.
    pub totals: Vec<Money>,
    /// The currencies that should have been converted and were not.
    pub unconverted: Vec<CurrencyCode>,
}

impl Book {
    /// Tells the balances at the end of a day, `scope.period`'s last.
    pub fn report_balance(&self, scope: &Scope) -> Result<BalanceReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Accounts)?;
        let asked = frame.selection.period(scope.period, Period::ALWAYS)?;
        let date = asked.to.unwrap_or(self.today());
        let flows = frame.balances(date, |kind| !kind.is_category())?;
        let mut sums: Tally<(AccountId, Currency)> = Tally::new();
        let mut totals: Tally<Currency> = Tally::new();
        let groups = frame.grouped(&flows, |_| date)?;
        let sheets = groups.sheets(|group| {
            for flow in &group.flows {
                sums.add((flow.account, group.currency), flow.value)?;
                if frame
                    .kind(flow.account)
                    .is_some_and(AccountKind::is_holding)
                {
                    totals.add(group.currency, flow.value)?;
                }
            }
            Ok(())
        })?;
        let mut totals: Vec<Money> = totals
            .iter()
            .map(|(currency, sum)| round(sum, *currency))
            .collect::<Result<_, _>>()?;
        totals.sort_by_key(|total| (total.currency != frame.currency, total.currency));
        if totals.is_empty() {
            totals.push(Money::zero(frame.currency));
        }
        Ok(BalanceReport {
            date,
            accounts: accounts(&frame, &sums)?,
            totals,
            unconverted: sheets.unconverted,
        })
    }
}

fn accounts(
    frame: &Frame<'_>,
    sums: &Tally<(AccountId, Currency)>,
) -> Result<Vec<AccountBalance>, ReportError> {
    let mut rows = Vec::new();
    for account in frame.chart.iter().filter(|a| !a.kind.is_category()) {
        let own = account
            .currency
            .and_then(|code| currency_lookup::known(frame.view, code))
            .unwrap_or(frame.currency);
        if !frame.selection.takes(account.id, own) {
            continue;
        }
        let mut balances: Vec<Money> = sums
            .iter()
            .filter(|((id, _), _)| *id == account.id)
            .map(|((_, currency), sum)| round(sum, *currency))
            .collect::<Result<_, _>>()?;
        balances.sort_by_key(|money| (money.currency != frame.currency, money.currency));
        if balances.is_empty() {
            let shown = if frame.converts() {
                frame.currency
            } else {
                own
            };
            balances.push(Money::zero(shown));
        }
        rows.push(AccountBalance {
            account: frame.chart.path(account.id).to_owned(),
            kind: account.kind,
            balances,
            closed: account.closed,
        });
    }
    rows.sort_by(|a, b| (a.kind, &a.account).cmp(&(b.kind, &b.account)));
    Ok(rows)
}
