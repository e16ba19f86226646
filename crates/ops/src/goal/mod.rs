//! Saving goals and contributions. A goal's current amount is the sum of its contributions.

mod contribute;
mod edit;

use std::collections::HashMap;

use domain::amount::AmountError;
use domain::id::GoalId;
use domain::label::LabelError;
use domain::{Contribution, CurrencyCode, Goal, Money};
use store::StoreError;

use crate::{Book, LookupError};

pub use contribute::Contribute;
pub use edit::{AddGoal, Contributions, EditGoal};

/// A goal and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalProgress {
    /// The goal.
    pub goal: Goal,
    /// The sum of its contributions.
    pub current: Money,
}

/// Why a goal or contribution was refused. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum GoalError {
    /// There is one with that name.
    #[error("there is a goal `{0}` already")]
    Exists(String),
    /// The goal takes no contributions.
    #[error("the goal `{0}` is not active")]
    Inactive(String),
    /// The goal has contributions.
    #[error("the goal `{name}` has {contributions} contributions")]
    InUse {
        /// The goal.
        name: String,
        /// How many.
        contributions: usize,
    },
    /// More would be taken out than is in.
    #[error("the goal `{name}` holds {current} only")]
    Overdrawn {
        /// The goal.
        name: String,
        /// What it holds.
        current: Money,
    },
    /// A target must be more than zero, a contribution other than zero.
    #[error("the amount is zero or less")]
    NotPositive,
    /// The currency is unknown.
    #[error("there is no currency {0}")]
    UnknownCurrency(CurrencyCode),
    /// The priority is out of range.
    #[error("a priority is a number from 1 to 1000000")]
    Priority,
    /// An amount can't be read.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// A name can't be given.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// A note is too long.
    #[error("a memo can have at most 500 characters")]
    MemoTooLong,
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Book {
    /// All goals with what they hold, the most important first.
    pub fn goals(&self) -> Result<Vec<GoalProgress>, StoreError> {
        let sums = sums(&self.view().contributions()?)?;
        let goals = self.view().goals()?;
        let progress = |goal: Goal| {
            let zero = Money::zero(goal.target.currency);
            GoalProgress {
                current: sums.get(&goal.id).copied().unwrap_or(zero),
                goal,
            }
        };
        Ok(goals.into_iter().map(progress).collect())
    }
}

fn sums(contributions: &[Contribution]) -> Result<HashMap<GoalId, Money>, StoreError> {
    let mut sums: HashMap<GoalId, Money> = HashMap::new();
    for contribution in contributions {
        let amount = contribution.amount;
        let sum = sums
            .entry(contribution.goal)
            .or_insert(Money::zero(amount.currency));
        *sum = sum.checked_add(amount).map_err(|_| StoreError::Overflow)?;
    }
    Ok(sums)
}
