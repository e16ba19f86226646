//! The floor of an import: so many transactions into an SQLCipher file, with nothing around.
//!
//! `cargo xtask bench import` runs it as `bare_insert COUNT FILE` and measures the process. Raw key,
//! WAL, one write transaction; each row a transaction, two postings, four indices. No duplicates are
//! sought, nothing is recorded, and no sums are kept.

use std::env;
use std::error::Error;
use std::fs;

use rusqlite::{Connection, params};

const KEY: &str = "x'2b7e151628aed2a6abf7158809cf4f3c2b7e151628aed2a6abf7158809cf4f3c'";

const SCHEMA: &str = "
    CREATE TABLE transactions (
        id INTEGER PRIMARY KEY, day INTEGER NOT NULL, payee TEXT NOT NULL, number INTEGER NOT NULL);
    CREATE TABLE postings (
        transaction_id INTEGER NOT NULL REFERENCES transactions (id),
        day INTEGER NOT NULL, account INTEGER NOT NULL,
        amount INTEGER NOT NULL, currency INTEGER NOT NULL);
    CREATE INDEX transactions_by_day ON transactions (day, id);
    CREATE INDEX transactions_by_number ON transactions (number);
    CREATE INDEX postings_by_transaction ON postings (transaction_id);
    CREATE INDEX postings_by_account ON postings (account, day, amount);
";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let count: i64 = arguments.next().ok_or("bare_insert COUNT FILE")?.parse()?;
    let file = arguments.next().ok_or("bare_insert COUNT FILE")?;
    for suffix in ["", "-wal", "-shm"] {
        match fs::remove_file(format!("{file}{suffix}")) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let mut connection = Connection::open(&file)?;
    connection.pragma_update(None, "key", KEY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch(SCHEMA)?;
    insert(&mut connection, count)?;
    Ok(())
}

fn insert(connection: &mut Connection, count: i64) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let mut row = transaction
            .prepare("INSERT INTO transactions (id, day, payee, number) VALUES (?1, ?2, ?3, ?4)")?;
        let mut posting = transaction.prepare("INSERT INTO postings VALUES (?1, ?2, ?3, ?4, 1)")?;
        for id in 1..=count {
            let day = 19_000 + id / 91;
            let amount = 100 * (1 + id * 7919 % 900);
            let payee = format!("SUPERMERCADO LIDER {:02}", id % 320);
            row.execute(params![id, day, payee, amount])?;
            posting.execute(params![id, day, 1, -amount])?;
            posting.execute(params![id, day, 2 + id % 40, amount])?;
        }
    }
    transaction.commit()
}
