//! Versions become ledgers again: on a new machine, beside a ledger, in its place.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;

use super::{
    copy, done, everything, id, new_machine, one_more, refused, results, versions, with_remote,
};
use crate::rig::{Machine, PASSPHRASE};

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
fn a_version_opens_with_the_passphrase_of_its_time_or_the_recovery_code() {
    let (machine, code) = with_remote();
    let first = id(&done(&machine, &["backup", "--json"]).json()["backup"]);
    let before = everything(&machine);
    let machine = machine.with("LUKA_NEW_PASSPHRASE", "another horse battery");
    done(&machine, &["passwd"]);
    let machine = machine.with("LUKA_PASSPHRASE", "another horse battery");
    let second = one_more(&machine);
    let current = |version: &Value| version["opens_with_current_passphrase"].clone();
    let listed: Vec<_> = versions(&machine).iter().map(current).collect();
    assert_eq!(listed, [Value::from(false), Value::from(true)]);
    let table = done(&machine, &["backup", "list"]).stdout;
    assert_eq!(table.matches("an earlier passphrase").count(), 1, "{table}");
    // The ledger's key is the same: all of them are proven with the passphrase of today.
    let proven = done(&machine, &["backup", "verify", "--all", "--json"]);
    let proven = results(&proven);
    assert!(
        proven.iter().all(|(_, result)| result == "proven"),
        "{proven:?}"
    );

    let told = done(&machine, &["backup", "restore", &first[..8], "--to", "old"]);
    assert!(
        told.stderr
            .contains("opens with the passphrase of 2025-04-16"),
        "{told}"
    );
    let told = done(
        &machine,
        &["backup", "restore", &second[..8], "--to", "new"],
    );
    assert!(!told.stderr.contains("passphrase"), "{told}");
    done(&machine, &["list", "--ledger", "new"]);
    refused(
        &machine,
        &["list", "--ledger", "old"],
        3,
        "wrong passphrase",
    );
    let machine = machine.with("LUKA_PASSPHRASE", PASSPHRASE);
    let export = ["export", "--format", "json", "--ledger", "old"];
    assert_eq!(done(&machine, &export).json(), before);
    let machine = machine.with("LUKA_RECOVERY_CODE", &code);
    done(&machine, &["passwd", "--recovery", "--ledger", "old"]);

    // A new machine needs any passphrase of the repository, and is told which one opens the version.
    let new = new_machine(&machine);
    done(&new, &["remote", "add", "usb", "folder", "usb"]);
    let told = done(&new, &["backup", "restore"]);
    assert!(
        told.stderr.contains("opens with the passphrase of"),
        "{told}"
    );
    let new = new.with("LUKA_PASSPHRASE", "another horse battery");
    done(&new, &["list"]);
    let stranger = new_machine(&machine).with("LUKA_PASSPHRASE", "never heard of");
    done(&stranger, &["remote", "add", "usb", "folder", "usb"]);
    refused(&stranger, &["backup", "list"], 3, "wrong passphrase");
}

#[test]
fn restoring_never_replaces_a_ledger_in_silence() {
    let (machine, _) = with_remote();
    done(&machine, &["backup"]);
    let before = everything(&machine);
    done(&machine, &["add", "777", "Lunch"]);
    let after = everything(&machine);
    refused(&machine, &["backup", "restore"], 6, "there is a ledger");
    let ledger = machine.ledger().display().to_string();
    refused(
        &machine,
        &["backup", "restore", "--to", &ledger],
        6,
        "--force",
    );
    fs::create_dir(machine.path("photos")).unwrap();
    fs::write(machine.path("photos/cat.jpg"), "a cat").unwrap();
    refused(
        &machine,
        &["backup", "restore", "--to", "photos"],
        6,
        "not an empty",
    );
    assert_eq!(everything(&machine), after);

    let restored = done(&machine, &["backup", "restore", "--force", "--json"]).json();
    let kept = restored["restored"]["replaced"].as_str().unwrap();
    assert_eq!(everything(&machine), before);
    let export = ["export", "--format", "json", "--ledger", kept];
    assert_eq!(done(&machine, &export).json(), after);
    // The remotes are still there, and so is the memory of what they hold.
    done(&machine, &["backup"]);
    // Nothing is left of the work.
    let around = machine.ledger().parent().unwrap().to_path_buf();
    let names: Vec<_> = fs::read_dir(around)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        names.len(),
        3,
        "ledger, what it replaced, device: {names:?}"
    );
}

#[test]
fn two_machines_write_to_one_folder_and_restore_each_other() {
    let (first, _) = with_remote();
    done(&first, &["backup"]);
    let second = Machine::new();
    let shared = first.path("usb").display().to_string();
    done(&second, &["remote", "add", "usb", "folder", &shared]);
    done(&second, &["backup", "restore"]);
    let theirs = one_more(&second);
    let listed: Vec<_> = versions(&first).iter().map(id).collect();
    assert_eq!(listed.len(), 2);
    assert!(listed.contains(&theirs));
    done(&first, &["backup", "verify", "--all"]);
    done(&first, &["backup", "restore", &theirs, "--to", "theirs"]);
    let export = ["export", "--format", "json", "--ledger", "theirs"];
    assert_eq!(done(&first, &export).json(), everything(&second));
    // A machine whose ledger came by another way takes the backup key from the folder.
    let third = Machine::new();
    fs::create_dir_all(third.ledger().parent().unwrap()).unwrap();
    copy(&first.path("theirs"), &third.ledger());
    fs::set_permissions(third.ledger(), fs::Permissions::from_mode(0o700)).unwrap();
    done(&third, &["remote", "add", "usb", "folder", &shared]);
    assert_eq!(versions(&third).len(), 2);
}

#[test]
fn a_new_machine_at_a_remote_that_was_set_back_gets_no_other_version_than_the_one_it_names() {
    let (old, _) = with_remote();
    let first = id(&done(&old, &["backup", "--json"]).json()["backup"]);
    copy(&old.path("usb"), &old.path("yesterday"));
    let second = one_more(&old);
    fs::remove_dir_all(old.path("usb")).unwrap();
    fs::rename(old.path("yesterday"), old.path("usb")).unwrap();
    // Who has seen the newer one is told.
    let told = refused(&old, &["backup", "verify", "--all"], 8, &second[..8]);
    assert!(told.stderr.contains("usb"), "{told}");
    // Who has not knows the newest only from paper: what `luka backup` said when it was made.
    let new = new_machine(&old);
    done(&new, &["remote", "add", "usb", "folder", "usb"]);
    refused(
        &new,
        &["backup", "restore", &second, "--to", "named"],
        4,
        &second[..8],
    );
    assert!(!new.path("named").exists());
    let restored = done(&new, &["backup", "restore", "--to", "newest"]);
    let told = format!("{}{}", restored.stdout, restored.stderr);
    assert!(
        told.contains(&first[..8]),
        "it says which one that is: {told}"
    );
}
