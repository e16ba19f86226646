//! An answer that is whole: status, headers and bytes.

use bytes::Bytes;
use http_body_util::Full;
use hyper_server::header::{
    CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, LOCATION, SET_COOKIE,
};
use hyper_server::{Response, StatusCode};
use serde::Serialize;

/// One.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// Nothing but a status.
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
        }
    }

    /// JSON.
    pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Self {
        // Our own shapes have no keys that are not texts, so that this can't fail.
        let body = serde_json::to_vec(value).unwrap_or_default();
        Self::text(status, "application/json", body)
    }

    /// Bytes of a type.
    pub(crate) fn text(
        status: StatusCode,
        media_type: &'static str,
        body: impl Into<Bytes>,
    ) -> Self {
        let mut answer = Self::empty(status);
        answer.body = body.into();
        answer
            .headers
            .insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        answer
    }

    /// On to another place. 303: what comes next is a GET.
    pub(crate) fn redirect(to: &str) -> Self {
        Self::empty(StatusCode::SEE_OTHER)
            .header(LOCATION, to)
            .no_store()
    }

    /// Nobody may keep it (RFC 6749, section 5.1).
    pub(crate) fn no_store(mut self) -> Self {
        let never = HeaderValue::from_static("no-store");
        self.headers.insert(CACHE_CONTROL, never);
        self
    }

    /// The version of what it shows.
    pub(crate) fn etag(self, etag: &str) -> Self {
        self.header(ETAG, etag)
    }

    /// One more cookie.
    pub(crate) fn cookie(mut self, cookie: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(cookie) {
            self.headers.append(SET_COOKIE, value);
        }
        self
    }

    /// A header; a value that could end its line is left out.
    pub(crate) fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
        self
    }

    /// As hyper takes it.
    pub(super) fn into_response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(self.body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}
