//! Progress of saving goals: how far each is, and what it needs a month to arrive in time.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Decimal, Goal, Money};

use super::months::months_from_to;
use super::{ReportError, sheet::round};
use crate::Book;

/// What a goal with a date still needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Months left, this one and the last one counted; 0 when the date has passed.
    pub months_left: u32,
    /// What must be put aside in each of them; all that is missing when none is left.
    pub per_month: Money,
}

/// How far a goal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalProgress {
    /// The goal.
    pub goal: Goal,
    /// The sum of its contributions.
    pub current: Money,
    /// What is missing; zero when it is reached.
    pub remaining: Money,
    /// Thousandths of the target, rounded down: 999 is not there yet.
    pub per_mille: i64,
    /// The last contribution.
    pub last: Option<NaiveDate>,
    /// None without a date, and when it is reached.
    pub pace: Option<Pace>,
}

/// Progress of all goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalsReport {
    /// The day from which months are counted.
    pub date: NaiveDate,
    /// The most important first.
    pub goals: Vec<GoalProgress>,
}

impl Book {
    /// Tells how far each goal is.
    pub fn report_goals(&self) -> Result<GoalsReport, ReportError> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let mut sums: HashMap<_, _> = view
            .contribution_sums()?
            .into_iter()
            .map(|sum| (sum.goal, sum))
            .collect();
        let goals = view
            .goals()?
            .into_iter()
            .map(|goal| {
                let sum = sums.remove(&goal.id);
                let current = sum.map_or(Money::zero(goal.target.currency), |sum| sum.amount);
                progress(goal, current, sum.map(|sum| sum.last), self.today())
            })
            .collect::<Result<_, _>>()?;
        Ok(GoalsReport {
            date: self.today(),
            goals,
        })
    }
}

fn progress(
    goal: Goal,
    current: Money,
    last: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<GoalProgress, ReportError> {
    let missing = goal
        .target
        .checked_sub(current)
        .map_err(|_| ReportError::Overflow)?;
    let remaining = Money::new(missing.minor.max(0), missing.currency);
    let pace = goal
        .target_date
        .filter(|_| !remaining.is_zero())
        .map(|date| pace(remaining, today, date))
        .transpose()?;
    Ok(GoalProgress {
        per_mille: per_mille(current, goal.target),
        goal,
        current,
        remaining,
        last,
        pace,
    })
}

fn per_mille(current: Money, target: Money) -> i64 {
    let part = i128::from(current.minor) * 1000;
    let whole = i128::from(target.minor.max(1));
    i64::try_from(part.div_euclid(whole)).unwrap_or(i64::MAX)
}

/// Rounded up to the minor unit: rounded down it would not arrive.
fn pace(remaining: Money, today: NaiveDate, date: NaiveDate) -> Result<Pace, ReportError> {
    let months_left = months_from_to(today, date);
    let exponent = u32::from(remaining.currency.exponent);
    let per_month = remaining
        .to_decimal()
        .checked_div(Decimal::from(months_left.max(1)))
        .ok_or(ReportError::Overflow)?
        .round_dp_with_strategy(exponent, rust_decimal::RoundingStrategy::AwayFromZero);
    Ok(Pace {
        months_left,
        per_month: round(per_month, remaining.currency)?,
    })
}
