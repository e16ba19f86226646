//! Why no version was made.

use std::io;
use std::path::{Path, PathBuf};

use vault::backup::NotAuthentic;
use vault::private::PrivateError;
use vault::slots::KeyFileError;

use crate::image::ImageError;
use crate::site::FailureKind;
use crate::{HomeError, RemoteError, SiteError};

/// Why no version was made.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The ledger's file could not be copied.
    #[error(transparent)]
    Image(#[from] ImageError),
    /// The remote failed.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// What is kept on this machine is missing or damaged.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// The state could not be read or written.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// `keys.json` can't be read.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// A private file could not be written.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// The directory holds another ledger than the one whose backups these are.
    #[error("the backup key here is that of another ledger")]
    AnotherLedger,
    /// The sealed object could not be written on this machine's disk.
    #[error("{}: {source}", path.display())]
    Staging {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Nothing changed, and there is no version either; a name could not be sealed.
    #[error("there is nothing to back up")]
    NothingThere,
    /// So many scattered pages changed that no manifest can name them.
    #[error("the ledger is too large for one version")]
    TooLarge,
    /// A thread of ours ended in the middle.
    #[error("reading the ledger ended unexpectedly")]
    Broken,
    /// The cipher refused its input, which it never does.
    #[error("a piece could not be sealed")]
    Seal(#[from] NotAuthentic),
    /// Somebody asked to stop.
    #[error("stopped")]
    Cancelled,
}

impl BackupError {
    /// A staged object could not be written; where the remote itself takes the file, a full disk is
    /// the remote's.
    pub(super) fn staging(path: &Path, source: io::Error, remote_takes_files: bool) -> Self {
        if remote_takes_files {
            return RemoteError::io(path, source).into();
        }
        Self::Staging {
            path: path.to_path_buf(),
            source,
        }
    }

    /// What it means for `status`.
    pub fn failure_kind(&self) -> Option<FailureKind> {
        match self {
            Self::Remote(error) => FailureKind::of(error),
            Self::Cancelled => None,
            _ => Some(FailureKind::Local),
        }
    }

    /// Whether the same may succeed later with nobody doing anything.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Remote(error) => error.is_retryable(),
            Self::Staging { source, .. } => source.kind() == io::ErrorKind::StorageFull,
            Self::Image(ImageError::Busy) | Self::Site(SiteError::Busy { .. }) => true,
            _ => false,
        }
    }
}
