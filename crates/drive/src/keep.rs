//! Files of the remote's private directory: 0600, and written whole or not at all.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use crate::error::DriveError;

/// Makes a directory for its owner alone, when it is not there.
pub(crate) fn directory(path: &Path) -> Result<(), DriveError> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|source| DriveError::io(path, source))
}

/// Replaces a file durably: a new one beside it, synced, renamed over it.
pub(crate) fn write<T: Serialize>(path: &Path, value: &T) -> Result<(), DriveError> {
    replace(path, value).map_err(|source| DriveError::io(path, source))
}

fn replace<T: Serialize>(path: &Path, value: &T) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let text = Zeroizing::new(serde_json::to_vec(value)?);
    let mut file = tempfile::NamedTempFile::new_in(folder)?; // 0600 from the start
    file.write_all(&text)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    File::open(folder)?.sync_all()
}

/// Reads a file; `None` when it is not there or says nothing that can be understood.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, DriveError> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&Zeroizing::new(bytes)).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(DriveError::io(path, source)),
    }
}

/// Removes a file; one that is not there is no error.
pub(crate) fn remove(path: &Path) -> Result<(), DriveError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(DriveError::io(path, error)),
        _ => Ok(()),
    }
}
