//! The head of the chain, kept authenticated outside the database: the witness against a rollback.
//!
//! SQLCipher accepts an older copy of a page or of the whole file. The file `head` remembers the
//! last sequence and [`ChainHash`] that were committed, under a MAC whose key is derived from the
//! ledger's. `store` commits first and writes the head second, so the database may be ahead of the
//! head, never behind: one that lacks the head's sequence, or has another hash there, was rolled
//! back.
//!
//! That order is why [`HeadFile::write`] does not sync: a lost or torn write leaves an older head,
//! which is still true. Two slots take turns, so a torn one leaves the other. What this can't
//! notice is an old `head` put back together with the old database; the backups' manifests can.

mod slot;

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use crate::private::{self, PrivateError, Trust};
use crate::{ChainHash, LedgerId, LedgerKey};
use slot::{Sealer, Slot};

/// Where the second slot begins: never in the sector, nor in the memory page, of the first.
const STRIDE: usize = 4096;
const FILE_LEN: usize = STRIDE + Slot::LEN;

/// The last change known to be committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The number of that change; it only grows (an undo is a new change).
    pub sequence: u64,
    /// The chain up to and including it.
    pub hash: ChainHash,
}

/// Why the head could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum HeadError {
    /// The file can't be trusted or reached.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// There is content, but nothing in it was sealed by this ledger's key.
    #[error("{} is damaged, or belongs to another ledger", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
}

/// The open file `head` of one ledger.
#[derive(Debug)]
pub struct HeadFile {
    /// None where there is none and none can be made.
    file: Option<File>,
    path: PathBuf,
    sealer: Sealer,
}

impl HeadFile {
    /// Opens the file, or creates it empty; refuses one that others can write or that is a link.
    pub fn open_or_create(
        path: &Path,
        key: &LedgerKey,
        ledger_id: LedgerId,
    ) -> Result<Self, HeadError> {
        let file = private::open_private_or_create(path)?;
        Ok(Self::with(Some(file), path, key, ledger_id))
    }

    /// Opens the file for reading and writing, else for reading: there, nobody can have moved the
    /// head, and nobody will.
    pub fn open(
        path: &Path,
        key: &LedgerKey,
        ledger_id: LedgerId,
        trust: Trust,
    ) -> Result<Self, HeadError> {
        let file = match private::open_private_or_create(path) {
            Ok(file) => Some(file),
            Err(error) if error.is_unwritable() || trust == Trust::Loose => {
                match private::open_to_read(path, trust) {
                    Err(error) if error.is_not_found() => None,
                    file => Some(file?),
                }
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Self::with(file, path, key, ledger_id))
    }

    fn with(file: Option<File>, path: &Path, key: &LedgerKey, ledger_id: LedgerId) -> Self {
        Self {
            file,
            path: path.to_path_buf(),
            sealer: Sealer::new(key, ledger_id),
        }
    }

    /// Reads the newest valid slot; `None` when nothing was ever written.
    pub fn read(&self) -> Result<Option<Head>, HeadError> {
        let Some(file) = &self.file else {
            return Ok(None);
        };
        let mut content = [0; FILE_LEN];
        let found = read_up_to(file, &mut content).map_err(|source| self.io(source))?;
        let slots = [0, 1].map(|parity| {
            let start = usize::from(parity) * STRIDE;
            let end = found.clamp(start, start + Slot::LEN);
            self.sealer.open(parity, &content[start..end])
        });
        let newest = slots
            .iter()
            .filter_map(Slot::head)
            .max_by_key(|head| head.sequence);
        match newest {
            None if slots.contains(&Slot::Invalid) => Err(HeadError::Damaged {
                path: self.path.clone(),
            }),
            head => Ok(head),
        }
    }

    /// Overwrites the slot of the sequence's parity in one positional write, not synced (see
    /// above).
    ///
    /// To be called after the commit that reached `head`. Two processes may write at once: each
    /// slot they leave is true, if perhaps not the newest.
    pub fn write(&self, head: Head) -> Result<(), HeadError> {
        let offset = usize::from(slot::parity(head.sequence)) * STRIDE;
        let sealed = self.sealer.seal(head);
        let Some(file) = &self.file else {
            return Err(self.io(io::ErrorKind::NotFound.into()));
        };
        file.write_all_at(&sealed, offset as u64)
            .map_err(|source| self.io(source))
    }

    fn io(&self, source: io::Error) -> HeadError {
        PrivateError::io(&self.path, source).into()
    }
}

/// Reads from the start of a file until the buffer is full or the file ends.
fn read_up_to(file: &File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut found = 0;
    while found < buffer.len() {
        match file.read_at(&mut buffer[found..], found as u64) {
            Ok(0) => break,
            Ok(more) => found += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}
