//! Google Drive from the command line: the permission, versions there and back, and its end.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use drive_double::visitor::visit;
use drive_double::{DeviceAnswer, Double};

use crate::rig::{Machine, Outcome, PASSPHRASE};

/// `luka remote add drive gdrive …` toward a double.
fn adding(machine: &Machine, double: &Double, more: &[&str]) -> Vec<String> {
    let client = machine.path("client.json");
    fs::write(&client, double.client_json()).unwrap();
    let url = double.url();
    let mut line: Vec<String> = ["remote", "add", "drive", "gdrive", "--client-secret"]
        .map(str::to_owned)
        .into();
    line.push(client.display().to_string());
    for (flag, path) in [
        ("--api-url", ""),
        ("--auth-url", "/auth"),
        ("--token-url", "/token"),
        ("--device-url", "/device/code"),
    ] {
        line.extend([flag.to_owned(), format!("{url}{path}")]);
    }
    line.extend(more.iter().map(|word| (*word).to_owned()));
    line
}

/// Runs it, and lets a person open the address that it prints.
fn in_browser(machine: &Machine, double: &Double) -> Outcome {
    let line = adding(machine, double, &["--no-browser"]);
    let line: Vec<_> = line.iter().map(String::as_str).collect();
    let mut luka = machine
        .command(&line)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(luka.stdout.take().unwrap());
    let mut address = String::new();
    said.read_line(&mut address).unwrap();
    assert!(address.starts_with("http://127.0.0.1"), "{address:?}");
    visit(address.trim_end()).unwrap();
    let mut stdout = String::new();
    said.read_to_string(&mut stdout).unwrap();
    let output = luka.wait_with_output().unwrap();
    Outcome {
        code: output.status.code().unwrap(),
        stdout,
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn on_a_device(machine: &Machine, double: &Double) -> Outcome {
    let line = adding(machine, double, &["--device"]);
    machine.luka(&line.iter().map(String::as_str).collect::<Vec<_>>())
}

#[track_caller]
fn done(machine: &Machine, line: &[&str]) -> Outcome {
    let outcome = machine.luka(line);
    assert_eq!(outcome.code, 0, "{line:?}: {outcome}");
    outcome
}

#[test]
fn versions_go_to_drive_and_come_back_on_a_new_machine() {
    let double = Double::start().unwrap();
    let (machine, _) = Machine::with_ledger();
    let added = in_browser(&machine, &double);
    assert_eq!(added.code, 0, "{added}");
    done(&machine, &["remote", "test", "drive"]);
    let machine = machine.without("LUKA_PASSPHRASE");
    done(&machine, &["backup"]);
    let machine = machine.with("LUKA_PASSPHRASE", PASSPHRASE);
    done(&machine, &["add", "4500", "Lunch"]);
    let made = done(&machine, &["backup", "--json"]).json();
    let requests = made["backup"]["requests"].as_u64().unwrap();
    assert!(requests <= 3, "a small version took {requests} requests");
    let verified = done(&machine, &["backup", "verify", "--all"]);
    assert_eq!(verified.stdout.matches("proven").count(), 2, "{verified}");
    let holds = done(&machine, &["export"]).json();

    let new = Machine::new();
    let added = on_a_device(&new, &double);
    assert_eq!(added.code, 0, "{added}");
    assert!(added.stderr.contains("type "), "{added}");
    done(&new, &["backup", "restore"]);
    assert_eq!(done(&new, &["export"]).json(), holds);
    let listed = done(&new, &["remote", "list", "--json"]).json();
    assert_eq!(listed["remotes"][0]["kind"], "gdrive");
    assert_eq!(listed["remotes"][0]["place"], "LukaLibre");
}

#[test]
fn a_permission_that_ended_is_given_again_and_nothing_is_forgotten() {
    let double = Double::start().unwrap();
    let (machine, _) = Machine::with_ledger();
    assert_eq!(in_browser(&machine, &double).code, 0);
    done(&machine, &["backup"]);
    done(&machine, &["backup", "verify"]);
    double.revoke();
    let outcome = machine.luka(&["backup"]);
    assert_eq!(outcome.code, 7, "{outcome}");
    assert!(outcome.stderr.contains("luka remote add"), "{outcome}");
    let status = machine.luka(&["backup", "status", "--json"]);
    let failure = &status.json()["remotes"][0]["failure"];
    assert_eq!(failure["kind"], "sign-in-again");
    let again = in_browser(&machine, &double);
    assert_eq!(again.code, 0, "{again}");
    done(&machine, &["backup"]);
    let status = done(&machine, &["backup", "status", "--json"]).json();
    assert!(status["remotes"][0]["newest_proven"].is_object());
}

#[test]
fn what_came_to_nothing_leaves_no_remote() {
    let double = Double::start().unwrap();
    let (machine, _) = Machine::with_ledger();
    double.refuse_next();
    let refused = in_browser(&machine, &double);
    assert_eq!(refused.code, 7, "{refused}");
    assert!(
        refused.stderr.contains("permission was refused"),
        "{refused}"
    );
    double.device_answers(&[DeviceAnswer::Denied]);
    let refused = on_a_device(&machine, &double);
    assert_eq!(refused.code, 7, "{refused}");
    assert!(!machine.ledger().join("backup/remotes/drive").exists());
    let none = machine.luka(&["remote", "add", "drive", "gdrive"]);
    assert_eq!(none.code, 2, "{none}");
    assert!(none.stderr.contains("--client-secret"), "{none}");
    let client = machine.path("client.json").display().to_string();
    for (flag, value, code) in [
        ("--api-url", "http://example.com", 5),
        ("--token-url", "ftp://127.0.0.1", 5),
        ("--folder", " ", 5),
    ] {
        let line = [
            "remote",
            "add",
            "drive",
            "gdrive",
            "--client-secret",
            &client,
        ];
        let outcome = machine.luka(&[&line[..], &[flag, value]].concat());
        assert_eq!(outcome.code, code, "{outcome}");
    }
    fs::write(&client, "{}").unwrap();
    let line = [
        "remote",
        "add",
        "drive",
        "gdrive",
        "--client-secret",
        &client,
    ];
    assert_eq!(machine.luka(&line).code, 5);
    assert_eq!(done(&machine, &["remote", "list"]).stdout, "");
}

#[test]
fn a_full_drive_is_told_and_the_version_goes_there_once_there_is_room() {
    let double = Double::start().unwrap();
    let (machine, _) = Machine::with_ledger();
    assert_eq!(in_browser(&machine, &double).code, 0);
    double.set_quota(Some(10_000));
    let outcome = machine.luka(&["backup", "--json"]);
    assert_eq!(outcome.code, 7, "{outcome}");
    let message = outcome.error()["message"].as_str().unwrap().to_owned();
    assert_eq!(message, "drive: the remote has no space left");
    double.set_quota(None);
    done(&machine, &["backup"]);
    done(&machine, &["backup", "verify"]);
}
