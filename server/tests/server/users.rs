//! `/users`: who may see and change whom.

use serde_json::json;

use crate::rig::{Ask, PASSWORD, Person, Place, Server};

fn get(server: &Server, path: &str, person: &Person) -> u16 {
    server.send(&Ask::new("GET", path).by(person)).status
}

/// Rows 44 and 45.
#[test]
fn a_person_sees_themself_and_a_superuser_everybody() {
    let place = Place::new();
    let server = place.server();
    let (rosa, juan) = (
        server.somebody("rosa@ejemplo.cl"),
        server.somebody("juan@ejemplo.cl"),
    );
    let of = |person: &Person| format!("/api/v1/users/{}", person.id);
    assert_eq!(get(&server, &of(&rosa), &rosa), 200);
    let somebody = server.send(&Ask::new("GET", &of(&juan)).by(&rosa));
    let nobody = "/api/v1/users/018f0000-0000-7000-8000-000000000000";
    let nobody = server.send(&Ask::new("GET", nobody).by(&rosa));
    assert_eq!(somebody.problem(), nobody.problem());
    assert_eq!(somebody.status, 404);
    for odd in ["1", "../users", "me%00", "'--"] {
        assert_eq!(
            get(&server, &format!("/api/v1/users/{odd}"), &rosa),
            404,
            "{odd}"
        );
    }
    assert_eq!(get(&server, "/api/v1/users", &rosa), 403);
    assert!(place.user("promote", "rosa@ejemplo.cl", "").success());
    assert_eq!(get(&server, "/api/v1/users", &rosa), 200);
    assert_eq!(get(&server, &of(&juan), &rosa), 200);
    assert!(place.user("demote", "rosa@ejemplo.cl", "").success());
    assert_eq!(
        get(&server, "/api/v1/users", &rosa),
        403,
        "with the same token"
    );
}

#[test]
fn people_are_listed_page_by_page() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    place.user("promote", "rosa@ejemplo.cl", "");
    place.sql(
        "INSERT INTO users (id, email, email_folded) \
         SELECT gen_random_uuid(), 'p' || n, 'p' || n FROM generate_series(1, 249) n",
    );
    let (mut seen, mut path) = (Vec::new(), "/api/v1/users".to_owned());
    loop {
        let page = server.send(&Ask::new("GET", &path).by(&rosa)).json();
        let users = page["users"].as_array().unwrap().clone();
        seen.extend(
            users
                .iter()
                .map(|user| user["id"].as_str().unwrap().to_owned()),
        );
        match page["next"].as_str() {
            Some(next) => path = format!("/api/v1/users?after={next}"),
            None => break,
        }
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((seen.len(), &seen), (250, &sorted));
    let odd = server.send(&Ask::new("GET", "/api/v1/users?after=x").by(&rosa));
    assert_eq!(odd.status, 400);
}

/// Row 46.
#[test]
fn nobody_makes_themself_a_superuser() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let patch = |body: serde_json::Value| {
        server
            .send(&Ask::new("PATCH", "/api/v1/users/me").by(&rosa).json(&body))
            .status
    };
    assert_eq!(
        patch(json!({"display_name": "Rosa", "locale": "es-CL"})),
        200
    );
    for body in [
        json!({"is_superuser": true}),
        json!({"display_name": "Rosa", "is_superuser": true}),
        json!({"email_verified": true}),
        json!({"id": rosa.id}),
        json!({"locale": "not a locale"}),
        json!({"display_name": "two\nlines"}),
        json!({"display_name": "x".repeat(101)}),
        json!([]),
    ] {
        assert_eq!(patch(body.clone()), 400, "{body}");
    }
    let sent = json!({"email": "a@b.cl", "password": PASSWORD, "is_superuser": true});
    assert_eq!(server.post("/api/v1/auth/register", &sent).status, 400);
    let path = format!("/api/v1/users/{}", rosa.id);
    let own = Ask::new("PATCH", &path)
        .by(&rosa)
        .json(&json!({"is_superuser": true}));
    assert_eq!(server.send(&own).status, 404);
    let shown = server
        .send(&Ask::new("GET", "/api/v1/users/me").by(&rosa))
        .json();
    assert_eq!(
        (&shown["is_superuser"], &shown["locale"]),
        (&json!(false), &json!("es-CL"))
    );
    assert_eq!(patch(json!({"display_name": null})), 200);
    let shown = server
        .send(&Ask::new("GET", "/api/v1/users/me").by(&rosa))
        .json();
    assert_eq!(
        (&shown["display_name"], &shown["locale"]),
        (&json!(null), &json!("es-CL"))
    );
}

#[test]
fn who_goes_takes_everything_along() {
    let place = Place::new();
    let server = place.server();
    let rosa = server.somebody("rosa@ejemplo.cl");
    let put = Ask::new("PUT", "/api/v1/config/theme")
        .by(&rosa)
        .json(&json!("dark"));
    assert_eq!(server.send(&put).status, 201);
    assert_eq!(
        server
            .send(&Ask::new("DELETE", "/api/v1/users/me").by(&rosa))
            .status,
        204
    );
    assert_eq!(get(&server, "/api/v1/users/me", &rosa), 401);
    for table in [
        "users",
        "sessions",
        "refresh_tokens",
        "config",
        "config_history",
    ] {
        assert_eq!(
            place.sql(&format!("SELECT count(*) FROM {table}")),
            "0",
            "{table}"
        );
    }
}

#[test]
fn an_operator_adds_accounts_from_the_machine() {
    let place = Place::new();
    let line = format!("{PASSWORD}\n");
    assert!(place.user("add", "rosa@ejemplo.cl", &line).success());
    assert!(
        !place.user("add", "Rosa@ejemplo.cl", &line).success(),
        "twice"
    );
    assert!(!place.user("add", "juan@ejemplo.cl", "short\n").success());
    assert!(!place.user("promote", "nadie@ejemplo.cl", "").success());
    let server = place.server();
    let rosa = server.login("rosa@ejemplo.cl");
    assert!(!place.user("password", "nadie@ejemplo.cl", &line).success());
    assert!(place.user("password", "rosa@ejemplo.cl", &line).success());
    assert_eq!(
        get(&server, "/api/v1/users/me", &rosa),
        401,
        "who forgot it was somebody else, maybe"
    );
    server.login("rosa@ejemplo.cl");
}
