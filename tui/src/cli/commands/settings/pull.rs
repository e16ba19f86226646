//! From the server into `config.toml`: all of it at once, or nothing.

use super::Desk;
use crate::carry::Verdict;
use crate::cli::error::{Failure, OrExplain as _};
use crate::config::Setting;
use crate::keymap::Keymap;

/// Writes what goes this way, and notes what both say now.
pub(super) fn apply(desk: &mut Desk<'_>) -> Result<(), Failure> {
    let (session, texts) = (desk.session, &desk.session.texts);
    let mut file = session.config.clone();
    let changes = desk.going().flat_map(|item| &item.changes);
    let settings: Vec<(Setting, Option<&str>)> = changes
        .filter_map(|change| Some((change.setting?, change.there.as_deref())))
        .collect();
    // Keys that stand in each other's way would keep the screens from opening.
    let mut keys = file.config().keys.clone();
    for (setting, value) in &settings {
        match (setting, value) {
            (Setting::Keys(action), Some(value)) => {
                keys.insert(action.name().to_owned(), (*value).to_owned());
            }
            (Setting::Keys(action), None) => {
                keys.remove(action.name());
            }
            (Setting::Value(_), _) => {}
        }
    }
    let own = keys.iter();
    Keymap::new(own.map(|(action, keys)| (action.as_str(), keys.as_str()))).or_explain(texts)?;
    if !settings.is_empty() {
        file.set_all(settings).or_explain(texts)?;
    }
    for item in &desk.items {
        if matches!(item.verdict, Verdict::Same | Verdict::There) {
            desk.agreed.set(item.document, item.there.clone());
        }
    }
    desk.save()
}
