//! Postgres away, slow, restarted: a sentence and a time to come back, and then all is well again.
//! Row 50 of the attacks on the server.

use std::process::{Child, Command, Stdio};

use serde_json::json;

use crate::rig::{Ask, Gate, Person, Place, Reply, Server};

fn me(server: &Server, person: &Person) -> Reply {
    server.send(&Ask::new("GET", "/api/v1/users/me").by(person))
}

fn assert_unavailable(reply: &Reply) {
    assert_eq!(
        reply.problem(),
        (503, "urn:luka:problem:unavailable".to_owned())
    );
    assert_eq!(reply.header("retry-after"), "1");
}

/// Until the server answers as it should; each try is a request that ends.
fn recovers(server: &Server, person: &Person) {
    let recovered = (0..200).any(|_| me(server, person).status == 200);
    assert!(recovered, "{}", server.log());
}

#[test]
fn without_postgres_there_is_an_answer_and_with_it_all_is_well_again() {
    let (place, gate) = (Place::new(), Gate::new());
    let mut command = place.behind(&gate);
    command.arg("serve");
    let server = Server::start(command);
    let rosa = server.somebody("rosa@ejemplo.cl");
    gate.shut();
    assert_unavailable(&me(&server, &rosa));
    let refresh = json!({"refresh_token": rosa.refresh, "client": "cli"});
    assert_unavailable(&server.post("/api/v1/auth/refresh", &refresh));
    assert_unavailable(&server.get("/readyz"));
    assert_eq!(server.get("/healthz").status, 200);
    gate.open();
    recovers(&server, &rosa);
    assert_eq!(
        server.post("/api/v1/auth/refresh", &refresh).status,
        200,
        "the token was not spent"
    );
    for secret in ["luka:", "postgres://", "rosa"] {
        assert!(!server.log().contains(secret), "{secret}");
    }
}

#[test]
fn connections_that_postgres_ended_are_replaced() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let end = format!(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
         WHERE datname = '{}' AND pid <> pg_backend_pid()",
        place.database
    );
    for _ in 0..3 {
        place.sql(&end);
        recovers(&server, &rosa);
    }
}

/// Holds a table until it is dropped.
struct Lock(Child);

impl Lock {
    fn take(place: &Place, url: &str, table: &str) -> Self {
        let sql =
            format!("BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600);");
        let mut psql = Command::new("psql");
        let psql = psql
            .arg(url)
            .args(["-X", "-q", "-c", &sql])
            .stdout(Stdio::null());
        let lock = Self(psql.stderr(Stdio::null()).spawn().unwrap());
        let held = "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted \
                    AND relation = 'sessions'::regclass";
        while place.sql(held) != "1" {}
        lock
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Slow, and all connections taken: nobody waits for longer than the limits say, nothing leaks.
#[test]
fn a_slow_postgres_and_a_pool_without_a_free_connection_are_no_end() {
    let place = Place::new();
    let server = place.server_with(&[("LUKA_SERVER_DATABASE_CONNECTIONS", "4")]);
    let rosa = server.somebody("rosa@ejemplo.cl");
    let lock = Lock::take(&place, place.url(), "sessions");
    let replies: Vec<Reply> = std::thread::scope(|scope| {
        let crowd: Vec<_> = (0..40)
            .map(|_| scope.spawn(|| me(&server, &rosa)))
            .collect();
        assert_eq!(server.get("/healthz").status, 200);
        crowd
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    replies.iter().for_each(assert_unavailable);
    drop(lock);
    place.sql(&format!(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
         WHERE datname = '{}' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()",
        place.database
    ));
    recovers(&server, &rosa);
    let held = format!(
        "SELECT count(*) <= 4 FROM pg_stat_activity WHERE datname = '{}' AND application_name = 'luka-server'",
        place.database
    );
    assert_eq!(place.sql(&held), "t");
}

/// Row 48.
#[test]
fn sql_in_every_field_is_text() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let evil = "'; DROP TABLE users; --";
    server.post(
        "/api/v1/auth/login",
        &json!({"email": format!("{evil}@b.cl"), "password": evil}),
    );
    server.post(
        "/api/v1/auth/login",
        &json!({"email": "o'hara@b.cl", "password": evil, "device_name": evil}),
    );
    server.post(
        "/api/v1/auth/refresh",
        &json!({"refresh_token": evil, "client": "cli"}),
    );
    let patch = Ask::new("PATCH", "/api/v1/users/me")
        .by(&rosa)
        .json(&json!({"display_name": evil}));
    assert_eq!(server.send(&patch).json()["display_name"], evil);
    let put = Ask::new("PUT", "/api/v1/config/x")
        .by(&rosa)
        .json(&json!({evil: evil}));
    assert_eq!(server.send(&put).status, 201);
    for (path, status) in [
        ("/api/v1/config/history?key=%27%3B--", 400),
        ("/api/v1/config/x?fields=%27%3B--", 200),
    ] {
        let reply = server.send(&Ask::new("GET", path).by(&rosa));
        assert_eq!(reply.status, status, "{path}");
    }
    assert_eq!(
        server
            .send(&Ask::new("GET", "/api/v1/config/history?key=%00").by(&rosa))
            .status,
        400
    );
    assert_eq!(place.sql("SELECT count(*) FROM users"), "1");
}
