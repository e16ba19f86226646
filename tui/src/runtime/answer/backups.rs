//! What is remembered of the remotes: files of this machine, nobody is asked.

use backup::{Home, RemoteName};
use chrono::DateTime;
use ops::Book;
use ops::session::LedgerDir;

use super::super::ground::Ground;
use crate::cli::error::{Failure, OrExplain as _};
use crate::config::ConfigFile;
use crate::health::Health;
use crate::i18n::Texts;
use crate::remotes;
use crate::screens::backups::Remote;

pub(super) fn find(book: &Book, ground: &Ground, texts: &Texts) -> Result<Vec<Remote>, Failure> {
    remembered(book.ledger().directory(), ground, texts)
}

/// The remotes of a ledger.
pub(in crate::runtime) fn remembered(
    ledger: &LedgerDir,
    ground: &Ground,
    texts: &Texts,
) -> Result<Vec<Remote>, Failure> {
    let home = Home::of(ledger.path());
    let names = home.remotes().or_explain(texts)?;
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let file = ConfigFile::load(ground.places.config_file()).or_explain(texts)?;
    let limit = file.config().max_age();
    let now = DateTime::from_timestamp_millis(ground.clock().now_ms).unwrap_or_default();
    // One whose files are damaged keeps none of the others from being seen.
    let each = names.into_iter().map(|name: RemoteName| {
        let definition = home.definition(&name);
        let (kind, place) = match &definition {
            Ok(definition) => (definition.kind(), remotes::place(definition)),
            Err(_) => ("", String::new()),
        };
        let health = Health::of(&home, name.clone(), now, limit).or_explain(texts);
        Remote {
            name,
            kind,
            place,
            now,
            health: health.map_err(Into::into),
        }
    });
    Ok(each.collect())
}
