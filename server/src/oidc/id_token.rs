//! What makes an ID token one that proves something (`OpenID` Connect Core, section 3.1.3.7).

use std::collections::HashSet;

use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, get_current_timestamp};
use serde::Deserialize;
use serde_json::{Map, Number, Value};
use subtle::ConstantTimeEq as _;

use super::ProviderError;

/// By how many seconds clocks may differ.
const SKEW: u64 = 60;
/// The longest token that is looked at.
const LENGTH: usize = 16 * 1024;
/// What would let the token choose its own key, or change its meaning.
const REFUSED: [&str; 5] = ["crit", "jwk", "jku", "x5u", "x5c"];

/// What the header says.
pub(crate) struct Header {
    pub(crate) algorithm: Algorithm,
    pub(crate) kid: Option<String>,
}

/// What has to be in the token.
#[derive(Debug, Deserialize)]
struct Claims {
    sub: String,
    iat: Number,
    nonce: Option<String>,
    aud: Audience,
    azp: Option<String>,
    email: Option<Value>,
    email_verified: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// What is believed of it.
#[derive(Debug)]
pub(crate) struct Believed {
    pub(crate) subject: String,
    pub(crate) email: Option<String>,
    pub(crate) email_verified: bool,
}

/// What the token is measured by.
pub(crate) struct Expected<'a> {
    pub(crate) issuer: &'a str,
    pub(crate) client_id: &'a str,
    pub(crate) nonce: &'a str,
}

/// Reads the header, which nobody has vouched for yet: it only says which key to try.
pub(crate) fn header(token: &str) -> Result<Header, ProviderError> {
    let untrusted = ProviderError::Untrusted;
    let first = token.split('.').next().unwrap_or("");
    let bytes = BASE64URL_NOPAD.decode(first.as_bytes());
    let said: Option<Map<String, Value>> = bytes
        .ok()
        .filter(|_| token.len() <= LENGTH)
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let said = said.ok_or(untrusted("it is no token"))?;
    if REFUSED.iter().any(|name| said.contains_key(*name)) {
        return Err(untrusted("its header wants to be obeyed"));
    }
    let algorithm = match said.get("alg").and_then(Value::as_str) {
        Some("RS256") => Algorithm::RS256,
        Some("ES256") => Algorithm::ES256,
        Some("EdDSA") => Algorithm::EdDSA,
        _ => return Err(untrusted("its algorithm is not taken")),
    };
    let kid = match said.get("kid") {
        None => None,
        Some(Value::String(kid)) => Some(kid.clone()),
        Some(_) => return Err(untrusted("its key's name is no text")),
    };
    Ok(Header { algorithm, kid })
}

/// Checks signature and claims.
pub(crate) fn check(
    token: &str,
    algorithm: Algorithm,
    key: &DecodingKey,
    expected: &Expected<'_>,
) -> Result<Believed, ProviderError> {
    let mut validation = Validation::new(algorithm);
    validation.leeway = SKEW;
    validation.validate_nbf = true;
    validation.set_issuer(&[expected.issuer]);
    validation.set_audience(&[expected.client_id]);
    let required = ["exp", "iss", "aud", "sub"].map(str::to_owned);
    validation.required_spec_claims = HashSet::from(required);
    let data = decode::<Claims>(token, key, &validation)
        .map_err(|error| ProviderError::Untrusted(reason(error.kind())))?;
    let claims = data.claims;
    meant_for_us(&claims, expected.client_id)?;
    issued(&claims.iat)?;
    let nonce = claims.nonce.as_deref().unwrap_or("");
    if nonce.as_bytes().ct_ne(expected.nonce.as_bytes()).into() {
        return Err(ProviderError::Untrusted("its nonce is not ours"));
    }
    if claims.sub.is_empty() || claims.sub.len() > 255 || claims.sub.contains(char::is_control) {
        return Err(ProviderError::Untrusted("its subject names nobody"));
    }
    Ok(Believed {
        subject: claims.sub,
        email: email(claims.email.as_ref()),
        email_verified: claims.email_verified == Some(Value::Bool(true)),
    })
}

/// The address, when it is one that could be one.
pub(crate) fn email(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?;
    let inside = text.trim_matches('@').contains('@');
    let plain = !text.contains(|letter: char| letter.is_control() || letter.is_whitespace());
    (inside && plain && text.len() <= 254).then(|| text.to_owned())
}

/// With several audiences the token has to say that it was made for us.
fn meant_for_us(claims: &Claims, client_id: &str) -> Result<(), ProviderError> {
    let party = claims.azp.as_deref();
    let is_ours = match (&claims.aud, party) {
        (Audience::One(one), None) => one == client_id,
        (Audience::Several(all), None) => all.len() == 1,
        (_, Some(party)) => party == client_id,
    };
    if is_ours {
        Ok(())
    } else {
        Err(ProviderError::Untrusted("it was made for another client"))
    }
}

fn issued(at: &Number) -> Result<(), ProviderError> {
    let latest = u32::try_from(get_current_timestamp() + SKEW).unwrap_or(u32::MAX);
    match at.as_f64() {
        Some(at) if at > 0.0 && at <= f64::from(latest) => Ok(()),
        _ => Err(ProviderError::Untrusted("it was not issued yet")),
    }
}

fn reason(kind: &jsonwebtoken::errors::ErrorKind) -> &'static str {
    use jsonwebtoken::errors::ErrorKind;
    match kind {
        ErrorKind::InvalidSignature => "its signature is wrong",
        ErrorKind::ExpiredSignature => "it has expired",
        ErrorKind::ImmatureSignature => "it is not valid yet",
        ErrorKind::InvalidIssuer => "it is of another issuer",
        ErrorKind::InvalidAudience => "it is meant for another client",
        ErrorKind::MissingRequiredClaim(_) | ErrorKind::Json(_) => "a claim is missing",
        _ => "it can't be verified",
    }
}
