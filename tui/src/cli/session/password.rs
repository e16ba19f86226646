//! The password of an account at the account server. It opens no ledger, and is kept nowhere.

use api::Secret;

use super::Session;
use super::secret::{Sources, read_secret};
use crate::cli::ask;
use crate::cli::error::{Failure, Kind, ask_failure};
use crate::i18n::text;

/// Where it comes from, if not from the terminal.
const SOURCES: Sources = Sources::new(
    "LUKA_ACCOUNT_PASSWORD_FILE",
    "LUKA_ACCOUNT_PASSWORD_COMMAND",
    "LUKA_ACCOUNT_PASSWORD",
);

/// What it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Password {
    /// An account that there is.
    Known,
    /// One that is being made: it is asked for twice.
    New,
}

/// The password for an e-mail address: from its sources, else asked for.
pub(crate) fn password(session: &Session, email: &str, which: Password) -> Result<Secret, Failure> {
    let texts = &session.texts;
    if let Some(mut given) = read_secret(SOURCES, texts)? {
        return Ok(Secret::from(std::mem::take(&mut *given)));
    }
    if !ask::can_ask() {
        let name = SOURCES.variable();
        return Err(
            Failure::new(Kind::Locked, texts.get("error-no-password")).hint(text!(
                texts,
                "hint-no-password",
                name = name
            )),
        );
    }
    let ask = |question: &str| ask::secret(question).map_err(|error| ask_failure(texts, &error));
    let question = text!(texts, "ask-password", email = email);
    loop {
        let mut first = ask(&question)?;
        if which == Password::Known || *ask(&texts.get("ask-new-passphrase-again"))? == *first {
            return Ok(Secret::from(std::mem::take(&mut *first)));
        }
        session.say(&texts.get("say-passphrases-differ"));
    }
}
