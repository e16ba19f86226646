//! `luka config path|get|set|unset|list`

use serde::Serialize;
use serde_json::json;

use crate::cli::args::config::ConfigCommand;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _};
use crate::cli::output::{Cell, Column, Row, Shape};
use crate::cli::session::{Session, shown};
use crate::config::{ConfigError, ConfigFile, Key};
use crate::i18n::{Texts, text};
use crate::present::MoneyStyle;

/// One key and what holds for it.
#[derive(Serialize)]
struct Setting {
    key: &'static str,
    value: Option<String>,
    set: bool,
}

impl Row for Setting {
    fn cells(&self) -> Vec<Cell> {
        let value = self.value.as_deref().map_or(Cell::Empty, Cell::text);
        vec![Cell::text(self.key), value]
    }
}

impl Setting {
    fn of(file: &ConfigFile, key: Key) -> Self {
        let written = file.get(key);
        Self {
            key: key.as_str(),
            set: written.is_some(),
            value: written.or_else(|| key.default_value().map(str::to_owned)),
        }
    }
}

/// Shows or changes the configuration.
pub(crate) fn run(session: &Session, command: ConfigCommand) -> Result<(), Failure> {
    let texts = &session.texts;
    match command {
        ConfigCommand::Path => path(session),
        ConfigCommand::Get { key } => get(session, named(&key, texts)?),
        ConfigCommand::Set { key, value } => change(session, named(&key, texts)?, Some(&value)),
        ConfigCommand::Unset { key } => change(session, named(&key, texts)?, None),
        ConfigCommand::List => list(session),
    }
}

fn named(name: &str, texts: &Texts) -> Result<Key, Failure> {
    Key::from_name(name).ok_or_else(|| ConfigError::UnknownKey(name.to_owned()).explain(texts))
}

fn path(session: &Session) -> Result<(), Failure> {
    let path = shown(session.config.path());
    if session.format()?.is_json() {
        session.document(&json!({ "path": path }))
    } else {
        session.lines([path])
    }
}

fn get(session: &Session, key: Key) -> Result<(), Failure> {
    let setting = Setting::of(&session.config, key);
    if session.format()?.is_json() {
        return session.document(&setting);
    }
    let Some(value) = setting.value else {
        let message = text!(session.texts, "error-config-unset", key = key.as_str());
        return Err(Failure::new(Kind::NotFound, message));
    };
    session.lines([value])
}

fn change(session: &Session, key: Key, value: Option<&str>) -> Result<(), Failure> {
    let mut file = session.config.clone();
    file.set(key, value).or_explain(&session.texts)?;
    if session.format()?.is_json() {
        return session.document(&Setting::of(&file, key));
    }
    Ok(())
}

fn list(session: &Session) -> Result<(), Failure> {
    let texts = &session.texts;
    let shape = Shape {
        name: "config",
        head: Vec::new(),
        columns: vec![
            Column::text("key", texts.get("head-key")),
            Column::text("value", texts.get("head-value")),
        ],
    };
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    for key in Key::ALL {
        listing
            .row(&Setting::of(&session.config, key))
            .or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)
}
