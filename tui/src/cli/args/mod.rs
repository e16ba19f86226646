//! What can be typed: every command with its arguments, one file for each group of commands.
//!
//! The structs hold what was typed, not what it means: names, amounts and dates stay text until
//! `ops` and `domain` judge them with the ledger at hand. There is no help text here; `help` writes
//! it from the Fluent catalogues, keyed by the command's path and the argument's id.

pub(crate) mod account;
pub(crate) mod attachment;
pub(crate) mod backup;
pub(crate) mod budget;
pub(crate) mod config;
pub(crate) mod export;
pub(crate) mod global;
pub(crate) mod goal;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod label;
pub(crate) mod ledger;
pub(crate) mod money;
pub(crate) mod remote;
pub(crate) mod report;
pub(crate) mod review;
pub(crate) mod rule;
pub(crate) mod schedule;
pub(crate) mod server;
pub(crate) mod sync;
pub(crate) mod transaction;
pub(crate) mod values;

use clap::{Parser, Subcommand};

use account::{AccountCommand, CategoryCommand};
use attachment::{Attach, AttachmentCommand};
use backup::Backup;
use budget::BudgetCommand;
use config::{Completions, ConfigCommand, Help, Man};
use export::{Doctor, Export, RestoreJson};
use global::Globals;
use goal::GoalCommand;
use history::{History, Steps};
use import::{Import, ProfileCommand, Reconcile};
use label::{PayeeCommand, TagCommand};
use ledger::{AgentServe, Demo, Init, Passwd, Unlock};
use money::{CurrencyCommand, PriceCommand};
use remote::RemoteCommand;
use report::ReportCommand;
use review::Review;
use rule::RuleCommand;
use schedule::ScheduleCommand;
use server::{Login, Logout, SettingsCommand};
use sync::SyncCommand;
use transaction::{Add, Bulk, Edit, List, Remove, Show, Transfer};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "luka",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true
)]
#[command(disable_version_flag = true, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) globals: Globals,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Demo(Demo),
    Unlock(Unlock),
    Lock,
    Passwd(Passwd),

    Add(Add),
    Transfer(Transfer),
    List(List),
    Show(Show),
    Edit(Edit),
    Rm(Remove),
    Bulk(Bulk),
    Attach(Attach),
    #[command(subcommand)]
    Attachment(AttachmentCommand),
    Undo(Steps),
    Redo(Steps),
    History(History),

    #[command(subcommand)]
    Account(AccountCommand),
    #[command(subcommand)]
    Category(CategoryCommand),
    #[command(subcommand)]
    Payee(PayeeCommand),
    #[command(subcommand)]
    Tag(TagCommand),
    #[command(subcommand)]
    Goal(GoalCommand),
    #[command(subcommand)]
    Budget(BudgetCommand),
    #[command(subcommand)]
    Schedule(ScheduleCommand),
    #[command(subcommand)]
    Rule(RuleCommand),
    #[command(subcommand)]
    Currency(CurrencyCommand),
    #[command(subcommand)]
    Price(PriceCommand),

    Import(Import),
    #[command(subcommand)]
    Profile(ProfileCommand),
    Review(Review),
    Reconcile(Reconcile),
    #[command(subcommand)]
    Report(ReportCommand),

    #[command(subcommand)]
    Remote(RemoteCommand),
    Backup(Backup),
    #[command(subcommand)]
    Sync(SyncCommand),

    Login(Login),
    Logout(Logout),
    Whoami,
    #[command(subcommand)]
    Settings(SettingsCommand),

    Export(Export),
    RestoreJson(RestoreJson),
    Doctor(Doctor),

    #[command(subcommand)]
    Config(ConfigCommand),
    Completions(Completions),
    Man(Man),
    Help(Help),
    /// The page about keys, for the guide.
    #[command(hide = true)]
    Keys,
    #[command(hide = true)]
    AgentServe(AgentServe),
    /// What a PDF says, for another process of this program.
    #[command(hide = true)]
    ReadDocument,
}

#[cfg(test)]
mod tests;
