//! What is damaged, exchanged, replayed or missing is found and named, and harms nothing else.

use std::fs;

use backup::progress::Unwatched;
use backup::{ObjectName, RebuildError};
use rstest::rstest;

use crate::rig::{Machine, PAGE, Place, rebuilt};

struct Chain {
    machine: Machine,
    remote: Place,
    names: Vec<ObjectName>,
    contents: Vec<Vec<u8>>,
}

/// A full version and two that build on it.
fn chain() -> Chain {
    let (mut machine, remote) = (Machine::new(130), Place::new());
    let (mut names, mut contents) = (Vec::new(), Vec::new());
    for page in [1, 2, 3] {
        machine.change(&[page]);
        names.push(machine.backup(&remote).name);
        contents.push(machine.content());
    }
    Chain {
        machine,
        remote,
        names,
        contents,
    }
}

fn rebuild(chain: &Chain, version: usize) -> Result<(), RebuildError> {
    let scratch = tempfile::tempdir().unwrap();
    let mut site = chain.machine.site(&chain.remote);
    site.rebuild(&chain.names[version], scratch.path(), &Unwatched)
        .map(|_| ())
}

#[test]
fn a_flipped_bit_in_each_part_of_an_object_is_found_and_older_versions_restore() {
    let chain = chain();
    let file = chain.remote.file(&chain.names[1]);
    let whole = fs::read(&file).unwrap();
    let end = whole.len();
    let parts = [
        ("the first mark", 0),
        ("a page", 8 + 100),
        ("the tag of a piece", 8 + PAGE + 3),
        ("the manifest", end - 12 - 16 - 50),
        ("the tag of the manifest", end - 12 - 3),
        ("the length", end - 9),
        ("the last mark", end - 1),
    ];
    for (part, place) in parts {
        let mut flipped = whole.clone();
        flipped[place] ^= 0x10;
        fs::write(&file, flipped).unwrap();
        let error = rebuild(&chain, 1).unwrap_err();
        assert!(error.is_damage(), "{part}: {error:?}");
        assert!(
            error.to_string().contains(chain.names[1].as_str()),
            "{part}: {error}"
        );
        assert!(rebuild(&chain, 2).is_err(), "{part}: what builds on it");
        rebuild(&chain, 0).unwrap();
    }
}

#[test]
fn every_length_that_an_object_may_be_cut_to_is_found() {
    let chain = chain();
    let file = chain.remote.file(&chain.names[2]);
    let whole = fs::read(&file).unwrap();
    for length in (0..whole.len()).step_by(97).chain([whole.len() - 1]) {
        fs::write(&file, &whole[..length]).unwrap();
        let error = rebuild(&chain, 2).unwrap_err();
        assert!(error.is_damage(), "{length}: {error:?}");
    }
    fs::write(&file, [&whole[..], &[0]].concat()).unwrap();
    assert!(
        rebuild(&chain, 2).unwrap_err().is_damage(),
        "a byte too many"
    );
}

#[test]
fn objects_that_were_exchanged_do_not_open() {
    let chain = chain();
    let [a, b] = [1, 2].map(|version| chain.remote.file(&chain.names[version]));
    let (first, second) = (fs::read(&a).unwrap(), fs::read(&b).unwrap());
    fs::write(&a, second).unwrap();
    fs::write(&b, first).unwrap();
    assert!(rebuild(&chain, 1).unwrap_err().is_damage());
    assert!(rebuild(&chain, 2).unwrap_err().is_damage());
    rebuild(&chain, 0).unwrap();
}

#[test]
fn an_object_under_another_name_is_no_version() {
    let chain = chain();
    let mut stamp = chain.names[1].stamp().unwrap();
    stamp.sequence = 99;
    let forged = ObjectName::version(&stamp);
    fs::copy(
        chain.remote.file(&chain.names[1]),
        chain.remote.file(&forged),
    )
    .unwrap();
    let catalog = chain
        .machine
        .site(&chain.remote)
        .catalog(&Unwatched)
        .unwrap();
    assert_eq!(catalog.damaged, [forged]);
    assert_eq!(catalog.versions.len(), 3);
}

#[test]
fn foreign_files_are_passed_over() {
    let chain = chain();
    fs::write(chain.remote.path().join("holiday.jpg"), b"x").unwrap();
    fs::create_dir(
        chain
            .remote
            .path()
            .join(chain.names[0].as_str().replace("-00", "-01")),
    )
    .unwrap();
    let catalog = chain
        .machine
        .site(&chain.remote)
        .catalog(&Unwatched)
        .unwrap();
    assert_eq!((catalog.versions.len(), catalog.damaged.len()), (3, 0));
}

#[test]
fn a_missing_object_is_lost_and_what_builds_on_it_is_damaged() {
    let mut chain = chain();
    fs::remove_file(chain.remote.file(&chain.names[1])).unwrap();
    let catalog = chain
        .machine
        .site(&chain.remote)
        .catalog(&Unwatched)
        .unwrap();
    assert_eq!(catalog.lost, [chain.names[1].clone()]);
    assert_eq!(catalog.damaged, [chain.names[2].clone()]);
    assert_eq!(catalog.versions.len(), 1);
    // The next version builds on nothing that is missing.
    chain.machine.change(&[9]);
    let made = chain.machine.backup(&chain.remote);
    let mut site = chain.machine.site(&chain.remote);
    assert!(rebuilt(&mut site, &made.name) == chain.machine.content());
}

#[rstest]
#[case::the_full_one(0)]
#[case::one_in_the_middle(1)]
#[case::the_newest(2)]
fn after_damage_was_found_the_next_version_builds_on_nothing(#[case] damaged: usize) {
    let mut chain = chain();
    let file = chain.remote.file(&chain.names[damaged]);
    let mut flipped = fs::read(&file).unwrap();
    flipped[100] ^= 1;
    fs::write(&file, flipped).unwrap();
    let mut site = chain.machine.site(&chain.remote);
    let error = site
        .verify(&chain.names[2], chain.machine.now, &Unwatched)
        .unwrap_err();
    assert!(error.is_damage(), "{error:?}");
    let failure = site.contact().failure.as_ref().unwrap();
    assert_eq!(failure.kind, backup::FailureKind::Integrity);
    drop(site);
    let made = chain.machine.backup(&chain.remote);
    assert!(made.is_new, "although the ledger is as it was");
    let mut site = chain.machine.site(&chain.remote);
    assert!(rebuilt(&mut site, &made.name) == chain.machine.content());
}

#[test]
fn a_step_of_another_length_is_not_built_on() {
    let mut chain = chain();
    let file = chain.remote.file(&chain.names[1]);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 1]).unwrap();
    let mut site = chain.machine.site(&chain.remote);
    let catalog = site.catalog(&Unwatched).unwrap();
    assert_eq!(catalog.damaged, chain.names[1..]);
    drop(site);
    chain.machine.change(&[9]);
    let made = chain.machine.backup(&chain.remote);
    let mut site = chain.machine.site(&chain.remote);
    assert!(rebuilt(&mut site, &made.name) == chain.machine.content());
}

#[test]
fn a_remote_set_back_to_an_earlier_state_is_found_out() {
    let mut chain = chain();
    fs::remove_file(chain.remote.file(&chain.names[2])).unwrap();
    let catalog = chain
        .machine
        .site(&chain.remote)
        .catalog(&Unwatched)
        .unwrap();
    assert_eq!(catalog.lost, [chain.names[2].clone()]);
    let made = chain.machine.backup(&chain.remote);
    assert!(made.is_new, "what was lost is there again");
    let mut site = chain.machine.site(&chain.remote);
    assert!(rebuilt(&mut site, &made.name) == chain.contents[2]);
}

#[rstest]
#[case::empty("")]
#[case::not_json("x")]
#[case::hostile_cost(
    r#"{"format":1,"ledger_id":"07070707070707070707070707070707","backup_key":"00","keys":"{}"}"#
)]
fn copies_of_key_slots_that_are_none_are_passed_over(#[case] text: &str) {
    let chain = chain();
    let name = ObjectName::key(&vault::backup::short_digest(text.as_bytes()));
    fs::write(chain.remote.file(&name), text).unwrap();
    backup::unlock(&mut chain.remote.folder(), &Machine::secret()).unwrap();
}

#[test]
fn the_whole_folder_gone_is_said_and_not_made_anew() {
    let mut chain = chain();
    fs::remove_dir_all(chain.remote.path()).unwrap();
    chain.machine.change(&[1]);
    let mut site = chain.machine.site(&chain.remote);
    let error = site.backup(chain.machine.now, &Unwatched).unwrap_err();
    assert!(
        matches!(
            error,
            backup::BackupError::Remote(backup::RemoteError::Gone)
        ),
        "{error:?}"
    );
    assert!(site.contact().failure.is_some());
    assert!(!chain.remote.path().exists());
}
