//! The schema of `migrations/server/`, inside of the program.
//!
//! Migrations run under an advisory lock of Postgres: of two replicas that start at once one waits.

use std::borrow::Cow;

use sqlx_core::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx_core::sql_str::SqlSafeStr as _;
use sqlx_postgres::PgPool;

/// Number, what for, and the statements.
const MIGRATIONS: &[(i64, &str, &str)] = &[(
    1,
    "accounts",
    include_str!("../../../migrations/server/0001_accounts.sql"),
)];

/// Brings the schema up to date.
pub(crate) async fn migrate(pool: &PgPool) -> Result<(), MigrateError> {
    let migration = |&(version, description, sql): &(i64, &'static str, &'static str)| {
        Migration::new(
            version,
            Cow::Borrowed(description),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    };
    Migrator::with_migrations(MIGRATIONS.iter().map(migration).collect())
        .run(pool)
        .await
}
