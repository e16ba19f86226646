//! Rows that are over are removed now and then, by whichever replica comes first.

use std::time::Duration;

use sqlx_core::raw_sql::raw_sql;
use sqlx_postgres::PgPool;

/// Between two times.
const PAUSE: Duration = Duration::from_mins(10);

/// Sweeps for as long as the server runs; a database that is away is swept the next time.
pub(crate) async fn run(pool: PgPool) {
    let mut times = tokio::time::interval(PAUSE);
    loop {
        times.tick().await;
        if let Err(error) = sweep(&pool).await {
            tracing::warn!(
                transient = crate::database::is_transient(&error),
                "sweeping failed"
            );
        }
    }
}

async fn sweep(pool: &PgPool) -> Result<(), sqlx::Error> {
    raw_sql(
        "DELETE FROM login_states WHERE expires_at < now(); \
         DELETE FROM authorization_codes WHERE expires_at < now() - interval '1 day'; \
         DELETE FROM device_codes WHERE expires_at < now() - interval '1 hour'; \
         DELETE FROM device_visits WHERE expires_at < now(); \
         DELETE FROM attempts WHERE until < now() - interval '1 day'; \
         DELETE FROM sessions WHERE expires_at < now() - interval '30 days';",
    )
    .execute(pool)
    .await?;
    Ok(())
}
