//! Why an answer was refused.

use store::StoreError;

use crate::LookupError;
use crate::import::ImportError;
use crate::transaction::EntryError;

/// Why an answer was refused. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// Nothing with that id waits, or waited.
    #[error("nothing in the queue has the id `{0}`")]
    NothingWaits(String),
    /// It was decided already.
    #[error("`{0}` was decided already")]
    Decided(String),
    /// There is nothing to say yes to: a category has to be named.
    #[error("nothing is proposed for `{0}`")]
    NothingProposed(String),
    /// There is nothing to say no to.
    #[error("nothing about `{0}` can be rejected")]
    NothingToReject(String),
    /// The transaction that the proposal is about was deleted since.
    #[error("the transaction that `{0}` was compared with is gone")]
    CandidateGone(String),
    /// A transaction that is no pair of two rows can't be taken apart.
    #[error("`{0}` is no transfer made of two rows")]
    NoPair(String),
    /// Two things that can't be the same or two sides of one transfer.
    #[error("`{row}` and `{transaction}` have no amount in common")]
    OtherAmount {
        /// The row.
        row: String,
        /// The transaction.
        transaction: String,
    },
    /// A rule takes no category, a proposed match none either.
    #[error("`{0}` takes no category")]
    NoCategory(String),
    /// The row can't be booked.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A transaction can't be changed so.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<domain::account::NameError> for ReviewError {
    fn from(error: domain::account::NameError) -> Self {
        Self::Lookup(error.into())
    }
}
