//! The program itself: configuration, completions, manual.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use clap_complete::Shell;

/// `luka config …`
#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    Path,
    Get { key: String },
    Set { key: String, value: String },
    Unset { key: String },
    List,
}

/// `luka completions`
#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// `luka man`
#[derive(Debug, Args)]
pub(crate) struct Man {
    pub(crate) dir: PathBuf,
}

/// `luka help`
#[derive(Debug, Args)]
pub(crate) struct Help {
    pub(crate) command: Vec<String>,
}
