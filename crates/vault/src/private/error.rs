//! Why a path was not accepted as private, with what a face needs to say how to repair it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{DIR_MODE, FILE_MODE};

/// What a path was expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// A Unix socket.
    Socket,
}

impl Entry {
    /// The mode it should have, for a `chmod` hint.
    pub const fn mode(self) -> u32 {
        match self {
            Self::File | Self::Socket => FILE_MODE,
            Self::Directory => DIR_MODE,
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::File => "regular file",
            Self::Directory => "directory",
            Self::Socket => "socket",
        })
    }
}

/// A file or directory that can't be trusted, or not be reached.
#[derive(Debug, thiserror::Error)]
pub enum PrivateError {
    /// A symbolic link stands in its place; it was not followed.
    #[error("{} is a symbolic link", path.display())]
    Symlink {
        /// The link.
        path: PathBuf,
    },
    /// Something of another kind stands in its place.
    #[error("{} is not a {wanted}", path.display())]
    NotA {
        /// The path.
        path: PathBuf,
        /// What it should be.
        wanted: Entry,
    },
    /// It belongs to another user.
    #[error("{} belongs to another user (uid {owner})", path.display())]
    ForeignOwner {
        /// The path.
        path: PathBuf,
        /// The user id of its owner.
        owner: u32,
    },
    /// Its mode lets other users in; `chmod` with the wanted mode repairs it.
    #[error("{} is open to other users (mode {mode:04o}, should be {wanted:04o})", path.display())]
    LooseMode {
        /// The path.
        path: PathBuf,
        /// The mode it has.
        mode: u32,
        /// The mode it should have.
        wanted: u32,
    },
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
}

impl PrivateError {
    pub(crate) fn io(path: &Path, source: impl Into<io::Error>) -> Self {
        Self::Io {
            path: path.to_path_buf(),
            source: source.into(),
        }
    }

    /// Whether the disk takes no change there: read-only, not ours to write, or full.
    pub(crate) fn is_unwritable(&self) -> bool {
        use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
        let refused = |kind| matches!(kind, PermissionDenied | ReadOnlyFilesystem | StorageFull);
        matches!(self, Self::Io { source, .. } if refused(source.kind()))
    }

    /// Whether there is just nothing at that path.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }
}
