//! What every command takes.

use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum};

use crate::cli::output::Format;
use crate::config::ColourWish;
use crate::i18n::Language;

/// The options that may stand before or after any command.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each flag, as clap has them"
)]
pub(crate) struct Globals {
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) ledger: Option<PathBuf>,
    #[arg(long, global = true, value_enum)]
    pub(crate) format: Option<FormatArg>,
    #[arg(long, global = true, conflicts_with = "format")]
    pub(crate) json: bool,
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    pub(crate) color: Option<ColourWish>,
    #[arg(long, global = true, value_name = "LANG", value_parser = super::values::language())]
    pub(crate) lang: Option<Language>,
    #[arg(long, short = 'y', global = true)]
    pub(crate) yes: bool,
    #[arg(long, short = 'q', global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    #[arg(long, short = 'v', global = true)]
    pub(crate) verbose: bool,
    #[arg(long, short = 'h', global = true, action = ArgAction::Help)]
    pub(crate) help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    pub(crate) version: Option<bool>,
}

/// What `--format` takes: the formats of lists and reports, then those of `export` alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArg {
    Table,
    Json,
    Jsonl,
    Csv,
    Hledger,
    Ledger,
    Beancount,
    Qif,
    Ofx,
}

/// The words of `--format` that only `export` takes, and only its help offers.
pub(crate) const EXPORT_ONLY: [&str; 5] = ["hledger", "ledger", "beancount", "qif", "ofx"];

impl FormatArg {
    /// The format of a list or report; `None` for one that only `export` writes.
    pub(crate) const fn of_lists(self) -> Option<Format> {
        match self {
            Self::Table => Some(Format::Table),
            Self::Json => Some(Format::Json),
            Self::Jsonl => Some(Format::Jsonl),
            Self::Csv => Some(Format::Csv),
            Self::Hledger | Self::Ledger | Self::Beancount | Self::Qif | Self::Ofx => None,
        }
    }
}
