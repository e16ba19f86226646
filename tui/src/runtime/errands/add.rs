//! A folder as a new remote, looked at before it is written down.

use backup::{HomeError, RemoteName};

use super::keeper::Keeper;
use crate::cli::error::{Explain as _, Failure, OrExplain as _};
use crate::i18n::text;
use crate::remotes;
use crate::screens::backups::Came;

impl Keeper<'_> {
    pub(super) fn add(&self, typed: &str, path: &str) -> Result<Came, Failure> {
        let (texts, home) = (self.texts, self.home());
        let name: RemoteName = typed.parse().or_explain(texts)?;
        remotes::refuse_reserved(&name).or_explain(texts)?;
        if home.remotes().or_explain(texts)?.contains(&name) {
            return Err(HomeError::NameTaken { name }.explain(texts));
        }
        let definition = remotes::new_folder(&self.path(path)).or_explain(texts)?;
        let mut remote = remotes::of(&definition, home.remote_dir(&name)).or_explain(texts)?;
        remote.prepare().or_explain(texts)?;
        self.keys_at(remote.as_mut())?;
        home.add(&name, &definition).or_explain(texts)?;
        let place = remotes::place(&definition);
        let mut came = Came {
            said: Some(text!(
                texts,
                "say-remote-added",
                name = name.as_str(),
                place = place
            )),
            ..Came::default()
        };
        // There may be versions of this ledger already.
        match self.looked(&name) {
            Ok(gone) => came.looked.push((name, gone)),
            Err(failure) => came.trouble = Some(failure.into()),
        }
        Ok(came)
    }
}
