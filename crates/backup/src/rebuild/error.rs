//! Why a version could not be rebuilt.

use std::io;
use std::path::{Path, PathBuf};

use vault::private::PrivateError;

use crate::object::ObjectError;
use crate::site::FailureKind;
use crate::{ObjectName, RemoteError, SiteError};

/// Why a version could not be rebuilt.
#[derive(Debug, thiserror::Error)]
pub enum RebuildError {
    /// The remote failed, or an object is missing.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// An object is damaged or was altered.
    #[error(transparent)]
    Object(ObjectError),
    /// There is no such version.
    #[error("there is no version {name}")]
    NoVersion {
        /// What was asked for.
        name: ObjectName,
    },
    /// All parts are authentic, and together they are not the file that was saved.
    #[error("what {name} is rebuilt to is not what was saved")]
    WrongDigest {
        /// The version.
        name: ObjectName,
    },
    /// The file `head` in the version has an impossible length.
    #[error("the version carries a file that no ledger has")]
    Head,
    /// The rebuilt files could not be written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A private file could not be written.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// The state could not be written.
    #[error(transparent)]
    Site(#[from] SiteError),
}

impl RebuildError {
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_path_buf(),
            source,
        }
    }

    pub(super) fn of_object(error: ObjectError, database: &Path) -> Self {
        match error {
            ObjectError::Remote(RemoteError::Io { source, .. }) => Self::io(database, source),
            ObjectError::Remote(error) => Self::Remote(error),
            error => Self::Object(error),
        }
    }

    /// The object that is damaged or missing, when one can be named.
    pub fn damaged_object(&self) -> Option<&ObjectName> {
        match self {
            Self::Remote(
                RemoteError::Missing { name }
                | RemoteError::Truncated { name }
                | RemoteError::Differs { name },
            )
            | Self::Object(
                ObjectError::NotAuthentic { name } | ObjectError::Manifest { name, .. },
            )
            | Self::WrongDigest { name } => Some(name),
            _ => None,
        }
    }

    /// Whether the version itself is at fault: damaged, altered, or with parts missing.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Remote(error) => matches!(
                error,
                RemoteError::Missing { .. }
                    | RemoteError::Truncated { .. }
                    | RemoteError::Differs { .. }
            ),
            Self::Object(_) | Self::WrongDigest { .. } | Self::Head => true,
            _ => false,
        }
    }

    /// What it means for `status`.
    pub fn failure_kind(&self) -> Option<FailureKind> {
        match self {
            _ if self.is_damage() => Some(FailureKind::Integrity),
            Self::Remote(error) => FailureKind::of(error),
            _ => Some(FailureKind::Local),
        }
    }
}

impl From<ObjectError> for RebuildError {
    fn from(error: ObjectError) -> Self {
        match error {
            ObjectError::Remote(error) => Self::Remote(error),
            error => Self::Object(error),
        }
    }
}
