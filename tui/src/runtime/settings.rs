//! The settings: writing one into the configuration file, and what they make of the screens.

use crate::app::{Looks, Trouble};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::{Session, variable};
use crate::config::{Config, ConfigFile, Key, Setting};
use crate::i18n::{Language, Texts};
use crate::keymap::Keymap;
use crate::theme::{Palette, Theme};

/// Sets something, or takes it out; what the file says then comes back.
pub(super) fn write(
    session: &Session,
    setting: Setting,
    value: Option<&str>,
    texts: &Texts,
) -> Result<Config, Trouble> {
    let write = || {
        let mut file = ConfigFile::load(session.places.config_file()).or_explain(texts)?;
        let written = match setting {
            Setting::Value(key) => file.set(key, value),
            Setting::Keys(action) => file.set_keys(action, value),
        };
        written.or_explain(texts)?;
        Ok(file.config().clone())
    };
    write().map_err(|failure: Failure| failure.into())
}

/// What the settings make of the screens; `unicode` when the terminal can do more than ASCII.
pub(super) fn looks(
    session: &Session,
    config: &Config,
    changed: Setting,
    unicode: bool,
    texts: &Texts,
) -> Result<Looks, Trouble> {
    let language = (changed == Setting::Value(Key::Language))
        .then(|| config.language.unwrap_or(Language::of_locale(variable)));
    Ok(Looks {
        language,
        theme: theme(session, config, unicode),
        keymap: keymap(config, texts)?,
    })
}

/// Colours and glyphs.
pub(super) fn theme(session: &Session, config: &Config, unicode: bool) -> Theme {
    let palette = if session.wants_colour(config) {
        config.theme.unwrap_or_default()
    } else {
        Palette::Plain
    };
    Theme::new(palette, !config.ascii.unwrap_or(!unicode))
}

/// The keys.
pub(super) fn keymap(config: &Config, texts: &Texts) -> Result<Keymap, Failure> {
    let own = config.keys.iter();
    Keymap::new(own.map(|(action, keys)| (action.as_str(), keys.as_str()))).or_explain(texts)
}
