//! Tokens: opaque ones, of which only hashes are kept, and access tokens, which are signed.

mod access;
mod cache;
mod keys;
mod opaque;
mod user_code;

pub(crate) use access::{ACCESS_SECS, AccessTokens, Claims};
pub(crate) use keys::KeysError;
pub(crate) use opaque::{Opaque, digest};
pub(crate) use user_code::UserCode;
