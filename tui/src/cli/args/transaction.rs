//! Recording transactions, looking at them, changing them.

use clap::Args;
use domain::{AccountKind, Status};

use super::values::{KeyValue, Limit, category_kind, signed, status};

/// `luka add`
#[derive(Debug, Args)]
pub(crate) struct Add {
    #[arg(allow_hyphen_values = true, value_parser = signed)]
    pub(crate) amount: String,
    pub(crate) category: String,
    #[arg(long, short = 'a')]
    pub(crate) account: Option<String>,
    #[arg(long, short = 'p')]
    pub(crate) payee: Option<String>,
    #[arg(long, short = 'm')]
    pub(crate) memo: Option<String>,
    #[arg(long, short = 'd', allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
    #[arg(long = "tag", short = 't', value_name = "TAG")]
    pub(crate) tags: Vec<String>,
    #[arg(long = "split", value_name = "CATEGORY=AMOUNT")]
    pub(crate) splits: Vec<KeyValue>,
    #[arg(long, value_parser = status())]
    pub(crate) status: Option<Status>,
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) metadata: Vec<KeyValue>,
    #[arg(long, value_name = "KIND", value_parser = category_kind())]
    pub(crate) create: Option<AccountKind>,
}

/// `luka transfer`
#[derive(Debug, Args)]
pub(crate) struct Transfer {
    #[arg(allow_hyphen_values = true, value_parser = signed)]
    pub(crate) amount: String,
    pub(crate) from: String,
    pub(crate) to: String,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) received: Option<String>,
    #[arg(long, short = 'd', allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
    #[arg(long, short = 'p')]
    pub(crate) payee: Option<String>,
    #[arg(long, short = 'm')]
    pub(crate) memo: Option<String>,
    #[arg(long = "tag", short = 't', value_name = "TAG")]
    pub(crate) tags: Vec<String>,
}

/// `luka list`
#[derive(Debug, Args)]
pub(crate) struct List {
    pub(crate) query: Vec<String>,
    #[arg(long, short = 'n', value_name = "N")]
    pub(crate) limit: Option<Limit>,
}

/// `luka show`
#[derive(Debug, Args)]
pub(crate) struct Show {
    pub(crate) id: String,
}

/// `luka edit`
#[derive(Debug, Args)]
pub(crate) struct Edit {
    pub(crate) id: String,
    #[arg(long, short = 'd', allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
    #[arg(long, short = 'p')]
    pub(crate) payee: Option<String>,
    #[arg(long, short = 'c')]
    pub(crate) category: Option<String>,
    #[arg(long, short = 'a')]
    pub(crate) account: Option<String>,
    #[arg(long, value_name = "ACCOUNT")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "ACCOUNT")]
    pub(crate) to: Option<String>,
    #[arg(long, allow_hyphen_values = true, value_parser = signed)]
    pub(crate) amount: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) received: Option<String>,
    #[arg(long, short = 'm')]
    pub(crate) memo: Option<String>,
    #[arg(long, value_parser = status())]
    pub(crate) status: Option<Status>,
    #[arg(long = "tag", short = 't', value_name = "TAG")]
    pub(crate) tags: Vec<String>,
    #[arg(long = "untag", value_name = "TAG")]
    pub(crate) untags: Vec<String>,
    #[arg(long = "split", value_name = "CATEGORY=AMOUNT")]
    pub(crate) splits: Vec<KeyValue>,
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) metadata: Vec<KeyValue>,
}

/// `luka rm`
#[derive(Debug, Args)]
pub(crate) struct Remove {
    #[arg(required = true, value_name = "ID")]
    pub(crate) ids: Vec<String>,
    #[arg(long)]
    pub(crate) reconciled: bool,
}

/// `luka bulk`
#[derive(Debug, Args)]
pub(crate) struct Bulk {
    #[arg(required = true)]
    pub(crate) query: Vec<String>,
    #[arg(long, required = true, value_name = "FIELD=VALUE")]
    pub(crate) set: Vec<KeyValue>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}
