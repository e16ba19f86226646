//! Currencies and their prices.

use clap::{Args, Subcommand};
use domain::currency::{CurrencyCode, MAX_EXPONENT};

use super::values::signed;

/// `luka currency …`
#[derive(Debug, Subcommand)]
pub(crate) enum CurrencyCommand {
    List {
        #[arg(long)]
        all: bool,
    },
    Add(CurrencyAdd),
    Edit(CurrencyEdit),
    Rm {
        code: CurrencyCode,
    },
}

/// `luka currency add`
#[derive(Debug, Args)]
pub(crate) struct CurrencyAdd {
    pub(crate) code: CurrencyCode,
    #[arg(long, value_name = "N", value_parser = exponent())]
    pub(crate) decimals: Option<u8>,
    #[arg(long)]
    pub(crate) symbol: Option<String>,
}

/// `luka currency edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["symbol", "default"])]
pub(crate) struct CurrencyEdit {
    pub(crate) code: CurrencyCode,
    #[arg(long)]
    pub(crate) symbol: Option<String>,
    #[arg(long)]
    pub(crate) default: bool,
}

/// `luka price …`
#[derive(Debug, Subcommand)]
pub(crate) enum PriceCommand {
    List(PriceList),
    Add(PriceAdd),
    Edit(PriceEdit),
    Rm { id: String },
}

/// `luka price list`
#[derive(Debug, Args)]
pub(crate) struct PriceList {
    pub(crate) currency: Option<CurrencyCode>,
    #[arg(long)]
    pub(crate) period: Option<String>,
    #[arg(long, short = 'n', value_name = "N")]
    pub(crate) limit: Option<u64>,
}

/// `luka price add`
#[derive(Debug, Args)]
pub(crate) struct PriceAdd {
    pub(crate) currency: CurrencyCode,
    pub(crate) rate: String,
    pub(crate) quote: Option<CurrencyCode>,
    #[arg(long, short = 'd', allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
}

/// `luka price edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["rate", "date"])]
pub(crate) struct PriceEdit {
    pub(crate) id: String,
    #[arg(long)]
    pub(crate) rate: Option<String>,
    #[arg(long, short = 'd', allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
}

fn exponent() -> impl clap::builder::TypedValueParser<Value = u8> {
    clap::value_parser!(u8).range(0..=i64::from(MAX_EXPONENT))
}
