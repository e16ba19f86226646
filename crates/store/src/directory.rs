//! The ledger's directory and the files in it.

use std::path::{Path, PathBuf};

/// Where a ledger lives. Mode 0700; each file in it 0600.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerDir(PathBuf);

impl LedgerDir {
    /// Names a directory, which need not exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The directory itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The SQLCipher database.
    pub fn database(&self) -> PathBuf {
        self.0.join("ledger.db")
    }

    /// The key slots.
    pub fn keys(&self) -> PathBuf {
        self.0.join("keys.json")
    }

    /// The authenticated head of the history.
    pub fn head(&self) -> PathBuf {
        self.0.join("head")
    }

    /// The mark of a ledger that is being made.
    pub(crate) fn unfinished(&self) -> PathBuf {
        self.0.join("unfinished")
    }

    /// Takes away the files of a ledger that could not be made; others stay.
    pub fn discard(&self) {
        self.take_away();
        // Last: as long as it is there nobody takes the rest for a ledger.
        let _ = std::fs::remove_file(self.unfinished());
    }

    pub(crate) fn take_away(&self) {
        let database = self.database();
        let beside = ["-wal", "-shm"].map(|suffix| {
            let mut name = database.clone().into_os_string();
            name.push(suffix);
            PathBuf::from(name)
        });
        let [wal, shm] = beside;
        for file in [self.keys(), self.head(), wal, shm, database] {
            // What is not there needs no taking away; what can't be is told by the next attempt.
            let _ = std::fs::remove_file(file);
        }
    }

    /// True when there is a ledger, or what is left of one; not while one is being made.
    pub fn holds_ledger(&self) -> bool {
        if self.unfinished().symlink_metadata().is_ok() {
            return false;
        }
        [self.database(), self.keys()]
            .iter()
            .any(|file| file.symlink_metadata().is_ok())
    }
}
