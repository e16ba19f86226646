//! The signing keys: PKCS#8 files of their own in a private folder, named by their `kid`.
//!
//! The newest signs, all verify: a key is retired by leaving it beside its successor until its last
//! token has expired, and revoked by removing its file. Replicas share the folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jsonwebtoken::{DecodingKey, EncodingKey};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _,
};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::settings::Algorithm;

/// After so long a start makes a new key.
const AGE: Duration = Duration::from_hours(90 * 24);

/// Why there are no keys.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeysError {
    #[error("{path} can't be read or written: {source}")]
    Io { path: PathBuf, source: io::Error },
    #[error("{path} may be read by others: chmod 600 it")]
    Loose { path: PathBuf },
    #[error("{path} holds no private key for its algorithm")]
    NoKey { path: PathBuf },
    #[error("no key could be made")]
    Random,
}

/// One key.
pub(super) struct Key {
    pub(super) algorithm: Algorithm,
    pub(super) signs: EncodingKey,
    pub(super) verifies: DecodingKey,
}

/// All of a folder, by `kid`, which sorts by age.
pub(super) struct Keys(BTreeMap<String, Key>);

impl Keys {
    /// Reads a folder, and puts a key into one that has none of this algorithm that is young enough.
    pub(super) fn open(folder: &Path, algorithm: Algorithm) -> Result<Self, KeysError> {
        make_private_folder(folder)?;
        let keys = Self::read(folder)?;
        let newest = keys.newest(algorithm).and_then(|(kid, _)| age_of(kid));
        if newest.is_some_and(|age| age < AGE) {
            return Ok(keys);
        }
        make(folder, algorithm)?;
        Self::read(folder)
    }

    /// Reads a folder.
    pub(super) fn read(folder: &Path) -> Result<Self, KeysError> {
        let error = |source| KeysError::Io {
            path: folder.to_owned(),
            source,
        };
        let mut keys = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(error)? {
            let path = entry.map_err(error)?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            let Some((kid, algorithm)) = named(name) else {
                continue;
            };
            let kid = kid.to_owned();
            keys.insert(kid, read_key(&path, algorithm)?);
        }
        Ok(Self(keys))
    }

    /// The one that signs.
    pub(super) fn newest(&self, algorithm: Algorithm) -> Option<(&str, &Key)> {
        let mut of_kind = self
            .0
            .iter()
            .rev()
            .filter(|(_, key)| key.algorithm == algorithm);
        of_kind.next().map(|(kid, key)| (kid.as_str(), key))
    }

    pub(super) fn get(&self, kid: &str) -> Option<&Key> {
        self.0.get(kid)
    }
}

const fn extension(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::EdDsa => ".ed25519.p8",
        Algorithm::Es256 => ".p256.p8",
    }
}

/// What a file's name says.
fn named(name: &str) -> Option<(&str, Algorithm)> {
    let of = |algorithm| Some((name.strip_suffix(extension(algorithm))?, algorithm));
    of(Algorithm::EdDsa).or_else(|| of(Algorithm::Es256))
}

/// A `kid` is a UUID that begins with its time.
fn age_of(kid: &str) -> Option<Duration> {
    let (secs, _) = Uuid::parse_str(kid).ok()?.get_timestamp()?.to_unix();
    Some(Duration::from_secs(
        crate::clock::now_secs().saturating_sub(secs),
    ))
}

fn read_key(path: &Path, algorithm: Algorithm) -> Result<Key, KeysError> {
    let error = |source| KeysError::Io {
        path: path.to_owned(),
        source,
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if fs::metadata(path).map_err(error)?.permissions().mode() & 0o077 != 0 {
            return Err(KeysError::Loose {
                path: path.to_owned(),
            });
        }
    }
    let der = Zeroizing::new(fs::read(path).map_err(error)?);
    let none = |_| KeysError::NoKey {
        path: path.to_owned(),
    };
    let (signs, verifies) = match algorithm {
        Algorithm::EdDsa => {
            let pair = Ed25519KeyPair::from_pkcs8(&der).map_err(none)?;
            let public = DecodingKey::from_ed_der(pair.public_key().as_ref());
            (EncodingKey::from_ed_der(&der), public)
        }
        Algorithm::Es256 => {
            let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
            let pair = EcdsaKeyPair::from_pkcs8(kind, &der, &SystemRandom::new()).map_err(none)?;
            let public = DecodingKey::from_ec_der(pair.public_key().as_ref());
            (EncodingKey::from_ec_der(&der), public)
        }
    };
    Ok(Key {
        algorithm,
        signs,
        verifies,
    })
}

fn make(folder: &Path, algorithm: Algorithm) -> Result<(), KeysError> {
    let random = SystemRandom::new();
    let pkcs8 = match algorithm {
        Algorithm::EdDsa => Ed25519KeyPair::generate_pkcs8(&random),
        Algorithm::Es256 => EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random),
    };
    let pkcs8 = pkcs8.map_err(|_| KeysError::Random)?;
    let path = folder.join(format!("{}{}", Uuid::now_v7(), extension(algorithm)));
    let error = |source| KeysError::Io {
        path: path.clone(),
        source,
    };
    // Private from its first byte, and whole under its name or not there.
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(error)?;
    file.write_all(pkcs8.as_ref()).map_err(error)?;
    file.as_file().sync_all().map_err(error)?;
    file.persist_noclobber(&path)
        .map_err(|failed| error(failed.error))?;
    Ok(())
}

fn make_private_folder(folder: &Path) -> Result<(), KeysError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| KeysError::Io {
        path: folder.to_owned(),
        source,
    })
}
