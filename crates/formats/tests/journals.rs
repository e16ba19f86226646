//! What other programs say of our exports: the real ones, when they are on PATH.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that can't go on must fail"
)]

mod nasty;

use std::io::Write as _;
use std::process::{Command, Stdio};

use formats::export::ExportFormat;

/// Runs a program on a text; `None`, said on stderr, when it isn't installed.
fn run(program: &str, args: &[&str], input: &[u8]) -> Option<String> {
    let spawned = Command::new(program)
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .env("LEDGER_FILE", "/dev/null")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = spawned else {
        eprintln!("skipped: {program} is not on PATH");
        return None;
    };
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && errors.lines().all(is_metadata_warning),
        "{program} {args:?}: {errors}"
    );
    Some(String::from_utf8(output.stdout).unwrap())
}

/// ledger's `--strict` wants each key of metadata declared, which a stream can't.
fn is_metadata_warning(line: &str) -> bool {
    line.trim().is_empty() || line.contains("Unknown metadata tag")
}

fn sorted(amounts: impl Iterator<Item = String>) -> Vec<String> {
    let mut amounts: Vec<String> = amounts.filter(|a| !a.starts_with("0 ")).collect();
    amounts.sort();
    amounts
}

/// The records of a CSV text without its first.
fn records(text: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn hledger_accepts_every_check_and_has_our_balances() {
    let book = nasty::book();
    let journal = nasty::export(&book, ExportFormat::Hledger);
    let checks = ["-f", "-", "check", "--strict"];
    if run("hledger", &checks, &journal).is_none() {
        return;
    }
    let args = [
        "-f",
        "-",
        "bal",
        "--flat",
        "-N",
        "-O",
        "csv",
        "--layout=bare",
    ];
    let text = run("hledger", &args, &journal).unwrap();
    let rows = records(&text);
    let found = rows
        .iter()
        .map(|row| nasty::normal(&format!("{} {}", &row[2], &row[1])));
    assert_eq!(sorted(found), nasty::balances(&book));
}

#[test]
fn hledger_takes_savings_for_equity() {
    let journal = nasty::export(&nasty::book(), ExportFormat::Hledger);
    let args = ["-f", "-", "accounts", "type:E"];
    if let Some(accounts) = run("hledger", &args, &journal) {
        let accounts: Vec<&str> = accounts.lines().collect();
        for expected in ["equity:saving-2", "equity:saving:Food"] {
            assert!(accounts.contains(&expected), "{accounts:?}");
        }
    }
}

#[test]
fn hledger_finds_whole_payees_notes_and_codes() {
    let journal = nasty::export(&nasty::book(), ExportFormat::Hledger);
    let Some(payees) = run("hledger", &["-f", "-", "payees"], &journal) else {
        return;
    };
    assert!(
        payees.lines().any(|l| l == "Café \"Luna\" / sur, S.A."),
        "{payees}"
    );
    assert!(payees.lines().any(|l| l == "(code) payee"), "{payees}");
    let notes = run("hledger", &["-f", "-", "notes"], &journal).unwrap();
    let note = "lunch, with \"quotes\" and \\ backslash / pipe";
    assert!(notes.lines().any(|l| l == note), "{notes}");
    let codes = run("hledger", &["-f", "-", "codes"], &journal).unwrap();
    assert_eq!(codes.lines().count(), nasty::book().transactions.len());
}

#[test]
fn ledger_reads_it_and_has_our_balances() {
    let book = nasty::book();
    let journal = nasty::export(&book, ExportFormat::Ledger);
    let args = ["-f", "-", "csv", "--csv-format", "%(display_amount)\n"];
    let Some(text) = run("ledger", &args, &journal) else {
        return;
    };
    assert!(text.lines().count() > 40);
    let args = [
        "-f",
        "-",
        "balance",
        "--flat",
        "--no-total",
        "--strict",
        "--balance-format",
        "%(scrub(amount))\n",
    ];
    let text = run("ledger", &args, &journal).unwrap();
    let lines = text.lines().filter(|line| line.trim().contains(' '));
    assert_eq!(sorted(lines.map(nasty::normal)), nasty::balances(&book));
}

#[test]
fn bean_check_passes_and_bean_query_has_our_balances() {
    let book = nasty::book();
    let file = std::env::temp_dir().join(format!("nasty-{}.beancount", std::process::id()));
    std::fs::write(&file, nasty::export(&book, ExportFormat::Beancount)).unwrap();
    let path = file.to_str().unwrap();
    let query = "select account, currency, sum(number) as total group by account, currency";
    let checked = run("bean-check", &[path], b"");
    let answer = run("bean-query", &["-f", "csv", path, query], b"");
    std::fs::remove_file(&file).unwrap();
    let (Some(_), Some(text)) = (checked, answer) else {
        return;
    };
    let rows = records(&text);
    let found = rows
        .iter()
        .map(|row| nasty::normal(&format!("{} {}", row[2].trim(), row[1].trim())));
    assert_eq!(sorted(found), nasty::balances(&book));
}
