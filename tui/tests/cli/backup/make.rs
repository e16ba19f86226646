//! Making versions: without the passphrase, at each remote, whatever another does.

use std::fs;

use serde_json::Value;

use super::{copy, done, machine, refused, versions, with_remote};
use crate::rig::{Machine, PASSPHRASE};

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

#[test]
fn a_remote_that_fails_keeps_no_other_from_its_version() {
    let (machine, _) = with_remote();
    done(&machine, &["remote", "add", "nas", "folder", "nas"]);
    done(&machine, &["backup"]);
    done(&machine, &["add", "100", "Lunch"]);
    fs::rename(machine.path("nas"), machine.path("away")).unwrap();
    let outcome = machine.luka(&["backup", "--json"]);
    assert_eq!(outcome.code, 7, "{outcome}");
    assert_eq!(outcome.json()["backups"][0]["remote"], "usb");
    let error = outcome.error();
    assert_eq!(error["kind"], "remote");
    assert!(error["message"].as_str().unwrap().starts_with("nas: "));
    assert!(!machine.path("nas").exists(), "made behind one's back");
    refused(&machine, &["remote", "test", "nas"], 7, "nas: the folder");
    refused(&machine, &["backup", "--quiet"], 7, "nas: ");
    let status = machine.luka(&["backup", "status", "--json"]);
    assert_eq!(status.code, 7, "{status}");
    let document = status.json();
    assert_eq!(document["ok"], false);
    assert_eq!(document["remotes"][0]["failure"]["kind"], "gone");
    assert_eq!(document["remotes"][0]["failure"]["times"], 2);
    assert_eq!(document["remotes"][1]["failure"], Value::Null);
    // The other one still restores.
    done(&machine, &["backup", "restore", "--to", "there"]);
    fs::rename(machine.path("away"), machine.path("nas")).unwrap();
    done(&machine, &["backup"]);
    done(&machine, &["backup", "status"]);
}

#[test]
fn a_backup_that_is_too_old_is_told_by_status_and_doctor() {
    let (machine, _) = with_remote();
    let backups = |machine: &Machine| {
        let outcome = machine.luka(&["doctor", "--json"]);
        let checks = outcome.json()["checks"].as_array().unwrap().clone();
        let found = checks.iter().find(|check| check["name"] == "backups");
        (outcome.code, found.unwrap()["ok"].clone())
    };
    refused(&machine, &["backup", "status"], 7, "never backed up");
    assert_eq!(backups(&machine), (7, Value::from(false)));
    done(&machine, &["backup"]);
    assert_eq!(backups(&machine), (0, Value::from(true)));
    let machine = machine.with("LUKA_NOW", "2025-04-19T11:00:00Z");
    done(&machine, &["backup", "status"]);
    let machine = machine.with("LUKA_NOW", "2025-04-19T13:00:00Z");
    refused(
        &machine,
        &["backup", "status"],
        7,
        "the last backup is 3 days old",
    );
    assert_eq!(backups(&machine), (7, Value::from(false)));
    done(&machine, &["config", "set", "backup.max_age", "4d"]);
    done(&machine, &["backup", "status"]);
    done(&machine, &["backup"]);
    let status = done(&machine, &["backup", "status", "--json"]).json();
    assert_eq!(status["remotes"][0]["age_seconds"], 0);
    done(&machine, &["remote", "rm", "usb"]);
    assert_eq!(backups(&machine), (0, Value::from(true)));
}

#[test]
fn what_is_typed_wrong_is_told_in_both_languages() {
    let (machine, _) = with_remote();
    refused(&machine, &["backup", "ubs"], 4, "did you mean `usb`?");
    refused(&machine, &["backup", "usb", "list"], 2, "`usb`");
    refused(
        &machine,
        &["backup", "restore", "--to", "x"],
        4,
        "no backups",
    );
    refused(&machine, &["backup", "verify"], 4, "no backups");
    let spanish = machine.with("LANG", "es_CL.UTF-8");
    let made = done(&spanish, &["backup"]);
    assert!(made.stderr.contains("páginas cambiadas"), "{made}");
    let gone = spanish.path("usb");
    fs::rename(&gone, spanish.path("away")).unwrap();
    spanish.luka(&["backup"]).is(
        7,
        "",
        "error: usb: la carpeta del remoto no está\npista: monte el disco o ponga la carpeta de \
         vuelta; no se crea de nuevo, pues una vacía parecería un respaldo perdido\n",
    );
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
