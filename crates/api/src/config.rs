//! Account configuration: documents by key. Preferences, never money.
//!
//! `GET`, `PUT` and `PATCH /config` answer with one object of all documents and the `ETag` of all of
//! them, `/config/{key}` with the bare value of one and its own.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The most that one document may take as JSON.
pub const MAX_BYTES: usize = 64 * 1024;
/// The most documents of one account.
pub const MAX_KEYS: usize = 100;

/// The keys whose documents have a schema.
pub const KNOWN: &[&str] = &[
    "preferences",
    "locale",
    "base_currency",
    "theme",
    "keymap",
    "backup_policy",
    "devices",
];

/// True for what may be a key: a small letter, then at most 63 of small letters, digits, `_`, `-`, `.`.
pub fn is_key(key: &str) -> bool {
    let mut bytes = key.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && key.len() <= 64
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-.".contains(&b))
}

/// An earlier value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    /// Which document.
    pub key: String,
    /// Counts the writes of that document.
    pub version: i64,
    /// Null where it was removed.
    pub value: Option<Value>,
    /// When it was written.
    pub written_at: DateTime<Utc>,
}

/// `GET /config/history`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The newest first.
    pub history: Vec<Earlier>,
}
