//! Reading and editing `config.toml`; an edit leaves comments and order as they are.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

use super::{Config, Key, Setting};
use crate::keymap::Action;

/// The file, parsed and judged.
#[derive(Clone, Debug)]
pub(crate) struct ConfigFile {
    path: PathBuf,
    document: DocumentMut,
    config: Config,
}

/// Why the configuration can't be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    /// The file can't be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Not TOML.
    #[error("{} is not TOML, near line {line}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// A key that does not exist.
    #[error("the configuration has no key `{0}`")]
    UnknownKey(String),
    /// A value that the key does not take.
    #[error("`{value}` is no value for `{}`", key.as_str())]
    Value {
        /// The key.
        key: Key,
        /// The value as written.
        value: String,
    },
}

impl ConfigFile {
    /// Reads the file; one that is missing is empty.
    pub(crate) fn load(path: PathBuf) -> Result<Self, ConfigError> {
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(ConfigError::Io { path, source }),
        };
        let document: DocumentMut = match text.parse() {
            Ok(document) => document,
            Err(error) => {
                let line = line_of(&text, &error);
                return Err(ConfigError::Syntax { path, line });
            }
        };
        let config = judge(&document)?;
        Ok(Self {
            path,
            document,
            config,
        })
    }

    /// What the file says.
    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// Where the file is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The value of a key as it is written in the file.
    pub(crate) fn get(&self, key: Key) -> Option<String> {
        let item = key
            .as_str()
            .split('.')
            .try_fold(self.document.as_item(), |item, part| item.get(part))?;
        item.as_value().map(plain)
    }

    /// Sets a key, or removes it, and saves the file.
    pub(crate) fn set(&mut self, key: Key, value: Option<&str>) -> Result<(), ConfigError> {
        self.write(key, value)?;
        self.keep()
    }

    /// Sets and removes several things, and saves the file once: all of them, or none.
    pub(crate) fn set_all<'a>(
        &mut self,
        settings: impl IntoIterator<Item = (Setting, Option<&'a str>)>,
    ) -> Result<(), ConfigError> {
        let mut edited = self.clone();
        for (setting, value) in settings {
            match setting {
                Setting::Value(key) => edited.write(key, value)?,
                Setting::Keys(action) => edited.write_keys(action, value),
            }
        }
        edited.keep()?;
        *self = edited;
        Ok(())
    }

    fn write(&mut self, key: Key, value: Option<&str>) -> Result<(), ConfigError> {
        let _found = match value {
            Some(value) => {
                key.put(&mut self.config, value)
                    .ok_or_else(|| ConfigError::Value {
                        key,
                        value: value.to_owned(),
                    })?;
                put(self.document.as_table_mut(), key, value)
            }
            None => remove(self.document.as_table_mut(), key),
        };
        Ok(())
    }

    /// Judges what was written, and saves it.
    fn keep(&mut self) -> Result<(), ConfigError> {
        self.config = judge(&self.document)?;
        self.save().map_err(|source| ConfigError::Io {
            path: self.path.clone(),
            source,
        })
    }

    /// Sets a person's own keys for an action, or removes them, and saves the file.
    pub(crate) fn set_keys(
        &mut self,
        action: Action,
        keys: Option<&str>,
    ) -> Result<(), ConfigError> {
        self.write_keys(action, keys);
        self.keep()
    }

    fn write_keys(&mut self, action: Action, keys: Option<&str>) {
        let root = self.document.as_table_mut();
        let table = root
            .entry(KEYS)
            .or_insert_with(|| Item::Table(Table::new()));
        if let Some(table) = table.as_table_like_mut() {
            match keys {
                Some(keys) => {
                    table.insert(action.name(), Item::Value(Value::from(keys)));
                }
                None => {
                    table.remove(action.name());
                }
            }
        }
    }

    /// Puts the whole file in place at once: a crash leaves the old one or the new one.
    fn save(&self) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let temporary = self
            .path
            .with_extension(format!("toml.{}", std::process::id()));
        let mut file = fs::File::create(&temporary)?;
        file.write_all(self.document.to_string().as_bytes())?;
        file.sync_all()?;
        fs::rename(&temporary, &self.path)
    }
}

/// Reads every key of the document into its typed place.
fn judge(document: &DocumentMut) -> Result<Config, ConfigError> {
    let mut config = Config::default();
    let mut pending: Vec<(String, &Item)> = document
        .iter()
        .map(|(name, item)| (name.to_owned(), item))
        .collect();
    while let Some((name, item)) = pending.pop() {
        let key = Key::from_name(&name);
        match (item.as_table_like(), item.as_value(), key) {
            (Some(table), _, None) if is_table(&name) => {
                let inner = table.iter();
                pending.extend(inner.map(|(inner, item)| (format!("{name}.{inner}"), item)));
            }
            (None, Some(value), None) if own_key(&name).is_some() => {
                let action = own_key(&name).unwrap_or_default().to_owned();
                config.keys.insert(action, plain(value));
            }
            (None, Some(value), Some(key)) => {
                let value = plain(value);
                key.put(&mut config, &value)
                    .ok_or(ConfigError::Value { key, value })?;
            }
            (_, _, Some(key)) => {
                let value = item.to_string().trim().to_owned();
                return Err(ConfigError::Value { key, value });
            }
            (_, _, None) => return Err(ConfigError::UnknownKey(name)),
        }
    }
    Ok(config)
}

/// Whether some key lies in a table of this name.
fn is_table(name: &str) -> bool {
    name == KEYS
        || Key::ALL.iter().any(|key| {
            let rest = key.as_str().strip_prefix(name);
            rest.is_some_and(|rest| rest.starts_with('.'))
        })
}

/// The table of a person's own keys.
const KEYS: &str = "keys";

/// The action of a key of that table; one that doesn't exist is an unknown key.
fn own_key(name: &str) -> Option<&str> {
    let action = name.strip_prefix(KEYS)?.strip_prefix('.')?;
    Action::from_name(action).map(|_| action)
}

/// Sets a key in place, with the comments around its old value; a missing table is made.
fn put(root: &mut Table, key: Key, value: &str) -> Option<()> {
    let (table, name) = place(key);
    let table: &mut dyn TableLike = match table {
        None => root,
        Some(table) => {
            let item = root
                .entry(table)
                .or_insert_with(|| Item::Table(Table::new()));
            item.as_table_like_mut()?
        }
    };
    put_value(table, name, value);
    Some(())
}

fn put_value(table: &mut dyn TableLike, name: &str, value: &str) {
    let mut new = value
        .parse::<i64>()
        .map_or_else(|_| Value::from(value), Value::from);
    match table.get_mut(name).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => {
            table.insert(name, Item::Value(new));
        }
    }
}

fn remove(root: &mut Table, key: Key) -> Option<()> {
    let (table, name) = place(key);
    match table {
        None => root.remove(name),
        Some(table) => root.get_mut(table)?.as_table_like_mut()?.remove(name),
    };
    Some(())
}

/// The table in which a key lies, and the key's name there.
fn place(key: Key) -> (Option<&'static str>, &'static str) {
    match key.as_str().split_once('.') {
        Some((table, name)) => (Some(table), name),
        None => (None, key.as_str()),
    }
}

/// A value as it is typed: a string without its quotes.
fn plain(value: &Value) -> String {
    match value.as_str() {
        Some(text) => text.to_owned(),
        None => value.clone().decorated("", "").to_string(),
    }
}

fn line_of(text: &str, error: &toml_edit::TomlError) -> usize {
    let before = error.span().and_then(|span| text.get(..span.start));
    before.map_or(1, |before| before.lines().count().max(1))
}
