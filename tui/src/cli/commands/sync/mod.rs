//! `luka sync status|now|pause|resume`: asks the daemon of the ledger at hand.
//!
//! The daemon answers each request with how things are, and that is what is written. That there is
//! none is exit 7, with how to start one; how old the backups are is `luka backup status`'s to say.

mod row;

use backup::control::{Client, Obstacle, Request, Status};
use serde_json::json;

use super::backup::home;
use crate::cli::args::sync::SyncCommand;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::{Column, Format, Shape};
use crate::cli::session::Session;
use crate::present::MoneyStyle;
use row::SyncRow;

/// Does what was asked.
pub(super) fn run(session: &Session, command: SyncCommand) -> Result<(), Failure> {
    let texts = &session.texts;
    let (request, said) = match command {
        SyncCommand::Status => (Request::Status, None),
        SyncCommand::Now => (Request::Now, Some("say-sync-now")),
        SyncCommand::Pause => (Request::Pause, Some("say-sync-paused")),
        SyncCommand::Resume => (Request::Resume, Some("say-sync-resumed")),
    };
    let daemon = Client::connect(&home(session)).or_explain(texts)?;
    let mut daemon = daemon.ok_or_else(|| not_running(session))?;
    let status = daemon.ask(request).or_explain(texts)?;
    match said {
        Some(said) if session.format()? == Format::Table => {
            session.say(&texts.get(said));
            warn(session, &status);
            Ok(())
        }
        _ => write(session, &status),
    }
}

fn not_running(session: &Session) -> Failure {
    let texts = &session.texts;
    Failure::new(Kind::Remote, texts.get("error-sync-not-running"))
        .hint(texts.get("hint-sync-start"))
}

/// Says why nothing is backed up, if so.
fn warn(session: &Session, status: &Status) {
    let id = match status.obstacle {
        None => return,
        Some(Obstacle::NoLedger) => "say-sync-no-ledger",
        Some(Obstacle::NoKey) => "say-sync-no-key",
        Some(Obstacle::NoRemotes) => "say-no-remotes",
        Some(Obstacle::Unreadable) => "say-sync-unreadable",
    };
    session.say(&session.texts.get(id));
}

fn write(session: &Session, status: &Status) -> Result<(), Failure> {
    let texts = &session.texts;
    let table = session.format()? == Format::Table;
    let columns = if table {
        vec![
            Column::fixed("remote", texts.get("head-remote")),
            Column::text("state", texts.get("head-state")),
            Column::fixed("last_success", texts.get("head-last-backup")),
            Column::fixed("next", texts.get("head-sync-next")),
            Column::fixed("verified_at", texts.get("head-verified")),
        ]
    } else {
        SyncRow::CSV.map(Column::csv_only).into()
    };
    let shape = Shape {
        name: "remotes",
        head: vec![
            ("running", json!(true)),
            ("pid", json!(status.pid)),
            ("since", json!(status.since)),
            ("paused", json!(status.paused)),
            ("obstacle", json!(status.obstacle)),
        ],
        columns,
    };
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    for report in &status.remotes {
        let row = SyncRow::of(report, table.then_some(texts));
        listing.row(&row).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)?;
    if table {
        if status.paused {
            session.say(&texts.get("say-sync-is-paused"));
        }
        warn(session, status);
    }
    Ok(())
}
