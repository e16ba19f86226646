//! The account server.

use clap::{Args, Subcommand};

/// `luka login`
#[derive(Debug, Args)]
pub(crate) struct Login {
    #[arg(long, value_name = "URL")]
    pub(crate) server: Option<String>,
    #[arg(long, conflicts_with_all = ["no_browser", "email"])]
    pub(crate) device: bool,
    #[arg(long, conflicts_with = "email")]
    pub(crate) no_browser: bool,
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) email: Option<String>,
    #[arg(long, requires = "email")]
    pub(crate) register: bool,
}

/// `luka logout`
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Logout {
    #[arg(long)]
    pub(crate) all: bool,
}

/// `luka settings …`
#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum SettingsCommand {
    Pull(Carrying),
    Push(Carrying),
}

/// What both directions take.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Carrying {
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) force: bool,
}
