//! The table with a person's own keys, and looking a key up in it.

use super::key::KeyError;
use super::{Action, Entry, Key, KeySequence, Scope, TABLE, TOGETHER};

/// Why the keys of the configuration can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum KeymapError {
    /// No action is called so.
    #[error("`{0}` is no action")]
    UnknownAction(String),
    /// A text names no key.
    #[error("`{key}` is no key, for `{action}`")]
    Key {
        /// The action it was for.
        action: &'static str,
        /// What was written.
        key: String,
    },
    /// Two actions of one place have the same key, or one's key begins the other's.
    #[error("`{key}` is for `{one}` and for `{other}`")]
    Conflict {
        /// The key.
        key: String,
        /// One of the two actions.
        one: &'static str,
        /// The other.
        other: &'static str,
    },
}

/// What keys mean in a few scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lookup {
    /// This action.
    Action(Action),
    /// Nothing yet: more keys follow.
    More,
    /// Nothing.
    Nothing,
}

/// An entry with the keys that hold for this person.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The entry.
    pub(crate) entry: &'static Entry,
    /// Its keys, the one to show first.
    pub(crate) keys: Vec<KeySequence>,
}

/// All entries with their keys.
#[derive(Clone, Debug)]
pub(crate) struct Keymap {
    bound: Vec<Bound>,
}

impl Keymap {
    /// The usual keys, but for the actions that `own` names: `("undo", "z | ctrl-u")`.
    pub(crate) fn new<'a>(
        own: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, KeymapError> {
        let mut wanted = Vec::new();
        for (name, keys) in own {
            let action = Action::from_name(name)
                .ok_or_else(|| KeymapError::UnknownAction(name.chars().take(40).collect()))?;
            wanted.push((action, read(action, keys)?));
        }
        let mut bound = Vec::with_capacity(TABLE.len());
        for entry in TABLE {
            let own = wanted.iter().find(|(action, _)| *action == entry.action);
            // What works even where text is typed stays: it is the way out.
            let keys = match own {
                Some((_, keys)) if entry.scope.is_typed_in() => beside_typing(keys, entry)?,
                Some((_, keys)) if entry.scope != Scope::Always => keys.clone(),
                _ => read(entry.action, entry.keys)?,
            };
            bound.push(Bound { entry, keys });
        }
        let keymap = Self { bound };
        keymap.check()?;
        Ok(keymap)
    }

    /// What these keys mean where `scopes` hold; the nearest scope wins.
    pub(crate) fn look_up(&self, scopes: &[Scope], typed: &[Key]) -> Lookup {
        let mut more = false;
        for bound in scopes.iter().flat_map(|scope| self.of(*scope)) {
            for keys in &bound.keys {
                if keys.keys() == typed {
                    return Lookup::Action(bound.entry.action);
                }
                more |= keys.keys().starts_with(typed);
            }
        }
        if more { Lookup::More } else { Lookup::Nothing }
    }

    /// The entries of a scope, in the table's order.
    pub(crate) fn of(&self, scope: Scope) -> impl Iterator<Item = &Bound> {
        self.bound
            .iter()
            .filter(move |bound| bound.entry.scope == scope)
    }

    /// One key must not mean two things in one place, nor begin a sequence that means another there.
    fn check(&self) -> Result<(), KeymapError> {
        for scopes in TOGETHER {
            let here: Vec<&Bound> = scopes.iter().flat_map(|scope| self.of(*scope)).collect();
            for (at, one) in here.iter().enumerate() {
                for other in here.iter().skip(at + 1) {
                    if let Some(key) = clash(one, other) {
                        return Err(KeymapError::Conflict {
                            key: key.to_string(),
                            one: one.entry.action.name(),
                            other: other.entry.action.name(),
                        });
                    }
                }
            }
        }
        Ok(())
    }
}

/// The key that two actions of one place can't both have, or that begins a sequence of the other.
///
/// That a nearer scope takes a usual key from a farther one is meant so in the table; with a key
/// that a person chose, one of the two actions would be lost unnoticed.
fn clash<'a>(one: &'a Bound, other: &Bound) -> Option<&'a KeySequence> {
    if one.entry.action == other.entry.action {
        return None;
    }
    let nearer = one.entry.scope != other.entry.scope;
    one.keys.iter().find(|key| {
        other.keys.iter().any(|theirs| {
            if key == &theirs {
                return !(nearer && is_usual(one.entry, key) && is_usual(other.entry, key));
            }
            theirs.keys().starts_with(key.keys()) || key.keys().starts_with(theirs.keys())
        })
    })
}

fn is_usual(entry: &Entry, key: &KeySequence) -> bool {
    let usual = read(entry.action, entry.keys);
    usual.is_ok_and(|usual| usual.contains(key))
}

/// Where text is typed, letters are letters: of a person's own keys only the others work there.
fn beside_typing(own: &[KeySequence], entry: &Entry) -> Result<Vec<KeySequence>, KeymapError> {
    let is_text = |keys: &KeySequence| keys.keys().first().is_some_and(|key| key.is_text());
    let fit: Vec<KeySequence> = own.iter().filter(|keys| !is_text(keys)).cloned().collect();
    if fit.is_empty() {
        return read(entry.action, entry.keys);
    }
    Ok(fit)
}

fn read(action: Action, keys: &str) -> Result<Vec<KeySequence>, KeymapError> {
    let keys = keys.split(" | ").map(|key| {
        key.parse().map_err(|KeyError(key)| KeymapError::Key {
            action: action.name(),
            key,
        })
    });
    keys.collect()
}
