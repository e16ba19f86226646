//! The permission: a person who says yes at once, codes with PKCE, tokens, and devices.

use std::io;

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::http::{Reply, Request, pairs, parameter};
use crate::shared::{Shared, locked};
use crate::state::{Code, State};

/// The only client that is known.
pub const CLIENT_ID: &str = "double.apps.googleusercontent.com";
/// Its secret.
pub const CLIENT_SECRET: &str = "the-double-keeps-no-secret";
/// The only scope that is given.
const SCOPE: &str = "https://www.googleapis.com/auth/drive.file";
const DEVICE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// What a device hears when it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceAnswer {
    /// Nobody has typed the code yet.
    Pending,
    /// It asks too often.
    SlowDown,
    /// The person said no.
    Denied,
    /// Too late.
    Expired,
}

fn refused(status: u16, error: &str) -> Reply {
    Reply::json(
        status,
        &json!({"error": error, "error_description": "Bad Request"}),
    )
}

/// The page where a person gives the permission; this one has a quick finger.
pub(crate) fn authorize(shared: &Shared, request: &Request) -> Reply {
    let wanted = |name, value| request.parameter(name) == Some(value);
    let redirect = request.parameter("redirect_uri").unwrap_or("");
    let loopback = redirect.starts_with("http://127.0.0.1:");
    let challenge = request.parameter("code_challenge").unwrap_or("");
    let in_order = loopback
        && wanted("client_id", CLIENT_ID)
        && wanted("response_type", "code")
        && wanted("scope", SCOPE)
        && wanted("code_challenge_method", "S256")
        && wanted("access_type", "offline")
        && challenge.len() == 43;
    if !in_order {
        return Reply::text(400, "text/html", "<html>invalid_request</html>");
    }
    let state = request.parameter("state").unwrap_or("");
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("state", state);
    if std::mem::take(&mut *locked(&shared.refusal)) {
        query.append_pair("error", "access_denied");
    } else {
        let mut memory = shared.state();
        let code = memory.fresh("4/code");
        let (challenge, redirect) = (challenge.to_owned(), redirect.to_owned());
        let asked = Code {
            challenge,
            redirect,
        };
        memory.codes.insert(code.clone(), asked);
        query.append_pair("code", &code).append_pair("scope", SCOPE);
    }
    Reply::new(302).with("Location", &format!("{redirect}?{}", query.finish()))
}

/// Where codes and refresh tokens become access tokens.
pub(crate) fn token(shared: &Shared, body: &[u8]) -> io::Result<Reply> {
    let form = pairs(body);
    let said = |name| parameter(&form, name).unwrap_or("");
    if said("client_id") != CLIENT_ID || said("client_secret") != CLIENT_SECRET {
        return Ok(refused(401, "invalid_client"));
    }
    let mut state = shared.state();
    let reply = match said("grant_type") {
        "refresh_token" if state.refresh_tokens.contains(said("refresh_token")) => {
            granted(&mut state, false)
        }
        "authorization_code" => match state.codes.remove(said("code")) {
            Some(code) if code.redirect == said("redirect_uri") => {
                let digest =
                    ring::digest::digest(&ring::digest::SHA256, said("code_verifier").as_bytes());
                if BASE64URL_NOPAD.encode(digest.as_ref()) == code.challenge {
                    granted(&mut state, true)
                } else {
                    refused(400, "invalid_grant")
                }
            }
            _ => refused(400, "invalid_grant"),
        },
        DEVICE_GRANT => {
            let known = state.devices.contains(said("device_code"));
            let mut answers = locked(&shared.device);
            match (known, answers.is_empty()) {
                (false, _) => refused(400, "invalid_grant"),
                (true, false) => not_yet(answers.remove(0)),
                (true, true) => {
                    state.devices.remove(said("device_code"));
                    granted(&mut state, true)
                }
            }
        }
        "refresh_token" => refused(400, "invalid_grant"),
        _ => refused(400, "unsupported_grant_type"),
    };
    state.save()?;
    Ok(reply)
}

fn not_yet(answer: DeviceAnswer) -> Reply {
    match answer {
        DeviceAnswer::Pending => refused(428, "authorization_pending"),
        DeviceAnswer::SlowDown => refused(403, "slow_down"),
        DeviceAnswer::Denied => refused(403, "access_denied"),
        DeviceAnswer::Expired => refused(400, "expired_token"),
    }
}

fn granted(state: &mut State, with_refresh: bool) -> Reply {
    let access = state.fresh("ya29.access");
    state.access_tokens.insert(access.clone());
    let mut value = json!({
        "access_token": access, "expires_in": 3599, "scope": SCOPE, "token_type": "Bearer",
    });
    if with_refresh {
        let refresh = state.fresh("1//refresh");
        state.refresh_tokens.insert(refresh.clone());
        value["refresh_token"] = json!(refresh);
    }
    Reply::json(200, &value)
}

/// Where a device asks for a code.
pub(crate) fn device(shared: &Shared, body: &[u8]) -> io::Result<Reply> {
    let form = pairs(body);
    if parameter(&form, "client_id") != Some(CLIENT_ID) {
        return Ok(refused(401, "invalid_client"));
    }
    if parameter(&form, "scope") != Some(SCOPE) {
        return Ok(refused(400, "invalid_scope"));
    }
    let mut state = shared.state();
    let code = state.fresh("AH-device");
    state.devices.insert(code.clone());
    state.save()?;
    let value = json!({
        "device_code": code, "user_code": "GQVQ-JKEC", "expires_in": 1800, "interval": 5,
        "verification_url": "https://www.google.com/device",
    });
    Ok(Reply::json(200, &value))
}
