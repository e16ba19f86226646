//! The folder: made once, never behind anybody's back.

use backup::progress::Unwatched;
use backup::remote::contract::{bytes, name};
use backup::{Remote as _, RemoteError};
use drive_double::{Fault, Name};
use rstest::rstest;

use crate::rig::{Rig, read};

#[test]
fn nothing_but_preparing_makes_the_folder() {
    let rig = Rig::new();
    let mut drive = rig.drive();
    assert!(matches!(drive.list(), Err(RemoteError::Gone)));
    assert!(matches!(drive.size(&name(1)), Err(RemoteError::Gone)));
    assert!(matches!(
        rig.put(&mut drive, 1, b"x"),
        Err(RemoteError::Gone)
    ));
    assert!(matches!(drive.remove(&name(1)), Err(RemoteError::Gone)));
    assert_eq!(rig.double.files(), []);
    drive.prepare().unwrap();
    let files = rig.double.files();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].properties["lukalibre"], "folder");
}

#[rstest]
#[case(Name::LostAnswerAfterCreate)]
#[case(Name::Http500AfterCreate)]
#[case(Name::CutAnswerAfterCreate)]
#[case(Name::Http503)]
fn a_fault_makes_no_second_folder(#[case] fault: Name) {
    let rig = Rig::new();
    rig.double.fault(Fault::once(fault));
    rig.drive().prepare().unwrap();
    assert_eq!(rig.double.named("LukaLibre").len(), 1);
}

#[test]
fn a_process_that_ended_while_making_it_makes_no_second_folder() {
    let rig = Rig::new();
    rig.double.fault(Fault::once(Name::LostAnswerAfterCreate));
    let get = Fault::once(Name::Http500).on(drive_double::Route::Get);
    rig.double.fault(get.after(1).always());
    let prepared = rig.drive().prepare();
    assert!(
        matches!(prepared, Err(RemoteError::Unreachable { .. })),
        "{prepared:?}"
    );
    rig.double.clear_faults();
    rig.double.fault(Fault::once(Name::StaleList).always());
    rig.drive().prepare().unwrap();
    assert_eq!(rig.double.named("LukaLibre").len(), 1);
}

#[test]
fn another_machine_takes_the_folder_that_is_there() {
    let rig = Rig::ready();
    let folder = rig.folder();
    std::fs::remove_dir_all(rig.directory()).unwrap();
    rig.permit();
    rig.drive().prepare().unwrap();
    assert_eq!(rig.folder(), folder);
}

#[rstest]
#[case::in_the_trash(true)]
#[case::deleted(false)]
fn a_folder_that_is_gone_is_said_by_every_verb(#[case] trashed: bool) {
    let rig = Rig::ready();
    let mut old = rig.drive();
    rig.put(&mut old, 1, &bytes(10, 1)).unwrap();
    let folder = rig.folder();
    if trashed {
        rig.double.set_trashed(&folder, true);
    } else {
        rig.double.remove(&folder);
    }
    for drive in [&mut old, &mut rig.drive()] {
        assert!(matches!(drive.prepare(), Err(RemoteError::Gone)));
        assert!(matches!(drive.list(), Err(RemoteError::Gone)));
        assert!(matches!(drive.size(&name(1)), Err(RemoteError::Gone)));
        assert!(matches!(drive.size(&name(2)), Err(RemoteError::Gone)));
        assert!(matches!(read(drive, 1), Err(RemoteError::Gone)));
        let put = rig.put(drive, 3, &bytes(10, 3));
        assert!(matches!(put, Err(RemoteError::Gone)), "{put:?}");
        let put = rig.put(drive, 4, &bytes(5_500_000, 4));
        assert!(matches!(put, Err(RemoteError::Gone)), "{put:?}");
        let removed = drive.remove(&name(9));
        assert!(matches!(removed, Err(RemoteError::Gone)), "{removed:?}");
    }
    assert_eq!(rig.double.named("LukaLibre").len(), usize::from(trashed));
    if trashed {
        rig.double.set_trashed(&folder, false);
        assert!(
            read(&mut old, 1).unwrap() == bytes(10, 1),
            "nothing was lost"
        );
        return;
    }
    old.create().unwrap();
    rig.put(&mut old, 5, &bytes(10, 5)).unwrap();
    assert_eq!(rig.drive().list().unwrap().len(), 1);
}

#[test]
fn a_folder_that_was_renamed_is_the_same() {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(10, 1)).unwrap();
    let id = rig.folder();
    rig.double.rename(&id, "My backups");
    let mut drive = rig.drive();
    drive.prepare().unwrap();
    assert_eq!(drive.list().unwrap().len(), 1);
    assert_eq!(rig.double.named("LukaLibre").len(), 0);
}

#[test]
fn a_full_account_is_said_when_preparing() {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(10, 1)).unwrap();
    rig.double.set_quota(Some(10));
    assert!(matches!(rig.drive().prepare(), Err(RemoteError::Full)));
}

#[test]
fn names_with_quotes_are_names() {
    let rig = Rig::new();
    let mut definition = rig.definition();
    definition.folder = r"O'Neil's \ backups' or trashed = false".to_owned();
    let open = || drive::Drive::open_with(&definition, rig.client(), rig.directory(), rig.pace);
    open().unwrap().prepare().unwrap();
    std::fs::remove_file(rig.directory().join("folder.json")).unwrap();
    open().unwrap().prepare().unwrap();
    assert_eq!(rig.double.named(&definition.folder).len(), 1);
    let mut found = Vec::new();
    let read = open().unwrap().read(&name(1), 0..1, &mut found, &Unwatched);
    assert!(matches!(read, Err(RemoteError::Missing { .. })));
}

#[test]
fn another_folder_of_one_remote_has_other_objects() {
    let rig = Rig::ready();
    rig.put(&mut rig.drive(), 1, &bytes(10, 1)).unwrap();
    let mut definition = rig.definition();
    definition.folder = "Another".to_owned();
    let mut other =
        drive::Drive::open_with(&definition, rig.client(), rig.directory(), rig.pace).unwrap();
    other.prepare().unwrap();
    assert_eq!(other.size(&name(1)).unwrap(), None);
    rig.put(&mut other, 1, &bytes(10, 1)).unwrap();
    assert_eq!(rig.double.named(name(1).as_str()).len(), 2);
    assert_eq!(other.list().unwrap().len(), 1);
}
