//! What the ledger keeps of bank files: batches, and each row that was taken from one.
//!
//! Rows are kept so that a file imported again, or one that overlaps it, adds nothing. Two equal
//! rows on one day are two rows: whether a row is already there is decided by *counting* equal
//! rows (`identity`), never by similarity.

mod identity;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, BatchId, StatementRowId, TransactionId};
use crate::money::Money;

pub use identity::{Known, Tally};

/// One import of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Its identifier.
    pub id: BatchId,
    /// The name of the file, without its folder.
    pub file: String,
    /// What the file was: `csv`, `ofx`, `qif`, …
    pub format: String,
    /// When it was imported, RFC 3339 in UTC.
    pub imported_at: String,
}

/// One row of a bank file, as the bank wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementRow {
    /// Its identifier.
    pub id: StatementRowId,
    /// The batch that brought it.
    pub batch: BatchId,
    /// The ledger account whose statement it is from.
    pub account: AccountId,
    /// The day the bank gave it.
    pub date: NaiveDate,
    /// The amount in the account's currency; money in is positive.
    pub amount: Money,
    /// Payee and memo as in the file.
    pub text: String,
    /// The bank's own identifier, when the file has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_id: Option<String>,
    /// The transaction it became or was matched with; none when that was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction: Option<TransactionId>,
    /// Why it was decided so.
    pub verdict: Verdict,
}

/// What was decided about a row, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// No equal row was known: it became a transaction.
    New,
    /// An entry by hand looks like it: it is kept, not booked, until a person decides.
    Review,
    /// A person said that it is an entry that was there already.
    Matched,
}
