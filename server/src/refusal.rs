//! Why a request is refused, and the one place where that becomes an answer.
//!
//! What a client may know is in the problem document; causes go to the log, under the request's id.

use api::problem::{MEDIA_TYPE, Problem};
use hyper_server::StatusCode;
use hyper_server::header::{ALLOW, CONTENT_TYPE, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};

use crate::database::is_transient;
use crate::http::Answer;

/// Seconds after which a busy server may be asked again.
const SOON_SECS: u64 = 1;

/// A reason.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("{0}")]
    Malformed(&'static str),
    #[error("not logged in")]
    Unauthenticated,
    #[error("wrong credentials")]
    WrongCredentials,
    #[error("not allowed")]
    Forbidden,
    #[error("not found")]
    NotFound,
    #[error("method not allowed")]
    Method(String),
    #[error("the request took too long")]
    Timeout,
    #[error("not to be had in the form that was asked for")]
    Conflict(&'static str),
    #[error("changed by somebody else")]
    Changed,
    #[error("the body is too large")]
    TooLarge,
    #[error("the body is not of a known type")]
    MediaType,
    #[error("too many attempts")]
    TooMany { retry_after_secs: u64 },
    #[error("busy")]
    Busy,
    #[error("database")]
    Database(#[from] sqlx::Error),
    #[error("{0}")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Refusal {
    /// Something that must not happen.
    pub(crate) fn internal(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// Which, for programs, and in words.
    fn kind(&self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::Malformed(_) => (
                StatusCode::BAD_REQUEST,
                "malformed",
                "The request is malformed",
            ),
            Self::Unauthenticated => (StatusCode::UNAUTHORIZED, "unauthenticated", "Log in first"),
            Self::WrongCredentials => (
                StatusCode::UNAUTHORIZED,
                "wrong-credentials",
                "These credentials are not valid",
            ),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden", "This is not allowed"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found", "There is nothing here"),
            Self::Method(_) => (
                StatusCode::METHOD_NOT_ALLOWED,
                "method",
                "This can't be done here",
            ),
            Self::Timeout => (
                StatusCode::REQUEST_TIMEOUT,
                "timeout",
                "The request took too long",
            ),
            Self::Conflict(_) => (StatusCode::CONFLICT, "conflict", "This is not possible now"),
            Self::Changed => (
                StatusCode::PRECONDITION_FAILED,
                "changed",
                "It was changed meanwhile",
            ),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "The body is too large",
            ),
            Self::MediaType => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "media-type",
                "The body has another type than is expected",
            ),
            Self::TooMany { .. } => (
                StatusCode::TOO_MANY_REQUESTS,
                "too-many",
                "Too many attempts",
            ),
            Self::Busy | Self::Database(_) if self.is_transient() => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "The server can't answer just now",
            ),
            Self::Busy | Self::Database(_) | Self::Internal(_) => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong in the server",
            ),
        }
    }

    fn is_transient(&self) -> bool {
        match self {
            Self::Busy => true,
            Self::Database(error) => is_transient(error),
            _ => false,
        }
    }

    const fn detail(&self) -> Option<&'static str> {
        match self {
            Self::Malformed(detail) | Self::Conflict(detail) => Some(detail),
            Self::TooMany { .. } => Some("Try again after the time in Retry-After."),
            _ => None,
        }
    }

    /// The answer; what is worth an operator's eye is logged.
    pub(crate) fn answer(&self, request_id: &str) -> Answer {
        let (status, kind, title) = self.kind();
        self.note(status);
        let problem = Problem {
            r#type: format!("urn:luka:problem:{kind}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: self.detail().map(str::to_owned),
            request_id: Some(request_id.to_owned()),
        };
        let mut answer = Answer::json(status, &problem).no_store();
        answer
            .headers
            .insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        match self {
            Self::Unauthenticated => {
                answer = answer.header(WWW_AUTHENTICATE, "Bearer");
            }
            Self::Method(allow) => answer = answer.header(ALLOW, allow),
            Self::TooMany { retry_after_secs } => {
                answer = answer.header(RETRY_AFTER, &retry_after_secs.to_string());
            }
            _ if status == StatusCode::SERVICE_UNAVAILABLE => {
                answer = answer.header(RETRY_AFTER, &SOON_SECS.to_string());
            }
            _ => {}
        }
        answer
    }

    fn note(&self, status: StatusCode) {
        match self {
            Self::Database(error) if status.is_server_error() => {
                // Postgres' messages may quote values: only the kind of error is written down.
                let code = error.as_database_error();
                let code = code.and_then(sqlx_core::error::DatabaseError::code);
                tracing::error!(code = code.as_deref(), kind = kind_of(error), "database");
            }
            Self::Internal(error) => tracing::error!(%error, "internal"),
            _ => {}
        }
    }
}

const fn kind_of(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Io(_) => "io",
        sqlx::Error::Tls(_) => "tls",
        sqlx::Error::PoolTimedOut => "no connection was free in time",
        sqlx::Error::PoolClosed => "closing",
        sqlx::Error::Database(_) => "an answer of the database",
        sqlx::Error::RowNotFound => "no row",
        sqlx::Error::Protocol(_) => "protocol",
        _ => "other",
    }
}
