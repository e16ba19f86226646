//! Putting a rebuilt ledger where it is wanted: at once, and never over one that is there unless
//! that is kept beside it.
//!
//! The new directory is whole and synced before it gets its name. Where there is a directory already
//! the two are exchanged in one step of the file system, so that a crash leaves the old ledger or
//! the new one, and never a database beside the log of another. (A file system without that step
//! takes three renames; a crash between them leaves both ledgers, whole, under other names.)

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rustix::fs::{CWD, RenameFlags};
use vault::private;

use super::Rebuilt;
use crate::suffix::with_suffix;
use crate::{Home, image, site};

/// Where a ledger was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The directory.
    pub directory: PathBuf,
    /// Where the ledger is now that was there before.
    pub replaced: Option<PathBuf>,
}

/// Why a rebuilt ledger was not put in its place; the old one is where it was, or beside.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// There is a ledger already.
    #[error("there is already a ledger at {}", .0.display())]
    Exists(PathBuf),
    /// There is something else than a directory, or one with foreign things in it.
    #[error("{} is not an empty directory", .0.display())]
    Occupied(PathBuf),
    /// Somebody has the ledger open, or a backup of it runs.
    #[error("the ledger at {} is in use", .0.display())]
    InUse(PathBuf),
    /// A file or directory can't be moved.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What is of this moment and is not copied: what is being sent or rebuilt, and who is at it.
const PASSING: [&str; 5] = ["outbox", "scratch", "lock", "pending.json", "pending.pages"];

/// What is done with a ledger that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum There {
    Nothing,
    /// A directory with nothing but backups' settings, which move along.
    NoLedger,
    Ledger,
}

/// Puts a rebuilt ledger into the directory `to`; with `force` one that is there is kept beside.
///
/// Nobody may have the old one open, and no backup of it may run: the caller lets go of its own.
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
    let new = rebuilt.directory.path();
    if there == There::Nothing {
        sync(new)?;
        rename(&rebuilt.directory.keep(), to)?;
        sync(parent_of(to))?;
        return Ok(Placed {
            directory: to.to_path_buf(),
            replaced: None,
        });
    }
    let _claim = Claim::of(to)?;
    let settings = to.join("backup");
    copy_tree(&settings, &new.join("backup")).map_err(|source| failed(&settings, source))?;
    sync(new)?;
    // The name that the old one will have after the exchange: a crash leaves nothing to rename.
    let suffix = now.format(".replaced-%Y%m%dT%H%M%SZ").to_string();
    let beside = free_name(&with_suffix(to, &suffix));
    rename(&rebuilt.directory.keep(), &beside)?;
    exchange(&beside, to).map_err(|source| failed(to, source))?;
    sync(parent_of(to))?;
    // Looked at again: somebody may have made a ledger in the meantime.
    let replaced = look(&beside)? == There::Ledger;
    if !replaced {
        fs::remove_dir_all(&beside).map_err(|source| failed(&beside, source))?;
    }
    Ok(Placed {
        directory: to.to_path_buf(),
        replaced: replaced.then_some(beside),
    })
}

/// The right to put something else in a ledger's place, until it is dropped.
struct Claim {
    _database: Option<File>,
    _remotes: Vec<File>,
}

impl Claim {
    fn of(ledger: &Path) -> Result<Self, PlaceError> {
        let in_use = || PlaceError::InUse(ledger.to_path_buf());
        let database = image::claim(ledger).map_err(|_| in_use())?;
        let home = Home::of(ledger);
        let mut remotes = Vec::new();
        for name in home.remotes().unwrap_or_default() {
            let lock = home.remote_dir(&name).join("lock");
            let held = site::take_lock(&lock, Duration::ZERO).ok().flatten();
            remotes.push(held.ok_or_else(in_use)?);
        }
        Ok(Self {
            _database: database,
            _remotes: remotes,
        })
    }
}

fn failed(path: &Path, source: io::Error) -> PlaceError {
    PlaceError::Io {
        path: path.to_path_buf(),
        source,
    }
}

fn sync(directory: &Path) -> Result<(), PlaceError> {
    private::sync_dir(directory).map_err(|source| failed(directory, source))
}

fn rename(from: &Path, to: &Path) -> Result<(), PlaceError> {
    fs::rename(from, to).map_err(|source| failed(to, source))
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
        Err(source) => return Err(failed(to, source)),
    };
    if !metadata.is_dir() {
        return Err(occupied());
    }
    let is_there = |name| to.join(name).symlink_metadata().is_ok();
    // Making a ledger was begun there and did not end: it never was one.
    if is_there("unfinished") {
        return Ok(There::NoLedger);
    }
    if is_there("ledger.db") || is_there("keys.json") {
        return Ok(There::Ledger);
    }
    let entries = fs::read_dir(to).map_err(|source| failed(to, source))?;
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
        let is_passing = PASSING.iter().any(|name| entry.file_name() == *name);
        if kind.is_dir() && !is_passing {
            copy_tree(&source, &target)?;
        } else if kind.is_file() && !is_passing {
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
