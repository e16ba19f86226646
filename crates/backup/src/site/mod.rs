//! One remote of one ledger: the remote, the key, and what this machine remembers of it.
//!
//! A site is held by one process at a time (a lock that ends with the process). All that is done
//! with backups is a method here, each in a room of its own: making (`make`), looking (`catalog`),
//! rebuilding (`rebuild`), pruning (`retain`), status.

mod contact;
mod lock;
mod remembered;
mod state;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use vault::private::PrivateError;

use crate::{DeviceId, Home, HomeError, Keys, ObjectName, Remote, RemoteError, RemoteName};
pub use contact::{Contact, Failure, FailureKind};
pub(crate) use lock::take as take_lock;
pub use remembered::Remembered;
pub(crate) use state::{Known, State};

/// A remote of a ledger, held by this process.
pub struct Site {
    pub(crate) name: RemoteName,
    pub(crate) home: Home,
    pub(crate) directory: PathBuf,
    pub(crate) remote: Box<dyn Remote>,
    pub(crate) keys: Keys,
    pub(crate) device: DeviceId,
    pub(crate) state: State,
    _lock: std::fs::File,
}

/// Why a site could not be used.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// What is kept on this machine is missing or damaged.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// Another process is at work on this remote.
    #[error("another backup to {name} is running")]
    Busy {
        /// The remote.
        name: RemoteName,
    },
    /// The state can't be written.
    #[error(transparent)]
    Private(#[from] PrivateError),
}

impl Site {
    /// Takes hold of a remote, waiting at most `patience` for another process that has it.
    pub fn open(
        home: &Home,
        name: &RemoteName,
        remote: Box<dyn Remote>,
        keys: Keys,
        patience: Duration,
    ) -> Result<Self, SiteError> {
        home.definition(name)?;
        let directory = home.remote_dir(name);
        let lock = lock::take(&directory.join("lock"), patience)?
            .ok_or_else(|| SiteError::Busy { name: name.clone() })?;
        let state = State::load(&directory, keys.ledger_id())?;
        Ok(Self {
            name: name.clone(),
            home: home.clone(),
            device: home.device()?,
            directory,
            remote,
            keys,
            state,
            _lock: lock,
        })
    }

    /// The remote's name.
    pub fn name(&self) -> &RemoteName {
        &self.name
    }

    /// How the remote did lately.
    pub fn contact(&self) -> &Contact {
        &self.state.contact
    }

    /// Remembers how an attempt ended, for `status`.
    pub(crate) fn note<T, E>(
        &mut self,
        now: DateTime<Utc>,
        outcome: Result<T, E>,
        failure: impl Fn(&E) -> Option<FailureKind>,
    ) -> Result<T, E>
    where
        E: From<SiteError>,
    {
        match &outcome {
            Ok(_) => self.state.contact.succeeded(now),
            Err(error) => {
                if let Some(kind) = failure(error) {
                    self.state.contact.failed(now, kind);
                }
            }
        }
        let saved = self.save().map_err(E::from);
        // What failed first is what has to be told.
        outcome.and_then(|value| saved.map(|()| value))
    }

    /// Writes the state, at once or not at all.
    pub(crate) fn save(&self) -> Result<(), SiteError> {
        self.state.save(&self.directory)
    }

    pub(crate) fn pages_file(&self) -> PathBuf {
        self.directory.join("pages")
    }

    /// Where objects are staged.
    pub(crate) fn staging(&self) -> Result<PathBuf, RemoteError> {
        if let Some(path) = self.remote.staging() {
            return Ok(path.to_path_buf());
        }
        self.outbox()
    }

    /// Where this machine stages what the remote copies.
    pub(crate) fn outbox(&self) -> Result<PathBuf, RemoteError> {
        let path = self.directory.join("outbox");
        make_private_dir(&path)?;
        Ok(path)
    }

    /// A private directory of this machine for what is rebuilt or copied for a while.
    pub(crate) fn scratch(&self) -> Result<PathBuf, RemoteError> {
        let path = self.directory.join("scratch");
        make_private_dir(&path)?;
        Ok(path)
    }

    /// The next name for an object of this machine.
    pub(crate) fn next_stamp(&mut self, now: DateTime<Utc>) -> Result<crate::Stamp, HomeError> {
        let sequence = self.state.next_sequence.max(1);
        self.state.next_sequence = sequence + 1;
        let created_at = DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now);
        Ok(crate::Stamp {
            device: self.device,
            sequence,
            created_at,
            id: vault::backup::random_id()?,
        })
    }

    /// Forgets the chain: the next version will be a full one.
    pub(crate) fn break_chain(&mut self, missing: &ObjectName) {
        let steps = self.state.chain.steps();
        if steps.iter().any(|step| step.name == *missing) {
            self.state.chain = crate::chain::Chain::default();
        }
    }
}

fn make_private_dir(path: &Path) -> Result<(), RemoteError> {
    vault::private::create_private_dir(path)
        .map_err(|error| RemoteError::io(path, std::io::Error::other(error)))
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
