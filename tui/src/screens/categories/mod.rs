//! The tree of categories: what each took this month, the month before, and in a year of months.

mod forms;
mod update;
mod view;

#[cfg(test)]
mod tests;

use chrono::Months;
use domain::account::Wanted as Half;
use domain::{Money, NaiveDate, Period};
use ops::account::{CategoryPast, Past};

use crate::app::Context;
use crate::screens::tree::{Subject, Tree};

/// Months of which the trend is shown.
const MONTHS: u32 = 12;

/// A question of this screen: all categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// Up to the month of this day.
    pub(crate) until: NaiveDate,
    /// So many months.
    pub(crate) months: u32,
}

/// Its answer.
pub(crate) type Found = Past<CategoryPast>;

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    months: Vec<NaiveDate>,
    categories: Vec<CategoryPast>,
    tree: Tree,
    /// How many months before this one are looked at.
    back: u32,
}

impl State {
    fn current(&self) -> Option<&CategoryPast> {
        self.categories.get(self.tree.place()?)
    }

    /// The category that an action is about.
    fn subject(&self) -> Option<Subject> {
        let current = self.current()?;
        Some(Subject {
            half: Half::Category,
            path: current.path.clone(),
            kind: current.account.kind,
            currency: None,
            closed: current.account.closed,
        })
    }

    /// A day in the month that is looked at.
    fn until(&self, cx: &Context<'_>) -> NaiveDate {
        let first = Period::month_of(cx.today).from.unwrap_or(cx.today);
        first
            .checked_sub_months(Months::new(self.back))
            .unwrap_or(first)
    }

    /// The flows that a row shows, a line for each currency that it has: those of a category, or
    /// those of all of a kind in the ledger's currency.
    fn flows(&self, row: usize) -> Vec<Vec<Money>> {
        let Some(node) = self.tree.row(row) else {
            return Vec::new();
        };
        if let Some(at) = node.at {
            let category = self.categories.get(at);
            return category.map(|one| one.flows.clone()).unwrap_or_default();
        }
        let tops = self.categories.iter();
        let tops = tops.filter(|one| one.account.kind == node.kind && !one.path.contains(':'));
        let lines = tops.filter_map(|one| one.flows.first().cloned());
        let sum = lines.reduce(|sum, line| {
            let pairs = sum.into_iter().zip(line);
            pairs
                .map(|(one, other)| one.checked_add(other).unwrap_or(one))
                .collect()
        });
        sum.into_iter().collect()
    }
}
