//! The documents, and the keys of the configuration that each holds.
//!
//! A new key has to be given a document here, or kept from all of them. Members that this version
//! does not know are from a newer one: they are left as they are.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::config::{ConfigFile, Key, Setting};
use crate::keymap::Action;

/// One of the server's documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Document {
    /// How the program behaves, by key of the configuration.
    Preferences,
    /// The language.
    Locale,
    /// The currency of new ledgers.
    BaseCurrency,
    /// The colours of the screens.
    Theme,
    /// Own keys, by action.
    Keymap,
    /// When to back up and what to keep, by key of the configuration.
    BackupPolicy,
    /// The machines, by an id that means nothing else.
    Devices,
}

impl Document {
    /// Those that hold parts of the configuration.
    pub(crate) const OF_CONFIG: [Self; 6] = [
        Self::Preferences,
        Self::Locale,
        Self::BaseCurrency,
        Self::Theme,
        Self::Keymap,
        Self::BackupPolicy,
    ];

    /// Its key at the server.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Preferences => "preferences",
            Self::Locale => "locale",
            Self::BaseCurrency => "base_currency",
            Self::Theme => "theme",
            Self::Keymap => "keymap",
            Self::BackupPolicy => "backup_policy",
            Self::Devices => "devices",
        }
    }

    /// Where a key of the configuration is carried; `None` for one that is this machine's own.
    const fn of(key: Key) -> Option<Self> {
        match key {
            Key::Language => Some(Self::Locale),
            Key::Currency => Some(Self::BaseCurrency),
            Key::Theme => Some(Self::Theme),
            Key::Color | Key::ListLimit | Key::AgentTtl | Key::Ascii | Key::IdleLock => {
                Some(Self::Preferences)
            }
            Key::MaxAge | Key::Keep(_) | Key::Sync(_) => Some(Self::BackupPolicy),
            Key::ServerUrl | Key::ServerPin => None,
        }
    }

    /// The one key that it is the value of.
    const fn single(self) -> Option<Key> {
        match self {
            Self::Locale => Some(Key::Language),
            Self::BaseCurrency => Some(Key::Currency),
            Self::Theme => Some(Key::Theme),
            _ => None,
        }
    }

    /// The setting of a name in it; `None` for one that this version does not know.
    fn setting(self, name: &str) -> Option<Setting> {
        if self == Self::Keymap {
            return Action::from_name(name).map(Setting::Keys);
        }
        let key = Key::from_name(name)?;
        (Self::of(key) == Some(self)).then_some(Setting::Value(key))
    }
}

/// What a document of this machine says; `None` when that is nothing. `before` is what it said when
/// this machine and the server last agreed.
pub(crate) fn local(
    document: Document,
    file: &ConfigFile,
    before: Option<&Value>,
) -> Option<Value> {
    if let Some(key) = document.single() {
        return file.get(key).map(Value::String);
    }
    let mut members: BTreeMap<String, Value> = before
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter(|(name, _)| document.setting(name).is_none())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    for key in Key::ALL {
        if Document::of(key) == Some(document)
            && let Some(value) = file.get(key)
        {
            members.insert(key.as_str().to_owned(), Value::String(value));
        }
    }
    if document == Document::Keymap {
        let own = file.config().keys.iter();
        members.extend(own.map(|(action, keys)| (action.clone(), Value::from(keys.as_str()))));
    }
    (!members.is_empty()).then(|| Value::Object(members.into_iter().collect()))
}

/// One setting that differs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// Which; `None` for a name that this version does not know.
    pub(crate) setting: Option<Setting>,
    /// Its name.
    pub(crate) name: String,
    /// What this machine says.
    pub(crate) here: Option<String>,
    /// What the server says.
    pub(crate) there: Option<String>,
}

/// A document of the server that is not of the form that it should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the server's `{}` makes no sense", .0.as_str())]
pub(crate) struct Unusable(pub(crate) Document);

/// The settings in which this machine and the server differ.
pub(crate) fn changes(
    document: Document,
    here: Option<&Value>,
    there: Option<&Value>,
) -> Result<Vec<Change>, Unusable> {
    let (here, there) = (members(document, here)?, members(document, there)?);
    let names: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
    let differing = names.into_iter().filter_map(|name| {
        let (here, there) = (here.get(name).cloned(), there.get(name).cloned());
        (here != there).then(|| Change {
            setting: document.setting(name),
            name: name.clone(),
            here,
            there,
        })
    });
    Ok(differing.collect())
}

/// The settings of a document by name, as they are written in the configuration.
fn members(
    document: Document,
    value: Option<&Value>,
) -> Result<BTreeMap<String, String>, Unusable> {
    let value = value.unwrap_or(&Value::Null);
    match (document.single(), value) {
        (_, Value::Null) => Ok(BTreeMap::new()),
        (Some(key), value) => {
            let text = plain(value).ok_or(Unusable(document))?;
            Ok(BTreeMap::from([(key.as_str().to_owned(), text)]))
        }
        (None, Value::Object(members)) => members
            .iter()
            .map(
                |(name, value)| match (plain(value), document.setting(name)) {
                    (Some(text), _) => Ok((name.clone(), text)),
                    (None, None) => Ok((name.clone(), value.to_string())),
                    (None, Some(_)) => Err(Unusable(document)),
                },
            )
            .collect(),
        (None, _) => Err(Unusable(document)),
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests;
