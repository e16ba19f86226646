//! Bank statements: importing and reconciling.

use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Subcommand, ValueEnum};
use domain::currency::CurrencyCodeError;
use domain::{AccountKind, CurrencyCode};

use super::values::{ValueError, signed};

/// `luka import`
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that is there or not"
)]
pub(crate) struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long = "account", short = 'a', value_name = "[FILEACCOUNT=]ACCOUNT")]
    pub(crate) accounts: Vec<FileAccount>,
    #[arg(long = "currency", value_name = "[COMMODITY=]CODE")]
    pub(crate) currencies: Vec<BookCommodity>,
    #[arg(long = "kind", value_name = "ACCOUNT=KIND")]
    pub(crate) kinds: Vec<BookKind>,
    #[arg(long)]
    pub(crate) profile: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) save_profile: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    pub(crate) date_format: Option<String>,
    #[arg(long, value_name = "MARK", value_parser = [".", ","])]
    pub(crate) decimal: Option<String>,
    #[arg(long)]
    pub(crate) invert: bool,
    #[arg(long, conflicts_with = "invert")]
    pub(crate) as_written: bool,
    #[arg(long, value_enum)]
    pub(crate) fees: Option<FileFees>,
    #[arg(long, value_enum)]
    pub(crate) matches: Option<Matches>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long, conflicts_with_all = ["dry_run", "save_profile", "strict"])]
    pub(crate) detect: bool,
}

/// What becomes of rows that look like entries made by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Matches {
    Review,
    Merge,
    New,
}

/// Where the fees of a column belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileFees {
    Apart,
    Within,
}

/// `ACCOUNT` for all of a file, or `FILEACCOUNT=ACCOUNT` for one of several in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileAccount {
    pub(crate) in_file: Option<String>,
    pub(crate) account: String,
}

impl FromStr for FileAccount {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let (in_file, account) = match text.split_once('=') {
            Some((in_file, account)) => (Some(in_file.trim().to_owned()), account),
            None => (None, text),
        };
        Ok(Self {
            in_file,
            account: account.trim().to_owned(),
        })
    }
}

/// `CODE` for amounts of a book without a commodity, or `COMMODITY=CODE` for those with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BookCommodity {
    pub(crate) in_book: Option<String>,
    pub(crate) code: CurrencyCode,
}

impl FromStr for BookCommodity {
    type Err = CurrencyCodeError;

    fn from_str(text: &str) -> Result<Self, CurrencyCodeError> {
        let (in_book, code) = match text.rsplit_once('=') {
            Some((in_book, code)) => (Some(in_book.trim().to_owned()), code),
            None => (None, text),
        };
        Ok(Self {
            in_book,
            code: code.trim().parse()?,
        })
    }
}

/// `ACCOUNT=KIND`: what an account of a book is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BookKind {
    pub(crate) account: String,
    pub(crate) kind: AccountKind,
}

impl FromStr for BookKind {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let (account, kind) = text.rsplit_once('=').ok_or(ValueError::NotAPair)?;
        let kind: AccountKind = kind.trim().parse().map_err(|_| ValueError::NotAPair)?;
        let account = account.trim().to_owned();
        Some(Self { account, kind })
            .filter(|said| !said.kind.is_category())
            .ok_or(ValueError::NotAPair)
    }
}

/// `luka reconcile`
#[derive(Debug, Args)]
pub(crate) struct Reconcile {
    pub(crate) account: String,
    #[arg(long, short = 'd', required = true, allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: String,
    #[arg(long, value_name = "AMOUNT", required = true, allow_hyphen_values = true, value_parser = signed)]
    pub(crate) balance: String,
}

/// `luka profile …`
#[derive(Debug, Subcommand)]
pub(crate) enum ProfileCommand {
    List,
    Rm { name: String },
}
