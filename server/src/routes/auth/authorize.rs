//! `GET /auth/google/authorize`: on to the identity provider.
//!
//! A program asks with `client_id`, a loopback `redirect_uri` and PKCE S256 and gets a code there; a
//! browser asks with a page of ours or with nothing and gets a session. What is asked of the provider
//! comes from the settings, nothing of it from a `Host` header.

use api::token::CLIENT_ID;
use data_encoding::BASE64URL_NOPAD;

use super::passing::Passing;
use super::redirect;
use crate::accounts::logins::{self, Login};
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::limits::{self, Counted};
use crate::oidc::{Asked, Provider};
use crate::pages::{Message, Pages};
use crate::refusal::Refusal;
use crate::tokens::{Opaque, digest};

/// The longest `state` of a program.
const STATE: usize = 512;

/// What only a program sends.
const PROGRAMS: [&str; 4] = [
    "response_type",
    "code_challenge",
    "code_challenge_method",
    "state",
];

/// What is sent to the provider and comes back, all made from the state.
pub(super) struct Secrets {
    pub(super) nonce: String,
    pub(super) verifier: String,
}

impl Secrets {
    pub(super) fn of(state: &Opaque) -> Self {
        let derive = |purpose: &[u8]| state.derive(purpose).to_secret().expose().to_owned();
        Self {
            nonce: derive(b"nonce"),
            verifier: derive(b"verifier"),
        }
    }
}

/// Where the provider sends browsers back to.
pub(super) fn callback_url(context: &Context) -> String {
    format!("{}{}/auth/google/callback", context.public_url(), api::BASE)
}

/// The provider; without one there is nothing here.
pub(super) fn provider(context: &Context) -> Result<&Provider, Refusal> {
    context.provider.as_ref().ok_or(Refusal::NotFound)
}

pub(in crate::routes) async fn authorize(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let provider = provider(context)?;
    let login = asked(context, request)?;
    let counted = Counted::AuthorizeFrom(request.client);
    limits::attempt(&context.pool, counted).await?;
    let (state, browser) = (Opaque::random()?, Opaque::random()?);
    let secrets = Secrets::of(&state);
    let asked = Asked {
        redirect_uri: callback_url(context),
        state: state.to_secret().expose().to_owned(),
        nonce: secrets.nonce,
        challenge: BASE64URL_NOPAD.encode(&digest(secrets.verifier.as_bytes())),
    };
    let url = match provider.authorization_url(&asked).await {
        Ok(url) => url,
        Err(error) => {
            tracing::warn!(request_id = request.id, %error, "the identity provider");
            return Ok(Pages::of(request).message(Message::ProviderDown));
        }
    };
    logins::begin(&context.pool, &state, &browser, &login).await?;
    let cookie = Passing::Login.set(context, browser.to_secret().expose());
    Ok(Answer::redirect(url.as_str()).cookie(&cookie))
}

/// What follows afterwards.
fn asked(context: &Context, request: &Request) -> Result<Login, Refusal> {
    if let Some(client_id) = request.parameter("client_id")? {
        return for_program(request, &client_id);
    }
    match request.parameter("for")?.as_deref() {
        Some("device") => {
            return Ok(Login {
                for_device: true,
                ..Login::default()
            });
        }
        Some(_) => return Err(Refusal::Malformed("`for` can only be `device`.")),
        None => {}
    }
    for name in PROGRAMS {
        if request.parameter(name)?.is_some() {
            return Err(Refusal::Malformed(
                "A program's parameters need its `client_id`.",
            ));
        }
    }
    let page = |text: &str| {
        redirect::page(
            context.public_url(),
            &context.settings.allowed_origins,
            text,
        )
    };
    let asked = request.parameter("redirect_uri")?;
    let found = asked.as_deref().map(|text| {
        page(text).ok_or(Refusal::Malformed(
            "`redirect_uri` is no page of this server's.",
        ))
    });
    // `next` is where a link of ours came from: one that is not ours is passed over.
    let next = request.parameter("next")?;
    Ok(Login {
        redirect_uri: found
            .transpose()?
            .or_else(|| next.as_deref().and_then(page)),
        ..Login::default()
    })
}

/// RFC 6749, section 4.1.1; RFC 7636, section 4.3. A mistake is never sent to the address: it may be
/// somebody else's.
fn for_program(request: &Request, client_id: &str) -> Result<Login, Refusal> {
    if client_id != CLIENT_ID {
        return Err(Refusal::Malformed("`client_id` is not known."));
    }
    let required = |name: &'static str, why: &'static str| {
        request.parameter(name)?.ok_or(Refusal::Malformed(why))
    };
    let redirect = required("redirect_uri", "`redirect_uri` is missing.")?;
    let redirect = redirect::program(&redirect).ok_or(Refusal::Malformed(
        "`redirect_uri` is http://127.0.0.1:PORT/callback or http://[::1]:PORT/callback.",
    ))?;
    if required("response_type", "`response_type` is missing.")? != "code" {
        return Err(Refusal::Malformed("`response_type` can only be `code`."));
    }
    if required(
        "code_challenge_method",
        "`code_challenge_method` is missing.",
    )? != "S256"
    {
        return Err(Refusal::Malformed(
            "`code_challenge_method` can only be `S256`.",
        ));
    }
    let challenge = required("code_challenge", "`code_challenge` is missing.")?;
    if Opaque::parse(&challenge).is_none() {
        return Err(Refusal::Malformed(
            "`code_challenge` is not a SHA-256 in base64url.",
        ));
    }
    let state = request.parameter("state")?;
    let is_odd = |state: &String| state.len() > STATE || state.contains(char::is_control);
    if state.as_ref().is_some_and(is_odd) {
        return Err(Refusal::Malformed(
            "`state` is too long or has control characters.",
        ));
    }
    Ok(Login {
        redirect_uri: Some(redirect.into()),
        code_challenge: Some(challenge),
        client_state: state,
        for_device: false,
    })
}
