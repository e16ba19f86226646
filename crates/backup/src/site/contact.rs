//! How a remote did lately: what `status` tells.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::RemoteError;

/// When a remote was last heard of, and what went wrong since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// When it was last known to hold the ledger as it was then.
    pub succeeded_at: Option<DateTime<Utc>>,
    /// What has failed since, if anything.
    pub failure: Option<Failure>,
}

/// A failure that nothing has made good yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// When it failed first.
    pub since: DateTime<Utc>,
    /// When it failed last.
    pub last: DateTime<Utc>,
    /// How often in a row.
    pub times: u32,
    /// In what way.
    pub kind: FailureKind,
}

/// In what way an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureKind {
    /// It can't be reached.
    Unreachable,
    /// It wants fewer requests.
    RateLimited,
    /// Somebody has to log in again.
    SignInAgain,
    /// It has no space.
    Full,
    /// The folder is not there.
    Gone,
    /// It refuses.
    Refused,
    /// An object is damaged, missing or older than it should be.
    Integrity,
    /// Something on this machine failed.
    Local,
}

impl FailureKind {
    /// What an error of a remote means; nothing when somebody just stopped it.
    pub fn of(error: &RemoteError) -> Option<Self> {
        Some(match error {
            RemoteError::Unreachable { .. } => Self::Unreachable,
            RemoteError::RateLimited { .. } => Self::RateLimited,
            RemoteError::SignInAgain => Self::SignInAgain,
            RemoteError::Full => Self::Full,
            RemoteError::Gone => Self::Gone,
            RemoteError::Refused { .. } => Self::Refused,
            RemoteError::Missing { .. }
            | RemoteError::Truncated { .. }
            | RemoteError::Differs { .. } => Self::Integrity,
            RemoteError::Io { .. } => Self::Local,
            RemoteError::Cancelled => return None,
        })
    }
}

impl Contact {
    pub(crate) fn succeeded(&mut self, now: DateTime<Utc>) {
        self.succeeded_at = Some(now);
        self.failure = None;
    }

    pub(crate) fn failed(&mut self, now: DateTime<Utc>, kind: FailureKind) {
        let before = self.failure.take();
        self.failure = Some(Failure {
            since: before.as_ref().map_or(now, |failure| failure.since),
            last: now,
            times: before.map_or(0, |failure| failure.times).saturating_add(1),
            kind,
        });
    }
}
