//! Where a person is asked: a scripted one says yes at once, another sees a page with a form.

use std::io;

use ring::digest::{SHA256, digest};
use url::{Host, Url};

use crate::fault::Name;
use crate::html::escaped;
use crate::http::{Reply, Request, pairs, value};
use crate::shared::{CLIENT_ID, Code, Person, Shared, fresh, locked};

/// What a script in a description looks like.
const SCRIPT: &str = "<script>alert('description')</script>";

pub(crate) fn answer(shared: &Shared, request: &Request, faults: &[Name]) -> Reply {
    let Some(redirect) = redirect(request) else {
        return Reply::html(400, "<!doctype html>invalid_request".to_owned());
    };
    let refused = |error: &str, description: &str| {
        let pairs = [("error", error), ("error_description", description)];
        send_back(request, &redirect, &pairs)
    };
    let is = |name, value| request.parameter(name) == Some(value);
    let scope = request.parameter("scope").unwrap_or("");
    if !is("response_type", "code") {
        return refused("unsupported_response_type", "only codes");
    }
    if !scope.split(' ').any(|word| word == "openid") {
        return refused("invalid_scope", "openid is missing");
    }
    let challenge = request.parameter("code_challenge");
    if challenge.is_some() && !is("code_challenge_method", "S256") {
        return refused("invalid_request", "only S256");
    }
    if faults.contains(&Name::AccessDenied) {
        return refused("access_denied", "the person said no");
    }
    if faults.contains(&Name::ScriptInDescription) {
        return refused(SCRIPT, SCRIPT);
    }
    let scripted = locked(&shared.person).clone();
    let person = match (request.method.as_str(), scripted) {
        (_, Some(person)) => person,
        ("POST", None) => match typed(request) {
            Some(person) => person,
            None => return refused("access_denied", "the person said no"),
        },
        _ => return page(request),
    };
    let code = Code {
        person,
        redirect: redirect.to_string(),
        challenge: challenge.map(str::to_owned),
        nonce: request.parameter("nonce").map(str::to_owned),
    };
    match keep(shared, code) {
        Ok(code) => send_back(request, &redirect, &[("code", &code)]),
        Err(_) => Reply::new(500),
    }
}

fn keep(shared: &Shared, code: Code) -> io::Result<String> {
    let word = fresh()?;
    locked(&shared.codes).insert(word.clone(), code);
    Ok(word)
}

/// Where to send the browser back to: a known client, and an address that could be registered.
fn redirect(request: &Request) -> Option<Url> {
    let url = Url::parse(request.parameter("redirect_uri")?).ok()?;
    let loopback = match url.host()? {
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(_) => false,
    };
    let in_order = request.parameter("client_id") == Some(CLIENT_ID)
        && (url.scheme() == "https" || loopback)
        && url.fragment().is_none();
    in_order.then_some(url)
}

fn send_back(request: &Request, redirect: &Url, pairs: &[(&str, &str)]) -> Reply {
    let mut url = redirect.clone();
    url.query_pairs_mut().extend_pairs(pairs);
    if let Some(state) = request.parameter("state") {
        url.query_pairs_mut().append_pair("state", state);
    }
    Reply::new(303).with("Location", url.to_string())
}

/// Who the form says; none for the other button.
fn typed(request: &Request) -> Option<Person> {
    let form = pairs(&request.body);
    let email = value(&form, "email")?.trim().to_lowercase();
    if value(&form, "answer") != Some("yes") || !email.contains('@') {
        return None;
    }
    let sub = digest(&SHA256, email.as_bytes());
    let sub = data_encoding::HEXLOWER.encode(&sub.as_ref()[..12]);
    Some(Person::new(&sub, &email))
}

fn page(request: &Request) -> Reply {
    let back = escaped(request.parameter("redirect_uri").unwrap_or(""));
    Reply::html(
        200,
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <title>Development identity</title>\
             <style>body{{font:1em sans-serif;max-width:32em;margin:3em auto;padding:0 1em}}</style>\
             <h1>Who are you?</h1>\
             <p>This is the development identity provider of this machine. It believes whatever you \
             type; no password is needed.</p>\
             <form method=\"post\" action=\"{action}\">\
             <p><label>E-mail <input name=\"email\" type=\"email\" value=\"ana@example.com\" autofocus></label>\
             <p><button name=\"answer\" value=\"yes\">Sign in</button> \
             <button name=\"answer\" value=\"no\" formnovalidate>Cancel</button></form>\
             <p>You go back to <code>{back}</code>.\n",
            action = escaped(&request.target),
        ),
    )
}
