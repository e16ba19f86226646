//! Files and directories that only their owner can reach: 0600 and 0700, ours, and no links.
//!
//! Everything that guards a ledger (`keys.json`, `head`, `ledger.db`, the agent's socket) passes
//! here before it is trusted. Files are opened without following a link and judged by their open
//! descriptor, so that nothing can be swapped between the look and the use; where only a path will
//! do (SQLite opens by path), the private directory around it keeps others from swapping.
//!
//! Nothing is repaired silently: a loose mode is an error that names the path and the mode, and the
//! face says `chmod`. The owner's own bits don't matter; only what others may do.

mod atomic;
mod error;

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;

pub use atomic::replace_private;
pub use error::{Entry, PrivateError};

/// The mode of a private file.
pub const FILE_MODE: u32 = 0o600;
/// The mode of a private directory.
pub const DIR_MODE: u32 = 0o700;
/// What group and others may do: nothing.
const OTHERS: u32 = 0o077;

/// Checks that a path is a regular file, ours, and closed to others.
pub fn check_private_file(path: &Path) -> Result<(), PrivateError> {
    check_path(path, Entry::File)
}

/// Checks that a path is a directory, ours, and closed to others.
pub fn check_private_dir(path: &Path) -> Result<(), PrivateError> {
    check_path(path, Entry::Directory)
}

/// Checks that a path is a socket, ours, and closed to others.
pub(crate) fn check_private_socket(path: &Path) -> Result<(), PrivateError> {
    check_path(path, Entry::Socket)
}

/// Creates a directory with mode 0700, and its missing parents likewise; one that exists must be
/// private.
pub fn create_private_dir(path: &Path) -> Result<(), PrivateError> {
    DirBuilder::new()
        .recursive(true)
        .mode(DIR_MODE)
        .create(path)
        .map_err(|source| PrivateError::io(path, source))?;
    check_private_dir(path)
}

/// Creates a file with mode 0600 and opens it for reading and writing; refuses one that exists.
pub fn open_private_new(path: &Path) -> Result<File, PrivateError> {
    open(
        path,
        OpenOptions::new().read(true).write(true).create_new(true),
    )
}

/// How much is asked of a file before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Nobody else can reach it.
    Private,
    /// It is ours and no link, whoever else can reach it: to look at what is wrong with it.
    Loose,
}

/// Opens a private file for reading.
pub fn open_private(path: &Path) -> Result<File, PrivateError> {
    open_to_read(path, Trust::Private)
}

/// Opens a file of ours for reading.
pub(crate) fn open_to_read(path: &Path, trust: Trust) -> Result<File, PrivateError> {
    open_trusting(path, OpenOptions::new().read(true), trust)
}

/// Opens a private file for reading and writing, and creates it empty when it is missing.
pub fn open_private_or_create(path: &Path) -> Result<File, PrivateError> {
    open(
        path,
        OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false),
    )
}

/// Opens without following a link at the end of the path, then judges what was opened.
fn open(path: &Path, options: &mut OpenOptions) -> Result<File, PrivateError> {
    open_trusting(path, options, Trust::Private)
}

fn open_trusting(
    path: &Path,
    options: &mut OpenOptions,
    trust: Trust,
) -> Result<File, PrivateError> {
    // NONBLOCK: opening a FIFO that someone put there must fail below, not hang here.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    let file = options
        .mode(FILE_MODE)
        .custom_flags(flags)
        .open(path)
        .map_err(|source| {
            // Systems answer differently to a refused link: ask the path itself.
            check_path(path, Entry::File)
                .err()
                .unwrap_or_else(|| PrivateError::io(path, source))
        })?;
    let metadata = file
        .metadata()
        .map_err(|source| PrivateError::io(path, source))?;
    match judge(path, &metadata, Entry::File) {
        Err(PrivateError::LooseMode { .. }) if trust == Trust::Loose => Ok(file),
        judged => judged.map(|()| file),
    }
}

fn check_path(path: &Path, wanted: Entry) -> Result<(), PrivateError> {
    let metadata = fs::symlink_metadata(path).map_err(|source| PrivateError::io(path, source))?;
    judge(path, &metadata, wanted)
}

fn judge(path: &Path, metadata: &Metadata, wanted: Entry) -> Result<(), PrivateError> {
    let path = || path.to_path_buf();
    let kind = metadata.file_type();
    if kind.is_symlink() {
        return Err(PrivateError::Symlink { path: path() });
    }
    let fits = match wanted {
        Entry::File => kind.is_file(),
        Entry::Directory => kind.is_dir(),
        Entry::Socket => kind.is_socket(),
    };
    if !fits {
        return Err(PrivateError::NotA {
            path: path(),
            wanted,
        });
    }
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return Err(PrivateError::ForeignOwner {
            path: path(),
            owner: metadata.uid(),
        });
    }
    if metadata.mode() & OTHERS != 0 {
        return Err(PrivateError::LooseMode {
            path: path(),
            mode: metadata.mode() & 0o7777,
            wanted: wanted.mode(),
        });
    }
    Ok(())
}

/// Whether files can be made in a directory: not on a read-only disk, nor where its mode forbids it.
pub fn takes_files(directory: &Path) -> bool {
    rustix::fs::access(directory, rustix::fs::Access::WRITE_OK).is_ok()
}

/// Makes the entries of a directory durable (created, renamed, removed).
pub fn sync_dir(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// The directory that holds `path`; `.` for a bare name.
pub(crate) fn parent_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
