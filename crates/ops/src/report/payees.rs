//! What was spent with each payee, refunds netted; in this month by default.
//!
//! There are no rollups by payee: the postings of the period's expenses are summed in SQL, month by
//! month when they are to be converted.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::id::PayeeId;
use domain::{AccountKind, Currency, Decimal, Money, Payee, Period};
use store::{Order, PayeeSum};

use super::frame::Frame;
use super::months::{end_of_month, months_between};
use super::selection::Rows;
use super::sheet::{Groups, Sheets, round};
use super::{ReportError, Scope};
use crate::Book;
use crate::query::within;

/// What was spent with one payee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayeeTotal {
    /// Who; none for what has no payee.
    pub payee: Option<String>,
    /// What was spent, less refunds.
    pub total: Money,
    /// In how many transactions.
    pub transactions: i64,
}

/// The payees of one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payees {
    /// The largest total first.
    pub payees: Vec<PayeeTotal>,
    /// All payees together.
    pub total: Money,
}

/// Spending by payee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayeesReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The figures.
    pub sheets: Sheets<Payees>,
}

/// A sum and a number of transactions.
type Spent = BTreeMap<(Currency, Option<PayeeId>), (Decimal, i64)>;

impl Book {
    /// Totals the expenses of a period by payee.
    pub fn report_payees(&self, scope: &Scope) -> Result<PayeesReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let frame = Frame::new(self, scope, Rows::Categories)?;
        let period = frame
            .selection
            .period(scope.period, Period::month_of(self.today()))?;
        let (from, to) = frame.closed(period)?;
        let mut spent = Spent::new();
        let mut groups = Groups::new(frame.currency);
        for part in parts(&frame, from, to) {
            let day = part.to.unwrap_or(to);
            for sum in sums(&frame, part)? {
                let (currency, value) = frame.valued(sum.amount, day, &mut groups)?;
                let entry = spent.entry((currency, sum.payee)).or_default();
                entry.0 = entry.0.checked_add(value).ok_or(ReportError::Overflow)?;
                entry.1 += sum.transactions;
            }
        }
        for (currency, _) in spent.keys() {
            groups.touch(*currency);
        }
        let names = names(&frame, &spent)?;
        let sheets = groups.sheets(|group| payees(group.currency, &spent, &names))?;
        Ok(PayeesReport { from, to, sheets })
    }
}

/// Parts of a period that share a day for prices.
fn parts(frame: &Frame<'_>, from: NaiveDate, to: NaiveDate) -> Vec<Period> {
    let whole = Period {
        from: Some(from),
        to: Some(to),
    };
    if !frame.converts() {
        return vec![whole];
    }
    let part = |month: NaiveDate| Period {
        from: Some(month.max(from)),
        to: Some(end_of_month(month).min(to)),
    };
    months_between(from, to).into_iter().map(part).collect()
}

fn sums(frame: &Frame<'_>, period: Period) -> Result<Vec<PayeeSum>, ReportError> {
    let expense = |kind| kind == AccountKind::Expense;
    if frame.selection.filter.is_empty() {
        let accounts: Vec<_> = frame
            .chart
            .iter()
            .filter(|account| expense(account.kind))
            .filter(|account| frame.selection.takes_account(account.id))
            .map(|account| account.id)
            .collect();
        let mut sums = frame.view.payee_sums(&accounts, period)?;
        sums.retain(|sum| frame.selection.takes_currency(sum.amount.currency));
        return Ok(sums);
    }
    let mut spent: BTreeMap<(Option<PayeeId>, Currency), (i64, i64)> = BTreeMap::new();
    let filter = within(frame.selection.filter.clone(), period);
    frame
        .view
        .visit::<ReportError>(&filter, Order::OldestFirst, None, |transaction| {
            let mut seen: Vec<Currency> = Vec::new();
            for posting in &transaction.postings {
                let currency = posting.amount.currency;
                let counts = frame.kind(posting.account).is_some_and(expense)
                    && frame.selection.takes(posting.account, currency);
                if !counts {
                    continue;
                }
                let entry = spent.entry((transaction.payee, currency)).or_default();
                entry.0 = entry
                    .0
                    .checked_add(posting.amount.minor)
                    .ok_or(ReportError::Overflow)?;
                if !seen.contains(&currency) {
                    seen.push(currency);
                    entry.1 += 1;
                }
            }
            Ok(())
        })?;
    let sum = |((payee, currency), (minor, transactions))| PayeeSum {
        payee,
        amount: Money::new(minor, currency),
        transactions,
    };
    Ok(spent.into_iter().map(sum).collect())
}

fn names(frame: &Frame<'_>, spent: &Spent) -> Result<HashMap<PayeeId, String>, ReportError> {
    let mut names = HashMap::new();
    for id in spent.keys().filter_map(|(_, payee)| *payee) {
        if let Some(payee) = frame.view.get::<Payee>(id.raw())? {
            names.insert(id, payee.name);
        }
    }
    Ok(names)
}

fn payees(
    currency: Currency,
    spent: &Spent,
    names: &HashMap<PayeeId, String>,
) -> Result<Payees, ReportError> {
    let mut rows = Vec::new();
    let mut total = Decimal::ZERO;
    for ((of, payee), (value, transactions)) in spent {
        if *of != currency {
            continue;
        }
        total = total.checked_add(*value).ok_or(ReportError::Overflow)?;
        rows.push(PayeeTotal {
            payee: payee.and_then(|id| names.get(&id).cloned()),
            total: round(*value, currency)?,
            transactions: *transactions,
        });
    }
    rows.sort_by(|a, b| (b.total.minor, &a.payee).cmp(&(a.total.minor, &b.payee)));
    Ok(Payees {
        payees: rows,
        total: round(total, currency)?,
    })
}
