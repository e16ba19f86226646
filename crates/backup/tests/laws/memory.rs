//! What a machine remembers against what a remote shows: late lists, empty mount points, clocks
//! that were set back, other machines' prunings.

use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::Path;

use backup::progress::{Progress, Unwatched};
use backup::{BackupError, Folder, Listed, ObjectName, Policy, Remote, RemoteError, Staged, place};
use chrono::TimeDelta;

use crate::rig::{Machine, Place, rebuilt};

/// A remote whose lists are late: they lack one object.
struct Late(Folder, ObjectName);

impl Remote for Late {
    fn prepare(&mut self) -> Result<(), RemoteError> {
        self.0.prepare()
    }

    fn list(&mut self) -> Result<Vec<Listed>, RemoteError> {
        let mut objects = self.0.list()?;
        objects.retain(|object| object.name != self.1);
        Ok(objects)
    }

    fn size(&mut self, name: &ObjectName) -> Result<Option<u64>, RemoteError> {
        self.0.size(name)
    }

    fn read(
        &mut self,
        name: &ObjectName,
        range: Range<u64>,
        sink: &mut dyn Write,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.0.read(name, range, sink, progress)
    }

    fn put(
        &mut self,
        name: &ObjectName,
        staged: &Staged,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.0.put(name, staged, progress)
    }

    fn remove(&mut self, name: &ObjectName) -> Result<(), RemoteError> {
        self.0.remove(name)
    }

    fn staging(&self) -> Option<&Path> {
        self.0.staging()
    }

    fn requests(&self) -> u64 {
        self.0.requests()
    }
}

const LAST: Policy = Policy {
    keep_last: 1,
    keep_daily: 0,
    keep_weekly: 0,
    keep_monthly: 0,
    keep_yearly: 0,
};

#[test]
fn a_list_that_is_late_loses_no_version_when_pruning() {
    for hidden in 0..4 {
        let (mut machine, remote) = (Machine::new(20), Place::new());
        let mut names = Vec::new();
        for page in 1..=4 {
            machine.change(&[page]);
            names.push(machine.backup(&remote).name);
        }
        let late = Late(remote.folder(), names[hidden].clone());
        let mut site = machine.site_over(&remote, Box::new(late));
        let catalog = site.catalog(&Unwatched).unwrap();
        assert!(
            catalog.lost.is_empty() && catalog.damaged.is_empty(),
            "{catalog:?}"
        );
        let plan = site.plan_prune(&LAST, &catalog.versions, machine.now);
        site.prune(&plan, &catalog, machine.now, &Unwatched)
            .unwrap();
        assert!(
            rebuilt(&mut site, &names[3]) == machine.content(),
            "{hidden} hidden"
        );
    }
}

#[test]
fn an_empty_mount_point_takes_no_version() {
    let (mut machine, remote) = (Machine::new(10), Place::new());
    machine.backup(&remote);
    for object in remote.objects().keys() {
        fs::remove_file(remote.path().join(object)).unwrap();
    }
    machine.change(&[1]);
    let mut site = machine.site(&remote);
    let refused = site.backup(machine.now, &Unwatched).unwrap_err();
    assert!(
        matches!(refused, BackupError::Remote(RemoteError::Gone)),
        "{refused:?}"
    );
    assert!(remote.objects().is_empty());
}

#[test]
fn key_slots_that_are_gone_are_put_again() {
    let (mut machine, remote) = (Machine::new(10), Place::new());
    machine.backup(&remote);
    let key = |remote: &Place| {
        remote
            .objects()
            .into_keys()
            .find(|name| name.starts_with("key"))
    };
    let name = key(&remote).unwrap();
    fs::remove_file(remote.path().join(&name)).unwrap();
    machine.backup(&remote);
    assert_eq!(key(&remote), Some(name.clone()));
    // Damaged ones are replaced as soon as they have to be put.
    fs::write(remote.path().join(&name), b"x").unwrap();
    let state = machine
        .home
        .remote_dir(&"usb".parse().unwrap())
        .join("state.json");
    let text = fs::read_to_string(&state).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["key_object"] = serde_json::Value::Null;
    fs::write(&state, json.to_string()).unwrap();
    machine.backup(&remote);
    backup::unlock(&mut remote.folder(), &Machine::secret()).unwrap();
}

#[test]
fn a_backup_tells_what_is_gone_and_builds_on_none_of_it() {
    for gone in 0..3 {
        let (mut machine, remote) = (Machine::new(30), Place::new());
        let mut names = Vec::new();
        for page in 1..=3 {
            machine.change(&[page]);
            names.push(machine.backup(&remote).name);
        }
        fs::remove_file(remote.file(&names[gone])).unwrap();
        machine.change(&[4]);
        let made = machine.backup(&remote);
        assert_eq!(made.lost, [names[gone].clone()]);
        let mut site = machine.site(&remote);
        assert!(
            rebuilt(&mut site, &made.name) == machine.content(),
            "{gone} gone"
        );
    }
}

#[test]
fn nothing_is_built_on_an_object_that_was_found_damaged() {
    let (mut machine, remote) = (Machine::new(30), Place::new());
    let first = machine.backup(&remote).name;
    machine.change(&[1]);
    let second = machine.backup(&remote).name;
    let file = remote.file(&first);
    let mut bytes = fs::read(&file).unwrap();
    bytes[5000] ^= 1;
    fs::write(&file, bytes).unwrap();
    let error = machine
        .site(&remote)
        .verify(&second, machine.now, &Unwatched)
        .unwrap_err();
    assert_eq!(error.damaged_object(), Some(&first));
    machine.change(&[2]);
    let made = machine.backup(&remote);
    let mut site = machine.site(&remote);
    assert!(rebuilt(&mut site, &made.name) == machine.content());
}

#[test]
fn the_newest_is_the_newest_when_the_clock_was_set_back() {
    let (mut machine, remote) = (Machine::new(10), Place::new());
    machine.backup(&remote);
    machine.change(&[1]);
    machine.now -= TimeDelta::days(40);
    let newest = machine.backup(&remote).name;
    let mut site = machine.site(&remote);
    assert_eq!(
        site.catalog(&Unwatched)
            .unwrap()
            .versions
            .last()
            .unwrap()
            .name,
        newest
    );
    assert_eq!(site.remembered().last().unwrap().name, newest);
}

#[test]
fn what_another_machine_pruned_is_not_lost() {
    let (mut here, remote) = (Machine::new(10), Place::new());
    let there = Machine::new(10);
    there
        .home
        .adopt(&here.home.keys().unwrap().unwrap())
        .unwrap();
    for page in 1..=5 {
        here.change(&[page]);
        here.backup(&remote);
    }
    assert_eq!(
        there
            .site(&remote)
            .catalog(&Unwatched)
            .unwrap()
            .versions
            .len(),
        5
    );
    let mut site = here.site(&remote);
    let catalog = site.catalog(&Unwatched).unwrap();
    let plan = site.plan_prune(&LAST, &catalog.versions, here.now);
    site.prune(&plan, &catalog, here.now, &Unwatched).unwrap();
    let seen = there.site(&remote).catalog(&Unwatched).unwrap();
    assert_eq!(
        (seen.versions.len(), seen.lost.len(), seen.damaged.len()),
        (1, 0, 0)
    );
}

#[test]
fn a_link_where_something_is_staged_is_not_followed() {
    let (mut machine, remote) = (Machine::new(4), Place::new());
    machine.site(&remote);
    remote.folder().prepare().unwrap();
    let victim = machine.ledger.join("ledger.db");
    let before = machine.content();
    let keys = machine.home.keys().unwrap().unwrap();
    machine.backup(&remote);
    let key = remote
        .objects()
        .into_keys()
        .find(|name| name.starts_with("key"))
        .unwrap();
    fs::remove_file(remote.path().join(&key)).unwrap();
    std::os::unix::fs::symlink(&victim, remote.path().join(".staging").join(&key)).unwrap();
    machine.change(&[1]);
    let content = machine.content();
    machine.backup(&remote);
    assert!(machine.content() == content && content.len() == before.len());
    drop(keys);
}

#[test]
fn no_ledger_is_put_in_the_place_of_one_that_is_in_use() {
    let (mut machine, remote) = (Machine::new(4), Place::new());
    let name = machine.backup(&remote).name;
    let mut site = machine.site(&remote);
    let parent = backup::parent_of(&machine.ledger);
    let rebuilt = site.rebuild(&name, parent, &Unwatched).unwrap();
    // The site is still held: a backup runs.
    let refused = place(rebuilt, &machine.ledger, true, machine.now).unwrap_err();
    assert!(
        matches!(refused, backup::PlaceError::InUse(_)),
        "{refused:?}"
    );
    let left: Vec<_> = fs::read_dir(parent)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(left, ["ledger"]);
}

#[test]
fn a_state_that_is_damaged_is_said_and_never_taken_for_none() {
    let (mut machine, remote) = (Machine::new(4), Place::new());
    machine.backup(&remote);
    let name = "usb".parse().unwrap();
    fs::write(machine.home.remote_dir(&name).join("state.json"), b"{").unwrap();
    let keys = machine.home.keys().unwrap().unwrap();
    let opened = backup::Site::open(
        &machine.home,
        &name,
        Box::new(remote.folder()),
        keys,
        std::time::Duration::ZERO,
    );
    assert!(matches!(
        opened,
        Err(backup::SiteError::Home(backup::HomeError::Damaged { .. }))
    ));
}
