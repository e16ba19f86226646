//! `luka passwd`: wraps the ledger's key under a new passphrase.
//!
//! Whoever changes it must know the old one, or hold the recovery code; that the agent is unlocked
//! is not enough.

use ops::session::Locked;
use serde_json::json;

use crate::cli::args::ledger::Passwd;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::{NEW_PASSPHRASE, Secret, Session, key_by_secret, new_passphrase};

/// Changes the passphrase.
pub(crate) fn run(session: &Session, args: &Passwd) -> Result<(), Failure> {
    let texts = &session.texts;
    let mut locked = Locked::find(session.ledger()).or_explain(texts)?;
    let key = key_by_secret(session, &locked, Secret::of_flag(args.recovery))?;
    let new = new_passphrase(session, NEW_PASSPHRASE)?;
    locked.change_passphrase(&key, &new).or_explain(texts)?;
    if session.format()?.is_json() {
        return session.document(&json!({ "changed": true }));
    }
    session.say(&texts.get("say-passphrase-changed"));
    Ok(())
}
