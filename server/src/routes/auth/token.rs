//! `POST /auth/token` (RFC 6749, section 3.2): a code, a refresh token or a device code for tokens.

use api::Secret;
use api::token::{CLIENT_ID, ClientKind, TokenRequest, Tokens};

use super::oauth::{error, members, shape};
use super::signed_in;
use crate::accounts::codes::{self, Shown};
use crate::accounts::devices::{self, Heard, Polling};
use crate::accounts::sessions;
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::limits::{self, Counted};
use crate::refusal::Refusal;
use crate::tokens::Opaque;

const GRANTS: [&str; 3] = [
    "authorization_code",
    "refresh_token",
    "urn:ietf:params:oauth:grant-type:device_code",
];

/// An outcome that is no fault of ours.
enum Outcome {
    Tokens(Box<Tokens>),
    /// An error that counts as an attempt.
    Error(&'static str, &'static str),
    /// An answer to a machine that waits and behaves.
    Waits,
}

const INVALID: Outcome = Outcome::Error(
    "invalid_grant",
    "It is unknown, expired, was used already, or was given to somebody else.",
);

pub(in crate::routes) async fn token(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let counted = Counted::TokenFrom(request.client);
    limits::attempt(&context.pool, counted).await?;
    let members = match members(request)? {
        Ok(members) => members,
        Err(answer) => return Ok(answer),
    };
    let grant = members
        .get("grant_type")
        .and_then(serde_json::Value::as_str);
    if grant.is_some_and(|grant| !GRANTS.contains(&grant)) {
        return Ok(error(
            "unsupported_grant_type",
            "`grant_type` is not known.",
        ));
    }
    let Some(sent) = shape::<TokenRequest>(members) else {
        return Ok(error(
            "invalid_request",
            "A member is missing or not what it should be.",
        ));
    };
    match answer(context, request, &sent).await? {
        Outcome::Tokens(tokens) => {
            limits::succeeded(&context.pool, counted).await?;
            Ok(signed_in(context, ClientKind::Cli, *tokens))
        }
        Outcome::Waits => {
            limits::succeeded(&context.pool, counted).await?;
            Ok(error(
                "authorization_pending",
                "The person has not answered yet.",
            ))
        }
        Outcome::Error(kind, description) => Ok(error(kind, description)),
    }
}

async fn answer(
    context: &Context,
    request: &Request,
    sent: &TokenRequest,
) -> Result<Outcome, Refusal> {
    match sent {
        TokenRequest::AuthorizationCode {
            code,
            redirect_uri,
            client_id,
            code_verifier,
            device_name,
        } => {
            let verifier = code_verifier.expose();
            if !is_verifier(verifier) {
                let why = "`code_verifier` has 43 to 128 letters, digits, `-`, `.`, `_` and `~`.";
                return Ok(Outcome::Error("invalid_request", why));
            }
            let Some(code) = Opaque::parse(code.expose()) else {
                return Ok(INVALID);
            };
            let shown = Shown {
                code: &code,
                client_id,
                redirect_uri,
                verifier,
                device_name: device_name.as_deref(),
                client: request.client,
            };
            Ok(codes::redeem(context, &shown).await?.map_or(INVALID, into))
        }
        TokenRequest::RefreshToken {
            refresh_token,
            client_id,
        } => refresh(context, refresh_token, client_id).await,
        TokenRequest::DeviceCode {
            device_code,
            client_id,
            device_name,
        } => {
            let Some(code) = Opaque::parse(device_code.expose()) else {
                return Ok(INVALID);
            };
            let polling = Polling {
                code: &code,
                client_id,
                device_name: device_name.as_deref(),
                client: request.client,
            };
            Ok(heard(devices::poll(context, &polling).await?))
        }
    }
}

fn into(tokens: Tokens) -> Outcome {
    Outcome::Tokens(Box::new(tokens))
}

async fn refresh(context: &Context, token: &Secret, client_id: &str) -> Result<Outcome, Refusal> {
    let Some(token) = Opaque::parse(token.expose()).filter(|_| client_id == CLIENT_ID) else {
        return Ok(INVALID);
    };
    match sessions::refresh(context, &token).await {
        Ok(tokens) => Ok(into(tokens)),
        Err(Refusal::Unauthenticated) => Ok(INVALID),
        Err(refusal) => Err(refusal),
    }
}

/// RFC 8628, section 3.5.
fn heard(heard: Heard) -> Outcome {
    match heard {
        Heard::Tokens(tokens) => Outcome::Tokens(tokens),
        Heard::Pending => Outcome::Waits,
        Heard::SlowDown => {
            Outcome::Error("slow_down", "Wait five seconds longer between questions.")
        }
        Heard::Expired => Outcome::Error("expired_token", "The code is too old."),
        Heard::Denied => Outcome::Error("access_denied", "The person said no."),
        Heard::Unknown => INVALID,
    }
}

/// RFC 7636, section 4.1.
fn is_verifier(text: &str) -> bool {
    let is_unreserved = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    (43..=128).contains(&text.len()) && text.bytes().all(is_unreserved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verifier_is_neither_short_nor_long_nor_odd() {
        for (text, is_one) in [
            ("a".repeat(42), false),
            ("a".repeat(43), true),
            ("a".repeat(128), true),
            ("a".repeat(129), false),
            ("+".repeat(43), false),
            ("-._~".repeat(12), true),
        ] {
            assert_eq!(is_verifier(&text), is_one, "{text}");
        }
    }
}
