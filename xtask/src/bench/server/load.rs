//! Requests, as many as there is time for, each connection one after the other.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};

/// Connections at once.
const CONNECTIONS: usize = 32;
const PASSWORD: &str = "a password for benches only 7";

/// What is asked, of whom.
pub(super) struct Load {
    address: SocketAddr,
    request: String,
}

impl Load {
    pub(super) fn of(address: SocketAddr, token: Option<&str>) -> Self {
        let token = token.map(|token| format!("authorization: Bearer {token}\r\n"));
        let token = token.unwrap_or_default();
        Self {
            address,
            request: format!("GET /api/v1/config/theme HTTP/1.1\r\nhost: x\r\n{token}\r\n"),
        }
    }
}

/// How it went.
pub(super) struct Outcome {
    /// The whole time over the number of answers.
    pub(super) mean: Duration,
    pub(super) p99: Duration,
}

/// Asks for so long.
pub(super) fn run(load: &Load, time: Duration) -> anyhow::Result<Outcome> {
    let began = Instant::now();
    let times: anyhow::Result<Vec<Vec<Duration>>> = thread::scope(|scope| {
        let asking: Vec<_> = (0..CONNECTIONS)
            .map(|_| scope.spawn(|| ask(load, began + time)))
            .collect();
        let done = asking.into_iter().map(|thread| match thread.join() {
            Ok(times) => times,
            Err(_) => Err(anyhow::anyhow!("a connection's thread ended")),
        });
        done.collect()
    });
    let took = began.elapsed();
    let mut times: Vec<Duration> = times?.into_iter().flatten().collect();
    times.sort_unstable();
    let count = u32::try_from(times.len()).unwrap_or(u32::MAX);
    ensure!(count > 0, "no answer came");
    let at = (times.len() * 99).div_ceil(100).saturating_sub(1);
    Ok(Outcome {
        mean: took / count,
        p99: times.get(at).copied().unwrap_or_default(),
    })
}

fn ask(load: &Load, end: Instant) -> anyhow::Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(load.address)?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut times, mut body) = (Vec::new(), Vec::new());
    while Instant::now() < end {
        let began = Instant::now();
        stream.write_all(load.request.as_bytes())?;
        ensure!(
            read(&mut reader, &mut body)? == 200,
            "an answer that is not 200"
        );
        times.push(began.elapsed());
    }
    Ok(times)
}

/// Reads an answer, and returns its status.
fn read(reader: &mut BufReader<TcpStream>, body: &mut Vec<u8>) -> anyhow::Result<u16> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).context("no status")?.parse()?;
    let mut length = 0;
    loop {
        line.clear();
        ensure!(reader.read_line(&mut line)? > 0, "the connection ended");
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.parse()?;
            }
            Some(_) => {}
            None => break,
        }
    }
    body.resize(length, 0);
    reader.read_exact(body)?;
    Ok(status)
}

/// Somebody who is logged in and has a theme.
pub(super) struct Somebody {
    pub(super) id: String,
    pub(super) access: String,
}

/// Makes an account.
pub(super) fn somebody(address: SocketAddr) -> anyhow::Result<Somebody> {
    let sent = json!({"email": "bench@example.org", "password": PASSWORD});
    post(address, "POST", "/api/v1/auth/register", &sent, "")?;
    let sent = json!({"email": "bench@example.org", "password": PASSWORD, "client": "cli"});
    let reply = post(address, "POST", "/api/v1/auth/login", &sent, "")?;
    let text = |name: &str| reply[name].as_str().map(str::to_owned).context("no token");
    let (id, access) = (text("user_id")?, text("access_token")?);
    let token = format!("authorization: Bearer {access}\r\n");
    post(
        address,
        "PUT",
        "/api/v1/config/theme",
        &json!("dark"),
        &token,
    )?;
    Ok(Somebody { id, access })
}

fn post(
    address: SocketAddr,
    method: &str,
    path: &str,
    body: &Value,
    headers: &str,
) -> anyhow::Result<Value> {
    let body = body.to_string();
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n{headers}\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    let status = read(&mut BufReader::new(stream), &mut answer)?;
    ensure!((200..300).contains(&status), "{method} {path}: {status}");
    Ok(serde_json::from_slice(&answer)?)
}

/// One request, as the idle connections see whether anybody is left.
pub(super) fn is_answered(address: SocketAddr) -> anyhow::Result<bool> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")?;
    Ok(read(&mut BufReader::new(stream), &mut Vec::new())? == 200)
}
