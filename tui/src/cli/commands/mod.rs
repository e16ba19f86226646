//! The commands, one file each: a few lines that call one verb of `ops` and write what came of it.

pub(crate) mod agent_serve;
mod completions;
mod config;
mod help;
mod init;
mod lock;
mod man;
mod passwd;
mod report;
mod unlock;

use super::args::Command;
use super::error::{Failure, Kind};
use super::session::Session;

/// Runs a command.
pub(crate) fn dispatch(session: &Session, command: Option<Command>) -> Result<(), Failure> {
    match command {
        None => help::run(session, &[]),
        Some(Command::Init(args)) => init::run(session, &args),
        Some(Command::Unlock(args)) => unlock::run(session, &args),
        Some(Command::Lock) => lock::run(session),
        Some(Command::Passwd(args)) => passwd::run(session, &args),
        Some(Command::Config(command)) => config::run(session, command),
        Some(Command::Completions(args)) => completions::run(session, &args),
        Some(Command::Man(args)) => man::run(session, &args),
        Some(Command::Help(args)) => help::run(session, &args.command),
        Some(Command::Report(command)) => report::run(session, &command),
        Some(_) => Err(Failure::new(
            Kind::Failed,
            session.texts.get("error-not-yet"),
        )),
    }
}
