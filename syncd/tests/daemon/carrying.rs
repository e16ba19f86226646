//! A change of the ledger reaches every remote by itself.

use std::fs;

use backup::FailureKind;
use backup::control::{Doing, Request};

use crate::rig::{BRISK, Machine, PAGE, eventually};

#[test]
fn a_change_is_carried() {
    let machine = Machine::new(8);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    machine.change(3);
    daemon.until_carried(&usb, 2);
    let versions = machine.restored(&usb);
    assert!(versions[1].1 == machine.content());
    assert!(daemon.stop().success());
}

#[test]
fn changes_in_a_burst_make_one_version() {
    let machine = Machine::new(8);
    // Quiet never comes before the burst has ended, however slow the machine is.
    machine.configure(&BRISK.replace("50ms", "3s"));
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.ask(Request::Now);
    daemon.until_carried(&usb, 1);
    for page in 1..=8 {
        machine.change(page);
    }
    daemon.until("changed", |status| status.remotes[0].changed);
    for page in 1..=8 {
        machine.change(page);
    }
    daemon.until_carried(&usb, 2);
    let versions = machine.restored(&usb);
    assert!(versions[1].1 == machine.content());
    assert_eq!(usb.versions().len(), 2);
    daemon.stop();
}

#[test]
fn every_remote_has_its_version_and_one_that_fails_holds_up_no_other() {
    let machine = Machine::new(8);
    let (nas, usb) = (machine.add_folder("nas"), machine.add_folder("usb"));
    fs::rename(nas.path(), machine.path("unplugged")).unwrap();
    let daemon = machine.start();
    let status = daemon.until("one failing", |status| {
        let failed = status.remotes[0].contact.failure.is_some();
        failed && status.remotes[1].contact.succeeded_at.is_some()
    });
    let failure = status.remotes[0].contact.failure.clone().unwrap();
    assert_eq!(failure.kind, FailureKind::Gone);
    assert!(status.remotes[0].changed);
    assert_eq!(usb.versions().len(), 1);
    assert!(
        !nas.path().exists(),
        "a folder that is gone is not made anew"
    );
    // It is plugged in again, and nobody says a word.
    fs::rename(machine.path("unplugged"), nas.path()).unwrap();
    let status = daemon.until("carried", |status| {
        status.remotes[0].contact.succeeded_at.is_some()
    });
    assert_eq!(status.remotes[0].contact.failure, None);
    daemon.until_carried(&nas, 1);
    assert!(machine.restored(&nas)[0].1 == machine.content());
    daemon.stop();
}

#[test]
fn the_newest_version_is_verified_and_damage_is_answered_with_a_full_one() {
    let machine = Machine::new(200);
    machine.configure(&BRISK.replace("never", "1ms"));
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until("verified", |status| status.remotes[0].verified_at.is_some());
    // A bit flips at the remote, and nobody changes the ledger.
    let first = usb.versions().pop_first().unwrap();
    let file = usb.path().join(first.as_str());
    let mut flipped = fs::read(&file).unwrap();
    flipped[100 * PAGE] ^= 1;
    fs::write(&file, flipped).unwrap();
    let found = eventually(|| {
        daemon.ask(Request::Now);
        (usb.versions().len() == 2).then_some(())
    });
    assert!(found.is_some(), "{}", daemon.said());
    let second = usb.versions().pop_last().unwrap();
    daemon.stop();
    fs::remove_file(file).unwrap();
    let versions = machine.restored(&usb);
    assert_eq!(versions[0].0.name, second);
    assert!(versions[0].1 == machine.content());
}

#[test]
fn old_versions_are_pruned_by_the_policy_after_a_backup() {
    let machine = Machine::new(8);
    let usb = machine.add_folder("usb");
    machine.configure(&format!("{BRISK}prune = false\n"));
    let daemon = machine.start();
    for versions in 1..=4 {
        machine.change(1);
        daemon.until_carried(&usb, versions);
    }
    machine.configure(&format!("{BRISK}[backup]\nkeep_last = 2\n"));
    daemon.signal(rustix::process::Signal::HUP);
    daemon.wait_for_notice("READY=1");
    daemon.until("pruned", |status| {
        status.remotes[0].doing == Doing::Nothing && machine.restored(&usb).len() == 2
    });
    assert!(machine.restored(&usb)[1].1 == machine.content());
    // Once a day is enough.
    machine.change(1);
    daemon.until("carried", |status| {
        !status.remotes[0].changed && machine.restored(&usb).len() == 3
    });
    daemon.stop();
}
