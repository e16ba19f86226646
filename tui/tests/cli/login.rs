//! Logging in through a provider: in a browser, and with a code on another device.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Stdio};

use identity_double::visitor::{Page, Visitor};
use identity_double::{Double, Fault, Name};

use crate::rig::{Machine, Outcome};
use crate::server::Server;

/// `luka login …`, which waits for a person.
struct Waiting {
    process: Child,
}

impl Waiting {
    fn begin(machine: &Machine, server: &Server, more: &[&str]) -> Self {
        let url = server.url();
        let line = [&["login", "--server", &url][..], more].concat();
        let mut command = machine.command(&line);
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let process = command.spawn().unwrap();
        Self { process }
    }

    /// The address that it prints.
    fn address(&mut self) -> String {
        let mut line = String::new();
        let stdout = self.process.stdout.as_mut().unwrap();
        let mut byte = [0];
        while stdout.read(&mut byte).unwrap() == 1 && byte[0] != b'\n' {
            line.push(char::from(byte[0]));
        }
        line
    }

    /// The address of the page for codes, and the code.
    fn code(&mut self) -> (String, String) {
        let mut line = String::new();
        let stderr = self.process.stderr.take().unwrap();
        let mut stderr = BufReader::new(stderr);
        stderr.read_line(&mut line).unwrap();
        self.process.stderr = Some(stderr.into_inner());
        let word = |before: &str| {
            let (_, rest) = line.split_once(before).unwrap();
            rest.split_whitespace().next().unwrap().to_owned()
        };
        (word("open "), word("type "))
    }

    fn end(self) -> Outcome {
        let output = self.process.wait_with_output().unwrap();
        Outcome {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

#[test]
fn a_browser_lets_a_person_in() {
    let double = Double::start().unwrap();
    let server = Server::with_provider(&double);
    let machine = Machine::new().with("LANG", "es_CL.UTF-8");
    let mut luka = Waiting::begin(&machine, &server, &["--no-browser"]);
    let address = luka.address();
    let begins = format!("{}/api/v1/auth/google/authorize?", server.url());
    assert!(address.starts_with(&begins), "{address}");
    assert!(address.contains("code_challenge_method=S256"), "{address}");

    // What else knocks changes nothing.
    let (_, back) = address.split_once("127.0.0.1%3A").unwrap();
    let port = back.split('%').next().unwrap();
    let guess = format!("http://127.0.0.1:{port}/callback?code=c&state=guessed");
    assert_eq!(Visitor::new().get(&guess).unwrap().status, 400);

    let page = Visitor::new().visit(&address).unwrap();
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("puede cerrar esta página"),
        "{}",
        page.body
    );
    let outcome = luka.end();
    assert_eq!(outcome.code, 0, "{outcome}");
    let whoami = machine.luka(&["whoami", "--json"]).json();
    assert_eq!(whoami["email"], "ana@example.com");
    assert_eq!(whoami["email_verified"], true);
}

#[test]
fn a_person_who_says_no_at_the_provider_is_heard() {
    let double = Double::start().unwrap();
    let server = Server::with_provider(&double);
    let machine = Machine::new();
    double.fault(Fault::once(Name::AccessDenied));
    let mut luka = Waiting::begin(&machine, &server, &["--no-browser"]);
    let page = Visitor::new().visit(&luka.address()).unwrap();
    assert!(page.body.contains("The login was refused"), "{}", page.body);
    let outcome = luka.end();
    assert_eq!(outcome.code, 7, "{outcome}");
    assert!(
        outcome.stderr.contains("the login was refused"),
        "{outcome}"
    );
    assert_eq!(machine.luka(&["whoami"]).code, 4);
}

/// A person on the page for codes.
struct Person {
    visitor: Visitor,
    address: String,
    page: Page,
}

impl Person {
    /// Comes through the provider, and types the code.
    fn types(server: &Server, address: &str, code: &str) -> Self {
        let mut visitor = Visitor::new();
        let through = format!("{}/api/v1/auth/google/authorize?for=device", server.url());
        let page = visitor.visit(&through).unwrap();
        let mut person = Self {
            visitor,
            address: address.to_owned(),
            page,
        };
        person.send("code", &[("user_code", code)]);
        person
    }

    fn send(&mut self, step: &str, members: &[(&str, &str)]) {
        let csrf = self.page.field("csrf").unwrap_or_default().to_owned();
        let mut form = vec![("csrf", csrf.as_str()), ("step", step)];
        form.extend_from_slice(members);
        let page = self.visitor.post(&self.address, &form).unwrap();
        self.page = self.visitor.follow(page).unwrap();
    }
}

#[test]
fn a_code_on_another_device_lets_a_person_in() {
    let double = Double::start().unwrap();
    let server = Server::with_provider(&double);
    let machine = Machine::new();
    let mut luka = Waiting::begin(&machine, &server, &["--device"]);
    let (address, code) = luka.code();
    let mut person = Person::types(&server, &address, &code);
    person.send("approve", &[]);
    let outcome = luka.end();
    assert_eq!(outcome.code, 0, "{outcome}");
    assert_eq!(
        machine.luka(&["whoami"]).stdout,
        format!("ana@example.com at {}\n", server.url())
    );
}

#[test]
fn a_code_that_is_refused_or_too_old_lets_nobody_in() {
    let double = Double::start().unwrap();
    let server = Server::with_provider(&double);
    let machine = Machine::new();
    let mut refused = Waiting::begin(&machine, &server, &["--device"]);
    let (address, code) = refused.code();
    let other = Machine::new();
    let mut late = Waiting::begin(&other, &server, &["--device"]);
    late.code();
    let mut person = Person::types(&server, &address, &code);
    person.send("deny", &[]);
    server.sql("UPDATE device_codes SET expires_at = now() WHERE status = 'pending'");
    for (luka, said) in [
        (refused, "the login was refused"),
        (late, "logged in in time"),
    ] {
        let outcome = luka.end();
        assert_eq!(outcome.code, 7, "{outcome}");
        assert!(outcome.stderr.contains(said), "{outcome}");
    }
}
