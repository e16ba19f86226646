//! A person's browser: it keeps cookies by host, sends forms, and follows where it is sent, or not.

use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;

use url::Url;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its address.
    pub url: String,
    /// The status.
    pub status: u16,
    /// The heads, their names in small letters.
    pub headers: Vec<(String, String)>,
    /// The text.
    pub body: String,
}

impl Page {
    /// The first head of a name.
    pub fn header(&self, name: &str) -> Option<&str> {
        crate::http::value(&self.headers, name)
    }

    /// Where it sends to.
    pub fn location(&self) -> Option<&str> {
        self.header("location")
    }

    /// The value of a field in a form of the page, as far as nothing in it is escaped.
    pub fn field(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\""))?;
        let (tag, _) = rest.split_once('>')?;
        let (_, value) = tag.split_once("value=\"")?;
        value.split('"').next()
    }
}

/// A browser, over plain HTTP to loopback addresses.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    /// Cookies by host and port, stricter than browsers are, who have them by host.
    cookies: BTreeMap<String, BTreeMap<String, String>>,
    language: Option<String>,
}

impl Visitor {
    /// One without cookies.
    pub fn new() -> Self {
        Self::default()
    }

    /// Prefers a language.
    #[must_use]
    pub fn speaking(mut self, language: &str) -> Self {
        self.language = Some(language.to_owned());
        self
    }

    /// Fetches a page and follows at most ten redirections.
    pub fn visit(&mut self, address: &str) -> io::Result<Page> {
        let page = self.get(address)?;
        self.follow(page)
    }

    /// Goes where a page sends, until one sends nowhere.
    pub fn follow(&mut self, mut page: Page) -> io::Result<Page> {
        for _ in 0..10 {
            let Some(next) = page.location() else {
                return Ok(page);
            };
            let here = Url::parse(&page.url).map_err(io::Error::other)?;
            let next = here.join(next).map_err(io::Error::other)?;
            page = self.get(next.as_str())?;
        }
        Err(io::Error::other("too many redirections"))
    }

    /// Fetches a page and stays there.
    pub fn get(&mut self, address: &str) -> io::Result<Page> {
        self.send("GET", address, &[], "")
    }

    /// Sends a form from a page of the same origin and stays where the answer is.
    pub fn post(&mut self, address: &str, form: &[(&str, &str)]) -> io::Result<Page> {
        let origin = Url::parse(address).map_err(io::Error::other)?.origin();
        self.post_from(&origin.ascii_serialization(), address, form)
    }

    /// Sends a form from a page of some origin.
    pub fn post_from(
        &mut self,
        origin: &str,
        address: &str,
        form: &[(&str, &str)],
    ) -> io::Result<Page> {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        let body = body.extend_pairs(form).finish();
        let kind = "application/x-www-form-urlencoded";
        self.send(
            "POST",
            address,
            &[("Origin", origin), ("Content-Type", kind)],
            &body,
        )
    }

    /// Sends anything.
    pub fn send(
        &mut self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> io::Result<Page> {
        let url = Url::parse(address).map_err(io::Error::other)?;
        let rest = address
            .strip_prefix("http://")
            .ok_or(io::ErrorKind::InvalidInput)?;
        let start = rest.find(['/', '?']).unwrap_or(rest.len());
        let (host, target) = rest.split_at(start);
        let target = target.split('#').next().unwrap_or(target);
        let slash = if target.starts_with('/') { "" } else { "/" };
        let mut lines = vec![
            format!("{method} {slash}{target} HTTP/1.1"),
            format!("Host: {host}"),
            "Connection: close".to_owned(),
        ];
        if let Some(language) = &self.language {
            lines.push(format!("Accept-Language: {language}"));
        }
        let cookies = self.cookies.entry(host.to_owned()).or_default();
        if !cookies.is_empty() {
            let list: Vec<String> = cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
            lines.push(format!("Cookie: {}", list.join("; ")));
        }
        lines.extend(
            headers
                .iter()
                .map(|(name, value)| format!("{name}: {value}")),
        );
        if method != "GET" {
            lines.push(format!("Content-Length: {}", body.len()));
        }
        let mut stream = TcpStream::connect(host)?;
        stream.write_all((lines.join("\r\n") + "\r\n\r\n" + body).as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let page = read(url.as_str(), &String::from_utf8_lossy(&answer))?;
        for (name, value) in &page.headers {
            if name == "set-cookie" {
                keep(cookies, value);
            }
        }
        Ok(page)
    }

    /// The cookie of a name at a host (`127.0.0.1:8520`).
    pub fn cookie(&self, host: &str, name: &str) -> Option<&str> {
        Some(self.cookies.get(host)?.get(name)?.as_str())
    }
}

/// Takes a cookie, or forgets it.
fn keep(cookies: &mut BTreeMap<String, String>, set: &str) {
    let mut parts = set.split(';').map(str::trim);
    let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
        return;
    };
    if parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
        cookies.remove(name);
    } else {
        cookies.insert(name.to_owned(), value.to_owned());
    }
}

fn read(url: &str, text: &str) -> io::Result<Page> {
    let invalid = || io::Error::from(io::ErrorKind::InvalidData);
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(invalid)?;
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let status = status.and_then(|text| text.parse().ok());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let chunked = crate::http::value(&headers, "transfer-encoding") == Some("chunked");
    Ok(Page {
        url: url.to_owned(),
        status: status.ok_or_else(invalid)?,
        body: if chunked {
            unchunked(body)
        } else {
            body.to_owned()
        },
        headers,
    })
}

/// A body that came in pieces, as far as it can be read.
fn unchunked(mut rest: &str) -> String {
    let mut body = String::new();
    while let Some((size, after)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
        match (size, after.get(..size), after.get(size + 2..)) {
            (1.., Some(piece), Some(next)) => {
                body.push_str(piece);
                rest = next;
            }
            _ => break,
        }
    }
    body
}
