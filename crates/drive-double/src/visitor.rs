//! A person's browser: fetches a page on the loopback and follows where it is sent.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;

/// What was found at the end of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The status.
    pub status: u16,
    /// The text.
    pub body: String,
}

/// Fetches an `http://127.0.0.1:PORT/…` address and follows at most five redirections.
pub fn visit(address: &str) -> io::Result<Page> {
    let mut address = address.to_owned();
    for _ in 0..5 {
        let (page, location) = fetch(&address)?;
        match location {
            Some(next) => address = next,
            None => return Ok(page),
        }
    }
    Err(io::Error::other("too many redirections"))
}

fn fetch(address: &str) -> io::Result<(Page, Option<String>)> {
    let invalid = || io::Error::from(io::ErrorKind::InvalidInput);
    let rest = address.strip_prefix("http://").ok_or_else(invalid)?;
    let start = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, target) = rest.split_at(start);
    let slash = if target.starts_with('/') { "" } else { "/" };
    let mut stream = TcpStream::connect(host)?;
    write!(
        stream,
        "GET {slash}{target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let text = String::from_utf8_lossy(&answer);
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(invalid)?;
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let status: u16 = status
        .and_then(|text| text.parse().ok())
        .ok_or_else(invalid)?;
    let location = lines
        .filter_map(|line| line.split_once(": "))
        .find(|(name, _)| name.eq_ignore_ascii_case("location"))
        .map(|(_, value)| value.to_owned());
    let page = Page {
        status,
        body: body.to_owned(),
    };
    Ok((page, location))
}
