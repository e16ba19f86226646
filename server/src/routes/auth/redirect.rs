//! Where a browser may be sent to at the end: a program on this machine, or a page of ours.
//!
//! A program is reached at a loopback literal, any port, one path (RFC 8252, section 7.3). `localhost`
//! is none: names can be made to mean something else. A page is a path of this server, or lies at an
//! origin that the operator named.

use url::{Host, Url};

/// The path at which a program listens.
const CALLBACK: &str = "/callback";

/// The address of a program, written as an address is written.
pub(super) fn program(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_loopback = match url.host()? {
        Host::Ipv4(address) => address.octets() == [127, 0, 0, 1],
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(_) => false,
    };
    let is_plain = url.scheme() == "http"
        && url.path() == CALLBACK
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    // 127.1, 0x7f.0.0.1 and the like are the same address, but nobody honest writes them.
    (is_loopback && is_plain && url.as_str() == text).then_some(url)
}

/// A page: as an absolute address, if it is one of ours.
pub(super) fn page(public_url: &str, origins: &[String], text: &str) -> Option<String> {
    let is_odd = |c: char| c.is_control() || c == '\\' || c.is_whitespace();
    if text.contains(is_odd) || text.len() > 2000 {
        return None;
    }
    if text.starts_with('/') {
        let decoded = text
            .to_ascii_lowercase()
            .replace("%2f", "/")
            .replace("%5c", "/");
        let is_path = !decoded.starts_with("//");
        return is_path.then(|| format!("{public_url}{text}"));
    }
    let url = Url::parse(text).ok()?;
    let origin = url.origin().ascii_serialization();
    let is_named = origin == public_url || origins.contains(&origin);
    (is_named && url.username().is_empty() && url.password().is_none()).then(|| url.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_at_a_loopback_literal() {
        for good in [
            "http://127.0.0.1:1/callback",
            "http://[::1]:65535/callback",
            "http://127.0.0.1/callback",
        ] {
            assert!(program(good).is_some(), "{good}");
        }
        for bad in [
            "http://evil.example/callback",
            "http://127.0.0.1.evil.com/callback",
            "http://localhost:8000/callback",
            "http://user@127.0.0.1:8000/callback",
            "http://127.0.0.1@evil.example/callback",
            "http://127.0.0.1:8000/other",
            "http://127.0.0.1:8000/callback/../x",
            "http://127.0.0.1:8000/callback?x=y",
            "http://127.0.0.1:8000/callback#x",
            "http://127.1:8000/callback",
            "http://0x7f000001/callback",
            "http://2130706433/callback",
            "http://127.0.0.2/callback",
            "http://[::ffff:127.0.0.1]/callback",
            "https://127.0.0.1:8000/callback",
            "http:127.0.0.1/callback",
            "HTTP://127.0.0.1/callback",
            "javascript://127.0.0.1/callback",
            "//127.0.0.1/callback",
            "/callback",
            "",
        ] {
            assert!(program(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_page_is_ours() {
        let origins = ["https://app.example.org".to_owned()];
        let page = |text| page("https://luka.example.org", &origins, text);
        let ours = Some("https://luka.example.org/a?b=c".to_owned());
        assert_eq!(page("/a?b=c"), ours);
        assert_eq!(page("https://luka.example.org/a?b=c"), ours);
        assert!(page("https://app.example.org/in").is_some());
        for bad in [
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https:evil.example",
            "https://evil.example",
            "https://luka.example.org.evil.example/",
            "https://luka.example.org@evil.example/",
            "https://x@luka.example.org/",
            "%2f%2fevil.example",
            "/%2fevil.example",
            "/%5Cevil.example",
            "/\r\nSet-Cookie: x=y",
            "/\t/evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "evil.example",
            "",
        ] {
            assert!(page(bad).is_none(), "{bad:?}");
        }
    }
}
