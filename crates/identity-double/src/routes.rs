//! How a request finds its answer.

use serde_json::json;

use crate::fault::{Name, strike};
use crate::http::{Reply, Request, pairs};
use crate::shared::{Entry, Route, Shared, locked};
use crate::{authorize, door, token};

fn route(request: &Request, door: bool) -> Route {
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/.well-known/openid-configuration") => Route::Discovery,
        ("GET", "/jwks") => Route::Jwks,
        ("GET" | "POST", "/authorize") => Route::Authorize,
        ("POST", "/token") => Route::Token,
        ("GET", "/userinfo") => Route::UserInfo,
        (_, path) if door && path.starts_with("/double/") => Route::Door,
        _ => Route::Unknown,
    }
}

impl Shared {
    /// Answers a request, and writes it down before the answer goes out.
    pub(crate) fn answer(&self, request: &Request) -> Reply {
        let route = route(request, self.door);
        if route == Route::Door {
            return door::answer(self, request);
        }
        let faults = strike(&mut locked(&self.faults), route);
        let reply = match route {
            Route::Discovery => self.discovery(&faults),
            Route::Jwks => self.jwks(&faults),
            Route::Authorize => authorize::answer(self, request, &faults),
            Route::Token => token::answer(self, request, &faults),
            Route::UserInfo => self.user_info(request),
            Route::Door | Route::Unknown => Reply::new(404),
        };
        let mut said = request.query.clone();
        said.extend(pairs(&request.body));
        locked(&self.log).push(Entry {
            route,
            method: request.method.clone(),
            said,
            authorization: request.header("authorization").map(str::to_owned),
            status: reply.status,
            faults,
        });
        reply
    }

    fn discovery(&self, faults: &[Name]) -> Reply {
        if faults.contains(&Name::Discovery503) {
            return Reply::new(503);
        }
        let issuer = self.issuer();
        let named = if faults.contains(&Name::OtherIssuerInDiscovery) {
            "https://accounts.example.com"
        } else {
            &issuer
        };
        let methods: &[&str] = if faults.contains(&Name::PostAuthOnly) {
            &["client_secret_post"]
        } else {
            &["client_secret_basic", "client_secret_post"]
        };
        Reply::json(
            200,
            &json!({
                "issuer": named,
                "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": format!("{issuer}/token"),
                "userinfo_endpoint": format!("{issuer}/userinfo"),
                "jwks_uri": format!("{issuer}/jwks"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "ES256", "EdDSA"],
                "token_endpoint_auth_methods_supported": methods,
                "code_challenge_methods_supported": ["S256"],
                "scopes_supported": ["openid", "email"],
            }),
        )
    }

    fn user_info(&self, request: &Request) -> Reply {
        let bearer = request.header("authorization").unwrap_or("");
        let token = bearer.strip_prefix("Bearer ").unwrap_or("");
        match locked(&self.infos).get(token) {
            Some(info) => Reply::json(200, info),
            None => Reply::new(401),
        }
    }

    fn jwks(&self, faults: &[Name]) -> Reply {
        if faults.contains(&Name::Jwks503) {
            return Reply::new(503);
        }
        if faults.contains(&Name::GarbageJwks) {
            let text = "{\"keys\": [{\"kty\": \"RSA\", ".to_owned();
            return Reply::text(200, "application/json", text);
        }
        Reply::json(200, &locked(&self.keys).jwks())
    }
}
