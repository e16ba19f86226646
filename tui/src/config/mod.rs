//! The configuration file: a handful of keys, each with a type, in `config.toml`.
//!
//! A key that is unknown and a value that makes no sense are errors that name the key; nothing is
//! skipped in silence. `file` reads and edits the file and keeps its comments.

mod colour;
mod file;
mod key;

use std::collections::BTreeMap;
use std::time::Duration;

use api::client::{Pin, ServerAddress};
use backup::Policy;
use domain::currency::CurrencyCode;

use crate::i18n::Language;
use crate::theme::Palette;

pub(crate) use colour::ColourWish;
pub(crate) use file::{ConfigError, ConfigFile};
pub(crate) use key::{DEFAULT_CURRENCY, Keep, Key, Pace, Setting, is_never};

/// What the file says; `None` where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Config {
    /// The language, when `--lang` is not given.
    pub(crate) language: Option<Language>,
    /// When to use colour.
    pub(crate) color: Option<ColourWish>,
    /// The currency of a ledger that `init` makes.
    pub(crate) currency: Option<CurrencyCode>,
    /// How many transactions `list` shows.
    pub(crate) list_limit: Option<u64>,
    /// How long `unlock` keeps the key.
    pub(crate) agent_ttl: Option<Duration>,
    /// The colours of the screens.
    pub(crate) theme: Option<Palette>,
    /// Whether the screens keep to ASCII.
    pub(crate) ascii: Option<bool>,
    /// After how long without a key the screens lock themselves.
    pub(crate) idle_lock: Option<IdleLock>,
    /// How old the last backup to a remote may be before somebody is told.
    pub(crate) max_age: Option<Duration>,
    /// Which versions are kept when old ones are ended.
    pub(crate) keep: Policy,
    /// The account server that `login` goes to when nobody says.
    pub(crate) server_url: Option<ServerAddress>,
    /// Its key.
    pub(crate) server_pin: Option<Pin>,
    /// Own keys of actions, by the actions' names: `[keys] undo = "z"`.
    pub(crate) keys: BTreeMap<String, String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            color: None,
            currency: None,
            list_limit: None,
            agent_ttl: None,
            theme: None,
            ascii: None,
            idle_lock: None,
            max_age: None,
            keep: Policy::STANDARD,
            server_url: None,
            server_pin: None,
            keys: BTreeMap::new(),
        }
    }
}

impl Config {
    /// How old the last backup to a remote may be.
    pub(crate) fn max_age(&self) -> Duration {
        self.max_age.unwrap_or(Duration::from_hours(72))
    }

    /// After how long without a key the screens lock themselves; nothing when they never do.
    pub(crate) fn idle_limit(&self) -> Option<Duration> {
        match self.idle_lock {
            None => Some(Duration::from_mins(10)),
            Some(IdleLock::After(limit)) => Some(limit),
            Some(IdleLock::Never) => None,
        }
    }
}

/// When the screens lock themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdleLock {
    /// After so long without a key.
    After(Duration),
    /// The person takes care of it.
    Never,
}
