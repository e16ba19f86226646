//! Signing in and what it yields (RFC 6749, RFC 7636, RFC 8628).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Secret;

/// Who asks: what it keeps its refresh token in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    /// A program: the refresh token is in the answer's body.
    Cli,
    /// A browser: the refresh token is in the cookie `__Host-refresh`.
    #[default]
    Browser,
}

/// `POST /auth/register` and `POST /auth/login`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// At most 254 bytes.
    pub email: String,
    /// 8 to 256 characters.
    pub password: Secret,
    /// Who asks.
    #[serde(default)]
    pub client: ClientKind,
    /// What the session is called in the list of sessions; at most 64 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
}

/// `POST /auth/refresh`; a browser sends nothing but its cookie.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refresh {
    /// The token, from a program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<Secret>,
    /// Who asks.
    #[serde(default)]
    pub client: ClientKind,
}

/// The answer to everything that signs in: login, refresh, token.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tokens {
    /// A JWT for `Authorization: Bearer`.
    pub access_token: Secret,
    /// Always `Bearer`.
    pub token_type: String,
    /// Seconds until the access token expires.
    pub expires_in: u64,
    /// Whose.
    pub user_id: Uuid,
    /// Whose.
    pub email: String,
    /// 256 bits, opaque; good for one refresh. None in answers to browsers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<Secret>,
}

/// `POST /auth/token`, as a form or as JSON (RFC 6749, section 3.2).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "grant_type", rename_all = "snake_case")]
pub enum TokenRequest {
    /// The code that came to the loopback address, with its PKCE verifier.
    AuthorizationCode {
        /// Single use, 60 seconds.
        code: Secret,
        /// The same as in the request for the code.
        redirect_uri: String,
        /// The same as in the request for the code.
        client_id: String,
        /// 43 to 128 characters (RFC 7636, section 4.1).
        code_verifier: Secret,
        /// What the session is called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        device_name: Option<String>,
    },
    /// The same as `POST /auth/refresh`.
    RefreshToken {
        /// The token.
        refresh_token: Secret,
        /// The client it was given to.
        client_id: String,
    },
    /// RFC 8628, section 3.4.
    #[serde(rename = "urn:ietf:params:oauth:grant-type:device_code")]
    DeviceCode {
        /// From [`crate::device::DeviceAuthorization`].
        device_code: Secret,
        /// The client it was given to.
        client_id: String,
        /// What the session is called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        device_name: Option<String>,
    },
}

/// The error of `POST /auth/token` and `POST /auth/device` (RFC 6749, section 5.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenError {
    /// `invalid_grant`, `authorization_pending`, `slow_down`, ...
    pub error: String,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}

/// The only client that the server knows: this program. Public, so it has no secret.
pub const CLIENT_ID: &str = "luka-cli";
