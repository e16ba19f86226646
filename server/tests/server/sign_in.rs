//! In, on and out: passwords, access tokens, refresh tokens, sessions.

use std::collections::BTreeSet;

use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use crate::rig::{Ask, PASSWORD, Person, Place, Reply, Server};

fn refresh(server: &Server, token: &str) -> Reply {
    let sent = json!({"refresh_token": token, "client": "cli"});
    server.post("/api/v1/auth/refresh", &sent)
}

fn me(server: &Server, person: &Person) -> Reply {
    server.send(&Ask::new("GET", "/api/v1/users/me").by(person))
}

#[test]
fn somebody_registers_logs_in_and_out() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("Rosa@ejemplo.cl");
    let shown = me(&server, &rosa).json();
    assert_eq!(shown["email"], "Rosa@ejemplo.cl");
    assert_eq!(shown["email_verified"], false);
    let out = server.send(&Ask::new("POST", "/api/v1/auth/logout").by(&rosa));
    assert_eq!(out.status, 204);
    assert_eq!(
        me(&server, &rosa).status,
        401,
        "the access token ends with its session"
    );
    assert_eq!(refresh(&server, &rosa.refresh).status, 401);
}

#[test]
fn an_answer_with_tokens_is_of_the_agreed_shape() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let sent = json!({"email": "rosa@ejemplo.cl", "password": PASSWORD, "client": "cli"});
    let reply = server.post("/api/v1/auth/login", &sent);
    let body = reply.json();
    let names: BTreeSet<&str> = body
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let expected = [
        "access_token",
        "email",
        "expires_in",
        "refresh_token",
        "token_type",
        "user_id",
    ];
    assert_eq!(names, BTreeSet::from(expected));
    assert_eq!(
        (&body["token_type"], &body["expires_in"]),
        (&json!("Bearer"), &json!(900))
    );
    assert_eq!(reply.header("cache-control"), "no-store");
}

#[test]
fn a_browser_gets_its_refresh_token_in_a_cookie_that_no_script_reads() {
    let place = Place::new();
    let server = place.server_with(&[("LUKA_SERVER_PUBLIC_URL", "https://luka.example.org")]);
    server.somebody("rosa@ejemplo.cl");
    let sent = json!({"email": "rosa@ejemplo.cl", "password": PASSWORD});
    let reply = server.post("/api/v1/auth/login", &sent);
    assert!(reply.json().get("refresh_token").is_none());
    let cookie = reply.header("set-cookie");
    let (pair, flags) = cookie.split_once("; ").unwrap();
    assert!(pair.starts_with("__Host-refresh="));
    assert_eq!(
        flags,
        "Max-Age=604800; Path=/; HttpOnly; SameSite=Strict; Secure"
    );
    let with_cookie = |origin: Option<&str>, media_type: &str| {
        let ask = Ask::new("POST", "/api/v1/auth/refresh").header("cookie", pair);
        let ask = ask.body(media_type, b"{}");
        server.send(&match origin {
            Some(origin) => ask.header("origin", origin),
            None => ask,
        })
    };
    let json = "application/json";
    for (origin, media_type, status) in [
        (Some("https://evil.example"), json, 403),
        (Some("null"), json, 403),
        (Some("https://luka.example.org.evil.example"), json, 403),
        (None, "text/plain", 415),
        (None, "application/x-www-form-urlencoded", 415),
        (Some("https://luka.example.org"), json, 200),
    ] {
        let reply = with_cookie(origin, media_type);
        assert_eq!(reply.status, status, "{origin:?} {media_type}");
    }
}

#[test]
fn the_password_form_of_oauth_logs_in() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let form = format!(
        "grant_type=password&username=rosa%40ejemplo.cl&password={}&client=cli",
        PASSWORD.replace(' ', "+")
    );
    let ask = Ask::new("POST", "/api/v1/auth/login");
    let reply = server.send(&ask.body("application/x-www-form-urlencoded", form.as_bytes()));
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert!(reply.json()["refresh_token"].is_string());
}

/// Row 29: nothing in an answer tells whether an address has an account.
#[test]
fn an_answer_does_not_tell_who_has_an_account() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let login = |email: &str| {
        server.post(
            "/api/v1/auth/login",
            &json!({"email": email, "password": "not her password"}),
        )
    };
    let register = |email: &str| {
        server.post(
            "/api/v1/auth/register",
            &json!({"email": email, "password": "another good password 7"}),
        )
    };
    let plain = |mut reply: Reply| {
        let mut body = reply.json();
        body.as_object_mut().unwrap().remove("request_id");
        reply.body = body.to_string().into_bytes();
        (reply.status, reply.text())
    };
    assert_eq!(
        plain(login("rosa@ejemplo.cl")),
        plain(login("nadie@ejemplo.cl"))
    );
    assert_eq!(
        plain(register("rosa@ejemplo.cl")),
        plain(register("otra@ejemplo.cl"))
    );
    assert_eq!(login("rosa@ejemplo.cl").status, 401);
    server.login("rosa@ejemplo.cl");
}

/// Row 30.
#[test]
fn a_password_that_is_short_long_common_or_odd_is_refused() {
    let place = Place::new();
    let server = place.server();
    let register = |password: &Value| {
        let sent = json!({"email": "rosa@ejemplo.cl", "password": password});
        server.post("/api/v1/auth/register", &sent).status
    };
    for (password, status) in [
        (json!("short"), 400),
        (json!("password123"), 400),
        (json!("x".repeat(300)), 400),
        (json!("x".repeat(1_000_000)), 413),
        (json!("good enough \u{0} with a NUL"), 400),
        (json!(null), 400),
        (
            json!(
                "a".repeat(3)
                    + " cañón bajo la lluvia y mucho más que eso para que sea de más de setenta y dos"
            ),
            202,
        ),
    ] {
        assert_eq!(register(&password), status, "{:.40}", password.to_string());
    }
    assert_eq!(place.sql("SELECT count(*) FROM users"), "1");
}

#[test]
fn a_long_password_counts_to_its_end_and_however_it_is_composed() {
    let place = Place::new();
    let server = place.server();
    let long = format!("{}-cañón-one", "copihue y lluvia en Chiloé ".repeat(4));
    let sent = json!({"email": "rosa@ejemplo.cl", "password": long});
    assert_eq!(server.post("/api/v1/auth/register", &sent).status, 202);
    let login = |password: &str| {
        let sent = json!({"email": "rosa@ejemplo.cl", "password": password});
        server.post("/api/v1/auth/login", &sent).status
    };
    assert_eq!(login(&long.replace("one", "two")), 401);
    assert_eq!(login(&long.replace('ñ', "n\u{303}")), 200);
}

/// Row 19.
#[test]
fn an_access_token_that_is_not_ours_or_not_alive_is_refused_alike() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let parts: Vec<&str> = rosa.access.split('.').collect();
    let [header, payload, signature] = parts[..] else {
        panic!("a JWT has three parts")
    };
    let decode = |part: &str| -> Value {
        serde_json::from_slice(&BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap()
    };
    let with = |part: &str, name: &str, value: Value| {
        let mut object = decode(part);
        object[name] = value;
        BASE64URL_NOPAD.encode(object.to_string().as_bytes())
    };
    let headers = [
        with(header, "alg", json!("none")),
        with(header, "alg", json!("HS256")),
        with(header, "alg", json!("ES256")),
        with(header, "kid", json!("018f0000-0000-7000-8000-000000000000")),
        with(header, "kid", json!("../../etc/passwd")),
        with(header, "jwk", json!({"kty": "oct", "k": "AAAA"})),
        with(header, "jku", json!("https://evil.example/jwks")),
        with(header, "x5u", json!("https://evil.example/x5u")),
        with(header, "crit", json!(["exp"])),
        with(header, "typ", json!("JWT")),
    ];
    let payloads = [
        with(payload, "exp", json!(1)),
        with(payload, "nbf", json!(9_999_999_999_u64)),
        with(payload, "aud", json!("other")),
        with(payload, "iss", json!("https://evil.example")),
        with(
            payload,
            "sub",
            json!("018f0000-0000-7000-8000-000000000000"),
        ),
    ];
    let mut tokens: Vec<String> = headers
        .iter()
        .map(|header| format!("{header}.{payload}.{signature}"))
        .collect();
    tokens.extend(
        payloads
            .iter()
            .map(|payload| format!("{header}.{payload}.{signature}")),
    );
    tokens.extend([
        format!("{}.{payload}.", headers[0]),
        format!("{header}.{payload}."),
        format!(
            "{header}.{payload}.{}",
            signature.replace(
                &signature[..1],
                if signature.starts_with('A') { "B" } else { "A" }
            )
        ),
        rosa.refresh.clone(),
        String::new(),
        "a.b.c".to_owned(),
    ]);
    let ask = |token: &str| {
        let value = format!("Bearer {token}");
        server.send(&Ask::new("GET", "/api/v1/users/me").header("authorization", &value))
    };
    for token in &tokens {
        assert_eq!(
            ask(token).problem(),
            (401, "urn:luka:problem:unauthenticated".to_owned()),
            "{token}"
        );
    }
    assert_eq!(ask(&rosa.access).status, 200);
    let in_query = format!("/api/v1/users/me?access_token={}", rosa.access);
    assert_eq!(server.get(&in_query).status, 401, "row 28");
    assert_eq!(
        refresh(&server, &rosa.access).status,
        401,
        "an access token refreshes nothing"
    );
}

/// Row 21: an answer that was lost logs nobody out.
#[test]
fn a_spent_token_shown_again_at_once_gets_the_same_successor() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let first = Person::of(&refresh(&server, &rosa.refresh));
    let again = Person::of(&refresh(&server, &rosa.refresh));
    assert_eq!(first.refresh, again.refresh);
    assert_eq!(refresh(&server, &again.refresh).status, 200);
    assert_eq!(
        place.sql("SELECT count(*) FROM refresh_tokens WHERE spent_at IS NULL"),
        "1"
    );
}

#[test]
fn of_many_refreshes_at_once_there_is_one_successor() {
    let place = Place::new();
    let (one, other) = (place.server(), place.server());
    let rosa = one.somebody("rosa@ejemplo.cl");
    let tokens: BTreeSet<String> = std::thread::scope(|scope| {
        let token = rosa.refresh.as_str();
        let refresh = |server| scope.spawn(move || Person::of(&refresh(server, token)).refresh);
        let all: Vec<_> = [&one, &other]
            .into_iter()
            .cycle()
            .take(20)
            .map(refresh)
            .collect();
        all.into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert_eq!(tokens.len(), 1, "{tokens:?}");
    assert_eq!(
        place.sql("SELECT count(*) FROM refresh_tokens WHERE spent_at IS NULL"),
        "1"
    );
}

/// Row 20.
#[test]
fn a_spent_token_shown_late_ends_its_whole_family_and_no_other() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let elsewhere = server.login("rosa@ejemplo.cl");
    let next = Person::of(&refresh(&server, &rosa.refresh));
    place.sql("UPDATE refresh_tokens SET spent_at = spent_at - interval '31 seconds' WHERE spent_at IS NOT NULL");
    assert_eq!(refresh(&server, &rosa.refresh).status, 401);
    assert_eq!(refresh(&server, &next.refresh).status, 401);
    assert_eq!(me(&server, &next).status, 401);
    assert_eq!(refresh(&server, &elsewhere.refresh).status, 200);
}

/// Row 22.
#[test]
fn a_session_lasts_seven_days_however_often_it_is_refreshed() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let rosa = Person::of(&refresh(&server, &rosa.refresh));
    let left = "SELECT expires_at - created_at = interval '7 days' FROM sessions";
    assert_eq!(place.sql(left), "t");
    place.sql("UPDATE sessions SET expires_at = now()");
    assert_eq!(refresh(&server, &rosa.refresh).status, 401);
    assert_eq!(me(&server, &rosa).status, 401);
}

/// Row 23.
#[test]
fn another_password_or_a_disabled_account_ends_sessions_at_once() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let elsewhere = server.login("rosa@ejemplo.cl");
    let change = |current: &str| {
        let sent = json!({"current_password": current, "new_password": "copihue en la lluvia 88"});
        server
            .send(
                &Ask::new("POST", "/api/v1/auth/password")
                    .by(&rosa)
                    .json(&sent),
            )
            .status
    };
    assert_eq!(change("not her password"), 401);
    assert_eq!(me(&server, &elsewhere).status, 200);
    assert_eq!(change(PASSWORD), 204);
    assert_eq!(me(&server, &elsewhere).status, 401);
    assert_eq!(refresh(&server, &elsewhere.refresh).status, 401);
    assert_eq!(me(&server, &rosa).status, 200, "who changed it stays");
    assert!(place.user("disable", "ROSA@ejemplo.cl", "").success());
    assert_eq!(me(&server, &rosa).status, 401);
    assert_eq!(refresh(&server, &rosa.refresh).status, 401);
    let sent = json!({"email": "rosa@ejemplo.cl", "password": "copihue en la lluvia 88"});
    let disabled = server.post("/api/v1/auth/login", &sent);
    assert_eq!(
        disabled.problem(),
        (401, "urn:luka:problem:wrong-credentials".to_owned())
    );
}

#[test]
fn sessions_are_listed_and_ended_one_by_one() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let elsewhere = server.login("rosa@ejemplo.cl");
    let juan = server.somebody("juan@ejemplo.cl");
    let list = |person: &Person| {
        let reply = server.send(&Ask::new("GET", "/api/v1/auth/sessions").by(person));
        reply.json()["sessions"].as_array().unwrap().clone()
    };
    let sessions = list(&rosa);
    assert_eq!(sessions.len(), 2);
    let other = sessions
        .iter()
        .find(|session| session["current"] == false)
        .unwrap();
    assert_eq!(other["device_name"], "laptop");
    let end = |id: &str, person: &Person| {
        let path = format!("/api/v1/auth/sessions/{id}");
        server.send(&Ask::new("DELETE", &path).by(person)).status
    };
    let id = other["id"].as_str().unwrap();
    assert_eq!(end(id, &juan), 404, "nobody ends another's");
    assert_eq!(end(id, &rosa), 204);
    assert_eq!(end(id, &rosa), 404);
    assert_eq!(me(&server, &elsewhere).status, 401);
    assert_eq!(list(&rosa).len(), 1);
    let third = server.login("rosa@ejemplo.cl");
    let all = Ask::new("DELETE", "/api/v1/auth/sessions").by(&rosa);
    assert_eq!(server.send(&all).status, 204);
    for person in [&rosa, &third] {
        assert_eq!(me(&server, person).status, 401);
        assert_eq!(refresh(&server, &person.refresh).status, 401);
    }
    assert_eq!(me(&server, &juan).status, 200);
}

/// Row 24.
#[test]
fn a_copy_of_the_database_opens_nothing() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let next = Person::of(&refresh(&server, &rosa.refresh));
    let mut dump = String::new();
    for table in ["users", "sessions", "refresh_tokens", "attempts"] {
        dump.push_str(&place.sql(&format!("SELECT * FROM {table}")));
    }
    for secret in [PASSWORD, &rosa.refresh, &rosa.access, &next.refresh] {
        assert!(!dump.contains(secret));
        let bytes = BASE64URL_NOPAD
            .decode(secret.as_bytes())
            .unwrap_or_default();
        let hex = data_encoding::HEXLOWER.encode(&bytes);
        assert!(hex.is_empty() || !dump.contains(&hex));
    }
    assert!(dump.contains("$argon2id$v=19$m=19456,t=2,p=1$"));
}

/// Row 32.
#[test]
fn guessing_from_one_address_has_to_wait_whatever_headers_it_sends() {
    let place = Place::new();
    let server = place.server();
    server.somebody("rosa@ejemplo.cl");
    let guess = |number: usize| {
        let sent =
            json!({"email": "rosa@ejemplo.cl", "password": format!("guess number {number}")});
        let ask = Ask::new("POST", "/api/v1/auth/login").json(&sent);
        let ask = ask.header("x-forwarded-for", &format!("203.0.113.{number}"));
        let ask = ask.header("forwarded", &format!("for=203.0.113.{number}"));
        server.send(&ask.header("x-real-ip", &format!("203.0.113.{number}")))
    };
    let replies: Vec<Reply> = (0..20).map(guess).collect();
    let limited = replies
        .iter()
        .find(|reply| reply.status == 429)
        .expect("a limit");
    assert!(limited.header("retry-after").parse::<u64>().unwrap() >= 1);
    assert!(replies.iter().take(5).all(|reply| reply.status == 401));
}

/// Rows 32 and 33, over two replicas: strangers from many addresses make an account wait, but not
/// the one who was in from here before.
#[test]
fn guessing_from_many_addresses_has_to_wait_and_shuts_nobody_out() {
    let place = Place::new();
    let trusting = [("LUKA_SERVER_TRUSTED_PROXIES", "127.0.0.1")];
    let (one, other) = (place.server_with(&trusting), place.server_with(&trusting));
    one.somebody("rosa@ejemplo.cl");
    let login = |server: &Server, password: &str, from: &str| {
        let sent = json!({"email": "rosa@ejemplo.cl", "password": password});
        let ask = Ask::new("POST", "/api/v1/auth/login").json(&sent);
        server.send(&ask.header("x-forwarded-for", from)).status
    };
    let guess = |number: usize| {
        let server = if number.is_multiple_of(2) {
            &one
        } else {
            &other
        };
        login(server, "a wrong guess", &format!("2001:db8:{number:x}::1"))
    };
    let statuses: Vec<u16> = (0..60).map(guess).collect();
    assert!(statuses.contains(&429), "{statuses:?}");
    assert_eq!(
        login(&one, PASSWORD, "127.0.0.1"),
        200,
        "who was here before gets in"
    );
}

/// Row 31: the door stays open for others while passwords are hashed.
#[test]
fn a_crowd_at_the_door_is_told_to_come_again() {
    let place = Place::new();
    let trusting = [("LUKA_SERVER_TRUSTED_PROXIES", "127.0.0.1")];
    let server = place.server_with(&trusting);
    let login = |number: usize| {
        let sent = json!({"email": format!("p{number}@ejemplo.cl"), "password": "whatever it is"});
        let ask = Ask::new("POST", "/api/v1/auth/login").json(&sent);
        server.send(&ask.header("x-forwarded-for", &format!("2001:db8:{number:x}::1")))
    };
    let replies: Vec<Reply> = std::thread::scope(|scope| {
        let login = &login;
        let crowd: Vec<_> = (0..200)
            .map(|number| scope.spawn(move || login(number)))
            .collect();
        assert_eq!(server.get("/healthz").status, 200);
        crowd
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let busy: Vec<&Reply> = replies.iter().filter(|reply| reply.status == 503).collect();
    assert!(!busy.is_empty());
    assert!(
        busy.iter()
            .all(|reply| !reply.header("retry-after").is_empty())
    );
    assert!(
        replies
            .iter()
            .all(|reply| [401, 503].contains(&reply.status))
    );
    let peak = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap();
    let peak = peak.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    let kib: u64 = peak.split_whitespace().nth(1).unwrap().parse().unwrap();
    assert!(kib < 150 * 1024, "{peak}");
}

/// Row 49, and that no log of a whole run holds a token, an address or a password.
#[test]
fn logs_hold_lines_of_json_and_no_secret() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let next = Person::of(&refresh(&server, &rosa.refresh));
    let nasty = "evil\u{1b}[2J@ejemplo.cl\r\nINFO: all is well";
    server.post(
        "/api/v1/auth/login",
        &json!({"email": nasty, "password": PASSWORD}),
    );
    let ask = Ask::new("GET", "/api/v1/users/me?token=planted-secret").by(&next);
    server.send(&ask.header("user-agent", "\u{1b}[31mred"));
    let log = server.log();
    assert!(log.contains("\"answered\""));
    for line in log.lines() {
        assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
    }
    for secret in [
        PASSWORD,
        "rosa@",
        "ejemplo",
        &rosa.access,
        &rosa.refresh,
        &next.refresh,
        "planted-secret",
        "all is well",
        "\u{1b}",
    ] {
        assert!(!log.contains(secret), "{secret}");
    }
}
