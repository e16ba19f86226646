//! HTTP itself: what bytes may do, what every answer says, and what happens to who is slow.

use std::io::{BufReader, Read as _, Write as _};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::json;

use crate::rig::{Ask, PASSWORD, Place, Reply};

/// Row 36.
#[test]
fn a_request_whose_end_is_in_doubt_is_refused_and_its_connection_closed() {
    let place = Place::new();
    let server = place.server();
    let smuggled = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";
    for head in [
        "content-length: 5\r\ntransfer-encoding: chunked\r\n",
        "transfer-encoding: chunked\r\ncontent-length: 5\r\n",
        "content-length: 5\r\ncontent-length: 6\r\n",
        "content-length: 5\r\ncontent-length: 5\r\n",
        "content-length: 5, 5\r\n",
        "content-length: +5\r\n",
        "transfer-encoding: xchunked\r\n",
        "transfer-encoding: chunked, identity\r\n",
        "transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n",
        "content-length : 5\r\n",
        "x: a\r\n folded: b\r\ncontent-length: 5\r\n",
        "content-length: 5\n",
    ] {
        let mut stream = server.connect();
        let bytes =
            format!("POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\n{head}\r\n0\r\n\r\n{smuggled}");
        stream.write_all(bytes.as_bytes()).unwrap();
        let mut stream = BufReader::new(stream);
        let reply = Reply::read(&mut stream).unwrap();
        assert_eq!(reply.status, 400, "{head}");
        let mut rest = Vec::new();
        // The other side may have reset a connection with bytes that nobody will read.
        let _ = stream.read_to_end(&mut rest);
        assert!(
            rest.is_empty(),
            "{head}: {}",
            String::from_utf8_lossy(&rest)
        );
    }
}

/// A body in a packet of its own is no part of the next head, whatever is in it.
#[test]
fn bodies_and_heads_on_one_connection_are_told_apart() {
    let place = Place::new();
    let server = place.server();
    let stream = server.connect();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut ask = |path: &str, body: &str| {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
             expect: 100-continue\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        (&stream).write_all(head.as_bytes()).unwrap();
        // By then the head has been read, and the body comes alone.
        let first = Reply::read(&mut reader)?;
        if first.status != 100 {
            return Some(first.status);
        }
        (&stream).write_all(body.as_bytes()).unwrap();
        Reply::read(&mut reader).map(|reply| reply.status)
    };
    let odd = "{\n \"refresh_token\": \"x\",\r \"client\":\n\"cli\"\n}\n\n";
    for _ in 0..3 {
        assert_eq!(ask("/api/v1/auth/refresh", odd), Some(401));
    }
    assert_eq!(ask("/nothing", odd), Some(404), "and nobody reads its body");
    assert_eq!(
        ask("/api/v1/auth/refresh", odd),
        None,
        "so the connection ends"
    );
}

/// Row 37.
#[test]
fn a_head_has_limits() {
    let place = Place::new();
    let server = place.server();
    let big = format!(
        "GET /healthz HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n",
        "y".repeat(1 << 20)
    );
    let many = format!(
        "GET /healthz HTTP/1.1\r\nhost: x\r\n{}\r\n",
        "x: y\r\n".repeat(1000)
    );
    let long = format!("GET /{} HTTP/1.1\r\nhost: x\r\n\r\n", "y".repeat(64 * 1024));
    for bytes in [big, many, long] {
        // Who sends so much may be cut off before reading why.
        if let Some(reply) = server.raw(bytes.as_bytes()) {
            assert!([414, 431].contains(&reply.status), "{}", reply.status);
        }
    }
    assert_eq!(server.get("/healthz").status, 200);
}

/// Row 34.
#[test]
fn a_body_has_a_limit_however_it_comes() {
    let place = Place::new();
    let server = place.server();
    let declared = "POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1073741824\r\n\r\n";
    assert_eq!(
        server.raw(declared.as_bytes()).unwrap().status,
        413,
        "before it is sent"
    );
    let mut chunked = b"POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for _ in 0..200 {
        chunked.extend_from_slice(b"400\r\n");
        chunked.extend_from_slice(&[b' '; 1024]);
        chunked.extend_from_slice(b"\r\n");
    }
    if let Some(reply) = server.raw(&chunked) {
        assert_eq!(reply.status, 413);
    }
    let zipped = Ask::new("POST", "/api/v1/auth/login").header("content-encoding", "gzip");
    let zipped = server.send(&zipped.body("application/json", &[0x1f, 0x8b, 8, 0]));
    assert_eq!(zipped.status, 400, "nothing is unpacked");
}

/// Row 38, and paths that are no paths.
#[test]
fn what_can_not_be_done_is_said() {
    let place = Place::new();
    let server = place.server();
    for method in ["TRACE", "BREW", "CONNECT", "DELETE"] {
        let reply = server.send(&Ask::new(method, "/api/v1/config"));
        assert!(
            [400, 405].contains(&reply.status),
            "{method}: {}",
            reply.status
        );
    }
    let reply = server.send(&Ask::new("DELETE", "/api/v1/config"));
    assert_eq!(reply.header("allow"), "GET, PUT, PATCH");
    let over = Ask::new("POST", "/api/v1/users/me").header("x-http-method-override", "DELETE");
    assert_eq!(server.send(&over).status, 405);
    for path in [
        "/api/v1/config/..%2fusers",
        "/api/v1/../v1/config",
        "/API/v1/config",
        "//api/v1/config",
        "/api/v1/config;a=b",
        "/api/v1/%63onfig",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

/// Row 41.
#[test]
fn every_answer_carries_its_headers() {
    let place = Place::new();
    let server = place.server_with(&[("LUKA_SERVER_PUBLIC_URL", "https://luka.example.org")]);
    for (path, status) in [
        ("/healthz", 200),
        ("/nothing", 404),
        ("/api/v1/users/me", 401),
    ] {
        let reply = server.get(path);
        assert_eq!(reply.status, status);
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("x-frame-options"), "DENY");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert!(
            reply
                .header("content-security-policy")
                .starts_with("default-src 'none'; frame-ancestors 'none'")
        );
        assert!(
            reply
                .header("strict-transport-security")
                .starts_with("max-age=31536000")
        );
        assert_eq!(reply.header("x-request-id").len(), 32);
    }
    let plain = place.server();
    assert_eq!(
        plain.get("/healthz").header("strict-transport-security"),
        ""
    );
}

/// Row 40.
#[test]
fn another_origin_reads_nothing_unless_it_was_named() {
    let place = Place::new();
    let server = place.server_with(&[("LUKA_SERVER_ALLOWED_ORIGINS", "https://app.example.org")]);
    let ask = |origin: &str| server.send(&Ask::new("GET", "/healthz").header("origin", origin));
    for origin in [
        "https://evil.example",
        "null",
        "https://app.example.org.evil.example",
        "http://app.example.org",
        "https://xapp.example.org",
    ] {
        let reply = ask(origin);
        assert_eq!(reply.header("access-control-allow-origin"), "", "{origin}");
        assert_eq!(
            reply.header("access-control-allow-credentials"),
            "",
            "{origin}"
        );
    }
    let reply = ask("https://app.example.org");
    assert_eq!(
        reply.header("access-control-allow-origin"),
        "https://app.example.org"
    );
    let preflight = Ask::new("OPTIONS", "/api/v1/config/theme")
        .header("origin", "https://app.example.org")
        .header("access-control-request-method", "PUT");
    let preflight = server.send(&preflight);
    assert_eq!(preflight.status, 204);
    assert!(
        preflight
            .header("access-control-allow-methods")
            .contains("PUT")
    );
}

/// Row 35: half-open heads are closed, and nobody else waits for them.
#[test]
fn who_is_slow_is_cut_off_and_holds_nobody_up() {
    let place = Place::new();
    let server = place.server();
    let mut slow: Vec<_> = (0..500).map(|_| server.connect()).collect();
    for stream in &mut slow {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost:").unwrap();
    }
    let began = Instant::now();
    assert_eq!(server.get("/healthz").status, 200);
    for stream in &mut slow {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
    }
    assert!(
        began.elapsed() < Duration::from_secs(45),
        "only a limit, far above the 15 s"
    );
}

#[test]
fn large_answers_are_compressed_and_those_with_tokens_are_not() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let put = Ask::new("PUT", "/api/v1/config/x")
        .by(&rosa)
        .json(&json!("x".repeat(20_000)));
    assert_eq!(server.send(&put).status, 201);
    for encoding in ["gzip", "br"] {
        let get = Ask::new("GET", "/api/v1/config/x")
            .by(&rosa)
            .header("accept-encoding", encoding);
        let reply = server.send(&get);
        assert_eq!(reply.header("content-encoding"), encoding);
        assert!(reply.body.len() < 1000);
    }
    let sent = json!({"email": "rosa@ejemplo.cl", "password": PASSWORD, "client": "cli"});
    let login = Ask::new("POST", "/api/v1/auth/login").json(&sent);
    let reply = server.send(&login.header("accept-encoding", "gzip, br"));
    assert_eq!((reply.status, reply.header("content-encoding")), (200, ""));
}

#[test]
fn a_server_told_to_end_answers_what_it_was_asked() {
    let place = Place::new();
    let mut server = place.server();
    let (address, idle) = (server.address, server.connect());
    let mut half = server.connect();
    half.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n")
        .unwrap();
    // An answer on another connection: by then the first one's bytes have been read.
    assert_eq!(server.get("/healthz").status, 200);
    kill(Pid::from_raw(server.pid()), Signal::SIGTERM).unwrap();
    half.write_all(b"\r\n").unwrap();
    let status = server.wait();
    assert!(status.success(), "{status}: {}", server.log());
    drop(idle);
    assert!(std::net::TcpStream::connect(address).is_err());
}

#[test]
fn two_servers_that_start_at_once_make_the_schema_once() {
    let place = Place::new();
    let servers: Vec<_> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..4).map(|_| scope.spawn(|| place.server())).collect();
        starting
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(
        servers
            .iter()
            .all(|server| server.get("/readyz").status == 200)
    );
    assert_eq!(place.sql("SELECT count(*) FROM _sqlx_migrations"), "1");
}

#[test]
fn metrics_are_on_a_listener_of_their_own() {
    let place = Place::new();
    let server = place.server_with(&[("LUKA_SERVER_METRICS_LISTEN", "127.0.0.1:0")]);
    assert_eq!(server.get("/metrics").status, 404);
}
