//! Why the store could not do what it was asked. Messages name files, never their content.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use vault::head::HeadError;
use vault::private::PrivateError;
use vault::slots::{KeyFileError, UnlockError, WrapError};

/// Any failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no ledger in the directory.
    #[error("there is no ledger in {}", .0.display())]
    NoLedger(PathBuf),
    /// There is a ledger already.
    #[error("there is a ledger in {} already", .0.display())]
    LedgerExists(PathBuf),
    /// A file or directory that others can reach, or that is not what it should be.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// The key slots can't be read or written.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The passphrase or recovery code opens no slot.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    /// A new passphrase can't be wrapped.
    #[error(transparent)]
    Wrap(#[from] WrapError),
    /// No randomness could be had.
    #[error(transparent)]
    Random(#[from] vault::RandomError),
    /// The head file can't be read or written.
    #[error(transparent)]
    Head(#[from] HeadError),
    /// The key is right, but the file is no database under it, or a page fails its HMAC.
    #[error("the ledger file is damaged, or is not the one of these keys")]
    Damaged(#[source] Option<rusqlite::Error>),
    /// The database lacks changes that were committed: an old copy, or a lost WAL.
    #[error(
        "the ledger is older than it was: change {expected} was saved, the file ends at {found}"
    )]
    RolledBack {
        /// The sequence that the head remembers.
        expected: u64,
        /// The last sequence in the file.
        found: u64,
    },
    /// The database has another history than the head remembers.
    #[error("the ledger's history was altered at change {0}")]
    AlteredHistory(u64),
    /// The rows contradict the recorded changes.
    #[error("the ledger's rows contradict its history: {0}")]
    Contradiction(String),
    /// What was to be changed was changed meanwhile by another program.
    #[error("a {} was changed meanwhile", .0.as_str())]
    Stale(crate::Kind),
    /// A later version of the program wrote the file.
    #[error("the ledger has format {found}, this program knows {known}")]
    Newer {
        /// The format of the file.
        found: i64,
        /// The newest format that this program reads.
        known: i64,
    },
    /// Another process holds the write lock.
    #[error("the ledger is busy: another program is writing to it")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its directory can't be written.
    #[error("the ledger can't be written: it, or its disk, is read-only")]
    ReadOnly,
    /// It was stopped from outside; nothing was written.
    #[error("it was stopped")]
    Interrupted,
    /// All ids of a device are used.
    #[error("this device has no ids left")]
    NoIds,
    /// A sum doesn't fit.
    #[error("a sum is too large")]
    Overflow,
    /// A constraint of the file refused a row.
    #[error("the ledger refused a row: {0}")]
    Constraint(String),
    /// A recorded change can't be read back.
    #[error("a recorded change can't be read")]
    Record(#[from] serde_json::Error),
    /// The system refused a file operation.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Anything else that SQLite said.
    #[error("the database failed")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error_code() else {
            return Self::Sqlite(error);
        };
        if is_out_of_space(&error) {
            return Self::DiskFull;
        }
        match code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::OperationInterrupted => Self::Interrupted,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen => Self::ReadOnly,
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged(Some(error)),
            ErrorCode::ConstraintViolation => Self::Constraint(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

/// SQLite reports a full disk as an I/O error when it happens in the WAL or its shared memory.
fn is_out_of_space(error: &rusqlite::Error) -> bool {
    const WRITES: [i32; 3] = [
        rusqlite::ffi::SQLITE_IOERR_WRITE,
        rusqlite::ffi::SQLITE_IOERR_SHMSIZE,
        rusqlite::ffi::SQLITE_IOERR_TRUNCATE,
    ];
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => WRITES.contains(&failure.extended_code),
        _ => false,
    }
}
