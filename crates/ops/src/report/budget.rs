//! Budget against actual: what each budget had, what flowed, what is left.
//!
//! A budget has periods of its own, so the report covers, for each, the ones that begin in the
//! report's days (or the one around them when none does). What flowed comes from the rollups, and
//! from postings only for the days of a month that a period cuts.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{AccountKind, Budget, Currency, Decimal, Money, Period};

use super::frame::{Flow, Frame};
use super::selection::Rows;
use super::sheet::{Sheet, Sheets, round};
use super::{ReportError, Scope};
use crate::Book;

/// One budget in some of its periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// The budget.
    pub budget: Budget,
    /// The full name of its category.
    pub category: String,
    /// The kind of its category.
    pub kind: AccountKind,
    /// The first day that counts.
    pub from: NaiveDate,
    /// The last day that counts.
    pub to: NaiveDate,
    /// What the periods were given.
    pub budgeted: Money,
    /// What the periods before them left, negative when they lacked; zero without rollover.
    pub carried: Money,
    /// What flowed, refunds netted, positive in the direction of the category's kind.
    pub actual: Money,
    /// What is left, negative when there was too much.
    pub left: Money,
}

/// Budgets against what flowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetReport {
    /// The first day asked for.
    pub from: NaiveDate,
    /// The last day asked for.
    pub to: NaiveDate,
    /// The figures, by category.
    pub sheets: Sheets<Vec<BudgetLine>>,
}

impl Book {
    /// Compares each budget with what flowed; today's periods when no days are named.
    pub fn report_budget(&self, scope: &Scope) -> Result<BudgetReport, ReportError> {
        let frame = Frame::new(self, scope, Rows::Categories)?;
        let today = Period::day(self.today());
        let period = frame.selection.period(scope.period, today)?;
        let (from, to) = frame.closed(period)?;
        let mut by_currency: HashMap<Currency, Vec<BudgetLine>> = HashMap::new();
        let mut unconverted = BTreeSet::new();
        for line in lines(&frame, from, to)? {
            let in_report = converted(&frame, &line)?;
            if in_report.is_none() && frame.converts() {
                unconverted.insert(line.actual.currency.code);
            }
            let line = in_report.unwrap_or(line);
            let currency = line.actual.currency;
            by_currency.entry(currency).or_default().push(line);
        }
        let main = Sheet {
            currency: frame.currency,
            body: by_currency.remove(&frame.currency).unwrap_or_default(),
        };
        let mut others: Vec<Sheet<Vec<BudgetLine>>> = by_currency
            .into_iter()
            .map(|(currency, body)| Sheet { currency, body })
            .collect();
        others.sort_by_key(|sheet| sheet.currency.code);
        let unconverted = unconverted.into_iter().collect();
        let sheets = Sheets {
            main,
            others,
            unconverted,
        };
        Ok(BudgetReport { from, to, sheets })
    }

    /// All budgets in their periods that contain a day.
    pub(crate) fn budget_lines_on(&self, day: NaiveDate) -> Result<Vec<BudgetLine>, ReportError> {
        let frame = Frame::new(self, &Scope::default(), Rows::Categories)?;
        lines(&frame, day, day)
    }
}

/// A line for each budget that the query takes, by category.
fn lines(
    frame: &Frame<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<BudgetLine>, ReportError> {
    let mut flows = Flows {
        frame,
        known: HashMap::new(),
    };
    let mut lines = Vec::new();
    for budget in frame.view.budgets()? {
        let currency = budget.amount.currency;
        if !frame.selection.takes(budget.category, currency) {
            continue;
        }
        let (first, last) = periods(&budget, from, to);
        if let Some(line) = flows.line(budget, first, last)? {
            lines.push(line);
        }
    }
    lines.sort_by(|one, other| {
        let key = |line: &BudgetLine| (line.category.clone(), line.from, line.budget.id);
        key(one).cmp(&key(other))
    });
    Ok(lines)
}

/// The numbers of the periods that begin in some days, or of the one around the first day.
fn periods(budget: &Budget, from: NaiveDate, to: NaiveDate) -> (i64, i64) {
    let (around, last) = (budget.cycle.index_of(from), budget.cycle.index_of(to));
    let begins_there = budget.cycle.period(around).and_then(|period| period.from) == Some(from);
    let first = if begins_there { around } else { around + 1 };
    if first > last {
        (around, around)
    } else {
        (first, last)
    }
}

/// What flowed in periods; budgets with the same periods share one look.
struct Flows<'f, 'b> {
    frame: &'f Frame<'b>,
    known: HashMap<(NaiveDate, NaiveDate), Vec<Flow>>,
}

impl Flows<'_, '_> {
    /// None when the periods lie beyond the calendar, or the category is gone.
    fn line(
        &mut self,
        budget: Budget,
        first: i64,
        last: i64,
    ) -> Result<Option<BudgetLine>, ReportError> {
        let bounds = (budget.cycle.period(first), budget.cycle.period(last));
        let (Some(from), Some(to), Some(kind)) = (
            bounds.0.and_then(|period| period.from),
            bounds.1.and_then(|period| period.to),
            self.frame.kind(budget.category),
        ) else {
            return Ok(None);
        };
        let budgeted = times(budget.amount, last - first + 1)?;
        let mut carried = Money::zero(budget.amount.currency);
        if let (true, Some(before)) = (budget.rollover && first > 0, from.pred_opt()) {
            let spent = self.actual(&budget, kind, budget.cycle.since, before)?;
            carried = minus(times(budget.amount, first)?, spent)?;
        }
        let actual = self.actual(&budget, kind, from, to)?;
        let had = budgeted.checked_add(carried);
        Ok(Some(BudgetLine {
            category: self.frame.chart.path(budget.category).to_owned(),
            kind,
            from,
            to,
            budgeted,
            carried,
            actual,
            left: minus(had.map_err(|_| ReportError::Overflow)?, actual)?,
            budget,
        }))
    }

    fn actual(
        &mut self,
        budget: &Budget,
        kind: AccountKind,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Money, ReportError> {
        if !self.known.contains_key(&(from, to)) {
            let period = Period::between(Some(from), Some(to))?;
            let flows = self.frame.flows(period, AccountKind::is_category)?;
            self.known.insert((from, to), flows);
        }
        let inside = self.frame.chart.subtree(budget.category);
        let currency = budget.amount.currency;
        let mut sum: i64 = 0;
        for flow in self.known.get(&(from, to)).into_iter().flatten() {
            if flow.amount.currency == currency && inside.contains(&flow.account) {
                let minor = flow.amount.minor;
                sum = sum.checked_add(minor).ok_or(ReportError::Overflow)?;
            }
        }
        let minor = sum.checked_mul(kind.direction());
        Ok(Money::new(minor.ok_or(ReportError::Overflow)?, currency))
    }
}

fn times(amount: Money, periods: i64) -> Result<Money, ReportError> {
    let minor = amount.minor.checked_mul(periods);
    let minor = minor.ok_or(ReportError::Overflow)?;
    Ok(Money::new(minor, amount.currency))
}

fn minus(one: Money, other: Money) -> Result<Money, ReportError> {
    one.checked_sub(other).map_err(|_| ReportError::Overflow)
}

/// A line in the report's currency, by the price on its last day; none when there is no price.
fn converted(frame: &Frame<'_>, line: &BudgetLine) -> Result<Option<BudgetLine>, ReportError> {
    let convert = |amount: Money| -> Result<Option<Money>, ReportError> {
        let value: Option<Decimal> = frame.converted(amount, line.to)?;
        value.map(|value| round(value, frame.currency)).transpose()
    };
    let figures = (
        convert(line.budgeted)?,
        convert(line.carried)?,
        convert(line.actual)?,
    );
    let (Some(budgeted), Some(carried), Some(actual)) = figures else {
        return Ok(None);
    };
    let had = budgeted.checked_add(carried);
    Ok(Some(BudgetLine {
        budgeted,
        carried,
        actual,
        left: minus(had.map_err(|_| ReportError::Overflow)?, actual)?,
        ..line.clone()
    }))
}
