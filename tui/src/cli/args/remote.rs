//! Where versions go.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `luka remote …`
#[derive(Debug, Subcommand)]
pub(crate) enum RemoteCommand {
    Add(AddRemote),
    List,
    Rm { name: String },
    Test { name: String },
}

/// `luka remote add`
#[derive(Debug, Args)]
pub(crate) struct AddRemote {
    pub(crate) name: String,
    #[command(subcommand)]
    pub(crate) place: Place,
}

/// What the remote is.
#[derive(Debug, Subcommand)]
pub(crate) enum Place {
    Folder { path: PathBuf },
}
