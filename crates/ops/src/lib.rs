//! The use-cases: one verb, one file; the only opener of a write transaction.
//!
//! A face gathers what a person typed and calls one verb; the verb looks names up, lets `domain`
//! judge, and writes rows, rollups and the recorded change through the store's one door. Nothing
//! here prints, asks, or reads the clock: today and now come in with the `Book`.

pub mod account;
pub mod attachment;
pub mod backup;
mod book;
pub mod budget;
pub mod currency;
mod currency_lookup;
pub mod demo;
pub mod doctor;
pub mod export;
pub mod goal;
mod habits;
pub mod history;
pub mod import;
mod init;
pub mod label;
mod lookup;
mod names;
mod progress;
mod query;
mod references;
pub mod report;
pub mod restore;
pub mod review;
pub mod rule;
pub mod schedule;
pub mod session;
pub mod transaction;

pub use book::{Book, Clock};
pub use init::{InitLedger, LedgerMade, StarterLanguage};
pub use lookup::LookupError;
pub use names::{KnownNames, MissingName, Names, TransactionShape, transaction_shape};
pub use progress::{Progress, Step};
