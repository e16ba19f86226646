//! A request that has been read whole, within its limits.

use std::net::IpAddr;

use bytes::Bytes;
use hyper_server::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName};
use serde::de::DeserializeOwned;

use super::json;
use crate::refusal::Refusal;

/// The most bytes of a body.
pub(super) const BODY_LIMIT: usize = 128 * 1024;

/// One.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) query: Option<String>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Whom attempts are counted for.
    pub(crate) client: IpAddr,
    /// Its name in the log.
    pub(crate) id: String,
}

impl Request {
    /// A header, if it is one and is text.
    pub(crate) fn header(&self, name: &HeaderName) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next()?.to_str().ok()?;
        values.next().is_none().then_some(value)
    }

    /// The access token.
    pub(crate) fn bearer(&self) -> Option<&str> {
        let (scheme, token) = self.header(&AUTHORIZATION)?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then_some(token)
    }

    /// A cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        let lines = self.headers.get_all(COOKIE).iter();
        let pairs = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'));
        let mut values = pairs.filter_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        });
        let value = values.next()?;
        // Two of one name: somebody put one beside ours.
        values.next().is_none().then_some(value)
    }

    /// A parameter of the query; one that is there twice is refused.
    pub(crate) fn parameter(&self, name: &str) -> Result<Option<String>, Refusal> {
        let query = self.query.as_deref().unwrap_or_default();
        let mut pairs =
            url::form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key == name);
        let found = pairs.next();
        if pairs.next().is_some() {
            return Err(Refusal::Malformed("A parameter is there twice."));
        }
        if found
            .as_ref()
            .is_some_and(|(_, value)| value.contains('\0'))
        {
            return Err(Refusal::Malformed("A parameter has a NUL."));
        }
        Ok(found.map(|(_, value)| value.into_owned()))
    }

    /// The body as a JSON object of a shape. serde would also take a list for a shape.
    pub(crate) fn object<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        let first = self.body.iter().find(|byte| !byte.is_ascii_whitespace());
        if self.is_of("application/json") && first.is_some_and(|&byte| byte != b'{') {
            return Err(Refusal::Malformed("The body is a JSON object."));
        }
        self.json()
    }

    /// The body as any JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        if !self.is_of("application/json") {
            return Err(Refusal::MediaType);
        }
        json::read(&self.body)
    }

    /// True when the body says that it is of this type.
    pub(crate) fn is_of(&self, media_type: &str) -> bool {
        let content_type = self.header(&CONTENT_TYPE).unwrap_or_default();
        let named = content_type.split(';').next().unwrap_or_default();
        named.trim().eq_ignore_ascii_case(media_type)
    }
}
