//! Finding, listing, reading and removing.

use std::collections::BTreeMap;

use backup::progress::Unwatched;
use backup::remote::contract::{bytes, name};
use backup::{Remote as _, RemoteError};
use drive_double::{Fault, Name, Route};
use rstest::rstest;

use crate::rig::{Rig, read};

fn mark() -> BTreeMap<String, String> {
    BTreeMap::from([("lukalibre".to_owned(), "object".to_owned())])
}

#[rstest]
#[case::cut(Name::CutDownload)]
#[case::short(Name::TruncateDownload)]
#[case::of_the_server(Name::Http500)]
#[case::too_fast(Name::Rate429)]
fn a_download_is_taken_up_where_it_ended(#[case] fault: Name) {
    let rig = Rig::ready();
    let content = bytes(1_000_000, 1);
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &content).unwrap();
    rig.double
        .fault(Fault::once(fault).on(Route::Download).times(3));
    rig.double.forget_log();
    assert!(read(&mut drive, 1).unwrap() == content);
    let log = rig.double.log();
    let downloads: Vec<_> = log.iter().filter(|e| e.route == Route::Download).collect();
    assert_eq!(downloads.len(), 4);
    if fault == Name::CutDownload {
        let sent: u64 = downloads.iter().map(|entry| entry.bytes_out).sum();
        assert_eq!(sent, 1_000_000, "no byte came twice");
    }
}

#[test]
fn a_download_that_never_comes_is_given_up() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &bytes(1000, 1)).unwrap();
    rig.double
        .fault(Fault::once(Name::CutDownload).value(0).always());
    rig.double.forget_log();
    let found = read(&mut drive, 1);
    assert!(
        matches!(found, Err(RemoteError::Unreachable { .. })),
        "{found:?}"
    );
    assert!(rig.double.log().len() <= 8);
}

#[test]
fn what_is_flipped_on_the_way_is_passed_on_for_the_seal_to_find() {
    let rig = Rig::ready();
    let content = bytes(1000, 1);
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &content).unwrap();
    rig.double.fault(Fault::once(Name::FlipByteOnDownload));
    assert!(read(&mut drive, 1).unwrap() != content);
    assert!(read(&mut drive, 1).unwrap() == content);
}

#[test]
fn an_object_that_became_shorter_is_truncated() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &bytes(1000, 1)).unwrap();
    let id = rig.double.named(name(1).as_str())[0].id.clone();
    rig.double.set_bytes(&id, &[1, 2, 3]).unwrap();
    for drive in [&mut drive, &mut rig.drive()] {
        let found = drive.read(&name(1), 500..1000, &mut Vec::new(), &Unwatched);
        assert!(
            matches!(found, Err(RemoteError::Truncated { .. })),
            "{found:?}"
        );
    }
}

#[test]
fn ranges_of_one_object_ask_for_its_metadata_once() {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(1000, 1)).unwrap();
    rig.double.forget_log();
    let mut drive = rig.drive();
    for start in 0..5 {
        let range = start * 100..start * 100 + 100;
        drive
            .read(&name(1), range, &mut Vec::new(), &Unwatched)
            .unwrap();
    }
    assert_eq!(rig.double.count(Route::Get), 1);
    assert_eq!(rig.double.log().len(), 6);
}

#[test]
fn another_machine_finds_everything_by_name() {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(1000, 1)).unwrap();
    std::fs::remove_dir_all(rig.directory()).unwrap();
    rig.permit();
    let mut drive = rig.drive();
    assert_eq!(
        drive.list().unwrap().len(),
        1,
        "without preparing: it reads only"
    );
    assert!(read(&mut drive, 1).unwrap() == bytes(1000, 1));
    assert_eq!(rig.double.named("LukaLibre").len(), 1);
}

#[test]
fn two_of_one_name_are_one_and_are_removed_together() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.double.fault(Fault::once(Name::DuplicateName));
    rig.put(&mut drive, 1, &bytes(1000, 1)).unwrap();
    assert_eq!(rig.double.named(name(1).as_str()).len(), 2);
    assert_eq!(drive.list().unwrap().len(), 1);
    assert!(read(&mut drive, 1).unwrap() == bytes(1000, 1));
    drive.remove(&name(1)).unwrap();
    assert_eq!(rig.double.named(name(1).as_str()).len(), 0);
}

#[test]
fn of_two_the_one_that_was_put_here_is_given() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    let folder = rig.folder();
    let names = [name(1).to_string()];
    rig.double
        .add_files(&folder, names, &mark(), b"older, and not ours")
        .unwrap();
    rig.put(&mut drive, 1, &bytes(1000, 1)).unwrap();
    let listed = rig.drive().list().unwrap();
    assert_eq!((listed.len(), listed[0].size), (1, 1000));
    assert!(read(&mut rig.drive(), 1).unwrap() == bytes(1000, 1));
}

#[test]
fn what_lies_in_the_trash_is_missing_and_can_be_put_again() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    let content = bytes(1000, 1);
    rig.put(&mut drive, 1, &content).unwrap();
    let id = rig.double.named(name(1).as_str())[0].id.clone();
    rig.double.set_trashed(&id, true);
    assert_eq!(drive.list().unwrap(), []);
    assert_eq!(drive.size(&name(1)).unwrap(), None);
    let found = read(&mut drive, 1);
    assert!(
        matches!(found, Err(RemoteError::Missing { .. })),
        "{found:?}"
    );
    rig.put(&mut drive, 1, &content).unwrap();
    assert_eq!(drive.list().unwrap().len(), 1);
    assert!(read(&mut rig.drive(), 1).unwrap() == content);
}

#[test]
fn what_was_deleted_by_hand_is_missing() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &bytes(1000, 1)).unwrap();
    rig.double.remove(&rig.double.named(name(1).as_str())[0].id);
    // It was seen a moment ago.
    let found = drive.read(&name(1), 0..10, &mut Vec::new(), &Unwatched);
    assert!(
        matches!(found, Err(RemoteError::Missing { .. })),
        "{found:?}"
    );
    assert_eq!(drive.size(&name(1)).unwrap(), None);
    drive.remove(&name(1)).unwrap();
}

#[test]
fn a_late_list_misses_but_nothing_is_lost() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    for number in 0..3 {
        rig.put(&mut drive, number, &bytes(10, number)).unwrap();
    }
    rig.double.fault(Fault::once(Name::StaleList).always());
    let mut drive = rig.drive();
    assert_eq!(drive.list().unwrap().len(), 2);
    assert_eq!(drive.size(&name(2)).unwrap(), Some(10), "by id");
    rig.put(&mut drive, 2, &bytes(10, 2)).unwrap();
    rig.has_just(2, &bytes(10, 2));
    drive.remove(&name(2)).unwrap();
    assert_eq!(rig.double.named(name(2).as_str()).len(), 0);
}

#[test]
fn an_incomplete_list_is_asked_for_again_and_never_taken_for_whole() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    for number in 0..4 {
        rig.put(&mut drive, number, &bytes(10, number)).unwrap();
    }
    rig.double
        .fault(Fault::once(Name::IncompleteSearch).times(2));
    assert_eq!(drive.list().unwrap().len(), 4);
    rig.double
        .fault(Fault::once(Name::IncompleteSearch).always());
    let listed = drive.list();
    assert!(
        matches!(listed, Err(RemoteError::Unreachable { .. })),
        "{listed:?}"
    );
}

#[test]
fn foreign_files_are_passed_over_and_left_alone() {
    let rig = Rig::ready();
    let mut drive = rig.drive();
    rig.put(&mut drive, 1, &bytes(10, 1)).unwrap();
    let folder = rig.folder();
    let foreign = ["photo.jpg", "version-x", "", "key-"].map(String::from);
    rig.double
        .add_files(&folder, foreign, &mark(), b"x")
        .unwrap();
    // Our name without our mark, and our mark in capitals.
    let unmarked = [name(1).to_string(), name(2).to_string()];
    rig.double
        .add_files(&folder, unmarked, &BTreeMap::new(), b"y")
        .unwrap();
    let loud = [name(3).as_str().to_uppercase()];
    rig.double.add_files(&folder, loud, &mark(), b"z").unwrap();
    let listed = drive.list().unwrap();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!(drive.size(&name(2)).unwrap(), None);
    assert_eq!(drive.size(&name(3)).unwrap(), None);
    let count = rig.double.files().len();
    for number in 1..=3 {
        drive.remove(&name(number)).unwrap();
    }
    assert_eq!(rig.double.files().len(), count - 1);
}

#[test]
fn a_long_list_comes_in_pages() {
    let rig = Rig::ready();
    let names = (0..2500).map(|number| name(number).to_string());
    rig.double
        .add_files(&rig.folder(), names, &mark(), b"x")
        .unwrap();
    assert_eq!(rig.drive().list().unwrap().len(), 2500);
    assert_eq!(rig.double.count(Route::List), 3);
}

#[rstest]
#[case(Name::Http500)]
#[case(Name::Rate403)]
#[case(Name::Unauthorized401)]
fn what_passes_is_mended_in_every_verb(#[case] fault: Name) {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(10, 1)).unwrap();
    let hit = || rig.double.fault(Fault::once(fault));
    hit();
    rig.drive().prepare().unwrap();
    hit();
    assert_eq!(rig.drive().list().unwrap().len(), 1);
    hit();
    assert_eq!(rig.drive().size(&name(1)).unwrap(), Some(10));
    hit();
    assert!(read(&mut rig.drive(), 1).unwrap() == bytes(10, 1));
    hit();
    rig.drive().remove(&name(1)).unwrap();
    assert_eq!(rig.drive().list().unwrap(), []);
}
