//! Budgets, schedules and rules: a person has a handful of each.

use domain::{Budget, Rule, Schedule};

use super::View;
use crate::StoreError;
use crate::record::{budget, rule, schedule};

impl View<'_> {
    /// All budgets, in the order in which they were made.
    pub fn budgets(&self) -> Result<Vec<Budget>, StoreError> {
        budget::all(self.connection, &self.currencies.borrow())
    }

    /// All schedules, in the order in which they were made.
    pub fn schedules(&self) -> Result<Vec<Schedule>, StoreError> {
        schedule::all(self.connection, &self.currencies.borrow())
    }

    /// All rules, in the order in which they are asked.
    pub fn rules(&self) -> Result<Vec<Rule>, StoreError> {
        rule::all(self.connection)
    }
}
