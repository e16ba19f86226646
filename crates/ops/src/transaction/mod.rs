//! Transactions: entering, changing, deleting, listing and reconciling them.

mod add;
mod bulk;
mod edit;
pub(crate) mod labels;
mod legs;
mod list;
mod open_entries;
mod reconcile;
mod remove;
mod repeat;
mod reshape;
mod selection;
mod shape;
mod transfer;
mod window;

use domain::account::AccountKind;
use domain::amount::AmountError;
use domain::label::LabelError;
use domain::transaction::TransactionError;
use domain::{CurrencyCode, Money};
use store::StoreError;

use crate::LookupError;

pub use add::{AddTransaction, TransactionAdded};
pub(crate) use add::{account_currency, holding_account};
pub use bulk::{BulkEdit, BulkPlan, FIELDS, Setting, SettingError};
pub use edit::{EditTransaction, TransactionEdited};
pub(crate) use legs::{Share, legs};
pub use list::{ListTransactions, Listed};
pub use open_entries::OpenEntries;
pub use reconcile::{Reconcile, ReconcileError, Reconciled, Ticked};
pub(crate) use remove::let_go;
pub use remove::{Removal, RemoveTransactions};
pub use selection::Selection;
pub use shape::Shape;
pub use transfer::AddTransfer;
pub use window::{Order, Place, Start, Window};

/// Why an entry was refused. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum EntryError {
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// An amount can't be read, or doesn't fit the currency.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// An amount of zero says nothing.
    #[error("the amount is zero")]
    ZeroAmount,
    /// No account is known to take the money from.
    #[error("there is no account yet")]
    NoAccount,
    /// Several accounts could be meant, and none was used last.
    #[error("which account?")]
    WhichAccount,
    /// The splits leave less than nothing for the category.
    #[error("the splits are larger than the whole: {over} too much")]
    SplitsExceed {
        /// By how much.
        over: Money,
    },
    /// A new category was asked for with a name that exists with another kind.
    #[error("`{name}` exists and is of kind {kind}")]
    OtherKind {
        /// The category.
        name: String,
        /// Its kind.
        kind: AccountKind,
    },
    /// The second amount of a transfer is missing: the currencies differ.
    #[error("{from} and {to} differ: how much was received?")]
    ReceivedMissing {
        /// The currency of the account that gives.
        from: CurrencyCode,
        /// The currency of the account that takes.
        to: CurrencyCode,
    },
    /// A second amount was given although the currencies are the same.
    #[error("both accounts are in {0}: one amount is enough")]
    ReceivedNeedless(CurrencyCode),
    /// From an account to itself.
    #[error("a transfer needs two different accounts")]
    SameAccount,
    /// The transaction has not the shape that the edit needs: which leg is meant?
    #[error("the transaction has {legs} legs of that sort: give all of them as splits")]
    WhichLeg {
        /// How many legs would fit.
        legs: usize,
    },
    /// The new account is in another currency than the transaction.
    #[error("the transaction is in {found}, the account in {expected}")]
    OtherCurrency {
        /// The currency of the transaction.
        found: CurrencyCode,
        /// The currency of the account.
        expected: CurrencyCode,
    },
    /// The transaction was reconciled with a statement.
    #[error("the transaction was reconciled with a statement")]
    Reconciled,
    /// A payee, tag or category can't have that name.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// The transaction breaks a law.
    #[error(transparent)]
    Transaction(#[from] TransactionError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<domain::account::NameError> for EntryError {
    fn from(error: domain::account::NameError) -> Self {
        Self::Lookup(error.into())
    }
}
