//! The commands, one file each: a few lines that call one verb of `ops` and write what came of it.

pub(crate) mod agent_serve;
mod attachment;
mod backup;
mod completions;
mod config;
mod demo;
pub(crate) mod doctor;
mod export;
pub(super) mod file;
mod help;
mod history;
mod import;
mod init;
mod keys;
mod lock;
mod login;
mod logout;
mod man;
mod names;
mod passwd;
mod plans;
mod profile;
mod remote;
mod report;
mod restore_json;
mod review;
mod settings;
mod sync;
mod transaction;
mod unlock;
mod whoami;

use super::args::Command;
use super::document::read_document;
use super::error::Failure;
use super::session::Session;
use crate::runtime;

/// Runs a command.
pub(crate) fn dispatch(session: &Session, command: Option<Command>) -> Result<(), Failure> {
    match command {
        None if session.has_screen() => runtime::run(session, &runtime::Start::Own),
        None => help::run(session, &[]),
        Some(Command::Init(args)) => init::run(session, &args),
        Some(Command::Unlock(args)) => unlock::run(session, &args),
        Some(Command::Lock) => lock::run(session),
        Some(Command::Passwd(args)) => passwd::run(session, &args),
        Some(Command::Config(command)) => config::run(session, command),
        Some(Command::Completions(args)) => completions::run(session, &args),
        Some(Command::Man(args)) => man::run(session, &args),
        Some(Command::Keys) => keys::run(session),
        Some(Command::Help(args)) => help::run(session, &args.command),
        Some(Command::Report(command)) => report::run(session, &command),
        Some(Command::Demo(args)) => demo::run(session, &args),
        Some(Command::Add(args)) => transaction::add::run(session, args),
        Some(Command::Transfer(args)) => transaction::transfer::run(session, args),
        Some(Command::List(args)) => transaction::list::run(session, &args),
        Some(Command::Show(args)) => transaction::show::run(session, &args),
        Some(Command::Edit(args)) => transaction::edit::run(session, args),
        Some(Command::Rm(args)) => transaction::remove::run(session, args),
        Some(Command::Bulk(args)) => transaction::bulk::run(session, &args),
        Some(Command::Reconcile(args)) => transaction::reconcile::run(session, &args),
        Some(Command::Attach(args)) => attachment::attach(session, &args),
        Some(Command::Attachment(command)) => attachment::run(session, &command),
        Some(Command::Undo(args)) => history::undo(session, &args),
        Some(Command::Redo(args)) => history::redo(session, &args),
        Some(Command::History(args)) => history::run(session, &args),
        Some(Command::Doctor(_)) => doctor::run(session),
        Some(Command::Account(command)) => names::account::run(session, &command),
        Some(Command::Category(command)) => names::category::run(session, &command),
        Some(Command::Payee(command)) => names::payee::run(session, &command),
        Some(Command::Tag(command)) => names::tag::run(session, &command),
        Some(Command::Goal(command)) => names::goal::run(session, &command),
        Some(Command::Budget(command)) => plans::budget::run(session, &command),
        Some(Command::Schedule(command)) => plans::schedule::run(session, command),
        Some(Command::Rule(command)) => plans::rule::run(session, command),
        Some(Command::Currency(command)) => names::currency::run(session, &command),
        Some(Command::Price(command)) => names::price::run(session, &command),
        Some(Command::Import(args)) => import::run(session, &args),
        Some(Command::Review(args)) => review::run(session, args),
        Some(Command::Remote(command)) => remote::run(session, &command),
        Some(Command::Backup(args)) => backup::run(session, &args),
        Some(Command::Profile(command)) => profile::run(session, &command),
        Some(Command::Sync(command)) => sync::run(session, command),
        Some(Command::Login(args)) => login::run(session, &args),
        Some(Command::Logout(args)) => logout::run(session, args),
        Some(Command::Whoami) => whoami::run(session),
        Some(Command::Settings(command)) => settings::run(session, command),
        Some(Command::Export(args)) => export::run(session, &args),
        Some(Command::RestoreJson(args)) => restore_json::run(session, &args),
        Some(Command::AgentServe(args)) => agent_serve::run(&args, &session.texts),
        Some(Command::ReadDocument) => read_document(&session.texts),
    }
}
