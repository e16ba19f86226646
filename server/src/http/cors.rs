//! Cross-origin requests (the Fetch standard): only from origins that the operator named.

use hyper_server::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_METHOD, HeaderMap, HeaderValue, ORIGIN, VARY,
};
use hyper_server::{Method, StatusCode};

use super::answer::Answer;

/// What a request said of its origin.
pub(super) struct Cors {
    allowed: Option<HeaderValue>,
    is_preflight: bool,
}

impl Cors {
    /// Looks at a request.
    pub(super) fn of(method: &Method, headers: &HeaderMap, origins: &[String]) -> Self {
        let origin = headers.get(ORIGIN);
        let named = |origin: &&HeaderValue| {
            origins
                .iter()
                .any(|named| named.as_bytes() == origin.as_bytes())
        };
        Self {
            allowed: origin.filter(named).cloned(),
            is_preflight: method == Method::OPTIONS
                && origin.is_some()
                && headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD),
        }
    }

    /// The answer to a question before the request itself; none for a request.
    pub(super) fn preflight(&self) -> Option<Answer> {
        if !self.is_preflight {
            return None;
        }
        let mut answer = Answer::empty(StatusCode::NO_CONTENT);
        if self.allowed.is_some() {
            answer = answer
                .header(
                    ACCESS_CONTROL_ALLOW_METHODS,
                    "GET, POST, PUT, PATCH, DELETE",
                )
                .header(
                    ACCESS_CONTROL_ALLOW_HEADERS,
                    "authorization, content-type, if-match",
                )
                .header(ACCESS_CONTROL_MAX_AGE, "600");
        }
        Some(answer)
    }

    /// Says who may read the answer.
    pub(super) fn add(self, headers: &mut HeaderMap) {
        headers.append(VARY, HeaderValue::from_static("Origin"));
        if let Some(origin) = self.allowed {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            let yes = HeaderValue::from_static("true");
            headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, yes);
            let exposed = HeaderValue::from_static("etag, retry-after, x-request-id");
            headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
    }
}
