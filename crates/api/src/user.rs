//! People: who they are to the server, which is little.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Stays the same whatever else changes.
    pub id: Uuid,
    /// As the person wrote it.
    pub email: String,
    /// Whether the identity provider vouches for it.
    pub email_verified: bool,
    /// What to call the person.
    pub display_name: Option<String>,
    /// BCP 47, `es-CL`.
    pub locale: Option<String>,
    /// May see and change others.
    pub is_superuser: bool,
    /// Can't log in.
    pub is_disabled: bool,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// `PATCH /users/me` (RFC 7396): what is absent stays, null empties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserPatch {
    /// At most 100 characters.
    #[serde(default, with = "given", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<Option<String>>,
    /// BCP 47, at most 35 characters.
    #[serde(default, with = "given", skip_serializing_if = "Option::is_none")]
    pub locale: Option<Option<String>>,
}

/// `PATCH /users/{id}`, by a superuser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserAdministration {
    /// May see and change others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_superuser: Option<bool>,
    /// Can't log in; all sessions end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_disabled: Option<bool>,
}

/// `GET /users`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Users {
    /// By id, that is, in the order in which they came.
    pub users: Vec<User>,
    /// What to send as `after` for the next page; none after the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Uuid>,
}

/// A member that may be absent, null or there.
mod given {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[allow(
        clippy::option_option,
        clippy::ref_option,
        reason = "serde's signature"
    )]
    pub(super) fn serialize<S: Serializer>(
        given: &Option<Option<String>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        given
            .as_ref()
            .and_then(Option::as_ref)
            .serialize(serializer)
    }

    #[allow(
        clippy::option_option,
        reason = "absent, null and there are three things"
    )]
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Option<String>>, D::Error> {
        Option::<String>::deserialize(deserializer).map(Some)
    }
}
