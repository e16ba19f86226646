//! The keys of the actions: listing them, and typing another one.
//!
//! A key that means something else in the same place is not taken; both actions are named.

use crossterm::event::{Event, KeyCode};

use super::State;
use crate::app::{Context, Do, Notice, Trouble};
use crate::config::Setting;
use crate::i18n::text;
use crate::keymap::{Action, Key, KeySequence, Keymap, KeymapError, Scope, TABLE};

/// The longest sequence of keys.
const LONGEST: usize = 3;

/// An action with its keys, over all places where it works.
pub(super) struct Bound {
    /// The action.
    pub(super) action: Action,
    /// Text ids: of its words, and of the places.
    pub(super) words: &'static str,
    pub(super) places: Vec<&'static str>,
    /// Its keys as they are written.
    pub(super) keys: Vec<String>,
}

/// The actions whose keys can be chosen, in the table's order.
pub(super) fn actions() -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    for entry in TABLE.iter().filter(|entry| entry.scope != Scope::Always) {
        if !actions.contains(&entry.action) {
            actions.push(entry.action);
        }
    }
    actions
}

/// An action with the keys that hold now.
pub(super) fn bound(action: Action, cx: &Context<'_>) -> Bound {
    let own = TABLE
        .iter()
        .filter(|entry| entry.action == action && entry.scope != Scope::Always);
    let mut found = Bound {
        action,
        words: own.clone().next().map_or("", |entry| entry.words),
        places: Vec::new(),
        keys: Vec::new(),
    };
    for entry in own {
        let title = entry.scope.title();
        if !found.places.contains(&title) {
            found.places.push(title);
        }
        let same = cx.keymap.of(entry.scope);
        for bound in same.filter(|bound| bound.entry.action == action) {
            for key in &bound.keys {
                let key = key.to_string();
                if !found.keys.contains(&key) {
                    found.keys.push(key);
                }
            }
        }
    }
    found
}

/// The words of an action that is known by its name.
fn words_of(name: &str, cx: &Context<'_>) -> String {
    let entry = TABLE.iter().find(|entry| entry.action.name() == name);
    entry.map_or_else(|| name.to_owned(), |entry| cx.text(entry.words))
}

/// Whether the configuration, read again, has these keys: ` | ` in it parts two sequences, and some
/// keys have no name.
fn reads_back(written: &str, keys: &[Key]) -> bool {
    let read = written.parse::<KeySequence>();
    !written.contains(" | ") && read.is_ok_and(|read| read.keys() == keys)
}

/// Keys as they are written in the configuration.
pub(super) fn written(keys: &[Key]) -> String {
    let keys = keys.iter().map(ToString::to_string);
    keys.collect::<Vec<_>>().join(" ")
}

impl State {
    /// The action under the cursor.
    pub(super) fn current_action(&self) -> Option<Action> {
        actions().get(self.keys.at).copied()
    }

    /// Whether a person chose the keys of an action.
    pub(super) fn has_own_keys(&self, action: Action) -> bool {
        let own = self.found.as_ref().map(|found| &found.keys);
        own.is_some_and(|own| own.contains_key(action.name()))
    }

    /// A key while a new one is being typed: Enter takes what was typed, Esc gives up.
    pub(super) fn take_key(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        let Event::Key(key) = event else {
            return Vec::new();
        };
        let Some(typed) = &mut self.taking else {
            return Vec::new();
        };
        match key.code {
            KeyCode::Esc => {
                self.taking = None;
                Vec::new()
            }
            KeyCode::Enter if !typed.is_empty() => self.remap(cx),
            KeyCode::Backspace if !typed.is_empty() => {
                typed.clear();
                Vec::new()
            }
            _ if typed.len() < LONGEST => {
                typed.push(Key::from(*key));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn remap(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let typed = self.taking.take();
        let (Some(typed), Some(action)) = (typed, self.current_action()) else {
            return Vec::new();
        };
        let keys = written(&typed);
        if !reads_back(&keys, &typed) {
            let trouble = Trouble {
                message: text!(cx.texts, "error-key-unwritable", key = keys),
                hint: None,
            };
            return vec![Do::Say(Notice::Bad(trouble))];
        }
        let mut own = self
            .found
            .as_ref()
            .map(|found| found.keys.clone())
            .unwrap_or_default();
        own.insert(action.name().to_owned(), keys.clone());
        let pairs = own.iter();
        match Keymap::new(pairs.map(|(name, keys)| (name.as_str(), keys.as_str()))) {
            Ok(_) => vec![Do::Configure(Setting::Keys(action), Some(keys))],
            Err(error) => {
                let trouble = match &error {
                    KeymapError::Conflict { key, one, other } => {
                        let (one, other) = (words_of(one, cx), words_of(other, cx));
                        let key = key.clone();
                        Trouble {
                            message: text!(
                                cx.texts,
                                "error-key-taken",
                                key = key,
                                one = one,
                                other = other
                            ),
                            hint: None,
                        }
                    }
                    error => Trouble::of(error, cx.texts),
                };
                vec![Do::Say(Notice::Bad(trouble))]
            }
        }
    }
}
