//! One daemon for each ledger: a lock in the ledger's directory that ends with its process.

use std::fs::File;
use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use backup::{Home, control};
use rustix::fs::FlockOperation;
use rustix::io::Errno;
use vault::private::{self, PrivateError};

/// The right to look after a ledger.
#[derive(Debug)]
pub(crate) struct Instance {
    path: PathBuf,
    file: File,
}

/// Why a ledger is not ours to look after.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InstanceError {
    /// Another process does.
    #[error("another luka-syncd is running for this ledger")]
    Taken,
    /// The lock can't be made.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// The system refused.
    #[error("the lock can't be taken: {0}")]
    Io(#[from] io::Error),
}

impl Instance {
    /// Takes the lock of a ledger that is there.
    pub(crate) fn take(home: &Home) -> Result<Self, InstanceError> {
        private::create_private_dir(&home.path())?;
        let path = control::lock_file(home);
        let file = private::open_private_or_create(&path)?;
        match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self { path, file }),
            Err(Errno::WOULDBLOCK) => Err(InstanceError::Taken),
            Err(error) => Err(io::Error::from(error).into()),
        }
    }

    /// Writes into the lock where this process listens; nothing when it does not.
    pub(crate) fn tell(&mut self, socket: Option<&Path>) -> io::Result<()> {
        self.file.set_len(0)?;
        let mut line = Vec::new();
        if let Some(socket) = socket {
            line.extend_from_slice(socket.as_os_str().as_bytes());
            line.push(b'\n');
        }
        io::Seek::rewind(&mut self.file)?;
        self.file.write_all(&line)
    }

    /// Whether the lock is still the one in the ledger's directory, which may have been replaced.
    pub(crate) fn is_standing(&self) -> bool {
        let there = self.path.symlink_metadata();
        let ours = self.file.metadata();
        matches!((there, ours), (Ok(there), Ok(ours))
            if (there.dev(), there.ino()) == (ours.dev(), ours.ino()))
    }
}
