//! Places that are not as they should be: closed to us, open to all, or links to somewhere else.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use super::{done, everything, versions, with_remote};
use crate::rig::{Machine, Outcome};

/// Runs `luka` as somebody to whom modes apply: root passes over them unless that is given up.
fn without_privilege(machine: &Machine, line: &str) -> Outcome {
    let root = fs::metadata("/proc/self").is_ok_and(|found| {
        use std::os::unix::fs::MetadataExt as _;
        found.uid() == 0
    });
    let give_up = "setpriv --bounding-set=-dac_override,-dac_read_search ";
    machine.shell(&format!("{}luka {line}", if root { give_up } else { "" }))
}

fn chmod(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Whether modes can be made to apply to us here.
fn modes_apply(machine: &Machine) -> bool {
    let path = machine.path("closed");
    fs::write(&path, "").unwrap();
    chmod(&path, 0);
    let give_up = ["--bounding-set=-dac_override,-dac_read_search", "cat"];
    let as_root = Command::new("setpriv").args(give_up).arg(&path).output();
    fs::File::open(&path).is_err()
        || as_root.is_ok_and(|read| String::from_utf8_lossy(&read.stderr).contains("cat:"))
}

#[test]
fn a_folder_that_may_not_be_written_is_said_and_takes_versions_once_it_may() {
    let (machine, _) = with_remote();
    if !modes_apply(&machine) {
        println!("skipped: modes do not apply here");
        return;
    }
    done(&machine, &["backup"]);
    let made = versions(&machine);
    for closed in ["usb", "usb/.staging"] {
        done(&machine, &["add", "100", "Lunch"]);
        chmod(&machine.path(closed), 0o500);
        let refused = without_privilege(&machine, "backup");
        assert_eq!(refused.code, 7, "{closed}: {refused}");
        assert!(refused.stderr.contains("usb"), "{refused}");
        assert!(refused.stderr.contains("hint: "), "{refused}");
        chmod(&machine.path(closed), 0o700);
        assert_eq!(
            versions(&machine),
            made,
            "{closed}: nothing new, nothing gone"
        );
    }
    done(&machine, &["backup"]);
    assert!(versions(&machine).len() > made.len());
    done(&machine, &["backup", "verify", "--all"]);
    let holds = everything(&machine);
    done(&machine, &["backup", "restore", "--to", "restored"]);
    let restored = done(
        &machine,
        &["--ledger", "restored", "export", "--format", "json"],
    );
    assert_eq!(restored.json(), holds);
}

#[test]
fn a_ledger_that_may_not_be_read_any_more_is_said_and_left_alone() {
    let (machine, _) = with_remote();
    if !modes_apply(&machine) {
        println!("skipped: modes do not apply here");
        return;
    }
    done(&machine, &["backup"]);
    let holds = everything(&machine);
    for file in ["ledger.db", "keys.json"] {
        let path = machine.ledger().join(file);
        chmod(&path, 0);
        for line in ["backup", "add 100 Lunch", "list"] {
            let refused = without_privilege(&machine, line);
            assert!((1..=8).contains(&refused.code), "{file}, {line}: {refused}");
            assert!(
                refused.stderr.contains("permission"),
                "{file}, {line}: {refused}"
            );
        }
        chmod(&path, 0o600);
        assert_eq!(everything(&machine), holds, "{file}");
    }
    assert_eq!(versions(&machine).len(), 1);
}

#[test]
fn a_link_in_the_place_of_a_file_is_neither_read_nor_written_through() {
    let (machine, _) = with_remote();
    done(&machine, &["backup"]);
    for file in ["ledger.db", "keys.json", "head"] {
        let path = machine.ledger().join(file);
        let victim = machine.path("victim");
        fs::rename(&path, &victim).unwrap();
        symlink(&victim, &path).unwrap();
        let before = fs::read(&victim).unwrap();
        let lines: &[&[&str]] = match file {
            // Of the head a backup carries what it finds.
            "head" => &[&["add", "100", "Lunch"], &["list"]],
            _ => &[&["add", "100", "Lunch"], &["list"], &["backup"]],
        };
        for line in lines {
            let refused = machine.luka(line);
            assert!(
                (1..=8).contains(&refused.code),
                "{file}, {line:?}: {refused}"
            );
            assert!(refused.stderr.contains(file), "{file}, {line:?}: {refused}");
        }
        assert!(fs::read(&victim).unwrap() == before, "{file}");
        fs::remove_file(&path).unwrap();
        fs::rename(&victim, &path).unwrap();
    }
    done(&machine, &["backup"]);
    done(&machine, &["doctor"]);
    assert_eq!(versions(&machine).len(), 1, "nothing was changed");
}

/// Everything below a folder that others may reach.
fn open_to_others(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let metadata = fs::symlink_metadata(&path).unwrap();
        if metadata.permissions().mode() & 0o077 != 0 {
            found.push(path.display().to_string());
        }
        if metadata.is_dir() {
            open_to_others(&path, found);
        }
    }
}

#[test]
fn with_a_umask_of_000_nothing_is_open_to_others() {
    let machine = Machine::new();
    fs::create_dir(machine.path("usb")).unwrap();
    let machine = machine.with("LUKA_NEW_PASSPHRASE", "another horse battery");
    let outcome = machine.shell(
        "umask 000; luka init --currency CLP >/dev/null; luka add 4500 Lunch -q; \
         luka remote add usb folder usb; luka backup; luka add 100 Lunch -q; luka backup; \
         luka backup restore --to restored; luka --ledger restored list; luka passwd; \
         LUKA_PASSPHRASE=$LUKA_NEW_PASSPHRASE luka backup",
    );
    assert_eq!(outcome.code, 0, "{outcome}");
    let mut found = Vec::new();
    for folder in [
        machine.ledger(),
        machine.path("usb"),
        machine.path("restored"),
    ] {
        open_to_others(&folder, &mut found);
    }
    assert!(found.is_empty(), "{found:?}");
}
