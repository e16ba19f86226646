//! Where Drive is and who asks: addresses that were checked, and the client of Google's console.
//!
//! A token is worth an account, so nothing is sent in clear beyond this machine: an address is
//! https, or http to a loopback literal (a double, a proxy), and anything else is refused.

use std::fmt;
use std::fs;
use std::path::Path;

use backup::DriveDefinition;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use url::{Host, Url};
use zeroize::Zeroizing;

use crate::error::DriveError;
use crate::keep;

const API: &str = "https://www.googleapis.com/";
const AUTH: &str = "https://accounts.google.com/o/oauth2/v2/auth";
const TOKEN: &str = "https://oauth2.googleapis.com/token";
const DEVICE: &str = "https://oauth2.googleapis.com/device/code";
const FILE: &str = "client.json";

/// Says what is wrong with a definition, if anything is.
pub fn check(definition: &DriveDefinition) -> Result<(), DriveError> {
    Addresses::of(definition).map(|_| ())
}

/// The addresses, checked. That of the API ends with a slash.
#[derive(Clone, Debug)]
pub(crate) struct Addresses {
    pub(crate) api: Url,
    pub(crate) auth: Url,
    pub(crate) token: Url,
    pub(crate) device: Url,
}

impl Addresses {
    /// Those of a definition, Google's where it says nothing.
    pub(crate) fn of(definition: &DriveDefinition) -> Result<Self, DriveError> {
        let folder = &definition.folder;
        if folder.trim().is_empty() || folder.chars().any(char::is_control) {
            return Err(DriveError::FolderName);
        }
        let told =
            |which, url: &Option<String>, google| address(which, url.as_deref().unwrap_or(google));
        let mut api = told("api-url", &definition.api_url, API)?;
        // Some write it as Google's reference does, with the API's own part.
        let root = api
            .path()
            .trim_end_matches('/')
            .trim_end_matches("/drive/v3");
        let path = format!("{root}/");
        api.set_path(&path);
        Ok(Self {
            api,
            auth: told("auth-url", &definition.auth_url, AUTH)?,
            token: told("token-url", &definition.token_url, TOKEN)?,
            device: told("device-url", &definition.device_url, DEVICE)?,
        })
    }

    /// Whether certificates are needed at all.
    pub(crate) fn need_tls(&self) -> bool {
        [&self.api, &self.token, &self.device]
            .iter()
            .any(|url| url.scheme() == "https")
    }
}

fn address(which: &'static str, text: &str) -> Result<Url, DriveError> {
    let refused = DriveError::Address { which };
    match Url::parse(text) {
        Ok(url) if is_safe(&url) && url.query().is_none() && url.fragment().is_none() => Ok(url),
        _ => Err(refused),
    }
}

/// Whether a token may be sent there.
pub(crate) fn is_safe(url: &Url) -> bool {
    let is_plain = url.username().is_empty() && url.password().is_none();
    let is_loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        _ => false,
    };
    is_plain
        && match url.scheme() {
            "https" => url.has_host(),
            "http" => is_loopback,
            _ => false,
        }
}

/// Who asks: the client that Google's console made. Its secret is none (RFC 8252 says so of every
/// desktop app), but it is not shown all the same.
#[derive(Clone)]
pub struct Client {
    pub(crate) id: String,
    pub(crate) secret: SecretString,
}

#[derive(Deserialize, Serialize)]
struct Console {
    installed: Installed,
}

#[derive(Deserialize, Serialize)]
struct Installed {
    client_id: String,
    client_secret: Zeroizing<String>,
}

impl Client {
    /// Reads the JSON that Google's console gives for a desktop app.
    pub fn from_json(text: &str) -> Result<Self, DriveError> {
        let console: Console = serde_json::from_str(text).map_err(|_| DriveError::ClientFile)?;
        let installed = console.installed;
        if installed.client_id.is_empty() || installed.client_secret.is_empty() {
            return Err(DriveError::ClientFile);
        }
        Ok(Self {
            id: installed.client_id,
            secret: SecretString::from(installed.client_secret.as_str()),
        })
    }

    /// Writes it into the directory of a remote, for its owner's eyes only.
    pub fn keep(&self, directory: &Path) -> Result<(), DriveError> {
        let console = Console {
            installed: Installed {
                client_id: self.id.clone(),
                client_secret: Zeroizing::new(self.secret.expose_secret().to_owned()),
            },
        };
        keep::directory(directory)?;
        keep::write(&directory.join(FILE), &console)
    }

    /// Reads what [`Client::keep`] wrote.
    pub fn kept(directory: &Path) -> Result<Self, DriveError> {
        let path = directory.join(FILE);
        let text = fs::read_to_string(&path).map_err(|source| DriveError::io(&path, source))?;
        Self::from_json(&Zeroizing::new(text))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client")
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn the_apis_own_part_of_its_address_may_be_there() {
        for written in [
            "http://127.0.0.1:9",
            "http://127.0.0.1:9/",
            "http://127.0.0.1:9/drive/v3/",
            "http://127.0.0.1:9/drive/v3",
        ] {
            let mut definition = DriveDefinition::at_google("x");
            definition.api_url = Some(written.to_owned());
            assert_eq!(
                Addresses::of(&definition).unwrap().api.as_str(),
                "http://127.0.0.1:9/",
                "{written}"
            );
        }
    }

    fn checked(api_url: &str) -> Result<(), DriveError> {
        let mut definition = DriveDefinition::at_google("LukaLibre");
        definition.api_url = Some(api_url.to_owned());
        check(&definition)
    }

    #[rstest]
    #[case("https://proxy.example/drive")]
    #[case("http://127.0.0.1:8080")]
    #[case("http://127.9.9.9:1/x/")]
    #[case("http://[::1]:8080/")]
    fn a_token_may_go_there(#[case] address: &str) {
        checked(address).unwrap();
    }

    #[rstest]
    #[case("http://www.googleapis.com/")]
    #[case("http://localhost:8080/")]
    #[case("http://127.0.0.1.evil.example/")]
    #[case("http://127.0.0.1@evil.example/")]
    #[case("https://user@evil.example/")]
    #[case("http://10.0.0.1/")]
    #[case("ftp://127.0.0.1/")]
    #[case("file:///etc/passwd")]
    #[case("https://host/?q=1")]
    #[case("https://host/#x")]
    #[case("//127.0.0.1/")]
    #[case("")]
    fn a_token_goes_nowhere_else(#[case] address: &str) {
        assert!(matches!(
            checked(address),
            Err(DriveError::Address { which: "api-url" })
        ));
    }

    #[test]
    fn a_client_is_read_from_what_the_console_gives() {
        let text = r#"{"installed":{"client_id":"i","client_secret":"s","project_id":"p","redirect_uris":["x"]}}"#;
        let client = Client::from_json(text).unwrap();
        assert_eq!(client.id, "i");
        assert_eq!(format!("{client:?}"), "Client");
        for other in [
            "{}",
            r#"{"web":{"client_id":"i","client_secret":"s"}}"#,
            r#"{"installed":{"client_id":"i"}}"#,
            "x",
        ] {
            assert!(Client::from_json(other).is_err(), "{other}");
        }
    }

    #[test]
    fn a_client_that_is_kept_is_found_again() {
        let directory = tempfile::tempdir().unwrap();
        let text = r#"{"installed":{"client_id":"i","client_secret":"s"}}"#;
        let client = Client::from_json(text).unwrap();
        client.keep(directory.path()).unwrap();
        let found = Client::kept(directory.path()).unwrap();
        assert_eq!(found.secret.expose_secret(), "s");
    }
}
