//! Sealed, incremental, immutable versions of a ledger over any remote, made without its key.
//!
//! This room knows pages and bytes, not money: it copies the ciphertext that SQLCipher wrote,
//! finds the pages that changed, seals them under the backup key and puts them where the user
//! wants. The format is `docs/backup-format.md`; cryptography is `vault`'s; Google is `drive`'s.

mod name;
pub mod progress;
pub mod remote;

pub use name::{DeviceId, Kind, NotAnObject, ObjectId, ObjectName, Stamp};
pub use progress::Progress;
pub use remote::{Folder, Listed, Remote, RemoteError, Staged};
