//! Whatever fails at whatever call: what was there is there, and the next try ends well.

use std::io::Write;
use std::ops::Range;
use std::path::Path;

use backup::progress::{Progress, Unwatched};
use backup::{Folder, Listed, ObjectName, Remote, RemoteError, Staged};

use crate::rig::{Machine, Place, rebuilt};

/// When a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Before anything is done.
    Before,
    /// After it was done: the answer is lost.
    After,
}

/// A folder of which the nth call fails; one that asks for a copy, as Drive does, or takes the file.
struct Failing {
    folder: Folder,
    left: u32,
    when: When,
    takes_files: bool,
}

impl Failing {
    fn call<T>(
        &mut self,
        act: impl FnOnce(&mut Folder) -> Result<T, RemoteError>,
    ) -> Result<T, RemoteError> {
        let lost = || RemoteError::Unreachable {
            what: "the cable was pulled".into(),
            source: None,
        };
        let fails = self.left == 1;
        self.left = self.left.saturating_sub(1);
        if fails && self.when == When::Before {
            return Err(lost());
        }
        let outcome = act(&mut self.folder)?;
        if fails { Err(lost()) } else { Ok(outcome) }
    }
}

impl Remote for Failing {
    fn prepare(&mut self) -> Result<(), RemoteError> {
        self.call(Folder::prepare)
    }

    fn list(&mut self) -> Result<Vec<Listed>, RemoteError> {
        self.call(Folder::list)
    }

    fn size(&mut self, name: &ObjectName) -> Result<Option<u64>, RemoteError> {
        self.call(|folder| folder.size(name))
    }

    fn read(
        &mut self,
        name: &ObjectName,
        range: Range<u64>,
        sink: &mut dyn Write,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.call(|folder| folder.read(name, range, sink, progress))
    }

    fn put(
        &mut self,
        name: &ObjectName,
        staged: &Staged,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.call(|folder| folder.put(name, staged, progress))
    }

    fn remove(&mut self, name: &ObjectName) -> Result<(), RemoteError> {
        self.call(|folder| folder.remove(name))
    }

    fn staging(&self) -> Option<&Path> {
        self.takes_files.then(|| self.folder.staging())?
    }

    fn requests(&self) -> u64 {
        self.folder.requests()
    }
}

#[test]
fn a_failure_at_any_call_loses_nothing_and_the_next_try_ends_well() {
    for takes_files in [true, false] {
        for when in [When::Before, When::After] {
            for call in 1..12 {
                fail_once(call, when, takes_files);
            }
        }
    }
}

fn fail_once(call: u32, when: When, takes_files: bool) {
    let (mut machine, remote) = (Machine::new(20), Place::new());
    let failing = |left| {
        Box::new(Failing {
            folder: remote.folder(),
            left,
            when,
            takes_files,
        })
    };
    let mut versions = Vec::new();
    // The first versions are made in peace, or the failing call is in the very first one.
    for round in 0..3 {
        machine.change(&[1 + round]);
        let left = if round == call % 3 {
            call.div_ceil(3)
        } else {
            0
        };
        let mut site = machine.site_over(&remote, failing(left));
        let failed = site.backup(machine.now, &Unwatched).is_err();
        drop(site);
        if failed {
            let mut site = machine.site_over(&remote, failing(0));
            assert!(site.contact().failure.is_some());
            site.backup(machine.now, &Unwatched).unwrap();
            assert!(site.contact().failure.is_none());
        }
        let mut site = machine.site_over(&remote, failing(0));
        let catalog = site.catalog(&Unwatched).unwrap();
        assert!(
            catalog.lost.is_empty() && catalog.damaged.is_empty(),
            "{catalog:?}"
        );
        let newest = catalog.versions.last().unwrap().name.clone();
        versions.push((newest, machine.content()));
        assert_eq!(
            catalog.versions.len(),
            versions.len(),
            "call {call}, {when:?}: no double"
        );
        for (name, content) in &versions {
            assert!(
                rebuilt(&mut site, name) == *content,
                "call {call}, {when:?}"
            );
        }
    }
    let staged: Vec<_> = std::fs::read_dir(remote.path().join(".staging")).map_or_else(
        |_| Vec::new(),
        |entries| entries.flatten().map(|entry| entry.file_name()).collect(),
    );
    assert!(staged.is_empty(), "{staged:?}");
}

#[test]
fn a_second_process_waits_or_is_told_that_one_is_at_work() {
    let (machine, remote) = (Machine::new(3), Place::new());
    let first = machine.site(&remote);
    let keys = machine.home.keys().unwrap().unwrap();
    let second = backup::Site::open(
        &machine.home,
        first.name(),
        Box::new(remote.folder()),
        keys,
        std::time::Duration::ZERO,
    );
    assert!(matches!(second, Err(backup::SiteError::Busy { .. })));
}

/// Stops at the nth question whether to stop.
struct StopAt(std::sync::atomic::AtomicU32);

impl Progress for StopAt {
    fn is_cancelled(&self) -> bool {
        self.0.fetch_sub(1, std::sync::atomic::Ordering::Relaxed) == 1
    }
}

#[test]
fn stopping_in_the_middle_is_no_failure_and_leaves_nothing() {
    let (mut machine, remote) = (Machine::new(2000), Place::new());
    for question in 1..8 {
        let mut site = machine.site(&remote);
        let stopped = site.backup(machine.now, &StopAt(question.into()));
        if let Err(error) = stopped {
            assert!(matches!(error, backup::BackupError::Cancelled), "{error:?}");
            assert_eq!(site.contact().failure, None);
            assert!(
                !remote
                    .objects()
                    .keys()
                    .any(|name| name.starts_with("version"))
            );
        }
    }
    machine.backup(&remote);
}
