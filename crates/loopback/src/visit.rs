//! One connection: what it asks, whether that is the answer, and the page it gets.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;
use zeroize::Zeroizing;

use crate::listener::Waiting;

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
pub enum Answer {
    /// The code that stands for the permission.
    Code(Zeroizing<String>),
    /// The word for why there is none (RFC 6749, section 4.1.2.1).
    Refused(String),
}

/// What an answer is measured by.
pub(crate) struct Expected {
    host: String,
    path: &'static str,
    state: Zeroizing<String>,
    pages: Pages,
}

impl Expected {
    pub(crate) fn new(host: &str, path: &'static str, waiting: &Waiting<'_>) -> Self {
        Self {
            host: host.to_owned(),
            path,
            state: Zeroizing::new(waiting.state.to_owned()),
            pages: waiting.pages.clone(),
        }
    }
}

/// Answers one connection; gives what it said when it was the answer.
pub(crate) async fn visit(mut stream: TcpStream, expected: Arc<Expected>) -> Option<Answer> {
    let head = timeout(HEAD_LIMIT, head(&mut stream)).await.ok()??;
    let answer = read(&head, &expected);
    let pages = &expected.pages;
    let (status, text) = match &answer {
        Some(Answer::Code(_)) => ("200 OK", &pages.granted),
        Some(Answer::Refused(_)) => ("200 OK", &pages.refused),
        None => ("400 Bad Request", &pages.unknown),
    };
    let page = page(status, text);
    // The code counts, even if the browser did not wait for the page.
    let _ = timeout(HEAD_LIMIT, async {
        stream.write_all(page.as_bytes()).await?;
        stream.shutdown().await
    })
    .await;
    answer
}

fn page(status: &str, text: &str) -> String {
    let body = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>LukaLibre</title><p>{}</p>\n",
        escaped(text)
    );
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Connection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n\
         X-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n\r\n{body}",
        body.len()
    )
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
fn read(head: &str, expected: &Expected) -> Option<Answer> {
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
    let query = target.strip_prefix(expected.path)?.strip_prefix('?')?;
    let said = |wanted: &str| {
        let mut pairs = url::form_urlencoded::parse(query.as_bytes());
        let found = pairs.find(|(name, _)| name == wanted);
        found.map(|(_, value)| Zeroizing::new(value.into_owned()))
    };
    if said("state")?.as_str() != expected.state.as_str() {
        return None;
    }
    match (said("error"), said("code")) {
        (Some(error), _) => Some(Answer::Refused(error.to_string())),
        (None, Some(code)) => Some(Answer::Code(code)),
        (None, None) => None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn expected() -> Expected {
        let pages = Pages {
            granted: String::new(),
            refused: String::new(),
            unknown: String::new(),
        };
        Expected {
            host: "127.0.0.1:4711".to_owned(),
            path: "/callback",
            state: Zeroizing::new("s1".to_owned()),
            pages,
        }
    }

    fn said(line: &str, host: &str) -> String {
        match read(&format!("{line}\r\nHost: {host}\r\n\r\n"), &expected()) {
            Some(Answer::Code(code)) => format!("code {}", code.as_str()),
            Some(Answer::Refused(error)) => format!("refused {error}"),
            None => "nothing".to_owned(),
        }
    }

    #[rstest]
    #[case("GET /callback?code=c&state=s1 HTTP/1.1", "127.0.0.1:4711", "code c")]
    #[case(
        "GET /callback?state=s1&error=access_denied HTTP/1.1",
        "127.0.0.1:4711",
        "refused access_denied"
    )]
    #[case("GET /callback?code=c HTTP/1.1", "127.0.0.1:4711", "nothing")]
    #[case("GET /callback?code=c&state=s2 HTTP/1.1", "127.0.0.1:4711", "nothing")]
    #[case(
        "GET /callback?code=c&state=s2&state=s1 HTTP/1.1",
        "127.0.0.1:4711",
        "nothing"
    )]
    #[case("GET /?code=c&state=s1 HTTP/1.1", "127.0.0.1:4711", "nothing")]
    #[case(
        "GET /callback/x?code=c&state=s1 HTTP/1.1",
        "127.0.0.1:4711",
        "nothing"
    )]
    #[case("POST /callback?code=c&state=s1 HTTP/1.1", "127.0.0.1:4711", "nothing")]
    #[case("GET /callback?code=c&state=s1 HTTP/1.1", "evil.example", "nothing")]
    #[case("GET /callback?code=c&state=s1 HTTP/1.1", "localhost:4711", "nothing")]
    #[case("", "127.0.0.1:4711", "nothing")]
    fn only_the_answer_to_our_question_counts(
        #[case] line: &str,
        #[case] host: &str,
        #[case] meaning: &str,
    ) {
        assert_eq!(said(line, host), meaning);
    }

    #[test]
    fn a_page_shows_text_and_no_markup() {
        let page = page("200 OK", "<script>&");
        assert!(page.ends_with("<p>&lt;script&gt;&amp;</p>\n"), "{page}");
    }
}
