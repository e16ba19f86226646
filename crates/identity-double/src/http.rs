//! Just enough of HTTP/1.1 for a double: one thread and one connection at a time, so that a fault may
//! stall or cut where it says. Not a server for anything else.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

/// The longest line of a head.
const LINE: u64 = 64 * 1024;
/// The longest body.
const BODY: u64 = 1024 * 1024;

/// A request.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) target: String,
    pub(crate) query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// Reads one; `None` when the other side closed the connection between two requests.
    pub(crate) fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Option<Self>> {
        let first = line(stream)?;
        if first.is_empty() {
            return Ok(None);
        }
        let mut words = first.split(' ');
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = Vec::new();
        loop {
            let line = line(stream)?;
            if line.is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':') {
                headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        let mut request = Self {
            method: method.to_owned(),
            path: path.to_owned(),
            target: target.to_owned(),
            query: pairs(query.as_bytes()),
            headers,
            body: Vec::new(),
        };
        let length = request.header("content-length").unwrap_or("0");
        let length: u64 = length.parse().map_err(|_| io::ErrorKind::InvalidData)?;
        if length > BODY {
            return Err(io::ErrorKind::InvalidData.into());
        }
        stream.take(length).read_to_end(&mut request.body)?;
        Ok(Some(request))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        value(&self.headers, name)
    }

    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        value(&self.query, name)
    }
}

/// Takes apart what a form or a query says.
pub(crate) fn pairs(text: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text).into_owned().collect()
}

/// The first value of a name.
pub(crate) fn value<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = pairs.iter().find(|(found, _)| found == name);
    found.map(|(_, value)| value.as_str())
}

fn line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = Vec::new();
    stream.take(LINE).read_until(b'\n', &mut line)?;
    while matches!(line.last(), Some(b'\r' | b'\n')) {
        line.pop();
    }
    String::from_utf8(line).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    headers: Vec<(&'static str, String)>,
    body: String,
    fate: Fate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Sent,
    Lost,
    Never,
}

impl Reply {
    pub(crate) fn new(status: u16) -> Self {
        Self {
            status,
            headers: vec![("Cache-Control", "no-store".into())],
            body: String::new(),
            fate: Fate::Sent,
        }
    }

    pub(crate) fn text(status: u16, kind: &str, body: String) -> Self {
        let mut reply = Self::new(status).with("Content-Type", kind.to_owned());
        reply.body = body;
        reply
    }

    pub(crate) fn json(status: u16, value: &Value) -> Self {
        Self::text(status, "application/json", value.to_string())
    }

    pub(crate) fn html(status: u16, body: String) -> Self {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        Self::text(status, "text/html; charset=utf-8", body)
            .with("Content-Security-Policy", policy.to_owned())
    }

    /// The connection is closed instead.
    pub(crate) fn lost() -> Self {
        Self {
            fate: Fate::Lost,
            ..Self::new(0)
        }
    }

    /// The other side waits until it gives up.
    pub(crate) fn never() -> Self {
        Self {
            fate: Fate::Never,
            ..Self::new(0)
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Sends it, and says whether the connection may go on.
    pub(crate) fn send(
        &self,
        reader: &mut BufReader<TcpStream>,
        writer: &mut TcpStream,
    ) -> io::Result<bool> {
        match self.fate {
            Fate::Sent => {}
            Fate::Lost => return Ok(false),
            Fate::Never => {
                io::copy(reader, &mut io::sink())?;
                return Ok(false);
            }
        }
        let mut head = format!("HTTP/1.1 {} Answer\r\n", self.status);
        for (name, value) in &self.headers {
            head = head + name + ": " + value + "\r\n";
        }
        let length = self.body.len();
        head = head + "Content-Length: " + &length.to_string() + "\r\n\r\n";
        writer.write_all(head.as_bytes())?;
        writer.write_all(self.body.as_bytes())?;
        writer.flush()?;
        Ok(true)
    }
}
