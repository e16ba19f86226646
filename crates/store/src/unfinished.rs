//! A mark on a ledger that is being made: many writes, of which a killed process does only some.
//!
//! While the file `unfinished` is there the directory holds no ledger: nothing opens it, so nothing
//! can be saved in it, and whoever makes one there begins by taking away what is left. The mark goes,
//! durably, before the maker says that the ledger is made. A lock tells a maker at work from one that
//! died.

use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt as _;

use vault::private;

use crate::{LedgerDir, StoreError};

/// The mark of a ledger that is being made.
#[derive(Debug)]
pub struct Unfinished {
    directory: LedgerDir,
    _lock: File,
}

impl Unfinished {
    /// Sets the mark in a directory that holds no ledger, and takes away what a maker that was
    /// killed left there.
    pub fn begin(directory: &LedgerDir) -> Result<Self, StoreError> {
        let path = directory.unfinished();
        let exists = || StoreError::LedgerExists(directory.path().to_owned());
        if directory.holds_ledger() {
            return Err(exists());
        }
        private::create_private_dir(directory.path())?;
        let failed = |source: io::Error| StoreError::Io {
            path: path.clone(),
            source,
        };
        let lock = private::open_private_or_create(&path)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::Busy),
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        let here = lock.metadata().map_err(failed)?;
        // Another maker may have finished, mark and all, since it was opened.
        match fs::symlink_metadata(&path) {
            Ok(there) if there.ino() == here.ino() => {}
            _ => return Err(exists()),
        }
        private::sync_dir(directory.path()).map_err(failed)?;
        directory.take_away();
        Ok(Self {
            directory: directory.clone(),
            _lock: lock,
        })
    }

    /// From now on it is a ledger.
    pub fn finish(self) -> Result<(), StoreError> {
        let path = self.directory.unfinished();
        fs::remove_file(&path)
            .and_then(|()| private::sync_dir(self.directory.path()))
            .map_err(|source| StoreError::Io { path, source })
    }
}
