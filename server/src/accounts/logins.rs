//! Ways to the identity provider that have begun.
//!
//! The state is kept as a hash, beside the hash of the cookie of the browser that began. Each is good
//! once, for ten minutes, in that browser.

use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_postgres::PgPool;

use crate::refusal::Refusal;
use crate::tokens::Opaque;

/// What follows when somebody comes back.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Login {
    /// Where to go; none for a page that says it is done.
    pub(crate) redirect_uri: Option<String>,
    /// With it a program gets a code there.
    pub(crate) code_challenge: Option<String>,
    /// What the program wants to see again.
    pub(crate) client_state: Option<String>,
    /// Somebody who came to confirm a device.
    pub(crate) for_device: bool,
}

/// Remembers one.
pub(crate) async fn begin(
    pool: &PgPool,
    state: &Opaque,
    browser: &Opaque,
    login: &Login,
) -> Result<(), Refusal> {
    query(
        "INSERT INTO login_states (hash, browser_hash, redirect_uri, code_challenge, client_state, \
         for_device, expires_at) VALUES ($1, $2, $3, $4, $5, $6, now() + interval '10 minutes')",
    )
    .bind(state.hash())
    .bind(browser.hash())
    .bind(&login.redirect_uri)
    .bind(&login.code_challenge)
    .bind(&login.client_state)
    .bind(login.for_device)
    .execute(pool)
    .await?;
    Ok(())
}

/// Takes one out, if this browser began it and it is not over.
pub(crate) async fn take(
    pool: &PgPool,
    state: &Opaque,
    browser: &Opaque,
) -> Result<Option<Login>, Refusal> {
    let login = query_as(
        "DELETE FROM login_states WHERE hash = $1 AND browser_hash = $2 AND expires_at > now() \
         RETURNING redirect_uri, code_challenge, client_state, for_device",
    );
    let login = login.bind(state.hash()).bind(browser.hash());
    Ok(login.fetch_optional(pool).await?)
}
