//! What signs and checks tokens: ring, behind `jsonwebtoken`.
//!
//! It verifies RS256, ES256 and `EdDSA` (a provider's ID tokens, our access tokens) and signs ES256 and
//! `EdDSA` (ours). It refuses every other algorithm, a shared secret (HS256) and `none` included, and a
//! key that is not of the algorithm's family. RSA keys have at least 2048 bits.

use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::signature::{Error, Signer, Verifier};
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey, DecodingKeyKind, EncodingKey};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, ED25519, EcdsaKeyPair,
    Ed25519KeyPair, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: signer,
    verifier_factory: verifier,
    key_utils: KeyUtils {
        rsa_pub_components_from_private_key: |_| unsupported(),
        rsa_pub_components_from_public_key: |_| unsupported(),
        ec_pub_components_from_private_key: |_, _| unsupported(),
        ed_pub_components_from_private_key: |_, _| unsupported(),
        compute_digest: |_, _| unsupported(),
    },
};

/// Makes it what `jsonwebtoken` uses in this process; a second time changes nothing.
pub(crate) fn install() {
    let _ = PROVIDER.install_default();
}

fn unsupported<T>() -> Result<T> {
    Err(ErrorKind::UnsupportedAlgorithm.into())
}

/// A private key in PKCS#8 that signs.
enum Signing {
    Es256(Box<EcdsaKeyPair>),
    EdDsa(Box<Ed25519KeyPair>),
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the crate's signature")]
fn signer(algorithm: &Algorithm, key: &EncodingKey) -> Result<Box<dyn JwtSigner>> {
    let signing = match (algorithm, key.family()) {
        (Algorithm::EdDSA, AlgorithmFamily::Ed) => {
            let pair = Ed25519KeyPair::from_pkcs8(key.as_bytes());
            Signing::EdDsa(Box::new(pair.map_err(|_| ErrorKind::InvalidEddsaKey)?))
        }
        (Algorithm::ES256, AlgorithmFamily::Ec) => {
            let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
            let pair = EcdsaKeyPair::from_pkcs8(kind, key.as_bytes(), &SystemRandom::new());
            Signing::Es256(Box::new(pair.map_err(|_| ErrorKind::InvalidEcdsaKey)?))
        }
        _ => return unsupported(),
    };
    Ok(Box::new(signing))
}

impl Signer<Vec<u8>> for Signing {
    fn try_sign(&self, message: &[u8]) -> std::result::Result<Vec<u8>, Error> {
        match self {
            Self::Es256(pair) => {
                let signature = pair.sign(&SystemRandom::new(), message);
                Ok(signature.map_err(|_| Error::new())?.as_ref().to_vec())
            }
            Self::EdDsa(pair) => Ok(pair.sign(message).as_ref().to_vec()),
        }
    }
}

impl JwtSigner for Signing {
    fn algorithm(&self) -> Algorithm {
        match self {
            Self::Es256(_) => Algorithm::ES256,
            Self::EdDsa(_) => Algorithm::EdDSA,
        }
    }
}

/// A public key that checks: a modulus and an exponent, an uncompressed point, or 32 bytes.
enum Checking {
    Rs256(RsaPublicKeyComponents<Vec<u8>>),
    Es256(UnparsedPublicKey<Vec<u8>>),
    EdDsa(UnparsedPublicKey<Vec<u8>>),
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the crate's signature")]
fn verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>> {
    let checking = match (algorithm, key.family(), key.kind()) {
        (Algorithm::RS256, AlgorithmFamily::Rsa, DecodingKeyKind::RsaModulusExponent { n, e }) => {
            Checking::Rs256(RsaPublicKeyComponents {
                n: n.clone(),
                e: e.clone(),
            })
        }
        (Algorithm::ES256, AlgorithmFamily::Ec, DecodingKeyKind::SecretOrDer(point)) => {
            Checking::Es256(UnparsedPublicKey::new(
                &ECDSA_P256_SHA256_FIXED,
                point.clone(),
            ))
        }
        (Algorithm::EdDSA, AlgorithmFamily::Ed, DecodingKeyKind::SecretOrDer(bytes)) => {
            Checking::EdDsa(UnparsedPublicKey::new(&ED25519, bytes.clone()))
        }
        _ => return unsupported(),
    };
    Ok(Box::new(checking))
}

impl Verifier<Vec<u8>> for Checking {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> std::result::Result<(), Error> {
        let checked = match self {
            Self::Rs256(key) => key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature),
            Self::Es256(key) | Self::EdDsa(key) => key.verify(message, signature),
        };
        checked.map_err(|_| Error::new())
    }
}

impl JwtVerifier for Checking {
    fn algorithm(&self) -> Algorithm {
        match self {
            Self::Rs256(_) => Algorithm::RS256,
            Self::Es256(_) => Algorithm::ES256,
            Self::EdDsa(_) => Algorithm::EdDSA,
        }
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64URL_NOPAD;
    use jsonwebtoken::{Header, crypto};
    use ring::signature::KeyPair as _;

    use super::*;

    fn ed() -> (EncodingKey, DecodingKey) {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).unwrap();
        let key = DecodingKey::from_ed_der(pair.public_key().as_ref());
        (EncodingKey::from_ed_der(pkcs8.as_ref()), key)
    }

    fn ec() -> (EncodingKey, DecodingKey) {
        let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let rng = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(kind, &rng).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(kind, pkcs8.as_ref(), &rng).unwrap();
        let key = DecodingKey::from_ec_der(pair.public_key().as_ref());
        (EncodingKey::from_ec_der(pkcs8.as_ref()), key)
    }

    #[test]
    fn what_is_signed_verifies_and_a_turned_bit_does_not() {
        install();
        for (algorithm, (private, public)) in [(Algorithm::EdDSA, ed()), (Algorithm::ES256, ec())] {
            let signature = crypto::sign(b"message", &private, algorithm).unwrap();
            let verify = |text: &str, message: &[u8]| {
                crypto::verify(text, message, &public, algorithm).unwrap()
            };
            assert!(verify(&signature, b"message"), "{algorithm:?}");
            assert!(!verify(&signature, b"messagf"), "{algorithm:?}");
            let mut bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
            bytes[7] ^= 1;
            let turned = BASE64URL_NOPAD.encode(&bytes);
            assert!(!verify(&turned, b"message"), "{algorithm:?}");
        }
    }

    #[test]
    fn other_algorithms_and_keys_of_another_family_are_refused() {
        install();
        let secret = EncodingKey::from_secret(b"public key");
        assert!(crypto::sign(b"", &secret, Algorithm::HS256).is_err());
        assert!(jsonwebtoken::encode(&Header::default(), &(), &secret).is_err());
        let secret = DecodingKey::from_secret(b"public key");
        assert!(crypto::verify("", b"", &secret, Algorithm::HS256).is_err());
        let (_, ed) = ed();
        assert!(crypto::verify("", b"", &ed, Algorithm::ES256).is_err());
        assert!(crypto::verify("", b"", &ed, Algorithm::HS256).is_err());
        assert!(crypto::verify("", b"", &secret, Algorithm::EdDSA).is_err());
    }
}
