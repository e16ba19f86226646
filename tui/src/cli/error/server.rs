//! The account server: the way there, the login, the documents.

use api::client::{AddressError, ClientError};

use super::{Explain, Failure, Kind};
use crate::carry::Unusable;
use crate::i18n::{Texts, text};
use crate::login::LoginError;

impl Explain for LoginError {
    fn explain(&self, texts: &Texts) -> Failure {
        let told =
            |kind, id: &str, hint: &str| Failure::new(kind, texts.get(id)).hint(texts.get(hint));
        match self {
            Self::None => told(Kind::NotFound, "error-login-none", "hint-login"),
            Self::Ended => told(Kind::Remote, "error-login-ended", "hint-login"),
            Self::Private(error) => error.explain(texts),
            Self::Damaged { path } => {
                let path = path.display().to_string();
                let message = text!(texts, "error-login-damaged", path = path);
                Failure::new(Kind::Failed, message).hint(texts.get("hint-login"))
            }
            Self::Address(AddressError::Malformed | AddressError::Open) => told(
                Kind::BadInput,
                "error-server-address",
                "hint-server-address",
            ),
            Self::Client(error) => error.explain(texts),
        }
    }
}

impl Explain for ClientError {
    fn explain(&self, texts: &Texts) -> Failure {
        let told =
            |kind, id: &str, hint: &str| Failure::new(kind, texts.get(id)).hint(texts.get(hint));
        let remote = |id: &str, hint: &str| told(Kind::Remote, id, hint);
        match self {
            Self::Network { source } => {
                let what = super::system::reason(source);
                let message = text!(texts, "error-drive-network", what = what);
                Failure::new(Kind::Remote, message).hint(texts.get("hint-remote-unreachable"))
            }
            Self::Unreachable { .. } => {
                remote("error-server-unreachable", "hint-server-unreachable")
            }
            Self::Untrusted => remote("error-server-untrusted", "hint-server-untrusted"),
            Self::Pin => remote("error-server-pin", "hint-server-pin"),
            Self::Busy { retry_after } => {
                let wait =
                    retry_after.map(|wait| text!(texts, "hint-server-wait", n = wait.as_secs()));
                remote("error-server-busy", "hint-server-later").maybe_hint(wait)
            }
            Self::Failing { .. } => remote("error-server-failing", "hint-server-later"),
            Self::Nonsense => remote("error-server-nonsense", "hint-server-nonsense"),
            Self::SignInAgain => remote("error-login-ended", "hint-login"),
            Self::WrongCredentials => told(
                Kind::Locked,
                "error-login-credentials",
                "hint-login-credentials",
            ),
            Self::Denied => remote("error-login-denied", "hint-login-again"),
            Self::TimedOut => remote("error-login-timeout", "hint-login-again"),
            Self::Conflict => told(
                Kind::Conflict,
                "error-server-conflict",
                "hint-server-conflict",
            ),
            Self::NotFound => remote("error-server-not-found", "hint-server-nonsense"),
            Self::Refused { status, what } => {
                let kind = match status {
                    400 | 413 | 422 => Kind::BadInput,
                    _ => Kind::Remote,
                };
                let what = crate::present::harmless(what).into_owned();
                Failure::new(kind, text!(texts, "error-server-refused", what = what))
            }
            other => {
                let what = other.to_string();
                Failure::new(
                    Kind::Remote,
                    text!(texts, "error-server-refused", what = what),
                )
            }
        }
    }
}

impl Explain for Unusable {
    fn explain(&self, texts: &Texts) -> Failure {
        let name = self.0.as_str();
        let message = text!(texts, "error-settings-unusable", name = name);
        Failure::new(Kind::Remote, message).hint(texts.get("hint-settings-unusable"))
    }
}
