//! Saving goals.

use clap::{Args, Subcommand};
use domain::currency::CurrencyCode;

use super::values::signed;

/// `luka goal …`
#[derive(Debug, Subcommand)]
pub(crate) enum GoalCommand {
    List(GoalList),
    Show { name: String },
    Add(GoalAdd),
    Edit(GoalEdit),
    Rm { name: String },
    Close { name: String },
    Reopen { name: String },
    Contribute(Contribute),
}

/// `luka goal list`
#[derive(Debug, Args)]
pub(crate) struct GoalList {
    #[arg(long)]
    pub(crate) all: bool,
}

/// `luka goal add`
#[derive(Debug, Args)]
pub(crate) struct GoalAdd {
    pub(crate) name: String,
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) target: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) currency: Option<CurrencyCode>,
    #[arg(long)]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) priority: Option<u32>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
}

/// `luka goal edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["new_name", "target", "date", "no_date", "priority", "description"])]
pub(crate) struct GoalEdit {
    pub(crate) name: String,
    #[arg(long = "name", value_name = "NAME")]
    pub(crate) new_name: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) target: Option<String>,
    #[arg(long, conflicts_with = "no_date")]
    pub(crate) date: Option<String>,
    #[arg(long)]
    pub(crate) no_date: bool,
    #[arg(long, value_name = "N")]
    pub(crate) priority: Option<u32>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
}

/// `luka goal contribute`
#[derive(Debug, Args)]
pub(crate) struct Contribute {
    pub(crate) goal: String,
    #[arg(allow_hyphen_values = true, value_parser = signed)]
    pub(crate) amount: String,
    #[arg(long, short = 'd', allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
    #[arg(long, short = 'm')]
    pub(crate) memo: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) transaction: Option<String>,
}
