//! `luka lock`: the key agent wipes every key that it holds, and ends.

use serde_json::json;

use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::{Session, connect};

/// Locks every ledger that was unlocked; to lock what is locked is no error.
pub(crate) fn run(session: &Session) -> Result<(), Failure> {
    if let Some(mut agent) = connect(session)? {
        agent.forget(None).or_explain(&session.texts)?;
    }
    if session.format()?.is_json() {
        return session.document(&json!({ "locked": true }));
    }
    session.say(&session.texts.get("say-locked"));
    Ok(())
}
