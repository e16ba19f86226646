//! Small courtesies: what was so already, hints that fit, moments and ids as they are typed.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use crate::rig::Machine;

#[test]
fn what_is_so_already_is_not_claimed_as_a_change() {
    let (machine, _) = Machine::with_ledger();
    assert_eq!(
        machine
            .luka(&["goal", "add", "Trip", "--target", "1000"])
            .code,
        0
    );
    let before = machine.luka(&["history", "--json"]).stdout;
    machine.luka(&["account", "reopen", "Cash"]).is(
        0,
        "",
        "Cash is open already; nothing changed.\n",
    );
    machine.luka(&["account", "rename", "Cash", "Cash"]).is(
        0,
        "",
        "Cash is so already; nothing changed.\n",
    );
    assert_eq!(machine.luka(&["history", "--json"]).stdout, before);
    let closed = ["goal", "close", "Trip"];
    machine.luka(&closed).is(0, "", "Closed Trip.\n");
    let again = machine.luka(&[&closed[..], &["--lang", "es"]].concat());
    again.is(0, "", "Trip ya está cerrado; nada cambió.\n");
}

#[test]
fn hints_that_fit() {
    let (machine, _) = Machine::with_ledger();
    let hint = |line: &[&str], code: i32, part: &str| {
        let outcome = machine.luka(line);
        assert_eq!(outcome.code, code, "{line:?}: {outcome}");
        assert!(outcome.stderr.contains(part), "{line:?}: {outcome}");
    };
    hint(&["init", "--ledger", "x", "--currency", "UF"], 5, "CLF");
    hint(&["list", "source:foo"], 5, "manual, import");
    hint(&["list", "source:import:abc"], 0, "");
    hint(&["reprot"], 2, "hint: did you mean `report`?\n");
    fs::create_dir(machine.path("open")).unwrap();
    fs::set_permissions(machine.path("open"), fs::Permissions::from_mode(0o755)).unwrap();
    hint(&["init", "--ledger", "open"], 1, "chmod 700");
}

#[test]
fn a_recovery_code_that_nobody_sees_is_of_no_ledger() {
    let machine = Machine::new();
    let made = machine.shell("luka init >&- 2>err || echo $?; cat err");
    assert!(made.stdout.starts_with("1\n"), "{made}");
    assert!(made.stdout.contains("stdout is closed"), "{made}");
    assert!(!machine.ledger().join("keys.json").exists());
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut luka = machine.command(&["init"]);
    let status = luka.stdout(writer).stderr(Stdio::null()).status().unwrap();
    assert!(!status.success(), "{status}");
    assert!(!machine.ledger().join("keys.json").exists());
    assert_eq!(machine.luka(&["init"]).code, 0);
}

#[test]
fn moments_in_csv_are_rfc_3339() {
    let (machine, _) = Machine::with_ledger();
    let machine = machine.with("TZ", "America/Santiago");
    let csv = machine.luka(&["history", "--format", "csv"]);
    assert!(csv.stdout.contains(",2025-04-16T12:00:00Z,"), "{csv}");
    let id = machine.luka(&["add", "1", "Lunch", "--json"]).json()["transaction"]["id"].clone();
    let csv = machine.luka(&["history", id.as_str().unwrap(), "--format", "csv"]);
    assert!(csv.stdout.contains(",2025-04-16T12:00:00Z,"), "{csv}");
}

#[test]
fn the_beginning_of_an_id_is_enough_whichever_device_made_it() {
    let (machine, _) = Machine::with_ledger();
    machine.luka(&["add", "1", "Lunch"]);
    fs::remove_file(machine.path("data/lukalibre/device")).unwrap();
    let id = machine.luka(&["add", "2", "Lunch", "--json"]).json()["transaction"]["id"].clone();
    let id = id.as_str().unwrap();
    let (counter, _) = id.split_once('-').unwrap();
    for typed in [id, &id.replace('-', ""), counter, &format!("{counter}-")] {
        let shown = machine.luka(&["show", typed, "--json"]);
        assert_eq!(shown.code, 0, "{typed} of {id}: {shown}");
        assert_eq!(shown.json()["transaction"]["id"], id);
    }
}

#[test]
fn files_of_a_dry_run_are_judged_together() {
    let (machine, _) = Machine::with_ledger();
    let head = "Fecha;Descripción;Monto\n";
    let (a, b, c) = (
        "21/03/2025;Pan;-1.500\n",
        "22/03/2025;Té;-2.500\n",
        "23/03/2025;Sal;-500\n",
    );
    fs::write(machine.path("one.csv"), format!("{head}{a}{b}")).unwrap();
    fs::write(machine.path("two.csv"), format!("{head}{b}{c}")).unwrap();
    let line = ["import", "one.csv", "two.csv", "-a", "Cash", "--json"];
    let counts = |line: &[&str]| {
        let document = machine.luka(line).json();
        let files = document["files"].as_array().unwrap().clone();
        let of = |file: &serde_json::Value| [file["imported"].clone(), file["duplicates"].clone()];
        files.iter().map(of).collect::<Vec<_>>()
    };
    let dry = counts(&[&line[..], &["--dry-run"]].concat());
    assert_eq!(dry, [[2, 0], [1, 1]]);
    assert_eq!(counts(&line), dry);
}
