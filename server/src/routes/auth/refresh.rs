//! `POST /auth/refresh` and `POST /auth/logout`.

use api::token::{ClientKind, Refresh};
use hyper_server::StatusCode;
use hyper_server::header::ORIGIN;

use super::{cookie, signed_in};
use crate::accounts::sessions;
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::limits::{self, Counted};
use crate::refusal::Refusal;
use crate::routes::session::caller;
use crate::tokens::Opaque;

/// Where a refresh token came from.
struct Shown {
    token: Option<Opaque>,
    client: ClientKind,
}

/// From the body, else from the cookie. A cookie counts only with JSON, which no form can send, and
/// from our own pages: `SameSite` alone would let a sister domain in.
fn shown(context: &Context, request: &Request) -> Result<Shown, Refusal> {
    let sent: Refresh = if request.body.is_empty() {
        Refresh::default()
    } else {
        request.object()?
    };
    if let Some(token) = sent.refresh_token {
        return Ok(Shown {
            token: Opaque::parse(token.expose()),
            client: ClientKind::Cli,
        });
    }
    if !request.is_of("application/json") {
        return Err(Refusal::MediaType);
    }
    let origin = request.header(&ORIGIN);
    let is_ours = |origin: &str| {
        origin == context.public_url()
            || context
                .settings
                .allowed_origins
                .iter()
                .any(|allowed| allowed == origin)
    };
    if request.headers.contains_key(ORIGIN) && !origin.is_some_and(is_ours) {
        return Err(Refusal::Forbidden);
    }
    Ok(Shown {
        token: cookie::of(context, request).and_then(Opaque::parse),
        client: ClientKind::Browser,
    })
}

pub(in crate::routes) async fn refresh(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let shown = shown(context, request)?;
    let counted = Counted::TokenFrom(request.client);
    limits::attempt(&context.pool, counted).await?;
    let token = shown.token.ok_or(Refusal::Unauthenticated)?;
    let tokens = sessions::refresh(context, &token).await?;
    limits::succeeded(&context.pool, counted).await?;
    Ok(signed_in(context, shown.client, tokens))
}

/// Ends the session of the access token, or else of the refresh token; says the same in any case.
pub(in crate::routes) async fn logout(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let gone = Answer::empty(StatusCode::NO_CONTENT).no_store();
    if request.bearer().is_some() {
        let caller = caller(context, request).await?;
        sessions::end(&context.pool, caller.user, caller.session).await?;
        return Ok(gone.cookie(&cookie::none(context)));
    }
    if let Some(token) = shown(context, request)?.token {
        sessions::end_of(&context.pool, &token).await?;
    }
    Ok(gone.cookie(&cookie::none(context)))
}
