//! Accounts and categories: where value sits, and what it was for.
//!
//! A category is an account of kind income, expense or saving; both nest, and are named by their
//! path (`Food:Groceries`). An account that holds value (asset, liability, equity) has one
//! currency; a category takes any. `chart` finds accounts by what people type.

mod chart;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::currency::CurrencyCode;
use crate::id::AccountId;
use crate::label::{LabelError, tidy_name};

pub use chart::{Chart, MAX_DEPTH, NameError, Wanted};

/// What kind of thing an account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccountKind {
    /// Value one has: cash, a bank account.
    Asset,
    /// Value one owes: a credit card, a loan.
    Liability,
    /// Opening balances and the like.
    Equity,
    /// A category of money that comes in.
    Income,
    /// A category of money that is spent.
    Expense,
    /// A category of money that is put aside.
    Saving,
}

impl AccountKind {
    /// All kinds, in the order in which reports show them.
    pub const ALL: [Self; 6] = [
        Self::Asset,
        Self::Liability,
        Self::Equity,
        Self::Income,
        Self::Expense,
        Self::Saving,
    ];

    /// True for income, expense and saving.
    pub const fn is_category(self) -> bool {
        matches!(self, Self::Income | Self::Expense | Self::Saving)
    }

    /// True for the kinds that hold value of one's own: assets and liabilities.
    pub const fn is_holding(self) -> bool {
        matches!(self, Self::Asset | Self::Liability)
    }

    /// The word used in JSON, on the command line and in the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asset => "asset",
            Self::Liability => "liability",
            Self::Equity => "equity",
            Self::Income => "income",
            Self::Expense => "expense",
            Self::Saving => "saving",
        }
    }

    /// The factor that makes this kind's totals positive in reports: income, liabilities and
    /// equity grow by credits, which are negative postings.
    pub const fn direction(self) -> i64 {
        match self {
            Self::Asset | Self::Expense | Self::Saving => 1,
            Self::Liability | Self::Equity | Self::Income => -1,
        }
    }
}

impl fmt::Display for AccountKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a text is no kind of account.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no kind of account")]
pub struct AccountKindError(pub String);

impl FromStr for AccountKind {
    type Err = AccountKindError;

    fn from_str(text: &str) -> Result<Self, AccountKindError> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| AccountKindError(text.chars().take(40).collect()))
    }
}

/// An account or category as it is stored; its full name is known to the [`Chart`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// Its own name, without its parents' names.
    pub name: String,
    /// Its kind, the same as its parent's.
    pub kind: AccountKind,
    /// What it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<AccountId>,
    /// The currency of an asset, liability or equity account; none for a category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<CurrencyCode>,
    /// True when it takes no new postings.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

/// Splits a full name (`Food:Groceries`) into the tidied names on its path.
pub fn split_path(path: &str) -> Result<Vec<String>, LabelError> {
    path.split(':').map(tidy_name).collect()
}
