//! The sessions of an account: one for each place where somebody is logged in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its name in `DELETE /auth/sessions/{id}`.
    pub id: Uuid,
    /// What the device called itself.
    pub device_name: String,
    /// When somebody logged in there.
    pub created_at: DateTime<Utc>,
    /// When it was last refreshed.
    pub last_used_at: DateTime<Utc>,
    /// True for the session that asks.
    pub current: bool,
}

/// `GET /auth/sessions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sessions {
    /// The last used first.
    pub sessions: Vec<Session>,
}
