//! What can go wrong with what is kept for backups on this machine.

use std::io;
use std::path::{Path, PathBuf};

use vault::backup::BackupKeyError;
use vault::private::PrivateError;
use vault::slots::KeyFileError;

use super::RemoteName;

/// Why the directory `backup/` can't be used.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// A file can't be trusted or reached.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// `keys.json` can't be read.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The backup key can't be made or read.
    #[error(transparent)]
    Key(#[from] BackupKeyError),
    /// The backup key is that of another ledger.
    #[error("the backup key here is that of another ledger")]
    ForeignKey,
    /// A file has not the content that is written here.
    #[error("{} is damaged", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// There is no such remote.
    #[error("there is no remote {name}")]
    NoRemote {
        /// What was asked for.
        name: RemoteName,
    },
    /// Two remotes of one name.
    #[error("there is already a remote {name}")]
    NameTaken {
        /// The name.
        name: RemoteName,
    },
    /// A file or directory can't be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl HomeError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_path_buf(),
            source,
        }
    }
}

impl From<vault::RandomError> for HomeError {
    fn from(error: vault::RandomError) -> Self {
        Self::Key(error.into())
    }
}
