//! Budgets.

use clap::{Args, Subcommand};
use domain::budget::Every;
use domain::currency::CurrencyCode;

use super::values::{every, signed};

/// `luka budget …`
#[derive(Debug, Subcommand)]
pub(crate) enum BudgetCommand {
    List(BudgetList),
    Add(BudgetAdd),
    Edit(BudgetEdit),
    Rm { budget: String },
}

/// `luka budget list`
#[derive(Debug, Args)]
pub(crate) struct BudgetList {
    #[arg(long, short = 'd', allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
}

/// `luka budget add`
#[derive(Debug, Args)]
pub(crate) struct BudgetAdd {
    pub(crate) category: String,
    pub(crate) amount: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) currency: Option<CurrencyCode>,
    #[arg(long, value_parser = every(), default_value = "month")]
    pub(crate) every: Every,
    #[arg(long, value_name = "DAY")]
    pub(crate) starts: Option<String>,
    #[arg(long)]
    pub(crate) rollover: bool,
}

/// `luka budget edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["new_amount", "every", "starts", "rollover", "no_rollover"])]
pub(crate) struct BudgetEdit {
    pub(crate) budget: String,
    #[arg(long = "amount", value_name = "AMOUNT")]
    pub(crate) new_amount: Option<String>,
    #[arg(long, value_parser = every())]
    pub(crate) every: Option<Every>,
    #[arg(long, value_name = "DAY")]
    pub(crate) starts: Option<String>,
    #[arg(long, conflicts_with = "no_rollover")]
    pub(crate) rollover: bool,
    #[arg(long)]
    pub(crate) no_rollover: bool,
}
