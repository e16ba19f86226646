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
    Gdrive(Gdrive),
}

/// `luka remote add NAME gdrive`
#[derive(Debug, Args)]
pub(crate) struct Gdrive {
    #[arg(long, value_name = "FILE")]
    pub(crate) client_secret: Option<PathBuf>,
    #[arg(long, value_name = "NAME", default_value = "LukaLibre")]
    pub(crate) folder: String,
    #[arg(long, conflicts_with = "device")]
    pub(crate) no_browser: bool,
    #[arg(long)]
    pub(crate) device: bool,
    #[arg(long, value_name = "URL")]
    pub(crate) api_url: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(crate) auth_url: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(crate) token_url: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(crate) device_url: Option<String>,
}
