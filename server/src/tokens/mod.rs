//! Tokens: opaque ones, of which only hashes are kept, and access tokens, which are signed.

mod access;
mod cache;
mod keys;
mod opaque;

pub(crate) use access::{ACCESS_SECS, AccessTokens, Claims};
pub(crate) use keys::KeysError;
pub(crate) use opaque::{Opaque, digest};
