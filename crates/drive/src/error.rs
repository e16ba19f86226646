//! What can go wrong before there is a remote: with settings, files, and the permission.

use std::io;
use std::path::{Path, PathBuf};

/// Why Drive can't be set up. No variant carries tokens, codes or addresses with queries.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DriveError {
    /// An address of the settings is neither https nor http to a loopback literal.
    #[error("{which} must be an https address, or http to 127.0.0.1 or [::1]")]
    Address {
        /// The setting.
        which: &'static str,
    },
    /// The folder has no name, or one that can't be a name.
    #[error("the folder at Google Drive needs a name")]
    FolderName,
    /// The file is not what Google's console gives for a desktop app.
    #[error("this is not the client file of a desktop app from Google's console")]
    ClientFile,
    /// A file or directory of the remote can't be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The machine has no certificates to trust, or no loopback to listen on.
    #[error("the network can't be used: {source}")]
    Network {
        /// What the system said.
        source: io::Error,
    },
    /// The person said no.
    #[error("the permission was refused")]
    Denied,
    /// Nobody answered in time.
    #[error("nobody gave the permission in time")]
    TimedOut,
    /// Google could not be reached.
    #[error("Google can't be reached: {what}")]
    Unreachable {
        /// What happened, in a few words.
        what: String,
    },
    /// Google refuses, and trying again won't help.
    #[error("Google refused: {what}")]
    Refused {
        /// Its reason, in its words, shortened.
        what: String,
    },
    /// Google gave an answer without a lasting permission.
    #[error("Google gave no lasting permission")]
    NoRefreshToken,
    /// Somebody asked to stop.
    #[error("stopped")]
    Cancelled,
}

impl DriveError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_path_buf(),
            source,
        }
    }
}
