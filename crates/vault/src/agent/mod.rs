//! The key agent behind `luka unlock` and `luka lock`: a process that holds keys for a while.
//!
//! It answers on a Unix socket (0600, in a 0700 directory) to the same user only, keeps the keys in
//! pages that don't go to swap where the system lets it, never dumps core, and ends when it holds
//! no key any more. It knows no passphrase and opens no file of a ledger.
//!
//! A face spawns a process that calls [`AgentServer::bind`] and [`AgentServer::run`], then connects
//! with [`AgentClient`] and hands it the key. What it does not protect from: root, and programs of
//! the same user that may read its memory or ask it.

mod client;
mod connection;
mod deadline;
mod error;
mod harden;
mod held;
mod protocol;
mod server;

use std::path::{Path, PathBuf};

pub use client::AgentClient;
pub use error::{AgentError, BindError, Refusal, ServeError};
pub use protocol::{AgentStatus, HeldKey};
pub use server::AgentServer;

/// Where the agent listens: `<runtime_dir>/lukalibre/agent.sock`, else `<fallback_dir>/agent.sock`.
///
/// The caller knows the directories (`$XDG_RUNTIME_DIR` where there is one); the vault reads no
/// environment.
pub fn default_socket_path(runtime_dir: Option<&Path>, fallback_dir: &Path) -> PathBuf {
    match runtime_dir {
        Some(dir) => dir.join("lukalibre").join("agent.sock"),
        None => fallback_dir.join("agent.sock"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runtime_directory_goes_first() {
        let (runtime, fallback) = (Path::new("/run/user/7"), Path::new("/home/ana/ledger"));
        let path = default_socket_path(Some(runtime), fallback);
        assert_eq!(path, Path::new("/run/user/7/lukalibre/agent.sock"));
        let path = default_socket_path(None, fallback);
        assert_eq!(path, Path::new("/home/ana/ledger/agent.sock"));
    }
}
