//! What `luka` and the daemon say to each other: one line of JSON each way over a private socket.
//!
//! The daemon of a ledger writes into `backup/syncd.lock` where it listens, and holds a lock on
//! that file as long as it lives; so whoever has the ledger's directory finds its daemon, whatever
//! its own environment says. Requests and answers are bounded, and nothing in them is secret: names
//! of remotes, times, kinds of failures. Who may listen and who may ask is `vault::socket`'s.

mod client;
mod message;

use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use crate::Home;
pub use client::{Client, ControlError};
pub use message::{
    Answer, Doing, MAX_ANSWER, MAX_REQUEST, Obstacle, Refusal, RemoteReport, Request, Status,
    VERSION,
};

/// The file that the daemon of a ledger holds locked, and in which it says where it listens.
pub fn lock_file(home: &Home) -> PathBuf {
    home.path().join("syncd.lock")
}

/// Where the daemon of a ledger listens: in the user's runtime directory where there is one, else
/// with the backups. The ledger's directory should be absolute and without links.
pub fn socket_path(runtime_dir: Option<&Path>, home: &Home) -> PathBuf {
    match runtime_dir {
        Some(directory) => {
            let place = home.ledger().as_os_str().as_bytes();
            let digest = HEXLOWER.encode(&vault::backup::short_digest(place));
            directory
                .join("lukalibre")
                .join(format!("sync-{}.sock", digest.get(..16).unwrap_or(&digest)))
        }
        None => home.path().join("sync.sock"),
    }
}

/// Where the daemon said that it listens; `None` when there was never one.
fn recorded(home: &Home) -> Result<Option<PathBuf>, ControlError> {
    let path = lock_file(home);
    match vault::private::check_private_file(&path) {
        Err(error) if error.is_not_found() => return Ok(None),
        checked => checked?,
    }
    match fs::read_to_string(&path) {
        Ok(text) => {
            Ok(Some(PathBuf::from(text.trim_end_matches('\n'))).filter(|p| p.is_absolute()))
        }
        // The directory was removed, or another file put there, just now.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(None),
        Err(error) => Err(crate::HomeError::io(&path, error).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ledger_has_a_short_socket_of_its_own() {
        let runtime = Path::new("/run/user/1000");
        let path = |ledger: &str| socket_path(Some(runtime), &Home::of(Path::new(ledger)));
        let (ana, leo) = (path("/home/ana/ledger"), path("/home/leo/ledger"));
        assert_ne!(ana, leo);
        assert_eq!(ana, path("/home/ana/ledger"));
        assert!(ana.starts_with("/run/user/1000/lukalibre"));
        assert!(ana.as_os_str().len() < 64, "{}", ana.display());
    }

    #[test]
    fn without_a_runtime_directory_it_lies_with_the_backups() {
        let home = Home::of(Path::new("/home/ana/ledger"));
        let expected = Path::new("/home/ana/ledger/backup/sync.sock");
        assert_eq!(socket_path(None, &home), expected);
    }
}
