//! Ledgers that are loose, damaged or can't be written: the doctor tells, others refuse or read.

use std::fs::{self, Permissions};
use std::os::unix::fs::{FileExt as _, PermissionsExt as _};
use std::process::Command;

use crate::rig::{Machine, Outcome};

/// What the doctor says: exit code, and the names of the checks that fail.
fn doctor(machine: &Machine) -> (i32, Vec<String>) {
    let outcome = machine.luka(&["doctor", "--json"]);
    let document = outcome.json();
    let checks = document["checks"].as_array().unwrap();
    let failed = checks.iter().filter(|check| check["ok"] == false);
    let failed: Vec<String> = failed
        .map(|check| check["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(document["ok"], failed.is_empty(), "{outcome}");
    (outcome.code, failed)
}

fn machine() -> Machine {
    let (machine, _) = Machine::with_ledger();
    for day in ["1", "2", "3"] {
        let added = machine.luka(&["add", "4500", "Lunch", "--date", day]);
        assert_eq!(added.code, 0, "{added}");
    }
    machine
}

#[test]
fn loose_files_are_told_by_the_doctor_and_refused_by_others() {
    let machine = machine();
    let ledger = machine.ledger();
    for (file, loose, right) in [
        ("ledger.db", 0o644, 0o600),
        ("keys.json", 0o640, 0o600),
        ("head", 0o604, 0o600),
        (".", 0o755, 0o700),
    ] {
        let set =
            |mode| fs::set_permissions(ledger.join(file), Permissions::from_mode(mode)).unwrap();
        set(loose);
        assert_eq!(
            doctor(&machine),
            (1, vec!["permissions".to_owned()]),
            "{file}"
        );
        let shown = machine.luka(&["doctor"]);
        assert!(shown.stderr.contains("chmod 700"), "{shown}");
        assert!(shown.stdout.contains("open to other users"), "{shown}");
        let refused = machine.luka(&["list"]);
        assert_eq!(
            (refused.code, refused.stdout.as_str()),
            (1, ""),
            "{file}: {refused}"
        );
        assert!(refused.stderr.contains("hint: chmod"), "{file}: {refused}");
        set(right);
    }
    assert_eq!(doctor(&machine), (0, Vec::new()));
    let machine = machine.with("LUKA_PASSPHRASE", "not this one");
    assert_eq!(machine.luka(&["doctor"]).code, 3);
}

#[test]
fn damage_is_told_by_the_doctor_check_by_check() {
    let machine = machine();
    let ledger = machine.ledger();
    let (database, head, keys) = (
        ledger.join("ledger.db"),
        ledger.join("head"),
        ledger.join("keys.json"),
    );
    let whole = fs::read(&database).unwrap();
    let refused = |outcome: Outcome| {
        assert_eq!(
            (outcome.code, outcome.stdout.as_str()),
            (8, ""),
            "{outcome}"
        );
    };

    // The head of an hour later, with the database of before.
    let old = whole.clone();
    machine.luka(&["add", "1", "Lunch"]);
    let newer = fs::read(&database).unwrap();
    fs::write(&database, &old).unwrap();
    assert_eq!(doctor(&machine), (8, vec!["head".to_owned()]));
    refused(machine.luka(&["list"]));
    fs::write(&database, &newer).unwrap();

    let sealed = fs::read(&head).unwrap();
    fs::write(&head, vec![7; sealed.len()]).unwrap();
    assert_eq!(doctor(&machine), (8, vec!["head".to_owned()]));
    refused(machine.luka(&["list"]));
    fs::write(&head, &sealed).unwrap();

    // A page in the middle.
    let file = fs::File::options().write(true).open(&database).unwrap();
    file.write_all_at(&[1, 2, 3], newer.len() as u64 / 2)
        .unwrap();
    let (code, failed) = doctor(&machine);
    assert_eq!(
        (code, failed.contains(&"pages".to_owned())),
        (8, true),
        "{failed:?}"
    );

    for length in [0, 100, 4096, newer.len() / 2] {
        fs::write(&database, &newer[..length]).unwrap();
        let (code, failed) = doctor(&machine);
        assert_eq!(code, 8, "cut to {length}");
        assert!(!failed.is_empty(), "cut to {length}");
        assert_eq!(
            fs::read(&database).unwrap().len(),
            length,
            "nothing is repaired in silence"
        );
    }
    fs::remove_file(&database).unwrap();
    assert_eq!(doctor(&machine), (8, vec!["pages".to_owned()]));
    fs::write(&database, &newer).unwrap();
    fs::write(&keys, "{").unwrap();
    assert_eq!(doctor(&machine).1.last().unwrap(), "keys");
    assert_eq!(machine.luka(&["doctor"]).code, 8);
}

#[test]
fn a_read_only_disk_is_read_and_says_why_nothing_is_written() {
    let may = Command::new("unshare").args(["-rm", "true"]).status();
    if !may.is_ok_and(|status| status.success()) {
        println!("skipped: no mounts can be made here");
        return;
    }
    let machine = machine();
    let folder = machine.ledger();
    let folder = folder.display();
    for (line, code) in [
        ("list", 0),
        ("report monthly", 0),
        ("export --format json", 0),
        ("history", 0),
        ("account list", 0),
        ("doctor", 0),
        ("add 1 Lunch", 1),
        ("undo", 1),
    ] {
        let outcome = machine.shell(&format!(
            "unshare -rm sh -ec 'mount --bind {folder} {folder}; mount -o remount,ro,bind {folder}; \
             exec luka {line}'"
        ));
        assert_eq!(outcome.code, code, "{line}: {outcome}");
        assert_eq!(
            outcome.stderr.contains("read-only"),
            code == 1,
            "{line}: {outcome}"
        );
    }
}
