//! `kill -9` at any moment: what was acknowledged is there, and nothing is half-written.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use domain::id::TransactionId;
use store::{Filter, Order, StoreError, Verb};

use crate::fixture::{Fixture, device, found};

const FOLDER: &str = "LUKA_TEST_WRITER_FOLDER";

/// Not a test but the process that is killed: it adds transactions, alone and in batches, until
/// it dies, and says after each commit which ones are saved.
#[test]
fn writer_process() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let (locked, key) = found(folder);
    let mut ledger = locked.open(&key, device()).unwrap();
    let chart = ledger.view().chart().unwrap();
    let named = |name| {
        chart
            .iter()
            .find(|account| account.name == name)
            .unwrap()
            .id
    };
    let (cash, food) = (named("Cash"), named("Food"));
    let mut out = std::io::stdout();
    for round in 0i64.. {
        let mut writer = ledger.write(Verb::Add, 5_000 + round).unwrap();
        let mut saved = Vec::new();
        for _ in 0..[1, 1, 40][usize::try_from(round % 3).unwrap()] {
            let id = writer.next_id().unwrap();
            let transaction = Fixture::expense(id, "2025-05-05", 100 + round, cash, food);
            writer.create(&transaction).unwrap();
            saved.push(id.raw().to_string());
        }
        writer.commit().unwrap();
        writeln!(out, "saved {}", saved.join(",")).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn nothing_acknowledged_is_lost() {
    let mut fixture = Fixture::new();
    fixture.ledger = None;
    let mut acknowledged: HashSet<i64> = HashSet::new();
    for kill_after in [1, 2, 3, 5, 8, 13, 21, 34] {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "kill::writer_process",
                "--exact",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, fixture.directory().path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = 0;
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            // The line may follow the test runner's own words.
            let line = line.unwrap();
            let Some((_, ids)) = line.split_once("saved ") else {
                continue;
            };
            acknowledged.extend(ids.split(',').map(|id| id.parse::<i64>().unwrap()));
            lines += 1;
            if lines == kill_after {
                child.kill().unwrap();
            }
        }
        assert!(lines >= kill_after, "the writer ended by itself");
        child.wait().unwrap();
        fixture.reopen().unwrap();
        let mut found: HashSet<i64> = HashSet::new();
        let view = fixture.ledger().view();
        view.visit::<StoreError>(
            &Filter::default(),
            Order::OldestFirst,
            None,
            |transaction| {
                found.insert(TransactionId::raw(transaction.id));
                Ok(())
            },
        )
        .unwrap();
        let lost: Vec<&i64> = acknowledged.difference(&found).collect();
        assert!(lost.is_empty(), "lost after {kill_after} lines: {lost:?}");
        assert_eq!(fixture.troubles(), []);
        fixture.ledger = None;
    }
}
