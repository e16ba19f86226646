//! Where versions go: `luka remote add|list|rm|test`.
//!
//! The ledger is never opened here; only the first `add` of a ledger needs its key, to wrap the
//! backup key. What lies at a remote is never touched by `rm`.

mod add;
mod gdrive;
mod test;

use backup::{Home, RemoteName};
use serde::Serialize;
use serde_json::json;

use super::backup::{home, named};
use crate::cli::args::remote::RemoteCommand;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Row, Shape};
use crate::cli::session::Session;
use crate::i18n::text;
use crate::present::MoneyStyle;
use crate::remotes;

/// Does what was asked.
pub(super) fn run(session: &Session, command: &RemoteCommand) -> Result<(), Failure> {
    match command {
        RemoteCommand::Add(args) => add::run(session, args),
        RemoteCommand::List => list(session),
        RemoteCommand::Rm { name } => remove(session, name),
        RemoteCommand::Test { name } => test::run(session, name),
    }
}

/// A remote as a row.
#[derive(Serialize)]
struct RemoteRow {
    name: String,
    kind: &'static str,
    place: String,
}

impl RemoteRow {
    fn of(session: &Session, home: &Home, name: &RemoteName) -> Result<Self, Failure> {
        let definition = home.definition(name).or_explain(&session.texts)?;
        Ok(Self {
            name: name.to_string(),
            kind: definition.kind(),
            place: remotes::place(&definition),
        })
    }
}

impl Row for RemoteRow {
    fn cells(&self) -> Vec<Cell> {
        let texts = [self.name.as_str(), self.kind, self.place.as_str()];
        texts.into_iter().map(Cell::text).collect()
    }
}

fn list(session: &Session) -> Result<(), Failure> {
    let texts = &session.texts;
    let home = home(session);
    let names = home.remotes().or_explain(texts)?;
    let shape = Shape {
        name: "remotes",
        head: Vec::new(),
        columns: vec![
            Column::fixed("name", texts.get("head-name")),
            Column::fixed("kind", texts.get("head-kind")),
            Column::text("place", texts.get("head-remote-place")),
        ],
    };
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    for name in &names {
        let row = RemoteRow::of(session, &home, name)?;
        listing.row(&row).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)?;
    if names.is_empty() && session.format()? == Format::Table {
        session.say(&texts.get("say-no-remotes"));
    }
    Ok(())
}

fn remove(session: &Session, typed: &str) -> Result<(), Failure> {
    let texts = &session.texts;
    let home = home(session);
    let name = named(session, &home, typed)?;
    let row = RemoteRow::of(session, &home, &name)?;
    home.remove(&name).or_explain(texts)?;
    if session.format()?.is_json() {
        return session.document(&json!({ "remote": row }));
    }
    let name = name.as_str();
    session.say(&text!(texts, "say-remote-removed", name = name));
    Ok(())
}
