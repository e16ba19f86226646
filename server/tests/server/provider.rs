//! Signing in through the provider: rows 1 to 15 of the table of attacks, against the double.

use std::collections::BTreeMap;

use data_encoding::BASE64URL_NOPAD;
use identity_double::visitor::{Page, Visitor};
use identity_double::{Algorithm, CLIENT_ID, CLIENT_SECRET, Double, Fault, Name, Person, Route};
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};
use url::Url;

use crate::rig::{Ask, Place, Reply, Server};

const BACK: &str = "http://127.0.0.1:1/callback";
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A server over a place, and the provider that it sends people to.
pub(crate) struct Stage {
    pub(crate) place: Place,
    pub(crate) double: Double,
    pub(crate) server: Server,
}

impl Stage {
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    pub(crate) fn with(settings: &[(&str, &str)]) -> Self {
        let (place, double) = (Place::new(), Double::start().unwrap());
        let server = server(&place, &double, settings);
        Self {
            place,
            double,
            server,
        }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address)
    }

    /// The address that `luka login` opens, with some of its words changed or left out.
    fn program(&self, changes: &[(&str, Option<&str>)]) -> String {
        let challenge = BASE64URL_NOPAD.encode(digest(&SHA256, VERIFIER.as_bytes()).as_ref());
        let mut words = BTreeMap::from([
            ("client_id", "luka-cli"),
            ("response_type", "code"),
            ("redirect_uri", BACK),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
            ("state", "the program's state"),
        ]);
        for (name, value) in changes {
            match value {
                Some(value) => words.insert(name, value),
                None => words.remove(name),
            };
        }
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(words)
            .finish();
        self.url(&format!("/api/v1/auth/google/authorize?{query}"))
    }

    /// The code that a program gets.
    fn code(&self) -> String {
        let page = come_back(&mut Visitor::new(), &self.program(&[]));
        word(page.location().unwrap(), "code").unwrap()
    }

    fn redeem(&self, changes: &[(&str, &str)]) -> Reply {
        let mut sent = json!({
            "grant_type": "authorization_code", "client_id": "luka-cli", "redirect_uri": BACK,
            "code_verifier": VERIFIER, "device_name": "laptop",
        });
        for (name, value) in changes {
            sent[*name] = json!(value);
        }
        self.server.post("/api/v1/auth/token", &sent)
    }

    fn sessions(&self) -> String {
        self.place
            .sql("SELECT count(*) FROM sessions WHERE revoked_at IS NULL")
    }

    fn users(&self) -> String {
        self.place
            .sql("SELECT email, email_verified, password_hash IS NULL FROM users ORDER BY id")
    }
}

/// A browser goes to the provider, where somebody says yes, and comes back: the last page.
fn come_back(visitor: &mut Visitor, address: &str) -> Page {
    let asked = visitor.get(address).unwrap();
    let said_yes = visitor.get(asked.location().unwrap()).unwrap();
    visitor.get(said_yes.location().unwrap()).unwrap()
}

pub(crate) fn server(place: &Place, double: &Double, settings: &[(&str, &str)]) -> Server {
    let issuer = double.issuer();
    let mut all = vec![
        ("LUKA_SERVER_OIDC_ISSUER", issuer.as_str()),
        ("LUKA_SERVER_OIDC_CLIENT_ID", CLIENT_ID),
        ("LUKA_SERVER_OIDC_CLIENT_SECRET", CLIENT_SECRET),
    ];
    all.extend_from_slice(settings);
    place.server_with(&all)
}

fn word(address: &str, name: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let found = url.query_pairs().find(|(found, _)| found == name)?;
    Some(found.1.into_owned())
}

fn error(reply: &Reply) -> (u16, String) {
    let error = reply.json()["error"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    (reply.status, error)
}

fn invalid_grant() -> (u16, String) {
    (400, "invalid_grant".to_owned())
}

#[test]
fn a_program_signs_in_with_each_algorithm() {
    let stage = Stage::new();
    for algorithm in [Algorithm::Rs256, Algorithm::Es256, Algorithm::EdDsa] {
        stage.double.sign_with(algorithm);
        let page = come_back(&mut Visitor::new(), &stage.program(&[]));
        let back = page.location().unwrap();
        assert!(back.starts_with(BACK), "{back}");
        assert_eq!(word(back, "state").as_deref(), Some("the program's state"));
        let reply = stage.redeem(&[("code", &word(back, "code").unwrap())]);
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert_eq!(reply.header("cache-control"), "no-store");
        assert_eq!(reply.header("set-cookie"), "", "a program gets no cookie");
        let tokens = reply.json();
        assert_eq!(tokens["email"], "ana@example.com");
        assert_eq!(tokens["token_type"], "Bearer");
        let me = Ask::new("GET", "/api/v1/users/me");
        let bearer = format!("Bearer {}", tokens["access_token"].as_str().unwrap());
        let me = stage
            .server
            .send(&me.header("authorization", &bearer))
            .json();
        assert_eq!(me["email_verified"], true);
        let again = json!({"grant_type": "refresh_token", "client_id": "luka-cli",
            "refresh_token": tokens["refresh_token"]});
        let again = stage.server.post("/api/v1/auth/token", &again);
        assert_eq!(again.status, 200, "{}", again.text());
        assert_ne!(again.json()["refresh_token"], tokens["refresh_token"]);
    }
    assert_eq!(
        stage.users(),
        "ana@example.com|t|t",
        "one person, one account"
    );
    assert_eq!(
        stage.place.sql("SELECT DISTINCT device_name FROM sessions"),
        "laptop"
    );
}

#[test]
fn a_form_does_as_well_as_json() {
    let stage = Stage::new();
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("grant_type", "authorization_code"),
            ("code", &stage.code()),
            ("client_id", "luka-cli"),
            ("redirect_uri", BACK),
            ("code_verifier", VERIFIER),
        ])
        .finish();
    let kind = "application/x-www-form-urlencoded";
    let send = |form: &str| {
        stage
            .server
            .send(&Ask::new("POST", "/api/v1/auth/token").body(kind, form.as_bytes()))
    };
    assert_eq!(
        send(&format!("{form}&code=x")).status,
        400,
        "a member twice"
    );
    assert_eq!(send(&form).status, 200);
    assert_eq!(
        error(&send("grant_type=password")).1,
        "unsupported_grant_type"
    );
    assert_eq!(
        error(&send("grant_type=refresh_token")).1,
        "invalid_request"
    );
}

#[test]
fn a_browser_gets_a_cookie_and_nothing_in_the_address() {
    let stage = Stage::new();
    let address = stage.url("/api/v1/auth/google/authorize?next=/here?x=y");
    let mut visitor = Visitor::new();
    let page = come_back(&mut visitor, &address);
    assert_eq!(page.status, 303);
    assert_eq!(page.location(), Some(stage.url("/here?x=y").as_str()));
    let cookies: Vec<&str> = page
        .headers
        .iter()
        .filter(|(name, _)| name == "set-cookie")
        .map(|(_, value)| value.as_str())
        .collect();
    let refresh = cookies
        .iter()
        .find(|cookie| cookie.starts_with("refresh="))
        .unwrap();
    assert!(
        refresh.contains("HttpOnly") && refresh.contains("SameSite=Strict"),
        "{refresh}"
    );
    let login = cookies
        .iter()
        .find(|cookie| cookie.starts_with("login="))
        .unwrap();
    assert!(
        login.contains("Max-Age=0"),
        "what it began with is gone: {login}"
    );
    let kind = [("Content-Type", "application/json")];
    let refreshed = visitor
        .send("POST", &stage.url("/api/v1/auth/refresh"), &kind, "{}")
        .unwrap();
    assert_eq!(refreshed.status, 200, "{}", refreshed.body);
    assert!(!refreshed.body.contains("refresh_token"));
    let done = come_back(
        &mut Visitor::new(),
        &stage.url("/api/v1/auth/google/authorize"),
    );
    assert!(
        done.status == 200 && done.body.contains("You are signed in"),
        "{}",
        done.body
    );
}

/// Rows 1, 2 and 4: a token with anything wrong gives no session, and the log says so.
#[test]
fn a_token_with_anything_wrong_signs_nobody_in() {
    let stage = Stage::new();
    stage.code();
    for name in [
        Name::AlgNone,
        Name::Hs256WithPublicKey,
        Name::Hs256WithClientSecret,
        Name::ForeignKeyKnownKid,
        Name::JwkHeader,
        Name::JkuHeader,
        Name::X5uHeader,
        Name::CritHeader,
        Name::TamperedPayload,
        Name::WrongNonce,
        Name::NoNonce,
        Name::WrongAud,
        Name::AudListWithoutAzp,
        Name::AudListOtherAzp,
        Name::WrongIss,
        Name::Expired,
        Name::NoExp,
        Name::NoIat,
        Name::FutureIat,
        Name::NoSub,
        Name::EmptySub,
    ] {
        stage.double.fault(Fault::once(name));
        let page = come_back(&mut Visitor::new(), &stage.program(&[]));
        assert_eq!(page.status, 400, "{name:?}");
        assert_eq!(
            (page.location(), page.header("set-cookie")),
            (None, None),
            "{name:?}"
        );
    }
    assert_eq!(
        stage.place.sql("SELECT count(*) FROM authorization_codes"),
        "1"
    );
    assert_eq!(stage.users(), "ana@example.com|t|t");
    let log = stage.server.log();
    assert_eq!(
        log.matches("sign-in through the provider refused").count(),
        21,
        "{log}"
    );
    assert!(
        !log.contains("ana@example.com") && !log.contains("eyJ"),
        "{log}"
    );
}

/// Row 3, over one server.
#[test]
fn invented_keys_cost_the_provider_one_request_and_honest_ones_are_found() {
    let stage = Stage::new();
    stage.code();
    stage.double.rotate_keys().unwrap();
    stage.code();
    assert_eq!(stage.double.count(Route::Jwks), 2);
    stage.double.fault(Fault::always(Name::UnknownKid));
    for _ in 0..20 {
        let page = come_back(&mut Visitor::new(), &stage.program(&[]));
        assert_eq!(page.status, 400);
    }
    assert_eq!(stage.double.count(Route::Jwks), 2);
    stage.double.clear_faults();
    stage.code();
}

/// Row 5, and what else the provider can get wrong before anybody is sent there.
#[test]
fn a_discovery_document_of_another_issuer_sends_nobody_there() {
    let stage = Stage::new();
    for name in [Name::OtherIssuerInDiscovery, Name::Discovery503] {
        stage.double.fault(Fault::once(name));
        let page = Visitor::new().get(&stage.program(&[])).unwrap();
        assert_eq!((page.status, page.location()), (502, None), "{name:?}");
    }
    assert_eq!(stage.double.count(Route::Authorize), 0);
    stage.code();
}

/// Row 6.
#[test]
fn an_address_that_is_not_verified_opens_nothing() {
    let stage = Stage::new();
    stage.server.somebody("ana@example.com");
    let unverified = [
        Name::EmailUnverified,
        Name::EmailVerifiedString,
        Name::EmailVerifiedMissing,
        Name::NoEmail,
    ];
    for name in unverified {
        stage.double.fault(Fault::once(name));
        let page = come_back(&mut Visitor::new(), &stage.program(&[]));
        assert_eq!((page.status, page.location()), (403, None), "{name:?}");
        assert!(page.body.contains("has not verified"), "{}", page.body);
    }
    assert_eq!(
        stage.users(),
        "ana@example.com|f|f",
        "the one with the password is alone"
    );
}

/// Row 7, both ways round.
#[test]
fn an_account_with_the_same_address_is_another_account() {
    let stage = Stage::new();
    let attacker = stage.server.somebody("ana@example.com");
    let ana = stage.redeem(&[("code", &stage.code())]).json();
    assert_ne!(ana["user_id"], json!(attacker.id));
    assert_eq!(stage.users(), "ana@example.com|f|f\nana@example.com|t|t");
    let other = Person::new("200000000000000000002", "ana@example.com");
    stage.double.set_person(Some(other));
    let other = stage.redeem(&[("code", &stage.code())]).json();
    assert_ne!(
        other["user_id"], ana["user_id"],
        "the same address at another `sub`"
    );
    assert_ne!(other["user_id"], json!(attacker.id));
    let moved = Person::new(&Person::ana().sub, "ana@elsewhere.example");
    stage.double.set_person(Some(moved));
    let again = stage.redeem(&[("code", &stage.code())]).json();
    assert_eq!(
        again["user_id"], ana["user_id"],
        "another address, the same person"
    );
    assert_eq!(again["email"], "ana@elsewhere.example");
}

/// Row 8: login CSRF.
#[test]
fn a_state_is_good_once_for_ten_minutes_in_one_browser() {
    let stage = Stage::new();
    let begin = |visitor: &mut Visitor| {
        let asked = visitor.get(&stage.program(&[])).unwrap();
        let back = visitor.get(asked.location().unwrap()).unwrap();
        back.location().unwrap().to_owned()
    };
    let refused = |visitor: &mut Visitor, back: &str, why: &str| {
        let page = visitor.get(back).unwrap();
        assert_eq!(page.status, 400, "{why}");
        assert_eq!(
            (page.location(), page.header("set-cookie")),
            (None, None),
            "{why}"
        );
    };
    let mut ana = Visitor::new();
    let back = begin(&mut ana);
    refused(&mut Visitor::new(), &back, "a browser without a cookie");
    let mut eve = Visitor::new();
    begin(&mut eve);
    refused(&mut eve, &back, "another browser");
    let state = word(&back, "state").unwrap();
    let changed = |to: &str| back.replace(&state, to);
    refused(&mut ana, &changed(&"A".repeat(43)), "another state");
    refused(&mut ana, &changed(""), "an empty state");
    refused(&mut ana, &back.replace("state=", "stat="), "no state");
    refused(&mut ana, &format!("{back}&state={state}"), "two states");
    assert_eq!(ana.get(&back).unwrap().status, 303, "nobody could spoil it");
    let again = begin(&mut ana);
    assert_eq!(ana.get(&again).unwrap().status, 303);
    let old = begin(&mut ana);
    stage
        .place
        .sql("UPDATE login_states SET expires_at = now()");
    refused(&mut ana, &old, "too old");
    assert_eq!(stage.sessions(), "0");
}

/// Row 9.
#[test]
fn a_code_used_twice_ends_the_session_of_the_first_time() {
    let stage = Stage::new();
    let mut ana = Visitor::new();
    let asked = ana.get(&stage.program(&[])).unwrap();
    let back = ana.get(asked.location().unwrap()).unwrap();
    let back = back.location().unwrap();
    let code = ana.get(back).unwrap();
    let code = word(code.location().unwrap(), "code").unwrap();
    assert_eq!(
        ana.get(back).unwrap().status,
        400,
        "the callback a second time"
    );
    let tokens = stage.redeem(&[("code", &code)]);
    assert_eq!(
        tokens.status,
        200,
        "the first code is none the worse: {}",
        tokens.text()
    );
    let other = stage.redeem(&[("code", &stage.code())]);
    assert_eq!(stage.sessions(), "2");
    assert_eq!(error(&stage.redeem(&[("code", &code)])), invalid_grant());
    assert_eq!(
        stage.sessions(),
        "1",
        "the session of that code has ended, the other lives"
    );
    let refresh = |tokens: &Reply| {
        let sent = json!({"client": "cli", "refresh_token": tokens.json()["refresh_token"]});
        stage.server.post("/api/v1/auth/refresh", &sent).status
    };
    assert_eq!((refresh(&tokens), refresh(&other)), (401, 200));
}

/// Several at once: one gets the session, and it ends when the others are seen.
#[test]
fn of_those_who_redeem_a_code_at_once_none_keeps_a_session() {
    let stage = Stage::new();
    for _ in 0..5 {
        let code = stage.code();
        let mut statuses: Vec<u16> = std::thread::scope(|scope| {
            let redeem = || scope.spawn(|| stage.redeem(&[("code", &code)]).status);
            let all: Vec<_> = (0..8).map(|_| redeem()).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 400, 400, 400, 400, 400, 400, 400]);
        assert_eq!(stage.sessions(), "0");
    }
}

/// Row 10.
#[test]
fn an_error_of_the_provider_is_a_neutral_page() {
    let stage = Stage::new();
    let browser = stage.url("/api/v1/auth/google/authorize");
    for name in [Name::AccessDenied, Name::ScriptInDescription] {
        stage.double.fault(Fault::once(name));
        let page = come_back(&mut Visitor::new(), &browser);
        assert_eq!(
            (page.status, page.header("set-cookie")),
            (400, None),
            "{name:?}"
        );
        assert!(page.body.contains("was cancelled"), "{}", page.body);
        assert!(!page.body.contains("script"), "{}", page.body);
    }
    stage.double.fault(Fault::once(Name::AccessDenied));
    let spanish = come_back(&mut Visitor::new().speaking("es-CL,es;q=0.9"), &browser);
    assert!(
        spanish.body.contains("No ha iniciado sesión"),
        "{}",
        spanish.body
    );
    // A program is told in one of two words, so that it need not wait.
    for (name, told) in [
        (Name::AccessDenied, "access_denied"),
        (Name::ScriptInDescription, "server_error"),
    ] {
        stage.double.fault(Fault::once(name));
        let page = come_back(&mut Visitor::new(), &stage.program(&[]));
        let back = page.location().unwrap();
        assert_eq!(word(back, "error").as_deref(), Some(told));
        assert_eq!(word(back, "state").as_deref(), Some("the program's state"));
        assert!(!back.contains("script"), "{back}");
    }
    assert_eq!(stage.sessions(), "0");
}

/// Row 11.
#[test]
fn a_provider_that_fails_is_answered_for_in_time_and_nobody_waits_for_it() {
    let stage = Stage::new();
    for name in [
        Name::Token503,
        Name::TokenHtml,
        Name::TokenReset,
        Name::TokenHuge,
        Name::NoIdToken,
        Name::GarbageJwks,
        Name::Jwks503,
    ] {
        stage.double.fault(Fault::once(name));
        let page = come_back(&mut Visitor::new(), &stage.program(&[]));
        assert_eq!(
            (page.status, page.header("set-cookie")),
            (502, None),
            "{name:?}"
        );
    }
    stage.double.fault(Fault::always(Name::TokenHang));
    let began = std::time::Instant::now();
    std::thread::scope(|scope| {
        let wait = || come_back(&mut Visitor::new(), &stage.program(&[])).status;
        let waiting: Vec<_> = (0..20).map(|_| scope.spawn(wait)).collect();
        while stage.double.count(Route::Token) < 27 {
            std::thread::yield_now();
        }
        assert_eq!(stage.server.get("/healthz").status, 200);
        assert_eq!(
            stage.server.get("/readyz").status,
            200,
            "no connection to the database waits"
        );
        for one in waiting {
            assert_eq!(one.join().unwrap(), 502);
        }
    });
    assert!(began.elapsed().as_secs() <= 10, "{:?}", began.elapsed());
    stage.double.clear_faults();
    stage.code();
}

/// Row 12, and row 43: nothing of it comes from the `Host` header.
#[test]
fn what_is_asked_of_the_provider_comes_from_the_settings() {
    let stage = Stage::with(&[("LUKA_SERVER_PUBLIC_URL", "https://luka.example.org")]);
    let ask = Ask::new("GET", "/api/v1/auth/google/authorize")
        .header("x-forwarded-host", "evil.example")
        .header("forwarded", "host=evil.example");
    let reply = stage.server.send(&ask);
    assert_eq!(reply.status, 303);
    let (to, word) = (reply.header("location"), |name| {
        word(reply.header("location"), name)
    });
    assert!(
        to.starts_with(&format!("{}/authorize?", stage.double.issuer())),
        "{to}"
    );
    let url = Url::parse(to).unwrap();
    let mut names: Vec<String> = url
        .query_pairs()
        .map(|(name, _)| name.into_owned())
        .collect();
    names.sort_unstable();
    let expected = [
        "client_id",
        "code_challenge",
        "code_challenge_method",
        "nonce",
        "redirect_uri",
        "response_type",
        "scope",
        "state",
    ];
    assert_eq!(names, expected);
    assert_eq!(word("client_id").as_deref(), Some(CLIENT_ID));
    assert_eq!(word("response_type").as_deref(), Some("code"));
    assert_eq!(word("scope").as_deref(), Some("openid email"));
    assert_eq!(word("code_challenge_method").as_deref(), Some("S256"));
    let back = "https://luka.example.org/api/v1/auth/google/callback";
    assert_eq!(word("redirect_uri").as_deref(), Some(back));
    let secrets = ["state", "nonce", "code_challenge"].map(|name| word(name).unwrap());
    assert!(
        secrets.iter().all(|secret| secret.len() == 43),
        "{secrets:?}"
    );
    assert!(secrets[0] != secrets[1] && secrets[1] != secrets[2]);
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("__Host-login="), "{cookie}");
    for flag in [
        "Secure",
        "HttpOnly",
        "SameSite=Lax",
        "Path=/",
        "Max-Age=600",
    ] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

/// Row 13.
#[test]
fn a_program_without_pkce_s256_gets_nothing() {
    let stage = Stage::new();
    for changes in [
        &[("code_challenge", None), ("code_challenge_method", None)][..],
        &[("code_challenge", None)],
        &[("code_challenge_method", None)],
        &[("code_challenge_method", Some("plain"))],
        &[("code_challenge_method", Some("s256"))],
        &[("code_challenge", Some("short"))],
        &[("code_challenge", Some(""))],
        &[("response_type", Some("token"))],
        &[("response_type", None)],
        &[("client_id", Some("another"))],
    ] {
        let page = Visitor::new().get(&stage.program(changes)).unwrap();
        assert_eq!((page.status, page.location()), (400, None), "{changes:?}");
        assert_eq!(page.header("set-cookie"), None, "{changes:?}");
    }
    let code = stage.code();
    let (short, long) = ("a".repeat(42), "a".repeat(129));
    for verifier in [short.as_str(), &long, "", &"+".repeat(43)] {
        let reply = stage.redeem(&[("code", &code), ("code_verifier", verifier)]);
        assert_eq!(
            error(&reply),
            (400, "invalid_request".to_owned()),
            "{verifier}"
        );
    }
    let wrong = stage.redeem(&[("code", &code), ("code_verifier", &"a".repeat(43))]);
    assert_eq!(error(&wrong), invalid_grant());
    let mut without = json!({"grant_type": "authorization_code", "client_id": "luka-cli",
        "redirect_uri": BACK, "code": code});
    let reply = stage.server.post("/api/v1/auth/token", &without);
    assert_eq!(error(&reply), (400, "invalid_request".to_owned()));
    without["code_verifier"] = Value::Null;
    assert_eq!(
        stage.server.post("/api/v1/auth/token", &without).status,
        400
    );
    assert_eq!(
        stage.redeem(&[("code", &code)]).status,
        200,
        "the right one still does"
    );
}

/// Row 14.
#[test]
fn a_program_is_reached_on_the_loopback_alone() {
    let stage = Stage::new();
    for redirect in [
        "http://evil.example/callback",
        "https://evil.example/callback",
        "http://127.0.0.1.evil.com/callback",
        "http://localhost:1/callback",
        "http://user@127.0.0.1:1/callback",
        "http://127.0.0.1@evil.example/callback",
        "http://127.0.0.1:1/other",
        "http://127.0.0.1:1/callback?x=y",
        "http://127.0.0.1:1/callback#x",
        "http://127.1:1/callback",
        "//127.0.0.1/callback",
        "/callback",
        "javascript:alert(1)",
        "",
    ] {
        let page = Visitor::new()
            .get(&stage.program(&[("redirect_uri", Some(redirect))]))
            .unwrap();
        assert_eq!((page.status, page.location()), (400, None), "{redirect}");
    }
    let page = Visitor::new()
        .get(&stage.program(&[("redirect_uri", None)]))
        .unwrap();
    assert_eq!((page.status, page.location()), (400, None));
    for redirect in ["http://127.0.0.1:65535/callback", "http://[::1]:7/callback"] {
        let address = stage.program(&[("redirect_uri", Some(redirect))]);
        let page = come_back(&mut Visitor::new(), &address);
        assert!(page.location().unwrap().starts_with(redirect), "{redirect}");
    }
    assert_eq!(stage.double.count(Route::Authorize), 2);
}

/// Row 42.
#[test]
fn a_browser_is_sent_to_a_page_of_ours_alone() {
    let stage = Stage::with(&[("LUKA_SERVER_ALLOWED_ORIGINS", "https://app.example.org")]);
    let bad = [
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "https://evil.example/",
        "%2f%2fevil.example",
        "/%2fevil.example",
        "/x\r\nSet-Cookie: a=b",
        "https://app.example.org.evil.example/",
        "javascript:alert(1)",
    ];
    let address = |name: &str, page: &str| {
        let page: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
        stage.url(&format!("/api/v1/auth/google/authorize?{name}={page}"))
    };
    for page in bad {
        let done = come_back(&mut Visitor::new(), &address("next", page));
        assert_eq!(
            (done.status, done.location()),
            (200, None),
            "{page}: the local default"
        );
        let refused = Visitor::new().get(&address("redirect_uri", page)).unwrap();
        assert_eq!((refused.status, refused.location()), (400, None), "{page}");
    }
    for (page, to) in [
        (
            "https://app.example.org/in?x=y",
            "https://app.example.org/in?x=y".to_owned(),
        ),
        ("/here", stage.url("/here")),
    ] {
        let done = come_back(&mut Visitor::new(), &address("redirect_uri", page));
        assert_eq!(done.location(), Some(to.as_str()));
        assert!(!to.contains("code"), "the session is in the cookie");
    }
}

/// Row 15.
#[test]
fn a_code_is_for_one_program_at_one_address_for_a_minute() {
    let stage = Stage::new();
    let code = stage.code();
    for changes in [
        [("client_id", "another"), ("code", &code)],
        [
            ("redirect_uri", "http://127.0.0.1:2/callback"),
            ("code", &code),
        ],
        [("code", "x"), ("client_id", "luka-cli")],
        [("code", &"A".repeat(43)), ("client_id", "luka-cli")],
    ] {
        assert_eq!(
            error(&stage.redeem(&changes)),
            invalid_grant(),
            "{changes:?}"
        );
    }
    let left =
        "SELECT extract(epoch FROM expires_at - now()) BETWEEN 30 AND 60 FROM authorization_codes";
    assert_eq!(stage.place.sql(left), "t");
    stage
        .place
        .sql("UPDATE authorization_codes SET expires_at = now()");
    assert_eq!(error(&stage.redeem(&[("code", &code)])), invalid_grant());
    assert_eq!(stage.sessions(), "0");
}

/// Row 24: what a copy of the database holds of a login on its way opens nothing.
#[test]
fn the_database_knows_neither_state_nor_code_nor_cookie() {
    let stage = Stage::new();
    let mut ana = Visitor::new();
    let asked = ana.get(&stage.program(&[])).unwrap();
    let dump = |table: &str| stage.place.sql(&format!("SELECT * FROM {table}"));
    let state = word(asked.location().unwrap(), "state").unwrap();
    let nonce = word(asked.location().unwrap(), "nonce").unwrap();
    let cookie = ana
        .cookie(&stage.server.address.to_string(), "login")
        .unwrap()
        .to_owned();
    let hex = |text: &str| {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
        data_encoding::HEXLOWER.encode(&bytes)
    };
    for secret in [&state, &nonce, &cookie] {
        let dump = dump("login_states");
        assert!(
            !dump.contains(secret.as_str()) && !dump.contains(&hex(secret)),
            "{dump}"
        );
    }
    let code = stage.code();
    let codes = dump("authorization_codes");
    assert!(
        !codes.contains(&code) && !codes.contains(&hex(&code)),
        "{codes}"
    );
    let log = stage.server.log();
    for secret in [&state, &nonce, &cookie, &code, &VERIFIER.to_owned()] {
        assert!(!log.contains(secret.as_str()), "{log}");
    }
}

/// Two replicas: what began at one may come back at the other.
#[test]
fn a_login_may_begin_at_one_replica_and_end_at_another() {
    let (place, double) = (Place::new(), Double::start().unwrap());
    // Both are reached at one address, as behind a proxy.
    let public = [("LUKA_SERVER_PUBLIC_URL", "http://127.0.0.1:1")];
    let (one, other) = (
        server(&place, &double, &public),
        server(&place, &double, &public),
    );
    let begun = one.get("/api/v1/auth/google/authorize");
    let cookie = begun
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let back = Visitor::new().get(begun.header("location")).unwrap();
    let back = Url::parse(back.location().unwrap()).unwrap();
    let path = format!("{}?{}", back.path(), back.query().unwrap());
    let done = other.send(&Ask::new("GET", &path).header("cookie", &cookie));
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(done.header("set-cookie").contains("refresh="));
}

/// Who is disabled does not come in through the provider either.
#[test]
fn who_is_disabled_stays_out() {
    let stage = Stage::new();
    let code = stage.code();
    stage.place.sql("UPDATE users SET is_disabled = true");
    assert_eq!(error(&stage.redeem(&[("code", &code)])), invalid_grant());
    let page = come_back(&mut Visitor::new(), &stage.program(&[]));
    assert_eq!((page.status, page.location()), (403, None));
}

#[test]
fn without_a_provider_there_is_nothing_there() {
    let place = Place::new();
    let server = place.server();
    for path in ["authorize", "callback"] {
        assert_eq!(
            server.get(&format!("/api/v1/auth/google/{path}")).status,
            404
        );
    }
}

/// Attempts that come at the same moment are counted, and are not too many for that.
#[test]
fn who_asks_often_at_once_is_not_told_to_wait_before_there_is_reason() {
    let place = Place::new();
    let server = place.server();
    let sent = json!({"grant_type": "refresh_token", "client_id": "luka-cli",
        "refresh_token": "A".repeat(43)});
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let ask = || scope.spawn(|| server.post("/api/v1/auth/token", &sent).status);
        let all: Vec<_> = (0..40).map(|_| ask()).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(statuses.iter().all(|status| *status == 400), "{statuses:?}");
    assert_eq!(place.sql("SELECT failures FROM attempts"), "40");
}
