//! Net worth at the end of each month; the last twelve months by default.
//!
//! The last point is that of today (or of the period's end), so it equals the balance report's.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::{AccountKind, Currency, Money, Period};

use super::frame::{Flow, Frame, directed};
use super::months::{end_of_month, last_months, months_between};
use super::selection::Rows;
use super::sheet::{Group, Tally};
use super::{ReportError, Scope, Sheets};
use crate::Book;

/// What was owned and owed at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetWorthPoint {
    /// The first day of the month.
    pub month: NaiveDate,
    /// The day that the figures are of.
    pub date: NaiveDate,
    /// What was owned.
    pub assets: Money,
    /// What was owed.
    pub liabilities: Money,
    /// Assets less liabilities.
    pub net_worth: Money,
}

/// The points of one currency.
pub type NetWorth = Vec<NetWorthPoint>;

/// Net worth over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetWorthReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The figures.
    pub sheets: Sheets<NetWorth>,
}

impl Book {
    /// Tells the net worth at the end of each month of a period.
    pub fn report_networth(&self, scope: &Scope) -> Result<NetWorthReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Accounts)?;
        let default = Period {
            to: Some(self.today()),
            ..last_months(self.today(), 11)
        };
        let period = frame.selection.period(scope.period, default)?;
        let (from, to) = frame.closed(period)?;
        let months = months_between(from, to);
        let until = Period {
            from: None,
            to: Some(to),
        };
        let flows = frame.flows(until, AccountKind::is_holding)?;
        let balances = cumulated(flows, &months)?;
        let sheets = frame
            .grouped_by_month(&balances, to)?
            .sheets(|group| points(&frame, group, &months, to))?;
        Ok(NetWorthReport { from, to, sheets })
    }
}

/// Turns what flowed in each month into what there was at the end of it.
fn cumulated(mut flows: Vec<Flow>, months: &[NaiveDate]) -> Result<Vec<Flow>, ReportError> {
    flows.sort_by_key(|flow| flow.month);
    let mut running: BTreeMap<(AccountId, Currency), Money> = BTreeMap::new();
    let mut coming = flows.into_iter().peekable();
    let mut balances = Vec::new();
    for &month in months {
        while let Some(flow) = coming.next_if(|flow| flow.month <= month) {
            let balance = running
                .entry((flow.account, flow.amount.currency))
                .or_insert(Money::zero(flow.amount.currency));
            *balance = balance
                .checked_add(flow.amount)
                .map_err(|_| ReportError::Overflow)?;
        }
        let held = running.iter().filter(|(_, balance)| !balance.is_zero());
        balances.extend(held.map(|((account, _), balance)| Flow {
            account: *account,
            month,
            amount: *balance,
        }));
    }
    Ok(balances)
}

fn points(
    frame: &Frame<'_>,
    group: &Group,
    months: &[NaiveDate],
    to: NaiveDate,
) -> Result<NetWorth, ReportError> {
    let mut sums = Tally::new();
    for flow in &group.flows {
        if let Some(kind) = frame.kind(flow.account) {
            sums.add((flow.month, kind), directed(flow.value, kind))?;
        }
    }
    let point = |month: NaiveDate| {
        let assets = sums.get(&(month, AccountKind::Asset));
        let liabilities = sums.get(&(month, AccountKind::Liability));
        let net = assets
            .checked_sub(liabilities)
            .ok_or(ReportError::Overflow)?;
        Ok(NetWorthPoint {
            month,
            date: end_of_month(month).min(to),
            assets: group.money(assets)?,
            liabilities: group.money(liabilities)?,
            net_worth: group.money(net)?,
        })
    };
    months.iter().map(|&month| point(month)).collect()
}
