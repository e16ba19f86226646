//! A key as people write it (`ctrl-r`, `pgdn`, `?`, `G`), and sequences of keys (`g h`).

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key with what is held down beside it. Shift shows in the character itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// One key, or a few in a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct KeySequence(Vec<Key>);

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key")]
pub(crate) struct KeyError(pub(crate) String);

/// Keys with a name of their own.
const NAMED: [(&str, KeyCode); 16] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
        Self {
            code: event.code,
            modifiers: event.modifiers & held,
        }
    }
}

impl Key {
    /// True for a key that types a letter where text is typed.
    pub(crate) fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }
}

#[cfg(test)]
impl From<Key> for KeyEvent {
    fn from(key: Key) -> Self {
        Self::new(key.code, key.modifiers)
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (mut rest, mut modifiers) = (text, KeyModifiers::NONE);
        for (prefix, modifier) in [
            ("ctrl-", KeyModifiers::CONTROL),
            ("alt-", KeyModifiers::ALT),
        ] {
            if let Some(after) = rest.strip_prefix(prefix) {
                (rest, modifiers) = (after, modifiers | modifier);
            }
        }
        let named = NAMED.iter().find(|(name, _)| *name == rest);
        let mut letters = rest.chars();
        let code = match (named, letters.next(), letters.next()) {
            (Some((_, code)), _, _) => *code,
            (None, Some(letter), None) => KeyCode::Char(letter),
            _ => function_key(rest).ok_or_else(|| KeyError(text.chars().take(40).collect()))?,
        };
        Ok(Self { code, modifiers })
    }
}

fn function_key(text: &str) -> Option<KeyCode> {
    let number: u8 = text.strip_prefix('f')?.parse().ok()?;
    (1..=12).contains(&number).then_some(KeyCode::F(number))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            f.write_str("ctrl-")?;
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            f.write_str("alt-")?;
        }
        let named = NAMED.iter().find(|(_, code)| *code == self.code);
        match (named, self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(letter)) => write!(f, "{letter}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            // Nothing else comes out of `from_str`, nor is it ever bound.
            (None, _) => f.write_str("·"),
        }
    }
}

impl KeySequence {
    /// The keys, in order.
    pub(crate) fn keys(&self) -> &[Key] {
        &self.0
    }
}

impl FromStr for KeySequence {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let keys: Vec<Key> = text
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        if keys.is_empty() {
            return Err(KeyError(text.to_owned()));
        }
        Ok(Self(keys))
    }
}

impl fmt::Display for KeySequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, key) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            key.fmt(f)?;
        }
        Ok(())
    }
}
