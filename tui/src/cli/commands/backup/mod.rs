//! Versions of the ledger: `luka backup` and what belongs to it.
//!
//! Nothing here opens the live ledger: images are taken by locks that a process loses when it has
//! the file open through SQLite as well. Making versions asks nobody for anything; only a machine
//! that has no backup key yet, and proving, need a secret.

mod find;
mod list;
mod make;
mod prove;
mod prune;
mod restore;
mod sites;
mod status;
mod trouble;
mod verify;

use crate::cli::args::backup::{Backup, BackupCommand};
use crate::cli::error::{Failure, Kind};
use crate::cli::session::Session;

pub(super) use sites::{healths, home, named};
pub(super) use trouble::told;

/// Does what was asked.
pub(super) fn run(session: &Session, args: &Backup) -> Result<(), Failure> {
    let remote = args.remote.as_deref();
    match (&args.command, remote) {
        (None, remote) => make::run(session, remote),
        (Some(_), Some(remote)) => Err(two_commands(session, remote)),
        (Some(BackupCommand::List(args)), None) => list::run(session, args),
        (Some(BackupCommand::Status { remote }), None) => status::run(session, remote.as_deref()),
        (Some(BackupCommand::Verify(args)), None) => verify::run(session, args),
        (Some(BackupCommand::Restore(args)), None) => restore::run(session, args),
        (Some(BackupCommand::Prune(args)), None) => prune::run(session, args),
    }
}

/// `luka backup usb list`: which of the two is meant?
fn two_commands(session: &Session, remote: &str) -> Failure {
    let texts = &session.texts;
    let message = crate::i18n::text!(texts, "usage-unknown", argument = remote);
    let hint = crate::i18n::text!(texts, "hint-help", command = "luka backup");
    Failure::new(Kind::Usage, message).hint(hint)
}
