//! Files beside files: the same path with more behind its last part.

use std::path::{Path, PathBuf};

/// A path with a suffix on its last part.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
