//! The verbs of every day on ten thousand transactions, inside one process. What a whole command
//! costs, at a million and against the limits, is `cargo xtask bench`'s business.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that can't go on must fail"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::ops::ControlFlow;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use domain::currency::iso_currency;
use ops::demo::Demo;
use ops::import::{BankFile, Import};
use ops::report::Scope;
use ops::session::{LedgerDir, Passphrase};
use ops::transaction::{AddTransaction, ListTransactions};
use ops::{Book, Clock, InitLedger, LookupError, StarterLanguage};
use tempfile::TempDir;

fn ledger() -> (TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let init = InitLedger {
        directory: LedgerDir::new(folder.path().join("ledger")),
        passphrase: Passphrase::new("correct horse".to_owned()),
        device: "0123456789abcdef0123456789abcdef".parse().unwrap(),
        currency: iso_currency("CLP".parse().unwrap()).unwrap(),
        starter: None,
    };
    let clock = Clock {
        today: "2025-04-16".parse().unwrap(),
        now_ms: 1_744_800_000_000,
    };
    let mut book = init.run(clock).unwrap().book;
    let demo = Demo {
        transactions: 10_000,
        seed: 1,
        language: StarterLanguage::English,
    };
    book.make_demo(demo, |_| ControlFlow::Continue(())).unwrap();
    (folder, book)
}

fn statement(rows: u32) -> BankFile {
    let mut text = String::from("Date,Description,Amount\n");
    for row in 0..rows {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        let amount = 1000 + row;
        let _ = writeln!(text, "2024-{month:02}-{day:02},SHOP {},-{amount}", row % 50);
    }
    BankFile::new("bank.csv".to_owned(), text.into_bytes())
}

fn reads(criterion: &mut Criterion) {
    let (_folder, book) = ledger();
    let scope = Scope::default();
    criterion.bench_function("report monthly", |b| {
        b.iter(|| black_box(book.report_monthly(&scope).unwrap()));
    });
    criterion.bench_function("report categories", |b| {
        b.iter(|| black_box(book.report_categories(&scope).unwrap()));
    });
    criterion.bench_function("report balance", |b| {
        b.iter(|| black_box(book.report_balance(&scope).unwrap()));
    });
    let window = ListTransactions {
        limit: Some(50),
        ..ListTransactions::default()
    };
    criterion.bench_function("list 50", |b| {
        b.iter(|| {
            book.list::<LookupError>(
                &window,
                |_| Ok(()),
                |transaction, _| {
                    black_box(transaction);
                    Ok(())
                },
            )
            .unwrap()
        });
    });
}

fn writes(criterion: &mut Criterion) {
    let (_folder, mut book) = ledger();
    let entry = AddTransaction {
        amount: "4500".to_owned(),
        category: "Lunch".to_owned(),
        ..AddTransaction::default()
    };
    criterion.bench_function("add", |b| b.iter(|| book.add(&entry).unwrap()));
    let request = Import {
        accounts: vec!["Checking".parse().unwrap()],
        ..Import::default()
    };
    book.import(&mut [statement(1000)], &request).unwrap();
    criterion.bench_function("import 1000 rows that are known", |b| {
        b.iter_batched(
            || [statement(1000)],
            |mut files| book.import(&mut files, &request).unwrap(),
            BatchSize::LargeInput,
        );
    });
}

criterion_group!(benches, reads, writes);
criterion_main!(benches);
