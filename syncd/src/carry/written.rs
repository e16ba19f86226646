//! Whether what a person wrote about a remote is other than it was: then it is worth another try.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use backup::{Home, RemoteName};

/// Identity and time of each file that a person or `luka` writes for a remote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written(Vec<Option<(u64, i64, i64)>>);

impl Written {
    /// What is written now.
    pub(crate) fn about(home: &Home, remote: &RemoteName) -> Self {
        let directory = home.remote_dir(remote);
        let files = [
            home.path().join("key.json"),
            directory.join("remote.json"),
            directory.join("client.json"),
            directory.join("token.json"),
        ];
        let marks = files.iter().map(|path| {
            let found = fs::symlink_metadata(path).ok()?;
            Some((found.ino(), found.mtime(), found.mtime_nsec()))
        });
        Self(marks.collect())
    }
}
