//! Where a code becomes an ID token: RFC 6749, section 4.1.3, with PKCE, and every way to get the
//! token wrong.

use std::io;

use data_encoding::{BASE64, BASE64URL_NOPAD};
use ring::digest::{SHA256, digest};
use ring::hmac;
use serde_json::{Map, Value, json};

use crate::fault::Name;
use crate::http::{Reply, Request, pairs, value};
use crate::keys::{Algorithm, Keys, Ring};
use crate::shared::{CLIENT_ID, CLIENT_SECRET, Code, Shared, fresh, locked, now};

pub(crate) fn answer(shared: &Shared, request: &Request, faults: &[Name]) -> Reply {
    if let Some(reply) = broken(faults) {
        return reply;
    }
    let form = pairs(&request.body);
    let in_header = request.header("authorization").is_some();
    if (in_header && faults.contains(&Name::PostAuthOnly)) || !is_client(request, &form) {
        return refused(401, "invalid_client");
    }
    if value(&form, "grant_type") != Some("authorization_code") {
        return refused(400, "unsupported_grant_type");
    }
    let word = value(&form, "code").unwrap_or("");
    let Some(code) = locked(&shared.codes).remove(word) else {
        return refused(400, "invalid_grant");
    };
    if value(&form, "redirect_uri") != Some(&code.redirect) || !is_verified(&code, &form) {
        return refused(400, "invalid_grant");
    }
    granted(shared, &code, faults).unwrap_or_else(|_| Reply::new(500))
}

fn broken(faults: &[Name]) -> Option<Reply> {
    let has = |name| faults.contains(&name);
    if has(Name::Token503) {
        Some(Reply::json(
            503,
            &json!({"error": "temporarily_unavailable"}),
        ))
    } else if has(Name::TokenHang) {
        Some(Reply::never())
    } else if has(Name::TokenHtml) {
        Some(Reply::html(200, "<html>sign in here</html>".to_owned()))
    } else if has(Name::TokenReset) {
        Some(Reply::lost())
    } else {
        None
    }
}

fn refused(status: u16, error: &str) -> Reply {
    Reply::json(status, &json!({"error": error}))
}

/// Both ways of RFC 6749, section 2.3.1, but not both at once.
fn is_client(request: &Request, form: &[(String, String)]) -> bool {
    let posted = (value(form, "client_id"), value(form, "client_secret"));
    let Some(header) = request.header("authorization") else {
        return posted == (Some(CLIENT_ID), Some(CLIENT_SECRET));
    };
    let encode =
        |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = format!("{}:{}", encode(CLIENT_ID), encode(CLIENT_SECRET));
    posted.1.is_none() && header == format!("Basic {}", BASE64.encode(pair.as_bytes()))
}

fn is_verified(code: &Code, form: &[(String, String)]) -> bool {
    match (&code.challenge, value(form, "code_verifier")) {
        (None, None) => true,
        (Some(challenge), Some(verifier)) => {
            let hash = digest(&SHA256, verifier.as_bytes());
            *challenge == BASE64URL_NOPAD.encode(hash.as_ref())
        }
        _ => false,
    }
}

fn granted(shared: &Shared, code: &Code, faults: &[Name]) -> io::Result<Reply> {
    let mut claims = claims(&shared.issuer(), code, faults);
    let access = fresh()?;
    let info = info(&mut claims, faults);
    locked(&shared.infos).insert(access.clone(), info);
    let token = id_token(&locked(&shared.keys), &claims, faults)?;
    let mut answer = json!({
        "access_token": access, "token_type": "Bearer", "expires_in": 3599, "scope": "openid email",
        "id_token": token,
    });
    if faults.contains(&Name::NoIdToken) {
        answer["id_token"] = Value::Null;
    }
    let mut text = answer.to_string();
    if faults.contains(&Name::TokenHuge) {
        text.insert_str(0, &" ".repeat(4 << 20));
    }
    Ok(Reply::text(200, "application/json", text))
}

/// What the user-info endpoint says; where it alone has the address, the token has it no more.
fn info(claims: &mut Value, faults: &[Name]) -> Value {
    let mut info = json!({"sub": claims["sub"]});
    for name in ["email", "email_verified"] {
        info[name] = claims[name].clone();
    }
    let of_another = faults.contains(&Name::UserInfoOfAnother);
    if of_another {
        info["sub"] = json!("somebody-else");
    }
    if let Some(claims) = claims.as_object_mut()
        && (of_another || faults.contains(&Name::EmailInUserInfo))
    {
        claims.remove("email");
        claims.remove("email_verified");
    }
    info
}

/// What the provider says of the person.
fn claims(issuer: &str, code: &Code, faults: &[Name]) -> Value {
    let now = now();
    let mut claims = json!({
        "iss": issuer, "aud": CLIENT_ID, "azp": CLIENT_ID, "sub": code.person.sub,
        "email": code.person.email, "email_verified": code.person.email_verified,
        "nonce": code.nonce, "iat": now, "exp": now + 3600,
    });
    let other = "another-client";
    let mut changed: Vec<(&str, Value)> = Vec::new();
    for fault in faults {
        match fault {
            Name::WrongNonce => changed.push(("nonce", json!("another"))),
            Name::NoNonce => changed.push(("nonce", Value::Null)),
            Name::WrongAud => changed.extend([("aud", json!(other)), ("azp", Value::Null)]),
            Name::AudListWithAzp => changed.push(("aud", json!([CLIENT_ID, other]))),
            Name::AudListWithoutAzp => {
                changed.extend([("aud", json!([CLIENT_ID, other])), ("azp", Value::Null)]);
            }
            Name::AudListOtherAzp => {
                changed.extend([("aud", json!([CLIENT_ID, other])), ("azp", json!(other))]);
            }
            Name::WrongIss => changed.push(("iss", json!("https://accounts.example.com"))),
            Name::Expired => changed.push(("exp", json!(now - 600))),
            Name::NoExp => changed.push(("exp", Value::Null)),
            Name::NoIat => changed.push(("iat", Value::Null)),
            Name::FutureIat => changed.push(("iat", json!(now + 1800))),
            Name::NoSub => changed.push(("sub", Value::Null)),
            Name::EmptySub => changed.push(("sub", json!(""))),
            Name::EmailUnverified => changed.push(("email_verified", json!(false))),
            Name::EmailVerifiedString => changed.push(("email_verified", json!("true"))),
            Name::EmailVerifiedMissing => changed.push(("email_verified", Value::Null)),
            Name::NoEmail => changed.push(("email", Value::Null)),
            _ => {}
        }
    }
    for (name, value) in changed {
        claims[name] = value;
    }
    // What is null here is not there at all.
    let there = claims.as_object().into_iter().flatten();
    let there: Map<String, Value> = there
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Value::Object(there)
}

/// The token: its header, the claims, and a signature that may be wrong by intent.
fn id_token(keys: &Keys, claims: &Value, faults: &[Name]) -> io::Result<String> {
    let has = |name| faults.contains(&name);
    let algorithm = keys.algorithm;
    let mut header = json!({"alg": algorithm.name(), "typ": "JWT", "kid": keys.kid(algorithm)});
    let mut ring = &keys.own;
    if has(Name::AlgNone) {
        header = json!({"alg": "none", "typ": "JWT"});
        return Ok(message(&header, claims) + ".");
    }
    if has(Name::Hs256WithPublicKey) || has(Name::Hs256WithClientSecret) {
        header["alg"] = json!("HS256");
        let public = keys.own.rsa.public().as_ref();
        let secret = if has(Name::Hs256WithPublicKey) {
            public
        } else {
            CLIENT_SECRET.as_bytes()
        };
        let message = message(&header, claims);
        let tag = hmac::sign(
            &hmac::Key::new(hmac::HMAC_SHA256, secret),
            message.as_bytes(),
        );
        return Ok(message + "." + &BASE64URL_NOPAD.encode(tag.as_ref()));
    }
    if has(Name::ForeignKeyKnownKid) {
        ring = &keys.foreign;
    }
    if has(Name::JwkHeader) {
        ring = &keys.foreign;
        header["kid"] = json!("brought-along");
        header["jwk"] = ring.jwk(algorithm, "brought-along");
    }
    if has(Name::UnknownKid) {
        ring = &keys.foreign;
        header["kid"] = json!(fresh()?);
    }
    if has(Name::NoKid)
        && let Some(header) = header.as_object_mut()
    {
        header.remove("kid");
    }
    if has(Name::JkuHeader) {
        header["jku"] = json!("https://keys.example.com/jwks");
    }
    if has(Name::X5uHeader) {
        header["x5u"] = json!("https://keys.example.com/chain.pem");
    }
    if has(Name::CritHeader) {
        header["crit"] = json!(["urn:example:unheard-of"]);
        header["urn:example:unheard-of"] = json!(true);
    }
    signed(ring, algorithm, &header, claims, has(Name::TamperedPayload))
}

fn message(header: &Value, claims: &Value) -> String {
    let text = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    text(header) + "." + &text(claims)
}

fn signed(
    ring: &Ring,
    algorithm: Algorithm,
    header: &Value,
    claims: &Value,
    tampered: bool,
) -> io::Result<String> {
    let mut text = message(header, claims);
    let signature = ring.sign(algorithm, text.as_bytes())?;
    if tampered {
        let mut claims = claims.clone();
        claims["sub"] = json!("somebody-else");
        text = message(header, &claims);
    }
    Ok(text + "." + &BASE64URL_NOPAD.encode(&signature))
}
