//! Why there is no server.

use std::io;

/// One of them.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// Postgres is not installed.
    #[error("Postgres is not installed (Debian: apt-get install postgresql)")]
    NotInstalled,
    /// Root may not run it, and nobody else is there to.
    #[error("Postgres does not run as root, and there is no user `postgres` to run it")]
    NoUser,
    /// No folder for it.
    #[error("no temporary folder for Postgres: {0}")]
    Folder(#[source] io::Error),
    /// A program did not run.
    #[error("{program} did not run: {source}")]
    Program {
        /// Which.
        program: String,
        /// Why.
        source: io::Error,
    },
    /// A program ran and failed.
    #[error("{program} failed: {said}")]
    Failed {
        /// Which.
        program: String,
        /// What it said.
        said: String,
    },
    /// The server ended before it was ready.
    #[error("Postgres did not start: {0}")]
    NotReady(String),
}
