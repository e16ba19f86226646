//! The income statement: what came in, what was spent, what was put aside; this year by default.

use chrono::{Datelike as _, NaiveDate};
use domain::id::AccountId;
use domain::{AccountKind, Money, Period};

use super::frame::{Frame, directed};
use super::selection::Rows;
use super::sheet::{Group, Line, Tally};
use super::{ReportError, Scope, Sheets};
use crate::Book;

/// An income statement in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomeStatement {
    /// Categories of income with what came in, the largest first.
    pub income: Vec<Line>,
    /// Categories of expense with what was spent.
    pub expense: Vec<Line>,
    /// Categories of saving with what was put aside.
    pub saving: Vec<Line>,
    /// All income.
    pub total_income: Money,
    /// All expenses.
    pub total_expense: Money,
    /// All savings.
    pub total_saving: Money,
    /// Income less expenses.
    pub net: Money,
}

/// An income statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomeReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The figures.
    pub sheets: Sheets<IncomeStatement>,
}

impl Book {
    /// Draws up the income statement of a period.
    pub fn report_income(&self, scope: &Scope) -> Result<IncomeReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Categories)?;
        let period = frame
            .selection
            .period(scope.period, Period::year(self.today().year()))?;
        let (from, to) = frame.closed(period)?;
        let flows = frame.flows(period, AccountKind::is_category)?;
        let sheets = frame
            .grouped_by_month(&flows, to)?
            .sheets(|group| statement(&frame, group))?;
        Ok(IncomeReport { from, to, sheets })
    }
}

fn statement(frame: &Frame<'_>, group: &Group) -> Result<IncomeStatement, ReportError> {
    let mut accounts: Tally<AccountId> = Tally::new();
    let mut kinds: Tally<AccountKind> = Tally::new();
    for flow in &group.flows {
        if let Some(kind) = frame.kind(flow.account) {
            let value = directed(flow.value, kind);
            accounts.add(flow.account, value)?;
            kinds.add(kind, value)?;
        }
    }
    let (income, expense) = (
        kinds.get(&AccountKind::Income),
        kinds.get(&AccountKind::Expense),
    );
    let net = income.checked_sub(expense).ok_or(ReportError::Overflow)?;
    Ok(IncomeStatement {
        income: lines(frame, group, &accounts, AccountKind::Income)?,
        expense: lines(frame, group, &accounts, AccountKind::Expense)?,
        saving: lines(frame, group, &accounts, AccountKind::Saving)?,
        total_income: group.money(income)?,
        total_expense: group.money(expense)?,
        total_saving: group.money(kinds.get(&AccountKind::Saving))?,
        net: group.money(net)?,
    })
}

/// One line for each account of a kind that has a sum, the largest first.
pub(super) fn lines(
    frame: &Frame<'_>,
    group: &Group,
    sums: &Tally<AccountId>,
    kind: AccountKind,
) -> Result<Vec<Line>, ReportError> {
    let mut lines = sums
        .iter()
        .filter(|(account, _)| frame.kind(**account) == Some(kind))
        .map(|(account, sum)| {
            Ok(Line {
                name: frame.chart.path(*account).to_owned(),
                kind,
                total: group.money(sum)?,
            })
        })
        .collect::<Result<Vec<_>, ReportError>>()?;
    lines.sort_by(|a, b| (b.total.minor, &a.name).cmp(&(a.total.minor, &b.name)));
    Ok(lines)
}
