//! Reading what the work depends on: the settings, and the remotes with what is remembered of them.

use std::fs;
use std::io;

use backup::control::Obstacle;
use backup::settings::{Settings, SettingsError};
use backup::{Home, RemoteName};

use crate::carry;
use crate::memory::Memory;
use crate::place::Places;
use crate::schedule::Known;

/// Why the configuration can't be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    /// The file can't be read.
    #[error("it can't be read: {0}")]
    Io(#[from] io::Error),
    /// It makes no sense.
    #[error(transparent)]
    Settings(#[from] SettingsError),
}

/// Reads the configuration; the usual file need not be there, a named one does.
pub(crate) fn settings(places: &Places) -> Result<Settings, ConfigError> {
    let text = match fs::read_to_string(&places.config) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !places.config_was_named => {
            String::new()
        }
        text => text?,
    };
    Ok(Settings::from_toml(&text)?)
}

/// Whether there is a ledger in its directory.
pub(crate) fn has_ledger(home: &Home) -> bool {
    home.ledger().join("keys.json").is_file()
}

/// The remotes, or why there is nothing to back up with.
pub(crate) fn remotes(home: &Home, memory: &Memory) -> Result<Vec<(RemoteName, Known)>, Obstacle> {
    if !has_ledger(home) {
        return Err(Obstacle::NoLedger);
    }
    match home.keys() {
        Ok(Some(_)) => {}
        Ok(None) => return Err(Obstacle::NoKey),
        Err(_) => return Err(Obstacle::Unreadable),
    }
    let names = home.remotes().map_err(|_| Obstacle::Unreadable)?;
    if names.is_empty() {
        return Err(Obstacle::NoRemotes);
    }
    let known = |name: &RemoteName| {
        let pruned_at = memory.pruned_at(name);
        carry::known(home, name).with_pruned_at(pruned_at)
    };
    Ok(names
        .into_iter()
        .map(|name| {
            let known = known(&name);
            (name, known)
        })
        .collect())
}

/// What a person is told about an obstacle, and what to do.
pub(crate) fn advice(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NoLedger => "there is no ledger in its directory: make one with `luka init`",
        Obstacle::NoKey => {
            "there is no backup key yet: `luka remote add` makes it with the ledger open once"
        }
        Obstacle::NoRemotes => "there is no remote: add one with `luka remote add`",
        Obstacle::Unreadable => "what is kept for backups can't be read: ask `luka doctor`",
    }
}
