//! Versions of a ledger in a folder: made without the passphrase, listed, restored on a new machine.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use serde_json::Value;

use crate::rig::{Machine, Outcome, PASSPHRASE};

/// A machine with a ledger of one entry, and what its owner wrote on paper.
fn machine() -> (Machine, String) {
    let (machine, made) = Machine::with_ledger();
    let code = made.json()["recovery_code"].as_str().unwrap().to_owned();
    done(&machine, &["add", "4500", "Lunch"]);
    (machine, code)
}

/// The same, with a remote `usb`.
fn with_remote() -> (Machine, String) {
    let (machine, code) = machine();
    done(&machine, &["remote", "add", "usb", "folder", "usb"]);
    (machine, code)
}

#[track_caller]
fn done(machine: &Machine, line: &[&str]) -> Outcome {
    let outcome = machine.luka(line);
    assert_eq!(outcome.code, 0, "{line:?}: {outcome}");
    outcome
}

#[track_caller]
fn refused(machine: &Machine, line: &[&str], code: i32, words: &str) -> Outcome {
    let outcome = machine.luka(line);
    assert_eq!(outcome.code, code, "{line:?}: {outcome}");
    assert!(outcome.stderr.contains(words), "{line:?}: {outcome}");
    assert!(
        outcome.stderr.contains("hint: "),
        "no hint for {line:?}: {outcome}"
    );
    outcome
}

/// A machine where nothing is known but what is carried there: the folder.
fn new_machine(old: &Machine) -> Machine {
    let machine = Machine::new();
    copy(&old.path("usb"), &machine.path("usb"));
    machine
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What the ledger holds, as a lossless export.
fn everything(machine: &Machine) -> Value {
    done(machine, &["export", "--format", "json"]).json()
}

fn versions(machine: &Machine) -> Vec<Value> {
    let listed = done(machine, &["backup", "list", "--json"]).json();
    listed["backups"].as_array().unwrap().clone()
}

#[test]
fn a_version_is_restored_on_a_new_machine_by_the_passphrase_or_the_recovery_code() {
    let (old, code) = with_remote();
    let made = done(&old, &["backup", "--json"]).json();
    assert_eq!(made["backup"]["new"], true);
    assert_eq!(made["backup"]["remote"], "usb");
    assert_eq!(made["backups"].as_array().unwrap().len(), 1);
    let holds = everything(&old);
    for by in ["passphrase", "code"] {
        let mut new = new_machine(&old);
        let recovery: &[&str] = if by == "code" {
            new = new
                .without("LUKA_PASSPHRASE")
                .with("LUKA_RECOVERY_CODE", &code);
            &["--recovery"]
        } else {
            &[]
        };
        done(&new, &["remote", "add", "usb", "folder", "usb"]);
        let line = [&["backup", "restore", "--json"], recovery].concat();
        let restored = done(&new, &line).json();
        assert_eq!(restored["restored"]["id"], made["backup"]["id"], "{by}");
        let new = new.with("LUKA_PASSPHRASE", PASSPHRASE);
        assert_eq!(everything(&new), holds, "{by}");
        done(&new, &["doctor"]);
        let mode = fs::metadata(new.ledger()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        // It goes on making versions there, each machine its own.
        done(&new.without("LUKA_PASSPHRASE"), &["backup"]);
    }
}

#[test]
fn making_a_version_needs_no_passphrase_and_no_slot_that_opens() {
    let (machine, _) = with_remote();
    let machine = machine.without("LUKA_PASSPHRASE");
    // Nothing can unwrap the ledger's key from these slots any more.
    let keys = machine.ledger().join("keys.json");
    let text = fs::read_to_string(&keys).unwrap();
    let mut slots: Value = serde_json::from_str(&text).unwrap();
    spoil(&mut slots);
    fs::write(&keys, slots.to_string()).unwrap();
    let machine = machine.with("LUKA_PASSPHRASE", PASSPHRASE);
    assert_ne!(machine.luka(&["list"]).code, 0);
    let machine = machine.without("LUKA_PASSPHRASE");
    let made = done(&machine, &["backup", "--json"]).json();
    assert_eq!(made["backup"]["new"], true);
    assert_eq!(versions(&machine).len(), 1);
    let again = done(&machine, &["backup"]);
    assert!(again.stderr.contains("nothing has changed"), "{again}");
    done(&machine, &["backup", "--quiet"]).is(0, "", "");
}

/// Turns the first digit of each long hexadecimal text into another.
fn spoil(value: &mut Value) {
    match value {
        Value::String(text) if text.len() >= 64 => {
            let other = if text.starts_with('0') { "1" } else { "0" };
            text.replace_range(..1, other);
        }
        Value::Array(all) => all.iter_mut().for_each(spoil),
        Value::Object(all) => all.values_mut().for_each(spoil),
        _ => {}
    }
}

#[test]
fn a_remote_is_looked_at_before_it_is_added() {
    let (machine, _) = machine();
    refused(&machine, &["backup"], 4, "there is no remote");
    let elsewhere: &[&str] = &["remote", "add", "usb", "folder", "not/there"];
    refused(&machine, elsewhere, 4, "there is no");
    refused(
        &machine,
        &["remote", "add", "list", "folder", "usb"],
        5,
        "`list`",
    );
    refused(
        &machine,
        &["remote", "add", "a b", "folder", "usb"],
        5,
        "name",
    );
    // Without the passphrase nothing is added.
    let locked = machine.without("LUKA_PASSPHRASE");
    refused(
        &locked,
        &["remote", "add", "usb", "folder", "usb"],
        3,
        "locked",
    );
    locked
        .luka(&["remote", "list", "--json"])
        .is(0, "{\"version\":1,\"remotes\":[]}\n", "");
    let machine = locked.with("LUKA_PASSPHRASE", PASSPHRASE);
    done(&machine, &["remote", "add", "usb", "folder", "usb"]);
    refused(
        &machine,
        &["remote", "add", "usb", "folder", "other"],
        6,
        "already",
    );
    // The second remote asks for nothing.
    let machine = machine.without("LUKA_PASSPHRASE");
    done(&machine, &["remote", "add", "nas", "folder", "nas"]);
    let listed = done(&machine, &["remote", "list", "--json"]).json();
    assert_eq!(listed["remotes"][0]["name"], "nas");
    assert_eq!(listed["remotes"][1]["kind"], "folder");
    let place = machine.path("usb").display().to_string();
    assert_eq!(listed["remotes"][1]["place"], place);
    done(&machine, &["remote", "test", "usb"]);
    done(&machine, &["backup"]);
    done(&machine, &["remote", "rm", "nas"]);
    assert!(fs::read_dir(machine.path("nas")).unwrap().count() > 1);
    refused(&machine, &["backup", "nas"], 4, "no remote `nas`");
}

#[test]
fn a_folder_with_another_ledger_is_refused() {
    let (first, _) = with_remote();
    done(&first, &["backup"]);
    let (second, _) = machine();
    copy(&first.path("usb"), &second.path("usb"));
    refused(
        &second,
        &["remote", "add", "usb", "folder", "usb"],
        6,
        "another ledger",
    );
    assert!(!second.ledger().join("backup/key.json").exists());
}
