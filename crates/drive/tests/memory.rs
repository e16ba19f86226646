//! Memory stays flat while a long object goes up and comes down. Alone in its file: it looks at
//! the whole process, the double included.
#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "drive/rig.rs"]
mod rig;

use std::io::{self, Write};

use backup::progress::Unwatched;
use backup::remote::contract::name;
use backup::{Remote as _, Staged};
use drive::Pace;
use rig::Rig;

const SIZE: u64 = 64 << 20;

/// The most memory that the process had, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Counts, and forgets.
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_long_object_does_not_pass_through_memory() {
    let mut rig = Rig::ready();
    rig.pace.piece = Pace::default().piece;
    let path = rig.home.path().join("long");
    let mut file = std::fs::File::create(&path).unwrap();
    for number in 0..SIZE / 65536 {
        file.write_all(&vec![number.to_le_bytes()[0]; 65536])
            .unwrap();
    }
    let staged = Staged::new(path).unwrap();
    let mut drive = rig.drive();
    let before = peak();
    drive.put(&name(1), &staged, &Unwatched).unwrap();
    let mut sink = Counter(0);
    drive
        .read(&name(1), 0..SIZE, &mut sink, &Unwatched)
        .unwrap();
    assert_eq!(sink.0, SIZE);
    let grown = peak() - before;
    assert!(grown < 32 << 10, "{grown} KiB more for {} KiB", SIZE >> 10);
}
