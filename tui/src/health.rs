//! How the remotes are, from what is remembered: nobody is asked, nothing is waited for.
//!
//! Both faces tell it by the same words. A remote is fine when nothing failed since its last success
//! and that is not longer ago than the settings allow.

use std::time::Duration;

use backup::{Failure as Failed, FailureKind, Home, Remembered, RemoteName, SiteError, Version};
use chrono::{DateTime, Utc};

use crate::i18n::{Texts, text};
use crate::present;

/// One remote, as this machine remembers it.
#[derive(Clone, Debug)]
pub(crate) struct Health {
    /// Its name.
    pub(crate) remote: RemoteName,
    /// When it last held the ledger as it was then.
    pub(crate) succeeded_at: Option<DateTime<Utc>>,
    /// How long ago that was.
    pub(crate) age: Option<Duration>,
    /// Whether the last success is too long ago, or there never was one.
    pub(crate) is_stale: bool,
    /// What went wrong since.
    pub(crate) failure: Option<Failed>,
    /// The versions that were made or seen, the oldest first.
    pub(crate) versions: Vec<Version>,
}

impl Health {
    /// What is remembered of a remote; `limit` is how old a backup may be.
    pub(crate) fn of(
        home: &Home,
        remote: RemoteName,
        now: DateTime<Utc>,
        limit: Duration,
    ) -> Result<Self, SiteError> {
        let Remembered { contact, versions } = Remembered::of(home, &remote)?;
        // A ledger that was just restored has made none itself, and is in the remote all the same.
        let last = contact.succeeded_at;
        let last = last.or_else(|| versions.last().map(|version| version.created_at));
        let age = last.map(|at| since(at, now));
        Ok(Self {
            remote,
            succeeded_at: contact.succeeded_at,
            age,
            is_stale: age.is_none_or(|age| age > limit),
            failure: contact.failure,
            versions,
        })
    }

    /// The newest version.
    pub(crate) fn newest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The newest that was rebuilt byte for byte.
    pub(crate) fn verified(&self) -> Option<&Version> {
        let mut versions = self.versions.iter();
        versions.rfind(|version| version.verified_at.is_some())
    }

    /// The newest that was opened as well, and in order.
    pub(crate) fn proven(&self) -> Option<&Version> {
        let mut versions = self.versions.iter();
        versions.rfind(|version| version.proven_at.is_some())
    }

    /// Whether nothing needs looking at.
    pub(crate) fn is_fine(&self) -> bool {
        self.failure.is_none() && !self.is_stale
    }

    /// The remote and how it is, in a few words.
    pub(crate) fn sentence(&self, texts: &Texts) -> String {
        let remote = self.remote.as_str();
        if let Some(failure) = &self.failure {
            let kind = texts.get(word(failure.kind));
            return text!(texts, "word-remote-failed", remote = remote, kind = kind);
        }
        match self.age {
            None => text!(texts, "word-never-backed-up", remote = remote),
            Some(age) => {
                let age = rounded(age, texts);
                let id = if self.is_stale {
                    "word-backup-old"
                } else {
                    "word-backup-age"
                };
                text!(texts, id, remote = remote, age = age)
            }
        }
    }
}

/// How long ago; a clock that was set back makes nothing older.
pub(crate) fn since(at: DateTime<Utc>, now: DateTime<Utc>) -> Duration {
    (now - at).to_std().unwrap_or_default()
}

/// A span in its largest unit, rounded down: `3 days`.
pub(crate) fn rounded(span: Duration, texts: &Texts) -> String {
    let seconds = span.as_secs();
    let unit = [2 * 86_400, 3_600, 60]
        .into_iter()
        .find(|unit| seconds >= *unit)
        .map_or(1, |unit| if unit > 3_600 { 86_400 } else { unit });
    present::span(Duration::from_secs(seconds - seconds % unit), texts)
}

/// In what way a remote failed, in words.
pub(crate) const fn word(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Unreachable => "word-failed-unreachable",
        FailureKind::RateLimited => "word-failed-rate",
        FailureKind::SignInAgain => "word-failed-sign-in",
        FailureKind::Full => "word-failed-full",
        FailureKind::Gone => "word-failed-gone",
        FailureKind::Refused => "word-failed-refused",
        FailureKind::Integrity => "word-failed-integrity",
        FailureKind::Local => "word-failed-local",
    }
}
