//! Writes a setting into the configuration file.

use crate::app::Trouble;
use crate::cli::config::{ConfigFile, Key};
use crate::cli::error::OrExplain as _;
use crate::cli::session::Session;

/// Sets a key, or takes it out.
pub(super) fn write(session: &Session, key: &str, value: Option<&str>) -> Result<(), Trouble> {
    let texts = &session.texts;
    let Some(key) = Key::from_name(key) else {
        return Ok(());
    };
    let write = || {
        let mut file = ConfigFile::load(session.places.config_file()).or_explain(texts)?;
        file.set(key, value).or_explain(texts)
    };
    write().map_err(Into::into)
}
