//! A disk that is full or broken, and processes that are killed at what they do to it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use ops::session::{LedgerDir, Locked};
use rstest::rstest;

use crate::journal::{Journal, Survives};
use crate::place::{Place, add, init, key_of, restore, sound};
use crate::roles::{Failure, MARKS, marks, run};

const EIO: i32 = 5;
const ENOSPC: i32 = 28;
/// Instead of an error.
const KILLED: i32 = 0;
const FOR_EVER: u32 = 1_000_000;
/// A process reads more often than any of them does here.
const READS: u32 = 80;

/// A ledger that was backed up once, or never, and changed since.
fn place(is_first: bool) -> Place {
    let place = Place::new();
    if !is_first {
        assert!(run("backup", &place.disk(), None, None));
    }
    add(&place.disk().join("ledger"), &place.key);
    place
}

/// The same disk once more, with what was reported beside it.
fn copy(place: &Place, name: &str) -> PathBuf {
    let copy = place.beside(name);
    fs::create_dir(&copy).unwrap();
    for part in [place.disk(), place.beside(MARKS)] {
        if part.exists() {
            let status = Command::new("cp").arg("-a").args([&part, &copy]).status();
            assert!(status.unwrap().success());
        }
    }
    copy.join("disk")
}

/// How many calls of a class a role makes on a disk that is well.
fn calls(place: &Place, role: &str, class: char) -> u32 {
    let (disk, log) = (copy(place, "well"), place.beside("log"));
    let mut journal = Journal::begin(&disk);
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
    let mut failed = 0;
    for is_first in [true, false] {
        let place = place(is_first);
        let calls = calls(&place, role, class);
        for nth in (1..=calls).step_by(stride) {
            let what = format!("{role}: {class} {nth} of {calls}, first: {is_first}");
            let failure = Failure {
                class,
                nth,
                errno,
                times,
            };
            failed += u32::from(fails_once(&place, role, &failure, &what));
        }
    }
    assert!(failed > 0, "{role}: no {class} was missed by anybody");
}

/// Whether it was told.
fn fails_once(place: &Place, role: &str, failure: &Failure, what: &str) -> bool {
    let disk = copy(place, "failing");
    let (log, left) = (place.beside("failing/log"), place.beside("left"));
    let mut journal = Journal::begin(&disk);
    let failed = !run(role, &disk, Some(&log), Some(failure));
    let (saved, made) = reported(&disk);
    if log.exists() {
        journal.read(&log);
    }
    journal.leave(journal.len(), &mut Survives::Nothing, &left);
    for (disk, when) in [(&disk, ""), (&left, ", then dark")] {
        let what = format!("{what}{when}");
        let found = sound(&disk.join("ledger"), &place.key, &what);
        assert!(found >= saved, "{what}: {found} of {saved}");
        restore(disk, &place.key, &made, &what);
    }
    for role in ["add", "backup"] {
        let well = run(role, &disk, None, None);
        assert!(well, "{what}: {role} on a disk that is well again");
    }
    let (saved, made) = reported(&disk);
    assert!(
        sound(&disk.join("ledger"), &place.key, what) >= saved,
        "{what}"
    );
    restore(&disk, &place.key, &made, what);
    fs::remove_dir_all(&left).unwrap();
    fs::remove_dir_all(place.beside("failing")).unwrap();
    failed
}

#[rstest]
#[case("add", 'w', 43)]
#[case("add", 's', 13)]
#[case("add", 'r', 41)]
#[case("backup", 'w', 2)]
#[case("backup", 's', 5)]
#[case("backup", 'r', 41)]
fn what_a_broken_disk_refused_is_not_reported(
    #[case] role: &str,
    #[case] class: char,
    #[case] stride: usize,
) {
    fails(role, class, EIO, 1, stride);
}

#[rstest]
#[case("add", 43)]
#[case("backup", 4)]
fn a_full_disk_leaves_nothing_partial_and_goes_on_when_there_is_space(
    #[case] role: &str,
    #[case] stride: usize,
) {
    fails(role, 'w', ENOSPC, FOR_EVER, stride);
}

#[test]
fn a_backup_killed_at_any_write_or_sync_is_as_if_it_had_not_begun_or_is_whole() {
    fails("backup", 'a', KILLED, 1, 9);
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
    for nth in (1..=calls).step_by(17) {
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
