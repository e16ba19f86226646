//! Why a piece of work failed, and what that says about trying again.

use backup::{
    BackupError, CatalogError, FailureKind, HomeError, ImageError, PruneError, RebuildError,
    RemoteError, SiteError,
};

use crate::exit::Exit;
use crate::remotes::OpenError;
use crate::schedule::{Outcome, Retry};

/// Why a piece of work failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WorkError {
    /// This machine has no backup key.
    #[error("there is no backup key on this machine")]
    NoKey,
    /// What is kept on this machine can't be read.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// The remote can't be set up.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The remote can't be held.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// No version was made.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The versions could not be listed.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// Old versions could not be removed.
    #[error(transparent)]
    Prune(#[from] PruneError),
    /// A version could not be rebuilt.
    #[error(transparent)]
    Rebuild(#[from] RebuildError),
    /// Versions are damaged or missing.
    #[error("versions at the remote are damaged or missing")]
    Damaged,
    /// It was stopped.
    #[error("stopped")]
    Stopped,
    /// The system gives no thread.
    #[error("no thread: {0}")]
    Thread(#[source] std::io::Error),
}

impl WorkError {
    /// The remote's error, when it was the remote.
    fn remote(&self) -> Option<&RemoteError> {
        match self {
            Self::Backup(BackupError::Remote(error))
            | Self::Catalog(CatalogError::Remote(error))
            | Self::Prune(
                PruneError::Remote(error) | PruneError::Catalog(CatalogError::Remote(error)),
            )
            | Self::Rebuild(RebuildError::Remote(error)) => Some(error),
            _ => None,
        }
    }

    /// Whether somebody just stopped it.
    pub(crate) fn is_stop(&self) -> bool {
        matches!(self, Self::Stopped | Self::Backup(BackupError::Cancelled))
            || matches!(self.remote(), Some(RemoteError::Cancelled))
    }

    /// Whether a version is at fault.
    fn is_damage(&self) -> bool {
        match self {
            Self::Damaged => true,
            Self::Rebuild(error) => error.is_damage(),
            _ => self.remote().and_then(FailureKind::of) == Some(FailureKind::Integrity),
        }
    }

    /// Whether the remote or the way to it is at fault, rather than this machine.
    fn is_remote(&self) -> bool {
        let kind = self.remote().and_then(FailureKind::of);
        kind.is_some_and(|kind| kind != FailureKind::Local)
    }

    /// Whether another process is at work.
    fn is_busy(&self) -> bool {
        matches!(
            self,
            Self::Site(SiteError::Busy { .. })
                | Self::Backup(
                    BackupError::Image(ImageError::Busy)
                        | BackupError::Site(SiteError::Busy { .. })
                )
                | Self::Prune(PruneError::Outdated)
        )
    }

    /// What it means for the schedule.
    pub(crate) fn outcome(&self) -> Outcome {
        if self.is_stop() {
            return Outcome::Cancelled;
        }
        if self.is_damage() {
            return Outcome::Damaged;
        }
        Outcome::Failed(match self.remote() {
            Some(RemoteError::SignInAgain) => Retry::WhenTold,
            Some(error) if error.is_retryable() => Retry::Soon {
                after: error.retry_after(),
            },
            _ if self.is_busy() => Retry::Soon { after: None },
            _ if self.needs_a_person() => Retry::WhenTold,
            _ => Retry::Slowly,
        })
    }

    /// How `--once` ends with it.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            _ if self.is_damage() => Exit::Integrity,
            _ if self.is_remote() => Exit::Remote,
            _ if self.is_busy() => Exit::Conflict,
            Self::NoKey => Exit::NotFound,
            _ => Exit::Failed,
        }
    }

    /// Whether it stays as it is until somebody changes something.
    fn needs_a_person(&self) -> bool {
        matches!(
            self,
            Self::NoKey | Self::Home(_) | Self::Open(_) | Self::Backup(BackupError::AnotherLedger)
        )
    }

    /// One word or two for the log: nothing of where or what.
    pub(crate) fn word(&self) -> &'static str {
        match self.remote() {
            Some(RemoteError::Unreachable { .. }) => "the remote can't be reached",
            Some(RemoteError::RateLimited { .. }) => "the remote asks to slow down",
            Some(RemoteError::SignInAgain) => "the permission has ended: log in again",
            Some(RemoteError::Full) => "no space is left",
            Some(RemoteError::Gone) => "the folder is not there",
            Some(RemoteError::Refused { .. }) => "the remote refused",
            Some(RemoteError::Io { .. }) => "a file can't be read or written",
            Some(RemoteError::Cancelled) => "stopped",
            Some(_) => "an object is damaged or missing",
            None => self.own_word(),
        }
    }

    fn own_word(&self) -> &'static str {
        match self {
            Self::NoKey => "there is no backup key",
            Self::Open(OpenError::Drive(_)) => "Google Drive is not set up: add the remote again",
            _ if self.is_damage() => "versions are damaged or missing",
            Self::Stopped => "stopped",
            Self::Backup(BackupError::AnotherLedger) => "the backup key is another ledger's",
            Self::Backup(BackupError::Image(ImageError::NoLedger(_))) => "there is no ledger",
            _ if self.is_busy() => "another process is at work",
            _ => "something on this machine failed",
        }
    }
}
