//! Versions of a ledger in a folder: made without the passphrase, listed, restored on a new machine.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

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

#[test]
fn verified_is_rebuilt_and_proven_is_opened_as_well() {
    let (machine, code) = with_remote();
    let first = id(&done(&machine, &["backup", "--json"]).json()["backup"]);
    let second = one_more(&machine);
    let one = |result: &str| vec![(second.clone(), result.to_owned())];
    let closed = done(&machine, &["backup", "verify", "--no-open", "--json"]);
    assert_eq!(results(&closed), one("verified"));
    let listed = versions(&machine);
    assert_eq!(listed[1]["verified_at"], "2025-04-16T12:00:00Z");
    assert_eq!(listed[1]["proven_at"], Value::Null);
    let open = done(&machine, &["backup", "verify", "--json"]);
    assert_eq!(results(&open), one("proven"));
    assert_eq!(versions(&machine)[1]["proven_at"], "2025-04-16T12:00:00Z");
    let told = done(&machine, &["backup", "verify", "--all"]);
    assert!(told.stderr.contains("Proven: rebuilt"), "{told}");
    assert_eq!(told.stdout.matches("proven").count(), 2, "{told}");
    // By the first digits of its id.
    let older = done(&machine, &["backup", "verify", &first[..4], "--json"]);
    assert_eq!(results(&older), [(first, "proven".to_owned())]);
    let machine = machine.with("LUKA_PASSPHRASE", "not this one");
    refused(&machine, &["backup", "verify"], 3, "wrong passphrase");
    let machine = machine.without("LUKA_PASSPHRASE");
    let told = done(&machine, &["backup", "verify"]);
    assert!(told.stderr.contains("not proven"), "{told}");
    let machine = machine.with("LUKA_RECOVERY_CODE", &code);
    let open = done(&machine, &["backup", "verify", "--recovery", "--json"]);
    assert_eq!(results(&open), one("proven"));
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
    assert!(names.iter().all(|name| !name.starts_with('.')), "{names:?}");
}

#[test]
fn a_damaged_object_is_named_and_the_next_version_needs_it_no_more() {
    let (machine, _) = with_remote();
    let first = id(&done(&machine, &["backup", "--json"]).json()["backup"]);
    let second = one_more(&machine);
    done(&machine, &["backup", "verify"]);
    flip(&object(&machine, &second));
    let told = refused(&machine, &["backup", "verify"], 8, &second);
    assert!(told.stderr.contains(&second[..8]), "{told}");
    let all = machine.luka(&["backup", "verify", "--all", "--json"]);
    assert_eq!(all.code, 8, "{all}");
    let result = |one: &str, result: &str| (one.to_owned(), result.to_owned());
    assert_eq!(
        results(&all),
        [result(&first, "proven"), result(&second, "damaged")]
    );
    refused(
        &machine,
        &["backup", "restore", &second, "--to", "there"],
        8,
        &second,
    );
    assert!(!machine.path("there").exists());
    done(&machine, &["backup", "restore", &first, "--to", "there"]);
    done(&machine, &["doctor", "--ledger", "there"]);
    // It is proven no longer, and `status` says what happened.
    let status = machine.luka(&["backup", "status", "--json"]);
    assert_eq!(status.code, 7, "{status}");
    assert_eq!(status.json()["remotes"][0]["failure"]["kind"], "integrity");
    assert_eq!(id(&status.json()["remotes"][0]["newest_proven"]), first);
    // Nothing builds on it any more.
    let third = done(&machine, &["backup", "--json"]).json();
    assert_eq!(third["backup"]["new"], true);
    done(&machine, &["backup", "verify"]);
    done(&machine, &["backup", "status"]);
    fs::remove_file(object(&machine, &second)).unwrap();
    done(&machine, &["backup", "verify", &id(&third["backup"])]);
}

#[test]
fn a_missing_object_is_told_until_it_is_forgotten() {
    let (machine, _) = with_remote();
    let first = id(&done(&machine, &["backup", "--json"]).json()["backup"]);
    let second = one_more(&machine);
    fs::remove_file(object(&machine, &first)).unwrap();
    let told = refused(
        &machine,
        &["backup", "list"],
        8,
        "1 version is lost, 1 damaged",
    );
    assert!(
        told.stderr.contains(&first) && told.stderr.contains(&second),
        "{told}"
    );
    let listed = machine.luka(&["backup", "list", "--json"]);
    assert_eq!(id(&listed.json()["lost"][0]), first);
    assert_eq!(id(&listed.json()["damaged"][0]), second);
    assert_eq!(listed.json()["backups"], Value::Array(Vec::new()));
    let checked = machine.luka(&["backup", "verify", "--all", "--json"]);
    assert_eq!(checked.code, 8, "{checked}");
    assert_eq!(results(&checked)[0].1, "lost");
    assert_eq!(results(&checked)[1].1, "damaged");
    let third = done(&machine, &["backup", "--json"]).json();
    assert_eq!(third["backup"]["new"], true);
    done(&machine, &["backup", "verify"]);
    machine.luka(&["backup", "list", "--forget-lost"]);
    let listed = machine.luka(&["backup", "list", "--json"]).json();
    assert_eq!(listed["lost"], Value::Array(Vec::new()));
    assert_eq!(id(&listed["backups"][0]), id(&third["backup"]));
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
fn pruning_follows_the_policy_and_keeps_what_is_proven() {
    let (machine, _) = with_remote();
    let mut ids = Vec::new();
    let mut machine = machine;
    for day in 1..=4 {
        machine = machine.with("LUKA_NOW", &format!("2025-04-0{day}T12:00:00Z"));
        ids.push(one_more(&machine));
        if day == 2 {
            done(&machine, &["backup", "verify"]);
        }
    }
    let listed = |machine: &Machine| versions(machine).iter().map(id).collect::<Vec<_>>();
    let none: &[&str] = &["backup", "prune", "--keep-last", "0"];
    refused(&machine, none, 2, "keeps no version");
    done(
        &machine,
        &["backup", "prune", "--keep-last", "1", "--dry-run"],
    );
    assert_eq!(listed(&machine), ids, "a dry run ends nothing");
    let pruned = done(&machine, &["backup", "prune", "--keep-last", "1", "--json"]).json();
    assert_eq!(pruned["remotes"][0]["ended"], 2);
    let reasons: Vec<_> = pruned["versions"].as_array().unwrap().clone();
    assert_eq!(reasons[1]["reasons"], serde_json::json!(["proven"]));
    assert_eq!(reasons[3]["reasons"], serde_json::json!(["newest", "last"]));
    assert_eq!(listed(&machine), [ids[1].clone(), ids[3].clone()]);
    done(&machine, &["backup", "verify", "--all"]);
    // Without a number the configuration counts.
    done(&machine, &["config", "set", "backup.keep_last", "1"]);
    for key in ["daily", "weekly", "monthly", "yearly"] {
        done(
            &machine,
            &["config", "set", &format!("backup.keep_{key}"), "0"],
        );
    }
    done(&machine, &["backup", "verify"]);
    done(&machine, &["backup", "prune"]);
    assert_eq!(listed(&machine), [ids[3].clone()]);
    refused(
        &machine,
        &["config", "set", "backup.keep_last", "few"],
        5,
        "keep_last",
    );
}

#[test]
fn an_id_is_found_by_its_first_digits() {
    let (machine, _) = with_remote();
    let first = id(&done(&machine, &["backup", "--json"]).json()["backup"]);
    let verify = |typed: &str| machine.luka(&["backup", "verify", typed, "--no-open"]);
    assert_eq!(verify(&first.to_uppercase()).code, 0);
    assert_eq!(verify(&first[..3]).code, 5);
    assert_eq!(verify("usb!").code, 5);
    let other = if first.starts_with("0000") {
        "1111"
    } else {
        "0000"
    };
    let unknown = verify(other);
    assert_eq!(unknown.code, 4, "{unknown}");
    // The same object under another remote's roof: the same digits twice.
    copy(&machine.path("usb"), &machine.path("nas"));
    done(&machine, &["remote", "add", "nas", "folder", "nas"]);
    let several = verify(&first[..8]);
    assert_eq!(several.code, 6, "{several}");
    done(&machine, &["backup", "verify", &first, "--remote", "nas"]);
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
