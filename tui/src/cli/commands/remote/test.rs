//! `luka remote test`: asks a remote whether it can be written and read now.

use serde_json::json;

use super::RemoteRow;
use crate::cli::commands::backup::{home, named, told};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::{present, remotes};

/// Asks.
pub(super) fn run(session: &Session, typed: &str) -> Result<(), Failure> {
    let texts = &session.texts;
    let home = home(session);
    let name = named(session, &home, typed)?;
    let mut remote = remotes::open(&home, &name).or_explain(texts)?;
    let asked = remote.prepare().and_then(|()| remote.list());
    let objects = asked
        .or_explain(texts)
        .map_err(|failure| told(&name, failure))?;
    let bytes: u64 = objects.iter().map(|object| object.size).sum();
    if session.format()?.is_json() {
        let row = RemoteRow::of(session, &home, &name)?;
        let body = json!({ "remote": row, "objects": objects.len(), "bytes": bytes });
        return session.document(&body);
    }
    let n = i64::try_from(objects.len()).unwrap_or(i64::MAX);
    let size = present::bytes(bytes, texts.language());
    let name = name.as_str();
    session.outcome([text!(
        texts,
        "say-remote-works",
        name = name,
        n = n,
        size = size
    )])
}
