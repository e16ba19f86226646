//! The API as OpenAPI 3.1: a file that is kept by hand, held against the routes by tests.

use hyper_server::StatusCode;

use crate::http::Answer;

/// The document.
pub(crate) const DOCUMENT: &str = include_str!("../../openapi.json");

/// Hands it out.
pub(super) fn answer() -> Answer {
    Answer::text(StatusCode::OK, "application/json", DOCUMENT)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::DOCUMENT;
    use crate::routes::ROUTES;

    /// What the document describes is what the router knows, and the other way round.
    #[test]
    fn the_document_and_the_router_know_the_same_routes() {
        let document: Value = serde_json::from_str(DOCUMENT).unwrap();
        let paths = document["paths"].as_object().unwrap().iter();
        let described: BTreeSet<(String, String)> = paths
            .flat_map(|(path, methods)| {
                let methods = methods.as_object().unwrap().keys();
                methods.map(|method| (method.to_uppercase(), path.clone()))
            })
            .collect();
        let routed: BTreeSet<(String, String)> = ROUTES
            .iter()
            .map(|(method, pattern, _)| (method.to_string(), (*pattern).to_owned()))
            .collect();
        assert_eq!(described, routed);
    }
}
