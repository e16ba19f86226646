//! Schedules and instalments.

use clap::{Args, Subcommand};
use domain::schedule::Plain;

use super::values::{plain, signed};

/// `luka schedule …`
#[derive(Debug, Subcommand)]
pub(crate) enum ScheduleCommand {
    List,
    Add(ScheduleAdd),
    Edit(ScheduleEdit),
    Rm { id: String },
    Skip { id: String },
    Run(ScheduleRun),
}

/// Which days: a plain word or a rule, and when it ends.
#[derive(Debug, Args)]
pub(crate) struct Days {
    #[arg(long, value_parser = plain(), conflicts_with = "rule")]
    pub(crate) every: Option<Plain>,
    #[arg(long, value_name = "RRULE")]
    pub(crate) rule: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with = "times")]
    pub(crate) until: Option<String>,
    #[arg(long, value_name = "N", value_parser = times())]
    pub(crate) times: Option<u32>,
}

/// What each entry carries beside its amount.
#[derive(Debug, Args)]
pub(crate) struct Details {
    #[arg(long, short = 'a')]
    pub(crate) account: Option<String>,
    #[arg(long, short = 'p')]
    pub(crate) payee: Option<String>,
    #[arg(long, short = 'm')]
    pub(crate) memo: Option<String>,
    #[arg(long = "tag", short = 't', value_name = "TAG")]
    pub(crate) tags: Vec<String>,
}

/// `luka schedule add`
#[derive(Debug, Args)]
pub(crate) struct ScheduleAdd {
    #[arg(allow_hyphen_values = true, value_parser = signed)]
    pub(crate) amount: String,
    #[arg(required_unless_present = "to_account")]
    pub(crate) category: Option<String>,
    #[arg(long = "to", value_name = "ACCOUNT", conflicts_with = "category")]
    pub(crate) to_account: Option<String>,
    #[command(flatten)]
    pub(crate) details: Details,
    #[arg(long, value_name = "N")]
    pub(crate) instalments: Option<u32>,
    #[command(flatten)]
    pub(crate) days: Days,
}

/// `luka schedule edit`
#[derive(Debug, Args)]
#[group(required = true, multiple = true, args = ["new_amount", "category", "to_account", "account", "payee", "memo", "tags",
    "untags", "every", "rule", "from", "until", "times"])]
pub(crate) struct ScheduleEdit {
    pub(crate) id: String,
    #[arg(long = "amount", value_name = "AMOUNT", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) new_amount: Option<String>,
    #[arg(long, short = 'c')]
    pub(crate) category: Option<String>,
    #[arg(long = "to", value_name = "ACCOUNT", conflicts_with = "category")]
    pub(crate) to_account: Option<String>,
    #[command(flatten)]
    pub(crate) details: Details,
    #[arg(long = "untag", value_name = "TAG")]
    pub(crate) untags: Vec<String>,
    #[command(flatten)]
    pub(crate) days: Days,
}

/// `luka schedule run`
#[derive(Debug, Args)]
pub(crate) struct ScheduleRun {
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = signed)]
    pub(crate) until: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

fn times() -> impl clap::builder::TypedValueParser<Value = u32> {
    let most = i64::from(domain::schedule::recurrence::MAX_COUNT);
    clap::value_parser!(u32).range(1..=most)
}
