//! What every request may use.

use std::sync::OnceLock;

use sqlx_postgres::PgPool;

use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::oidc::Provider;
use crate::passwords::Passwords;
use crate::settings::Settings;
use crate::tokens::AccessTokens;

/// The parts of a running server.
pub(crate) struct Context {
    pub(crate) settings: Settings,
    pub(crate) pool: PgPool,
    pub(crate) access: AccessTokens,
    pub(crate) passwords: Passwords,
    pub(crate) limits: Limits,
    pub(crate) metrics: Metrics,
    /// Where people may sign in, if there is such a place.
    pub(crate) provider: Option<Provider>,
    /// Where it listens, known once it does.
    pub(crate) own_url: OnceLock<String>,
}

impl Context {
    /// How the world reaches the server, with no slash at the end. Never from a `Host` header.
    pub(crate) fn public_url(&self) -> &str {
        match &self.settings.public_url {
            Some(url) => url.as_str().trim_end_matches('/'),
            None => self.own_url.get().map_or("", String::as_str),
        }
    }

    /// Whether the world reaches it over TLS.
    pub(crate) fn is_secure(&self) -> bool {
        self.public_url().starts_with("https:")
    }
}
