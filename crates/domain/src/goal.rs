//! Saving goals. A goal's current amount is always the sum of its contributions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{ContributionId, GoalId, TransactionId};
use crate::money::Money;

/// Something to save for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its identifier.
    pub id: GoalId,
    /// Its name, unique in the ledger.
    pub name: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// How much is wanted.
    pub target: Money,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_date: Option<NaiveDate>,
    /// Goals are listed by priority; 1 comes first.
    pub priority: u32,
    /// False when it takes no contributions.
    pub active: bool,
}

/// Money set aside for one goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// Its identifier.
    pub id: ContributionId,
    /// The goal it is for.
    pub goal: GoalId,
    /// The day it was made.
    pub date: NaiveDate,
    /// How much; negative when money is taken back out.
    pub amount: Money,
    /// What was noted about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    /// The transaction that moved the money, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction: Option<TransactionId>,
}
