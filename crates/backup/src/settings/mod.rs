//! What a person sets for backups in `config.toml`: the tables `[sync]` and `[backup]`.
//!
//! The file is `luka`'s; the other tables are none of our business and are passed over. In these
//! two an unknown key is an error that names it, like a value that makes no sense.

mod duration;

use std::time::Duration;

use serde::Deserialize;

use crate::Policy;
pub use duration::{DurationError, parse as parse_duration};

/// How the daemon paces itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How long the ledger must have been left alone before it is backed up.
    pub quiet: Duration,
    /// How long after the first change it is backed up all the same.
    pub at_most: Duration,
    /// How often the ledger is looked at, should a notice of a change have been lost.
    pub poll: Duration,
    /// How often the newest version is fetched and verified; never without it.
    pub verify_every: Option<Duration>,
    /// Whether old versions are pruned by the policy, after a backup, at most once a day.
    pub prune: bool,
    /// The first wait after a failure, which doubles from there.
    pub retry_first: Duration,
    /// The longest wait after a failure.
    pub retry_most: Duration,
}

impl Pace {
    /// What holds when nobody says otherwise.
    pub const STANDARD: Self = Self {
        quiet: Duration::from_mins(2),
        at_most: Duration::from_mins(15),
        poll: Duration::from_mins(15),
        verify_every: Some(Duration::from_hours(7 * 24)),
        prune: true,
        retry_first: Duration::from_secs(30),
        retry_most: Duration::from_hours(1),
    };
}

/// Everything that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How the daemon paces itself.
    pub pace: Pace,
    /// What is kept when it prunes.
    pub policy: Policy,
}

/// Why a configuration can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// It is no TOML, or has a key or a value that is none; the text names it.
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    /// A policy that keeps nothing is taken for a mistake.
    #[error("`backup`: a policy that keeps nothing")]
    KeepsNothing,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    sync: SyncTable,
    backup: BackupTable,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SyncTable {
    quiet: Option<Written>,
    at_most: Option<Written>,
    poll: Option<Written>,
    verify_every: Option<Never>,
    prune: Option<Choice>,
    retry_first: Option<Written>,
    retry_most: Option<Written>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BackupTable {
    /// For `luka backup status`.
    #[serde(rename = "max_age")]
    _max_age: Option<Written>,
    keep_last: Option<Number>,
    keep_daily: Option<Number>,
    keep_weekly: Option<Number>,
    keep_monthly: Option<Number>,
    keep_yearly: Option<Number>,
}

/// A duration as it is written.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Written(Duration);

/// A duration, or the word `never`.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Never(Option<Duration>);

/// Yes or no, with or without quotes, as `luka config set` writes it.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "Plain")]
struct Choice(bool);

/// A number, with or without quotes.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "Plain")]
struct Number(u32);

/// A value without its quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Plain {
    Text(String),
    Number(i64),
    Choice(bool),
}

impl Plain {
    fn parse<T: std::str::FromStr>(self, wanted: &str) -> Result<T, String> {
        let text = match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
            Self::Choice(choice) => choice.to_string(),
        };
        let parsed = text.trim().parse();
        parsed.map_err(|_| format!("`{text}` is not {wanted}"))
    }
}

impl TryFrom<Plain> for Choice {
    type Error = String;

    fn try_from(plain: Plain) -> Result<Self, String> {
        plain.parse("true or false").map(Self)
    }
}

impl TryFrom<Plain> for Number {
    type Error = String;

    fn try_from(plain: Plain) -> Result<Self, String> {
        plain.parse("a number from 0").map(Self)
    }
}

impl TryFrom<String> for Written {
    type Error = DurationError;

    fn try_from(text: String) -> Result<Self, DurationError> {
        duration::parse(&text).map(Self)
    }
}

impl TryFrom<String> for Never {
    type Error = DurationError;

    fn try_from(text: String) -> Result<Self, DurationError> {
        match text.as_str() {
            "never" => Ok(Self(None)),
            text => duration::parse(text).map(|duration| Self(Some(duration))),
        }
    }
}

impl Settings {
    /// What holds when there is no configuration.
    pub const STANDARD: Self = Self {
        pace: Pace::STANDARD,
        policy: Policy::STANDARD,
    };

    /// Reads the two tables of a configuration.
    pub fn from_toml(text: &str) -> Result<Self, SettingsError> {
        let File { sync, backup } = toml::from_str(text)?;
        let standard = Pace::STANDARD;
        let or = |written: Option<Written>, standard| written.map_or(standard, |it| it.0);
        let pace = Pace {
            quiet: or(sync.quiet, standard.quiet),
            at_most: or(sync.at_most, standard.at_most),
            poll: or(sync.poll, standard.poll),
            verify_every: sync.verify_every.map_or(standard.verify_every, |it| it.0),
            prune: sync.prune.map_or(standard.prune, |it| it.0),
            retry_first: or(sync.retry_first, standard.retry_first),
            retry_most: or(sync.retry_most, standard.retry_most),
        };
        let policy = backup.policy();
        if policy.is_empty() {
            return Err(SettingsError::KeepsNothing);
        }
        Ok(Self { pace, policy })
    }
}

impl BackupTable {
    fn policy(self) -> Policy {
        let standard = Policy::STANDARD;
        let or = |written: Option<Number>, standard| written.map_or(standard, |it| it.0);
        Policy {
            keep_last: or(self.keep_last, standard.keep_last),
            keep_daily: or(self.keep_daily, standard.keep_daily),
            keep_weekly: or(self.keep_weekly, standard.keep_weekly),
            keep_monthly: or(self.keep_monthly, standard.keep_monthly),
            keep_yearly: or(self.keep_yearly, standard.keep_yearly),
        }
    }
}

#[cfg(test)]
mod tests;
