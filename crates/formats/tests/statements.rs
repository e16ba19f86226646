//! Every CSV, OFX, QIF, CAMT, MT940 and workbook file of the shared collection against what it is known to hold.
//!
//! The collection lies beside the project and is not part of it; without it the test says so and
//! passes. All mismatches are reported together.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may fail"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use domain::{Decimal, NaiveDate};
use formats::import::{DateOrder, Hints, ReadError, Row, Statement, Warning, read};
use serde_json::Value;

fn collection() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/statements");
    path.is_dir().then_some(path)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 30).unwrap()
}

/// The files of a folder with the given endings.
fn files(root: &Path, folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|have| have == ending))
        .collect();
    found.sort();
    found
}

fn expected(file: &Path) -> Value {
    let path = format!("{}.expected.json", file.display());
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn outcome(result: &Result<Statement, ReadError>) -> &'static str {
    match result {
        Ok(statement) if statement.errors.is_empty() => "ok",
        Ok(_) => "partial",
        Err(_) => "error",
    }
}

type Multiset = BTreeMap<(String, Decimal), i32>;

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What differs between a statement and its expectation, and how many texts differ.
fn compare(statement: &Statement, expected: &Value) -> (Vec<String>, usize) {
    let mut problems = Vec::new();
    let rows = expected["rows"].as_array().unwrap();
    let mut difference = Multiset::new();
    for row in rows {
        let amount: Decimal = row["amount"].as_str().unwrap().parse().unwrap();
        let key = (row["date"].as_str().unwrap().to_owned(), amount.normalize());
        *difference.entry(key).or_default() += 1;
    }
    for row in &statement.rows {
        *difference
            .entry((row.date.to_string(), row.amount.normalize()))
            .or_default() -= 1;
    }
    for ((date, amount), count) in difference.into_iter().filter(|(_, count)| *count != 0) {
        problems.push(format!(
            "{} {date} {amount}",
            if count > 0 { "LOST " } else { "EXTRA" }
        ));
    }
    let mut texts = 0;
    for (row, wanted) in statement.rows.iter().zip(rows) {
        problems.extend(compare_row(statement, row, wanted));
        for (have, key) in [
            (row.payee.as_deref(), "payee"),
            (row.memo.as_deref(), "memo"),
        ] {
            texts += usize::from(
                squeeze(have.unwrap_or_default())
                    != squeeze(wanted[key].as_str().unwrap_or_default()),
            );
        }
    }
    (problems, texts)
}

fn compare_row(statement: &Statement, row: &Row, wanted: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let account = statement.account_of(row).map(|account| account.id.clone());
    let currency = row.currency.map(|code| code.to_string());
    let id = row
        .bank_id
        .clone()
        .or_else(|| row.extra().check_number.clone())
        .map(String::from);
    for (key, have) in [("account", account), ("currency", currency), ("id", id)] {
        let wanted = wanted[key].as_str().unwrap_or_default();
        // A currency that only a person can know (`$`, an IBAN's country) is not in the file.
        let unsaid = key == "currency" && have.is_none();
        // `NONREF` says that there is no reference.
        let unsaid = unsaid || key == "id" && ["NONREF", "-"].contains(&wanted);
        if !wanted.is_empty() && !unsaid && have.as_deref() != Some(wanted) {
            problems.push(format!(
                "line {}: {key} is {have:?}, expected {wanted}",
                row.line
            ));
        }
    }
    problems
}

fn check_accounts(statement: &Statement, expected: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let all = expected["accounts"].as_array();
    // Several statements of one account: the last one closes it.
    let mut accounts: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for wanted in all.into_iter().flatten() {
        let id = wanted["id"].as_str().unwrap_or_default();
        accounts.entry(id).or_default().push(wanted);
    }
    let inconsistent = all
        .into_iter()
        .flatten()
        .filter(|one| one["balance_consistent"] == false);
    let mismatches = statement
        .warnings
        .iter()
        .filter(|warning| matches!(warning, Warning::ClosingMismatch { .. }));
    let counts = (inconsistent.count(), mismatches.count());
    if counts.0 != counts.1 && ["camt", "mt940"].contains(&statement.format.as_str()) {
        problems.push(format!(
            "{} statements don't add up, {} are said",
            counts.0, counts.1
        ));
    }
    for (id, statements) in accounts {
        let Some(wanted) = statements.last() else {
            continue;
        };
        let Some(account) = statement.accounts.iter().find(|account| account.id == id) else {
            problems.push(format!("account {id} is missing"));
            continue;
        };
        let money = |key: &str| {
            wanted[key]
                .as_str()
                .map(|text| text.parse::<Decimal>().unwrap())
        };
        let closing = money("closing_balance").or_else(|| money("closing"));
        let opening = statements
            .first()
            .and_then(|first| first["opening"].as_str());
        let opening = opening.map(|text| text.parse::<Decimal>().unwrap());
        if opening.is_some() && account.opening != opening {
            problems.push(format!("account {id}: opens with {:?}", account.opening));
        }
        let date = wanted["closing_date"].as_str().map(str::to_owned);
        if account.closing != closing || account.closing_date.map(|date| date.to_string()) != date {
            problems.push(format!(
                "account {id}: {:?} {:?}",
                account.closing, account.closing_date
            ));
        }
    }
    problems
}

#[test]
fn every_statement_reads_to_what_it_holds() {
    let Some(root) = collection() else {
        eprintln!("skipped: ../shared/statements is not there");
        return;
    };
    let folders = [
        ("csv", "csv"),
        ("derived", "csv"),
        ("synthetic", "csv"),
        ("ofx", "ofx"),
        ("qif", "qif"),
        ("camt", "xml"),
        ("mt940", "sta"),
        ("xls", "xls"),
        ("synthetic", "xlsx"),
    ];
    let mut report = String::new();
    let mut failed = 0;
    for file in folders
        .iter()
        .flat_map(|(folder, ending)| files(&root, folder, ending))
    {
        let bytes = std::fs::read(&file).unwrap();
        let expected = expected(&file);
        let name = file.strip_prefix(&root).unwrap().display().to_string();
        let mut hints = Hints::new(today());
        let mut result = read(&bytes, &hints);
        if name.contains("payoneer") {
            assert!(
                matches!(result, Err(ReadError::AmbiguousDates { .. })),
                "{name} must be refused first"
            );
            hints.date_order = Some(DateOrder::Mdy);
            result = read(&bytes, &hints);
        }
        let mut problems = Vec::new();
        let wanted = expected["outcome"].as_str().unwrap();
        if outcome(&result) != wanted {
            let detail = result.as_ref().err().map(ToString::to_string);
            problems.push(format!(
                "outcome {} instead of {wanted}: {detail:?}",
                outcome(&result)
            ));
        }
        let mut texts = 0;
        if let Ok(statement) = &result {
            let compared = compare(statement, &expected);
            problems.extend(compared.0);
            problems.extend(check_accounts(statement, &expected));
            texts = compared.1;
        }
        let rows = result.as_ref().map_or(0, |statement| statement.rows.len());
        let verdict = if problems.is_empty() { "ok" } else { "WRONG" };
        writeln!(
            report,
            "{verdict:5} {name}: {rows} rows, {texts} texts differ"
        )
        .unwrap();
        for problem in &problems {
            writeln!(report, "      {problem}").unwrap();
        }
        failed += usize::from(!problems.is_empty());
    }
    println!("{report}");
    assert_eq!(failed, 0, "\n{report}");
}

#[test]
fn other_formats_are_named_and_refused() {
    let Some(root) = collection() else {
        eprintln!("skipped: ../shared/statements is not there");
        return;
    };
    let folders = [
        ("pdf", "pdf"),
        ("journal", "journal"),
        ("journal", "dat"),
        ("journal", "ledger"),
        ("journal", "beancount"),
    ];
    for file in folders
        .iter()
        .flat_map(|(folder, ending)| files(&root, folder, ending))
    {
        let result = read(&std::fs::read(&file).unwrap(), &Hints::new(today()));
        let clear = matches!(result, Err(ReadError::Unsupported { .. }));
        assert!(clear, "{}: {result:?}", file.display());
    }
}
