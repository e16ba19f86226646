//! What backups need the ledger's key for: making the backup key once, and proving a version.
//!
//! Everything else about backups needs no key and is the crate `backup` alone. Nothing here opens
//! the live database: a process that makes images of it must not have it open through SQLite.

mod establish;
mod prove;

pub use establish::{EstablishError, establish};
pub use prove::{Proof, prove};
