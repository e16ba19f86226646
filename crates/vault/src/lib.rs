//! The only cryptography in the house: passphrase → key slots → keys, in types that wipe themselves.
//!
//! A ledger has one random [`LedgerKey`]. It never touches the disk in clear: [`slots`] wraps it
//! under a passphrase and under a printed [`RecoveryCode`], [`agent`] holds it in memory for a
//! while, and [`private`] refuses files that other users could read or put in place. [`chain`] and
//! [`head`] notice a database that was rolled back, which SQLCipher alone cannot.
//!
//! The vault never prints, never asks for anything, never reads the environment, and knows nothing
//! of money or SQL: `store` is the next door for the database, a face for the passphrase prompt.

pub mod agent;
pub mod backup;
pub mod chain;
pub mod head;
mod ledger_id;
pub mod private;
mod random;
pub mod secret;
pub mod slots;
pub mod socket;

pub use chain::{ChainHash, ChainHasher, content_digest};
pub use head::{Head, HeadFile};
pub use ledger_id::{LedgerId, LedgerIdError};
pub use random::RandomError;
pub use secret::{LedgerKey, Passphrase, RecoveryCode};
pub use slots::KeyFile;
