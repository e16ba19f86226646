//! Making and opening a ledger: the key goes in raw, and the head is compared before any use.

use std::str::FromStr;
use vault::private::{self, Trust};
use vault::{HeadFile, KeyFile, LedgerKey, Passphrase, RecoveryCode};

use crate::connect::{Link, connect, connect_or_read};
use crate::{Ledger, LedgerDir, StoreError, migrate};

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

    /// Finds the ledger for the doctor, who reports loose permissions instead of refusing them.
    pub fn find_to_examine(directory: LedgerDir) -> Result<Self, StoreError> {
        if !directory.holds_ledger() {
            return Err(StoreError::NoLedger(directory.path().to_owned()));
        }
        let keys = KeyFile::load_trusting(&directory.keys(), Trust::Loose)?;
        Ok(Self { directory, keys })
    }

    /// Where the ledger lives.
    pub fn directory(&self) -> &LedgerDir {
        &self.directory
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
    ///
    /// Where nothing can be written (a read-only disk, a full one) it opens for reading alone.
    pub fn open(self, key: &LedgerKey, device: DeviceId) -> Result<Ledger, StoreError> {
        private::check_private_file(&self.directory.database())?;
        let ledger = self.assemble(key, device, Trust::Private)?;
        ledger.check_head()?;
        Ok(ledger)
    }

    pub(crate) fn assemble(
        self,
        key: &LedgerKey,
        device: DeviceId,
        trust: Trust,
    ) -> Result<Ledger, StoreError> {
        let mut link = connect_or_read(&self.directory, key)?;
        prepare(&mut link)?;
        let id = self.keys.ledger_id();
        let head = HeadFile::open(&self.directory.head(), key, id, trust)?;
        Ledger::assemble(self.directory, link, head, id, device)
    }
}

/// Brings the file to the newest format, when it can be written.
fn prepare(link: &mut Link) -> Result<(), StoreError> {
    if migrate::is_blank(&link.connection)? {
        // The keys are written after the tables: a file without any has lost them.
        return Err(StoreError::Damaged(None));
    }
    match migrate::migrate(&mut link.connection) {
        Err(StoreError::ReadOnly) => Err(link.obstacle.map_or(StoreError::ReadOnly, Into::into)),
        outcome => outcome,
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
        let mut link = connect(&directory, &key)?;
        migrate::migrate(&mut link.connection)?;
        let head = HeadFile::open_or_create(&directory.head(), &key, keys.ledger_id())?;
        keys.save(&directory.keys())?;
        let ledger = Ledger::assemble(directory, link, head, keys.ledger_id(), device)?;
        Ok(Self {
            ledger,
            recovery_code,
        })
    }
}
