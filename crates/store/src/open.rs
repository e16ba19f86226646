//! Making and opening a ledger: the key goes in raw, and the head is compared before any use.

use std::str::FromStr;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use vault::{HeadFile, KeyFile, LedgerKey, Passphrase, RecoveryCode, private};

use crate::{Ledger, LedgerDir, StoreError, ledger, migrate};

/// How long a writer waits for another one before it gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Page cache: large enough that joins don't decrypt pages twice, small enough for 40 MiB in all.
const CACHE_KIB: i64 = 2560;

/// The device that writes: 32 hexadecimal digits, random, one for each machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceId(String);

impl DeviceId {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that is no device id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a device id is 32 hexadecimal digits")]
pub struct DeviceIdError;

impl FromStr for DeviceId {
    type Err = DeviceIdError;

    fn from_str(text: &str) -> Result<Self, DeviceIdError> {
        let hex = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
        if hex {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(DeviceIdError)
        }
    }
}

/// A ledger whose key is not at hand.
#[derive(Debug)]
pub struct Locked {
    directory: LedgerDir,
    keys: KeyFile,
}

/// A ledger just made, and the recovery code that is shown once.
#[derive(Debug)]
pub struct NewLedger {
    /// The open ledger.
    pub ledger: Ledger,
    /// Opens the ledger when the passphrase is forgotten.
    pub recovery_code: RecoveryCode,
}

impl Locked {
    /// Finds the ledger in a directory; refuses one that other users can reach.
    pub fn find(directory: LedgerDir) -> Result<Self, StoreError> {
        if !directory.holds_ledger() {
            return Err(StoreError::NoLedger(directory.path().to_owned()));
        }
        private::check_private_dir(directory.path())?;
        let keys = KeyFile::load(&directory.keys())?;
        Ok(Self { directory, keys })
    }

    /// The key slots of this ledger.
    pub fn keys(&self) -> &KeyFile {
        &self.keys
    }

    /// Unwraps the key with the passphrase; takes the same time whatever was wrong.
    pub fn key_from_passphrase(&self, passphrase: &Passphrase) -> Result<LedgerKey, StoreError> {
        Ok(self.keys.unlock_with_passphrase(passphrase)?)
    }

    /// Unwraps the key with the recovery code.
    pub fn key_from_recovery_code(&self, code: &RecoveryCode) -> Result<LedgerKey, StoreError> {
        Ok(self.keys.unlock_with_recovery(code)?)
    }

    /// Wraps the key under a new passphrase; the database is not rewritten.
    pub fn change_passphrase(
        &mut self,
        key: &LedgerKey,
        new: &Passphrase,
    ) -> Result<(), StoreError> {
        self.keys.change_passphrase(key, new)?;
        Ok(self.keys.save(&self.directory.keys())?)
    }

    /// Opens the database. The head of its history must be where the file `head` says.
    pub fn open(self, key: &LedgerKey, device: DeviceId) -> Result<Ledger, StoreError> {
        let database = self.directory.database();
        private::check_private_file(&database)?;
        let mut connection = connect(&self.directory, key)?;
        migrate::migrate(&mut connection)?;
        let head = HeadFile::open_or_create(&self.directory.head(), key, self.keys.ledger_id())?;
        let ledger = Ledger::assemble(
            self.directory,
            connection,
            head,
            self.keys.ledger_id(),
            device,
        )?;
        ledger.check_head()?;
        Ok(ledger)
    }
}

impl NewLedger {
    /// Makes an encrypted ledger in a directory that holds none.
    ///
    /// The key slots are written last, so that a crash in the middle leaves no half ledger that
    /// could be taken for a whole one.
    pub fn create(
        directory: LedgerDir,
        passphrase: &Passphrase,
        device: DeviceId,
    ) -> Result<Self, StoreError> {
        if directory.holds_ledger() {
            return Err(StoreError::LedgerExists(directory.path().to_owned()));
        }
        private::create_private_dir(directory.path())?;
        let key = LedgerKey::generate()?;
        let (keys, recovery_code) = KeyFile::create(&key, passphrase)?;
        drop(private::open_private_new(&directory.database())?);
        let mut connection = connect(&directory, &key)?;
        migrate::migrate(&mut connection)?;
        let head = HeadFile::open_or_create(&directory.head(), &key, keys.ledger_id())?;
        keys.save(&directory.keys())?;
        let ledger = Ledger::assemble(directory, connection, head, keys.ledger_id(), device)?;
        Ok(Self {
            ledger,
            recovery_code,
        })
    }
}

/// Opens the connection with the raw key and the settings that the whole store relies on.
fn connect(directory: &LedgerDir, key: &LedgerKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(directory.database(), flags)?;
    // SQLCipher would write its errors to stderr, in the middle of a screen.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.execute_batch(&key.expose_sqlcipher_statement())?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    // WAL with FULL: a commit is on the disk before it is reported.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(64);
    ledger::register_functions(&connection)?;
    Ok(connection)
}
