//! `luka unlock`: hands the ledger's key to the key agent, for a while.

use std::time::Duration;

use ops::session::Locked;
use serde_json::json;

use crate::cli::args::ledger::Unlock;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::{Session, key, start_agent};
use crate::i18n::text;
use crate::present;

/// A working day.
const USUAL: Duration = Duration::from_hours(8);

/// Unlocks the ledger.
pub(crate) fn run(session: &Session, args: &Unlock) -> Result<(), Failure> {
    let texts = &session.texts;
    let locked = Locked::find(session.ledger()).or_explain(texts)?;
    let ttl = args
        .ttl
        .or(session.config.config().agent_ttl)
        .unwrap_or(USUAL);
    let key = key(session, &locked)?;
    let mut agent = start_agent(session)?;
    agent
        .hold(locked.keys().ledger_id(), &key, ttl)
        .or_explain(texts)?;
    if !agent.status().or_explain(texts)?.memory_locked {
        session.note(&texts.get("say-memory-not-locked"));
    }
    if session.format()?.is_json() {
        return session.document(&json!({ "unlocked": true, "seconds": ttl.as_secs() }));
    }
    session.say(&text!(
        texts,
        "say-unlocked",
        time = present::span(ttl, texts)
    ));
    Ok(())
}
