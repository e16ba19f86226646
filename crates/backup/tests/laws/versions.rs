//! Versions are made of what changed and restore to what was.

use std::fs;
use std::time::Duration;

use backup::progress::Unwatched;
use backup::{Home, Keys, Kind, Site, place, unlock};
use rstest::rstest;

use crate::rig::{Machine, PAGE, Place, rebuilt};

#[rstest]
#[case::one_page(1)]
#[case::a_piece(64)]
#[case::a_piece_and_a_page(65)]
#[case::more_than_one_read(300)]
fn a_version_restores_byte_for_byte(#[case] pages: u32) {
    let (mut machine, remote) = (Machine::new(pages), Place::new());
    let made = machine.backup(&remote);
    assert_eq!(made.changed_pages, pages);
    assert_eq!(made.ledger_bytes, u64::from(pages) * PAGE as u64);
    let scratch = tempfile::tempdir().unwrap();
    let rebuilt = machine
        .site(&remote)
        .rebuild(&made.name, scratch.path(), &Unwatched)
        .unwrap();
    for file in ["ledger.db", "keys.json", "head"] {
        let (there, here) = (rebuilt.path().join(file), machine.ledger.join(file));
        assert_eq!(fs::read(there).unwrap(), fs::read(here).unwrap(), "{file}");
    }
}

#[test]
fn each_of_many_versions_restores_to_what_was() {
    let (mut machine, remote) = (Machine::new(40), Place::new());
    let mut versions = Vec::new();
    for round in 0..70_u32 {
        let dice = u32::try_from(machine.next_random() % 1_000_000).unwrap();
        if dice.is_multiple_of(8) {
            machine.resize(30 + dice % 40);
        } else {
            let pages = u32::try_from(machine.content().len() / PAGE).unwrap();
            machine.change(&[dice % pages + 1]);
        }
        let made = machine.backup(&remote);
        versions.push((round, made.name, machine.content()));
    }
    let mut site = machine.site(&remote);
    for (round, name, content) in versions {
        assert!(rebuilt(&mut site, &name) == content, "version {round}");
    }
}

#[test]
fn only_what_changed_is_sent_and_nothing_when_nothing_did() {
    let (mut machine, remote) = (Machine::new(500), Place::new());
    machine.backup(&remote);
    machine.change(&[3, 4, 400]);
    let made = machine.backup(&remote);
    assert_eq!(made.changed_pages, 3);
    assert!(
        made.bytes_uploaded < 4 * PAGE as u64,
        "{}",
        made.bytes_uploaded
    );
    let before = remote.objects();
    let again = machine.backup(&remote);
    assert!(!again.is_new);
    assert_eq!((again.name, again.bytes_uploaded), (made.name, 0));
    assert_eq!(remote.objects(), before);
}

#[test]
fn what_all_versions_take_stays_near_the_ledger_and_its_changes() {
    let (mut machine, remote) = (Machine::new(400), Place::new());
    let mut changed = 0;
    for round in 0..200_u32 {
        machine.change(&[1, 2 + round % 3, 390 + round % 10]);
        changed += 3;
        machine.backup(&remote);
    }
    let stored: usize = remote.objects().values().map(Vec::len).sum();
    let increments = changed * (PAGE + 16) + 200 * 2500;
    assert!(stored <= 2 * 400 * PAGE + increments, "{stored}");
}

#[test]
fn without_what_was_remembered_a_full_version_is_made() {
    let (mut machine, remote) = (Machine::new(80), Place::new());
    let first = machine.backup(&remote);
    let name = "usb".parse().unwrap();
    fs::remove_file(machine.home.remote_dir(&name).join("pages")).unwrap();
    machine.change(&[5]);
    let second = machine.backup(&remote);
    assert_eq!(second.changed_pages, 80);
    let mut site = machine.site(&remote);
    assert!(rebuilt(&mut site, &second.name) == machine.content());
    let catalog = site.catalog(&Unwatched).unwrap();
    assert_eq!(catalog.versions.len(), 2);
    assert_eq!(catalog.versions[0].name, first.name);
}

#[test]
fn a_machine_that_forgot_everything_counts_on() {
    let (mut machine, remote) = (Machine::new(8), Place::new());
    machine.backup(&remote);
    machine.change(&[5]);
    let last = machine.backup(&remote).name.stamp().unwrap();
    let name = "usb".parse().unwrap();
    fs::remove_file(machine.home.remote_dir(&name).join("state.json")).unwrap();
    machine.change(&[6]);
    let next = machine.backup(&remote).name.stamp().unwrap();
    assert_eq!(
        (next.device, next.sequence),
        (last.device, last.sequence + 1)
    );
    assert_eq!(
        machine
            .site(&remote)
            .catalog(&Unwatched)
            .unwrap()
            .versions
            .len(),
        3
    );
}

#[test]
fn a_new_machine_needs_the_passphrase_and_nothing_else() {
    let (mut machine, remote) = (Machine::new(70), Place::new());
    machine.backup(&remote);
    machine.change(&[1]);
    let newest = machine.backup(&remote).name;
    let laptop = tempfile::tempdir().unwrap();
    let ledger = laptop.path().join("share/ledger");
    let home = Home::of(&ledger);
    let name = "usb".parse().unwrap();
    let path = remote.path().to_path_buf();
    home.add(&name, &backup::Definition::Folder { path })
        .unwrap();
    let keys: Keys = unlock(&mut remote.folder(), &Machine::secret()).unwrap();
    home.adopt(&keys).unwrap();
    let mut site = Site::open(
        &home,
        &name,
        Box::new(remote.folder()),
        keys,
        Duration::ZERO,
    )
    .unwrap();
    let catalog = site.catalog(&Unwatched).unwrap();
    assert_eq!(catalog.versions.last().unwrap().name, newest);
    let parent = backup::parent_of(&ledger);
    let rebuilt = site.rebuild(&newest, parent, &Unwatched).unwrap();
    drop(site);
    let placed = place(rebuilt, &ledger, false, machine.now).unwrap();
    assert_eq!(placed.replaced, None);
    assert!(fs::read(ledger.join("ledger.db")).unwrap() == machine.content());
    // It goes on from there, with a chain of its own.
    let keys = home.keys().unwrap().unwrap();
    let mut site = Site::open(
        &home,
        &name,
        Box::new(remote.folder()),
        keys,
        Duration::ZERO,
    )
    .unwrap();
    let made = site.backup(machine.now, &Unwatched).unwrap();
    assert_ne!(
        made.name.stamp().unwrap().device,
        newest.stamp().unwrap().device
    );
    assert_eq!(site.catalog(&Unwatched).unwrap().versions.len(), 3);
}

#[test]
fn a_wrong_passphrase_opens_no_repository() {
    let (mut machine, remote) = (Machine::new(2), Place::new());
    machine.backup(&remote);
    let wrong = backup::Secret::Passphrase(vault::Passphrase::new("caballo".into()));
    let refused = unlock(&mut remote.folder(), &wrong).unwrap_err();
    assert!(
        matches!(refused, backup::UnlockRepositoryError::Secret(_)),
        "{refused:?}"
    );
}

#[test]
fn two_machines_write_to_one_repository() {
    let (mut here, remote) = (Machine::new(50), Place::new());
    let mut there = Machine::new(60);
    there
        .home
        .adopt(&here.home.keys().unwrap().unwrap())
        .unwrap();
    let mut versions = Vec::new();
    for _ in 0..3 {
        for machine in [&mut here, &mut there] {
            machine.change(&[2]);
            versions.push((machine.backup(&remote).name, machine.content()));
        }
    }
    for machine in [&here, &there] {
        let mut site = machine.site(&remote);
        assert_eq!(site.catalog(&Unwatched).unwrap().versions.len(), 6);
        for (name, content) in &versions {
            assert!(rebuilt(&mut site, name) == *content);
        }
    }
}

#[test]
fn a_new_passphrase_reaches_the_remote_with_the_next_backup() {
    let (mut machine, remote) = (Machine::new(10), Place::new());
    machine.backup(&remote);
    let path = machine.ledger.join("keys.json");
    let mut slots = vault::KeyFile::load(&path).unwrap();
    let new = || vault::Passphrase::new("otra frase".into());
    slots
        .change_passphrase(Machine::ledger_key(), &new())
        .unwrap();
    slots.save(&path).unwrap();
    let made = machine.backup(&remote);
    assert!(made.is_new, "the version carries the new slots");
    unlock(&mut remote.folder(), &backup::Secret::Passphrase(new())).unwrap();
    unlock(&mut remote.folder(), &Machine::secret()).unwrap();
    let versions = machine.site(&remote).catalog(&Unwatched).unwrap().versions;
    let current: Vec<_> = versions
        .iter()
        .map(|version| version.keys_are_current)
        .collect();
    assert_eq!(current, [false, true]);
}

#[test]
fn the_objects_tell_nothing_but_that_they_are() {
    let (mut machine, remote) = (Machine::new(10), Place::new());
    machine.backup(&remote);
    let page = machine.content()[..PAGE].to_vec();
    for (name, bytes) in remote.objects() {
        let name: backup::ObjectName = name.parse().unwrap();
        assert!(
            !bytes.windows(64).any(|window| window == &page[..64]),
            "{name}"
        );
        if name.kind() == Kind::Version {
            assert!(
                !bytes.windows(6).any(|window| window == b"ledger"),
                "{name}"
            );
        }
    }
}

#[test]
fn a_ledger_in_its_place_is_kept_beside_or_not_touched() {
    let (mut machine, remote) = (Machine::new(5), Place::new());
    let name = machine.backup(&remote).name;
    machine.change(&[1]);
    let live = machine.content();
    let to = machine.ledger.clone();
    let rebuild = || {
        machine
            .site(&remote)
            .rebuild(&name, backup::parent_of(&to), &Unwatched)
            .unwrap()
    };
    let refused = place(rebuild(), &to, false, machine.now).unwrap_err();
    assert!(matches!(refused, backup::PlaceError::Exists(_)));
    assert!(machine.content() == live);
    let placed = place(rebuild(), &to, true, machine.now).unwrap();
    let old = placed.replaced.unwrap();
    assert!(fs::read(old.join("ledger.db")).unwrap() == live);
    assert!(machine.content() != live);
    assert_eq!(
        machine.home.remotes().unwrap().len(),
        1,
        "the settings moved along"
    );
}
