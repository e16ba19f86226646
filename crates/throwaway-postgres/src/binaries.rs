//! Where Postgres' programs are: Debian keeps most of them out of the PATH.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ClusterError;

/// Where Debian keeps each version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The programs.
pub(crate) struct Binaries {
    pub(crate) initdb: PathBuf,
    pub(crate) postgres: PathBuf,
    pub(crate) psql: PathBuf,
}

impl Binaries {
    pub(crate) fn find() -> Result<Self, ClusterError> {
        let path = env::var_os("PATH").unwrap_or_default();
        let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
        folders.extend(versions());
        let all = |folder: &PathBuf| Self::in_folder(folder);
        folders
            .iter()
            .find_map(all)
            .ok_or(ClusterError::NotInstalled)
    }

    fn in_folder(folder: &Path) -> Option<Self> {
        let program = |name| Some(folder.join(name)).filter(|path| path.is_file());
        Some(Self {
            initdb: program("initdb")?,
            postgres: program("postgres")?,
            psql: program("psql")?,
        })
    }
}

/// The newest version first.
fn versions() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(DEBIAN) else {
        return Vec::new();
    };
    let entries = entries.filter_map(Result::ok).map(|entry| entry.path());
    let number = |path: &PathBuf| -> Option<u32> { path.file_name()?.to_str()?.parse().ok() };
    let mut versions: Vec<(u32, PathBuf)> = entries
        .filter_map(|path| Some((number(&path)?, path.join("bin"))))
        .collect();
    versions.sort_by(|one, other| other.cmp(one));
    versions.into_iter().map(|(_, path)| path).collect()
}
