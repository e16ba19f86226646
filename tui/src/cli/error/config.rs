//! The configuration file.

use super::system::path_failure;
use super::{Explain, Failure, Kind, did_you_mean};
use crate::config::{ConfigError, Key};
use crate::i18n::{Texts, text};
use crate::keymap::KeymapError;

impl Explain for ConfigError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Io { path, source } => path_failure(texts, path, source),
            Self::Syntax { path, line } => {
                let (path, line) = (path.display().to_string(), line.to_string());
                let message = text!(texts, "error-config-syntax", path = path, line = line);
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-config-syntax"))
            }
            Self::UnknownKey(name) => {
                let message = text!(texts, "error-config-key", key = name.clone());
                let known = Key::ALL.map(Key::as_str);
                let near = domain::text::suggest(name, known);
                let hint = did_you_mean(texts, &near)
                    .unwrap_or_else(|| text!(texts, "hint-config-keys", keys = known.join(", ")));
                Failure::new(Kind::BadInput, message).hint(hint)
            }
            Self::Value { key, value } => {
                let (key_name, value) = (key.as_str(), value.clone());
                let message = text!(texts, "error-config-value", key = key_name, value = value);
                Failure::new(Kind::BadInput, message).hint(texts.get(key.values()))
            }
        }
    }
}

impl Explain for KeymapError {
    fn explain(&self, texts: &Texts) -> Failure {
        let (message, hint) = match self {
            Self::UnknownAction(name) => (
                text!(texts, "error-keymap-action", name = name.as_str()),
                "hint-keymap-action",
            ),
            Self::Key { action, key } => (
                text!(
                    texts,
                    "error-keymap-key",
                    action = *action,
                    key = key.as_str()
                ),
                "hint-keymap-key",
            ),
            Self::Conflict { key, one, other } => (
                text!(
                    texts,
                    "error-keymap-conflict",
                    key = key.as_str(),
                    one = *one,
                    other = *other
                ),
                "hint-keymap-conflict",
            ),
        };
        Failure::new(Kind::BadInput, message).hint(texts.get(hint))
    }
}
