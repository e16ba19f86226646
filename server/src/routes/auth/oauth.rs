//! What the two endpoints of OAuth 2 have in common: requests as a form or as JSON, and errors as
//! RFC 6749, section 5.2, wants them.

use api::token::TokenError;
use hyper_server::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::http::{Answer, Request};
use crate::refusal::Refusal;

/// An error, with what a programmer wants to know.
pub(super) fn error(error: &str, description: &'static str) -> Answer {
    let told = TokenError {
        error: error.to_owned(),
        error_description: Some(description.to_owned()),
    };
    Answer::json(StatusCode::BAD_REQUEST, &told).no_store()
}

/// The members of a request, or what to answer. One that is there twice is refused in both ways of
/// writing.
pub(super) fn members(request: &Request) -> Result<Result<Map<String, Value>, Answer>, Refusal> {
    match read(request) {
        Ok(members) => Ok(Ok(members)),
        Err(Refusal::Malformed(why)) => Ok(Err(error("invalid_request", why))),
        Err(refusal) => Err(refusal),
    }
}

fn read(request: &Request) -> Result<Map<String, Value>, Refusal> {
    if !request.is_of("application/x-www-form-urlencoded") {
        return request.json();
    }
    let mut members = Map::new();
    for (name, value) in url::form_urlencoded::parse(&request.body) {
        if name.contains('\0') || value.contains('\0') {
            return Err(Refusal::Malformed("The form has a NUL."));
        }
        let value = Value::String(value.into_owned());
        if members.insert(name.into_owned(), value).is_some() {
            return Err(Refusal::Malformed("A member of the form is there twice."));
        }
    }
    Ok(members)
}

/// The members as a shape; none when they don't fit.
pub(super) fn shape<T: DeserializeOwned>(members: Map<String, Value>) -> Option<T> {
    serde_json::from_value(Value::Object(members)).ok()
}
