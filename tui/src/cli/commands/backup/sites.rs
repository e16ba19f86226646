//! The remotes of the ledger at hand, held by this process, with the backup key.

use std::time::Duration;

use backup::{Definition, Home, Keys, RemoteName, Site};
use ops::backup::EstablishError;
use ops::session::KeyFile;

use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _, did_you_mean};
use crate::cli::session::{Secret, Session, unlock_repository};
use crate::health::Health;
use crate::i18n::text;
use crate::remotes;

/// How long another backup to the same remote is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the ledger's directory keeps for backups.
pub(in crate::cli::commands) fn home(session: &Session) -> Home {
    Home::of(session.ledger().path())
}

/// How one remote is.
pub(super) fn health(session: &Session, home: &Home, name: RemoteName) -> Result<Health, Failure> {
    let limit = session.config.config().max_age();
    Health::of(home, name, session.now(), limit).or_explain(&session.texts)
}

/// How all remotes of the ledger at hand are.
pub(in crate::cli::commands) fn healths(session: &Session) -> Result<Vec<Health>, Failure> {
    let home = home(session);
    let names = home.remotes().or_explain(&session.texts)?;
    let each = names.into_iter().map(|name| health(session, &home, name));
    each.collect()
}

/// The remote of this name.
pub(in crate::cli::commands) fn named(
    session: &Session,
    home: &Home,
    typed: &str,
) -> Result<RemoteName, Failure> {
    let texts = &session.texts;
    let name: RemoteName = typed.parse().or_explain(texts)?;
    home.definition(&name).map_err(|error| {
        let failure = error.explain(texts);
        let known = home.remotes().unwrap_or_default();
        let near = domain::text::suggest(typed, known.iter().map(RemoteName::as_str));
        match failure.kind {
            Kind::NotFound => failure.maybe_hint(did_you_mean(texts, &near)),
            _ => failure,
        }
    })?;
    Ok(name)
}

/// The remote that was named, else all of them; none at all is a failure.
pub(super) fn chosen(
    session: &Session,
    home: &Home,
    typed: Option<&str>,
) -> Result<Vec<RemoteName>, Failure> {
    let texts = &session.texts;
    if let Some(typed) = typed {
        return Ok(vec![named(session, home, typed)?]);
    }
    let all = home.remotes().or_explain(texts)?;
    if all.is_empty() {
        return Err(Failure::new(Kind::NotFound, texts.get("error-no-remotes"))
            .hint(texts.get("hint-remote-add")));
    }
    Ok(all)
}

/// Takes hold of a remote.
pub(super) fn hold(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    keys: Keys,
) -> Result<Site, Failure> {
    let texts = &session.texts;
    let remote = remotes::open(home, name).or_explain(texts)?;
    Site::open(home, name, remote, keys, PATIENCE).or_explain(texts)
}

/// A remote that is held, and the secret that opened it if one was needed.
pub(super) struct Opened {
    pub(super) site: Site,
    pub(super) secret: Option<backup::Secret>,
}

/// Takes hold of a remote, on a machine without a backup key by a secret.
pub(super) fn open(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    by: Secret,
) -> Result<Opened, Failure> {
    let texts = &session.texts;
    if let Some(keys) = home.keys().or_explain(texts)? {
        let site = hold(session, home, name, keys)?;
        return Ok(Opened { site, secret: None });
    }
    let mut remote = remotes::open(home, name).or_explain(texts)?;
    let unlocked = unlock_repository(session, remote.as_mut(), by)?;
    let ledger = session.ledger();
    if ledger.holds_ledger() {
        let own = KeyFile::load(&ledger.keys()).or_explain(texts)?;
        if own.ledger_id() != unlocked.keys.ledger_id() {
            return Err(EstablishError::AnotherLedger.explain(texts));
        }
    }
    home.adopt(&unlocked.keys).or_explain(texts)?;
    let site = hold(session, home, name, unlocked.keys)?;
    Ok(Opened {
        site,
        secret: Some(unlocked.secret),
    })
}

/// Without a backup key nothing can be made: it takes the ledger's key once.
pub(super) fn no_key(session: &Session, home: &Home, name: &RemoteName) -> Failure {
    let texts = &session.texts;
    let failure = Failure::new(Kind::Failed, texts.get("error-no-backup-key"));
    let Ok(definition) = home.definition(name) else {
        return failure;
    };
    let place = match &definition {
        Definition::Folder { path } => format!("folder {}", path.display()),
        Definition::Gdrive(drive) => format!("gdrive --folder {}", drive.folder),
    };
    failure.hint(text!(
        texts,
        "hint-remote-again",
        name = name.as_str(),
        place = place
    ))
}
