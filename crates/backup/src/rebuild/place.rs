//! Putting a rebuilt ledger where it is wanted: at once, and never over one that is there unless
//! that is kept beside it.
//!
//! The new directory is whole and synced before it gets its name. Where there is a directory already
//! the two are exchanged in one step of the file system, so that a crash leaves the old ledger or
//! the new one, and never a database beside the log of another.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rustix::fs::{CWD, RenameFlags};
use vault::private;

use super::{Rebuilt, with_suffix};

/// Where a ledger was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The directory.
    pub directory: PathBuf,
    /// Where the ledger is now that was there before.
    pub replaced: Option<PathBuf>,
}

/// Why a rebuilt ledger was not put in its place; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// There is a ledger already.
    #[error("there is already a ledger at {}", .0.display())]
    Exists(PathBuf),
    /// There is something else than a directory, or one with foreign things in it.
    #[error("{} is not an empty directory", .0.display())]
    Occupied(PathBuf),
    /// A file or directory can't be moved.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What is done with a ledger that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum There {
    Nothing,
    /// A directory with nothing but backups' settings, which move along.
    NoLedger,
    Ledger,
}

/// Puts a rebuilt ledger into the directory `to`; with `force` one that is there is kept beside.
pub fn place(
    rebuilt: Rebuilt,
    to: &Path,
    force: bool,
    now: DateTime<Utc>,
) -> Result<Placed, PlaceError> {
    let there = look(to)?;
    if there == There::Ledger && !force {
        return Err(PlaceError::Exists(to.to_path_buf()));
    }
    let failed = |path: &Path, source| PlaceError::Io {
        path: path.to_path_buf(),
        source,
    };
    let new = rebuilt.directory.path();
    if there != There::Nothing {
        copy_tree(&to.join("backup"), &new.join("backup"))
            .map_err(|source| failed(&to.join("backup"), source))?;
    }
    private::sync_dir(new).map_err(|source| failed(new, source))?;
    let new = rebuilt.directory.keep();
    let replaced = match there {
        There::Nothing => {
            fs::rename(&new, to).map_err(|source| failed(to, source))?;
            None
        }
        There::NoLedger | There::Ledger => {
            exchange(&new, to).map_err(|source| failed(to, source))?;
            if there == There::NoLedger {
                fs::remove_dir_all(&new).map_err(|source| failed(&new, source))?;
                None
            } else {
                let suffix = now.format(".replaced-%Y%m%dT%H%M%SZ").to_string();
                let beside = free_name(&with_suffix(to, &suffix));
                fs::rename(&new, &beside).map_err(|source| failed(&beside, source))?;
                Some(beside)
            }
        }
    };
    let parent = parent_of(to);
    private::sync_dir(parent).map_err(|source| failed(parent, source))?;
    Ok(Placed {
        directory: to.to_path_buf(),
        replaced,
    })
}

/// Where a version for `to` should be rebuilt: on the same disk, beside it.
pub fn parent_of(to: &Path) -> &Path {
    match to.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn look(to: &Path) -> Result<There, PlaceError> {
    let occupied = || PlaceError::Occupied(to.to_path_buf());
    let metadata = match fs::symlink_metadata(to) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(There::Nothing),
        Err(source) => {
            return Err(PlaceError::Io {
                path: to.to_path_buf(),
                source,
            });
        }
    };
    if !metadata.is_dir() {
        return Err(occupied());
    }
    let is_there = |name| to.join(name).symlink_metadata().is_ok();
    if is_there("ledger.db") || is_there("keys.json") {
        return Ok(There::Ledger);
    }
    let entries = fs::read_dir(to).map_err(|source| PlaceError::Io {
        path: to.to_path_buf(),
        source,
    })?;
    let foreign = entries.flatten().any(|entry| entry.file_name() != "backup");
    if foreign {
        Err(occupied())
    } else {
        Ok(There::NoLedger)
    }
}

/// Exchanges two directories in one step; where the file system can't, in two.
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    match rustix::fs::renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            let aside = with_suffix(a, ".old");
            fs::rename(b, &aside)?;
            fs::rename(a, b).inspect_err(|_| {
                let _ = fs::rename(&aside, b);
            })?;
            fs::rename(&aside, a)
        }
        Err(error) => Err(error.into()),
    }
}

/// Copies the settings of backups with their modes; what was being sent is left behind.
fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(from) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    private::create_private_dir(to).map_err(io::Error::other)?;
    for entry in entries {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type()?;
        if kind.is_dir() && entry.file_name() != "outbox" && entry.file_name() != "scratch" {
            copy_tree(&source, &target)?;
        } else if kind.is_file() {
            fs::copy(&source, &target)?;
            fs::File::open(&target)?.sync_all()?;
        }
    }
    private::sync_dir(to)
}

fn free_name(wanted: &Path) -> PathBuf {
    let mut name = wanted.to_path_buf();
    for count in 2.. {
        if name.symlink_metadata().is_err() {
            break;
        }
        name = with_suffix(wanted, &format!("-{count}"));
    }
    name
}
