//! `/auth/sessions`: where somebody is logged in.

use api::session::Sessions;
use hyper_server::StatusCode;
use uuid::Uuid;

use super::cookie;
use crate::accounts::sessions;
use crate::context::Context;
use crate::http::{Answer, Request};
use crate::refusal::Refusal;
use crate::routes::session::{caller, writer};

pub(in crate::routes) async fn list(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let caller = caller(context, request).await?;
    let sessions = sessions::list(&context.pool, caller.user, caller.session).await?;
    Ok(Answer::json(StatusCode::OK, &Sessions { sessions }))
}

/// Everywhere, here as well.
pub(in crate::routes) async fn end_all(
    context: &Context,
    request: &Request,
) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    sessions::end_all(&context.pool, caller.user).await?;
    Ok(Answer::empty(StatusCode::NO_CONTENT).cookie(&cookie::none(context)))
}

pub(in crate::routes) async fn end(
    context: &Context,
    request: &Request,
    id: &str,
) -> Result<Answer, Refusal> {
    let caller = writer(context, request).await?;
    let id = Uuid::parse_str(id).map_err(|_| Refusal::NotFound)?;
    if sessions::end(&context.pool, caller.user, id).await? {
        Ok(Answer::empty(StatusCode::NO_CONTENT))
    } else {
        Err(Refusal::NotFound)
    }
}
