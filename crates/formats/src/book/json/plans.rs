//! The head's entries about plans: budgets, schedules and rules.

use domain::budget::Cycle;
use domain::id::{AccountId, BudgetId, PayeeId, RuleId, ScheduleId, TagId};
use domain::rule::{RuleSplit, RuleState, RuleTerm};
use domain::schedule::Recurrence;
use domain::{Budget, Money, NaiveDate, Rule, Schedule};
use serde::{Deserialize, Serialize};

use super::{id, money};

#[derive(Serialize, Deserialize)]
#[serde(remote = "Budget", deny_unknown_fields)]
pub(super) struct BudgetDef {
    #[serde(with = "id")]
    id: BudgetId,
    #[serde(with = "id")]
    category: AccountId,
    #[serde(with = "money")]
    amount: Money,
    cycle: Cycle,
    rollover: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Schedule", deny_unknown_fields)]
pub(super) struct ScheduleDef {
    #[serde(with = "id")]
    id: ScheduleId,
    #[serde(with = "id")]
    account: AccountId,
    #[serde(with = "id")]
    counter: AccountId,
    #[serde(with = "money")]
    amount: Money,
    #[serde(with = "id::optional")]
    payee: Option<PayeeId>,
    memo: String,
    #[serde(with = "id::list")]
    tags: Vec<TagId>,
    start: NaiveDate,
    recurrence: Recurrence,
    #[serde(deserialize_with = "Option::deserialize")]
    instalments: Option<u32>,
    passed: u32,
    #[serde(deserialize_with = "Option::deserialize")]
    through: Option<NaiveDate>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Rule", deny_unknown_fields)]
pub(super) struct RuleDef {
    #[serde(with = "id")]
    id: RuleId,
    name: String,
    position: u32,
    terms: Vec<RuleTerm>,
    #[serde(with = "id::optional")]
    category: Option<AccountId>,
    #[serde(with = "id::optional")]
    payee: Option<PayeeId>,
    #[serde(deserialize_with = "Option::deserialize")]
    memo: Option<String>,
    #[serde(with = "id::list")]
    tags: Vec<TagId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    splits: Vec<RuleSplit>,
    #[serde(
        with = "id::optional",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    transfer: Option<AccountId>,
    #[serde(default, skip_serializing_if = "RuleState::is_active")]
    state: RuleState,
}
