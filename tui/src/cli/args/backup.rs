//! Versions of the ledger: making, listing, proving, restoring, ending them.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `luka backup`
#[derive(Debug, Args)]
pub(crate) struct Backup {
    pub(crate) remote: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Option<BackupCommand>,
}

/// `luka backup …`
#[derive(Debug, Subcommand)]
pub(crate) enum BackupCommand {
    List(ListVersions),
    Restore(Restore),
}

/// `luka backup list`
#[derive(Debug, Args)]
pub(crate) struct ListVersions {
    pub(crate) remote: Option<String>,
    #[arg(long, alias = "recovery-code")]
    pub(crate) recovery: bool,
    #[arg(long)]
    pub(crate) forget_lost: bool,
}

/// `luka backup restore`
#[derive(Debug, Args)]
pub(crate) struct Restore {
    pub(crate) id: Option<String>,
    #[arg(long)]
    pub(crate) remote: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
    #[arg(long, alias = "recovery-code")]
    pub(crate) recovery: bool,
}
