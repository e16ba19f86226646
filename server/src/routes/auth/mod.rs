//! `/auth`: in, on and out again.

mod cookie;
pub(super) mod password;
pub(super) mod refresh;
pub(super) mod sessions;

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
