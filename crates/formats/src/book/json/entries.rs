//! The entries of the head: the domain's own fields, with ids as text and money as objects.
//!
//! Each `…Def` mirrors its domain type (serde's `remote`), so a field that the domain gains
//! doesn't compile until it is also written here.

use domain::account::AccountKind;
use domain::goal::{Contribution, Goal};
use domain::id::{
    AccountId, BatchId, ContributionId, CurrencyId, GoalId, PayeeId, PriceId, TagId, TransactionId,
};
use domain::statement::Batch;
use domain::{
    Account, Budget, Chart, Currency, CurrencyCode, Decimal, LedgerCurrency, Money, NaiveDate,
    Payee, Price, Rule, Schedule, Tag,
};
use serde::{Deserialize, Serialize};

use super::plans::{BudgetDef, RuleDef, ScheduleDef};
use super::{id, money};
use crate::book::BookHead;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CurrencyShape {
    #[serde(with = "id")]
    id: CurrencyId,
    code: CurrencyCode,
    exponent: u8,
    #[serde(deserialize_with = "Option::deserialize")]
    symbol: Option<String>,
}

impl CurrencyShape {
    pub(super) fn of(entry: &LedgerCurrency) -> Self {
        Self {
            id: entry.id,
            code: entry.currency.code,
            exponent: entry.currency.exponent,
            symbol: entry.symbol.clone(),
        }
    }

    fn into_entry(self) -> LedgerCurrency {
        let (code, exponent) = (self.code, self.exponent);
        LedgerCurrency {
            id: self.id,
            currency: Currency { code, exponent },
            symbol: self.symbol,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Account", deny_unknown_fields)]
pub(super) struct AccountDef {
    #[serde(with = "id")]
    id: AccountId,
    name: String,
    kind: AccountKind,
    #[serde(with = "id::optional")]
    parent: Option<AccountId>,
    #[serde(deserialize_with = "Option::deserialize")]
    currency: Option<CurrencyCode>,
    closed: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Payee", deny_unknown_fields)]
pub(super) struct PayeeDef {
    #[serde(with = "id")]
    id: PayeeId,
    name: String,
    aliases: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Tag", deny_unknown_fields)]
pub(super) struct TagDef {
    #[serde(with = "id")]
    id: TagId,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Price", deny_unknown_fields)]
pub(super) struct PriceDef {
    #[serde(with = "id")]
    id: PriceId,
    date: NaiveDate,
    base: CurrencyCode,
    quote: CurrencyCode,
    rate: Decimal,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Goal", deny_unknown_fields)]
pub(super) struct GoalDef {
    #[serde(with = "id")]
    id: GoalId,
    name: String,
    description: String,
    #[serde(with = "money")]
    target: Money,
    #[serde(deserialize_with = "Option::deserialize")]
    target_date: Option<NaiveDate>,
    priority: u32,
    active: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Contribution", deny_unknown_fields)]
pub(super) struct ContributionDef {
    #[serde(with = "id")]
    id: ContributionId,
    #[serde(with = "id")]
    goal: GoalId,
    date: NaiveDate,
    #[serde(with = "money")]
    amount: Money,
    memo: String,
    #[serde(with = "id::optional")]
    transaction: Option<TransactionId>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Batch", deny_unknown_fields)]
pub(super) struct BatchDef {
    #[serde(with = "id")]
    id: BatchId,
    file: String,
    format: String,
    imported_at: String,
}

macro_rules! read_as {
    ($($name:ident($def:literal) -> $entity:ty),+ $(,)?) => {$(
        #[derive(Deserialize)]
        #[serde(transparent)]
        struct $name(#[serde(with = $def)] $entity);
    )+};
}

read_as!(
    ReadAccount("AccountDef") -> Account,
    ReadPayee("PayeeDef") -> Payee,
    ReadTag("TagDef") -> Tag,
    ReadPrice("PriceDef") -> Price,
    ReadGoal("GoalDef") -> Goal,
    ReadContribution("ContributionDef") -> Contribution,
    ReadBatch("BatchDef") -> Batch,
    ReadBudget("BudgetDef") -> Budget,
    ReadSchedule("ScheduleDef") -> Schedule,
    ReadRule("RuleDef") -> Rule,
);

/// All fields of the head, none of which may be unknown. Absent may be only what documents did not
/// have before there were plans.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadHead {
    #[serde(deserialize_with = "Option::deserialize")]
    ledger_id: Option<String>,
    currency: CurrencyCode,
    currencies: Vec<CurrencyShape>,
    accounts: Vec<ReadAccount>,
    payees: Vec<ReadPayee>,
    tags: Vec<ReadTag>,
    prices: Vec<ReadPrice>,
    goals: Vec<ReadGoal>,
    contributions: Vec<ReadContribution>,
    batches: Vec<ReadBatch>,
    #[serde(default)]
    budgets: Vec<ReadBudget>,
    #[serde(default)]
    schedules: Vec<ReadSchedule>,
    #[serde(default)]
    rules: Vec<ReadRule>,
}

impl ReadHead {
    pub(super) fn into_head(self) -> BookHead {
        let payees: Vec<Payee> = self.payees.into_iter().map(|read| read.0).collect();
        let tags: Vec<Tag> = self.tags.into_iter().map(|read| read.0).collect();
        BookHead {
            ledger_id: self.ledger_id,
            currency: self.currency,
            currencies: self
                .currencies
                .into_iter()
                .map(CurrencyShape::into_entry)
                .collect(),
            chart: Chart::new(self.accounts.into_iter().map(|read| read.0).collect()),
            payees: payees.into(),
            tags: tags.into(),
            prices: self.prices.into_iter().map(|read| read.0).collect(),
            goals: self.goals.into_iter().map(|read| read.0).collect(),
            contributions: self.contributions.into_iter().map(|read| read.0).collect(),
            batches: self.batches.into_iter().map(|read| read.0).collect(),
            budgets: self.budgets.into_iter().map(|read| read.0).collect(),
            schedules: self.schedules.into_iter().map(|read| read.0).collect(),
            rules: self.rules.into_iter().map(|read| read.0).collect(),
        }
    }
}
