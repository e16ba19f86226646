//! Where a server is: an https address, or http to this very machine.

use std::fmt;
use std::str::FromStr;

use url::{Host, Url};

use crate::BASE;

/// The address of a server, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerAddress(Url);

/// Why a text is no address of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not an address at all, or one with a user, a query or a fragment.
    #[error("this is no address of a server")]
    Malformed,
    /// Neither https nor http to a loopback literal.
    #[error("the address of a server begins with https://, or with http:// and 127.0.0.1 or [::1]")]
    Open,
}

impl ServerAddress {
    /// Whether the connection is encrypted; else it does not leave this machine.
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// The address of something below `/api/v1`.
    pub(super) fn api(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        let below = format!("{}{BASE}{path}", url.path().trim_end_matches('/'));
        url.set_path(&below);
        url
    }
}

impl FromStr for ServerAddress {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let url: Url = text.trim().parse().map_err(|_| AddressError::Malformed)?;
        let extra = url.query().is_some() || url.fragment().is_some();
        let user = !url.username().is_empty() || url.password().is_some();
        let Some(host) = url.host() else {
            return Err(AddressError::Malformed);
        };
        if extra || user {
            return Err(AddressError::Malformed);
        }
        let here = match host {
            Host::Ipv4(ip) => ip == std::net::Ipv4Addr::LOCALHOST,
            Host::Ipv6(ip) => ip == std::net::Ipv6Addr::LOCALHOST,
            Host::Domain(_) => false,
        };
        match url.scheme() {
            "https" => Ok(Self(url)),
            "http" if here => Ok(Self(url)),
            _ => Err(AddressError::Open),
        }
    }
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("https://luka.example.org", "https://luka.example.org")]
    #[case(" https://luka.example.org:8443/ ", "https://luka.example.org:8443")]
    #[case("https://example.org/luka/", "https://example.org/luka")]
    #[case("http://127.0.0.1:8520", "http://127.0.0.1:8520")]
    #[case("http://[::1]:8520", "http://[::1]:8520")]
    fn what_is_an_address(#[case] text: &str, #[case] shown: &str) {
        let address: ServerAddress = text.parse().unwrap();
        assert_eq!(address.to_string(), shown);
        let whoami = address.api("/users/me");
        assert_eq!(whoami.as_str(), format!("{shown}/api/v1/users/me"));
    }

    #[rstest]
    #[case("luka.example.org", AddressError::Malformed)]
    #[case("", AddressError::Malformed)]
    #[case("https://a:b@example.org", AddressError::Malformed)]
    #[case("https://example.org/?next=x", AddressError::Malformed)]
    #[case("https://example.org/#x", AddressError::Malformed)]
    #[case("http://example.org", AddressError::Open)]
    #[case("http://localhost:8520", AddressError::Open)]
    #[case("http://127.0.0.1.evil.example", AddressError::Open)]
    #[case("http://127.0.0.2", AddressError::Open)]
    #[case("ftp://127.0.0.1", AddressError::Open)]
    fn what_is_none(#[case] text: &str, #[case] why: AddressError) {
        assert_eq!(text.parse::<ServerAddress>(), Err(why));
    }
}
