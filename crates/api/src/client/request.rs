//! How requests are written: method, path, token, body.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT};
use hyper::{Method, Request};
use serde::Serialize;

use super::{Client, ClientError};
use crate::Secret;

/// A request that is being written.
pub(super) struct Asking {
    request: Request<Full<Bytes>>,
}

impl Client {
    /// Begins a request to something below `/api/v1`.
    pub(super) fn asking(&self, method: Method, path: &str) -> Result<Asking, ClientError> {
        let request = Request::builder()
            .method(method)
            .uri(self.address.api(path).as_str())
            .header(USER_AGENT, concat!("luka/", env!("CARGO_PKG_VERSION")))
            .header(ACCEPT, "application/json, application/problem+json")
            .body(Full::default())
            .map_err(|_| ClientError::Nonsense)?;
        Ok(Asking { request })
    }
}

impl Asking {
    /// On behalf of who has this token.
    pub(super) fn by(self, access: &Secret) -> Result<Self, ClientError> {
        self.header(AUTHORIZATION, &format!("Bearer {}", access.expose()))
    }

    pub(super) fn header(mut self, name: HeaderName, value: &str) -> Result<Self, ClientError> {
        let mut value = HeaderValue::from_str(value).map_err(|_| ClientError::Nonsense)?;
        value.set_sensitive(name == AUTHORIZATION);
        self.request.headers_mut().insert(name, value);
        Ok(self)
    }

    /// With a body.
    pub(super) fn json(mut self, body: &impl Serialize) -> Result<Self, ClientError> {
        let bytes = serde_json::to_vec(body).map_err(|_| ClientError::Nonsense)?;
        *self.request.body_mut() = Full::new(bytes.into());
        self.header(CONTENT_TYPE, "application/json")
    }

    pub(super) fn done(self) -> Request<Full<Bytes>> {
        self.request
    }
}
