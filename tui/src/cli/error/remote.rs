//! Remotes: out of reach, full, refusing, unknown; and what is kept on this machine for them.

use backup::{HomeError, RemoteError, RemoteNameError, SiteError, UnlockRepositoryError};
use ops::backup::EstablishError;

use super::system::{path_failure, read_failure};
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};
use crate::present;
use crate::remotes::{NewRemoteError, OpenRemoteError};

impl Explain for RemoteError {
    fn explain(&self, texts: &Texts) -> Failure {
        let remote = |message: String, hint: String| Failure::new(Kind::Remote, message).hint(hint);
        match self {
            Self::Unreachable { what, .. } => remote(
                text!(texts, "error-remote-unreachable", what = what.clone()),
                texts.get("hint-remote-unreachable"),
            ),
            Self::RateLimited { retry_after } => {
                let hint = match retry_after {
                    Some(time) => {
                        text!(
                            texts,
                            "hint-remote-later-in",
                            time = present::span(*time, texts)
                        )
                    }
                    None => texts.get("hint-remote-later"),
                };
                remote(texts.get("error-remote-rate"), hint)
            }
            Self::SignInAgain => remote(
                texts.get("error-remote-sign-in"),
                texts.get("hint-remote-sign-in"),
            ),
            Self::Full => remote(
                texts.get("error-remote-full"),
                texts.get("hint-remote-full"),
            ),
            Self::Gone => remote(
                texts.get("error-remote-gone"),
                texts.get("hint-remote-gone"),
            ),
            Self::Refused { what } => remote(
                text!(texts, "error-remote-refused", what = what.clone()),
                texts.get("hint-remote-refused"),
            ),
            Self::Io { path, source } => Failure {
                kind: Kind::Remote,
                ..path_failure(texts, path, source)
            },
            Self::Cancelled => Failure::new(Kind::Interrupted, ""),
            damage => damaged_object(damage, texts),
        }
    }
}

/// An object is not what it was: the version that needs it can't be restored.
fn damaged_object(error: &RemoteError, texts: &Texts) -> Failure {
    let message = match error {
        RemoteError::Missing { name } => {
            text!(texts, "error-object-missing", name = name.as_str())
        }
        RemoteError::Truncated { name } => {
            text!(texts, "error-object-short", name = name.as_str())
        }
        RemoteError::Differs { name } => {
            text!(texts, "error-object-differs", name = name.as_str())
        }
        other => {
            let what = other.to_string();
            let message = text!(texts, "error-remote-refused", what = what);
            return Failure::new(Kind::Remote, message);
        }
    };
    Failure::new(Kind::Integrity, message).hint(texts.get("hint-object"))
}

impl Explain for HomeError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Private(error) => error.explain(texts),
            Self::KeyFile(error) => error.explain(texts),
            Self::Key(_) => Failure::new(Kind::Integrity, texts.get("error-backup-key"))
                .hint(texts.get("hint-backup-key")),
            Self::ForeignKey => Failure::new(Kind::Conflict, texts.get("error-backup-key-foreign"))
                .hint(texts.get("hint-backup-key")),
            Self::Damaged { path } => {
                let path = path.display().to_string();
                Failure::new(
                    Kind::Integrity,
                    text!(texts, "error-backup-file", path = path),
                )
                .hint(texts.get("hint-backup-key"))
            }
            Self::NoRemote { name } => Failure::new(
                Kind::NotFound,
                text!(texts, "error-no-remote", name = name.as_str()),
            )
            .hint(texts.get("hint-remote-list")),
            Self::NameTaken { name } => {
                let name = name.as_str();
                Failure::new(
                    Kind::Conflict,
                    text!(texts, "error-remote-exists", name = name),
                )
                .hint(text!(texts, "hint-remote-exists", name = name))
            }
            Self::Io { path, source } => path_failure(texts, path, source),
        }
    }
}

impl Explain for RemoteNameError {
    fn explain(&self, texts: &Texts) -> Failure {
        Failure::new(Kind::BadInput, texts.get("error-remote-name"))
            .hint(texts.get("hint-remote-name"))
    }
}

impl Explain for SiteError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Home(error) => error.explain(texts),
            Self::Private(error) => error.explain(texts),
            Self::Busy { .. } => Failure::new(Kind::Conflict, texts.get("error-backup-running"))
                .hint(texts.get("hint-backup-running")),
        }
    }
}

impl Explain for OpenRemoteError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Home(error) => error.explain(texts),
            Self::Drive(error) => error.explain(texts),
        }
    }
}

impl Explain for NewRemoteError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Reserved(name) => {
                let message = text!(texts, "error-remote-reserved", name = name.as_str());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-remote-name"))
            }
            Self::NotADirectory(path) => {
                let path = path.display().to_string();
                let message = text!(texts, "error-not-a-directory", path = path);
                Failure::new(Kind::BadInput, message)
            }
            Self::NothingAround(path) => {
                let path = path.display().to_string();
                let message = text!(texts, "error-no-file", path = path);
                Failure::new(Kind::NotFound, message).hint(texts.get("hint-remote-folder"))
            }
            Self::Io { path, source } => read_failure(texts, path, source),
            Self::Remote(error) => error.explain(texts),
        }
    }
}

impl Explain for UnlockRepositoryError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Remote(error) => error.explain(texts),
            Self::Empty => Failure::new(Kind::NotFound, texts.get("error-no-backups"))
                .hint(texts.get("hint-no-backups")),
            Self::Secret(error) => error.explain(texts),
            Self::Damaged => Failure::new(Kind::Integrity, texts.get("error-repository-keys"))
                .hint(texts.get("hint-repository-keys")),
            Self::Key(error) => error.explain(texts),
        }
    }
}

impl Explain for EstablishError {
    fn explain(&self, texts: &Texts) -> Failure {
        let conflict = |message: &str| {
            Failure::new(Kind::Conflict, texts.get(message)).hint(texts.get("hint-another-place"))
        };
        match self {
            Self::AnotherLedger => conflict("error-another-ledger"),
            Self::AnotherKey => conflict("error-another-key"),
            Self::Remote(error) => error.explain(texts),
            Self::Home(error) => error.explain(texts),
        }
    }
}
