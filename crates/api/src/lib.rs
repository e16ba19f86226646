//! The shapes that the client and the account server share: `/api/v1` as Rust types.
//!
//! Nothing here knows money: a ledger, an account or an amount has no place in any of these. Times
//! are UTC (RFC 3339), ids are UUIDs, secrets are [`Secret`], which shows itself only to serde.
//! The feature `client` adds the program that asks.

#[cfg(feature = "client")]
pub mod client;
pub mod config;
pub mod device;
pub mod problem;
pub mod secret;
pub mod session;
pub mod token;
pub mod user;

pub use secret::Secret;

/// The path under which everything but the health of the server lies.
pub const BASE: &str = "/api/v1";
