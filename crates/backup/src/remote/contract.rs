//! What every remote promises, as a test: [`keeps_its_promises`] runs it over any of them.
//!
//! It is for tests of crates that bring a remote (feature `contract`), so it panics where a promise
//! is broken. The remote is opened anew for each step, as later processes would.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a broken promise is a failed test"
)]

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Remote, RemoteError, Staged};
use crate::progress::{Progress, Unwatched};
use crate::{Listed, ObjectName, Stamp};

/// Opens the same place, as another process would.
pub type Open<'a> = &'a mut dyn FnMut() -> Box<dyn Remote>;

/// An object's name; equal numbers give equal names.
pub fn name(number: u64) -> ObjectName {
    let mut id = [0; 16];
    id[8..].copy_from_slice(&number.to_be_bytes());
    ObjectName::version(&Stamp {
        device: [7; 8],
        sequence: number,
        created_at: chrono::DateTime::UNIX_EPOCH,
        id,
    })
}

/// Bytes that differ everywhere, the same for the same seed.
pub fn bytes(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[3]
    };
    std::iter::repeat_with(next).take(length).collect()
}

/// Stages bytes where the remote wants them, or beside it.
pub fn staged(remote: &dyn Remote, beside: &Path, name: &ObjectName, bytes: &[u8]) -> Staged {
    let folder = remote.staging().unwrap_or(beside);
    let path = folder.join(format!("{name}.staged"));
    fs::write(&path, bytes).unwrap();
    Staged::new(path).unwrap()
}

/// All bytes of an object.
pub fn content(remote: &mut dyn Remote, name: &ObjectName) -> Result<Vec<u8>, RemoteError> {
    let Some(size) = remote.size(name)? else {
        return Err(RemoteError::Missing { name: name.clone() });
    };
    let mut found = Vec::new();
    remote.read(name, 0..size, &mut found, &Unwatched)?;
    Ok(found)
}

/// Tries every promise of [`Remote`]. The place is empty and can be reached; `beside` is a folder
/// for staged files.
pub fn keeps_its_promises(open: Open<'_>, beside: &Path) {
    open()
        .prepare()
        .expect("a place that can be reached is made ready");
    open().prepare().expect("making it ready twice is no error");
    an_empty_place_is_empty(&mut *open());
    every_length_comes_back(open, beside);
    a_range_is_exactly_the_range(&mut *open(), beside);
    a_repeat_makes_no_second(open, beside);
    other_bytes_do_not_replace(open, beside);
    removing_is_repeatable(open, beside);
    somebody_may_stop_it(&mut *open(), beside);
    a_sink_that_fails_is_told(&mut *open());
    what_was_done_is_counted(&mut *open());
}

fn an_empty_place_is_empty(remote: &mut dyn Remote) {
    assert_eq!(remote.list().unwrap(), []);
    assert_eq!(remote.size(&name(404)).unwrap(), None);
    let read = remote.read(&name(404), 0..1, &mut Vec::new(), &Unwatched);
    assert!(matches!(read, Err(RemoteError::Missing { name: found }) if found == name(404)));
    let read = remote.read(&name(404), 0..0, &mut Vec::new(), &Unwatched);
    assert!(
        matches!(read, Err(RemoteError::Missing { .. })),
        "nothing of nothing"
    );
}

const LENGTHS: [usize; 6] = [0, 1, 4096, 262_144, 5_000_001, 6 << 20];

fn every_length_comes_back(open: Open<'_>, beside: &Path) {
    let mut expected = Vec::new();
    for (number, length) in (0..).zip(LENGTHS) {
        let (name, bytes) = (name(number), bytes(length, number));
        let mut remote = open();
        let staged = staged(&*remote, beside, &name, &bytes);
        let watch = Watch::default();
        remote.put(&name, &staged, &watch).unwrap();
        assert_eq!(
            watch.done(),
            length as u64,
            "progress adds up to the length"
        );
        let size = length as u64;
        assert_eq!(remote.size(&name).unwrap(), Some(size));
        assert!(
            content(&mut *remote, &name).unwrap() == bytes,
            "{length} bytes"
        );
        assert!(
            content(&mut *open(), &name).unwrap() == bytes,
            "to another process"
        );
        expected.push(Listed { name, size });
    }
    let mut listed = open().list().unwrap();
    listed.sort_by(|a, b| a.name.cmp(&b.name));
    assert_eq!(listed, expected);
}

fn a_range_is_exactly_the_range(remote: &mut dyn Remote, beside: &Path) {
    let (name, bytes) = (name(100), bytes(10_000, 100));
    let staged = staged(remote, beside, &name, &bytes);
    remote.put(&name, &staged, &Unwatched).unwrap();
    for (start, end) in [(0, 1), (0, 0), (9999, 10_000), (10_000, 10_000), (17, 4242)] {
        let (mut found, watch) = (Vec::new(), Watch::default());
        let range = start as u64..end as u64;
        remote.read(&name, range, &mut found, &watch).unwrap();
        assert!(found == bytes[start..end], "{start}..{end}");
        assert_eq!(watch.done(), (end - start) as u64);
    }
    for range in [9_000..10_001, 10_001..10_002, 0..u64::MAX] {
        let read = remote.read(&name, range.clone(), &mut Vec::new(), &Unwatched);
        let truncated =
            matches!(&read, Err(RemoteError::Truncated { name: found }) if *found == name);
        assert!(truncated, "{range:?}: {read:?}");
    }
}

fn a_repeat_makes_no_second(open: Open<'_>, beside: &Path) {
    for (number, length) in [(110, 100), (111, 5_500_000)] {
        let (name, bytes) = (name(number), bytes(length, number));
        for _ in 0..3 {
            let mut remote = open();
            let staged = staged(&*remote, beside, &name, &bytes);
            remote.put(&name, &staged, &Unwatched).unwrap();
        }
        let listed = open().list().unwrap();
        let found = listed.iter().filter(|object| object.name == name);
        assert_eq!(found.count(), 1);
        assert!(content(&mut *open(), &name).unwrap() == bytes);
    }
}

fn other_bytes_do_not_replace(open: Open<'_>, beside: &Path) {
    let (name, old) = (name(120), bytes(1000, 120));
    let mut remote = open();
    let first = staged(&*remote, beside, &name, &old);
    remote.put(&name, &first, &Unwatched).unwrap();
    for other in [bytes(1000, 121), bytes(999, 120)] {
        let mut remote = open();
        let second = staged(&*remote, beside, &name, &other);
        let put = remote.put(&name, &second, &Unwatched);
        assert!(matches!(put, Err(RemoteError::Differs { .. })), "{put:?}");
    }
    assert!(content(&mut *open(), &name).unwrap() == old);
}

fn removing_is_repeatable(open: Open<'_>, beside: &Path) {
    let (name, bytes) = (name(130), bytes(10, 130));
    let mut remote = open();
    remote.remove(&name).expect("what is not there is removed");
    for _ in 0..2 {
        let staged = staged(&*remote, beside, &name, &bytes);
        remote.put(&name, &staged, &Unwatched).unwrap();
        open().remove(&name).unwrap();
        open().remove(&name).unwrap();
        assert_eq!(open().size(&name).unwrap(), None);
        assert!(
            open()
                .list()
                .unwrap()
                .iter()
                .all(|object| object.name != name)
        );
        remote = open();
    }
}

fn somebody_may_stop_it(remote: &mut dyn Remote, beside: &Path) {
    let (name, bytes) = (name(140), bytes(2_000_000, 140));
    let staged = staged(remote, beside, &name, &bytes);
    remote.put(&name, &staged, &Unwatched).unwrap();
    let read = remote.read(&name, 0..2_000_000, &mut Vec::new(), &Stopped);
    assert!(matches!(read, Err(RemoteError::Cancelled)), "{read:?}");
}

fn a_sink_that_fails_is_told(remote: &mut dyn Remote) {
    let read = remote.read(&name(140), 0..100, &mut Full, &Unwatched);
    assert!(
        matches!(read, Err(RemoteError::Full | RemoteError::Io { .. })),
        "{read:?}"
    );
    let sent = remote.requests();
    assert!(sent < 100, "it is not tried again");
}

fn what_was_done_is_counted(remote: &mut dyn Remote) {
    let before = remote.requests();
    remote.list().unwrap();
    assert!(remote.requests() > before);
}

/// Adds up.
#[derive(Default)]
struct Watch(AtomicU64);

impl Watch {
    fn done(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

impl Progress for Watch {
    fn advance(&self, bytes: u64) {
        self.0.fetch_add(bytes, Ordering::SeqCst);
    }
}

/// Wants everything to stop.
struct Stopped;

impl Progress for Stopped {
    fn is_cancelled(&self) -> bool {
        true
    }
}

/// A disk without space.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
