//! A terminal of 40 columns: nothing wraps, and no figure is cut.

use unicode_width::UnicodeWidthStr as _;

use crate::rig::Machine;

const STATEMENT: &str = "Fecha;Descripción;Monto\n01/04/2025;Supermercado El Roble de la \
    Esquina;-1.234.567\n15/04/2025;Sueldo;12.345.678\n";

/// Every command that lists or reports.
const LISTINGS: &[&[&str]] = &[
    &["list"],
    &["report", "monthly"],
    &["report", "monthly", "--in", "USD"],
    &["report", "categories", "--period", "2024"],
    &["report", "balance"],
    &["report", "register", "Checking"],
    &["report", "income"],
    &["report", "balance-sheet"],
    &["report", "networth"],
    &["report", "cashflow"],
    &["report", "goals"],
    &["report", "payees"],
    &["report", "trend", "Food"],
    &["history"],
    &["history", "{id}"],
    &["show", "{id}"],
    &["account", "list"],
    &["category", "list"],
    &["payee", "list"],
    &["tag", "list"],
    &["goal", "list"],
    &["goal", "show", "Trip to Patagonia"],
    &["currency", "list"],
    &["currency", "list", "--all"],
    &["price", "list"],
    &["doctor"],
    &["config", "list"],
    &["remote", "list"],
    &["backup", "list"],
    &["backup", "status"],
    &["backup", "verify"],
    &["backup", "prune", "--dry-run"],
    &["import", "--detect", "bank.csv"],
    &["import", "bank.csv", "--account", "Checking", "--dry-run"],
];

#[test]
fn nothing_is_wider_than_the_screen() {
    let machine = Machine::new();
    let ledger = machine.ledger();
    let made = [
        "demo",
        "--no-tui",
        "--transactions",
        "300",
        "--seed",
        "7",
        "--ledger",
    ];
    let made = machine.luka(&[&made[..], &[ledger.to_str().unwrap()]].concat());
    assert_eq!(made.code, 0, "{made}");
    for line in [&["remote", "add", "usb", "folder", "usb"][..], &["backup"]] {
        assert_eq!(machine.luka(line).code, 0, "{line:?}");
    }
    std::fs::write(machine.path("bank.csv"), STATEMENT).unwrap();
    let id = machine.luka(&["list", "--json"]).json()["transactions"][0]["id"].clone();
    let id = id.as_str().unwrap();
    assert_eq!(
        machine
            .luka(&["edit", id, "--memo", "a memo of some length"])
            .code,
        0
    );
    for language in ["en", "es"] {
        for listing in LISTINGS {
            let mut line = vec!["--lang", language];
            line.extend(
                listing
                    .iter()
                    .map(|word| if *word == "{id}" { id } else { word }),
            );
            let shown = machine.on_terminal(40, &line);
            assert!(!shown.is_empty(), "{line:?} shows nothing");
            for written in shown.lines() {
                let plain = plain(written);
                assert!(
                    plain.width() <= 40,
                    "{line:?}: {} of {plain}\n{shown}",
                    plain.width()
                );
                let amount = plain.chars().any(|c| c.is_ascii_digit());
                let cut = plain
                    .split(' ')
                    .any(|w| w.starts_with(['$', '-']) && w.ends_with('…'));
                assert!(!(amount && cut), "{line:?} cuts a figure: {plain}");
            }
        }
    }
}

#[test]
fn a_months_figures_stand_under_it() {
    let (machine, _) = Machine::with_ledger();
    machine.luka(&["add", "1234567", "Salary"]);
    machine.luka(&["add", "4500", "Lunch"]);
    let shown = machine.on_terminal(40, &["report", "monthly", "--color", "never"]);
    let april = "Apr 2025\n  Income    $1,234,567\n  Expenses      $4,500\n  Saving            \
                 $0\n  Net       $1,230,067\n";
    assert!(shown.contains(april), "{shown}");
}

#[test]
fn rates_and_rows_of_a_file_are_written_as_the_language_does() {
    let (machine, _) = Machine::with_ledger();
    std::fs::write(machine.path("bank.csv"), STATEMENT).unwrap();
    machine.luka(&["price", "add", "CLF", "37856.12"]);
    let rates = machine.luka(&["price", "list", "--lang", "es"]);
    assert!(rates.stdout.contains(" 37.856,12 "), "{rates}");
    let line = ["import", "bank.csv", "--account", "Cash", "--dry-run"];
    let rows = machine.luka(&[&line[..], &["--lang", "es"]].concat());
    assert!(rows.stdout.contains(" 12.345.678 "), "{rows}");
}

/// A line without its colours.
fn plain(line: &str) -> String {
    regex_lite::Regex::new("\x1b\\[[0-9;]*m")
        .unwrap()
        .replace_all(line, "")
        .into_owned()
}
