//! One daemon for each ledger, and what happens to it when its directory is another one.

use std::fs;

use backup::control::Obstacle;
use rustix::process::Signal;

use crate::rig::{BRISK, Machine, eventually};

#[test]
fn a_second_daemon_for_the_same_ledger_refuses() {
    let machine = Machine::new(2);
    machine.add_folder("usb");
    let daemon = machine.start();
    for arguments in [&[][..], &["--once"]] {
        let (code, said) = machine.run(arguments);
        assert_eq!(code, 6, "{said}");
        assert!(said.contains("another luka-syncd is running"), "{said}");
    }
    daemon.stop();
    // The lock ended with its process.
    machine.start().stop();
}

#[test]
fn who_was_killed_keeps_nobody_out() {
    let machine = Machine::new(2);
    let daemon = machine.start();
    daemon.signal(Signal::KILL);
    daemon.end();
    machine.start().stop();
}

#[test]
fn a_hangup_reads_the_remotes_and_the_settings_anew() {
    let machine = Machine::new(4);
    machine.configure(&BRISK.replace("50ms", "9h"));
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    let nas = machine.add_folder("nas");
    machine.configure(BRISK);
    daemon.signal(Signal::HUP);
    daemon.wait_for_notice("RELOADING=1");
    daemon.wait_for_notice("READY=1");
    daemon.until_carried(&usb, 1);
    daemon.until_carried(&nas, 1);
    daemon.stop();
}

#[test]
fn settings_that_make_no_sense_leave_those_before() {
    let machine = Machine::new(4);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    machine.configure("[sync]\nquite = \"1s\"\n");
    daemon.signal(Signal::HUP);
    daemon.wait_for_notice("RELOADING=1");
    daemon.wait_for_notice("READY=1");
    assert!(daemon.said().contains("quite"), "{}", daemon.said());
    daemon.until_carried(&usb, 1);
    daemon.stop();
    assert_eq!(machine.run(&[]).0, 5, "but it does not begin with them");
}

#[test]
fn a_ledger_that_was_removed_is_waited_for() {
    let machine = Machine::new(4);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    let aside = machine.path("aside");
    fs::rename(machine.home.ledger(), &aside).unwrap();
    // Nobody can ask it now: where it listens was written in the directory.
    daemon.wait_for_notice("STATUS=waiting: there is no ledger");
    fs::rename(&aside, machine.home.ledger()).unwrap();
    daemon.wait_for_notice("STATUS=1 remote(s)");
    machine.change(1);
    daemon.until_carried(&usb, 2);
    assert!(daemon.stop().success());
}

#[test]
fn a_ledger_that_was_replaced_is_the_one_that_is_carried() {
    let machine = Machine::new(4);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    // As a restore does it: the new directory is whole, and the two are exchanged in one step.
    let (old, new) = (machine.home.ledger(), machine.path("new"));
    copy_tree(old, &new);
    let database = new.join("ledger.db");
    let mut content = fs::read(&database).unwrap();
    content.reverse();
    fs::write(&database, &content).unwrap();
    let cwd = rustix::fs::CWD;
    let exchange = rustix::fs::RenameFlags::EXCHANGE;
    rustix::fs::renameat_with(cwd, &new, cwd, old, exchange).unwrap();
    daemon.until_carried(&usb, 2);
    assert!(machine.restored(&usb)[1].1 == content);
    // It holds the lock of the directory that is there now, and watches it.
    assert_eq!(machine.run(&[]).0, 6);
    machine.change(2);
    daemon.until_carried(&usb, 3);
    daemon.stop();
}

#[test]
fn a_ledger_that_comes_later_is_carried_when_it_comes() {
    let machine = Machine::new(4);
    let usb = machine.add_folder("usb");
    let aside = machine.path("aside");
    fs::rename(machine.home.ledger(), &aside).unwrap();
    let daemon = machine.start();
    assert!(daemon.said().contains("there is no ledger"));
    assert!(!machine.home.ledger().exists(), "it makes none");
    fs::rename(&aside, machine.home.ledger()).unwrap();
    let found = eventually(|| (usb.versions().len() == 1).then_some(()));
    assert!(found.is_some(), "{}", daemon.said());
    daemon.stop();
}

#[test]
fn a_key_that_comes_later_is_found() {
    let machine = Machine::new(4);
    let usb = machine.add_folder("usb");
    let key = machine.home.path().join("key.json");
    let aside = machine.path("key.json");
    fs::rename(&key, &aside).unwrap();
    let daemon = machine.start();
    daemon.until("without a key", |status| {
        status.obstacle == Some(Obstacle::NoKey)
    });
    fs::rename(&aside, &key).unwrap();
    daemon.until_carried(&usb, 1);
    daemon.stop();
}

fn copy_tree(from: &std::path::Path, to: &std::path::Path) {
    vault::private::create_private_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
