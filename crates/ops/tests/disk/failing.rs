//! A disk that is full or broken, and processes that are killed at what they do to it.

use std::fs;

use ops::session::{LedgerDir, Locked};
use rstest::rstest;

use crate::journal::{Journal, Survives};
use crate::place::{Place, add, init, key_of, restore, sound};
use crate::roles::{Failure, marks, run};

const EIO: i32 = 5;
const ENOSPC: i32 = 28;
/// Instead of an error.
const KILLED: i32 = 0;
/// How many versions are restored after each failure; in the end it is all of them.
const NEWEST: usize = 2;
const FOR_EVER: u32 = 1_000_000;
/// A process reads more often than any of them does here.
const READS: u32 = 80;

/// How many calls of a class a role makes on a disk that is well.
fn calls(role: &str, class: char) -> u32 {
    let place = Place::new();
    let (disk, log) = (place.disk(), place.beside("log"));
    let mut journal = Journal::begin(&disk);
    add(&disk.join("ledger"), &place.key);
    assert!(run(role, &disk, Some(&log), None));
    journal.read(&log);
    match class {
        'a' => journal.count('w') + journal.count('s'),
        'r' => READS,
        class => journal.count(class),
    }
}

/// What was reported: how many are saved, and the versions with how many there were before each.
fn reported(disk: &std::path::Path) -> (u64, Vec<(String, u64)>) {
    let (mut saved, mut made) = (0, Vec::new());
    for mark in marks(disk) {
        match mark.split_once(' ') {
            Some(("made", name)) => made.push((name.to_owned(), saved)),
            _ => saved += 1,
        }
    }
    (saved, made)
}

/// Lets a role fail at every so manieth call, and looks after each what is left: on the disk, and
/// after a power loss that nothing unsynced survives. Then all goes on.
fn fails(role: &str, class: char, errno: i32, times: u32, stride: usize) {
    let calls = calls(role, class);
    let place = Place::new();
    let (disk, left) = (place.disk(), place.beside("left"));
    let ledger = disk.join("ledger");
    let mut failed = 0;
    for nth in (1..=calls).step_by(stride) {
        let what = format!("{role}: {class} {nth} of {calls}");
        add(&ledger, &place.key);
        let log = place.beside(&format!("log-{nth}"));
        let mut journal = Journal::begin(&disk);
        let failure = Failure {
            class,
            nth,
            errno,
            times,
        };
        failed += u32::from(!run(role, &disk, Some(&log), Some(&failure)));
        let (saved, made) = reported(&disk);
        assert!(sound(&ledger, &place.key, &what) >= saved, "{what}");
        restore(&disk, &place.key, &made, NEWEST, &what);
        if log.exists() {
            journal.read(&log);
        }
        journal.leave(journal.len(), &mut Survives::Nothing, &left);
        assert!(
            sound(&left.join("ledger"), &place.key, &what) >= saved,
            "{what}, then dark"
        );
        restore(
            &left,
            &place.key,
            &made,
            NEWEST,
            &format!("{what}, then dark"),
        );
        fs::remove_dir_all(&left).unwrap();
    }
    assert!(
        failed > 0,
        "{role}: no {class} of {calls} was missed by anybody"
    );
    for role in ["add", "backup"] {
        assert!(
            run(role, &disk, None, None),
            "{role} on a disk that is well again"
        );
    }
    let (saved, made) = reported(&disk);
    assert!(sound(&ledger, &place.key, role) >= saved);
    restore(&disk, &place.key, &made, usize::MAX, role);
}

#[rstest]
#[case("add", 'w', 11)]
#[case("add", 's', 3)]
#[case("add", 'r', 13)]
#[case("backup", 'w', 1)]
#[case("backup", 's', 1)]
#[case("backup", 'r', 7)]
fn what_a_broken_disk_refused_is_not_reported(
    #[case] role: &str,
    #[case] class: char,
    #[case] stride: usize,
) {
    fails(role, class, EIO, 1, stride);
}

#[rstest]
#[case("add", 7)]
#[case("backup", 2)]
fn a_full_disk_leaves_nothing_partial_and_goes_on_when_there_is_space(
    #[case] role: &str,
    #[case] stride: usize,
) {
    fails(role, 'w', ENOSPC, FOR_EVER, stride);
}

#[test]
fn a_backup_killed_at_any_write_or_sync_is_as_if_it_had_not_begun_or_is_whole() {
    fails("backup", 'a', KILLED, 1, 3);
}

#[test]
fn a_ledger_whose_making_was_killed_opens_or_is_made_anew() {
    let place = Place::new();
    let (disk, log) = (place.beside("fresh"), place.beside("log"));
    fs::create_dir(&disk).unwrap();
    let mut journal = Journal::begin(&disk);
    assert!(run("init", &disk, Some(&log), None));
    journal.read(&log);
    let calls = journal.count('w') + journal.count('s');
    for nth in (1..=calls).step_by(11) {
        fs::remove_dir_all(&disk).unwrap();
        fs::create_dir(&disk).unwrap();
        // The first is right after the key was derived: until then nothing was written.
        let killed = Failure {
            class: 'a',
            nth,
            errno: KILLED,
            times: 1,
        };
        assert!(!run("init", &disk, None, Some(&killed)), "{nth} of {calls}");
        let ledger = disk.join("ledger");
        if Locked::find(LedgerDir::new(&ledger)).is_err() {
            init(&ledger);
        }
        sound(
            &ledger,
            &key_of(&ledger),
            &format!("init, {nth} of {calls}"),
        );
    }
}
