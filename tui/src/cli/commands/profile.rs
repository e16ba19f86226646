//! `luka profile list|rm`: how files of banks are read, as `luka import --save-profile` kept it.
//! Profiles are files beside the configuration; no ledger is opened.

use serde::Serialize;
use serde_json::json;

use crate::cli::args::import::ProfileCommand;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row, Shape};
use crate::cli::profiles::Profiles;
use crate::cli::session::{Session, shown};
use crate::i18n::text;
use crate::present::MoneyStyle;

#[derive(Serialize)]
struct Line {
    name: String,
    path: String,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.name.as_str()),
            Cell::text(self.path.as_str()),
        ]
    }
}

/// Lists or removes profiles.
pub(crate) fn run(session: &Session, command: &ProfileCommand) -> Result<(), Failure> {
    let profiles = Profiles::beside(session.config.path());
    match command {
        ProfileCommand::List => list(session, &profiles),
        ProfileCommand::Rm { name } => remove(session, &profiles, name),
    }
}

fn list(session: &Session, profiles: &Profiles) -> Result<(), Failure> {
    let texts = &session.texts;
    let shape = Shape {
        name: "profiles",
        head: Vec::new(),
        columns: vec![
            Column::text("name", texts.get("label-profile")),
            Column::text("path", texts.get("head-file")),
        ],
    };
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    let saved = profiles.saved();
    for name in &saved {
        let path = shown(&profiles.path_of(name, texts)?);
        let name = name.clone();
        listing.row(&Line { name, path }).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)?;
    if saved.is_empty() && !session.format()?.is_json() {
        session.say(&texts.get("say-nothing-listed"));
    }
    Ok(())
}

fn remove(session: &Session, profiles: &Profiles, name: &str) -> Result<(), Failure> {
    profiles.remove(name, &session.texts)?;
    if session.format()?.is_json() {
        return session.document(&json!({ "profile": { "name": name } }));
    }
    session.say(&text!(
        session.texts,
        "tell-profile-removed",
        name = name.to_owned()
    ));
    Ok(())
}
