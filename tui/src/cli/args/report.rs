//! Reports: what is counted, over which days, in which currency.

use clap::{Args, Subcommand};
use domain::currency::CurrencyCode;

use super::values::signed;

/// `luka report …`
#[derive(Debug, Subcommand)]
pub(crate) enum ReportCommand {
    Monthly(MonthlyReport),
    Categories(ReportScope),
    Balance(BalanceReport),
    Register(RegisterReport),
    Income(ReportScope),
    BalanceSheet(BalanceSheetReport),
    Networth(ReportScope),
    Cashflow(ReportScope),
    Budget(ReportScope),
    Goals,
    Payees(PayeesReport),
    Trend(TrendReport),
}

/// The part of the ledger that a report looks at.
#[derive(Debug, Args)]
pub(crate) struct ReportScope {
    #[arg(long, short = 'p', conflicts_with_all = ["from", "to"])]
    pub(crate) period: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) to: Option<String>,
    #[arg(long = "in", value_name = "CURRENCY")]
    pub(crate) currency: Option<CurrencyCode>,
    pub(crate) query: Vec<String>,
}

/// `luka report monthly`
#[derive(Debug, Args)]
pub(crate) struct MonthlyReport {
    #[arg(long, conflicts_with_all = ["period", "from", "to"], value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub(crate) year: Option<i32>,
    #[command(flatten)]
    pub(crate) scope: ReportScope,
}

/// `luka report balance`
#[derive(Debug, Args)]
pub(crate) struct BalanceReport {
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) day: BalanceSheetReport,
}

/// `luka report balance-sheet`
#[derive(Debug, Args)]
pub(crate) struct BalanceSheetReport {
    #[arg(long, short = 'd', conflicts_with_all = ["period", "from", "to"], allow_hyphen_values = true, value_parser = signed)]
    pub(crate) date: Option<String>,
    #[command(flatten)]
    pub(crate) scope: ReportScope,
}

/// `luka report register`
#[derive(Debug, Args)]
pub(crate) struct RegisterReport {
    pub(crate) account: String,
    #[arg(long, short = 'n', value_name = "N")]
    pub(crate) limit: Option<u64>,
    #[command(flatten)]
    pub(crate) scope: ReportScope,
}

/// `luka report payees`
#[derive(Debug, Args)]
pub(crate) struct PayeesReport {
    #[arg(long, short = 'n', value_name = "N")]
    pub(crate) limit: Option<u64>,
    #[command(flatten)]
    pub(crate) scope: ReportScope,
}

/// `luka report trend`
#[derive(Debug, Args)]
pub(crate) struct TrendReport {
    pub(crate) category: String,
    #[command(flatten)]
    pub(crate) scope: ReportScope,
}
