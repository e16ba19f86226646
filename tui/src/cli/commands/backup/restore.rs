//! `luka backup restore`: a version becomes a ledger again, beside one that is there or in its place.
//!
//! Restoring needs no key of the ledger: what comes out is encrypted as it was. A machine without a
//! backup key gets it from the repository, by the passphrase or the recovery code.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use backup::{Home, ObjectName, Placed, RemoteName, Site, Version, parent_of, place};
use chrono::{DateTime, Utc};
use ops::session::KeyFile;
use serde::Serialize;
use serde_json::json;

use super::find::find;
use super::sites::{Opened, chosen, home, open};
use super::trouble::{Troubles, told};
use crate::cli::Scratch;
use crate::cli::args::backup::Restore;
use crate::cli::error::{Failure, Kind, OrExplain as _, read_failure};
use crate::cli::output::Transfer;
use crate::cli::session::{Secret, Session, shown};
use crate::i18n::text;
use crate::present;
use crate::present::short_id;

/// The version that was asked for, at its remote.
struct Wanted {
    opened: Opened,
    name: ObjectName,
}

/// What was restored.
#[derive(Serialize)]
struct Restored {
    id: String,
    remote: String,
    created_at: Option<DateTime<Utc>>,
    to: PathBuf,
    replaced: Option<PathBuf>,
    opens_with_current_passphrase: Option<bool>,
}

/// Restores.
pub(super) fn run(session: &Session, args: &Restore) -> Result<(), Failure> {
    let texts = &session.texts;
    let home = home(session);
    let names = chosen(session, &home, args.remote.as_deref())?;
    let to = target(session, args)?;
    let Wanted { opened, name } = wanted(session, &home, &names, args)?;
    let Opened { mut site, secret } = opened;
    let remote = site.name().clone();
    let progress = Transfer::new(session.can_see_progress(), texts.language());
    let work = workplace(session, &to)?;
    let rebuilt = site
        .rebuild(&name, work.path(), &progress)
        .or_explain(texts)
        .map_err(|failure| told(&remote, failure))?;
    drop((progress, site));
    let opens = opens_as_now(session, rebuilt.path(), secret.as_ref());
    let placed = place(rebuilt, &to, args.force, session.now()).or_explain(texts)?;
    let restored = Restored {
        id: name.id_text().to_owned(),
        remote: remote.to_string(),
        created_at: name.stamp().map(|stamp| stamp.created_at),
        to: placed.directory.clone(),
        replaced: placed.replaced.clone(),
        opens_with_current_passphrase: opens,
    };
    tell(session, &restored, &placed)
}

/// A folder beside the place where the ledger goes, so that putting it there is a rename; whatever
/// ends the command, nothing is left of it.
fn workplace(session: &Session, to: &Path) -> Result<Scratch, Failure> {
    let parent = parent_of(to);
    let made = DirBuilder::new().recursive(true).mode(0o700).create(parent);
    made.and_then(|()| Scratch::inside(parent))
        .map_err(|error| read_failure(&session.texts, parent, &error))
}

/// Where the ledger goes; the usual place only when there is none.
fn target(session: &Session, args: &Restore) -> Result<PathBuf, Failure> {
    let texts = &session.texts;
    let ledger = session.ledger();
    let to = args.to.as_deref().unwrap_or(ledger.path());
    let to = std::path::absolute(to).unwrap_or_else(|_| to.to_path_buf());
    let there = ops::session::LedgerDir::new(&to).holds_ledger();
    if there && !args.force {
        let message = text!(texts, "error-ledger-exists", path = shown(&to));
        return Err(Failure::new(Kind::Conflict, message).hint(texts.get("hint-restore-elsewhere")));
    }
    Ok(to)
}

/// Looks for the version at each remote: the one with the id, else the newest of all.
fn wanted(
    session: &Session,
    home: &Home,
    names: &[RemoteName],
    args: &Restore,
) -> Result<Wanted, Failure> {
    let texts = &session.texts;
    let mut troubles = Troubles::default();
    let mut sites: Vec<Opened> = Vec::new();
    let mut found: Vec<(usize, ObjectName, Option<DateTime<Utc>>)> = Vec::new();
    for name in names {
        match look(session, home, name, args) {
            Ok((opened, versions, others)) => {
                let place = sites.len();
                sites.push(opened);
                let whole = versions.into_iter();
                found.extend(whole.map(|one| (place, one.name, Some(one.created_at))));
                found.extend(others.into_iter().map(|name| (place, name, None)));
            }
            Err(failure) => troubles.at(name, failure)?,
        }
    }
    let place = match &args.id {
        Some(typed) => find(session, typed, found.iter().map(|(_, name, _)| name)),
        None => newest(&found).ok_or_else(|| {
            Failure::new(Kind::NotFound, texts.get("error-no-backups"))
                .hint(texts.get("hint-no-backups"))
        }),
    };
    let place = match place {
        Ok(place) => place,
        Err(failure) => {
            // A remote that did not answer may be the one that has it.
            troubles.end()?;
            return Err(failure);
        }
    };
    if let Err(failure) = troubles.end() {
        session.say(&failure.message);
    }
    let (site, name, _) = found.swap_remove(place);
    Ok(Wanted {
        opened: sites.swap_remove(site),
        name,
    })
}

fn newest(found: &[(usize, ObjectName, Option<DateTime<Utc>>)]) -> Option<usize> {
    let whole = found.iter().enumerate();
    let whole = whole.filter_map(|(place, (_, name, made))| Some((made.as_ref()?, name, place)));
    whole.max().map(|(_, _, place)| place)
}

/// The versions of a remote: those that are whole, and those that are not.
type Look = (Opened, Vec<Version>, Vec<ObjectName>);

fn look(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    args: &Restore,
) -> Result<Look, Failure> {
    let mut opened = open(session, home, name, Secret::of_flag(args.recovery))?;
    let site: &mut Site = &mut opened.site;
    let catalog = site
        .catalog(&Transfer::hidden())
        .or_explain(&session.texts)?;
    let _ = super::list::warn(session, name, &catalog);
    let others = catalog.lost.into_iter().chain(catalog.damaged).collect();
    Ok((opened, catalog.versions, others))
}

/// Whether it opens with what opens the ledger here, or what was just given; unknown without either.
fn opens_as_now(
    session: &Session,
    rebuilt: &Path,
    secret: Option<&backup::Secret>,
) -> Option<bool> {
    let slots = std::fs::read(rebuilt.join("keys.json")).ok()?;
    if let Ok(current) = std::fs::read(session.ledger().keys()) {
        return Some(current == slots);
    }
    let slots = KeyFile::from_json(&slots).ok()?;
    match secret? {
        backup::Secret::Passphrase(passphrase) => {
            Some(slots.unlock_with_passphrase(passphrase).is_ok())
        }
        backup::Secret::Recovery(_) => None,
    }
}

fn tell(session: &Session, restored: &Restored, placed: &Placed) -> Result<(), Failure> {
    let texts = &session.texts;
    if session.format()?.is_json() {
        return session.document(&json!({ "restored": restored }));
    }
    let made = restored.created_at.map(present::moment).unwrap_or_default();
    let id = short_id(&restored.id);
    session.say(&text!(
        texts,
        "say-version-restored",
        id = id,
        made = made.clone(),
        path = shown(&placed.directory)
    ));
    if let Some(replaced) = &placed.replaced {
        let path = shown(replaced);
        session.say(&text!(texts, "say-ledger-replaced", path = path));
    }
    if restored.opens_with_current_passphrase == Some(false) {
        session.say(&text!(texts, "say-passphrase-of", made = made));
    }
    if placed.directory == session.ledger().path() {
        session.say(&texts.get("say-open-here"));
    } else {
        let path = shown(&placed.directory);
        session.say(&text!(texts, "say-open-there", path = path));
    }
    Ok(())
}
