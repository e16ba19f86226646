//! The neutral stream of a whole ledger: first its head, then each transaction, then each
//! statement row.
//!
//! Every export is a [`BookWriter`] and every restore fills a [`BookSink`]. The head (accounts,
//! payees, prices …) is held in memory; transactions pass one at a time, so a ledger of any age
//! goes through in flat memory. This room knows no store and decides nothing: `ops` pulls rows and
//! pushes them in here. Next doors: [`json`], the lossless document, and `crate::export`.

pub mod foreign;
mod head;
pub mod json;
mod names;
mod register;
mod writer;

pub use head::BookHead;
pub use names::{MissingName, Names};
pub use register::{Entry, Register};
pub use writer::{BookSink, BookWriter, Statement, WriteError};
