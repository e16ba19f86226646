//! Visits to the page where device codes are confirmed: who logged in there, in which browser.
//!
//! A visit is no session and opens nothing else; it ends with the yes or no, or after ten minutes.

use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_postgres::PgPool;
use uuid::Uuid;

use super::devices::decide;
use crate::refusal::Refusal;
use crate::tokens::{Opaque, UserCode};

/// Somebody on the page.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Visit {
    pub(crate) user_id: Uuid,
    pub(crate) email: String,
    user_code_hash: Option<Vec<u8>>,
}

/// Somebody logged in; what the browser's cookie is from now on.
pub(crate) async fn begin(pool: &PgPool, user: Uuid) -> Result<Opaque, Refusal> {
    let cookie = Opaque::random()?;
    query(
        "INSERT INTO device_visits (hash, user_id, expires_at) \
         VALUES ($1, $2, now() + interval '10 minutes')",
    )
    .bind(cookie.hash())
    .bind(user)
    .execute(pool)
    .await?;
    Ok(cookie)
}

/// Who it is.
pub(crate) async fn find(pool: &PgPool, cookie: &Opaque) -> Result<Option<Visit>, Refusal> {
    let visit = query_as(
        "SELECT v.user_id, u.email, v.user_code_hash FROM device_visits v \
         JOIN users u ON u.id = v.user_id \
         WHERE v.hash = $1 AND v.expires_at > now() AND NOT u.is_disabled",
    );
    Ok(visit.bind(cookie.hash()).fetch_optional(pool).await?)
}

/// The right code was typed.
pub(crate) async fn typed(pool: &PgPool, cookie: &Opaque, code: &UserCode) -> Result<(), Refusal> {
    query("UPDATE device_visits SET user_code_hash = $2 WHERE hash = $1")
        .bind(cookie.hash())
        .bind(code.hash())
        .execute(pool)
        .await?;
    Ok(())
}

/// Says yes or no and ends the visit; false when nothing waits for it any more.
pub(crate) async fn end(
    pool: &PgPool,
    cookie: &Opaque,
    visit: &Visit,
    yes: bool,
) -> Result<bool, Refusal> {
    let mut transaction = pool.begin().await?;
    let decided = match &visit.user_code_hash {
        Some(hash) => decide(&mut transaction, hash, visit.user_id, yes).await?,
        None => false,
    };
    query("DELETE FROM device_visits WHERE hash = $1")
        .bind(cookie.hash())
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(decided)
}
