//! Making a ledger, opening and closing it.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use domain::currency::CurrencyCode;

use super::values::duration;

/// `luka init`
#[derive(Debug, Args)]
pub(crate) struct Init {
    #[arg(long, value_name = "CODE")]
    pub(crate) currency: Option<CurrencyCode>,
    #[arg(long, value_enum)]
    pub(crate) categories: Option<Categories>,
}

/// Which categories a new ledger begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Categories {
    En,
    Es,
    None,
}

/// `luka demo`
#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub(crate) transactions: Option<u32>,
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long)]
    pub(crate) no_tui: bool,
}

/// `luka unlock`
#[derive(Debug, Args)]
pub(crate) struct Unlock {
    #[arg(long = "for", value_name = "TIME", value_parser = duration)]
    pub(crate) ttl: Option<Duration>,
}

/// `luka passwd`
#[derive(Debug, Args)]
pub(crate) struct Passwd {
    #[arg(long)]
    pub(crate) recovery: bool,
}

/// `luka agent-serve`, which `luka unlock` starts.
#[derive(Debug, Args)]
pub(crate) struct AgentServe {
    pub(crate) socket: PathBuf,
}
