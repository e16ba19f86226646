//! Who asks.

use uuid::Uuid;

use crate::accounts::sessions::{self, Alive};
use crate::context::Context;
use crate::http::Request;
use crate::refusal::Refusal;
use crate::tokens::Claims;

/// Somebody who is logged in.
pub(super) struct Caller {
    pub(super) user: Uuid,
    pub(super) session: Uuid,
    /// As the database says it now, not as it was when the token was made.
    pub(super) is_superuser: bool,
}

/// What the access token says, before the database was asked.
pub(super) fn claims(context: &Context, request: &Request) -> Result<Claims, Refusal> {
    let token = request.bearer().ok_or(Refusal::Unauthenticated)?;
    context.access.check(token).ok_or(Refusal::Unauthenticated)
}

/// Somebody who is logged in.
pub(super) async fn caller(context: &Context, request: &Request) -> Result<Caller, Refusal> {
    let claims = claims(context, request)?;
    let Alive {
        user_id,
        is_superuser,
    } = sessions::alive(&context.pool, &claims).await?;
    Ok(Caller {
        user: user_id,
        session: claims.sid,
        is_superuser,
    })
}

/// Somebody who is logged in, and may write just now.
pub(super) async fn writer(context: &Context, request: &Request) -> Result<Caller, Refusal> {
    let caller = caller(context, request).await?;
    context.limits.write(caller.user)?;
    Ok(caller)
}
