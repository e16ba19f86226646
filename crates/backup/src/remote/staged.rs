//! A sealed object on this machine's disk, ready to be put.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::RemoteError;

/// A complete sealed object in a file of ours. Its bytes never change once it is staged, so that
/// an upload can be taken up where it ended, in another process too.
#[derive(Clone, Debug)]
pub struct Staged {
    path: PathBuf,
    size: u64,
}

impl Staged {
    /// Takes a file that is complete and synced.
    pub fn new(path: PathBuf) -> Result<Self, RemoteError> {
        match path.metadata() {
            Ok(metadata) => Ok(Self {
                path,
                size: metadata.len(),
            }),
            Err(source) => Err(RemoteError::io(&path, source)),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Opens it for reading.
    pub fn open(&self) -> Result<File, RemoteError> {
        File::open(&self.path).map_err(|source| RemoteError::io(&self.path, source))
    }
}
