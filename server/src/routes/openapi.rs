//! The API as OpenAPI 3.1: a file that is kept by hand, held against the routes by tests.

use hyper_server::StatusCode;

use crate::http::Answer;

/// The document.
pub(crate) const DOCUMENT: &str = include_str!("../../openapi.json");

/// Hands it out.
pub(super) fn answer() -> Answer {
    Answer::text(StatusCode::OK, "application/json", DOCUMENT)
}
