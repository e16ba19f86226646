//! The provider's keys, what it publishes of them, and how it signs.

use std::io;

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256,
    RsaKeyPair, RsaPublicKeyComponents,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// How ID tokens are signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Algorithm {
    /// RSA, as Google does.
    #[default]
    #[serde(rename = "RS256")]
    Rs256,
    /// ECDSA on P-256.
    #[serde(rename = "ES256")]
    Es256,
    /// Ed25519.
    #[serde(rename = "EdDSA")]
    EdDsa,
}

impl Algorithm {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }
}

/// One key of each kind.
#[derive(Debug)]
pub(crate) struct Ring {
    pub(crate) rsa: RsaKeyPair,
    ec: EcdsaKeyPair,
    ed: Ed25519KeyPair,
    random: SystemRandom,
}

impl Ring {
    fn new(rsa: &[u8]) -> io::Result<Self> {
        let random = SystemRandom::new();
        let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let ec = EcdsaKeyPair::generate_pkcs8(kind, &random).map_err(failed)?;
        let ed = Ed25519KeyPair::generate_pkcs8(&random).map_err(failed)?;
        Ok(Self {
            rsa: RsaKeyPair::from_pkcs8(rsa).map_err(failed)?,
            ec: EcdsaKeyPair::from_pkcs8(kind, ec.as_ref(), &random).map_err(failed)?,
            ed: Ed25519KeyPair::from_pkcs8(ed.as_ref()).map_err(failed)?,
            random,
        })
    }

    /// A signature as JWS has it.
    pub(crate) fn sign(&self, algorithm: Algorithm, message: &[u8]) -> io::Result<Vec<u8>> {
        match algorithm {
            Algorithm::Rs256 => {
                let mut signature = vec![0; self.rsa.public().modulus_len()];
                let signed =
                    self.rsa
                        .sign(&RSA_PKCS1_SHA256, &self.random, message, &mut signature);
                signed.map_err(failed)?;
                Ok(signature)
            }
            Algorithm::Es256 => {
                let signed = self.ec.sign(&self.random, message).map_err(failed)?;
                Ok(signed.as_ref().to_vec())
            }
            Algorithm::EdDsa => Ok(self.ed.sign(message).as_ref().to_vec()),
        }
    }

    /// The public half as a JWK.
    pub(crate) fn jwk(&self, algorithm: Algorithm, kid: &str) -> Value {
        let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        let mut jwk = match algorithm {
            Algorithm::Rs256 => {
                let public = RsaPublicKeyComponents::<Vec<u8>>::from(self.rsa.public());
                json!({"kty": "RSA", "n": text(&public.n), "e": text(&public.e)})
            }
            Algorithm::Es256 => {
                let point = self.ec.public_key().as_ref();
                json!({"kty": "EC", "crv": "P-256", "x": text(&point[1..33]), "y": text(&point[33..])})
            }
            Algorithm::EdDsa => {
                json!({"kty": "OKP", "crv": "Ed25519", "x": text(self.ed.public_key().as_ref())})
            }
        };
        jwk["use"] = json!("sig");
        jwk["alg"] = json!(algorithm.name());
        jwk["kid"] = json!(kid);
        jwk
    }
}

/// What the provider signs with, and what somebody else does.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) own: Ring,
    pub(crate) foreign: Ring,
    pub(crate) algorithm: Algorithm,
    generation: u32,
}

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

const RSA: &[u8] = include_bytes!("../keys/rsa.pkcs8");
const FOREIGN: &[u8] = include_bytes!("../keys/foreign.pkcs8");

impl Keys {
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self {
            own: Ring::new(RSA)?,
            foreign: Ring::new(FOREIGN)?,
            algorithm: Algorithm::default(),
            generation: 1,
        })
    }

    /// New keys under new names; there is only one RSA key, so that it changes its name alone.
    pub(crate) fn rotate(&mut self) -> io::Result<()> {
        self.own = Ring::new(RSA)?;
        self.generation += 1;
        Ok(())
    }

    /// The name of a key.
    pub(crate) fn kid(&self, algorithm: Algorithm) -> String {
        format!("{}-{}", algorithm.name().to_lowercase(), self.generation)
    }

    /// What is published, a key for something else included.
    pub(crate) fn jwks(&self) -> Value {
        let kinds = [Algorithm::Rs256, Algorithm::Es256, Algorithm::EdDsa];
        let mut keys: Vec<Value> = kinds
            .iter()
            .map(|kind| self.own.jwk(*kind, &self.kid(*kind)))
            .collect();
        keys.push(json!({"kty": "new", "kid": "of-the-future", "use": "enc", "p": "AQAB"}));
        json!({ "keys": keys })
    }
}
