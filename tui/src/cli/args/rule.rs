//! Rules.

use clap::{Args, Subcommand};

use super::values::KeyValue;

/// `luka rule …`
#[derive(Debug, Subcommand)]
pub(crate) enum RuleCommand {
    List,
    Add(RuleAdd),
    Edit(RuleEdit),
    Rm { rule: String },
    Test(RuleTest),
}

/// What a rule sets, and where it stands.
#[derive(Debug, Args)]
pub(crate) struct Sets {
    #[arg(long, value_name = "CATEGORY")]
    pub(crate) set_category: Option<String>,
    #[arg(long, value_name = "PAYEE")]
    pub(crate) set_payee: Option<String>,
    #[arg(long, value_name = "MEMO")]
    pub(crate) set_memo: Option<String>,
    #[arg(long = "add-tag", value_name = "TAG")]
    pub(crate) add_tags: Vec<String>,
    #[arg(long = "set-split", value_name = "CATEGORY=SHARE")]
    pub(crate) set_splits: Vec<KeyValue>,
    #[arg(long = "no-split", conflicts_with = "set_splits")]
    pub(crate) no_splits: bool,
    #[arg(long, value_name = "ACCOUNT")]
    pub(crate) set_transfer: Option<String>,
    #[arg(long = "name", value_name = "NAME")]
    pub(crate) called: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) position: Option<u32>,
}

/// `luka rule add`
#[derive(Debug, Args)]
pub(crate) struct RuleAdd {
    #[arg(required = true, value_name = "QUERY")]
    pub(crate) terms: Vec<String>,
    #[command(flatten)]
    pub(crate) sets: Sets,
}

/// `luka rule edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["terms", "set_category", "set_payee", "set_memo", "add_tags", "no_tags", "set_splits",
    "no_splits", "set_transfer", "called",
    "position"])]
pub(crate) struct RuleEdit {
    pub(crate) rule: String,
    #[arg(value_name = "QUERY")]
    pub(crate) terms: Vec<String>,
    #[command(flatten)]
    pub(crate) sets: Sets,
    #[arg(long = "no-tag", value_name = "TAG")]
    pub(crate) no_tags: Vec<String>,
}

/// `luka rule test`
#[derive(Debug, Args)]
pub(crate) struct RuleTest {
    #[arg(value_name = "RULE|QUERY")]
    pub(crate) words: Vec<String>,
}
