//! The review queue.

use clap::{Args, Subcommand, ValueEnum};

/// `luka review`
#[derive(Debug, Args)]
pub(crate) struct Review {
    #[command(subcommand)]
    pub(crate) command: Option<ReviewCommand>,
}

/// `luka review …`
#[derive(Debug, Subcommand)]
pub(crate) enum ReviewCommand {
    List(ReviewList),
    Accept(ReviewAccept),
    Reject(ReviewReject),
    Match {
        #[arg(value_name = "ROW")]
        item: String,
        #[arg(value_name = "TRANSACTION")]
        entry: String,
    },
    Unpair {
        #[arg(required = true, value_name = "TRANSACTION")]
        transfers: Vec<String>,
    },
}

/// `luka review list`
#[derive(Debug, Default, Args)]
pub(crate) struct ReviewList {
    #[arg(long = "kind", value_enum)]
    pub(crate) kinds: Vec<WaitingKind>,
    #[arg(long)]
    pub(crate) decided: bool,
    #[arg(long, short = 'n', value_name = "N")]
    pub(crate) limit: Option<u64>,
}

/// `luka review accept`
#[derive(Debug, Args)]
pub(crate) struct ReviewAccept {
    #[arg(required_unless_present_any = ["sure", "kinds"], value_name = "ID")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "CATEGORY")]
    pub(crate) category: Option<String>,
    #[arg(long, conflicts_with_all = ["items", "category", "kinds"])]
    pub(crate) sure: bool,
    #[arg(long = "kind", value_enum, conflicts_with = "items")]
    pub(crate) kinds: Vec<WaitingKind>,
}

/// `luka review reject`
#[derive(Debug, Args)]
pub(crate) struct ReviewReject {
    #[arg(required_unless_present = "kinds", value_name = "ID")]
    pub(crate) items: Vec<String>,
    #[arg(long = "kind", value_enum, conflicts_with = "items")]
    pub(crate) kinds: Vec<WaitingKind>,
}

/// Why things wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum WaitingKind {
    Entry,
    Redated,
    Transfer,
    Late,
    Document,
    Category,
    Rule,
    Suggested,
}
