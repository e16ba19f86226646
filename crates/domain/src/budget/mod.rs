//! Budgets: an amount per category and period, with or without rollover.
//!
//! When a period begins and ends is the business of its [`Cycle`]; what was spent in it is counted
//! next door, in `ops`.

mod cycle;

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, BudgetId};
use crate::money::Money;

pub use cycle::{Cycle, CycleError, Every, StartDay, Starting};

/// How much a category is meant to take in each period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Its identifier.
    pub id: BudgetId,
    /// The category; those inside it count too.
    pub category: AccountId,
    /// How much in each period, more than zero.
    pub amount: Money,
    /// Its periods.
    pub cycle: Cycle,
    /// True when what a period leaves, or lacks, is carried into the next one.
    pub rollover: bool,
}
