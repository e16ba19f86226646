//! What the ledger's files look like from outside, to see that they changed.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use backup::Home;

/// The files that carry the ledger's content.
const FILES: [&str; 3] = ["ledger.db", "ledger.db-wal", "keys.json"];

/// Device, inode, length and time of one file.
type Mark = (u64, u64, u64, i64, i64);

/// Each of the files that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Look([Option<Mark>; FILES.len()]);

impl Look {
    pub(super) fn at(home: &Home) -> Self {
        Self(FILES.map(|name| {
            let found = fs::symlink_metadata(home.ledger().join(name)).ok()?;
            Some((
                found.dev(),
                found.ino(),
                found.len(),
                found.mtime(),
                found.mtime_nsec(),
            ))
        }))
    }
}
