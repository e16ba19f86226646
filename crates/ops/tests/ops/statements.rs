//! Real bank files, when they are at hand: each is imported, and imported again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::Decimal;
use domain::statement::Verdict;
use formats::import::DateOrder;
use ops::import::{AccountChoice, BankFile, Import, ImportedFile, RowVerdict};
use serde_json::Value;

use crate::fixture::Fixture;

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/statements");
    if !folder.is_dir() {
        println!("skipped: the bank statements are not at hand");
        return None;
    }
    Some(folder)
}

fn bank_file(path: &Path) -> BankFile {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    BankFile::new(name, fs::read(path).unwrap())
}

/// The currency that the rows are in, else US dollars.
fn currency(expected: &Value) -> String {
    let rows = expected["rows"].as_array().unwrap();
    let named = rows.iter().find_map(|row| row["currency"].as_str());
    named.unwrap_or("USD").to_owned()
}

fn import(fixture: &mut Fixture, path: &Path) -> Result<ImportedFile, ops::import::ImportError> {
    let accounts = vec![AccountChoice {
        in_file: None,
        in_ledger: "Bank".to_owned(),
    }];
    let ambiguous = path.ends_with("payoneer_ambiguous_date.csv");
    let date_order = ambiguous.then_some(DateOrder::Mdy);
    let request = Import {
        accounts,
        date_order,
        ..Import::default()
    };
    fixture
        .book
        .import(&mut [bank_file(path)], &request)
        .map(|mut files| files.remove(0))
}

/// What is in the account: how often each day and amount occurs.
fn booked(fixture: &Fixture) -> BTreeMap<(String, Decimal), usize> {
    let chart = fixture.book.view().chart().unwrap();
    let bank = chart
        .resolve("Bank", domain::account::Wanted::Account)
        .unwrap()
        .id;
    let mut rows = BTreeMap::new();
    let all = store::Filter::default();
    let view = fixture.book.view();
    view.visit::<store::StoreError>(&all, store::Order::OldestFirst, None, |transaction| {
        for posting in transaction
            .postings
            .iter()
            .filter(|posting| posting.account == bank)
        {
            let amount = posting.amount.to_decimal().normalize();
            *rows
                .entry((transaction.date.to_string(), amount))
                .or_default() += 1;
        }
        Ok(())
    })
    .unwrap();
    rows
}

fn expected_rows(expected: &Value) -> BTreeMap<(String, Decimal), usize> {
    let mut rows = BTreeMap::new();
    for row in expected["rows"].as_array().unwrap() {
        let amount: Decimal = row["amount"].as_str().unwrap().parse().unwrap();
        let date = row["date"].as_str().unwrap().to_owned();
        // Investment totals carry more digits than dollars have; they are rounded when booked.
        *rows
            .entry((date, amount.round_dp(2).normalize()))
            .or_default() += 1;
    }
    rows
}

/// Scenario D1: each good file, imported twice, adds its rows once.
#[test]
fn each_good_file_is_imported_once_however_often() {
    let Some(folder) = folder() else { return };
    let mut tried = 0;
    for kind in ["csv", "ofx", "qif", "derived"] {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder.join(kind))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        entries.sort();
        for path in entries
            .into_iter()
            .filter(|path| !path.to_string_lossy().ends_with(".json"))
        {
            let description = format!("{}.expected.json", path.display());
            let expected: Value =
                serde_json::from_str(&fs::read_to_string(description).unwrap()).unwrap();
            if expected["outcome"] == "error" {
                continue;
            }
            tried += 1;
            let mut fixture = Fixture::with(None, "USD");
            fixture.account("Bank", &currency(&expected));
            let first =
                import(&mut fixture, &path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let new = first.count(|v| v == RowVerdict::Taken(Verdict::New));
            assert_eq!(
                new,
                usize::try_from(expected["row_count"].as_u64().unwrap()).unwrap(),
                "{}",
                path.display()
            );
            assert_eq!(
                booked(&fixture),
                expected_rows(&expected),
                "{}",
                path.display()
            );
            let again = import(&mut fixture, &path).unwrap();
            assert_eq!(
                again.count(|v| matches!(v, RowVerdict::Taken(_))),
                0,
                "{}",
                path.display()
            );
            assert_eq!(
                fixture.troubles(),
                Vec::<String>::new(),
                "{}",
                path.display()
            );
        }
    }
    assert!(tried > 35, "only {tried} files were found");
}

/// Scenarios D2 to D4: overlapping statements, in both orders, and a charge with its refund.
#[test]
fn overlaps_add_their_own_rows_only() {
    let Some(folder) = folder() else { return };
    let scenarios: [(&[&str], usize, &str); 4] = [
        (
            &[
                "derived/ie_boi_until_12sep.csv",
                "derived/ie_boi_from_07sep.csv",
            ],
            27,
            "EUR",
        ),
        (
            &["csv/ie_boi.csv", "derived/ie_boi_from_07sep.csv"],
            27,
            "EUR",
        ),
        (
            &["derived/ie_boi_from_07sep.csv", "csv/ie_boi.csv"],
            27,
            "EUR",
        ),
        (&["csv/nl_bunq.csv"], 7, "EUR"),
    ];
    for (files, rows, currency) in scenarios {
        let mut fixture = Fixture::with(None, "EUR");
        fixture.account("Bank", currency);
        for file in files {
            import(&mut fixture, &folder.join(file)).unwrap();
        }
        assert_eq!(booked(&fixture).values().sum::<usize>(), rows, "{files:?}");
    }
}
