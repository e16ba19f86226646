//! Payees and tags.

use clap::{Args, Subcommand};

use super::account::{Merge, Rename};

/// `luka payee …`
#[derive(Debug, Subcommand)]
pub(crate) enum PayeeCommand {
    List(LabelList),
    Add(PayeeAdd),
    Edit(PayeeEdit),
    Rm { name: String },
    Rename(Rename),
    Merge(Merge),
}

/// `luka payee add`
#[derive(Debug, Args)]
pub(crate) struct PayeeAdd {
    pub(crate) name: String,
    #[arg(long = "alias", value_name = "NAME")]
    pub(crate) aliases: Vec<String>,
}

/// `luka payee edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["new_name", "aliases", "unaliases"])]
pub(crate) struct PayeeEdit {
    pub(crate) name: String,
    #[arg(long = "name", value_name = "NAME")]
    pub(crate) new_name: Option<String>,
    #[arg(long = "alias", value_name = "NAME")]
    pub(crate) aliases: Vec<String>,
    #[arg(long = "unalias", value_name = "NAME")]
    pub(crate) unaliases: Vec<String>,
}

/// `luka tag …`
#[derive(Debug, Subcommand)]
pub(crate) enum TagCommand {
    List(LabelList),
    Add { name: String },
    Edit(TagEdit),
    Rm { name: String },
    Rename(Rename),
    Merge(Merge),
}

/// `luka tag edit`
#[derive(Debug, Args)]
pub(crate) struct TagEdit {
    pub(crate) name: String,
    #[arg(long = "name", value_name = "NAME", required = true)]
    pub(crate) new_name: String,
}

/// `luka payee list` and `luka tag list`
#[derive(Debug, Args)]
pub(crate) struct LabelList {
    pub(crate) text: Option<String>,
    #[arg(long, short = 'n', value_name = "N")]
    pub(crate) limit: Option<u64>,
}
