//! Signing in where there is no browser (RFC 8628).

use serde::{Deserialize, Serialize};

use crate::Secret;

/// `POST /auth/device`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeviceRequest {
    /// [`crate::token::CLIENT_ID`].
    pub client_id: String,
    /// What the person is shown when confirming; at most 64 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
}

/// Its answer (RFC 8628, section 3.2).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeviceAuthorization {
    /// What the machine asks with.
    pub device_code: Secret,
    /// What the person types: eight letters in two groups, `WDJB-MJHT`.
    pub user_code: String,
    /// Where the person types it.
    pub verification_uri: String,
    /// The same with the code in it.
    pub verification_uri_complete: String,
    /// Seconds until both codes expire.
    pub expires_in: u64,
    /// Seconds between two questions.
    pub interval: u64,
}
