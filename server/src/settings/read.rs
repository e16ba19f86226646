//! From texts to settings.

use std::env;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::Deserialize;
use url::{Host, Url};

use super::{Algorithm, Networks, Provider, Settings, SettingsError, Tls};

const DEFAULT_LISTEN: &str = "127.0.0.1:8520";
const DEFAULT_ISSUER: &str = "https://accounts.google.com";
const DEFAULT_KEYS_DIR: &str = "/var/lib/luka-server/keys";
const DEFAULT_CONNECTIONS: u32 = 16;

/// The texts, as they stand in a file or in the environment.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Texts {
    pub(crate) database_url: Option<SecretString>,
    pub(crate) database_connections: Option<u32>,
    pub(crate) listen: Option<String>,
    pub(crate) metrics_listen: Option<String>,
    pub(crate) public_url: Option<String>,
    pub(crate) keys_dir: Option<PathBuf>,
    pub(crate) allowed_origins: Option<Vec<String>>,
    pub(crate) trusted_proxies: Option<Vec<String>>,
    pub(crate) tls_cert: Option<PathBuf>,
    pub(crate) tls_key: Option<PathBuf>,
    pub(crate) oidc_issuer: Option<String>,
    pub(crate) oidc_client_id: Option<String>,
    pub(crate) oidc_client_secret: Option<SecretString>,
    pub(crate) token_algorithm: Option<String>,
}

impl Texts {
    /// The file, if one is named, under the environment.
    pub(crate) fn read(file: Option<&Path>) -> Result<Self, SettingsError> {
        let mut texts = match file {
            Some(path) => from_file(path)?,
            None => Self::default(),
        };
        texts.take_environment()?;
        Ok(texts)
    }

    fn take_environment(&mut self) -> Result<(), SettingsError> {
        take("DATABASE_URL", &mut self.database_url);
        take("LUKA_SERVER_LISTEN", &mut self.listen);
        take("LUKA_SERVER_METRICS_LISTEN", &mut self.metrics_listen);
        take("LUKA_SERVER_PUBLIC_URL", &mut self.public_url);
        take("LUKA_SERVER_KEYS_DIR", &mut self.keys_dir);
        take("LUKA_SERVER_TLS_CERT", &mut self.tls_cert);
        take("LUKA_SERVER_TLS_KEY", &mut self.tls_key);
        take("LUKA_SERVER_OIDC_ISSUER", &mut self.oidc_issuer);
        take("LUKA_SERVER_OIDC_CLIENT_ID", &mut self.oidc_client_id);
        take(
            "LUKA_SERVER_OIDC_CLIENT_SECRET",
            &mut self.oidc_client_secret,
        );
        take("LUKA_SERVER_TOKEN_ALGORITHM", &mut self.token_algorithm);
        let mut list: Option<String> = None;
        take("LUKA_SERVER_ALLOWED_ORIGINS", &mut list);
        self.allowed_origins = list
            .take()
            .as_deref()
            .map(words)
            .or(self.allowed_origins.take());
        take("LUKA_SERVER_TRUSTED_PROXIES", &mut list);
        self.trusted_proxies = list
            .take()
            .as_deref()
            .map(words)
            .or(self.trusted_proxies.take());
        let mut number: Option<String> = None;
        take("LUKA_SERVER_DATABASE_CONNECTIONS", &mut number);
        if let Some(number) = number {
            let count = number.parse().map_err(|_| SettingsError::Invalid {
                key: "database_connections",
                why: "it is a number of connections",
            })?;
            self.database_connections = Some(count);
        }
        Ok(())
    }

    /// Checks them.
    pub(crate) fn settings(self) -> Result<Settings, SettingsError> {
        let tls = match (self.tls_cert, self.tls_key) {
            (Some(certificate), Some(key)) => Some(Tls { certificate, key }),
            (None, None) => None,
            _ => {
                return Err(SettingsError::Missing {
                    key: "tls_cert or tls_key",
                    hint: "TLS needs both",
                });
            }
        };
        let provider = match (self.oidc_client_id, self.oidc_client_secret) {
            (Some(client_id), Some(client_secret)) => Some(Provider {
                issuer: issuer(self.oidc_issuer.as_deref().unwrap_or(DEFAULT_ISSUER))?,
                client_id,
                client_secret,
            }),
            (None, None) => None,
            _ => {
                return Err(SettingsError::Missing {
                    key: "oidc_client_id or oidc_client_secret",
                    hint: "the identity provider gave both",
                });
            }
        };
        let listen = self.listen.as_deref().unwrap_or(DEFAULT_LISTEN);
        Ok(Settings {
            database_url: self.database_url.ok_or(SettingsError::Missing {
                key: "DATABASE_URL",
                hint: "postgres://user:password@host/database",
            })?,
            database_connections: self
                .database_connections
                .unwrap_or(DEFAULT_CONNECTIONS)
                .clamp(1, 500),
            listen: address("listen", listen)?,
            metrics_listen: self
                .metrics_listen
                .map(|text| address("metrics_listen", &text))
                .transpose()?,
            public_url: self.public_url.as_deref().map(public_url).transpose()?,
            keys_dir: self.keys_dir.unwrap_or_else(|| DEFAULT_KEYS_DIR.into()),
            allowed_origins: origins(self.allowed_origins.unwrap_or_default())?,
            trusted_proxies: Networks::parse(&self.trusted_proxies.unwrap_or_default())?,
            tls,
            provider,
            algorithm: algorithm(self.token_algorithm.as_deref())?,
        })
    }
}

fn from_file(path: &Path) -> Result<Texts, SettingsError> {
    let text = std::fs::read_to_string(path).map_err(|source| SettingsError::File {
        path: path.to_owned(),
        source,
    })?;
    toml::from_str(&text).map_err(|source| SettingsError::Toml {
        path: path.to_owned(),
        source: Box::new(source),
    })
}

fn take<T: From<String>>(name: &str, into: &mut Option<T>) {
    // Compose files write `NAME: ${NAME:-}` for what is not set.
    if let Some(text) = env::var(name).ok().filter(|text| !text.trim().is_empty()) {
        *into = Some(T::from(text));
    }
}

fn words(list: &str) -> Vec<String> {
    let words = list.split([',', ' ']).map(str::trim);
    words
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect()
}

fn address(key: &'static str, text: &str) -> Result<std::net::SocketAddr, SettingsError> {
    text.parse().map_err(|_| SettingsError::Invalid {
        key,
        why: "it is an address and a port, like 127.0.0.1:8520",
    })
}

fn algorithm(text: Option<&str>) -> Result<Algorithm, SettingsError> {
    match text {
        None | Some("EdDSA") => Ok(Algorithm::EdDsa),
        Some("ES256") => Ok(Algorithm::Es256),
        Some(_) => Err(SettingsError::Invalid {
            key: "token_algorithm",
            why: "it is EdDSA or ES256",
        }),
    }
}

/// http only to a loopback literal: what goes there are secrets.
fn issuer(text: &str) -> Result<String, SettingsError> {
    let invalid = |why| SettingsError::Invalid {
        key: "oidc_issuer",
        why,
    };
    let url = Url::parse(text).map_err(|_| invalid("it is no address"))?;
    let is_loopback = match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        _ => false,
    };
    if url.scheme() == "https" || (url.scheme() == "http" && is_loopback) {
        Ok(text.to_owned())
    } else {
        Err(invalid("it is https, or http to 127.0.0.1 or [::1]"))
    }
}

fn public_url(text: &str) -> Result<Url, SettingsError> {
    let invalid = || SettingsError::Invalid {
        key: "public_url",
        why: "it is like https://luka.example.org, with no path, query or fragment",
    };
    let url = Url::parse(text).map_err(|_| invalid())?;
    let is_plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (is_plain && is_web).then_some(url).ok_or_else(invalid)
}

/// Exact origins as browsers write them: scheme, host, and a port that is not the scheme's own.
fn origins(texts: Vec<String>) -> Result<Vec<String>, SettingsError> {
    let origin = |text: String| {
        let exact = Url::parse(&text).is_ok_and(|url| url.origin().ascii_serialization() == text);
        exact.then_some(text).ok_or(SettingsError::Invalid {
            key: "allowed_origins",
            why: "each is like https://app.example.org, with nothing behind the host and port",
        })
    };
    texts.into_iter().map(origin).collect()
}
