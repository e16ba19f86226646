//! The Drive double as a process of its own, and a person's browser toward it.
//!
//! Its log, its files and its faults are asked for over HTTP, as any program would: `drive-double`
//! says in its head what its pages are. Enough of HTTP for the loopback, one request a connection.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

/// As many redirections as a browser follows here.
const WAYS: usize = 5;

/// A Drive of one person, until it is dropped.
pub(crate) struct Double {
    process: Child,
    url: String,
}

/// What was answered.
struct Answer {
    status: u16,
    location: Option<String>,
    body: String,
}

impl Double {
    /// Starts the program.
    pub(crate) fn start(program: &Path) -> anyhow::Result<Self> {
        let mut process = Command::new(program)
            .args(["--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        let said = process.stdout.take().context("no stdout")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        let url = line.trim_end().strip_prefix("listening on ");
        Ok(Self {
            process,
            url: url.context("the double does not listen")?.to_owned(),
        })
    }

    /// Makes it a remote of the name `drive` by `luka remote add`, and says yes in the browser.
    ///
    /// `client` is where the client's file may be written.
    pub(crate) fn add(&self, mut luka: Command, client: &Path) -> anyhow::Result<()> {
        let known = serde_json::json!({"installed": {
            "client_id": "double.apps.googleusercontent.com",
            "client_secret": "the-double-keeps-no-secret",
        }});
        std::fs::write(client, known.to_string())?;
        luka.args(["remote", "add", "drive", "gdrive", "--no-browser"]);
        luka.arg("--client-secret").arg(client);
        for (flag, path) in [
            ("--api-url", ""),
            ("--auth-url", "/auth"),
            ("--token-url", "/token"),
            ("--device-url", "/device/code"),
        ] {
            luka.arg(flag).arg(format!("{}{path}", self.url));
        }
        let mut luka = luka.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut said = BufReader::new(luka.stdout.take().context("no stdout")?);
        let mut address = String::new();
        said.read_line(&mut address)?;
        visit(address.trim_end())?;
        let status = luka.wait()?;
        ensure!(
            status.success(),
            "`luka remote add drive` failed ({status})"
        );
        Ok(())
    }

    /// The requests so far, as the log has them.
    pub(crate) fn requests(&self) -> anyhow::Result<Vec<Value>> {
        let mut log = self.ask("GET", "/double/log", "")?;
        match log["requests"].take() {
            Value::Array(requests) => Ok(requests),
            _ => bail!("the double has no log"),
        }
    }

    /// The names of the files that are there, without the trash.
    pub(crate) fn files(&self) -> anyhow::Result<Vec<String>> {
        let files = self.ask("GET", "/double/files", "")?;
        let files = files.as_array().context("the double has no files")?;
        let there = files.iter().filter(|file| file["trashed"] == false);
        let names = there.filter_map(|file| file["name"].as_str());
        Ok(names.map(str::to_owned).collect())
    }

    /// How often bytes were sent again into a session and were not the same.
    pub(crate) fn overlap_mismatches(&self) -> anyhow::Result<u64> {
        let log = self.ask("GET", "/double/log", "")?;
        log["overlap_mismatches"]
            .as_u64()
            .context("the double has no log")
    }

    /// Lets something go wrong.
    pub(crate) fn fault(&self, fault: &Value) -> anyhow::Result<()> {
        self.ask("POST", "/double/faults", &fault.to_string())?;
        Ok(())
    }

    /// Lets nothing go wrong any more.
    pub(crate) fn clear_faults(&self) -> anyhow::Result<()> {
        self.ask("DELETE", "/double/faults", "")?;
        Ok(())
    }

    /// Ends the life of every access token.
    pub(crate) fn expire_tokens(&self) -> anyhow::Result<()> {
        self.ask("POST", "/double/expire", "{}")?;
        Ok(())
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> anyhow::Result<Value> {
        let answer = exchange(method, &format!("{}{path}", self.url), body)?;
        match answer.status {
            204 => Ok(Value::Null),
            200 => serde_json::from_str(&answer.body).context("the double answers no JSON"),
            status => bail!("the double answers {status} to {method} {path}"),
        }
    }
}

impl Drop for Double {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Opens an address as a browser does.
fn visit(address: &str) -> anyhow::Result<()> {
    let mut address = address.to_owned();
    for _ in 0..WAYS {
        match exchange("GET", &address, "")?.location {
            Some(next) => address = next,
            None => return Ok(()),
        }
    }
    bail!("{address} leads nowhere");
}

fn exchange(method: &str, address: &str, body: &str) -> anyhow::Result<Answer> {
    let rest = address.strip_prefix("http://");
    let rest = rest.with_context(|| format!("`{address}` is not on the loopback"))?;
    let start = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, target) = rest.split_at(start);
    let slash = if target.starts_with('/') { "" } else { "/" };
    let mut stream = TcpStream::connect(host).with_context(|| format!("{host} is silent"))?;
    write!(
        stream,
        "{method} {slash}{target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut text = Vec::new();
    stream.read_to_end(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    let (head, body) = text.split_once("\r\n\r\n").context("no HTTP came")?;
    let status = head.split_whitespace().nth(1).context("no status came")?;
    let location = head.lines().filter_map(|line| line.split_once(": "));
    let location = location.filter(|(name, _)| name.eq_ignore_ascii_case("location"));
    Ok(Answer {
        status: status.parse()?,
        location: location.map(|(_, value)| value.to_owned()).next(),
        body: body.to_owned(),
    })
}
