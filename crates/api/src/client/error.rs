//! What went wrong with one question to the server, sorted by what to do about it.
//!
//! Of an answer only its status and the server's own sentence are passed on, without control
//! characters and shortened: it goes to a terminal.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use crate::problem::Problem;

/// The longest sentence of a server that is passed on.
const LONGEST: usize = 200;

/// Why there is no answer, or not the wanted one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClientError {
    /// The machine has no certificates to trust, no loopback to listen on, or no randomness.
    #[error("the network can't be used: {source}")]
    Network {
        /// What the system said.
        source: io::Error,
    },
    /// No connection, or one that broke off: nobody knows whether it was done.
    #[error("the server can't be reached: {what}")]
    Unreachable {
        /// What happened, in a few words.
        what: &'static str,
    },
    /// Somebody answers who is not trusted: no certificate that this machine knows.
    #[error("the server's certificate is not trusted")]
    Untrusted,
    /// Somebody answers who has another key than the pinned one.
    #[error("the server has another key than the pinned one")]
    Pin,
    /// Too many requests, or the server is full.
    #[error("the server asks to wait")]
    Busy {
        /// For how long.
        retry_after: Option<Duration>,
    },
    /// The server failed.
    #[error("the server failed: HTTP {status}")]
    Failing {
        /// 5xx.
        status: u16,
    },
    /// An answer that makes no sense, or has no end.
    #[error("the server gave an answer that makes no sense")]
    Nonsense,
    /// The access token is not good, or the session has ended.
    #[error("the server wants a new login")]
    SignInAgain,
    /// E-mail address or password are wrong.
    #[error("the e-mail address or the password is wrong")]
    WrongCredentials,
    /// The person said no.
    #[error("the permission was refused")]
    Denied,
    /// Nobody answered in time, or the code is too old.
    #[error("nobody gave the permission in time")]
    TimedOut,
    /// Somebody else wrote in between.
    #[error("the document was changed in between")]
    Conflict,
    /// There is no such thing, or not for this person.
    #[error("the server knows no such thing")]
    NotFound,
    /// No, and time won't change it.
    #[error("the server refused: {what}")]
    Refused {
        /// 4xx.
        status: u16,
        /// Its reason, in its words.
        what: String,
    },
}

impl ClientError {
    /// Whether the same question may go well later.
    pub const fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. } | Self::Busy { .. } | Self::Failing { .. }
        )
    }

    /// What a connection that failed says.
    pub(super) fn of_connection(error: &hyper_util::client::legacy::Error) -> Self {
        let mut cause = error.source();
        while let Some(found) = cause {
            if let Some(told) = certificate(found) {
                return told;
            }
            cause = found.source();
        }
        let what = if error.is_connect() {
            "no connection"
        } else {
            "the connection broke off"
        };
        Self::Unreachable { what }
    }

    /// What an answer says that is no success.
    pub(super) fn of_answer(status: u16, retry_after: Option<Duration>, body: &[u8]) -> Self {
        match status {
            401 => Self::SignInAgain,
            404 | 410 => Self::NotFound,
            409 | 412 | 428 => Self::Conflict,
            429 | 503 => Self::Busy { retry_after },
            408 => Self::Unreachable {
                what: "the request timed out",
            },
            500..=599 => Self::Failing { status },
            400..=499 => Self::Refused {
                status,
                what: reason(status, body),
            },
            _ => Self::Nonsense,
        }
    }
}

fn certificate(error: &(dyn std::error::Error + 'static)) -> Option<ClientError> {
    use rustls::CertificateError::ApplicationVerificationFailure;
    // An I/O error hands out the source of what it wraps, not that itself.
    if let Some(error) = error.downcast_ref::<io::Error>() {
        return certificate(error.get_ref()?);
    }
    match error.downcast_ref::<rustls::Error>()? {
        rustls::Error::InvalidCertificate(ApplicationVerificationFailure) => Some(ClientError::Pin),
        rustls::Error::InvalidCertificate(_) => Some(ClientError::Untrusted),
        _ => None,
    }
}

/// The server's own sentence.
fn reason(status: u16, body: &[u8]) -> String {
    let problem: Option<Problem> = serde_json::from_slice(body).ok();
    let said = problem.map(|problem| problem.detail.unwrap_or(problem.title));
    let said = said.map(|said| printable(&said)).unwrap_or_default();
    if said.is_empty() {
        format!("HTTP {status}")
    } else {
        said
    }
}

/// What goes to a terminal has no control characters.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(401, "the server wants a new login", false)]
    #[case(403, "the server refused: HTTP 403", false)]
    #[case(404, "the server knows no such thing", false)]
    #[case(408, "the server can't be reached: the request timed out", true)]
    #[case(412, "the document was changed in between", false)]
    #[case(413, "the server refused: HTTP 413", false)]
    #[case(429, "the server asks to wait", true)]
    #[case(500, "the server failed: HTTP 500", true)]
    #[case(503, "the server asks to wait", true)]
    #[case(302, "the server gave an answer that makes no sense", false)]
    fn an_answer_is_sorted_by_what_to_do(
        #[case] status: u16,
        #[case] said: &str,
        #[case] retryable: bool,
    ) {
        let error = ClientError::of_answer(status, None, b"<html>");
        assert_eq!(error.to_string(), said);
        assert_eq!(error.is_retryable(), retryable);
    }

    #[test]
    fn the_sentence_of_a_server_can_t_paint_the_terminal() {
        let long = "x".repeat(10_000);
        let body = serde_json::json!({
            "type": "urn:luka:problem:weak", "title": "no", "status": 422,
            "detail": format!("\u{1b}[31mweak\r\n\u{7}{long}"),
        });
        let error = ClientError::of_answer(422, None, body.to_string().as_bytes());
        let ClientError::Refused { what, .. } = error else {
            unreachable!("422 is a refusal")
        };
        assert!(what.starts_with("[31mweakxxx"), "{what}");
        assert_eq!(what.chars().count(), LONGEST);
    }
}
