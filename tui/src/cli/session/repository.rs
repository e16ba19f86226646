//! Opening a repository on a machine that has no backup key yet: by the passphrase or the recovery
//! code, from the same sources as for a ledger.

use backup::{Keys, Remote, UnlockRepositoryError, unlock};
use ops::session::{Passphrase, RecoveryCode};
use zeroize::Zeroizing;

use super::Session;
use super::open::{Secret, TRIES, no_terminal};
use super::secret::read_secret;
use crate::cli::ask;
use crate::cli::error::{Explain as _, Failure, OrExplain as _, ask_failure};

/// The backup key out of a repository, and what opened it.
pub(crate) struct Unlocked {
    pub(crate) keys: Keys,
    pub(crate) secret: backup::Secret,
}

/// Opens a repository.
pub(crate) fn unlock_repository(
    session: &Session,
    remote: &mut dyn Remote,
    by: Secret,
) -> Result<Unlocked, Failure> {
    let texts = &session.texts;
    if let Some(given) = read_secret(by.sources(), texts)? {
        let secret = secret_of(session, by, given)?;
        let keys = unlock(remote, &secret).or_explain(texts)?;
        return Ok(Unlocked { keys, secret });
    }
    if !ask::can_ask() {
        return Err(no_terminal(by, texts));
    }
    let mut tries = 0;
    loop {
        tries += 1;
        let typed =
            ask::secret(&texts.get(by.question())).map_err(|error| ask_failure(texts, &error))?;
        let refused = match secret_of(session, by, typed) {
            Err(mistyped) => mistyped,
            Ok(secret) => match unlock(remote, &secret) {
                Ok(keys) => return Ok(Unlocked { keys, secret }),
                Err(error @ UnlockRepositoryError::Secret(_)) => error.explain(texts),
                Err(error) => return Err(error.explain(texts)),
            },
        };
        if tries == TRIES {
            return Err(refused);
        }
        session.say(&refused.message);
    }
}

fn secret_of(
    session: &Session,
    by: Secret,
    mut typed: Zeroizing<String>,
) -> Result<backup::Secret, Failure> {
    match by {
        Secret::Passphrase => Ok(backup::Secret::Passphrase(Passphrase::new(std::mem::take(
            &mut typed,
        )))),
        Secret::RecoveryCode => RecoveryCode::parse(&typed)
            .map(backup::Secret::Recovery)
            .or_explain(&session.texts),
    }
}
