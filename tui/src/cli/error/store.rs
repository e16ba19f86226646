//! The ledger's file: absent, there already, busy, damaged, rolled back.

use ops::history::UndoToError;
use ops::session::StoreError;

use super::system::path_failure;
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for StoreError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::NoLedger(path) => {
                let path = path.display().to_string();
                Failure::new(Kind::NotFound, text!(texts, "error-no-ledger", path = path))
                    .hint(texts.get("hint-init"))
            }
            Self::LedgerExists(path) => {
                let path = path.display().to_string();
                Failure::new(
                    Kind::Conflict,
                    text!(texts, "error-ledger-exists", path = path),
                )
                .hint(texts.get("hint-other-ledger"))
            }
            Self::Private(error) => error.explain(texts),
            Self::KeyFile(error) => error.explain(texts),
            Self::Unlock(error) => error.explain(texts),
            Self::Wrap(error) => error.explain(texts),
            Self::Head(error) => error.explain(texts),
            Self::Io { path, source } => path_failure(texts, path, source),
            Self::Random(_) => Failure::new(Kind::Failed, texts.get("error-no-randomness")),
            Self::Damaged(_)
            | Self::RolledBack { .. }
            | Self::AlteredHistory(_)
            | Self::Contradiction(_)
            | Self::Constraint(_)
            | Self::Record(_) => integrity(self, texts),
            Self::Stale(_)
            | Self::Newer { .. }
            | Self::Busy
            | Self::DiskFull
            | Self::ReadOnly
            | Self::Interrupted
            | Self::NoIds
            | Self::Overflow
            | Self::Sqlite(_) => circumstances(self, texts),
        }
    }
}

impl Explain for UndoToError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::NotStanding(_) => Failure::new(Kind::Conflict, texts.get("error-not-standing"))
                .hint(texts.get("hint-not-standing")),
            Self::Store(error) => error.explain(texts),
        }
    }
}

/// The ledger isn't what it was: never to be repaired in silence.
fn integrity(error: &StoreError, texts: &Texts) -> Failure {
    let message = match error {
        StoreError::RolledBack { expected, found } => {
            let (expected, found) = (expected.to_string(), found.to_string());
            let message = text!(
                texts,
                "error-rolled-back",
                expected = expected,
                found = found
            );
            return Failure::new(Kind::Integrity, message).hint(texts.get("hint-rolled-back"));
        }
        StoreError::AlteredHistory(sequence) => {
            text!(
                texts,
                "error-altered-history",
                sequence = sequence.to_string()
            )
        }
        StoreError::Contradiction(_) | StoreError::Record(_) => texts.get("error-contradiction"),
        StoreError::Constraint(_) => texts.get("error-constraint"),
        _ => texts.get("error-damaged"),
    };
    Failure::new(Kind::Integrity, message).hint(texts.get("hint-integrity"))
}

/// The ledger is sound, but not now, not here, or not with this program.
fn circumstances(error: &StoreError, texts: &Texts) -> Failure {
    let (kind, message, hint) = match error {
        StoreError::Newer { .. } => (Kind::Failed, "error-newer", Some("hint-newer")),
        StoreError::Busy => (Kind::Conflict, "error-busy", Some("hint-busy")),
        StoreError::Stale(_) => (Kind::Conflict, "error-stale", Some("hint-stale")),
        StoreError::DiskFull => (Kind::Failed, "error-disk-full", Some("hint-disk-full")),
        StoreError::ReadOnly => (Kind::Failed, "error-read-only", Some("hint-read-only")),
        StoreError::Interrupted => (Kind::Interrupted, "error-interrupted", None),
        StoreError::NoIds => (Kind::Failed, "error-no-ids", None),
        StoreError::Overflow => (Kind::BadInput, "error-sum-too-large", None),
        _ => (Kind::Failed, "error-database", Some("hint-doctor")),
    };
    Failure::new(kind, texts.get(message)).maybe_hint(hint.map(|id| texts.get(id)))
}
