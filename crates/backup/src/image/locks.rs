//! The locks of a SQLite database in WAL mode, taken as SQLite takes them.
//!
//! Offsets are those of `os_unix.c` and `wal.c`: the file's own locks lie at 1 GiB, those of the
//! WAL in the `-shm` file behind its two headers. The `-shm` file is made when it is missing, as
//! SQLite does; who is the first to use it empties it, since what a crash left there is stale.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::AsFd as _;
use std::path::Path;
use std::time::Duration;

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, fcntl};
use nix::libc;

use super::index::WalIndex;
use super::{ImageError, open};
use crate::patience::Patience;

/// A range of bytes that stands for a right.
#[derive(Clone, Copy)]
struct Bytes {
    start: i64,
    length: i64,
}

/// Whoever wants to read the file's content passes here first.
const PENDING: Bytes = bytes(0x4000_0000, 1);
/// Readers of the file.
const SHARED: Bytes = bytes(0x4000_0002, 510);
/// `UNIX_SHM_BASE`: the locks of the WAL follow from here.
const WAL_BASE: i64 = (22 + 8) * 4;
const WAL_WRITE: Bytes = bytes(WAL_BASE, 1);
const WAL_CHECKPOINT: Bytes = bytes(WAL_BASE + 1, 1);
/// Readers of the database file alone; no checkpoint writes while there is one.
const WAL_READ_0: Bytes = bytes(WAL_BASE + 3, 1);
/// `UNIX_SHM_DMS`: held shared by everyone who uses the `-shm` file.
const IN_USE: Bytes = bytes(WAL_BASE + 8, 1);

const fn bytes(start: i64, length: i64) -> Bytes {
    Bytes { start, length }
}

/// No commit and no checkpoint happen while this lives.
#[derive(Debug)]
pub(super) struct Frozen {
    /// `None` on a disk that nobody can write to, where nothing has to be held.
    shm: Option<File>,
    index: Option<WalIndex>,
}

/// No checkpoint writes to the database file while this lives; the locks end with the descriptors.
#[derive(Debug)]
pub(super) struct ReaderLocks {
    _shm: File,
}

impl Frozen {
    /// Waits for the writers and takes all locks; those on `database` end with its descriptor.
    ///
    /// The order matters. The file's own lock comes first: under it the last connection that closes
    /// can't remove the `-shm` file that is opened next. The checkpoint's lock comes before the
    /// writers', as a checkpoint takes them, so that neither waits for the other for ever and
    /// writers wait for no checkpoint because of us.
    pub(super) fn take(database: &File, shm: &Path, limit: Duration) -> Result<Self, ImageError> {
        let patience = Patience::of(limit);
        wait(patience, shm, || {
            lock(database, libc::F_RDLCK, PENDING)?;
            let shared = lock(database, libc::F_RDLCK, SHARED);
            lock(database, libc::F_UNLCK, PENDING)?;
            shared
        })?;
        let Some(file) = open_shm(shm)? else {
            return Ok(Self {
                shm: None,
                index: None,
            });
        };
        let mut was_in_use = false;
        wait(patience, shm, || {
            was_in_use = join(&file)?;
            Ok(())
        })?;
        for right in [WAL_CHECKPOINT, WAL_WRITE] {
            wait(patience, shm, || lock(&file, libc::F_WRLCK, right))?;
        }
        let index = was_in_use.then(|| WalIndex::read(&file)).flatten();
        Ok(Self {
            shm: Some(file),
            index,
        })
    }

    /// What the connections that use the log know of it, if there are any.
    pub(super) fn index(&self) -> Option<&WalIndex> {
        self.index.as_ref()
    }

    /// Lets writers go on, and keeps checkpoints from the database file.
    pub(super) fn into_reader(self) -> Result<Option<ReaderLocks>, ImageError> {
        let Some(shm) = self.shm else {
            return Ok(None);
        };
        let kept = lock(&shm, libc::F_RDLCK, WAL_READ_0)
            .and_then(|()| lock(&shm, libc::F_UNLCK, WAL_CHECKPOINT))
            .and_then(|()| lock(&shm, libc::F_UNLCK, WAL_WRITE));
        match kept {
            Ok(()) => Ok(Some(ReaderLocks { _shm: shm })),
            Err(_) => Err(ImageError::Busy),
        }
    }
}

/// Takes the file for this process alone, as SQLite does to end the WAL mode; others have closed it.
pub(super) fn claim(path: &Path, database: &File) -> Result<(), ImageError> {
    let patience = Patience::of(Duration::ZERO);
    wait(patience, path, || lock(database, libc::F_WRLCK, PENDING))?;
    wait(patience, path, || lock(database, libc::F_WRLCK, SHARED))
}

/// Opens the `-shm` file; `None` on a read-only disk.
fn open_shm(path: &Path) -> Result<Option<File>, ImageError> {
    let mut options = OpenOptions::new();
    match open(
        path,
        options.read(true).write(true).create(true).truncate(false),
    ) {
        Ok(file) => Ok(Some(file)),
        Err(ImageError::Io { source, .. })
            if source.kind() == io::ErrorKind::ReadOnlyFilesystem =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Joins the users of the `-shm` file, and says whether there were any; the first empties it.
fn join(shm: &File) -> Result<bool, Errno> {
    match lock(shm, libc::F_WRLCK, IN_USE) {
        Ok(()) => {
            // Three bytes, as SQLite leaves it: a size that is no index for anyone.
            nix::unistd::ftruncate(shm, 3)?;
            lock(shm, libc::F_RDLCK, IN_USE).map(|()| false)
        }
        Err(Errno::EAGAIN | Errno::EACCES) => lock(shm, libc::F_RDLCK, IN_USE).map(|()| true),
        Err(error) => Err(error),
    }
}

/// Sets or clears one lock without waiting.
fn lock(file: &File, kind: i32, range: Bytes) -> Result<(), Errno> {
    let wanted = libc::flock {
        l_type: kind.try_into().map_err(|_| Errno::EINVAL)?,
        l_whence: libc::SEEK_SET.try_into().map_err(|_| Errno::EINVAL)?,
        l_start: range.start,
        l_len: range.length,
        l_pid: 0,
    };
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let command = FcntlArg::F_OFD_SETLK(&wanted);
    // Elsewhere this process has no other descriptor of these files: plain locks hold.
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let command = FcntlArg::F_SETLK(&wanted);
    fcntl(file.as_fd(), command).map(|_| ())
}

/// Waits for a lock that another may hold.
fn wait(
    patience: Patience,
    path: &Path,
    mut attempt: impl FnMut() -> Result<(), Errno>,
) -> Result<(), ImageError> {
    let attempt = || match attempt() {
        Err(Errno::EAGAIN | Errno::EACCES) => None,
        outcome => Some(outcome),
    };
    match patience.wait_for(attempt) {
        None => Err(ImageError::Busy),
        Some(Ok(())) => Ok(()),
        Some(Err(error)) => Err(ImageError::Io {
            path: path.to_path_buf(),
            source: error.into(),
        }),
    }
}
