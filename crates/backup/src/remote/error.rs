//! What can go wrong with a remote, sorted by what to do about it.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::ObjectName;

type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why a remote did not do what it was asked.
///
/// No variant carries tokens, addresses with queries, or anything else that is secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RemoteError {
    /// It could not be reached, or failed in a way that passes: try again later.
    #[error("the remote can't be reached: {what}")]
    Unreachable {
        /// What happened, in a few words (`timed out`, `HTTP 503`).
        what: String,
        /// What the library said.
        #[source]
        source: Option<Cause>,
    },
    /// It wants fewer requests.
    #[error("the remote asks to slow down")]
    RateLimited {
        /// How long it asked to be left alone.
        retry_after: Option<Duration>,
    },
    /// The permission was revoked or expired: a person has to log in again.
    #[error("the permission to use the remote has ended")]
    SignInAgain,
    /// No space is left at the remote.
    #[error("the remote is full")]
    Full,
    /// There is no such object.
    #[error("the object {name} is not at the remote")]
    Missing {
        /// The object.
        name: ObjectName,
    },
    /// The object ends before the bytes that were asked for.
    #[error("the object {name} is shorter than it was")]
    Truncated {
        /// The object.
        name: ObjectName,
    },
    /// Another object has the name, or the bytes that arrived are not those that were sent.
    #[error("the object {name} at the remote is not the one that was sent")]
    Differs {
        /// The object.
        name: ObjectName,
    },
    /// The place itself is gone: the folder was deleted or the disk is not mounted.
    #[error("the folder of the remote is not there")]
    Gone,
    /// It refuses for a reason that trying again won't change.
    #[error("the remote refused: {what}")]
    Refused {
        /// The reason in the remote's words, shortened.
        what: String,
    },
    /// A file on this machine can't be read or written (the staged object, a folder's files).
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Somebody asked to stop.
    #[error("stopped")]
    Cancelled,
}

impl RemoteError {
    /// Names the file that an input or output failed on; a full disk is [`RemoteError::Full`].
    pub fn io(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io {
                path: path.to_path_buf(),
                source,
            },
        }
    }

    /// Whether the same request may succeed later with nobody doing anything.
    pub fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. } | Self::RateLimited { .. } | Self::Full | Self::Gone
        )
    }

    /// How long the remote asked to be left alone.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } => *retry_after,
            _ => None,
        }
    }
}
