//! What an operator may set: `server.toml`, then the environment, which wins.
//!
//! Each key `listen` of the file is `LUKA_SERVER_LISTEN` in the environment, except `database_url`,
//! which is `DATABASE_URL`. A setting that makes no sense ends the start with a sentence.

mod proxies;
mod read;

use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::SecretString;
use url::Url;

pub(crate) use proxies::Networks;
pub(crate) use read::Texts;

/// All of them, checked.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Where Postgres is, with its password.
    pub(crate) database_url: SecretString,
    /// Connections to it, at most.
    pub(crate) database_connections: u32,
    /// Where to listen; port 0 picks one.
    pub(crate) listen: SocketAddr,
    /// Where to listen for `/metrics`; nowhere without it.
    pub(crate) metrics_listen: Option<SocketAddr>,
    /// How the world reaches the server, without a slash at its end. None: where it listens.
    pub(crate) public_url: Option<Url>,
    /// Where the signing keys are.
    pub(crate) keys_dir: PathBuf,
    /// Origins whose pages may call the API.
    pub(crate) allowed_origins: Vec<String>,
    /// Peers whose `X-Forwarded-For` is believed.
    pub(crate) trusted_proxies: Networks,
    /// Certificate chain and key, when the server speaks TLS itself.
    pub(crate) tls: Option<Tls>,
    /// The identity provider, when there is one.
    pub(crate) provider: Option<Provider>,
    /// How access tokens are signed.
    pub(crate) algorithm: Algorithm,
}

/// Files in PEM.
#[derive(Debug)]
pub(crate) struct Tls {
    /// The server's certificate, then those that vouch for it.
    pub(crate) certificate: PathBuf,
    /// Its private key.
    pub(crate) key: PathBuf,
}

/// An OpenID Connect provider, found by discovery.
#[derive(Clone, Debug)]
pub(crate) struct Provider {
    /// Its issuer, exactly as in its tokens.
    pub(crate) issuer: String,
    /// Our name there.
    pub(crate) client_id: String,
    /// Our secret there.
    pub(crate) client_secret: SecretString,
}

/// Signatures of access tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// Ed25519.
    #[default]
    EdDsa,
    /// P-256.
    Es256,
}

/// Why the server can't start as it is set up.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsError {
    #[error("{path} can't be read: {source}")]
    File {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("{path} is not a settings file: {source}")]
    Toml {
        path: PathBuf,
        source: Box<toml::de::Error>,
    },
    #[error("{key} is missing: {hint}")]
    Missing {
        key: &'static str,
        hint: &'static str,
    },
    #[error("{key} can't be what it is: {why}")]
    Invalid {
        key: &'static str,
        why: &'static str,
    },
}
