//! What becomes of versions: verified, proven, damaged, lost, ended.

use std::fs;

use serde_json::Value;

use super::{copy, done, flip, id, object, one_more, refused, results, versions, with_remote};
use crate::rig::Machine;

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
