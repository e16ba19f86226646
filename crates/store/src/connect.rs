//! The connection: the key goes in raw; and what is done where nothing can be written.
//!
//! A database in WAL mode needs the file `-shm` even for reading, and where that can't be made there
//! are three ways left, each right for one circumstance:
//!
//! - *No WAL, or an empty one, on a read-only disk*: `immutable`, which ignores the WAL, is exact.
//! - *A WAL with content on a read-only disk* (a crash, then a mount): the index of the WAL is built
//!   in memory, which SQLite does in exclusive mode; without locks, which a file that can't be opened
//!   for writing doesn't take, and which nobody else could hold either.
//! - *A full disk*: exclusive mode with real locks, since others may write as soon as there is room.

use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use vault::LedgerKey;
use vault::private::takes_files;

use crate::{LedgerDir, StoreError, ledger};

/// How long a writer waits for another one before it gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Page cache: large enough that joins don't decrypt pages twice, small enough for 40 MiB in all.
const CACHE_KIB: i64 = 2560;

/// Why a ledger can only be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    ReadOnly,
    DiskFull,
}

impl From<Obstacle> for StoreError {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::ReadOnly => Self::ReadOnly,
            Obstacle::DiskFull => Self::DiskFull,
        }
    }
}

/// An open connection, and what keeps it from writing.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) connection: Connection,
    pub(crate) obstacle: Option<Obstacle>,
}

/// Opens for reading and writing, else for reading.
pub(crate) fn connect_or_read(directory: &LedgerDir, key: &LedgerKey) -> Result<Link, StoreError> {
    let database = directory.database();
    let metadata = database.metadata();
    let metadata = metadata.map_err(|source| StoreError::Io {
        path: database.clone(),
        source,
    })?;
    if metadata.len() == 0 {
        // SQLite would take it for a new one.
        return Err(StoreError::Damaged(None));
    }
    let obstacle = match connect(directory, key) {
        // Where files can be made, somebody may write at this moment: no way without locks is right.
        Err(StoreError::ReadOnly) if !takes_files(directory.path()) => Obstacle::ReadOnly,
        Err(StoreError::DiskFull) => Obstacle::DiskFull,
        outcome => return outcome,
    };
    let connection = if has_wal(&database) || obstacle == Obstacle::DiskFull {
        match exclusive(&database, key, obstacle) {
            Err(StoreError::DiskFull | StoreError::ReadOnly) if !has_wal(&database) => {
                immutable(&database, key)
            }
            outcome => outcome,
        }
    } else {
        immutable(&database, key)
    };
    connection.map(|connection| Link {
        connection,
        obstacle: Some(obstacle),
    })
}

/// Opens for reading and writing; SQLite itself opens for reading what the system won't let it
/// write, if the files of the WAL are there.
pub(crate) fn connect(directory: &LedgerDir, key: &LedgerKey) -> Result<Link, StoreError> {
    let flags = base() | OpenFlags::SQLITE_OPEN_READ_WRITE;
    let connection = Connection::open_with_flags(directory.database(), flags)?;
    unlock(&connection, key)?;
    // WAL with FULL: a commit is on the disk before it is reported.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    settle(&connection)?;
    let obstacle = connection.is_readonly(rusqlite::MAIN_DB)?;
    let obstacle = obstacle.then_some(Obstacle::ReadOnly);
    Ok(Link {
        connection,
        obstacle,
    })
}

fn base() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW
}

/// True when there are changes that are not in the database file.
fn has_wal(database: &Path) -> bool {
    let mut wal = database.to_path_buf().into_os_string();
    wal.push("-wal");
    PathBuf::from(wal)
        .metadata()
        .is_ok_and(|metadata| metadata.len() > 0)
}

fn immutable(database: &Path, key: &LedgerKey) -> Result<Connection, StoreError> {
    let flags = base() | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(uri(database), flags)?;
    unlock(&connection, key)?;
    settle(&connection)?;
    Ok(connection)
}

fn exclusive(
    database: &Path,
    key: &LedgerKey,
    obstacle: Obstacle,
) -> Result<Connection, StoreError> {
    let connection = match obstacle {
        Obstacle::ReadOnly => {
            let flags = base() | OpenFlags::SQLITE_OPEN_READ_ONLY;
            Connection::open_with_flags_and_vfs(database, flags, c"unix-none")?
        }
        Obstacle::DiskFull => {
            let flags = base() | OpenFlags::SQLITE_OPEN_READ_WRITE;
            Connection::open_with_flags(database, flags)?
        }
    };
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    unlock(&connection, key)?;
    connection.pragma_update(None, "query_only", true)?;
    settle(&connection)?;
    Ok(connection)
}

/// Gives SQLCipher the key and reads the first page with it.
fn unlock(connection: &Connection, key: &LedgerKey) -> Result<(), StoreError> {
    // SQLCipher would write its errors to stderr, in the middle of a screen.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.execute_batch(&key.expose_sqlcipher_statement())?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

/// The settings that the whole store relies on.
fn settle(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(64);
    ledger::register_functions(connection)
}

/// `file:` with every byte that could mean something written as `%41`.
fn uri(database: &Path) -> String {
    let written = |byte: &u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
            char::from(*byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    let path: String = database
        .as_os_str()
        .as_bytes()
        .iter()
        .map(written)
        .collect();
    format!("file:{path}?immutable=1")
}
