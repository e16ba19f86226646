//! Machines without a browser: rows 16 to 18 of the table of attacks.

use identity_double::visitor::{Page, Visitor};
use serde_json::json;

use crate::provider::Stage;
use crate::rig::{PASSWORD, Place, Reply, Server};

/// What a machine got, and how it asks.
struct Machine {
    device_code: String,
    user_code: String,
    complete: String,
}

impl Machine {
    fn begin(server: &Server, name: &str) -> Self {
        let sent = json!({"client_id": "luka-cli", "device_name": name});
        let reply = server.post("/api/v1/auth/device", &sent);
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert_eq!(reply.header("cache-control"), "no-store");
        let said = reply.json();
        assert_eq!(
            (&said["expires_in"], &said["interval"]),
            (&json!(600), &json!(5))
        );
        let text = |name: &str| said[name].as_str().unwrap().to_owned();
        Self {
            device_code: text("device_code"),
            user_code: text("user_code"),
            complete: text("verification_uri_complete"),
        }
    }

    fn ask(&self, server: &Server) -> Reply {
        let sent = json!({
            "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
            "device_code": self.device_code, "client_id": "luka-cli",
        });
        server.post("/api/v1/auth/token", &sent)
    }

    /// The error that it hears.
    fn hears(&self, server: &Server) -> String {
        let reply = self.ask(server);
        assert_eq!(reply.status, 400, "{}", reply.text());
        reply.json()["error"].as_str().unwrap().to_owned()
    }
}

/// A person on the page.
struct Person<'a> {
    visitor: Visitor,
    server: &'a Server,
    page: Page,
}

impl<'a> Person<'a> {
    fn at(server: &'a Server, address: &str) -> Self {
        let mut visitor = Visitor::new();
        let page = visitor.get(address).unwrap();
        Self {
            visitor,
            server,
            page,
        }
    }

    fn here(server: &'a Server) -> Self {
        Self::at(server, &format!("http://{}/device", server.address))
    }

    /// Sends the form of the page.
    fn send(&mut self, step: &str, members: &[(&str, &str)]) -> &Page {
        let csrf = self.page.field("csrf").unwrap_or_default().to_owned();
        let mut form = vec![("csrf", csrf.as_str()), ("step", step)];
        form.extend_from_slice(members);
        let place = format!("http://{}/device", self.server.address);
        let page = self.visitor.post(&place, &form).unwrap();
        self.page = self.visitor.follow(page).unwrap();
        &self.page
    }

    fn sign_in(&mut self, email: &str) {
        let page = self.send("sign-in", &[("email", email), ("password", PASSWORD)]);
        assert!(page.body.contains("Enter the code"), "{}", page.body);
    }

    fn types(&mut self, code: &str) -> &Page {
        self.send("code", &[("user_code", code)])
    }
}

fn in_time(place: &Place) {
    place.sql("UPDATE device_codes SET polled_at = now() - interval '1 minute'");
}

#[test]
fn a_machine_is_let_in_by_somebody_with_a_password() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let machine = Machine::begin(&server, "nas");
    assert_eq!(machine.hears(&server), "authorization_pending");
    let mut rosa = Person::at(&server, &machine.complete);
    assert!(rosa.page.body.contains("Password") && !rosa.page.body.contains("provider"));
    rosa.sign_in("rosa@ejemplo.cl");
    let filled = rosa.page.field("user_code").unwrap().to_owned();
    assert_eq!(
        filled, machine.user_code,
        "what came with the address is filled in"
    );
    let page = rosa.types(&filled.to_lowercase().replace('-', " "));
    assert!(page.body.contains("Let this device in?"), "{}", page.body);
    assert_eq!(machine.hears(&server), "slow_down");
    assert!(
        rosa.send("approve", &[])
            .body
            .contains("The device is signed in")
    );
    let tokens = machine.ask(&server);
    assert_eq!(tokens.status, 200, "{}", tokens.text());
    assert_eq!(tokens.json()["email"], "rosa@ejemplo.cl");
    assert!(tokens.json()["refresh_token"].is_string());
    assert_eq!(
        place.sql("SELECT device_name FROM sessions ORDER BY id DESC LIMIT 1"),
        "nas"
    );
    assert_eq!(
        machine.hears(&server),
        "invalid_grant",
        "the same code a second time"
    );
}

#[test]
fn a_machine_is_let_in_by_somebody_who_comes_through_the_provider() {
    let stage = Stage::new();
    let machine = Machine::begin(&stage.server, "nas");
    let mut ana = Person::at(&stage.server, &machine.complete);
    assert!(
        ana.page
            .body
            .contains("/api/v1/auth/google/authorize?for=device")
    );
    let way = stage.url("/api/v1/auth/google/authorize?for=device");
    ana.page = ana.visitor.visit(&way).unwrap();
    assert_eq!(
        ana.page.field("user_code"),
        Some(machine.user_code.as_str())
    );
    ana.types(&machine.user_code);
    ana.send("approve", &[]);
    assert_eq!(
        machine.ask(&stage.server).json()["email"],
        "ana@example.com"
    );
    let own = stage.place.sql("SELECT count(*) FROM sessions");
    assert_eq!(own, "1", "the page itself began no session");
}

/// Row 16.
#[test]
fn who_polls_too_fast_waits_five_seconds_longer() {
    let place = Place::new();
    let server = place.server();
    let machine = Machine::begin(&server, "nas");
    let interval = || place.sql("SELECT interval_secs FROM device_codes");
    assert_eq!(machine.hears(&server), "authorization_pending");
    assert_eq!(machine.hears(&server), "slow_down");
    assert_eq!(interval(), "10");
    place.sql("UPDATE device_codes SET polled_at = now() - interval '6 seconds'");
    assert_eq!(
        machine.hears(&server),
        "slow_down",
        "five seconds are not enough any more"
    );
    assert_eq!(interval(), "15");
    in_time(&place);
    assert_eq!(machine.hears(&server), "authorization_pending");
    assert_eq!(interval(), "15");
}

/// Row 16.
#[test]
fn a_machine_hears_that_it_is_too_late_or_not_wanted() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let late = Machine::begin(&server, "late");
    place.sql("UPDATE device_codes SET expires_at = now()");
    assert_eq!(late.hears(&server), "expired_token");
    let mut rosa = Person::here(&server);
    rosa.sign_in("rosa@ejemplo.cl");
    assert_eq!(
        rosa.types(&late.user_code).status,
        400,
        "an old code is none"
    );
    let unwanted = Machine::begin(&server, "unwanted");
    rosa.types(&unwanted.user_code);
    assert!(
        rosa.send("deny", &[])
            .body
            .contains("The device was refused")
    );
    assert_eq!(unwanted.hears(&server), "access_denied");
    assert_eq!(unwanted.hears(&server), "access_denied", "and stays so");
    let code = json!({"grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "device_code": unwanted.device_code, "client_id": "another"});
    let reply = server.post("/api/v1/auth/token", &code);
    assert_eq!(reply.json()["error"], "invalid_grant");
    let other = json!({"client_id": "another"});
    assert_eq!(
        server.post("/api/v1/auth/device", &other).json()["error"],
        "invalid_client"
    );
}

/// Row 16: yes, but not in time.
#[test]
fn a_yes_is_worth_nothing_when_it_comes_too_late() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let machine = Machine::begin(&server, "nas");
    let mut rosa = Person::here(&server);
    rosa.sign_in("rosa@ejemplo.cl");
    rosa.types(&machine.user_code);
    place.sql("UPDATE device_codes SET expires_at = now()");
    assert!(
        rosa.send("approve", &[])
            .body
            .contains("No device is waiting")
    );
    assert_eq!(machine.hears(&server), "expired_token");
    assert_eq!(place.sql("SELECT status FROM device_codes"), "pending");
}

/// Row 17: for an address and for an account.
#[test]
fn who_guesses_codes_is_slowed_down() {
    let place = Place::new();
    let proxied = [("LUKA_SERVER_TRUSTED_PROXIES", "127.0.0.1")];
    let server = place.server_with(&proxied);
    server.somebody("eve@example.com");
    let machine = Machine::begin(&server, "nas");
    let mut eve = Person::here(&server);
    eve.sign_in("eve@example.com");
    for _ in 0..6 {
        let page = eve.types("BCDF-GHJK");
        assert_eq!(page.status, 400, "{}", page.body);
        assert!(page.body.contains("No device is waiting with this code"));
    }
    let page = eve.types(&machine.user_code);
    assert_eq!(page.status, 429, "not even the right one: {}", page.body);
    let wait: u64 = page.header("retry-after").unwrap().parse().unwrap();
    assert!(wait >= 1);
    place.sql("DELETE FROM attempts WHERE hash IN (SELECT hash FROM attempts ORDER BY until DESC LIMIT 1)");
    let mut eve = Person::here(&server);
    eve.sign_in("eve@example.com");
    assert_eq!(
        eve.types(&machine.user_code).status,
        429,
        "the other count stands"
    );
}

/// Row 17: codes that wait while many wrong ones are typed are dead.
#[test]
fn a_code_dies_of_many_wrong_guesses() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let machine = Machine::begin(&server, "nas");
    let mut rosa = Person::here(&server);
    rosa.sign_in("rosa@ejemplo.cl");
    rosa.types("BCDF-GHJK");
    assert_eq!(place.sql("SELECT misses FROM device_codes"), "1");
    place.sql("UPDATE device_codes SET misses = 50");
    assert_eq!(rosa.types(&machine.user_code).status, 400);
    assert_eq!(machine.hears(&server), "expired_token");
    let fresh = Machine::begin(&server, "nas");
    assert!(
        rosa.types(&fresh.user_code)
            .body
            .contains("Let this device in?")
    );
}

/// Row 18.
#[test]
fn the_page_shows_what_asks_and_wants_a_login_and_a_click() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let name = "<script>alert(1)</script>\u{202e}\r\nx";
    let machine = Machine::begin(&server, name);
    // Nobody is logged in: only the login is there, whatever is sent.
    let mut rosa = Person::at(&server, &machine.complete);
    for step in ["code", "approve", "deny"] {
        let page = rosa.send(step, &[("user_code", &machine.user_code)]);
        assert!(page.body.contains("Password"), "{}", page.body);
    }
    rosa.sign_in("rosa@ejemplo.cl");
    let skipped = rosa.send("approve", &[]);
    assert!(
        skipped.body.contains("No device is waiting"),
        "no click without the page"
    );
    let mut rosa = Person::at(&server, &machine.complete);
    rosa.sign_in("rosa@ejemplo.cl");
    let page = rosa.types(&machine.user_code).clone();
    for shown in [
        "luka-cli",
        "&lt;script&gt;",
        "127.0.0.1",
        "rosa@ejemplo.cl",
        "UTC",
        "just now",
    ] {
        assert!(page.body.contains(shown), "{shown}: {}", page.body);
    }
    assert!(!page.body.contains("<script"), "{}", page.body);
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("x-frame-options"), Some("DENY"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    in_time(&place);
    assert_eq!(machine.hears(&server), "authorization_pending");
    // A GET says yes to nothing.
    let place_of_yes = format!("http://{}/device?step=approve", server.address);
    rosa.visitor.get(&place_of_yes).unwrap();
    in_time(&place);
    assert_eq!(machine.hears(&server), "authorization_pending");
    let done = rosa.send("approve", &[]);
    assert!(
        done.body.contains("The device is signed in"),
        "{}",
        done.body
    );
    assert_eq!(machine.ask(&server).status, 200);
}

/// Row 18: other pages can't click for somebody.
#[test]
fn a_form_from_elsewhere_is_refused() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let machine = Machine::begin(&server, "nas");
    let mut rosa = Person::here(&server);
    rosa.sign_in("rosa@ejemplo.cl");
    rosa.types(&machine.user_code);
    let right = rosa.page.field("csrf").unwrap().to_owned();
    let address = format!("http://{}/device", server.address);
    let mut eve = Person::here(&server);
    let eves = eve.page.field("csrf").unwrap().to_owned();
    for csrf in ["", "x", eves.as_str(), &right.to_lowercase()] {
        let form = [("step", "approve"), ("csrf", csrf)];
        assert_eq!(
            rosa.visitor.post(&address, &form).unwrap().status,
            403,
            "{csrf}"
        );
    }
    let stolen = [("step", "approve"), ("csrf", right.as_str())];
    assert_eq!(
        eve.visitor.post(&address, &stolen).unwrap().status,
        403,
        "another browser"
    );
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let body = format!("step=approve&csrf={right}");
    for site in ["cross-site", "same-site"] {
        let headers = [kind, ("Sec-Fetch-Site", site)];
        let page = rosa
            .visitor
            .send("POST", &address, &headers, &body)
            .unwrap();
        assert_eq!(page.status, 403, "{site}");
    }
    let text = [("Content-Type", "text/plain")];
    assert_eq!(
        rosa.visitor
            .send("POST", &address, &text, &body)
            .unwrap()
            .status,
        415
    );
    assert_eq!(machine.hears(&server), "authorization_pending");
    let headers = [kind, ("Sec-Fetch-Site", "same-origin")];
    let page = rosa
        .visitor
        .send("POST", &address, &headers, &body)
        .unwrap();
    assert_eq!(page.status, 200);
    assert_eq!(machine.ask(&server).status, 200);
}

/// Rows 18 and 27: who fixes a cookie before the login has the wrong one after it.
#[test]
fn the_cookie_changes_with_the_login() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let mut rosa = Person::here(&server);
    let host = server.address.to_string();
    let before = rosa.visitor.cookie(&host, "visit").unwrap().to_owned();
    rosa.sign_in("rosa@ejemplo.cl");
    assert_ne!(rosa.visitor.cookie(&host, "visit"), Some(before.as_str()));
    let mut other = Person::here(&server);
    let page = other.send(
        "sign-in",
        &[("email", "rosa@ejemplo.cl"), ("password", "wrong password")],
    );
    assert_eq!(page.status, 401);
    assert!(page.body.contains("not valid"), "{}", page.body);
}

/// The whole of it in Spanish.
#[test]
fn the_page_speaks_spanish_to_who_prefers_it() {
    let place = Place::new();
    let server = place.server();
    let address = format!("http://{}/device", server.address);
    let page = Visitor::new()
        .speaking("es-CL, es;q=0.9, en;q=0.5")
        .get(&address)
        .unwrap();
    assert!(page.body.contains("Iniciar sesión") && page.body.contains("lang=\"es\""));
    assert_eq!(page.header("content-language"), Some("es"));
}

/// Row 16, over two replicas: a yes lets one in, however many ask at once.
#[test]
fn of_those_who_ask_with_one_code_at_once_one_gets_in() {
    let place = Place::new();
    let (server, other) = (place.server(), place.server());
    server.somebody("rosa@ejemplo.cl");
    for _ in 0..5 {
        let machine = Machine::begin(&server, "nas");
        let mut rosa = Person::here(&server);
        rosa.sign_in("rosa@ejemplo.cl");
        rosa.types(&machine.user_code);
        rosa.send("approve", &[]);
        let mut statuses: Vec<u16> = std::thread::scope(|scope| {
            let ask = |number: usize| {
                let (machine, server) = (&machine, [&server, &other][number % 2]);
                scope.spawn(move || machine.ask(server).status)
            };
            let all: Vec<_> = (0..8).map(ask).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 400, 400, 400, 400, 400, 400, 400]);
    }
}
