//! What the screen `settings` asks for: the configuration file as it is now.

use super::super::ground::Ground;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::session::shown;
use crate::config::{ConfigFile, Key};
use crate::i18n::Texts;
use crate::screens::settings::Found;

pub(super) fn find(ground: &Ground, texts: &Texts) -> Result<Found, Failure> {
    let file = ConfigFile::load(ground.places.config_file()).or_explain(texts)?;
    let values = Key::ALL.into_iter().map(|key| (key, file.get(key)));
    Ok(Found {
        values: values.collect(),
        keys: file.config().keys.clone(),
        path: shown(file.path()),
    })
}
