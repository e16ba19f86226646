//! The double keeps to Google's documentation where the client leans on it, spoken to byte by byte.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use drive_double::{CLIENT_ID, CLIENT_SECRET, Double};
use serde_json::{Value, json};

const GRAIN: usize = 256 * 1024;

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.into_iter().find(|(found, _)| *found == name);
        found.map(|(_, value)| value)
    }
}

/// Sends a request on a connection of its own.
fn ask(url: &str, method: &str, target: &str, headers: &str, body: &[u8]) -> Answer {
    let host = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    let head = format!(
        "{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let _ = stream.write_all(body); // it may be cut by intent
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n");
    let end = end.unwrap_or(answer.len());
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap_or("0").parse().unwrap();
    let body = answer.get(end + 4..).unwrap_or_default().to_vec();
    Answer { status, head, body }
}

/// A double, and the header that lets one in.
fn signed_in() -> (Double, String) {
    let double = Double::start().unwrap();
    let form = format!(
        "client_id={CLIENT_ID}&client_secret={CLIENT_SECRET}&grant_type=refresh_token&refresh_token={}",
        double.refresh_token().unwrap()
    );
    let answer = ask(&double.url(), "POST", "/token", "", form.as_bytes());
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    (double, format!("Authorization: Bearer {token}\r\n"))
}

/// The target of a fresh session for an object of this length.
fn session(double: &Double, auth: &str, length: usize) -> String {
    let headers = format!("{auth}X-Upload-Content-Length: {length}\r\n");
    let target = "/upload/drive/v3/files?uploadType=resumable&fields=id,size,md5Checksum";
    let answer = ask(&double.url(), "POST", target, &headers, b"{\"name\":\"n\"}");
    assert_eq!(answer.status, 200);
    let place = answer.header("Location").unwrap();
    place.strip_prefix(&double.url()).unwrap().to_owned()
}

#[test]
fn nobody_comes_in_without_a_token() {
    let double = Double::start().unwrap();
    let answer = ask(&double.url(), "GET", "/drive/v3/files", "", b"");
    assert_eq!(answer.status, 401);
    assert_eq!(answer.json()["error"]["errors"][0]["reason"], "authError");
}

#[test]
fn a_session_says_what_it_has_and_takes_the_rest() {
    let (double, auth) = signed_in();
    let bytes = vec![7; GRAIN + 10];
    let place = session(&double, &auth, bytes.len());
    let put = |range: &str, body: &[u8]| {
        let headers = format!("{auth}Content-Range: bytes {range}/{}\r\n", bytes.len());
        ask(&double.url(), "PUT", &place, &headers, body)
    };
    let fresh = put("*", b"");
    assert_eq!((fresh.status, fresh.header("Range")), (308, None));
    // Not a multiple of 256 KiB, and not the last.
    assert_eq!(put("0-99", &bytes[..100]).status, 400);
    let first = put(&format!("0-{}", GRAIN - 1), &bytes[..GRAIN]);
    assert_eq!(first.header("Range"), Some("bytes=0-262143"));
    assert_eq!(put("*", b"").header("Range"), Some("bytes=0-262143"));
    let last = put(&format!("{GRAIN}-{}", GRAIN + 9), &bytes[GRAIN..]);
    assert_eq!(last.status, 200);
    assert_eq!(last.json()["size"], json!((GRAIN + 10).to_string()));
    let after = put("*", b"");
    assert_eq!(after.json()["id"], last.json()["id"], "it stays known");
    assert_eq!(double.files().len(), 1);
}

#[test]
fn bytes_that_are_sent_again_and_differ_are_noticed() {
    let (double, auth) = signed_in();
    let place = session(&double, &auth, 2 * GRAIN + 1);
    let headers = format!(
        "{auth}Content-Range: bytes 0-{}/{}\r\n",
        GRAIN - 1,
        2 * GRAIN + 1
    );
    let put = |byte: u8| {
        let body = vec![byte; GRAIN];
        ask(&double.url(), "PUT", &place, &headers, &body)
    };
    put(1);
    put(1);
    assert_eq!(double.overlap_mismatches(), 0);
    put(2);
    assert_eq!(double.overlap_mismatches(), 1);
}

#[test]
fn ids_are_used_once_and_only_if_they_were_given() {
    let (double, auth) = signed_in();
    let ids = ask(
        &double.url(),
        "GET",
        "/drive/v3/files/generateIds?count=1",
        &auth,
        b"",
    );
    let id = ids.json()["ids"][0].as_str().unwrap().to_owned();
    let make = |id: &str| {
        let body = json!({"id": id, "name": "n"}).to_string();
        ask(
            &double.url(),
            "POST",
            "/drive/v3/files",
            &auth,
            body.as_bytes(),
        )
        .status
    };
    assert_eq!(make("made-up"), 400);
    assert_eq!(make(&id), 200);
    assert_eq!(make(&id), 409);
}

#[test]
fn fields_are_said_only_when_asked_for() {
    let (double, auth) = signed_in();
    let ids = ["a".to_owned()];
    double
        .add_files("root", ids, &BTreeMap::new(), b"x")
        .unwrap();
    let id = &double.files()[0].id;
    let get = |query: &str| {
        let target = format!("/drive/v3/files/{id}{query}");
        ask(&double.url(), "GET", &target, &auth, b"").json()
    };
    assert!(get("")["md5Checksum"].is_null());
    assert_eq!(get("?fields=size,md5Checksum")["size"], "1");
}

/// The program, ended when the test is.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts it, and reads where it listens.
fn program(directory: &std::path::Path) -> (Program, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_drive-double"))
        .args(["--port", "0", "--dir"])
        .arg(directory)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let output = child.stdout.take().unwrap();
    BufReader::new(output).read_line(&mut line).unwrap();
    let url = line
        .trim()
        .strip_prefix("listening on ")
        .unwrap()
        .to_owned();
    (Program(child), url)
}

#[test]
fn the_program_can_be_told_what_to_do_and_remembers() {
    let home = tempfile::tempdir().unwrap();
    let (program_, url) = program(home.path());
    let fault = br#"{"name":"http-503","times":1,"on":"about"}"#;
    assert_eq!(ask(&url, "POST", "/double/faults", "", fault).status, 204);
    assert_eq!(ask(&url, "GET", "/drive/v3/about", "", b"").status, 503);
    assert_eq!(ask(&url, "GET", "/drive/v3/about", "", b"").status, 401);
    let log = ask(&url, "GET", "/double/log", "", b"").json();
    assert_eq!(log["count"], 2);
    assert_eq!(log["requests"][0]["route"], "about");
    assert_eq!(log["requests"][0]["faults"][0], "http-503");
    assert_eq!(
        ask(&url, "POST", "/double/quota", "", b"{\"limit\":5}").status,
        204
    );
    let permit = ask(&url, "POST", "/double/permit", "", b"{}").json();
    drop(program_);
    let (_program, url) = program(home.path());
    let form = format!(
        "client_id={CLIENT_ID}&client_secret={CLIENT_SECRET}&grant_type=refresh_token&refresh_token={}",
        permit["refresh_token"].as_str().unwrap()
    );
    let token = ask(&url, "POST", "/token", "", form.as_bytes()).json();
    let auth = format!(
        "Authorization: Bearer {}\r\n",
        token["access_token"].as_str().unwrap()
    );
    let about = ask(
        &url,
        "GET",
        "/drive/v3/about?fields=storageQuota(limit)",
        &auth,
        b"",
    );
    assert_eq!(about.json()["storageQuota"]["limit"], "5");
}

#[test]
fn a_fault_that_nobody_knows_is_refused() {
    let double = Double::start().unwrap();
    let answer = ask(
        &double.url(),
        "POST",
        "/double/faults",
        "",
        b"{\"name\":\"earthquake\"}",
    );
    assert_eq!(answer.status, 400);
}
