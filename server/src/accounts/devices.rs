//! Device codes (RFC 8628): a machine without a browser asks, a person says yes somewhere else.

use std::net::IpAddr;

use api::token::Tokens;
use sqlx_core::query::query;
use sqlx_core::query_as::query_as;
use sqlx_postgres::{PgConnection, PgPool};
use uuid::Uuid;

use super::sessions::{SignIn, begin_on, device_name};
use crate::context::Context;
use crate::refusal::Refusal;
use crate::tokens::{Opaque, UserCode};

/// How long both codes live.
pub(crate) const SECS: u64 = 600;
/// Seconds between two questions, at first.
pub(crate) const INTERVAL_SECS: u64 = 5;
/// After so many wrong codes, whoever typed them, those that waited meanwhile are dead.
const MISSES: i32 = 50;

/// What a machine asks with.
pub(crate) struct Asking<'a> {
    pub(crate) client_id: &'a str,
    pub(crate) device_name: Option<&'a str>,
    pub(crate) client: IpAddr,
}

/// Makes both codes.
pub(crate) async fn make(
    pool: &PgPool,
    asking: &Asking<'_>,
) -> Result<(Opaque, UserCode), Refusal> {
    // Of 20^8 codes one may be taken already.
    for _ in 0..4 {
        let (device, user) = (Opaque::random()?, UserCode::random()?);
        let made = query(
            "INSERT INTO device_codes (hash, user_code_hash, client_id, device_name, asked_from, \
             expires_at) VALUES ($1, $2, $3, $4, $5, now() + interval '10 minutes') \
             ON CONFLICT DO NOTHING",
        )
        .bind(device.hash())
        .bind(user.hash())
        .bind(asking.client_id)
        .bind(device_name(asking.device_name))
        .bind(asking.client.to_string())
        .execute(pool)
        .await?;
        if made.rows_affected() == 1 {
            return Ok((device, user));
        }
    }
    Err(Refusal::Busy)
}

/// What the person is shown before saying yes.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Waiting {
    pub(crate) client_id: String,
    pub(crate) device_name: String,
    pub(crate) asked_from: String,
    /// `2026-03-01 14:05`, UTC.
    pub(crate) asked_at: String,
}

/// The device that waits with a code. A wrong code counts against all that wait.
pub(crate) async fn waiting(
    pool: &PgPool,
    code: Option<&UserCode>,
) -> Result<Option<Waiting>, Refusal> {
    if let Some(code) = code {
        let waiting = query_as(
            "SELECT client_id, device_name, asked_from, \
             to_char((expires_at - interval '10 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') \
             AS asked_at FROM device_codes WHERE user_code_hash = $1 AND status = 'pending' \
             AND expires_at > now() AND misses < $2",
        );
        let waiting = waiting
            .bind(code.hash())
            .bind(MISSES)
            .fetch_optional(pool)
            .await?;
        if waiting.is_some() {
            return Ok(waiting);
        }
    }
    query("UPDATE device_codes SET misses = misses + 1 WHERE status = 'pending' AND expires_at > now()")
        .execute(pool)
        .await?;
    Ok(None)
}

/// Says yes or no for the device with a code; false when it waits no more.
pub(crate) async fn decide(
    connection: &mut PgConnection,
    user_code_hash: &[u8],
    user: Uuid,
    yes: bool,
) -> Result<bool, Refusal> {
    let decided = query(
        "UPDATE device_codes SET status = CASE WHEN $3 THEN 'approved' ELSE 'denied' END, \
         user_id = $2 WHERE user_code_hash = $1 AND status = 'pending' AND expires_at > now() \
         AND misses < $4",
    );
    let decided = decided
        .bind(user_code_hash)
        .bind(user)
        .bind(yes)
        .bind(MISSES);
    Ok(decided.execute(connection).await?.rows_affected() == 1)
}

/// What a machine hears.
pub(crate) enum Heard {
    Tokens(Box<Tokens>),
    Pending,
    SlowDown,
    Expired,
    Denied,
    /// Never heard of, or used already.
    Unknown,
}

#[derive(sqlx::FromRow)]
struct Row {
    client_id: String,
    device_name: String,
    status: String,
    is_over: bool,
    is_too_soon: bool,
    user_id: Option<Uuid>,
}

/// What came with a device code.
pub(crate) struct Polling<'a> {
    pub(crate) code: &'a Opaque,
    pub(crate) client_id: &'a str,
    pub(crate) device_name: Option<&'a str>,
    pub(crate) client: IpAddr,
}

/// Answers a machine that asks whether the person said yes.
pub(crate) async fn poll(context: &Context, polling: &Polling<'_>) -> Result<Heard, Refusal> {
    let mut transaction = context.pool.begin().await?;
    let row: Option<Row> = query_as(
        "SELECT client_id, device_name, status, user_id, \
         expires_at <= now() OR (misses >= $2 AND status = 'pending') AS is_over, \
         COALESCE(polled_at + make_interval(secs => interval_secs) > now(), false) AS is_too_soon \
         FROM device_codes WHERE hash = $1 FOR UPDATE",
    )
    .bind(polling.code.hash())
    .bind(MISSES)
    .fetch_optional(&mut *transaction)
    .await?;
    let Some(row) = row.filter(|row| row.client_id == polling.client_id) else {
        return Ok(Heard::Unknown);
    };
    let heard = match row.status.as_str() {
        "denied" => Heard::Denied,
        "redeemed" => Heard::Unknown,
        _ if row.is_over => Heard::Expired,
        "approved" => redeem(context, &mut transaction, &row, polling).await?,
        _ => wait(&mut transaction, &row, polling).await?,
    };
    transaction.commit().await?;
    Ok(heard)
}

async fn wait(
    connection: &mut PgConnection,
    row: &Row,
    polling: &Polling<'_>,
) -> Result<Heard, Refusal> {
    query(
        "UPDATE device_codes SET polled_at = now(), \
         interval_secs = interval_secs + CASE WHEN $2 THEN 5 ELSE 0 END WHERE hash = $1",
    )
    .bind(polling.code.hash())
    .bind(row.is_too_soon)
    .execute(connection)
    .await?;
    Ok(if row.is_too_soon {
        Heard::SlowDown
    } else {
        Heard::Pending
    })
}

async fn redeem(
    context: &Context,
    connection: &mut PgConnection,
    row: &Row,
    polling: &Polling<'_>,
) -> Result<Heard, Refusal> {
    let person: Option<(Uuid, String)> =
        query_as("SELECT id, email FROM users WHERE id = $1 AND NOT is_disabled")
            .bind(row.user_id)
            .fetch_optional(&mut *connection)
            .await?;
    let Some((user, email)) = person else {
        return Ok(Heard::Denied);
    };
    query("UPDATE device_codes SET status = 'redeemed' WHERE hash = $1")
        .bind(polling.code.hash())
        .execute(&mut *connection)
        .await?;
    let who = SignIn {
        user,
        email: &email,
        device_name: Some(polling.device_name.unwrap_or(&row.device_name)),
        client: polling.client,
    };
    let (_, tokens) = begin_on(context, connection, &who).await?;
    Ok(Heard::Tokens(Box::new(tokens)))
}
