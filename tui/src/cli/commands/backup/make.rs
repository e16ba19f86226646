//! `luka backup [REMOTE]`: one version now, at each remote. The cron line: it asks nobody.

use backup::{Catalog, Home, Made, RemoteName};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;

use super::list::warn;
use super::sites::{chosen, hold, home, no_key};
use super::trouble::Troubles;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::Transfer;
use crate::cli::session::{Session, shown};
use crate::i18n::text;
use crate::present::MadeVersion;

/// A version that was made, or the one that is there when nothing changed.
#[derive(Serialize)]
struct Report {
    id: String,
    remote: String,
    created_at: Option<DateTime<Utc>>,
    ledger_bytes: u64,
    bytes_uploaded: u64,
    requests: u64,
    changed_pages: u32,
    new: bool,
    lost: Vec<String>,
}

impl Report {
    fn made(&self) -> MadeVersion<'_> {
        MadeVersion {
            remote: &self.remote,
            id: &self.id,
            created_at: self.created_at,
            changed_pages: self.changed_pages,
            bytes_uploaded: self.bytes_uploaded,
            is_new: self.new,
        }
    }
}

/// Makes a version at each remote; one that fails keeps none of the others from having theirs.
pub(super) fn run(session: &Session, typed: Option<&str>) -> Result<(), Failure> {
    let texts = &session.texts;
    let home = home(session);
    let names = chosen(session, &home, typed)?;
    if !session.ledger().holds_ledger() {
        let path = shown(session.ledger().path());
        let message = text!(texts, "error-no-ledger", path = path);
        return Err(Failure::new(Kind::NotFound, message).hint(texts.get("hint-restore")));
    }
    let mut reports = Vec::new();
    let mut troubles = Troubles::default();
    for name in &names {
        match make(session, &home, name) {
            Ok(made) => {
                let report = report(name, &made);
                if !session.format()?.is_json() {
                    session.say(&report.made().sentence(texts));
                }
                reports.push(report);
                // The version is made all the same, and builds on nothing that is gone.
                let gone = Catalog {
                    lost: made.lost,
                    ..Catalog::default()
                };
                if let Some(failure) = warn(session, name, &gone) {
                    troubles.at(name, failure)?;
                }
            }
            Err(failure) => troubles.at(name, failure)?,
        }
    }
    if session.format()?.is_json() && !reports.is_empty() {
        session.document(&json!({ "backup": reports.first(), "backups": reports }))?;
    }
    troubles.end()
}

fn make(session: &Session, home: &Home, name: &RemoteName) -> Result<Made, Failure> {
    let texts = &session.texts;
    let keys = home.keys().or_explain(texts)?;
    let keys = keys.ok_or_else(|| no_key(session, home, name))?;
    let mut site = hold(session, home, name, keys)?;
    let progress = Transfer::new(session.can_see_progress(), texts.language());
    site.backup(session.now(), &progress).or_explain(texts)
}

fn report(name: &RemoteName, made: &Made) -> Report {
    Report {
        id: made.name.id_text().to_owned(),
        remote: name.to_string(),
        created_at: made.name.stamp().map(|stamp| stamp.created_at),
        ledger_bytes: made.ledger_bytes,
        bytes_uploaded: made.bytes_uploaded,
        requests: made.requests,
        changed_pages: made.changed_pages,
        new: made.is_new,
        lost: made
            .lost
            .iter()
            .map(|name| name.id_text().to_owned())
            .collect(),
    }
}
