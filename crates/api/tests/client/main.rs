//! The client against lines that fail: silence, answers without end or sense, and keys of others.
//! What the real server answers is tested with the real server, in `tui/tests/cli/account.rs`.

#![cfg(feature = "client")]
#![allow(
    clippy::unwrap_used,
    reason = "the whole file is a test, its rig included"
)]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use api::Secret;
use api::client::{Client, ClientError, Limits, Pin, ServerAddress};
use rstest::rstest;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

const CERTIFICATE: &[u8] = include_bytes!("../../fixtures/server.der");
const KEY: &[u8] = include_bytes!("../../fixtures/server.key.der");
const PIN: &str = include_str!("../../fixtures/server.pin");
const OTHER_PIN: &str = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const ME: &str = r#"{"id":"018f0000-0000-7000-8000-000000000001","email":"a@example.org",
    "email_verified":false,"display_name":null,"locale":null,"is_superuser":false,
    "is_disabled":false,"created_at":"2025-01-01T00:00:00Z"}"#;

/// A line to whom each caller is given to; gives its port.
fn line(answer: impl Fn(TcpStream) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(stream);
        }
    });
    port
}

fn hear(stream: &mut impl std::io::Read) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|n| n == 1) {
        head.push(byte[0]);
    }
}

fn client(address: &str, pin: Option<&str>) -> Client {
    let limits = Limits {
        exchange: Duration::from_millis(700),
        delay: Duration::from_millis(1),
        ..Limits::default()
    };
    let address: ServerAddress = address.parse().unwrap();
    let pin = pin.map(|pin| pin.parse::<Pin>().unwrap());
    Client::new(address, pin, limits).unwrap()
}

fn token() -> Secret {
    Secret::from("the-access-token".to_owned())
}

/// What `me` says of a server that writes this and closes.
fn told(answer: &'static [u8]) -> ClientError {
    let port = line(move |mut stream| {
        hear(&mut stream);
        let _ = stream.write_all(answer);
    });
    client(&format!("http://127.0.0.1:{port}"), None)
        .me(&token())
        .unwrap_err()
}

#[rstest]
#[case(b"", "the connection broke off")]
#[case(
    b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{",
    "the answer broke off"
)]
#[case(
    b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>",
    "makes no sense"
)]
#[case(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", "HTTP 500")]
#[case(
    b"HTTP/1.1 302 Go\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
    "makes no sense"
)]
fn an_answer_that_is_none_is_told(#[case] answer: &'static [u8], #[case] said: &str) {
    let error = told(answer);
    assert!(error.to_string().contains(said), "{error}");
    assert!(!format!("{error:?}").contains("the-access-token"));
}

#[test]
fn an_answer_without_end_is_not_read_to_its_end() {
    let port = line(|mut stream| {
        hear(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        let piece = [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat();
        while stream.write_all(&piece).is_ok() {}
    });
    let limits = Limits::default();
    let address = format!("http://127.0.0.1:{port}").parse().unwrap();
    let client = Client::new(address, None, limits).unwrap();
    let error = client.me(&token()).unwrap_err();
    assert!(matches!(error, ClientError::Nonsense), "{error}");
}

#[test]
fn silence_ends() {
    let port = line(|mut stream| {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest); // until the client hangs up
    });
    let error = client(&format!("http://127.0.0.1:{port}"), None).me(&token());
    let error = error.unwrap_err();
    assert_eq!(error.to_string(), "the server can't be reached: timed out");
}

#[test]
fn what_passes_is_tried_again() {
    let calls = std::sync::atomic::AtomicU32::new(0);
    let port = line(move |mut stream| {
        hear(&mut stream);
        let answer = match calls.fetch_add(1, std::sync::atomic::Ordering::SeqCst) {
            0 => String::new(),
            1 => "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n".to_owned(),
            _ => ok(ME),
        };
        let _ = stream.write_all(answer.as_bytes());
    });
    let me = client(&format!("http://127.0.0.1:{port}"), None).me(&token());
    assert_eq!(me.unwrap().email, "a@example.org");
}

fn ok(body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

#[rstest]
#[case(Some(PIN), None)]
#[case(Some(OTHER_PIN), Some("another key than the pinned one"))]
#[case(None, Some("certificate is not trusted"))]
fn the_pinned_key_is_the_one_that_is_taken(
    #[case] pin: Option<&str>,
    #[case] refused: Option<&str>,
) {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from(CERTIFICATE)],
            PrivateKeyDer::from(PrivatePkcs8KeyDer::from(KEY)),
        )
        .unwrap();
    let config = Arc::new(config);
    let port = line(move |stream| {
        let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        let mut stream = StreamOwned::new(connection, stream);
        hear(&mut stream);
        let _ = stream.write_all(ok(ME).as_bytes());
        let _ = stream.flush();
    });
    let said = client(&format!("https://127.0.0.1:{port}"), pin).me(&token());
    match refused {
        None => assert_eq!(said.unwrap().email, "a@example.org"),
        Some(why) => {
            let error = said.unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }
}
