//! Sessions and their refresh tokens.

use std::net::IpAddr;

use api::session::Session;
use api::token::Tokens;
use chrono::{DateTime, Utc};
use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_core::query_scalar::query_scalar;
use sqlx_postgres::{PgConnection, PgPool};
use uuid::Uuid;

use crate::context::Context;
use crate::limits::network;
use crate::refusal::Refusal;
use crate::tokens::{ACCESS_SECS, Claims, Opaque, digest};

/// The most letters of a device's name.
const NAME: usize = 64;

/// Who logged in, from where.
pub(crate) struct SignIn<'a> {
    pub(crate) user: Uuid,
    pub(crate) email: &'a str,
    /// None of its letters can end a line of a log or a page.
    pub(crate) device_name: Option<&'a str>,
    pub(crate) client: IpAddr,
}

/// A session that may do something now.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Alive {
    pub(crate) user_id: Uuid,
    pub(crate) is_superuser: bool,
}

fn origin(user: Uuid, client: IpAddr) -> Vec<u8> {
    digest(format!("{user} {}", network(client)).as_bytes())
}

/// A name that can be shown in one line.
pub(crate) fn device_name(name: Option<&str>) -> String {
    let name: String = name
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(NAME)
        .collect();
    let name = name.trim();
    if name.is_empty() {
        "?".to_owned()
    } else {
        name.to_owned()
    }
}

/// Begins a session.
pub(crate) async fn begin(context: &Context, who: &SignIn<'_>) -> Result<(Uuid, Tokens), Refusal> {
    let mut transaction = context.pool.begin().await?;
    let begun = begin_on(context, &mut transaction, who).await?;
    transaction.commit().await?;
    Ok(begun)
}

/// The same, in a transaction that has more to do.
pub(crate) async fn begin_on(
    context: &Context,
    connection: &mut PgConnection,
    who: &SignIn<'_>,
) -> Result<(Uuid, Tokens), Refusal> {
    let (session, refresh) = (Uuid::now_v7(), Opaque::random()?);
    query(
        "INSERT INTO sessions (id, user_id, device_name, origin_hash, expires_at) \
         VALUES ($1, $2, $3, $4, now() + interval '7 days')",
    )
    .bind(session)
    .bind(who.user)
    .bind(device_name(who.device_name))
    .bind(origin(who.user, who.client))
    .execute(&mut *connection)
    .await?;
    keep(connection, &refresh, session).await?;
    let tokens = tokens(context, who.user, who.email.to_owned(), session, &refresh)?;
    Ok((session, tokens))
}

async fn keep(connection: &mut PgConnection, token: &Opaque, session: Uuid) -> Result<(), Refusal> {
    query("INSERT INTO refresh_tokens (hash, session_id) VALUES ($1, $2)")
        .bind(token.hash())
        .bind(session)
        .execute(connection)
        .await?;
    Ok(())
}

fn tokens(
    context: &Context,
    user: Uuid,
    email: String,
    session: Uuid,
    refresh: &Opaque,
) -> Result<Tokens, Refusal> {
    Ok(Tokens {
        access_token: context.access.issue(user, session)?,
        token_type: "Bearer".to_owned(),
        expires_in: ACCESS_SECS,
        user_id: user,
        email,
        refresh_token: Some(refresh.to_secret()),
    })
}

#[derive(sqlx::FromRow)]
struct Shown {
    session_id: Uuid,
    user_id: Uuid,
    email: String,
    is_spent: bool,
    is_in_grace: bool,
    salt: Option<Vec<u8>>,
    is_over: bool,
}

/// Spends a refresh token. Shown again within 30 seconds it gets the same successor, since an answer
/// can be lost; later the whole family is revoked, since somebody else has it (RFC 9700, 4.14.2).
pub(crate) async fn refresh(context: &Context, token: &Opaque) -> Result<Tokens, Refusal> {
    let mut transaction = context.pool.begin().await?;
    let shown: Option<Shown> = query_as(
        "SELECT t.session_id, s.user_id, u.email, t.spent_at IS NOT NULL AS is_spent, \
         COALESCE(t.spent_at > now() - interval '30 seconds', false) AS is_in_grace, t.salt, \
         s.revoked_at IS NOT NULL OR s.expires_at <= now() OR u.is_disabled AS is_over \
         FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id \
         JOIN users u ON u.id = s.user_id WHERE t.hash = $1 FOR UPDATE OF t, s",
    )
    .bind(token.hash())
    .fetch_optional(&mut *transaction)
    .await?;
    let shown = shown
        .filter(|shown| !shown.is_over)
        .ok_or(Refusal::Unauthenticated)?;
    let successor = match shown.salt {
        Some(salt) if shown.is_in_grace => token.derive(&salt),
        _ if shown.is_spent => {
            revoke_one(&mut transaction, shown.session_id).await?;
            transaction.commit().await?;
            tracing::warn!(session = %shown.session_id, "a spent refresh token was shown");
            return Err(Refusal::Unauthenticated);
        }
        _ => spend(&mut transaction, token, shown.session_id).await?,
    };
    transaction.commit().await?;
    tokens(
        context,
        shown.user_id,
        shown.email,
        shown.session_id,
        &successor,
    )
}

async fn spend(
    connection: &mut PgConnection,
    token: &Opaque,
    session: Uuid,
) -> Result<Opaque, Refusal> {
    let salt = Opaque::random()?.hash();
    let successor = token.derive(&salt);
    query("UPDATE refresh_tokens SET spent_at = now(), salt = $2 WHERE hash = $1")
        .bind(token.hash())
        .bind(&salt)
        .execute(&mut *connection)
        .await?;
    keep(connection, &successor, session).await?;
    query("UPDATE sessions SET last_used_at = now() WHERE id = $1")
        .bind(session)
        .execute(connection)
        .await?;
    Ok(successor)
}

/// Ends a session, whoever's: its token, or the code that it began with, was used twice.
pub(crate) async fn revoke_one(
    connection: &mut PgConnection,
    session: Uuid,
) -> Result<(), Refusal> {
    query("UPDATE sessions SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL")
        .bind(session)
        .execute(connection)
        .await?;
    Ok(())
}

/// The session of an access token, if it has not ended.
pub(crate) async fn alive(pool: &PgPool, claims: &Claims) -> Result<Alive, Refusal> {
    let alive = query_as(
        "SELECT s.user_id, u.is_superuser FROM sessions s JOIN users u ON u.id = s.user_id \
         WHERE s.id = $1 AND s.user_id = $2 AND s.revoked_at IS NULL AND s.expires_at > now() \
         AND NOT u.is_disabled",
    );
    let alive = alive
        .bind(claims.sid)
        .bind(claims.sub)
        .fetch_optional(pool)
        .await?;
    alive.ok_or(Refusal::Unauthenticated)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    device_name: String,
    created_at: DateTime<Utc>,
    last_used_at: DateTime<Utc>,
}

/// Somebody's sessions.
pub(crate) async fn list(pool: &PgPool, user: Uuid, own: Uuid) -> Result<Vec<Session>, Refusal> {
    let rows: Vec<Row> = query_as(
        "SELECT id, device_name, created_at, last_used_at FROM sessions \
         WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now() \
         ORDER BY last_used_at DESC, id LIMIT 1000",
    )
    .bind(user)
    .fetch_all(pool)
    .await?;
    let session = |row: Row| Session {
        id: row.id,
        device_name: row.device_name,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        current: row.id == own,
    };
    Ok(rows.into_iter().map(session).collect())
}

/// Ends one of somebody's sessions; false when there is none such.
pub(crate) async fn end(pool: &PgPool, user: Uuid, session: Uuid) -> Result<bool, Refusal> {
    let ended = query(
        "UPDATE sessions SET revoked_at = now() \
         WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > now()",
    );
    let ended = ended.bind(session).bind(user).execute(pool).await?;
    Ok(ended.rows_affected() == 1)
}

/// Ends all of somebody's sessions.
pub(crate) async fn end_all(pool: &PgPool, user: Uuid) -> Result<(), Refusal> {
    query("UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL")
        .bind(user)
        .execute(pool)
        .await?;
    Ok(())
}

/// Ends the session of a refresh token, whether or not it is spent.
pub(crate) async fn end_of(pool: &PgPool, token: &Opaque) -> Result<(), Refusal> {
    query(
        "UPDATE sessions SET revoked_at = now() WHERE revoked_at IS NULL AND id = \
         (SELECT session_id FROM refresh_tokens WHERE hash = $1)",
    )
    .bind(token.hash())
    .execute(pool)
    .await?;
    Ok(())
}

/// True when somebody was logged in from this network lately.
pub(crate) async fn was_here(pool: &PgPool, user: Uuid, client: IpAddr) -> Result<bool, Refusal> {
    let known = query_scalar(
        "SELECT EXISTS (SELECT 1 FROM sessions WHERE user_id = $1 AND origin_hash = $2)",
    );
    Ok(known
        .bind(user)
        .bind(origin(user, client))
        .fetch_one(pool)
        .await?)
}
