//! Accounts and categories: making, renaming, moving, merging, closing and deleting them.

mod add;
mod edit;
mod list;
mod merge;
mod past;
mod remove;

use domain::account::{AccountKind, NameError, Wanted};
use domain::amount::AmountError;
use domain::label::LabelError;
use domain::transaction::TransactionError;
use domain::{Account, Chart, CurrencyCode};
use store::{StoreError, Verb};

use crate::LookupError;
use crate::transaction::EntryError;

pub use add::{AccountAdded, AddAccount, Opening};
pub use edit::EditAccount;
pub use list::{AccountBalance, Balances};
pub use merge::AccountsMerged;
pub use past::{AccountPast, CategoryPast, Held, Past};

/// Why an account or category was not made or changed. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// There is one with that name at that place.
    #[error("`{0}` exists already")]
    Exists(String),
    /// A name can't be given.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The opening amount was refused.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// The currency is unknown.
    #[error("there is no currency {0}")]
    UnknownCurrency(CurrencyCode),
    /// Accounts below others have their kind, and categories are no accounts.
    #[error("`{name}` is of kind {found}, not {expected}")]
    Kind {
        /// The account.
        name: String,
        /// Its kind.
        found: AccountKind,
        /// The kind it would have to be of.
        expected: AccountKind,
    },
    /// Two accounts in different currencies can't become one.
    #[error("`{from}` and `{into}` are in different currencies")]
    Currencies {
        /// The account that would vanish.
        from: String,
        /// The account that would stay.
        into: String,
    },
    /// It has postings, bank rows or children.
    #[error("`{name}` is in use: {postings} postings, {children} below it")]
    InUse {
        /// The account.
        name: String,
        /// Its postings.
        postings: i64,
        /// The accounts below it.
        children: usize,
    },
    /// Budgets, schedules or rules name it, or two that can't become one.
    #[error("`{name}` is named by {plans} budgets, schedules and rules")]
    Planned {
        /// The account.
        name: String,
        /// How many name it.
        plans: usize,
    },
    /// It would lie below itself.
    #[error("`{0}` can't be moved below itself")]
    Circle(String),
    /// It holds value, so it can't be closed.
    #[error("`{0}` is not empty")]
    NotEmpty(String),
    /// The opening entry breaks a law.
    #[error(transparent)]
    Transaction(#[from] TransactionError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<NameError> for AccountError {
    fn from(error: NameError) -> Self {
        Self::Lookup(error.into())
    }
}

impl From<EntryError> for AccountError {
    fn from(error: EntryError) -> Self {
        match error {
            EntryError::Lookup(error) => Self::Lookup(error),
            EntryError::Amount(error) => Self::Amount(error),
            EntryError::Label(error) => Self::Label(error),
            EntryError::Transaction(error) => Self::Transaction(error),
            EntryError::Store(error) => Self::Store(error),
            other => Self::Store(StoreError::Contradiction(other.to_string())),
        }
    }
}

/// Under which verb the history tells of a change to this sort of account.
const fn verb(wanted: Wanted) -> Verb {
    match wanted {
        Wanted::Category => Verb::Category,
        Wanted::Account | Wanted::Either => Verb::Account,
    }
}

/// Refuses a name that another account or category has at the same place.
fn free_name(chart: &Chart, account: &Account) -> Result<(), AccountError> {
    let twin = chart.children(account.parent).find(|other| {
        other.id != account.id
            && other.kind.is_category() == account.kind.is_category()
            && domain::text::fold(&other.name) == domain::text::fold(&account.name)
    });
    twin.map_or(Ok(()), |twin| {
        Err(AccountError::Exists(chart.path(twin.id).to_owned()))
    })
}
