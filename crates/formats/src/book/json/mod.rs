//! The lossless document: a whole ledger as one JSON value, one transaction a line.
//!
//! `{"version":1,"kind":"lukalibre-ledger", …head…, "transactions":[…], "statement_rows":[…],
//! "attachments":[…]}`, the last only when there are some.
//! Ids are in their text form, money is digits and currency, accounts are named by path and kind,
//! payees and tags by name. What was written reads back and writes again to the same bytes; the
//! writer refuses what could not be read back, and the reader refuses fields that it doesn't know
//! rather than lose them. The shape of a transaction is the one that the command line prints.

mod accounts;
mod attachment;
mod entries;
mod error;
mod id;
mod meter;
mod money;
mod plans;
mod read;
mod resolve;
mod row;
mod transaction;
mod write;

pub use error::{AccountProblem, ItemError, ReadBookError};
pub use money::MoneyShape;
pub use read::read;
pub use transaction::{TransactionShape, transaction_shape};
pub use write::JsonWriter;

/// The version of the document that is written and the only one that is read.
pub const VERSION: u64 = 1;
/// What the field `kind` of the document says.
pub const KIND: &str = "lukalibre-ledger";
