//! Cash flow: what came into and left one's own accounts each month; this year by default.
//!
//! Transfers between own accounts (assets, liabilities) are no flow: what counts is the other side
//! of each transaction, so income came in, expenses and savings went out. What entered in other
//! ways (opening balances, exchange between currencies) is told apart as `other`; in each currency
//! `net + other` is the change of all own accounts together.

use chrono::{Datelike as _, NaiveDate};
use domain::{AccountKind, Money, Period};

use super::frame::{Frame, directed};
use super::months::months_between;
use super::selection::Rows;
use super::sheet::{Group, Tally};
use super::{ReportError, Scope, Sheets};
use crate::Book;

/// The flows of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CashFlowMonth {
    /// The first day of the month.
    pub month: NaiveDate,
    /// What came in.
    pub inflow: Money,
    /// What went out, less refunds.
    pub outflow: Money,
    /// In less out.
    pub net: Money,
    /// What changed the accounts besides: opening balances, exchange between currencies.
    pub other: Money,
}

/// The months of one currency and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashFlow {
    /// Each month of the period.
    pub months: Vec<CashFlowMonth>,
    /// All months together; `month` is the first.
    pub total: CashFlowMonth,
}

/// Cash flow by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashFlowReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The figures.
    pub sheets: Sheets<CashFlow>,
}

/// What a flow is, seen from one's own accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    In,
    Out,
    Other,
}

impl Book {
    /// Tells what came in and went out in each month of a period.
    pub fn report_cashflow(&self, scope: &Scope) -> Result<CashFlowReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Categories)?;
        let period = frame
            .selection
            .period(scope.period, Period::year(self.today().year()))?;
        let (from, to) = frame.closed(period)?;
        // Limited to some categories, what else happened to the accounts is not asked for.
        let all = frame.selection.takes_all_accounts();
        let flows = frame.flows(period, |kind| all || kind.is_category())?;
        let sheets = frame
            .grouped_by_month(&flows, to)?
            .sheets(|group| cashflow(&frame, group, from, to))?;
        Ok(CashFlowReport { from, to, sheets })
    }
}

fn cashflow(
    frame: &Frame<'_>,
    group: &Group,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<CashFlow, ReportError> {
    let mut by_month = Tally::new();
    let mut whole = Tally::new();
    for flow in &group.flows {
        let Some(kind) = frame.kind(flow.account) else {
            continue;
        };
        let mut add = |side, value| {
            by_month.add((flow.month, side), value)?;
            whole.add(side, value)
        };
        // `other` is the change of own accounts less income, plus expenses and savings; equity
        // cancels out against the change that it caused.
        match kind {
            AccountKind::Asset | AccountKind::Liability => add(Side::Other, flow.value)?,
            AccountKind::Equity => {}
            AccountKind::Income => {
                add(Side::In, directed(flow.value, kind))?;
                add(Side::Other, flow.value)?;
            }
            AccountKind::Expense | AccountKind::Saving => {
                add(Side::Out, flow.value)?;
                add(Side::Other, flow.value)?;
            }
        }
    }
    let all = frame.selection.takes_all_accounts();
    let row = |month: NaiveDate, of: &dyn Fn(Side) -> domain::Decimal| {
        let (inflow, outflow) = (of(Side::In), of(Side::Out));
        let net = inflow.checked_sub(outflow).ok_or(ReportError::Overflow)?;
        Ok::<_, ReportError>(CashFlowMonth {
            month,
            inflow: group.money(inflow)?,
            outflow: group.money(outflow)?,
            net: group.money(net)?,
            other: group.money(if all {
                of(Side::Other)
            } else {
                domain::Decimal::ZERO
            })?,
        })
    };
    let months = months_between(from, to)
        .into_iter()
        .map(|month| row(month, &|side| by_month.get(&(month, side))))
        .collect::<Result<_, _>>()?;
    let total = row(from, &|side| whole.get(&side))?;
    Ok(CashFlow { months, total })
}
