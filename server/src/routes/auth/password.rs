//! `POST /auth/register`, `/auth/login` and `/auth/password`.
//!
//! Whether an address has an account can't be told from an answer or its time: a registration is
//! accepted either way and makes one hash, a login always compares one.

use api::Secret;
use api::token::{ClientKind, Credentials};
use hyper_server::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::signed_in;
use crate::accounts::sessions::{self, SignIn};
use crate::accounts::users::{self, Account};
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::limits::{self, Counted};
use crate::passwords::{self, PasswordHash};
use crate::refusal::Refusal;
use crate::routes::session::writer;

const NO_ADDRESS: Refusal = Refusal::Malformed("`email` is an address like rosa@example.org.");

pub(in crate::routes) async fn register(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let sent: Credentials = request.object()?;
    if !users::is_email(&sent.email) {
        return Err(NO_ADDRESS);
    }
    limits::attempt(&context.pool, Counted::RegisterFrom(request.client)).await?;
    let password = passwords::check(sent.password.expose(), &sent.email)
        .map_err(|weakness| Refusal::Malformed(weakness.advice()))?;
    let hash = context.passwords.hash(password).await?;
    users::register(&context.pool, &sent.email, &hash.to_phc()).await?;
    // The same for an address that has an account already: its owner logs in as before.
    let accepted = json!({ "status": "accepted" });
    Ok(Answer::json(StatusCode::ACCEPTED, &accepted).no_store())
}

pub(in crate::routes) async fn login(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let sent = credentials(request)?;
    let account = check(context, request, &sent).await?;
    let who = SignIn {
        user: account.id,
        email: &account.email,
        device_name: sent.device_name.as_deref(),
        client: request.client,
    };
    let (_, tokens) = sessions::begin(context, &who).await?;
    Ok(signed_in(context, sent.client, tokens))
}

/// JSON, or the form of the OAuth 2 password grant (RFC 6749, section 4.3.2).
fn credentials(request: &Request) -> Result<Credentials, Refusal> {
    if !request.is_of("application/x-www-form-urlencoded") {
        return request.object();
    }
    let mut form = Form::default();
    for (name, value) in url::form_urlencoded::parse(&request.body) {
        let place = match &*name {
            "username" => &mut form.username,
            "password" => &mut form.password,
            "client" => &mut form.client,
            _ => continue,
        };
        if place.replace(value.into_owned()).is_some() {
            return Err(Refusal::Malformed("A member of the form is there twice."));
        }
    }
    let missing = Refusal::Malformed("The form has `username` and `password`.");
    let (Some(email), Some(password)) = (form.username, form.password) else {
        return Err(missing);
    };
    if email.contains('\0') || password.contains('\0') {
        return Err(missing);
    }
    let is_program = form.client.as_deref() == Some("cli");
    Ok(Credentials {
        email,
        password: password.into(),
        client: if is_program {
            ClientKind::Cli
        } else {
            ClientKind::Browser
        },
        device_name: None,
    })
}

#[derive(Default)]
struct Form {
    username: Option<String>,
    password: Option<String>,
    client: Option<String>,
}

/// The account whose password this is.
pub(in crate::routes) async fn check(
    context: &Context,
    request: &Request,
    sent: &Credentials,
) -> Result<Account, Refusal> {
    let pool = &context.pool;
    let email = users::fold(&sent.email);
    if !users::is_email(&email) {
        return Err(NO_ADDRESS);
    }
    let password = passwords::composed(sent.password.expose())
        .map_err(|weakness| Refusal::Malformed(weakness.advice()))?;
    let (anybody, here) = (
        Counted::SignInFrom(request.client),
        Counted::AccountFrom(&email, request.client),
    );
    limits::attempt(pool, anybody).await?;
    limits::attempt(pool, here).await?;
    let account = users::by_email(pool, &email).await?;
    let was_here = match &account {
        Some(account) => sessions::was_here(pool, account.id, request.client).await?,
        None => sessions::was_here(pool, uuid::Uuid::nil(), request.client).await?,
    };
    if !was_here {
        limits::attempt(pool, Counted::Account(&email)).await?;
    }
    let hash = account
        .as_ref()
        .map(|account| PasswordHash::from_phc(&account.password_hash));
    let hash = hash.transpose().map_err(Refusal::internal)?;
    let is_right = context.passwords.verify(password, hash).await?;
    match account {
        Some(account) if is_right && !account.is_disabled => {
            limits::succeeded(pool, anybody).await?;
            limits::forget(pool, here).await?;
            if !was_here {
                limits::succeeded(pool, Counted::Account(&email)).await?;
            }
            Ok(account)
        }
        _ => Err(Refusal::WrongCredentials),
    }
}

/// `POST /auth/password`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    current_password: Secret,
    new_password: Secret,
}

/// Another password; every other session ends.
pub(in crate::routes) async fn change(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    let sent: Change = request.object()?;
    limits::attempt(&context.pool, Counted::SignInFrom(request.client)).await?;
    let stored = users::password_of(&context.pool, caller.user).await?;
    let stored = stored.ok_or(Refusal::Conflict("This account has no password."))?;
    let hash = PasswordHash::from_phc(&stored).map_err(Refusal::internal)?;
    let weak = |weakness: passwords::Weakness| Refusal::Malformed(weakness.advice());
    let current = passwords::composed(sent.current_password.expose()).map_err(weak)?;
    if !context.passwords.verify(current, Some(hash)).await? {
        return Err(Refusal::WrongCredentials);
    }
    let email = users::get(&context.pool, caller.user)
        .await?
        .map(|user| user.email);
    let new =
        passwords::check(sent.new_password.expose(), &email.unwrap_or_default()).map_err(weak)?;
    let hash = context.passwords.hash(new).await?;
    users::change_password(
        &context.pool,
        caller.user,
        &hash.to_phc(),
        Some(caller.session),
    )
    .await?;
    limits::succeeded(&context.pool, Counted::SignInFrom(request.client)).await?;
    Ok(Answer::empty(StatusCode::NO_CONTENT).no_store())
}
