//! What went wrong with one exchange, sorted by what to do about it.
//!
//! The table of it is in `docs/decisions/0009-google-drive.md`. Nothing of an answer is passed on
//! but its status and the short word that Google calls the reason.

use std::time::Duration;

use backup::RemoteError;
use google_drive3::hyper::header::{HeaderMap, RETRY_AFTER};
use serde_json::Value;

use crate::error::DriveError;

type Cause = Box<dyn std::error::Error + Send + Sync>;

/// What went wrong.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The access token is dead.
    Unauthorized,
    /// The permission itself is.
    SignInAgain,
    /// Too many requests.
    TooFast(Option<Duration>),
    /// No space.
    Full,
    /// 404, and 410 for a session.
    NotFound,
    /// The id has a file already.
    InUse,
    /// The range is not in the file.
    OutOfRange,
    /// Nobody knows whether it was done: ask before it is repeated.
    Unsure {
        /// What happened, in a few words.
        what: String,
        /// What a library said.
        source: Option<Cause>,
    },
    /// No, and time won't change it.
    Refused(String),
    /// Not Drive's: a file of this machine, or somebody asked to stop.
    Ours(RemoteError),
}

impl Fault {
    pub(crate) fn unsure(what: impl Into<String>) -> Self {
        Self::Unsure {
            what: what.into(),
            source: None,
        }
    }

    pub(crate) fn cut(source: impl Into<Cause>) -> Self {
        Self::Unsure {
            what: "the connection failed".to_owned(),
            source: Some(source.into()),
        }
    }

    /// Reads an answer of the API that is no success.
    pub(crate) fn of_answer(status: u16, headers: &HeaderMap, body: Option<&Value>) -> Self {
        let reason = body.map_or("", reason);
        match (status, reason) {
            (401, _) => Self::Unauthorized,
            (403, "storageQuotaExceeded") => Self::Full,
            (
                403,
                "rateLimitExceeded"
                | "userRateLimitExceeded"
                | "dailyLimitExceeded"
                | "sharingRateLimitExceeded",
            )
            | (429, _) => Self::TooFast(retry_after(headers)),
            (404 | 410, _) => Self::NotFound,
            (409, _) => Self::InUse,
            (416, _) => Self::OutOfRange,
            (408 | 500..=599, _) => Self::unsure(format!("HTTP {status}")),
            _ => Self::Refused(words(status, reason)),
        }
    }

    /// What is told to whoever asked, when it can't be mended here.
    pub(crate) fn into_error(self) -> RemoteError {
        match self {
            Self::Unauthorized | Self::SignInAgain => RemoteError::SignInAgain,
            Self::TooFast(retry_after) => RemoteError::RateLimited { retry_after },
            Self::Full => RemoteError::Full,
            Self::NotFound => RemoteError::Refused {
                what: "HTTP 404".to_owned(),
            },
            Self::InUse => RemoteError::Refused {
                what: "HTTP 409".to_owned(),
            },
            Self::OutOfRange => RemoteError::Refused {
                what: "HTTP 416".to_owned(),
            },
            Self::Unsure { what, source } => RemoteError::Unreachable { what, source },
            Self::Refused(what) => RemoteError::Refused { what },
            Self::Ours(error) => error,
        }
    }
}

impl From<RemoteError> for Fault {
    fn from(error: RemoteError) -> Self {
        Self::Ours(error)
    }
}

impl From<DriveError> for Fault {
    fn from(error: DriveError) -> Self {
        Self::Ours(ours(error))
    }
}

/// A failure of a file of this machine, as a remote says it.
pub(crate) fn ours(error: DriveError) -> RemoteError {
    match error {
        DriveError::Io { path, source } => RemoteError::io(&path, source),
        DriveError::Cancelled => RemoteError::Cancelled,
        other => RemoteError::Refused {
            what: other.to_string(),
        },
    }
}

/// How long the server asked to be left alone, in its seconds.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?;
    text.trim().parse().ok().map(Duration::from_secs)
}

/// The short word that Google calls the reason.
pub(crate) fn reason(body: &Value) -> &str {
    let first = body.pointer("/error/errors/0/reason");
    let reason = first.or_else(|| body.pointer("/error/status"));
    reason.and_then(Value::as_str).unwrap_or("")
}

/// A status and a reason, without anything that could be more than a word.
pub(crate) fn words(status: u16, reason: &str) -> String {
    let word: String = reason
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
        .take(60)
        .collect();
    if word.is_empty() {
        format!("HTTP {status}")
    } else {
        format!("HTTP {status} {word}")
    }
}
