//! The double itself: the protocol as a relying party and a person's browser see it.

use identity_double::visitor::{Page, Visitor};
use identity_double::{CLIENT_ID, CLIENT_SECRET, Double, Fault, Name, Person, Route};

const BACK: &str = "http://127.0.0.1:9/callback";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn authorize(double: &Double) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("client_id", CLIENT_ID),
            ("response_type", "code"),
            ("scope", "openid email"),
            ("redirect_uri", BACK),
            ("state", "the state"),
            ("nonce", "the nonce"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ])
        .finish();
    format!("{}/authorize?{query}", double.issuer())
}

fn said(page: &Page, name: &str) -> Option<String> {
    let url = url::Url::parse(page.location()?).ok()?;
    let found = url.query_pairs().find(|(found, _)| found == name)?;
    Some(found.1.into_owned())
}

fn redeem(double: &Double, code: &str, verifier: &str) -> std::io::Result<Page> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", BACK),
        ("client_id", CLIENT_ID),
        ("client_secret", CLIENT_SECRET),
        ("code_verifier", verifier),
    ];
    let token = format!("{}/token", double.issuer());
    Visitor::new().post(&token, &form)
}

#[test]
fn a_code_is_good_once_and_only_with_its_verifier() {
    let double = Double::start().unwrap();
    let page = Visitor::new().get(&authorize(&double)).unwrap();
    assert_eq!(said(&page, "state").as_deref(), Some("the state"));
    let code = said(&page, "code").unwrap();
    assert!(
        redeem(&double, &code, VERIFIER)
            .unwrap()
            .body
            .contains("id_token")
    );
    assert_eq!(redeem(&double, &code, VERIFIER).unwrap().status, 400);
    let page = Visitor::new().get(&authorize(&double)).unwrap();
    let code = said(&page, "code").unwrap();
    assert_eq!(
        redeem(&double, &code, &VERIFIER.to_lowercase())
            .unwrap()
            .status,
        400
    );
    assert_eq!(double.count(Route::Token), 3);
}

#[test]
fn people_are_asked_and_may_say_no() {
    let double = Double::for_people(0).unwrap();
    let mut visitor = Visitor::new();
    let page = visitor.get(&authorize(&double)).unwrap();
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Who are you?"));
    let form = [("email", "Eva@example.com"), ("answer", "yes")];
    let page = visitor.post(&authorize(&double), &form).unwrap();
    assert_eq!(
        redeem(&double, &said(&page, "code").unwrap(), VERIFIER)
            .unwrap()
            .status,
        200
    );
    let form = [("email", "eva@example.com"), ("answer", "no")];
    let page = visitor.post(&authorize(&double), &form).unwrap();
    assert_eq!(said(&page, "error").as_deref(), Some("access_denied"));
    let door = format!("{}/double/faults", double.issuer());
    assert_eq!(visitor.post(&door, &[]).unwrap().status, 404);
}

#[test]
fn the_door_takes_faults_persons_and_keys_and_shows_the_log() {
    let double = Double::start().unwrap();
    let door = |page: &str| format!("{}/double/{page}", double.issuer());
    let mut visitor = Visitor::new();
    let mut send = |page: &str, body: &str| visitor.send("POST", &door(page), &[], body).unwrap();
    assert_eq!(send("faults", r#"{"name": "access_denied"}"#).status, 200);
    assert_eq!(send("faults", r#"{"name": "no_such_fault"}"#).status, 400);
    let person = r#"{"sub": "7", "email": "eva@example.com", "email_verified": true}"#;
    assert_eq!(send("person", person).status, 200);
    let keys = r#"{"algorithm": "EdDSA", "rotate": true}"#;
    assert_eq!(send("keys", keys).status, 200);
    let page = Visitor::new().get(&authorize(&double)).unwrap();
    assert_eq!(said(&page, "error").as_deref(), Some("access_denied"));
    let log = Visitor::new().get(&door("log")).unwrap();
    assert!(log.body.contains("access_denied"), "{}", log.body);
    double.fault(Fault::always(Name::TokenReset));
    double.clear_faults();
    double.set_person(Some(Person::ana()));
    let page = Visitor::new().get(&authorize(&double)).unwrap();
    assert!(said(&page, "code").is_some());
}
