//! Versions of a ledger in a folder, by the real binary.

mod make;
mod places;
mod restore;
mod versions;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::rig::{Machine, Outcome};

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

fn id(version: &Value) -> String {
    version["id"].as_str().unwrap().to_owned()
}

/// Adds an entry and makes a version; gives its id.
fn one_more(machine: &Machine) -> String {
    done(machine, &["add", "100", "Lunch"]);
    id(&done(machine, &["backup", "--json"]).json()["backup"])
}

/// The file of a version in the folder `usb`.
fn object(machine: &Machine, id: &str) -> PathBuf {
    let entries = fs::read_dir(machine.path("usb")).unwrap();
    let mut paths = entries.map(|entry| entry.unwrap().path());
    let named = |path: &PathBuf| path.to_str().unwrap().ends_with(id);
    paths.find(named).unwrap()
}

/// Changes one byte in the middle of an object.
fn flip(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, bytes).unwrap();
}

/// What each verified version is said to be, by its id.
fn results(outcome: &Outcome) -> Vec<(String, String)> {
    let document = outcome.json();
    let rows = document["versions"].as_array().unwrap();
    let result = |row: &Value| (id(row), row["result"].as_str().unwrap().to_owned());
    rows.iter().map(result).collect()
}
