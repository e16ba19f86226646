//! Asking the daemon.

use clap::Subcommand;

/// `luka sync …`
#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum SyncCommand {
    Status,
    Now,
    Pause,
    Resume,
}
