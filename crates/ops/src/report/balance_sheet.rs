//! The balance sheet: what is owned and owed on a day, and whose it is; today by default.
//!
//! Assets less liabilities is the net worth, and the equity explains it: equity accounts (opening
//! balances), what income left over since the beginning, and what exchanges between currencies
//! made or cost. The last is what makes both sides equal in every currency by itself.

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::{AccountKind, Decimal, Money, Period};

use super::frame::{Frame, directed};
use super::income::lines;
use super::selection::Rows;
use super::sheet::{Group, Line, Tally};
use super::{ReportError, Scope, Sheets};
use crate::Book;

/// A balance sheet in one currency; all totals are positive in the direction of their kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceSheet {
    /// What is owned.
    pub assets: Vec<Line>,
    /// What is owed.
    pub liabilities: Vec<Line>,
    /// Equity accounts.
    pub equity: Vec<Line>,
    /// Income less expenses and savings since the beginning.
    pub retained: Money,
    /// What exchanges between currencies left in this one.
    pub exchange: Money,
    /// All assets.
    pub total_assets: Money,
    /// All liabilities.
    pub total_liabilities: Money,
    /// Assets less liabilities; the same as equity accounts, retained and exchange together.
    pub net_worth: Money,
}

/// A balance sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceSheetReport {
    /// The day.
    pub date: NaiveDate,
    /// The figures.
    pub sheets: Sheets<BalanceSheet>,
}

impl Book {
    /// Draws up the balance sheet at the end of a day, `scope.period`'s last.
    pub fn report_balance_sheet(&self, scope: &Scope) -> Result<BalanceSheetReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Accounts)?;
        let asked = frame.selection.period(scope.period, Period::ALWAYS)?;
        let date = asked.to.unwrap_or(self.today());
        let flows = frame.balances(date, |_| true)?;
        let sheets = frame
            .grouped(&flows, |_| date)?
            .sheets(|group| balance_sheet(&frame, group))?;
        Ok(BalanceSheetReport { date, sheets })
    }
}

fn balance_sheet(frame: &Frame<'_>, group: &Group) -> Result<BalanceSheet, ReportError> {
    let mut accounts: Tally<AccountId> = Tally::new();
    let mut kinds: Tally<AccountKind> = Tally::new();
    for flow in &group.flows {
        if let Some(kind) = frame.kind(flow.account) {
            let value = directed(flow.value, kind);
            accounts.add(flow.account, value)?;
            kinds.add(kind, value)?;
        }
    }
    let money = |value: Decimal| group.money(value);
    let of = |kind| kinds.get(&kind);
    let [assets, liabilities, income, expense, saving] = [
        of(AccountKind::Asset),
        of(AccountKind::Liability),
        of(AccountKind::Income),
        of(AccountKind::Expense),
        of(AccountKind::Saving),
    ];
    let less = |a: Decimal, b: Decimal| a.checked_sub(b).ok_or(ReportError::Overflow);
    let net_worth = money(less(assets, liabilities)?)?;
    let retained = money(less(less(income, expense)?, saving)?)?;
    let equity = lines(frame, group, &accounts, AccountKind::Equity)?;
    let mut exchange = minus(net_worth, retained)?;
    for line in &equity {
        exchange = minus(exchange, line.total)?;
    }
    Ok(BalanceSheet {
        assets: lines(frame, group, &accounts, AccountKind::Asset)?,
        liabilities: lines(frame, group, &accounts, AccountKind::Liability)?,
        equity,
        retained,
        exchange,
        total_assets: money(assets)?,
        total_liabilities: money(liabilities)?,
        net_worth,
    })
}

fn minus(a: Money, b: Money) -> Result<Money, ReportError> {
    a.checked_sub(b).map_err(|_| ReportError::Overflow)
}
