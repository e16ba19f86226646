//! The SQLCipher file: the only SQL about the ledger.
//!
//! `Locked` is a ledger directory whose key is not at hand, `Ledger` one that is open. Reading goes
//! through a `View`. Writing goes through a `Writer`, and there is no other door: it writes the
//! rows, their rollups and the recorded changes in one write transaction, and moves the head of the
//! hash chain that lies outside the database. What should be written is decided next door, in `ops`.

mod calendar;
mod connect;
mod directory;
mod doctor;
mod error;
mod ledger;
mod migrate;
mod open;
mod read;
mod record;
mod unfinished;
mod write;

pub use directory::LedgerDir;
pub use doctor::{Check, Finding, Patient};
pub use error::StoreError;
pub use ledger::{Interrupter, Ledger, Snapshot};
pub use open::{DeviceId, Locked, NewLedger};
pub use read::filter::{Filter, Test};
pub use read::history::{ChangeRecord, OperationRecord};
pub use read::sums::Sum;
pub use read::{
    ContributionSum, OpenPostings, Order, PayeeSum, PayeeUses, Place, RegisterKey, RegisterPosting,
    RegisterQuery, Start, UsesOfPayees, View,
};
pub use record::{Action, Kind, Record};
pub use unfinished::Unfinished;
pub use write::digest_of;
pub use write::{Current, Operation, Told, Verb, Writer};
