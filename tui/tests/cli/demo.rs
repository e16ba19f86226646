//! The demo: gone at the end, or kept.

use std::fs;
use std::process::Stdio;
use std::thread;

use rustix::process::{Pid, Signal, kill_process};

use crate::rig::Machine;

#[test]
fn it_leaves_nothing_behind_and_shows_a_life() {
    let machine = Machine::new().without("LUKA_PASSPHRASE");
    fs::create_dir(machine.path("tmp")).unwrap();
    let machine = {
        let folder = machine.path("tmp");
        machine.with("TMPDIR", folder.to_str().unwrap())
    };
    let demo = machine.luka(&["demo"]);
    assert_eq!((demo.code, demo.stderr.as_str()), (0, ""), "{demo}");
    for part in [
        "3000 transactions",
        "Apr 2025",
        "Net worth",
        "█",
        "luka init",
    ] {
        assert!(demo.stdout.contains(part), "{part} is missing: {demo}");
    }
    let json = machine
        .luka(&["demo", "--transactions", "30", "--json"])
        .json();
    assert_eq!(
        (&json["transactions"], &json["currency"]),
        (&30.into(), &"CLP".into())
    );
    assert_eq!(json["months"][0]["month"], "2025-04");
    assert_eq!(fs::read_dir(machine.path("tmp")).unwrap().count(), 0);
    assert!(
        !machine.path("data").exists(),
        "the person's own folders are left alone"
    );
}

#[test]
fn with_a_ledger_it_stays_and_is_the_same_for_the_same_seed() {
    let machine = Machine::new();
    let make = |folder: &str| {
        let line = [
            "demo",
            "--ledger",
            folder,
            "--no-tui",
            "--transactions",
            "40",
            "--seed",
            "7",
        ];
        machine.luka(&[&line[..], &["--json"]].concat())
    };
    let made = make("one");
    assert_eq!(made.code, 0, "{made}");
    let made = made.json();
    assert_eq!(
        (&made["transactions"], &made["seed"]),
        (&40.into(), &7.into())
    );
    assert_eq!(made["recovery_code"].as_str().map(str::len), Some(41));
    assert_eq!(make("two").code, 0);
    let list = |folder: &str| machine.luka(&["list", "--ledger", folder, "--json"]);
    assert_eq!(list("one").json()["total"], 40);
    assert_eq!(list("one").stdout, list("two").stdout);
    let again = make("one");
    assert_eq!(
        (again.code, &again.error()["kind"]),
        (6, &"conflict".into())
    );
}

#[test]
fn interrupted_it_leaves_nothing_behind_either() {
    let machine = Machine::new();
    let folder = machine.path("tmp");
    fs::create_dir(&folder).unwrap();
    let mut luka = machine
        .command(&["demo", "--transactions", "5000000"])
        .env("TMPDIR", &folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let count = || fs::read_dir(&folder).unwrap().count();
    while count() == 0 {
        assert_eq!(luka.try_wait().unwrap(), None);
        thread::yield_now();
    }
    let pid = Pid::from_raw(i32::try_from(luka.id()).unwrap()).unwrap();
    kill_process(pid, Signal::INT).unwrap();
    assert_eq!(luka.wait().unwrap().code(), Some(130));
    assert_eq!(count(), 0);
}
