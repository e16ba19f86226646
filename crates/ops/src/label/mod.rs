//! Payees and tags: making, renaming, merging and deleting them.

mod payee;
mod payee_flow;
mod tag;

use domain::label::LabelError;
use store::{Kind, StoreError};

use crate::LookupError;

pub use payee::{EditPayee, PayeeUse};
pub use payee_flow::FlowsOfPayees;
pub use store::{PayeeUses, UsesOfPayees};

/// Why a payee or tag was not made or changed. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum LabelChangeError {
    /// There is one with that name.
    #[error("there is a {} `{name}` already", kind.as_str())]
    Exists {
        /// What it is.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// Transactions carry it.
    #[error("the {} `{name}` is in use: {uses} transactions", kind.as_str())]
    InUse {
        /// What it is.
        kind: Kind,
        /// Its name.
        name: String,
        /// How many transactions carry it.
        uses: u64,
    },
    /// Schedules or rules name it and need it.
    #[error("the {} `{name}` is named by schedules or rules", kind.as_str())]
    Planned {
        /// What it is.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// Into itself.
    #[error("a {} can't be merged into itself", .0.as_str())]
    Itself(Kind),
    /// A name can't be given.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
