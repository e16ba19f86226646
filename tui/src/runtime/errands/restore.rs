//! Bringing a version back into another folder; never over a ledger.

use std::path::{Path, PathBuf};

use backup::{parent_of, place};
use ops::session::{LedgerDir, private};

use super::keeper::{Keeper, about};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::i18n::text;
use crate::present;
use crate::present::short_id;
use crate::screens::backups::{Came, ToRestore};

impl Keeper<'_> {
    pub(super) fn restore(&self, wanted: &ToRestore) -> Result<Came, Failure> {
        let texts = self.texts;
        let to = self.path(&wanted.to);
        if LedgerDir::new(&to).holds_ledger() {
            let path = to.display().to_string();
            let message = text!(texts, "error-ledger-exists", path = path);
            let failure = Failure::new(Kind::Conflict, message);
            return Err(failure.hint(texts.get("hint-restore-elsewhere")));
        }
        let parent = parent_of(&to);
        private::create_private_dir(parent)
            // A directory of the person's own choice need not be private; the new one in it is.
            .or_else(|error| if parent.is_dir() { Ok(()) } else { Err(error) })
            .or_explain(texts)?;
        let mut site = self.site(&wanted.remote)?;
        let rebuilt = site
            .rebuild(&wanted.version, parent, &self.watch())
            .or_explain(texts)
            .map_err(|failure| about(&wanted.remote, failure))?;
        drop(site);
        if self.recall.is_cancelled() {
            return Err(Failure::new(Kind::Interrupted, ""));
        }
        let placed = place(rebuilt, &to, false, self.now()).or_explain(texts)?;
        let stamp = wanted.version.stamp();
        let made = stamp.map(|stamp| present::moment(stamp.created_at));
        let made = made.unwrap_or_default();
        let mut said = text!(
            texts,
            "say-version-restored",
            id = short_id(wanted.version.id_text()),
            made = made.clone(),
            path = placed.directory.display().to_string()
        );
        if !wanted.opens {
            said = format!("{said} {}", text!(texts, "say-passphrase-of", made = made));
        }
        Ok(Came {
            said: Some(said),
            ..Came::default()
        })
    }

    /// A path as it is typed: `~/` is the home directory, and what is relative begins where the
    /// program was started.
    pub(super) fn path(&self, typed: &str) -> PathBuf {
        match typed.strip_prefix("~/") {
            Some(rest) => self.ground.places.home().join(rest),
            None => self.ground.here.join(Path::new(typed)),
        }
    }
}
