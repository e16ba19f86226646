//! Files kept with transactions.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `luka attach`
#[derive(Debug, Args)]
pub(crate) struct Attach {
    pub(crate) id: String,
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// `luka attachment …`
#[derive(Debug, Subcommand)]
pub(crate) enum AttachmentCommand {
    List {
        #[arg(value_name = "TRANSACTION")]
        of: Option<String>,
    },
    Open {
        #[arg(value_name = "ID")]
        attachment: String,
    },
    Export(AttachmentExport),
    Rm {
        #[arg(required = true, value_name = "ID")]
        attachments: Vec<String>,
    },
}

/// `luka attachment export`
#[derive(Debug, Args)]
pub(crate) struct AttachmentExport {
    #[arg(value_name = "ID")]
    pub(crate) attachment: String,
    #[arg(long, value_name = "PATH")]
    pub(crate) to: Option<PathBuf>,
}
