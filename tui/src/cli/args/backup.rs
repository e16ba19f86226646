//! Versions of the ledger: making, listing, proving, restoring, ending them.

use std::path::PathBuf;

use backup::Policy;
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
    Status { remote: Option<String> },
    Verify(Verify),
    Restore(Restore),
    Prune(Prune),
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

/// `luka backup verify`
#[derive(Debug, Args)]
pub(crate) struct Verify {
    pub(crate) id: Option<String>,
    #[arg(long, conflicts_with = "id")]
    pub(crate) all: bool,
    #[arg(long)]
    pub(crate) remote: Option<String>,
    #[arg(long)]
    pub(crate) no_open: bool,
    #[arg(long, alias = "recovery-code")]
    pub(crate) recovery: bool,
}

/// `luka backup prune`
#[derive(Debug, Args)]
pub(crate) struct Prune {
    #[arg(long, value_name = "N")]
    pub(crate) keep_last: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) keep_daily: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) keep_weekly: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) keep_monthly: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) keep_yearly: Option<u32>,
    #[arg(long)]
    pub(crate) remote: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, alias = "recovery-code")]
    pub(crate) recovery: bool,
}

impl Prune {
    /// What the flags say; `None` when none is given.
    pub(crate) fn policy(&self) -> Option<Policy> {
        let flags = [
            self.keep_last,
            self.keep_daily,
            self.keep_weekly,
            self.keep_monthly,
            self.keep_yearly,
        ];
        flags.iter().any(Option::is_some).then(|| Policy {
            keep_last: self.keep_last.unwrap_or(0),
            keep_daily: self.keep_daily.unwrap_or(0),
            keep_weekly: self.keep_weekly.unwrap_or(0),
            keep_monthly: self.keep_monthly.unwrap_or(0),
            keep_yearly: self.keep_yearly.unwrap_or(0),
        })
    }
}
