//! The way through a browser on this machine.
//!
//! Google sends the browser back to a port of 127.0.0.1 that is open for this one answer. Only an
//! answer that carries our state counts; whatever else knocks (another page's guess, a browser's
//! idle connection) gets a page and changes nothing.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use url::Url;
use zeroize::Zeroizing;

use super::{Desk, secret, told};
use crate::error::DriveError;
use crate::fault::words;
use crate::token::{SCOPE, Said};

/// How often somebody is asked whether to stop.
const SLICE: Duration = Duration::from_millis(200);
/// How long a browser may take to send its request.
const HEAD_LIMIT: Duration = Duration::from_secs(10);
/// The longest head that is read.
const HEAD: usize = 16 * 1024;

/// What the browser shows at the end, as plain text.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The permission was given.
    pub granted: String,
    /// It was refused.
    pub refused: String,
    /// This is not the answer that is waited for.
    pub unknown: String,
}

/// What a valid answer says.
enum Outcome {
    Code(Zeroizing<String>),
    Refused(String),
}

/// What an answer is measured by.
struct Expected {
    host: String,
    state: Zeroizing<String>,
    pages: Pages,
}

pub(super) async fn ask(
    desk: &Desk<'_>,
    pages: &Pages,
    limit: Duration,
    show: &mut dyn FnMut(&str),
) -> Result<(), DriveError> {
    let network = |source| DriveError::Network { source };
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(network)?;
    let host = listener.local_addr().map_err(network)?.to_string();
    let redirect = format!("http://{host}");
    let (verifier, state) = (secret::word()?, secret::word()?);
    let address = address(desk, &redirect, &state, &secret::challenge(&verifier));
    show(address.as_str());
    let expected = Expected {
        host,
        state,
        pages: pages.clone(),
    };
    let outcome = wait(desk, &listener, Arc::new(expected), limit).await?;
    drop(listener);
    match outcome {
        Outcome::Code(code) => exchange(desk, &code, &verifier, &redirect).await,
        Outcome::Refused(error) if error == "access_denied" => Err(DriveError::Denied),
        Outcome::Refused(error) => Err(DriveError::Refused {
            what: words(400, &error),
        }),
    }
}

/// The page where a person says yes.
fn address(desk: &Desk<'_>, redirect: &str, state: &str, challenge: &str) -> Url {
    let mut url = desk.addresses.auth.clone();
    url.query_pairs_mut()
        .append_pair("client_id", &desk.client.id)
        .append_pair("redirect_uri", redirect)
        .append_pair("response_type", "code")
        .append_pair("scope", SCOPE)
        .append_pair("code_challenge", challenge)
        .append_pair("code_challenge_method", "S256")
        .append_pair("state", state)
        .append_pair("access_type", "offline")
        .append_pair("prompt", "consent");
    url
}

/// Waits for the one answer.
async fn wait(
    desk: &Desk<'_>,
    listener: &TcpListener,
    expected: Arc<Expected>,
    limit: Duration,
) -> Result<Outcome, DriveError> {
    let end = Instant::now() + limit;
    let mut visits: JoinSet<Option<Outcome>> = JoinSet::new();
    loop {
        if desk.progress.is_cancelled() {
            return Err(DriveError::Cancelled);
        }
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(DriveError::TimedOut);
        }
        tokio::select! {
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    visits.spawn(visit(stream, Arc::clone(&expected)));
                }
            }
            Some(visited) = visits.join_next() => {
                if let Ok(Some(outcome)) = visited {
                    return Ok(outcome);
                }
            }
            () = sleep(left.min(SLICE)) => {}
        }
    }
}

/// Answers one connection; gives what it said when it was the answer.
async fn visit(mut stream: TcpStream, expected: Arc<Expected>) -> Option<Outcome> {
    let head = timeout(HEAD_LIMIT, head(&mut stream)).await.ok()??;
    let outcome = read(&head, &expected);
    let pages = &expected.pages;
    let (status, text) = match &outcome {
        Some(Outcome::Code(_)) => ("200 OK", &pages.granted),
        Some(Outcome::Refused(_)) => ("200 OK", &pages.refused),
        None => ("400 Bad Request", &pages.unknown),
    };
    let page = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>LukaLibre</title><p>{}</p>\n",
        escaped(text)
    );
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Connection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n\
         X-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n\r\n{page}",
        page.len()
    );
    // The code counts, even if the browser did not wait for the page.
    let _ = timeout(HEAD_LIMIT, async {
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await
    })
    .await;
    outcome
}

/// Reads the head of a request.
async fn head(stream: &mut TcpStream) -> Option<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(HEAD));
    while !bytes.windows(4).any(|window| window == b"\r\n\r\n") {
        let mut piece = Zeroizing::new([0; 4096]);
        let found = stream.read(&mut *piece).await.ok()?;
        if found == 0 || bytes.len() + found > HEAD {
            return None;
        }
        bytes.extend_from_slice(&piece[..found]);
    }
    Some(Zeroizing::new(String::from_utf8(bytes.to_vec()).ok()?))
}

/// What a request says, when it is the answer: to this address, with our state.
fn read(head: &str, expected: &Expected) -> Option<Outcome> {
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target) = (words.next()?, words.next()?);
    let host = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("host"))
        .map(|(_, value)| value.trim());
    if method != "GET" || host != Some(&expected.host) {
        return None;
    }
    let query = target.strip_prefix("/?")?;
    let said = |wanted: &str| {
        let mut pairs = url::form_urlencoded::parse(query.as_bytes());
        let found = pairs.find(|(name, _)| name == wanted);
        found.map(|(_, value)| Zeroizing::new(value.into_owned()))
    };
    if said("state")?.as_str() != expected.state.as_str() {
        return None;
    }
    match (said("error"), said("code")) {
        (Some(error), _) => Some(Outcome::Refused(error.to_string())),
        (None, Some(code)) => Some(Outcome::Code(code)),
        (None, None) => None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Turns the code into tokens. A code works once: what passes is tried again, a refusal is final.
async fn exchange(
    desk: &Desk<'_>,
    code: &str,
    verifier: &str,
    redirect: &str,
) -> Result<(), DriveError> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("code_verifier", verifier),
        ("redirect_uri", redirect),
    ];
    let mut tries = desk.tries();
    loop {
        match desk.token(&form).await {
            Ok(Said::Granted(grant)) => return desk.keep(&grant),
            Ok(Said::Refused(code)) => {
                return Err(DriveError::Refused {
                    what: words(400, code.as_str()),
                });
            }
            Err(fault) => tries.after(fault).await.map_err(told)?,
        }
    }
}
