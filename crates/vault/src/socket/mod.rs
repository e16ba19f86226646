//! Unix sockets between processes of one user: put in place by one of them, asked by the others.
//!
//! The listener is the one that holds a lock beside the socket, which ends with its process. The
//! socket is 0600 in a private directory, and on Linux the kernel says who is at the other end:
//! nothing is told to a socket that someone else put there, and nobody else is answered.

mod door;
mod peer;

use std::io;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use crate::private::{self, PrivateError};

pub use door::Door;
pub use peer::foreign_user;

/// Why a process could not listen at a path.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// Another process listens there.
    #[error("another process listens there")]
    Taken,
    /// The place or its directory can't be trusted.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Listen {
        /// The socket.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
}

/// Why a listener was not reached; that there is none is not an error.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The socket or its directory can't be trusted.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// Another user's process listens on it.
    #[error("the process at {} runs as another user (uid {uid})", path.display())]
    Foreign {
        /// The socket.
        path: PathBuf,
        /// The user that runs it.
        uid: u32,
    },
    /// The conversation broke off.
    #[error("the conversation broke off")]
    Broken(#[from] io::Error),
}

/// Connects to a listener of ours; `None` when there is none, a stale socket left by a crash
/// included.
pub fn connect(path: &Path) -> Result<Option<UnixStream>, ConnectError> {
    let private = private::check_private_dir(private::parent_of(path))
        .and_then(|()| private::check_private_socket(path));
    match private {
        Ok(()) => {}
        Err(error) if error.is_not_found() => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let stream = match UnixStream::connect(path) {
        Ok(stream) => stream,
        Err(error) if means_nobody(error.kind()) => return Ok(None),
        Err(error) => return Err(PrivateError::io(path, error).into()),
    };
    match peer::foreign_user(&stream)? {
        None => Ok(Some(stream)),
        Some(uid) => Err(ConnectError::Foreign {
            path: path.to_path_buf(),
            uid,
        }),
    }
}

/// Whether a failed connection means that nobody listens.
fn means_nobody(kind: io::ErrorKind) -> bool {
    matches!(
        kind,
        io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused
    )
}
