//! Accounts and categories.

use clap::{Args, Subcommand};
use domain::AccountKind;
use domain::currency::CurrencyCode;

use super::values::{account_kind, category_kind, signed};

/// `luka account …`
#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommand {
    List(AccountList),
    Add(AccountAdd),
    Edit(AccountEdit),
    Rm { name: String },
    Close { name: String },
    Reopen { name: String },
    Rename(Rename),
    Merge(Merge),
}

/// `luka account list`
#[derive(Debug, Args)]
pub(crate) struct AccountList {
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_parser = account_kind())]
    pub(crate) kind: Option<AccountKind>,
    #[arg(long, allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
}

/// `luka account add`
#[derive(Debug, Args)]
pub(crate) struct AccountAdd {
    pub(crate) name: String,
    #[arg(long, value_parser = account_kind())]
    pub(crate) kind: AccountKind,
    #[arg(long, value_name = "CODE")]
    pub(crate) currency: Option<CurrencyCode>,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) opening: Option<String>,
    #[arg(long, requires = "opening", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
    #[arg(long)]
    pub(crate) parent: Option<String>,
}

/// `luka account edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["new_name", "parent", "no_parent"])]
pub(crate) struct AccountEdit {
    pub(crate) name: String,
    #[arg(long = "name", value_name = "NAME")]
    pub(crate) new_name: Option<String>,
    #[arg(long, conflicts_with = "no_parent")]
    pub(crate) parent: Option<String>,
    #[arg(long)]
    pub(crate) no_parent: bool,
}

/// `luka category …`
#[derive(Debug, Subcommand)]
pub(crate) enum CategoryCommand {
    List(CategoryList),
    Add(CategoryAdd),
    Edit(CategoryEdit),
    Rm { name: String },
    Close { name: String },
    Reopen { name: String },
    Rename(Rename),
    Merge(Merge),
}

/// `luka category list`
#[derive(Debug, Args)]
pub(crate) struct CategoryList {
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_parser = category_kind())]
    pub(crate) kind: Option<AccountKind>,
}

/// `luka category add`
#[derive(Debug, Args)]
pub(crate) struct CategoryAdd {
    pub(crate) name: String,
    #[arg(long, value_parser = category_kind())]
    pub(crate) kind: AccountKind,
    #[arg(long)]
    pub(crate) parent: Option<String>,
}

/// `luka category edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["new_name", "parent", "no_parent"])]
pub(crate) struct CategoryEdit {
    pub(crate) name: String,
    #[arg(long = "name", value_name = "NAME")]
    pub(crate) new_name: Option<String>,
    #[arg(long, conflicts_with = "no_parent")]
    pub(crate) parent: Option<String>,
    #[arg(long)]
    pub(crate) no_parent: bool,
}

/// `… rename NAME NEW`
#[derive(Debug, Args)]
pub(crate) struct Rename {
    pub(crate) name: String,
    pub(crate) new: String,
}

/// `… merge FROM INTO`
#[derive(Debug, Args)]
pub(crate) struct Merge {
    pub(crate) from: String,
    pub(crate) into: String,
}
