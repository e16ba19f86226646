//! Income, expense, saving and net of each month; of this year when no period is given.

use chrono::{Datelike as _, NaiveDate};
use domain::{AccountKind, Decimal, Money, Period};

use super::frame::{Frame, directed};
use super::months::months_between;
use super::selection::Rows;
use super::sheet::{Group, Tally};
use super::{ReportError, Scope, Sheets};
use crate::Book;

/// The totals of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthTotals {
    /// The first day of the month.
    pub month: NaiveDate,
    /// What came in.
    pub income: Money,
    /// What was spent, less refunds.
    pub expense: Money,
    /// What was put aside.
    pub saving: Money,
    /// Income less expense.
    pub net: Money,
}

/// The months of one currency and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monthly {
    /// Each month of the period, those without a transaction too.
    pub months: Vec<MonthTotals>,
    /// All months together; `month` is the first.
    pub total: MonthTotals,
}

/// A monthly summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthlyReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The figures.
    pub sheets: Sheets<Monthly>,
}

impl Book {
    /// Sums up each month of a period.
    pub fn report_monthly(&self, scope: &Scope) -> Result<MonthlyReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Categories)?;
        let period = frame
            .selection
            .period(scope.period, Period::year(self.today().year()))?;
        let (from, to) = frame.closed(period)?;
        let flows = frame.flows(period, AccountKind::is_category)?;
        let sheets = frame
            .grouped_by_month(&flows, to)?
            .sheets(|group| monthly(&frame, group, from, to))?;
        Ok(MonthlyReport { from, to, sheets })
    }
}

fn monthly(
    frame: &Frame<'_>,
    group: &Group,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Monthly, ReportError> {
    let mut by_month = Tally::new();
    let mut whole = Tally::new();
    for flow in &group.flows {
        if let Some(kind) = frame.kind(flow.account) {
            let value = directed(flow.value, kind);
            by_month.add((flow.month, kind), value)?;
            whole.add(kind, value)?;
        }
    }
    let row = |month: NaiveDate, of: &dyn Fn(AccountKind) -> Decimal| {
        let (income, expense) = (of(AccountKind::Income), of(AccountKind::Expense));
        let net = income.checked_sub(expense).ok_or(ReportError::Overflow)?;
        Ok::<_, ReportError>(MonthTotals {
            month,
            income: group.money(income)?,
            expense: group.money(expense)?,
            saving: group.money(of(AccountKind::Saving))?,
            net: group.money(net)?,
        })
    };
    let months = months_between(from, to)
        .into_iter()
        .map(|month| row(month, &|kind| by_month.get(&(month, kind))))
        .collect::<Result<_, _>>()?;
    let total = row(from, &|kind| whole.get(&kind))?;
    Ok(Monthly { months, total })
}
