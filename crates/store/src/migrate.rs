//! The format of the file: numbered SQL scripts, each applied once, none ever edited.

use rusqlite::{Connection, TransactionBehavior};

use crate::StoreError;

const MIGRATIONS: &[&str] = &[include_str!("../../../migrations/ledger/0001_ledger.sql")];

/// The format that this program writes: how many scripts were applied.
pub(crate) fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Brings the file to the newest format; one from a later program is refused untouched.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let found = version(connection)?;
    if found == newest() {
        return Ok(());
    }
    if found > newest() {
        return Err(StoreError::Newer {
            found,
            known: newest(),
        });
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let applied = usize::try_from(version(&transaction)?).unwrap_or(0);
    for script in MIGRATIONS.iter().skip(applied) {
        transaction.execute_batch(script)?;
    }
    transaction.pragma_update(None, "user_version", newest())?;
    transaction.commit()?;
    Ok(())
}

/// True for a file in which nothing was ever made.
pub(crate) fn is_blank(connection: &Connection) -> Result<bool, StoreError> {
    Ok(version(connection)? == 0)
}

fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
