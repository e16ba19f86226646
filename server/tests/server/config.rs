//! Account configuration: documents, versions, limits.

use serde_json::{Value, json};

use crate::rig::{Ask, Person, Place, Reply, Server};

struct Config<'a>(&'a Server, &'a Person);

impl Config<'_> {
    fn ask(&self, method: &str, path: &str) -> Ask {
        Ask::new(method, &format!("/api/v1/config{path}")).by(self.1)
    }

    fn get(&self, path: &str) -> Reply {
        self.0.send(&self.ask("GET", path))
    }

    fn put(&self, path: &str, value: &Value) -> Reply {
        self.0.send(&self.ask("PUT", path).json(value))
    }

    fn put_if(&self, path: &str, value: &Value, header: &str, etag: &str) -> Reply {
        self.0
            .send(&self.ask("PUT", path).header(header, etag).json(value))
    }

    fn patch(&self, path: &str, value: &Value) -> Reply {
        self.0.send(&self.ask("PATCH", path).json(value))
    }
}

#[test]
fn a_document_comes_back_as_it_was() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let config = Config(&server, &rosa);
    assert_eq!(config.get("/x").status, 404);
    for text in [
        "null",
        "true",
        "0.1",
        "12345678901234567890.123456789",
        "\"ñandú \\u0001 🦙\"",
        "[1, [2, [3]]]",
        "{ \"b\": 1, \"a\": { \"é\": [] } }",
        "\"'; DROP TABLE config; --\"",
    ] {
        let put = config
            .ask("PUT", "/x")
            .body("application/json", text.as_bytes());
        let put = server.send(&put);
        assert!([200, 201].contains(&put.status), "{text}: {}", put.text());
        let got = config.get("/x");
        assert_eq!(
            (got.text().as_str(), got.header("etag")),
            (text, put.header("etag"))
        );
    }
}

/// A lost update is refused.
#[test]
fn who_writes_over_what_they_have_not_seen_is_told() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let config = Config(&server, &rosa);
    assert_eq!(
        config
            .put_if("/theme", &json!("dark"), "if-match", "\"1\"")
            .status,
        412
    );
    let first = config.put_if("/theme", &json!("dark"), "if-none-match", "*");
    assert_eq!(first.status, 201);
    assert_eq!(
        config
            .put_if("/theme", &json!("light"), "if-none-match", "*")
            .status,
        412
    );
    let etag = first.header("etag").to_owned();
    let second = config.put_if("/theme", &json!("light"), "if-match", &etag);
    assert_eq!(second.status, 200);
    assert_eq!(
        config
            .put_if("/theme", &json!("mono"), "if-match", &etag)
            .status,
        412
    );
    assert_eq!(config.get("/theme").json(), json!("light"));
    let again = config
        .ask("GET", "/theme")
        .header("if-none-match", second.header("etag"));
    assert_eq!(server.send(&again).status, 304);
    assert_eq!(
        config
            .put_if("/theme", &json!("light"), "if-match", "*")
            .status,
        200
    );
    let same = config.get("/theme");
    assert_eq!(
        same.header("etag"),
        second.header("etag"),
        "writing the same is no change"
    );
}

/// Row 47, over two replicas: of writers that all saw the same version one wins.
#[test]
fn of_writers_at_once_one_wins() {
    let place = Place::new();
    let (one, other) = (place.server(), place.server());
    let rosa = one.somebody("rosa@ejemplo.cl");
    let etag = Config(&one, &rosa)
        .put("/theme", &json!("dark"))
        .header("etag")
        .to_owned();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let write = |number: usize| {
            let (server, rosa, etag) = (
                if number.is_multiple_of(2) {
                    &one
                } else {
                    &other
                },
                &rosa,
                &etag,
            );
            scope.spawn(move || {
                let value = json!(format!("theme {number}"));
                Config(server, rosa)
                    .put_if("/theme", &value, "if-match", etag)
                    .status
            })
        };
        let all: Vec<_> = (0..16).map(write).collect();
        all.into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert_eq!(
        statuses.iter().filter(|&&status| status == 200).count(),
        1,
        "{statuses:?}"
    );
    assert!(
        statuses.iter().all(|status| [200, 412].contains(status)),
        "{statuses:?}"
    );
}

#[test]
fn all_documents_are_one_object() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let config = Config(&server, &rosa);
    assert_eq!(config.get("").json(), json!({}));
    let all = json!({"theme": "dark", "locale": "es-CL", "base_currency": "CLP"});
    let put = config.put("", &all);
    assert_eq!((put.status, put.json()), (200, all.clone()));
    let etag = put.header("etag").to_owned();
    assert_eq!(
        config.get("?fields=theme,locale").json(),
        json!({"theme": "dark", "locale": "es-CL"})
    );
    let patched = config.patch("", &json!({"theme": null, "preferences": {"a": {"b": 1}}}));
    assert_eq!(
        patched.json(),
        json!({"locale": "es-CL", "base_currency": "CLP", "preferences": {"a": {"b": 1}}})
    );
    assert_eq!(config.put_if("", &all, "if-match", &etag).status, 412);
    let patched = config.patch("/preferences", &json!({"a": {"c": 2, "b": null}}));
    assert_eq!(patched.json(), json!({"a": {"c": 2}}));
    assert_eq!(config.get("/preferences?fields=none").json(), json!({}));
    assert_eq!(config.patch("/theme", &json!("x")).status, 404);
}

#[test]
fn earlier_values_can_be_had_back() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let config = Config(&server, &rosa);
    for theme in ["dark", "light", "mono"] {
        config.put("/theme", &json!(theme));
    }
    config.put("/locale", &json!("es-CL"));
    config.patch("", &json!({"theme": null}));
    let history = config.get("/history?key=theme").json();
    let values: Vec<&Value> = history["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["value"])
        .collect();
    assert_eq!(
        values,
        [
            &json!(null),
            &json!("mono"),
            &json!("light"),
            &json!("dark")
        ]
    );
    let back = config.put("/theme", values[2]);
    assert_eq!(
        (back.status, back.header("etag")),
        (201, "\"5\""),
        "a version never comes again"
    );
    for number in 0..60 {
        config.put("/counter", &json!(number));
    }
    let history = config.get("/history?key=counter").json();
    assert_eq!(history["history"].as_array().unwrap().len(), 50);
}

#[test]
fn a_document_has_limits_and_known_ones_a_form() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let config = Config(&server, &rosa);
    assert_eq!(
        config.put("/big", &json!("x".repeat(64 * 1024 - 2))).status,
        201
    );
    assert_eq!(
        config.put("/big", &json!("x".repeat(64 * 1024 - 1))).status,
        413
    );
    assert_eq!(config.put("/big", &json!("x".repeat(10 << 20))).status, 413);
    for (key, value) in [
        ("locale", json!(1)),
        ("base_currency", json!("pesos")),
        ("devices", json!({})),
    ] {
        assert_eq!(config.put(&format!("/{key}"), &value).status, 400, "{key}");
    }
    for key in ["Theme", "1a", "-", "a b", "a%20b", "%27", &"k".repeat(65)] {
        let status = config.put(&format!("/{key}"), &json!(1)).status;
        assert!([400, 404].contains(&status), "{key}: {status}");
    }
    let many: serde_json::Map<String, Value> =
        (0..10_000).map(|n| (format!("k{n}"), json!(1))).collect();
    let status = config.put("", &Value::Object(many)).status;
    assert!([409, 413].contains(&status), "{status}");
    for number in 0..99 {
        assert_eq!(config.put(&format!("/k{number}"), &json!(1)).status, 201);
    }
    assert_eq!(config.put("/one_more", &json!(1)).status, 409);
    assert_eq!(config.put("/k1", &json!(2)).status, 200);
}

/// Row 44: what is somebody's is nobody else's.
#[test]
fn nobody_sees_the_documents_of_another() {
    let place = Place::new();
    let server = place.server();
    let (rosa, juan) = (
        server.somebody("rosa@ejemplo.cl"),
        server.somebody("juan@ejemplo.cl"),
    );
    Config(&server, &rosa).put("/theme", &json!("dark"));
    let juans = Config(&server, &juan);
    assert_eq!(juans.get("/theme").status, 404);
    assert_eq!(juans.get("").json(), json!({}));
    assert_eq!(juans.get("/history").json(), json!({"history": []}));
    assert_eq!(juans.put("/theme", &json!("light")).status, 201);
    assert_eq!(Config(&server, &rosa).get("/theme").json(), json!("dark"));
    let path = format!("/api/v1/users/{}/config", rosa.id);
    assert_eq!(server.send(&Ask::new("GET", &path).by(&juan)).status, 404);
    assert_eq!(server.get("/api/v1/config/theme").status, 401);
}

/// Row 39.
#[test]
fn bad_json_is_refused_with_a_sentence() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let config = Config(&server, &rosa);
    let deep = "[".repeat(50_000);
    for body in [
        &b"{"[..],
        b"{\"a\":1,\"a\":2}",
        b"NaN",
        b"\"\xff\xfe\"",
        b"\"\\ud800\"",
        b"\"\\u0000\"",
        b"\"\0\"",
        b"1 2",
        b"[1,]",
        deep.as_bytes(),
    ] {
        let put = config.ask("PUT", "/x").body("application/json", body);
        let reply = server.send(&put);
        assert_eq!(
            reply.problem(),
            (400, "urn:luka:problem:malformed".to_owned())
        );
        assert_eq!(reply.header("content-type"), "application/problem+json");
    }
    let text = config.ask("PUT", "/x").body("text/plain", b"1");
    assert_eq!(server.send(&text).status, 415);
}
