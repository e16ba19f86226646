//! A listener's place in the file system: one process per socket, and nobody else's file removed.
//!
//! Whoever holds the lock on `<socket>.lock` is the listener; the lock ends with its process, so a
//! crash blocks nobody. Only under that lock is a socket put in place: bound under another name,
//! closed to others, then renamed over the stale one. A client sees the old, dead socket or the
//! new, ready one. The lock file stays: removing it would let two processes lock two files of one
//! name.

use std::ffi::OsString;
use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use rustix::fs::FlockOperation;

use super::DoorError;
use crate::private::{self, FILE_MODE, PrivateError};

/// The right to listen at a path; given back on drop.
#[derive(Debug)]
pub struct Door {
    path: PathBuf,
    /// Device and inode of our socket.
    socket: (u64, u64),
    _lock: File,
}

impl Door {
    /// Takes the place and listens; refuses when another process has it. Connections
    /// are not waited for: the listener does not block.
    pub fn open(path: &Path) -> Result<(Self, UnixListener), DoorError> {
        private::create_private_dir(private::parent_of(path))?;
        let lock = private::open_private_or_create(&beside(path, ".lock"))?;
        match rustix::fs::flock(&lock, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(rustix::io::Errno::WOULDBLOCK) => return Err(DoorError::Taken),
            Err(source) => return Err(PrivateError::io(path, source).into()),
        }
        refuse_foreign(path)?;
        let (listener, socket) = listen(path).map_err(|source| DoorError::Listen {
            path: path.to_path_buf(),
            source,
        })?;
        Ok((
            Self {
                path: path.to_path_buf(),
                socket,
                _lock: lock,
            },
            listener,
        ))
    }

    /// Whether our socket still stands at the path; a log-out may have swept the directory away.
    pub fn is_standing(&self) -> bool {
        socket_at(&self.path).is_ok_and(|found| found == self.socket)
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        // Still under the lock: nobody puts another socket there between the look and the removal.
        if self.is_standing() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Refuses to take a place where something else than a socket of ours stands.
fn refuse_foreign(path: &Path) -> Result<(), PrivateError> {
    match private::check_private_socket(path) {
        Err(error) if !error.is_not_found() => Err(error),
        _ => Ok(()),
    }
}

fn socket_at(path: &Path) -> io::Result<(u64, u64)> {
    fs::symlink_metadata(path).map(|metadata| (metadata.dev(), metadata.ino()))
}

fn listen(path: &Path) -> io::Result<(UnixListener, (u64, u64))> {
    let unborn = beside(path, ".new");
    match fs::remove_file(&unborn) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&unborn)?;
    listener.set_nonblocking(true)?;
    fs::set_permissions(&unborn, Permissions::from_mode(FILE_MODE))?;
    let socket = socket_at(&unborn)?;
    fs::rename(&unborn, path)?;
    Ok((listener, socket))
}

/// The path with a suffix on its file name.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}
