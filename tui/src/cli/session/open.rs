//! Opening the ledger: whose key it is, and who has it.
//!
//! What a script was given (file, command, variable) is tried first, then the key agent, then the
//! person at the terminal, three times.

use ops::Book;
use ops::doctor::Patient;
use ops::session::{LedgerKey, Locked, Passphrase, RecoveryCode};

use super::secret::{PASSPHRASE, RECOVERY_CODE, Sources, read_secret};
use super::{Session, connect, device_id};
use crate::cli::ask;
use crate::cli::error::{Failure, Kind, OrExplain as _, ask_failure};
use crate::cli::output::Bar;
use crate::i18n::{Texts, text};

/// How often a person may mistype a secret.
pub(super) const TRIES: usize = 3;

/// Opens the ledger for a command.
pub(crate) fn open_book(session: &Session) -> Result<Book, Failure> {
    let texts = &session.texts;
    let locked = Locked::find(session.ledger()).or_explain(texts)?;
    let key = key(session, &locked)?;
    let device = device_id(&session.places.device_file(), texts)?;
    let ledger = locked.open(&key, device).or_explain(texts)?;
    if ledger.lacks_head().or_explain(texts)? {
        session.say(&texts.get("say-no-head"));
    }
    let mut book = Book::new(ledger, session.clock());
    if session.can_see_progress() {
        let bar = Bar::new(texts.language(), Session::speaks_utf8());
        book.tell(Box::new(bar));
    }
    Ok(book)
}

/// Opens the ledger for the doctor, who reports what others refuse.
pub(crate) fn open_patient(session: &Session) -> Result<Patient, Failure> {
    let texts = &session.texts;
    let locked = match Locked::find_to_examine(session.ledger()) {
        Ok(locked) => locked,
        Err(error) => return Patient::without_keys(session.ledger(), error).or_explain(texts),
    };
    let key = key(session, &locked)?;
    let device = device_id(&session.places.device_file(), texts)?;
    locked.open_to_examine(&key, device).or_explain(texts)
}

/// The key of a ledger, from wherever it can be had.
pub(crate) fn key(session: &Session, locked: &Locked) -> Result<LedgerKey, Failure> {
    if let Some(key) = key_by_source(session, locked, Secret::Passphrase)? {
        return Ok(key);
    }
    match key_of_agent(session, locked) {
        Ok(Some(key)) => return Ok(key),
        Ok(None) => {}
        Err(failure) if ask::can_ask() => session.say(&failure.message),
        Err(failure) => return Err(failure),
    }
    key_by_terminal(session, locked, Secret::Passphrase)
}

/// The key as far as it can be had without asking anybody.
pub(crate) fn key_without_asking(
    session: &Session,
    locked: &Locked,
) -> Result<Option<LedgerKey>, Failure> {
    if let Some(key) = key_by_source(session, locked, Secret::Passphrase)? {
        return Ok(Some(key));
    }
    // An agent that can't answer is no reason not to ask for the passphrase.
    Ok(key_of_agent(session, locked).unwrap_or(None))
}

/// Which secret opens the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Secret {
    /// What a person remembers.
    Passphrase,
    /// What a person keeps on paper.
    RecoveryCode,
}

impl Secret {
    /// The one that a flag `--recovery` asks for.
    pub(crate) const fn of_flag(recovery: bool) -> Self {
        if recovery {
            Self::RecoveryCode
        } else {
            Self::Passphrase
        }
    }

    pub(super) const fn sources(self) -> Sources {
        match self {
            Self::Passphrase => PASSPHRASE,
            Self::RecoveryCode => RECOVERY_CODE,
        }
    }

    pub(super) const fn question(self) -> &'static str {
        match self {
            Self::Passphrase => "ask-passphrase",
            Self::RecoveryCode => "ask-recovery-code",
        }
    }
}

/// The key by one secret, never from the agent: for those who must prove that they know it.
pub(crate) fn key_by_secret(
    session: &Session,
    locked: &Locked,
    secret: Secret,
) -> Result<LedgerKey, Failure> {
    match key_by_source(session, locked, secret)? {
        Some(key) => Ok(key),
        None => key_by_terminal(session, locked, secret),
    }
}

fn key_by_source(
    session: &Session,
    locked: &Locked,
    secret: Secret,
) -> Result<Option<LedgerKey>, Failure> {
    let Some(mut given) = read_secret(secret.sources(), &session.texts)? else {
        return Ok(None);
    };
    unlock(session, locked, secret, std::mem::take(&mut given)).map(Some)
}

fn key_by_terminal(
    session: &Session,
    locked: &Locked,
    secret: Secret,
) -> Result<LedgerKey, Failure> {
    let texts = &session.texts;
    if !ask::can_ask() {
        return Err(no_terminal(secret, texts));
    }
    let mut tries = 0;
    loop {
        tries += 1;
        let mut typed = ask::secret(&texts.get(secret.question()))
            .map_err(|error| ask_failure(texts, &error))?;
        match unlock(session, locked, secret, std::mem::take(&mut typed)) {
            Err(failure) if tries < TRIES && failure.kind != Kind::Integrity => {
                session.say(&failure.message);
            }
            outcome => return outcome,
        }
    }
}

/// There is nobody to ask for a secret.
pub(super) fn no_terminal(secret: Secret, texts: &Texts) -> Failure {
    let name = secret.sources().variable();
    Failure::new(Kind::Locked, texts.get("error-no-terminal")).hint(text!(
        texts,
        "hint-secret-source",
        name = name
    ))
}

fn unlock(
    session: &Session,
    locked: &Locked,
    secret: Secret,
    typed: String,
) -> Result<LedgerKey, Failure> {
    let texts = &session.texts;
    match secret {
        Secret::Passphrase => locked
            .key_from_passphrase(&Passphrase::new(typed))
            .or_explain(texts),
        Secret::RecoveryCode => {
            let typed = zeroize::Zeroizing::new(typed);
            let code = RecoveryCode::parse(&typed).or_explain(texts)?;
            locked.key_from_recovery_code(&code).or_explain(texts)
        }
    }
}

/// The key that the agent holds; one that isn't this ledger's counts as none.
fn key_of_agent(session: &Session, locked: &Locked) -> Result<Option<LedgerKey>, Failure> {
    let texts = &session.texts;
    let Some(mut agent) = connect(session)? else {
        return Ok(None);
    };
    let key = agent
        .request_key(locked.keys().ledger_id())
        .or_explain(texts)?;
    Ok(key.filter(|key| locked.keys().fits(key)))
}
