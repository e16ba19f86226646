//! The connection to Postgres: a pool with limits, and the schema.

mod migrate;

use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use sqlx_postgres::{PgConnectOptions, PgPool, PgPoolOptions};

pub(crate) use migrate::migrate;

/// A statement that takes longer is ended by Postgres.
const STATEMENT_LIMIT_MILLIS: &str = "5000";
/// How long a request waits for a connection before it is told to come again.
const WAIT: Duration = Duration::from_secs(3);

/// The address says no place that can be connected to.
#[derive(Debug, thiserror::Error)]
#[error("DATABASE_URL is not the address of a Postgres database")]
pub(crate) struct AddressError;

/// A pool that connects when it is first needed, so that a start does not wait for Postgres.
pub(crate) fn pool(address: &SecretString, connections: u32) -> Result<PgPool, AddressError> {
    // The error of the parser may hold the address, and with it a password.
    let options: PgConnectOptions = address.expose_secret().parse().map_err(|_| AddressError)?;
    let options = options
        .application_name("luka-server")
        .options([("statement_timeout", STATEMENT_LIMIT_MILLIS)]);
    Ok(PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(WAIT)
        .idle_timeout(Duration::from_mins(5))
        .test_before_acquire(false)
        .connect_lazy_with(options))
}

/// True for a failure that may be over a moment later: Postgres gone, starting, full or slow.
pub(crate) fn is_transient(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| {
            // Connection exceptions, not enough of something, an operator's doing, and conflicts
            // between transactions (PostgreSQL, appendix A).
            ["08", "53", "57", "40"]
                .iter()
                .any(|class| code.starts_with(class))
        }),
        _ => false,
    }
}
