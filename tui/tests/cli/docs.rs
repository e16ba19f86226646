//! The commands in README and guide are run, in their order, as a person would who reads them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::rig::Machine;

const BANK_CSV: &str = "Fecha;Descripción;Cargos (CLP);Abonos (CLP);Saldo (CLP)\n\
    02/03/2026;COMPRA FARMACIA SAN ROQUE;8.990;;991.010\n\
    02/03/2026;CAFE LUNA;2.500;;988.510\n\
    02/03/2026;CAFE LUNA;2.500;;986.010\n\
    16/03/2026;ABONO SUELDO;;1.450.000;2.436.010\n";

/// The lines after `$ ` in the blocks marked `console`.
fn commands(page: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(page);
    let text = fs::read_to_string(path).unwrap();
    let mut inside = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            found.push(command.to_owned());
        }
    }
    assert!(!found.is_empty(), "{page} has no commands");
    found
}

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

fn run(machine: &Machine, page: &str) {
    for command in commands(page) {
        if command.contains("hledger") && !has("hledger") {
            println!("skipped, hledger is not installed: {command}");
            continue;
        }
        let outcome = machine.shell(&command);
        assert_eq!(outcome.code, 0, "{page}: $ {command}\n{outcome}");
    }
}

#[test]
fn every_command_in_the_docs_works() {
    let machine = Machine::new().with("LUKA_NOW", "2026-03-18T12:00:00Z");
    fs::write(machine.path("bank.csv"), BANK_CSV).unwrap();
    run(&machine, "README.md");
    run(&machine, "docs/guide/importing.md");
    run(&machine, "docs/guide/review.md");
    run(&machine, "docs/guide/scripts.md");
    run(&machine, "docs/guide/planning.md");
    run(&machine, "docs/guide/backup.md");
    run(&machine, "docs/guide/restore.md");
    run(&machine, "docs/guide/cron.md");
}

const JOURNAL: &str = "2026-01-05 * Shop | bread\n    expenses:food      $5.50\n    assets:cash\n";
const REGISTER: &str = "Account,Flag,Date,Payee,Category Group/Category,Category Group,Category,Memo,Outflow,Inflow,Cleared\n\
    Bank,,15/01/2026,Shop,Home: Food,Home,Food,,$60.00,$0.00,Cleared\n\
    Bank,,17/01/2026,Transfer : Card,,,,,$20.00,$0.00,Cleared\n\
    Card,,17/01/2026,Transfer : Bank,,,,,$0.00,$20.00,Cleared\n";
const BUDGET: &str = "Month,Category Group/Category,Category Group,Category,Assigned,Activity,Available\n\
    Jan 2026,Home: Food,Home,Food,$300.00,-$60.00,$240.00\n";

const CARTOLA: &str = "<html><body><table>\
    <tr><td>Titular</td><td>Ana Soto</td></tr><tr><td>Cuenta</td><td>00-123</td></tr>\
    <tr><th>Fecha</th><th>Descripción</th><th>Cargos</th><th>Abonos</th><th>Saldo</th></tr>\
    <tr><td>02/03/2026</td><td>COMPRA FARMACIA</td><td>8.990</td><td></td><td>991.010</td></tr>\
    <tr><td>16/03/2026</td><td>ABONO SUELDO</td><td></td><td>1.450.000</td><td>2.441.010</td></tr>\
    </table></body></html>";

#[test]
fn every_command_about_moving_in_works() {
    for (page, files) in [
        (
            "docs/guide/moving-from-hledger.md",
            &[("books.journal", JOURNAL)][..],
        ),
        (
            "docs/guide/moving-from-ynab.md",
            &[("register.csv", REGISTER), ("budget.csv", BUDGET)],
        ),
        ("docs/guide/cartola.md", &[("cartola.xls", CARTOLA)]),
    ] {
        let machine = Machine::new().with("LUKA_NOW", "2026-03-18T12:00:00Z");
        for (name, text) in files {
            fs::write(machine.path(name), text).unwrap();
        }
        run(&machine, page);
    }
}

#[test]
fn every_command_about_the_daemon_works() {
    crate::sync::binary();
    let (machine, _) = Machine::with_ledger();
    run(&machine, "docs/guide/syncd.md");
}
