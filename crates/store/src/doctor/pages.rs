//! Below the books: files, pages, tables, references.

use vault::private;

use super::Finding;
use crate::{Ledger, LedgerDir, StoreError};

pub(super) fn permissions(directory: &LedgerDir, finding: &mut Finding) {
    finding.look();
    if let Err(error) = private::check_private_dir(directory.path()) {
        finding.complain(|| error.to_string());
    }
    let wal = directory.path().join("ledger.db-wal");
    let files = [
        directory.database(),
        directory.keys(),
        directory.head(),
        wal,
    ];
    for file in files.iter().filter(|file| file.symlink_metadata().is_ok()) {
        finding.look();
        if let Err(error) = private::check_private_file(file) {
            finding.complain(|| error.to_string());
        }
    }
}

/// `cipher_integrity_check` verifies the HMAC of each page in the file.
pub(super) fn cipher(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    // Pages that lie in the WAL only would not be looked at: move them into the file first.
    if ledger.obstacle.is_none() {
        let checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";
        ledger.connection.query_row(checkpoint, [], |_| Ok(()))?;
    }
    let pages: i64 = ledger
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))?;
    finding.examined = u64::try_from(pages).unwrap_or(0);
    report(ledger, "PRAGMA cipher_integrity_check", finding)
}

pub(super) fn structure(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let objects = "SELECT count(*) FROM sqlite_schema";
    let objects: i64 = ledger.connection.query_row(objects, [], |row| row.get(0))?;
    finding.examined = u64::try_from(objects).unwrap_or(0);
    report(ledger, "PRAGMA integrity_check(20)", finding)
}

/// Runs a pragma that answers with one row for each trouble, or `ok`.
fn report(ledger: &Ledger, pragma: &str, finding: &mut Finding) -> Result<(), StoreError> {
    let mut statement = ledger.connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let trouble: String = row.get(0)?;
        if trouble != "ok" {
            finding.complain(|| trouble);
        }
    }
    Ok(())
}

pub(super) fn references(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let keys = "SELECT count(*) FROM sqlite_schema s, pragma_foreign_key_list(s.name) \
                WHERE s.type = 'table'";
    let keys: i64 = ledger.connection.query_row(keys, [], |row| row.get(0))?;
    finding.examined = u64::try_from(keys).unwrap_or(0);
    let mut statement = ledger.connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        finding.complain(|| format!("a row of {table} points to nothing in {parent}"));
    }
    drop(rows);
    for (what, sql) in UNGUARDED {
        let lost: i64 = ledger.connection.query_row(sql, [], |row| row.get(0))?;
        if lost > 0 {
            finding.complain(|| format!("{lost} {what}"));
        }
    }
    Ok(())
}

/// References that no foreign key guards, because it would cost each new row a look-up.
const UNGUARDED: [(&str, &str); 2] = [
    (
        "postings are in no currency",
        "SELECT count(*) FROM postings p WHERE NOT EXISTS \
         (SELECT 1 FROM currencies WHERE id = p.currency) OR (p.cost_currency IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM currencies WHERE id = p.cost_currency))",
    ),
    (
        "transactions have a payee that is not there",
        "SELECT count(*) FROM transactions t WHERE t.payee IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM payees WHERE id = t.payee)",
    ),
];
