//! Everything at once: faults at random over verbs at random. What was acknowledged is there
//! exactly once, and nothing else is.

use std::collections::BTreeMap;

use backup::progress::Unwatched;
use backup::remote::contract::{bytes, name};
use backup::{Remote as _, RemoteError};
use drive::Drive;
use drive_double::{Fault, Name};
use rstest::rstest;

use crate::rig::{Rig, read};

/// Faults that pass.
const PASSING: [Name; 14] = [
    Name::LostAnswerAfterCreate,
    Name::Http500AfterCreate,
    Name::CutAnswerAfterCreate,
    Name::CutUpload,
    Name::CutDownload,
    Name::Http500,
    Name::Http503,
    Name::Rate429,
    Name::Rate403,
    Name::Token503,
    Name::TokenReset,
    Name::Session410,
    Name::IncompleteSearch,
    Name::TruncateDownload,
];

/// How long an object is, by its number.
fn length(number: u64) -> usize {
    match number % 5 {
        0 => 5_000_001,
        1 => 0,
        rest => usize::try_from(rest).unwrap() * 3000,
    }
}

#[rstest]
fn nothing_that_was_acknowledged_is_lost_in_a_storm(#[values(1, 2, 3, 4)] seed: u64) {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut rig = Rig::ready();
    let mut drive = rig.drive();
    let mut known: BTreeMap<u64, bool> = BTreeMap::new();
    for _ in 0..40 {
        for _ in 0..chance.usize(0..3) {
            let fault = Fault::once(PASSING[chance.usize(..PASSING.len())]);
            rig.double
                .fault(fault.after(chance.u64(0..3)).times(chance.u64(1..4)));
        }
        match chance.u32(0..10) {
            0 => drive = rig.drive(),
            1 => rig.double.expire_access_tokens(),
            2 => rig.double.restart().unwrap(),
            _ => {}
        }
        let number = chance.u64(0..12);
        act(&rig, &mut drive, chance.u32(0..10), number, &mut known);
    }
    rig.double.clear_faults();
    // What was begun can be ended.
    for (number, is_there) in &known {
        let content = bytes(length(*number), *number);
        if *is_there {
            rig.put(&mut drive, *number, &content).unwrap();
            rig.has_just(*number, &content);
            assert!(read(&mut rig.drive(), *number).unwrap() == content);
        } else {
            assert_eq!(rig.double.named(name(*number).as_str()).len(), 0);
        }
    }
    assert_eq!(rig.double.overlap_mismatches(), 0);
}

/// Does one thing; a failure has to be one that passes.
fn act(rig: &Rig, drive: &mut Drive, what: u32, number: u64, known: &mut BTreeMap<u64, bool>) {
    let content = bytes(length(number), number);
    let done = match what {
        0..6 => {
            known.insert(number, true);
            rig.put(drive, number, &content)
        }
        6 => drive.remove(&name(number)).map(|()| {
            known.insert(number, false);
        }),
        7 => drive.list().map(|_| ()),
        _ => {
            let mut found = Vec::new();
            let range = 0..content.len() as u64;
            let read = drive.read(&name(number), range, &mut found, &Unwatched);
            match read {
                Err(RemoteError::Missing { .. }) => return,
                Ok(()) => assert!(found == content),
                Err(_) => assert!(content.starts_with(&found)),
            }
            read
        }
    };
    if let Err(error) = done {
        assert!(error.is_retryable(), "{error:?}");
        if what == 6 {
            known.insert(number, true);
        }
    }
}

#[test]
fn two_processes_that_put_at_once_make_one_of_each() {
    let rig = Rig::ready();
    std::thread::scope(|scope| {
        for start in [0, 10] {
            let rig = &rig;
            scope.spawn(move || {
                let mut drive = rig.drive();
                for number in start..start + 20 {
                    rig_put(rig, &mut drive, number);
                }
            });
        }
    });
    for number in 0..30 {
        rig.has_just(number, &bytes(1000, number));
    }
}

/// Stages under a name of its own, so that two threads don't write one file.
fn rig_put(rig: &Rig, drive: &mut Drive, number: u64) {
    let folder = tempfile::tempdir_in(rig.home.path()).unwrap();
    let path = folder.path().join("staged");
    std::fs::write(&path, bytes(1000, number)).unwrap();
    let staged = backup::Staged::new(path).unwrap();
    drive.put(&name(number), &staged, &Unwatched).unwrap();
}
