//! `GET /auth/google/callback`: back from the identity provider.
//!
//! Only the browser that began may come back, once, within ten minutes. Whatever is wrong is a page
//! without a cookie; nothing that the provider or the address says is shown on it.

use api::token::CLIENT_ID;
use url::Url;

use super::authorize::{Secrets, callback_url, provider};
use super::cookie;
use super::passing::Passing;
use crate::accounts::codes::{self, Meant};
use crate::accounts::identities::{self, Member};
use crate::accounts::logins::{self, Login};
use crate::accounts::sessions::{self, SignIn};
use crate::accounts::{users, visits};
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::limits::{self, Counted};
use crate::oidc::{Identity, ProviderError, Returned};
use crate::pages::{Message, Pages};
use crate::refusal::Refusal;
use crate::tokens::Opaque;

/// The longest code of a provider.
const CODE: usize = 2048;

/// Why nobody is signed in.
enum Failure {
    Told(Message),
    Refusal(Refusal),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

pub(in crate::routes) async fn callback(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    match come_back(context, request).await {
        Ok(answer) => Ok(answer),
        Err(Failure::Told(message)) => Ok(Pages::of(request).message(message)),
        Err(Failure::Refusal(refusal)) => Err(refusal),
    }
}

async fn come_back(context: &Context, request: &Request) -> Result<Answer, Failure> {
    provider(context)?;
    let state = request
        .parameter("state")?
        .as_deref()
        .and_then(Opaque::parse);
    let browser = Passing::Login.of(context, request).and_then(Opaque::parse);
    let (Some(state), Some(browser)) = (state, browser) else {
        return Err(Failure::Told(Message::Stale));
    };
    let login = logins::take(&context.pool, &state, &browser).await?;
    let login = login.ok_or(Failure::Told(Message::Stale))?;
    if let Some(error) = request.parameter("error")? {
        tracing::info!(request_id = request.id, "the identity provider said no");
        return refused(&login, &error);
    }
    let identity = redeem(context, request, &state).await?;
    let vouched = identity
        .email
        .as_deref()
        .filter(|_| identity.email_verified);
    let email = vouched.filter(|email| users::is_email(email));
    let email = email.ok_or(Failure::Told(Message::Unverified))?;
    let member = identities::member(&context.pool, &identity, email).await?;
    if member.is_disabled {
        return Err(Failure::Told(Message::Disabled));
    }
    limits::succeeded(&context.pool, Counted::AuthorizeFrom(request.client)).await?;
    let answer = finish(context, request, &login, &member).await?;
    Ok(answer.cookie(&Passing::Login.none(context)))
}

/// A program is told, in one of two words, so that it need not wait.
fn refused(login: &Login, error: &str) -> Result<Answer, Failure> {
    let told = Failure::Told(Message::Refused);
    let (Some(redirect), Some(_)) = (&login.redirect_uri, &login.code_challenge) else {
        return Err(told);
    };
    let error = if error == "access_denied" {
        "access_denied"
    } else {
        "server_error"
    };
    let url = answer_to_program(redirect, "error", error, login).ok_or(told)?;
    Ok(Answer::redirect(url.as_str()))
}

fn answer_to_program(redirect: &str, name: &str, value: &str, login: &Login) -> Option<Url> {
    let mut url = Url::parse(redirect).ok()?;
    url.query_pairs_mut().append_pair(name, value);
    if let Some(state) = &login.client_state {
        url.query_pairs_mut().append_pair("state", state);
    }
    Some(url)
}

async fn redeem(context: &Context, request: &Request, state: &Opaque) -> Result<Identity, Failure> {
    let code = request.parameter("code")?.unwrap_or_default();
    if code.is_empty() || code.len() > CODE {
        return Err(Failure::Told(Message::Stale));
    }
    let secrets = Secrets::of(state);
    let returned = Returned {
        code: &code,
        verifier: &secrets.verifier,
        nonce: &secrets.nonce,
        redirect_uri: &callback_url(context),
    };
    provider(context)?.redeem(returned).await.map_err(|error| {
        tracing::warn!(request_id = request.id, %error, "sign-in through the provider refused");
        Failure::Told(match error {
            ProviderError::Refused => Message::Stale,
            error if error.is_the_providers() => Message::ProviderDown,
            _ => Message::Untrusted,
        })
    })
}

/// A code for a program, a visit to the page for devices, or a session for a browser.
async fn finish(
    context: &Context,
    request: &Request,
    login: &Login,
    member: &Member,
) -> Result<Answer, Failure> {
    if login.for_device {
        let visit = visits::begin(&context.pool, member.id).await?;
        let cookie = Passing::Visit.set(context, visit.to_secret().expose());
        let place = format!("{}/device", context.public_url());
        return Ok(Answer::redirect(&place).cookie(&cookie));
    }
    if let (Some(redirect), Some(challenge)) = (&login.redirect_uri, &login.code_challenge) {
        let meant = Meant {
            user: member.id,
            client_id: CLIENT_ID,
            redirect_uri: redirect,
            challenge,
        };
        let code = codes::make(&context.pool, &meant).await?.to_secret();
        let url = answer_to_program(redirect, "code", code.expose(), login);
        let url = url.ok_or(Failure::Told(Message::Stale))?;
        return Ok(Answer::redirect(url.as_str()));
    }
    let who = SignIn {
        user: member.id,
        email: &member.email,
        device_name: Some("browser"),
        client: request.client,
    };
    let (_, tokens) = sessions::begin(context, &who).await?;
    let answer = match &login.redirect_uri {
        Some(page) => Answer::redirect(page),
        None => Pages::of(request).message(Message::SignedIn),
    };
    Ok(match tokens.refresh_token {
        Some(token) => answer.cookie(&cookie::refresh(context, token.expose())),
        None => answer,
    })
}
