//! How the remotes are, from what is remembered: nobody is asked, nothing is waited for.

use backup::{Failure as Failed, FailureKind, Home, Remembered, RemoteName, Version};
use chrono::{DateTime, Utc};
use std::time::Duration;

use super::sites::home;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::{Texts, text};
use crate::present;

/// One remote, as this machine remembers it.
pub(in crate::cli::commands) struct Health {
    pub(super) remote: RemoteName,
    pub(super) succeeded_at: Option<DateTime<Utc>>,
    pub(super) age: Option<Duration>,
    /// Whether the last success is too long ago, or there never was one.
    pub(super) is_stale: bool,
    pub(super) failure: Option<Failed>,
    pub(super) newest: Option<Version>,
    pub(super) verified: Option<Version>,
    pub(super) proven: Option<Version>,
}

/// All remotes of the ledger at hand.
pub(in crate::cli::commands) fn healths(session: &Session) -> Result<Vec<Health>, Failure> {
    let home = home(session);
    let names = home.remotes().or_explain(&session.texts)?;
    let each = names
        .into_iter()
        .map(|name| Health::of(session, &home, name));
    each.collect()
}

impl Health {
    pub(super) fn of(session: &Session, home: &Home, remote: RemoteName) -> Result<Self, Failure> {
        let Remembered { contact, versions } =
            Remembered::of(home, &remote).or_explain(&session.texts)?;
        let newest = |fits: fn(&Version) -> bool| versions.iter().rfind(|one| fits(one)).cloned();
        // A ledger that was just restored has made none itself, and is in the remote all the same.
        let last = contact.succeeded_at;
        let last = last.or_else(|| versions.last().map(|version| version.created_at));
        let age = last.map(|at| since(at, session.now()));
        let limit = session.config.config().max_age();
        Ok(Self {
            remote,
            succeeded_at: contact.succeeded_at,
            age,
            is_stale: age.is_none_or(|age| age > limit),
            failure: contact.failure,
            newest: newest(|_| true),
            verified: newest(|version| version.verified_at.is_some()),
            proven: newest(|version| version.proven_at.is_some()),
        })
    }

    /// Whether nothing needs looking at.
    pub(in crate::cli::commands) fn is_fine(&self) -> bool {
        self.failure.is_none() && !self.is_stale
    }

    /// The remote and how it is, in a few words.
    pub(in crate::cli::commands) fn sentence(&self, texts: &Texts) -> String {
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
fn since(at: DateTime<Utc>, now: DateTime<Utc>) -> Duration {
    (now - at).to_std().unwrap_or_default()
}

/// A span in its largest unit, rounded down: `3 days`.
pub(super) fn rounded(span: Duration, texts: &Texts) -> String {
    let seconds = span.as_secs();
    let unit = [2 * 86_400, 3_600, 60]
        .into_iter()
        .find(|unit| seconds >= *unit)
        .map_or(1, |unit| if unit > 3_600 { 86_400 } else { unit });
    present::span(Duration::from_secs(seconds - seconds % unit), texts)
}

/// In what way a remote failed, in words.
pub(in crate::cli::commands) const fn word(kind: FailureKind) -> &'static str {
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
