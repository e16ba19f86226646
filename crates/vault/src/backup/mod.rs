//! What keeps backups: a key of their own, sealed pieces, and digests of pages.
//!
//! The backup key opens what lies at a remote, and inside of it there are only pages that SQLCipher
//! encrypted under the ledger's key. So a program that runs with nobody logged in may hold it. It
//! is wrapped under the ledger's key, which the passphrase or the recovery code gives: a new
//! machine needs nothing else. Every byte is specified in `docs/backup-format.md`.

mod digest;
mod key;
mod sealer;

pub use digest::{FileDigest, FileHasher, PAGE_SIZE, PageDigest, short_digest};
pub use key::{BackupKey, BackupKeyError, WrappedBackupKey};
pub use sealer::{NotAuthentic, OVERHEAD, Sealer, random_id};
