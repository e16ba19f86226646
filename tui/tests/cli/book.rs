//! Moving in: a whole book of another program, dry, for good, again; and what is told of it.

use std::fs;

use serde_json::{Value, json};

use crate::rig::Machine;

const JOURNAL: &str = "include prices.journal\n\
    ~ monthly\n    expenses:rent  $5\n    assets:cash\n\n\
    2024-01-05 * Shop | bread\n    expenses:food      $5.50\n    assets:cash\n\n\
    2024-01-06 Broken\n    expenses:food      $5.50\n    assets:cash   $5\n";

fn machine() -> Machine {
    let machine = Machine::new();
    let made = machine.luka(&["init", "--currency", "USD", "--categories", "none"]);
    assert_eq!(made.code, 0, "{made}");
    fs::write(machine.path("book.journal"), JOURNAL).unwrap();
    fs::write(machine.path("prices.journal"), "P 2024-01-01 EUR $1.10\n").unwrap();
    fs::write(
        machine.path("bank.csv"),
        "Date,Description,Amount\n2025-04-30,Tea,-10\n",
    )
    .unwrap();
    machine
}

fn book(machine: &Machine) -> String {
    machine.path("book.journal").display().to_string()
}

fn document(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| panic!("{text}"))
}

#[test]
fn a_book_comes_once_and_what_stays_behind_is_listed() {
    let machine = machine();
    let path = book(&machine);
    let dry = machine.luka(&["import", &path, "--dry-run", "--json"]);
    let listed = machine.luka(&["list", "--json"]);
    assert_eq!(document(&listed.stdout)["total"], 0, "nothing was written");
    let done = machine.luka(&["import", &path, "--json"]);
    for outcome in [&dry, &done] {
        assert_eq!(outcome.code, 5, "{outcome}");
        let document = document(&outcome.stdout);
        let file = &document["files"][0];
        assert_eq!(file["format"], "hledger");
        let counts = ["rows", "imported", "duplicates", "review", "prices"].map(|key| &file[key]);
        assert_eq!(
            counts,
            [&json!(2), &json!(1), &json!(0), &json!(0), &json!(1)]
        );
        assert_eq!(file["accounts"], json!(["food", "cash"]));
        assert_eq!(file["uncarried"][0]["line"], 2);
        assert_eq!(file["uncarried"][0]["why"], "periodic");
        assert_eq!(file["errors"][0]["line"], 10);
        assert_eq!(file["currencies"][0]["in_book"], "$");
    }
    let again = machine.luka(&["import", &path, "--json"]);
    let file = &document(&again.stdout)["files"][0];
    assert_eq!(
        (&file["imported"], &file["duplicates"]),
        (&json!(0), &json!(1))
    );
    let undone = machine.luka(&["undo"]);
    assert_eq!(undone.code, 0, "{undone}");
    let listed = machine.luka(&["list", "--json"]);
    assert_eq!(
        document(&listed.stdout)["total"],
        0,
        "one undo takes all of it back"
    );
}

#[test]
fn strict_takes_all_or_nothing_and_detect_takes_nothing() {
    let machine = machine();
    let path = book(&machine);
    let strict = machine.luka(&["import", &path, "--strict"]);
    assert_eq!(strict.code, 5, "{strict}");
    assert!(strict.stderr.contains("don't sum to zero"), "{strict}");
    let detected = machine.luka(&["import", "--detect", &path]);
    assert_eq!(detected.code, 0, "{detected}");
    assert!(detected.stdout.contains("hledger"), "{detected}");
    let listed = machine.luka(&["list", "--json"]);
    assert_eq!(document(&listed.stdout)["total"], 0);
}

#[test]
fn options_of_statements_and_books_are_kept_apart() {
    let machine = machine();
    let (path, bank) = (
        book(&machine),
        machine.path("bank.csv").display().to_string(),
    );
    for line in [
        &["import", &path, "--account", "Cash"][..],
        &["import", &path, "--invert"],
        &["import", &path, &bank],
        &["import", &bank, "--currency", "USD"],
    ] {
        let outcome = machine.luka(line);
        assert_eq!(outcome.code, 2, "{line:?}: {outcome}");
    }
}

#[test]
fn a_sign_is_told_and_can_be_said() {
    let machine = machine();
    let path = book(&machine);
    let told = machine.luka(&["import", &path]);
    assert!(told.stderr.contains("`$` was taken for USD"), "{told}");
    assert!(
        told.stderr.contains("line 2: budgets and forecasts"),
        "{told}"
    );
    machine.luka(&["undo"]);
    let said = machine.luka(&["import", &path, "--currency", "$=CAD", "--json"]);
    assert_eq!(
        document(&said.stdout)["files"][0]["chart"][1]["currency"],
        "CAD"
    );
    let spanish = machine.luka(&["--lang", "es", "import", &path]);
    assert!(spanish.stderr.contains("no se trajo: línea 2"), "{spanish}");
}

#[test]
fn a_table_of_another_program_is_rows_when_an_account_is_named() {
    let machine = machine();
    let path = machine.path("register.csv").display().to_string();
    let register = "Account,Date,Payee,Category Group/Category,Category Group,Category,Memo,Outflow,Inflow,Cleared\n\
        Bank,15/01/2026,Shop,Home: Food,Home,Food,,$60.00,$0.00,Cleared\n\
        Bank,17/01/2026,Transfer : Card,,,,,$20.00,$0.00,Cleared\n\
        Card,17/01/2026,Transfer : Bank,,,,,$0.00,$20.00,Cleared\n";
    fs::write(&path, register).unwrap();
    machine.luka(&["account", "add", "Checking", "--kind", "asset"]);
    let rows = machine.luka(&[
        "import",
        &path,
        "--account",
        "Checking",
        "--dry-run",
        "--json",
    ]);
    let file = &document(&rows.stdout)["files"][0];
    assert_eq!(
        (&file["format"], &file["imported"]),
        (&json!("csv"), &json!(3))
    );
    let book = machine.luka(&["import", &path, "--kind", "Card=liability", "--json"]);
    let file = &document(&book.stdout)["files"][0];
    assert_eq!(
        (&file["format"], &file["imported"]),
        (&json!("ynab"), &json!(2))
    );
    let balances = machine.luka(&["report", "balance", "--json"]);
    assert!(balances.stdout.contains("liability"), "{balances}");
    let wrong = machine.luka(&["import", &path, "--kind", "Card=expense"]);
    assert_eq!(wrong.code, 2, "{wrong}");
}
