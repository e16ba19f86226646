//! Leaving, coming back, and proving the ledger.

use std::path::PathBuf;

use clap::Args;

/// `luka export`; `--format` is the global one.
#[derive(Debug, Args)]
pub(crate) struct Export {
    pub(crate) query: Vec<String>,
    #[arg(long, short = 'o', value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

/// `luka restore-json`
#[derive(Debug, Args)]
pub(crate) struct RestoreJson {
    pub(crate) file: PathBuf,
}

/// `luka doctor`
#[derive(Debug, Args)]
pub(crate) struct Doctor {}
