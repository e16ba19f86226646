//! What the ledger keeps of bank files: batches, and each row that was taken from one.
//!
//! Rows are kept so that a file imported again, or one that overlaps it, adds nothing. Two equal
//! rows on one day are two rows: whether a row is already there is decided by *counting* equal
//! rows (`identity`), never by similarity.

mod identity;
mod unbooked;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, BatchId, StatementRowId, TransactionId};
use crate::money::Money;

pub use identity::{Known, Tally};
pub use unbooked::{Unbooked, UnbookedSplit};

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
    /// What was decided.
    pub verdict: Verdict,
    /// Why it was decided so; none when no equal row was known and nothing else was remarkable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// True while something is proposed about a row that is booked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waits: bool,
    /// The transaction that the reason is about; it may be gone since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<TransactionId>,
    /// What booking it needs beyond its text, while it is not booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unbooked: Option<Box<Unbooked>>,
}

impl StatementRow {
    /// True while a person is asked about it.
    pub fn is_open(&self) -> bool {
        self.waits || self.verdict == Verdict::Review
    }
}

/// What was decided about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// No equal row was known: it became a transaction.
    New,
    /// It is kept, not booked, until a person decides.
    Review,
    /// It is an entry that was there already.
    Matched,
    /// A person wanted nothing of it.
    Declined,
}

/// Why a row waits, or waited, for a person's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// An entry of a near day has its amount and no bank row yet.
    Entry,
    /// An announced row of the same amount is gone from the bank's file: this one may be it.
    Redated,
    /// A row of another own account has the opposite amount on a near day.
    Transfer,
    /// It lies between the rows of an earlier file, which did not have it.
    Late,
    /// It was read from a document, not from a bank's data.
    Document,
    /// Its category is the one that payments like it had.
    Suggested,
    /// It stands for a transaction of another program's book, not for the word of a bank.
    Book,
}

impl Reason {
    /// All of them, in the order of their numbers in the file.
    pub const ALL: [Self; 7] = [
        Self::Entry,
        Self::Redated,
        Self::Transfer,
        Self::Late,
        Self::Document,
        Self::Suggested,
        Self::Book,
    ];

    /// The word in JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Redated => "redated",
            Self::Transfer => "transfer",
            Self::Late => "late",
            Self::Document => "document",
            Self::Suggested => "suggested",
            Self::Book => "book",
        }
    }
}
