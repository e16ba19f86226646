//! Leaving and coming back: `export` in every format, `restore-json` in one step.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::{Value, json};

use crate::rig::Machine;

/// A machine with a little of everything.
fn machine() -> Machine {
    let machine = Machine::new();
    for line in [
        &["init", "--currency", "CLP"][..],
        &[
            "account",
            "add",
            "Visa",
            "--kind",
            "liability",
            "--currency",
            "USD",
            "--opening",
            "-10.50",
        ],
        &["goal", "add", "Bike", "--target", "450000"],
        &["goal", "contribute", "Bike", "1000"],
        &["price", "add", "USD", "950"],
        &[
            "add",
            "4500",
            "Lunch",
            "-a",
            "Cash",
            "--payee",
            "Café \"Luna\"",
            "-t",
            "trip",
        ],
    ] {
        let outcome = machine.luka(line);
        assert_eq!(outcome.code, 0, "{outcome}");
    }
    machine
}

/// An export without the name of its ledger.
fn content(machine: &Machine, ledger: &[&str]) -> Value {
    let mut document = machine
        .luka(&[ledger, &["export", "--format", "json"]].concat())
        .json();
    document["ledger_id"].take();
    document
}

#[test]
fn what_is_exported_comes_back_equal_in_one_step() {
    let machine = machine();
    let exported = machine.luka(&["export"]);
    fs::write(machine.path("out.json"), &exported.stdout).unwrap();
    let restored = machine.luka(&["--ledger", "new", "restore-json", "out.json", "--json"]);
    assert_eq!(
        (restored.code, restored.stderr.as_str()),
        (0, ""),
        "{restored}"
    );
    let document = restored.json();
    assert_eq!(
        (&document["version"], &document["transactions"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(document["ledger"]["path"], "new");
    assert_eq!(document["recovery_code"].as_str().map(str::len), Some(41));
    assert_eq!(
        content(&machine, &["--ledger", "new"]),
        content(&machine, &[])
    );
    let twice = machine.luka(&["--ledger", "new", "restore-json", "out.json"]);
    twice.is(
        6,
        "",
        "error: the ledger is not empty any more\nhint: restore into a new one: luka --ledger DIR \
         restore-json FILE\n",
    );
    let told = machine.luka(&[
        "--ledger",
        "third",
        "restore-json",
        "out.json",
        "--lang",
        "es",
    ]);
    assert_eq!(
        (told.code, told.stderr.as_str()),
        (0, "Se restauraron 2 transacciones.\n")
    );
    assert!(told.stdout.contains("third"), "{told}");
}

#[test]
fn a_document_that_is_none_or_damaged_makes_no_ledger() {
    let machine = machine();
    let whole = machine.luka(&["export"]).stdout;
    fs::write(machine.path("cut.json"), &whole[..whole.len() / 2]).unwrap();
    fs::write(machine.path("out.csv"), "Date,Amount\n").unwrap();
    for (code, file) in [(4, "nowhere.json"), (5, "out.csv"), (5, "data")] {
        let outcome = machine.luka(&["--ledger", "new", "restore-json", file]);
        assert_eq!(outcome.code, code, "{outcome}");
        assert!(!machine.path("new").exists(), "{file}");
    }
    let cut = machine.luka(&["--ledger", "new", "restore-json", "cut.json", "--json"]);
    assert_eq!(
        (cut.code, cut.error()["code"].clone()),
        (5, json!(5)),
        "{cut}"
    );
    assert_eq!(
        cut.stdout, "",
        "no recovery code of a ledger that isn't there"
    );
    assert!(!machine.path("new/keys.json").exists());
    fs::write(machine.path("whole.json"), whole).unwrap();
    let again = machine.luka(&["--ledger", "new", "restore-json", "whole.json", "--json"]);
    assert_eq!(again.json()["transactions"], json!(2));
    assert!(again.json()["recovery_code"].is_string(), "{again}");
    assert_eq!(
        content(&machine, &["--ledger", "new"])["transactions"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn every_format_is_written_and_a_query_narrows_it() {
    let machine = machine();
    for (format, part) in [
        ("csv", "Food:Lunch"),
        ("hledger", "expenses:Food:Lunch"),
        ("ledger", "Lunch"),
        ("beancount", "Expenses:Food:Lunch"),
        ("qif", "!Type:"),
        ("ofx", "<OFX>"),
    ] {
        let outcome = machine.luka(&["export", "--format", format]);
        assert_eq!(
            (outcome.code, outcome.stderr.as_str()),
            (0, ""),
            "{outcome}"
        );
        assert!(outcome.stdout.contains(part), "{format}: {outcome}");
    }
    let narrowed = machine.luka(&["export", "cat:lunch"]).json();
    assert_eq!(narrowed["transactions"].as_array().map(Vec::len), Some(1));
    for (code, line) in [
        (2, &["export", "--format", "table"][..]),
        (2, &["export", "--force"]),
        (5, &["export", "amt:x"]),
        (4, &["export", "acct:nowhere"]),
        (4, &["export", "-o", "nowhere/out.json"]),
    ] {
        let outcome = machine.luka(line);
        assert_eq!(outcome.code, code, "{line:?}: {outcome}");
        assert_eq!(outcome.stdout, "", "{line:?}");
    }
}

#[test]
fn a_file_is_private_and_not_replaced_in_silence() {
    let machine = machine();
    let path = machine.path("out.json");
    machine
        .luka(&["export", "-o", "out.json"])
        .is(0, "", "Wrote 2 transactions to out.json.\n");
    let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    fs::write(&path, "mine").unwrap();
    machine.luka(&["export", "-o", "out.json"]).is(
        6,
        "",
        "error: out.json exists already\nhint: pass --force to replace it\n",
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let forced = machine.luka(&["export", "-o", "out.json", "--force", "-q"]);
    forced.is(0, "", "");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        machine.luka(&["export"]).stdout
    );
    let left: Vec<_> = fs::read_dir(machine.path("."))
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with('.')
        })
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let machine = machine();
    let mut child = machine
        .command(&["export", "--format", "hledger"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_document_in_another_order_or_currency_is_put_right_or_refused() {
    let machine = machine();
    let id = machine.luka(&["list", "--json"]).json()["transactions"][0]["id"].clone();
    let edit = ["edit", id.as_str().unwrap(), "--tag", "b1", "--tag", "a1"];
    assert_eq!(machine.luka(&edit).code, 0);
    let whole = machine.luka(&["export"]).stdout;
    let restore = |from: &str, to: &str, folder: &str| {
        assert!(whole.contains(from), "{from} in {whole}");
        fs::write(machine.path("in.json"), whole.replace(from, to)).unwrap();
        machine.luka(&["--ledger", folder, "restore-json", "in.json"])
    };
    let shown = machine
        .luka(&["show", id.as_str().unwrap(), "--json"])
        .json();
    let tags = shown["transaction"]["tags"].as_array().unwrap();
    let back: Vec<_> = tags.iter().rev().cloned().collect();
    let (from, to) = (json!(tags).to_string(), json!(back).to_string());
    let turned = restore(&from, &to, "turned");
    assert_eq!(turned.code, 0, "{turned}");
    let proof = machine.luka(&["--ledger", "turned", "doctor"]);
    assert_eq!(proof.code, 0, "{proof}");
    // The account holds dollars now, its postings are in pesos.
    let (from, to) = (
        r#""name":"Cash","kind":"asset","parent":null,"currency":"CLP""#,
        r#""name":"Cash","kind":"asset","parent":null,"currency":"USD""#,
    );
    let refused = restore(from, to, "refused");
    assert_eq!(refused.code, 5, "{refused}");
}
