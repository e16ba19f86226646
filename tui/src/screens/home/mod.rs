//! The month: what came in and went out, where it went, what there is, how far the goals are.
//!
//! The cursor goes through the categories, the accounts and the goals; Enter opens what is behind
//! the one under it.

mod beginning;
mod charts;
mod lists;
mod panes;
mod summary;
mod update;
mod view;

#[cfg(test)]
mod tests;

use domain::{Money, NaiveDate};

use crate::app::Context;
use crate::present;

/// A question of this screen: how a month was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// The first day of the month.
    pub(crate) month: NaiveDate,
}

/// What a month took and gave, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Totals {
    /// What came in.
    pub(crate) income: Money,
    /// What was spent, less refunds.
    pub(crate) expense: Money,
    /// What was put aside.
    pub(crate) saving: Money,
    /// Income less expense.
    pub(crate) net: Money,
}

/// A name with an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The full name.
    pub(crate) name: String,
    /// The amount.
    pub(crate) amount: Money,
}

/// How far a goal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GoalLine {
    /// Its name.
    pub(crate) name: String,
    /// What is there.
    pub(crate) current: Money,
    /// What is wanted.
    pub(crate) target: Money,
    /// Thousandths of it.
    pub(crate) per_mille: i64,
}

/// What came in and went out in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flow {
    /// Its first day.
    pub(crate) month: NaiveDate,
    /// What came in.
    pub(crate) income: Money,
    /// What was spent.
    pub(crate) expense: Money,
}

/// The answer: a month.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Its first day.
    pub(crate) month: NaiveDate,
    /// What it took and gave.
    pub(crate) this: Totals,
    /// The month before: as many days of it, when this one is not over yet.
    pub(crate) before: Totals,
    /// The last day that counts in the month before.
    pub(crate) before_until: NaiveDate,
    /// What could not be converted.
    pub(crate) others: Vec<Totals>,
    /// What was spent on each category, the most first.
    pub(crate) spent: Vec<Named>,
    /// What each account held at the end of the month, or today.
    pub(crate) balances: Vec<Named>,
    /// The goals, the most important first.
    pub(crate) goals: Vec<GoalLine>,
    /// The net worth at the end of each of the last months; the last is that of this one.
    pub(crate) worth: Vec<(NaiveDate, Money)>,
    /// What came in and what was spent in each of the last months.
    pub(crate) flows: Vec<Flow>,
    /// The currencies that have no price.
    pub(crate) unconverted: Vec<String>,
    /// How much waits in the review queue.
    pub(crate) waiting: u64,
}

/// What the cursor can be on.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    Category(String),
    Account(String),
    Goal(String),
}

/// What the screen knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The month; that of today when none was chosen.
    month: Option<NaiveDate>,
    found: Option<Found>,
    at: usize,
}

impl State {
    /// The first day of the month that is looked at.
    fn month(&self, cx: &Context<'_>) -> NaiveDate {
        self.month
            .unwrap_or_else(|| present::first_of_month(cx.today))
    }

    /// Everything that the cursor can be on, in order.
    fn items(&self) -> Vec<Item> {
        let Some(found) = &self.found else {
            return Vec::new();
        };
        let spent = found
            .spent
            .iter()
            .map(|one| Item::Category(one.name.clone()));
        let held = found
            .balances
            .iter()
            .map(|one| Item::Account(one.name.clone()));
        let goals = found.goals.iter().map(|one| Item::Goal(one.name.clone()));
        spent.chain(held).chain(goals).collect()
    }

    fn current(&self) -> Option<Item> {
        self.items().into_iter().nth(self.at)
    }
}
