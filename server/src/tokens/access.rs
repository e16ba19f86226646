//! Access tokens: JWTs (RFC 7519, RFC 8725) that live a quarter of an hour.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use api::Secret;
use jsonwebtoken::{Header, Validation};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::cache::Verified;
use super::keys::{Keys, KeysError};
use crate::clock::now_secs;
use crate::refusal::Refusal;
use crate::settings::Algorithm;

/// How long one lives, in seconds.
pub(crate) const ACCESS_SECS: u64 = 15 * 60;
/// How far another replica's clock may be away, in seconds.
const SKEW_SECS: u64 = 30;
/// Nothing of ours is longer.
const LONGEST: usize = 2048;
/// Whom they are for.
const AUDIENCE: &str = "luka";
/// The type in the header (RFC 9068): no other token of ours has it.
const TYPE: &str = "at+jwt";
/// Between two looks into the folder of keys for a `kid` that is not known.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// What one says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claims {
    iss: String,
    aud: String,
    /// Whose.
    pub(crate) sub: Uuid,
    /// Of which session.
    pub(crate) sid: Uuid,
    jti: Uuid,
    iat: u64,
    pub(super) exp: u64,
}

/// Signs and checks them.
pub(crate) struct AccessTokens {
    folder: PathBuf,
    algorithm: Algorithm,
    issuer: String,
    keys: RwLock<Keys>,
    looked: Mutex<Option<Instant>>,
    verified: Verified,
}

impl AccessTokens {
    /// With the keys of a folder; the issuer is the same for all replicas.
    pub(crate) fn open(
        folder: &Path,
        algorithm: Algorithm,
        issuer: String,
    ) -> Result<Self, KeysError> {
        Ok(Self {
            keys: RwLock::new(Keys::open(folder, algorithm)?),
            folder: folder.to_owned(),
            algorithm,
            issuer,
            looked: Mutex::default(),
            verified: Verified::default(),
        })
    }

    /// A new one.
    pub(crate) fn issue(&self, user: Uuid, session: Uuid) -> Result<Secret, Refusal> {
        let now = now_secs();
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: user,
            sid: session,
            jti: Uuid::now_v7(),
            iat: now,
            exp: now + ACCESS_SECS,
        };
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        let newest = keys.newest(self.algorithm);
        let (kid, key) = newest.ok_or_else(|| Refusal::internal("no key signs"))?;
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(kid.to_owned()),
            ..Header::new(of(self.algorithm))
        };
        let token =
            jsonwebtoken::encode(&header, &claims, &key.signs).map_err(Refusal::internal)?;
        Ok(token.into())
    }

    /// What a token says, if it is one of ours and alive.
    pub(crate) fn check(&self, token: &str) -> Option<Claims> {
        if token.len() > LONGEST {
            return None;
        }
        let now = now_secs();
        if let Some(claims) = self.verified.get(token, now) {
            return Some(claims);
        }
        let claims = self.verify(token, now)?;
        self.verified.put(token, claims.clone(), now);
        Some(claims)
    }

    fn verify(&self, token: &str, now: u64) -> Option<Claims> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        let carries_a_key = header.jwk.is_some()
            || header.jku.is_some()
            || header.x5u.is_some()
            || header.x5c.is_some()
            || header.crit.is_some();
        if carries_a_key || header.typ.as_deref() != Some(TYPE) {
            return None;
        }
        let kid = header.kid.as_deref()?;
        if !self.knows(kid) && !self.look_again() {
            return None;
        }
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        let key = keys.get(kid)?;
        // The algorithm is the key's, never the header's.
        let mut rules = Validation::new(of(key.algorithm));
        rules.set_issuer(&[&self.issuer]);
        rules.set_audience(&[AUDIENCE]);
        rules.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
        rules.leeway = 0;
        let claims: Claims = jsonwebtoken::decode(token, &key.verifies, &rules)
            .ok()?
            .claims;
        (claims.iat <= now + SKEW_SECS).then_some(claims)
    }

    fn knows(&self, kid: &str) -> bool {
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        keys.get(kid).is_some()
    }

    /// Another replica may have made a key; false when that was looked for a moment ago.
    fn look_again(&self) -> bool {
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.is_some_and(|at| at.elapsed() < LOOK_AGAIN) {
            return false;
        }
        *looked = Some(Instant::now());
        match Keys::read(&self.folder) {
            Ok(keys) => *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys,
            Err(error) => tracing::error!(%error, "keys"),
        }
        true
    }
}

const fn of(algorithm: Algorithm) -> jsonwebtoken::Algorithm {
    match algorithm {
        Algorithm::EdDsa => jsonwebtoken::Algorithm::EdDSA,
        Algorithm::Es256 => jsonwebtoken::Algorithm::ES256,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(folder: &Path, algorithm: Algorithm, issuer: &str) -> AccessTokens {
        crate::crypto::install();
        AccessTokens::open(folder, algorithm, issuer.to_owned()).unwrap()
    }

    #[test]
    fn a_token_says_what_was_put_into_it() {
        let folder = tempfile::tempdir().unwrap();
        for algorithm in [Algorithm::EdDsa, Algorithm::Es256] {
            let tokens = tokens(folder.path(), algorithm, "here");
            let (user, session) = (Uuid::now_v7(), Uuid::now_v7());
            let token = tokens.issue(user, session).unwrap();
            let claims = tokens.check(token.expose()).unwrap();
            assert_eq!((claims.sub, claims.sid), (user, session));
            assert_eq!(tokens.check(token.expose()), Some(claims), "from memory");
        }
    }

    #[test]
    fn another_replica_knows_a_key_that_was_made_since() {
        let folder = tempfile::tempdir().unwrap();
        let old = tokens(folder.path(), Algorithm::EdDsa, "here");
        let new = tokens(folder.path(), Algorithm::Es256, "here");
        let token = new.issue(Uuid::now_v7(), Uuid::now_v7()).unwrap();
        assert!(old.check(token.expose()).is_some());
    }

    #[test]
    fn a_token_of_another_issuer_key_or_with_a_turned_letter_is_refused() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let ours = tokens(folder.path(), Algorithm::EdDsa, "here");
        let issue = |tokens: &AccessTokens| tokens.issue(Uuid::now_v7(), Uuid::now_v7()).unwrap();
        let theirs = issue(&tokens(folder.path(), Algorithm::EdDsa, "there"));
        assert!(ours.check(theirs.expose()).is_none());
        let theirs = issue(&tokens(elsewhere.path(), Algorithm::EdDsa, "here"));
        assert!(ours.check(theirs.expose()).is_none());
        let token = issue(&ours).expose().to_owned();
        for at in [10, token.len() / 2, token.len() - 5] {
            let mut bytes = token.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            assert!(
                ours.check(&String::from_utf8(bytes).unwrap()).is_none(),
                "{at}"
            );
        }
        assert!(ours.check(&"a".repeat(64 * 1024)).is_none());
    }
}
