//! `luka remote add`: a new place for versions, looked at before it is written down.
//!
//! On a machine with a ledger the backup key is made here, or taken from the remote when that keeps
//! this ledger already. On a machine without one (a new laptop) the remote is written down all the
//! same, so that a version can be restored from it.

use backup::{Definition, Home, HomeError, Remote, RemoteName, ledgers_at};
use ops::backup::{EstablishError, establish};
use ops::session::Locked;
use serde_json::json;

use super::{RemoteRow, gdrive};
use crate::cli::args::remote::{AddRemote, Place};
use crate::cli::commands::backup::home;
use crate::cli::error::{Explain as _, Failure, OrExplain as _};
use crate::cli::session::{Session, key};
use crate::i18n::text;
use crate::remotes;

/// Adds a remote.
pub(super) fn run(session: &Session, args: &AddRemote) -> Result<(), Failure> {
    let texts = &session.texts;
    let home = home(session);
    let name: RemoteName = args.name.parse().or_explain(texts)?;
    remotes::refuse_reserved(&name).or_explain(texts)?;
    match &args.place {
        Place::Folder { path } => {
            let definition = remotes::new_folder(path).or_explain(texts)?;
            let known = refuse_taken(session, &home, &name, &definition)?;
            let directory = home.remote_dir(&name);
            let mut folder = remotes::of(&definition, directory).or_explain(texts)?;
            keep(session, &home, &name, known, &definition, folder.as_mut())
        }
        Place::Gdrive(args) => {
            let drive = gdrive::definition(session, args)?;
            let definition = Definition::Gdrive(drive.clone());
            let known = refuse_taken(session, &home, &name, &definition)?;
            let mut half = gdrive::Half::begin(home.remote_dir(&name), known);
            let mut remote = gdrive::set_up(session, args, &drive, half.path())?;
            keep(session, &home, &name, known, &definition, &mut remote)?;
            half.is_whole();
            Ok(())
        }
    }
}

/// Looks at the remote, sees to the backup key, and writes the remote down.
fn keep(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    known: bool,
    definition: &Definition,
    remote: &mut dyn Remote,
) -> Result<(), Failure> {
    let texts = &session.texts;
    remote.prepare().or_explain(texts)?;
    let holds_backups = if session.ledger().holds_ledger() {
        prepare_key(session, home, remote)?;
        true
    } else {
        !ledgers_at(remote).or_explain(texts)?.is_empty()
    };
    if !known {
        home.add(name, definition).or_explain(texts)?;
    }
    tell(session, home, name, holds_backups)
}

/// The same remote once more is no mistake: it may lack the backup key, or its permission ended.
/// Another one of its name is.
fn refuse_taken(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    definition: &Definition,
) -> Result<bool, Failure> {
    let texts = &session.texts;
    match home.definition(name) {
        Err(HomeError::NoRemote { .. }) => Ok(false),
        Err(error) => Err(error.explain(texts)),
        Ok(there) => {
            let lacks_key = home.keys().or_explain(texts)?.is_none();
            let can_end = matches!(definition, Definition::Gdrive(_));
            if there == *definition && (lacks_key || can_end) {
                return Ok(true);
            }
            Err(HomeError::NameTaken { name: name.clone() }.explain(texts))
        }
    }
}

/// What stopped the key from being made: the remote, or the person.
enum Stopped {
    Establish(EstablishError),
    Unlock(Failure),
}

impl From<EstablishError> for Stopped {
    fn from(error: EstablishError) -> Self {
        Self::Establish(error)
    }
}

fn prepare_key(session: &Session, home: &Home, remote: &mut dyn Remote) -> Result<(), Failure> {
    let texts = &session.texts;
    let locked = Locked::find(session.ledger()).or_explain(texts)?;
    let unlock = || key(session, &locked).map_err(Stopped::Unlock);
    match establish(home, remote, locked.keys(), unlock) {
        Ok(_) => Ok(()),
        Err(Stopped::Establish(error)) => Err(error.explain(texts)),
        Err(Stopped::Unlock(failure)) => Err(failure),
    }
}

fn tell(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    holds_backups: bool,
) -> Result<(), Failure> {
    let texts = &session.texts;
    let row = RemoteRow::of(session, home, name)?;
    if session.format()?.is_json() {
        return session.document(&json!({ "remote": row }));
    }
    let (name, place) = (row.name, row.place);
    session.say(&text!(
        texts,
        "say-remote-added",
        name = name,
        place = place
    ));
    if !session.ledger().holds_ledger() {
        let next = if holds_backups {
            "say-remote-restore"
        } else {
            "say-remote-empty"
        };
        session.say(&texts.get(next));
    }
    Ok(())
}
