//! The trend of a category: what it and all inside it took each month; twelve months by default.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::account::Wanted;
use domain::id::AccountId;
use domain::{AccountKind, Decimal, Money};

use super::frame::{Frame, directed};
use super::months::{last_months, months_between};
use super::selection::Rows;
use super::sheet::{Group, Tally};
use super::{ReportError, Scope, Sheets};
use crate::Book;

/// What a category took in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrendMonth {
    /// The first day of the month.
    pub month: NaiveDate,
    /// What it took, positive in the direction of its kind.
    pub total: Money,
}

/// The months of one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Each month of the period.
    pub months: Vec<TrendMonth>,
    /// All months together.
    pub total: Money,
    /// The total divided by the number of months, rounded half to even.
    pub average: Money,
}

/// The trend of a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendReport {
    /// The full name of the category.
    pub category: String,
    /// Its kind.
    pub kind: AccountKind,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The figures.
    pub sheets: Sheets<Trend>,
}

impl Book {
    /// Follows a category, given by its name, through the months of a period.
    pub fn report_trend(&self, category: &str, scope: &Scope) -> Result<TrendReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Categories)?;
        let root = frame.chart.resolve(category, Wanted::Category)?;
        let inside: HashSet<AccountId> = frame.chart.subtree(root.id).into_iter().collect();
        let period = frame
            .selection
            .period(scope.period, last_months(self.today(), 11))?;
        let (from, to) = frame.closed(period)?;
        let mut flows = frame.flows(period, |kind| kind == root.kind)?;
        flows.retain(|flow| inside.contains(&flow.account));
        let sheets = frame
            .grouped_by_month(&flows, to)?
            .sheets(|group| trend(group, root.kind, &months_between(from, to)))?;
        Ok(TrendReport {
            category: frame.chart.path(root.id).to_owned(),
            kind: root.kind,
            from,
            to,
            sheets,
        })
    }
}

fn trend(group: &Group, kind: AccountKind, months: &[NaiveDate]) -> Result<Trend, ReportError> {
    let mut sums = Tally::new();
    let mut total = Decimal::ZERO;
    for flow in &group.flows {
        let value = directed(flow.value, kind);
        sums.add(flow.month, value)?;
        total = total.checked_add(value).ok_or(ReportError::Overflow)?;
    }
    let average = total
        .checked_div(Decimal::from(months.len().max(1)))
        .ok_or(ReportError::Overflow)?;
    Ok(Trend {
        months: months
            .iter()
            .map(|&month| {
                Ok(TrendMonth {
                    month,
                    total: group.money(sums.get(&month))?,
                })
            })
            .collect::<Result<_, ReportError>>()?,
        total: group.money(total)?,
        average: group.money(average)?,
    })
}
