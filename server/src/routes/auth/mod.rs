//! `/auth`: in, on and out again.

pub(super) mod authorize;
pub(super) mod callback;
mod cookie;
pub(super) mod device;
mod oauth;
pub(super) mod passing;
pub(super) mod password;
mod redirect;
pub(super) mod refresh;
pub(super) mod sessions;
pub(super) mod token;

use api::token::{ClientKind, Tokens};
use hyper_server::StatusCode;

use crate::context::Context;
use crate::http::Answer;

/// The answer to everything that signs in: a program finds the refresh token in the body, a browser
/// in a cookie that no script can read.
pub(super) fn signed_in(context: &Context, client: ClientKind, mut tokens: Tokens) -> Answer {
    match client {
        ClientKind::Cli => Answer::json(StatusCode::OK, &tokens).no_store(),
        ClientKind::Browser => {
            let refresh = tokens.refresh_token.take();
            let answer = Answer::json(StatusCode::OK, &tokens).no_store();
            match refresh {
                Some(token) => answer.cookie(&cookie::refresh(context, token.expose())),
                None => answer,
            }
        }
    }
}
