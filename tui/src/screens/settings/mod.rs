//! The settings: values, the keys of the actions, the passphrase.
//!
//! What is changed here is written to `config.toml` and holds at once. `values` knows how a value is
//! shown and typed, `keys` lists the actions and takes a new key, `passphrase` asks for another one.

mod keys;
mod passphrase;
mod update;
mod values;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use crate::config::Key;
use crate::keymap;
use crate::widgets::cursor::Cursor;

/// What the configuration says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Each key with its value as written; none where the usual one holds.
    pub(crate) values: Vec<(Key, Option<String>)>,
    /// Own keys, by the names of the actions.
    pub(crate) keys: BTreeMap<String, String>,
    /// Where the file is.
    pub(crate) path: String,
}

/// The parts of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Values of the configuration, and the passphrase.
    #[default]
    Values,
    /// The keys of the actions.
    Keys,
}

/// What it knows.
#[derive(Default)]
pub(crate) struct State {
    part: Part,
    found: Option<Found>,
    /// One for each part.
    values: Cursor,
    keys: Cursor,
    /// The keys typed so far for the action under the cursor.
    taking: Option<Vec<keymap::Key>>,
    /// The recovery code with which the ledger was opened: it allows a new passphrase.
    recovery: Option<Zeroizing<String>>,
    /// The form for it was opened by itself already.
    offered: bool,
    /// A new passphrase is on its way.
    rewrapping: bool,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The recovery code is nobody's business.
        f.debug_struct("State")
            .field("part", &self.part)
            .field("found", &self.found)
            .finish_non_exhaustive()
    }
}

impl State {
    /// After the ledger was opened by its recovery code: a new passphrase is asked for.
    pub(crate) fn recovering(code: Zeroizing<String>) -> Self {
        Self {
            recovery: Some(code),
            values: Cursor {
                at: Key::ALL.len(),
                top: 0,
            },
            ..Self::default()
        }
    }

    /// The key under the cursor; none on the row of the passphrase.
    fn current_key(&self) -> Option<Key> {
        values::ORDER.get(self.values.at).copied()
    }

    /// The value of a key as it is written.
    fn written(&self, key: Key) -> Option<&str> {
        let found = self.found.as_ref()?;
        let (_, value) = found.values.iter().find(|(known, _)| *known == key)?;
        value.as_deref()
    }
}
