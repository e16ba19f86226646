//! Key slots: the file `keys.json`, in which the ledger's key is wrapped once per way in.
//!
//! passphrase or recovery code → Argon2id → wrapping key → XChaCha20-Poly1305 over the 32-byte
//! [`LedgerKey`](crate::LedgerKey). The associated data binds everything else the slot says, so
//! that weaker parameters, another kind or another ledger's slot don't open. A new passphrase
//! rewraps the key; the database is never rewritten, and an older `keys.json` (in a backup) still
//! opens with the older passphrase.
//!
//! The file is judged before it is believed: unknown versions, kinds and algorithms, parameters
//! below the floor or above what a machine should be asked for, and anything over 64 KiB are
//! refused.

mod error;
mod kdf;
mod key_file;
mod slot;
mod wire;

pub use error::{KeyFileError, UnlockError, WrapError};
pub use kdf::KdfError;
pub use key_file::KeyFile;
pub use slot::SlotKind;
