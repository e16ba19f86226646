//! Replacing a private file so that a crash leaves the old content or the new, never a mixture.
//!
//! A temporary file in the same directory (0600 from birth) is written, synced, renamed over the
//! old one, and the directory is synced. A failed sync is a failure: a second one that succeeds
//! would prove nothing. What stands at the path is replaced, not followed. A crash in between may
//! leave a
//! `.luka-…` file behind, which nobody reads.

use std::fs::Permissions;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{FILE_MODE, PrivateError, parent_of, sync_dir};

/// Replaces the content of a private file, durably.
pub fn replace_private(path: &Path, content: &[u8]) -> Result<(), PrivateError> {
    let dir = parent_of(path);
    let mut temporary = tempfile::Builder::new()
        .prefix(".luka-")
        .permissions(Permissions::from_mode(FILE_MODE))
        .tempfile_in(dir)
        .map_err(|source| PrivateError::io(dir, source))?;
    let written = temporary
        .write_all(content)
        .and_then(|()| temporary.as_file().sync_all());
    written.map_err(|source| PrivateError::io(temporary.path(), source))?;
    temporary
        .persist(path)
        .map_err(|refused| PrivateError::io(path, refused.error))?;
    sync_dir(dir).map_err(|source| PrivateError::io(dir, source))
}
