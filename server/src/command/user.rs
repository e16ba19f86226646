//! `luka-server user`: what an operator does to accounts from the machine itself.

use std::io::BufRead as _;

use sqlx_core::query::query;
use sqlx_core::query_scalar::query_scalar;
use sqlx_postgres::PgPool;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::accounts::users;
use crate::database;
use crate::passwords::{self, Passwords};
use crate::refusal::Refusal;
use crate::settings::Settings;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Add,
    Password,
    Promote,
    Demote,
    Disable,
    Enable,
}

impl Verb {
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "add" => Self::Add,
            "password" => Self::Password,
            "promote" => Self::Promote,
            "demote" => Self::Demote,
            "disable" => Self::Disable,
            "enable" => Self::Enable,
            _ => return None,
        })
    }
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub(super) enum UserError {
    #[error("that is no e-mail address")]
    NoAddress,
    #[error("there is an account with that address already")]
    Known,
    #[error("there is no account with that address")]
    Unknown,
    #[error("the password is the first line of stdin, which can't be read: {0}")]
    NoPassword(#[from] std::io::Error),
    #[error("{0}")]
    Weak(&'static str),
    #[error(transparent)]
    Address(#[from] database::AddressError),
    #[error("the database can't be brought up to date: {0}")]
    Migrate(#[from] sqlx_core::migrate::MigrateError),
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Does it, and says so.
pub(super) async fn act(
    settings: &Settings,
    verb: Verb,
    email: &str,
) -> Result<&'static str, UserError> {
    if !users::is_email(email) {
        return Err(UserError::NoAddress);
    }
    let pool = database::pool(&settings.database_url, 1)?;
    database::migrate(&pool).await?;
    match verb {
        Verb::Add => add(&pool, email).await,
        Verb::Password => change_password(&pool, email).await,
        Verb::Promote => {
            set(
                &pool,
                email,
                "UPDATE users SET is_superuser = true WHERE email_folded = $1",
            )
            .await?;
            Ok("promoted")
        }
        Verb::Demote => {
            set(
                &pool,
                email,
                "UPDATE users SET is_superuser = false WHERE email_folded = $1",
            )
            .await?;
            Ok("demoted")
        }
        Verb::Enable => {
            set(
                &pool,
                email,
                "UPDATE users SET is_disabled = false WHERE email_folded = $1",
            )
            .await?;
            Ok("enabled")
        }
        Verb::Disable => disable(&pool, email).await,
    }
}

/// The first line of stdin, as a hash.
async fn hash_of_stdin(email: &str) -> Result<String, UserError> {
    let mut line = Zeroizing::new(String::new());
    std::io::stdin().lock().read_line(&mut line)?;
    let password = passwords::check(line.trim_end_matches(['\r', '\n']), email)
        .map_err(|weakness| UserError::Weak(weakness.advice()))?;
    Ok(Passwords::start()?.hash(password).await?.to_phc())
}

async fn add(pool: &PgPool, email: &str) -> Result<&'static str, UserError> {
    let hash = hash_of_stdin(email).await?;
    if users::register(pool, email, &hash).await? {
        Ok("added")
    } else {
        Err(UserError::Known)
    }
}

/// For who forgot theirs; every session ends.
async fn change_password(pool: &PgPool, email: &str) -> Result<&'static str, UserError> {
    let account = users::by_email(pool, email).await?;
    let account = account.ok_or(UserError::Unknown)?;
    let hash = hash_of_stdin(email).await?;
    users::change_password(pool, account.id, &hash, None).await?;
    Ok("changed, and its sessions are over")
}

async fn set(pool: &PgPool, email: &str, sql: &'static str) -> Result<(), UserError> {
    let changed = query(sql).bind(users::fold(email)).execute(pool).await?;
    if changed.rows_affected() == 0 {
        Err(UserError::Unknown)
    } else {
        Ok(())
    }
}

async fn disable(pool: &PgPool, email: &str) -> Result<&'static str, UserError> {
    let mut transaction = pool.begin().await?;
    let ids: Vec<Uuid> =
        query_scalar("UPDATE users SET is_disabled = true WHERE email_folded = $1 RETURNING id")
            .bind(users::fold(email))
            .fetch_all(&mut *transaction)
            .await?;
    if ids.is_empty() {
        return Err(UserError::Unknown);
    }
    query("UPDATE sessions SET revoked_at = now() WHERE user_id = ANY($1) AND revoked_at IS NULL")
        .bind(ids)
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok("disabled, and its sessions are over")
}
