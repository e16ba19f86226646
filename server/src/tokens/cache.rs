//! Tokens whose signature has been checked: checking EdDSA takes longer than everything else that a
//! small request does. Whether a session has ended is asked of the database all the same.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::access::Claims;
use super::opaque::digest;

/// So many are remembered, some 2 MiB.
const ROOM: usize = 16_384;

/// Claims by the SHA-256 of their token.
#[derive(Default)]
pub(super) struct Verified(Mutex<HashMap<Vec<u8>, Claims>>);

impl Verified {
    pub(super) fn get(&self, token: &str, now_secs: u64) -> Option<Claims> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let claims = known.get(&digest(token.as_bytes()))?;
        (claims.exp > now_secs).then(|| claims.clone())
    }

    pub(super) fn put(&self, token: &str, claims: Claims, now_secs: u64) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= ROOM {
            known.retain(|_, claims| claims.exp > now_secs);
        }
        if known.len() >= ROOM {
            // All are alive: to begin anew costs each of them one signature.
            known.clear();
        }
        known.insert(digest(token.as_bytes()), claims);
    }
}
