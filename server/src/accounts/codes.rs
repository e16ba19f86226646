//! Authorization codes for a program on the loopback address (RFC 6749, section 4.1; RFC 7636).
//!
//! A code is good for a minute and once. Shown a second time it ends the session that it began with
//! the first time: one of the two who had it was not the one it was meant for.

use std::net::IpAddr;

use api::token::Tokens;
use data_encoding::BASE64URL_NOPAD;
use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_postgres::{PgConnection, PgPool};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::sessions::{SignIn, begin_on, revoke_one};
use crate::context::Context;
use crate::refusal::Refusal;
use crate::tokens::{Opaque, digest};

/// Whom a code is for.
pub(crate) struct Meant<'a> {
    pub(crate) user: Uuid,
    pub(crate) client_id: &'a str,
    pub(crate) redirect_uri: &'a str,
    pub(crate) challenge: &'a str,
}

/// Makes one.
pub(crate) async fn make(pool: &PgPool, meant: &Meant<'_>) -> Result<Opaque, Refusal> {
    let code = Opaque::random()?;
    query(
        "INSERT INTO authorization_codes (hash, user_id, client_id, redirect_uri, code_challenge, \
         expires_at) VALUES ($1, $2, $3, $4, $5, now() + interval '60 seconds')",
    )
    .bind(code.hash())
    .bind(meant.user)
    .bind(meant.client_id)
    .bind(meant.redirect_uri)
    .bind(meant.challenge)
    .execute(pool)
    .await?;
    Ok(code)
}

/// What came with a code.
pub(crate) struct Shown<'a> {
    pub(crate) code: &'a Opaque,
    pub(crate) client_id: &'a str,
    pub(crate) redirect_uri: &'a str,
    pub(crate) verifier: &'a str,
    pub(crate) device_name: Option<&'a str>,
    pub(crate) client: IpAddr,
}

#[derive(sqlx::FromRow)]
struct Row {
    user_id: Uuid,
    email: String,
    is_disabled: bool,
    client_id: String,
    redirect_uri: String,
    code_challenge: String,
    is_over: bool,
    is_used: bool,
    session_id: Option<Uuid>,
}

/// Turns a code into a session; none when it is not good for one.
pub(crate) async fn redeem(
    context: &Context,
    shown: &Shown<'_>,
) -> Result<Option<Tokens>, Refusal> {
    let mut transaction = context.pool.begin().await?;
    let row: Option<Row> = query_as(
        "SELECT c.user_id, u.email, u.is_disabled, c.client_id, c.redirect_uri, c.code_challenge, \
         c.expires_at <= now() AS is_over, c.used_at IS NOT NULL AS is_used, c.session_id \
         FROM authorization_codes c JOIN users u ON u.id = c.user_id \
         WHERE c.hash = $1 FOR UPDATE OF c",
    )
    .bind(shown.code.hash())
    .fetch_optional(&mut *transaction)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    if row.is_used {
        if let Some(session) = row.session_id {
            revoke_one(&mut transaction, session).await?;
            tracing::warn!(%session, "an authorization code was used twice");
        }
        transaction.commit().await?;
        return Ok(None);
    }
    if row.is_over || row.is_disabled || !is_meant(&row, shown) {
        return Ok(None);
    }
    let tokens = use_up(context, &mut transaction, &row, shown).await?;
    transaction.commit().await?;
    Ok(Some(tokens))
}

fn is_meant(row: &Row, shown: &Shown<'_>) -> bool {
    let challenge = BASE64URL_NOPAD.encode(&digest(shown.verifier.as_bytes()));
    let is_same: bool = challenge
        .as_bytes()
        .ct_eq(row.code_challenge.as_bytes())
        .into();
    is_same && row.client_id == shown.client_id && row.redirect_uri == shown.redirect_uri
}

async fn use_up(
    context: &Context,
    connection: &mut PgConnection,
    row: &Row,
    shown: &Shown<'_>,
) -> Result<Tokens, Refusal> {
    let who = SignIn {
        user: row.user_id,
        email: &row.email,
        device_name: shown.device_name,
        client: shown.client,
    };
    let (session, tokens) = begin_on(context, connection, &who).await?;
    query("UPDATE authorization_codes SET used_at = now(), session_id = $2 WHERE hash = $1")
        .bind(shown.code.hash())
        .bind(session)
        .execute(connection)
        .await?;
    Ok(tokens)
}
