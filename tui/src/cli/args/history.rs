//! What was changed, and taking it back.

use clap::Args;

use super::values::Limit;

/// `luka undo` and `luka redo`
#[derive(Debug, Args)]
pub(crate) struct Steps {
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) steps: u32,
}

/// `luka history`
#[derive(Debug, Args)]
pub(crate) struct History {
    pub(crate) id: Option<String>,
    #[arg(long, short = 'n', value_name = "N")]
    pub(crate) limit: Option<Limit>,
}
