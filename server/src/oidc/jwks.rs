//! The provider's keys: which one a token names, and when they are asked for again.
//!
//! They are kept for an hour. A token that names a key that is not there lets them be fetched again,
//! at most once a minute whatever comes, so that an honest rotation works and invented names cost
//! the provider nothing.

use std::time::{Duration, Instant};

use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Mutex;
use url::Url;

use super::ProviderError;
use super::fetch::Fetcher;

const AGE: Duration = Duration::from_hours(1);
const PAUSE: Duration = Duration::from_mins(1);
const WHAT: &str = "key set";

/// The keys, once they were fetched.
#[derive(Debug, Default)]
pub(crate) struct Jwks {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    fetched: Option<Instant>,
    /// When a name that is not there was last the reason to fetch.
    missed: Option<Instant>,
    keys: Vec<Key>,
}

/// One key that can verify.
#[derive(Debug)]
struct Key {
    kid: Option<String>,
    algorithm: Algorithm,
    verifying: DecodingKey,
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<Value>,
}

/// A key as it comes (RFC 7517); what is of no use here is passed over.
#[derive(Deserialize)]
struct Said {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    r#use: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl Jwks {
    /// The key that a token's header names, fetched first if need be.
    pub(crate) async fn key(
        &self,
        fetcher: &Fetcher,
        place: &Url,
        kid: Option<&str>,
        algorithm: Algorithm,
    ) -> Result<DecodingKey, ProviderError> {
        let mut kept = self.kept.lock().await;
        if kept.fetched.is_none_or(|since| since.elapsed() > AGE) {
            kept.fetch(fetcher, place).await?;
        }
        if let Some(key) = kept.find(kid, algorithm)? {
            return Ok(key);
        }
        if kept.missed.is_none_or(|since| since.elapsed() > PAUSE) {
            kept.missed = Some(Instant::now());
            kept.fetch(fetcher, place).await?;
        }
        let found = kept.find(kid, algorithm)?;
        found.ok_or(ProviderError::Untrusted(
            "it names a key that the provider does not have",
        ))
    }
}

impl Kept {
    async fn fetch(&mut self, fetcher: &Fetcher, place: &Url) -> Result<(), ProviderError> {
        let set: Set = fetcher.get(place, None, WHAT).await?;
        self.keys = set.keys.into_iter().filter_map(read).collect();
        self.fetched = Some(Instant::now());
        Ok(())
    }

    /// By name; without one, the only key of the algorithm.
    fn find(
        &self,
        kid: Option<&str>,
        algorithm: Algorithm,
    ) -> Result<Option<DecodingKey>, ProviderError> {
        let named = |key: &&Key| kid.is_none() || key.kid.as_deref() == kid;
        let fitting = |key: &&Key| key.algorithm == algorithm;
        let mut found = self.keys.iter().filter(named).filter(fitting);
        match (found.next(), found.next()) {
            (Some(key), None) => Ok(Some(key.verifying.clone())),
            (None, _) if kid.is_some() && self.keys.iter().any(|key| named(&key)) => Err(
                ProviderError::Untrusted("its algorithm is not the one of the key that it names"),
            ),
            (None, _) => Ok(None),
            (Some(_), Some(_)) => Err(ProviderError::Untrusted("it fits several keys")),
        }
    }
}

fn read(value: Value) -> Option<Key> {
    let said: Said = serde_json::from_value(value).ok()?;
    if said
        .r#use
        .as_deref()
        .is_some_and(|purpose| purpose != "sig")
    {
        return None;
    }
    let (algorithm, name, key) = match (said.kty.as_str(), said.crv.as_deref()) {
        ("RSA", _) => {
            let key = DecodingKey::from_rsa_components(&said.n?, &said.e?);
            (Algorithm::RS256, "RS256", key)
        }
        ("EC", Some("P-256")) => {
            let key = DecodingKey::from_ec_components(&said.x?, &said.y?);
            (Algorithm::ES256, "ES256", key)
        }
        ("OKP", Some("Ed25519")) => {
            let key = DecodingKey::from_ed_components(&said.x?);
            (Algorithm::EdDSA, "EdDSA", key)
        }
        _ => return None,
    };
    // RFC 9864 calls EdDSA on this curve `Ed25519`.
    let alg = said.alg.as_deref().unwrap_or(name);
    let is_same = alg == name || (name == "EdDSA" && alg == "Ed25519");
    Some(Key {
        kid: said.kid,
        algorithm,
        verifying: key.ok().filter(|_| is_same)?,
    })
}
