//! The format of the file: numbered SQL scripts, each applied once, none ever edited.

use rusqlite::{Connection, TransactionBehavior};

use crate::StoreError;

const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/ledger/0001_ledger.sql"),
    include_str!("../../../migrations/ledger/0002_plans.sql"),
    include_str!("../../../migrations/ledger/0003_review.sql"),
    include_str!("../../../migrations/ledger/0004_attachments.sql"),
];

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

#[cfg(test)]
mod tests {
    use domain::Tag;
    use domain::id::TagId;

    use super::*;
    use crate::{Check, DeviceId, LedgerDir, Locked, NewLedger, Verb};

    /// The schema of a file: what each table, index and trigger says.
    fn schema(connection: &Connection) -> Vec<String> {
        let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    /// Takes away what every script after the first made.
    const BACK_TO_FIRST: &str = "DROP TRIGGER currencies_exponent_stays_in_plans; \
        DROP TABLE budgets; DROP TABLE schedules; DROP TABLE rules; DROP TABLE statement_rows; \
        DROP TABLE attachments; DROP TABLE attachment_contents; \
        PRAGMA user_version = 1;";

    /// The rows of bank files as the first script made them; the third makes them anew.
    fn first_rows() -> &'static str {
        let script = MIGRATIONS[0];
        let start = script.find("CREATE TABLE statement_rows").unwrap();
        let end = start + script[start..].find("-- The history").unwrap();
        &script[start..end]
    }

    #[test]
    fn a_ledger_of_the_first_version_is_brought_up_and_a_newer_one_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let device: DeviceId = "0123456789abcdef0123456789abcdef".parse().unwrap();
        let directory = LedgerDir::new(folder.path().join("ledger"));
        let passphrase = vault::Passphrase::new("x".to_owned());
        let new = NewLedger::create(directory.clone(), &passphrase, device.clone()).unwrap();
        let mut ledger = new.ledger;
        ledger.connection.execute_batch(BACK_TO_FIRST).unwrap();
        ledger.connection.execute_batch(first_rows()).unwrap();
        let first = Connection::open_in_memory().unwrap();
        first.execute_batch(MIGRATIONS[0]).unwrap();
        assert_eq!(schema(&ledger.connection), schema(&first));
        let mut writer = ledger.write(Verb::Tag, 1).unwrap();
        let id = TagId(writer.next_id().unwrap());
        let name = "kept".to_owned();
        writer.create(&Tag { id, name }).unwrap();
        writer.commit().unwrap();
        drop(ledger);

        let open = || {
            let locked = Locked::find(directory.clone())?;
            let key = locked.key_from_passphrase(&passphrase)?;
            locked.open(&key, device.clone())
        };
        let ledger = open().unwrap();
        assert_eq!(version(&ledger.connection).unwrap(), newest());
        assert_eq!(ledger.view().tags().unwrap().len(), 1);
        assert!(ledger.view().budgets().unwrap().is_empty());
        for check in Check::ALL {
            let finding = ledger.examine(check);
            assert!(finding.is_fine(), "{}: {finding:?}", check.as_str());
        }

        let later = newest() + 1;
        ledger
            .connection
            .pragma_update(None, "user_version", later)
            .unwrap();
        drop(ledger);
        let refused = open();
        assert!(
            matches!(refused, Err(StoreError::Newer { found, .. }) if found == later),
            "{refused:?}"
        );
    }

    #[test]
    fn rows_of_bank_files_are_kept_and_those_that_waited_wait() {
        let connection = Connection::open_in_memory().unwrap();
        for script in &MIGRATIONS[..2] {
            connection.execute_batch(script).unwrap();
        }
        connection
            .execute_batch(
                "PRAGMA foreign_keys = OFF; INSERT INTO statement_rows VALUES \
                 (1, 1, 1, 20000, -900, 'TE', 'id1', 7, 0), (2, 1, 1, 20001, -800, 'PAN', NULL, NULL, 1), \
                 (3, 1, 1, 20002, -700, 'CAFE', NULL, 8, 2);",
            )
            .unwrap();
        for script in &MIGRATIONS[2..] {
            connection.execute_batch(script).unwrap();
        }
        let sql = "SELECT group_concat(id || ' ' || text || ' ' || ifnull(transaction_id, '-') \
             || ' ' || verdict || ' ' || waits || ' ' || (reason IS NULL), ', ') FROM statement_rows";
        let rows: String = connection.query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(rows, "1 TE 7 0 0 1, 2 PAN - 1 0 1, 3 CAFE 8 2 0 1");
        let sql = "SELECT count(*) FROM statement_rows WHERE waits = 1 OR verdict = 1";
        let waiting: i64 = connection.query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(waiting, 1);
    }
}
