//! A consistent image of the encrypted database, taken without its key while others write.
//!
//! The image is what a checkpoint would leave: each page as the last commit in the WAL has it, else
//! as the file has it. Three promises make it consistent, all by locks that SQLite itself knows
//! (<https://sqlite.org/walformat.html>, "WAL Locks"):
//!
//! 1. While the WAL's write and checkpoint locks are held, no commit and no checkpoint happen. The
//!    committed pages of the WAL are copied away then; it takes milliseconds, and a writer waits.
//! 2. After that a shared lock on reader slot 0 says that somebody reads the database file and
//!    nothing else, so no checkpoint touches it. Writers go on; the file stays as it was.
//! 3. A shared lock on the file itself keeps the last connection that closes from checkpointing on
//!    its own, which it would do without the locks of the WAL.
//!
//! Locks of open file descriptions are used: plain POSIX ones vanish when any descriptor of the
//! file closes in this process. The file must not be opened here by a process that has it open
//! through SQLite, whose own locks are plain: a face runs this in a process of its own.

mod index;
mod locks;
mod wal;

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use nix::libc;
use vault::backup::PAGE_SIZE;

use crate::suffix::with_suffix;
use locks::{Frozen, ReaderLocks};
use wal::WalCopy;

/// The page at the file offset of SQLite's lock bytes (1 GiB), which is never written.
const LOCK_PAGE: u32 = 0x4000_0000 / 4096 + 1;

/// One page.
pub(crate) type Page = [u8; PAGE_SIZE];

/// Why no image could be taken.
#[derive(Debug, thiserror::Error)]
pub enum ImageError {
    /// There is no database.
    #[error("there is no ledger at {}", .0.display())]
    NoLedger(PathBuf),
    /// Somebody held a lock for too long.
    #[error("the ledger is busy")]
    Busy,
    /// The file is not a whole number of pages, or a page is nowhere.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: &'static str,
    },
    /// A file could not be read, or the copy of the WAL not be written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Makes sure that nobody has a ledger's database open, and keeps everybody out while the file
/// lives; `None` when there is no database.
pub(crate) fn claim(ledger: &Path) -> Result<Option<File>, ImageError> {
    let path = ledger.join("ledger.db");
    match open(&path, OpenOptions::new().read(true).write(true)) {
        Ok(database) => locks::claim(&path, &database).map(|()| Some(database)),
        Err(ImageError::NoLedger(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The database as it was at one commit; others may go on writing while it is read.
#[derive(Debug)]
pub(crate) struct Image {
    path: PathBuf,
    database: File,
    file_pages: u32,
    page_count: u32,
    wal: WalCopy,
    _locks: Option<ReaderLocks>,
}

impl Image {
    /// Freezes the database of a ledger's directory, waiting at most `patience` for its writers.
    ///
    /// A large WAL is copied into a nameless file in `scratch`.
    pub(crate) fn freeze(
        ledger: &Path,
        scratch: &Path,
        patience: Duration,
    ) -> Result<Self, ImageError> {
        let path = ledger.join("ledger.db");
        let database = open(&path, OpenOptions::new().read(true))?;
        let frozen = Frozen::take(&database, &with_suffix(&path, "-shm"), patience)?;
        refuse_journal(&path)?;
        let wal = WalCopy::take(&with_suffix(&path, "-wal"), scratch)?;
        let lost = frozen
            .index()
            .is_some_and(|index| wal.lacks_commits_of(index));
        let bytes = length_of(&path, &database)?;
        let file_pages = u32::try_from(bytes / PAGE_SIZE as u64).unwrap_or(u32::MAX);
        let ends_in_page = bytes % PAGE_SIZE as u64 != 0;
        let page_count = wal.page_count().unwrap_or(file_pages);
        let image = Self {
            path,
            database,
            file_pages,
            page_count,
            wal,
            _locks: frozen.into_reader()?,
        };
        if lost {
            return Err(image.damaged("commits are missing from its log"));
        }
        // A checkpoint that a full disk stopped: the log still has the page.
        if ends_in_page && image.wal.page_count().is_none() {
            return Err(image.damaged("it ends in the middle of a page"));
        }
        image.check()?;
        Ok(image)
    }

    /// Whether the path still leads to the file that was frozen.
    pub(crate) fn is_in_place(&self) -> bool {
        let (Ok(here), Ok(there)) = (self.database.metadata(), self.path.metadata()) else {
            return false;
        };
        (here.dev(), here.ino()) == (there.dev(), there.ino())
    }

    /// How many pages it has.
    pub(crate) fn page_count(&self) -> u32 {
        self.page_count
    }

    /// Every page has to be somewhere.
    fn check(&self) -> Result<(), ImageError> {
        let nowhere = (self.file_pages + 1..=self.page_count)
            .any(|page| page != LOCK_PAGE && !self.wal.holds(page));
        if self.page_count == 0 || nowhere {
            return Err(self.damaged("pages are missing"));
        }
        Ok(())
    }

    /// Reads the pages from `first` on (counted from 1) into `pages`, as many as there are and fit.
    pub(crate) fn read(
        &self,
        first: u32,
        pages: &mut Vec<Page>,
        most: u32,
    ) -> Result<(), ImageError> {
        let last = self.page_count.min(first.saturating_add(most - 1));
        pages.clear();
        pages.resize((last + 1 - first) as usize, [0; PAGE_SIZE]);
        let in_file = (self.file_pages.min(last) + 1).saturating_sub(first) as usize;
        let offset = u64::from(first - 1) * PAGE_SIZE as u64;
        self.database
            .read_exact_at(pages[..in_file].as_flattened_mut(), offset)
            .map_err(|source| self.io(source))?;
        self.wal
            .overlay(first, pages)
            .map_err(|source| self.io(source))
    }

    fn damaged(&self, what: &'static str) -> ImageError {
        ImageError::Damaged {
            path: self.path.clone(),
            what,
        }
    }

    fn io(&self, source: io::Error) -> ImageError {
        ImageError::Io {
            path: self.path.clone(),
            source,
        }
    }
}

fn length_of(path: &Path, database: &File) -> Result<u64, ImageError> {
    let metadata = database.metadata().map_err(|source| ImageError::Io {
        path: path.to_path_buf(),
        source,
    })?;
    Ok(metadata.len())
}

/// A rollback journal says that the file is between two states, which only SQLite can end.
fn refuse_journal(path: &Path) -> Result<(), ImageError> {
    let journal = with_suffix(path, "-journal");
    if journal.metadata().is_ok_and(|found| found.len() > 0) {
        return Err(ImageError::Damaged {
            path: journal,
            what: "a change was interrupted; open the ledger once",
        });
    }
    Ok(())
}

/// Opens a file of the ledger, never through a link.
fn open(path: &Path, options: &mut OpenOptions) -> Result<File, ImageError> {
    options
        .mode(vault::private::FILE_MODE)
        .custom_flags(libc::O_NOFOLLOW)
        .open(path)
        .map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => ImageError::NoLedger(path.to_path_buf()),
            _ => ImageError::Io {
                path: path.to_path_buf(),
                source,
            },
        })
}
