//! Just enough of HTTP/1.1 for a double: one thread and one connection at a time, so that a fault
//! may cut, stall or slow down exactly where it says. Not a server for anything else.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

/// The longest line of a head.
const LINE: u64 = 64 * 1024;

/// The head of a request.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(String, String)>,
}

impl Request {
    /// Reads a head; `None` when the other side closed the connection between two requests.
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
        Ok(Some(Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: pairs(query.as_bytes()),
            headers,
        }))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        parameter(&self.query, name)
    }
}

/// Takes apart what a form or a query says.
pub(crate) fn pairs(text: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text).into_owned().collect()
}

/// The first value of a name.
pub(crate) fn parameter<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
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

/// The body of a request, as a reader that counts.
pub(crate) struct Body<'a> {
    stream: &'a mut BufReader<TcpStream>,
    left: u64,
    chunked: bool,
    /// How many bytes were taken.
    pub(crate) taken: u64,
    /// After how many bytes the connection is cut.
    pub(crate) cut: Option<u64>,
    /// How many bytes a second are taken.
    pub(crate) rate: Option<u64>,
}

impl<'a> Body<'a> {
    pub(crate) fn new(request: &Request, stream: &'a mut BufReader<TcpStream>) -> Self {
        let length = request.header("content-length");
        Self {
            stream,
            left: length.and_then(|text| text.parse().ok()).unwrap_or(0),
            chunked: request.header("transfer-encoding") == Some("chunked"),
            taken: 0,
            cut: None,
            rate: None,
        }
    }

    /// Its length, where the head says so.
    pub(crate) fn length(&self) -> u64 {
        self.left + self.taken
    }

    /// The connection itself.
    pub(crate) fn stream(&mut self) -> &mut BufReader<TcpStream> {
        self.stream
    }

    /// All of it.
    pub(crate) fn bytes(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Opens the next chunk of a chunked body.
    fn next_chunk(&mut self) -> io::Result<()> {
        let size = line(self.stream)?;
        self.left = u64::from_str_radix(size.split(';').next().unwrap_or("").trim(), 16)
            .map_err(|_| io::ErrorKind::InvalidData)?;
        if self.left == 0 {
            self.chunked = false;
            line(self.stream)?;
        }
        Ok(())
    }
}

impl Read for Body<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.chunked && self.left == 0 {
            self.next_chunk()?;
        }
        let mut wanted = self.left.min(buffer.len() as u64);
        if let Some(cut) = self.cut {
            wanted = wanted.min(cut.saturating_sub(self.taken));
            if wanted == 0 {
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
        }
        if let Some(rate) = self.rate {
            wanted = wanted.min(slowly(rate));
        }
        let wanted = usize::try_from(wanted).unwrap_or(buffer.len());
        if wanted == 0 {
            return Ok(0);
        }
        let found = self.stream.read(&mut buffer[..wanted])?;
        if found == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.left -= found as u64;
        self.taken += found as u64;
        if self.chunked && self.left == 0 {
            line(self.stream)?;
        }
        Ok(found)
    }
}

/// Waits for a twentieth of a second and says how many bytes may pass after it.
fn slowly(rate: u64) -> u64 {
    pause(50);
    (rate / 20).max(1)
}

/// Lets time pass, since that is the fault that was asked for.
#[allow(clippy::disallowed_methods, reason = "the double is slow by intent")]
pub(crate) fn pause(milliseconds: u64) {
    std::thread::sleep(std::time::Duration::from_millis(milliseconds));
}

/// What an answer carries.
#[derive(Debug)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    /// A part of a file.
    File {
        path: PathBuf,
        start: u64,
        length: u64,
    },
}

/// What goes wrong with an answer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Harm {
    /// No answer at all: the connection is closed.
    pub(crate) lost: bool,
    /// The connection is cut after so many bytes of the body.
    pub(crate) cut: Option<u64>,
    /// One bit of the body is turned.
    pub(crate) flip: bool,
    /// Bytes a second.
    pub(crate) rate: Option<u64>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) content: Content,
    pub(crate) harm: Harm,
}

impl Reply {
    pub(crate) fn new(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content: Content::Bytes(Vec::new()),
            harm: Harm::default(),
        }
    }

    pub(crate) fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::text(status, "application/json", &value.to_string())
    }

    pub(crate) fn text(status: u16, kind: &str, text: &str) -> Self {
        let mut reply = Self::new(status).with("Content-Type", kind);
        reply.content = Content::Bytes(text.as_bytes().to_vec());
        reply
    }

    pub(crate) fn lost() -> Self {
        let mut reply = Self::new(0);
        reply.harm.lost = true;
        reply
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn length(&self) -> u64 {
        match &self.content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::File { length, .. } => *length,
        }
    }

    /// Sends it; gives how many bytes of the body went out, and whether the connection may go on.
    pub(crate) fn send(&self, stream: &mut TcpStream) -> io::Result<(u64, bool)> {
        if self.harm.lost {
            return Ok((0, false));
        }
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            head = head + name + ": " + value + "\r\n";
        }
        if self.status != 204 {
            head = head + "Content-Length: " + &self.length().to_string() + "\r\n";
        }
        head += "\r\n";
        stream.write_all(head.as_bytes())?;
        let mut source: Box<dyn Read> = match &self.content {
            Content::Bytes(bytes) => Box::new(bytes.as_slice()),
            Content::File {
                path,
                start,
                length,
            } => {
                use std::io::{Seek as _, SeekFrom};
                let mut file = std::fs::File::open(path)?;
                file.seek(SeekFrom::Start(*start))?;
                Box::new(file.take(*length))
            }
        };
        let sent = self.pour(&mut source, stream)?;
        stream.flush()?;
        Ok((sent, sent == self.length()))
    }

    fn pour(&self, source: &mut dyn Read, stream: &mut TcpStream) -> io::Result<u64> {
        let end = self.harm.cut.unwrap_or(u64::MAX);
        let mut buffer = vec![0; 64 * 1024];
        let mut sent = 0;
        while sent < end {
            let mut wanted = (end - sent).min(buffer.len() as u64);
            if let Some(rate) = self.harm.rate {
                wanted = wanted.min(slowly(rate));
            }
            let wanted = usize::try_from(wanted).unwrap_or(buffer.len());
            let found = source.read(&mut buffer[..wanted])?;
            if found == 0 {
                break;
            }
            if self.harm.flip && sent == 0 {
                buffer[found / 2] ^= 1;
            }
            stream.write_all(&buffer[..found])?;
            sent += found as u64;
        }
        Ok(sent)
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        206 => "Partial Content",
        302 => "Found",
        308 => "Resume Incomplete",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        410 => "Gone",
        416 => "Range Not Satisfiable",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Other",
    }
}
