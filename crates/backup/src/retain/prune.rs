//! Carrying a plan out.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Forgotten, PrunePlan};
use crate::catalog::{Catalog, CatalogError, fingerprint};
use crate::key_object;
use crate::object::{self, ObjectWriter};
use crate::progress::{Progress, Unwatched};
use crate::{HomeError, Kind, Listed, ObjectName, RemoteError, Site, SiteError, Staged};

/// Why a pruning ended before its end; what it left is garbage at worst.
#[derive(Debug, thiserror::Error)]
pub enum PruneError {
    /// The versions are not those that were planned for.
    #[error("the versions have changed since the plan was made")]
    Outdated,
    /// The versions could not be listed.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// The remote failed.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// What is kept on this machine is missing or damaged.
    #[error(transparent)]
    Site(#[from] SiteError),
}

impl From<HomeError> for PruneError {
    fn from(error: HomeError) -> Self {
        Self::Site(error.into())
    }
}

impl Site {
    /// Carries a plan out.
    pub fn prune(
        &mut self,
        plan: &PrunePlan,
        catalog: &Catalog,
        now: DateTime<Utc>,
        progress: &dyn Progress,
    ) -> Result<(), PruneError> {
        if fingerprint(catalog.versions.iter().map(|version| &version.name)) != plan.planned_for {
            return Err(PruneError::Outdated);
        }
        let removed: BTreeSet<_> = plan.remove.iter().collect();
        for name in &plan.forget {
            if let Some(known) = self.state.versions.get_mut(name) {
                known.forgotten = true;
            }
        }
        self.replace_lists(&removed, now)?;
        // The newest first: a version is never there without what it builds on.
        let mut newest_first = plan.remove.clone();
        newest_first
            .sort_by_key(|name| std::cmp::Reverse(name.stamp().map(|stamp| stamp.sequence)));
        for name in &newest_first {
            if progress.is_cancelled() {
                return Err(RemoteError::Cancelled.into());
            }
            self.remote.remove(name)?;
            self.state.versions.remove(name);
            self.break_chain(name);
            self.save()?;
            progress.advance(1);
        }
        self.remove_old_keys()
    }

    /// Puts the list of forgotten versions that stay, then removes the lists before it.
    fn replace_lists(
        &mut self,
        removed: &BTreeSet<&ObjectName>,
        now: DateTime<Utc>,
    ) -> Result<(), PruneError> {
        let known = self.state.versions.iter();
        let forgotten: Vec<_> = known
            .filter(|(name, known)| known.forgotten && !removed.contains(name))
            .map(|(name, _)| name.clone())
            .collect();
        let mut lists = self.remote.list()?;
        lists.retain(|object| object.name.kind() == Kind::Forgotten);
        if self.is_told(&lists, &forgotten) {
            return Ok(self.save()?);
        }
        if !forgotten.is_empty() {
            self.put_list(forgotten, now)?;
        }
        self.save()?;
        for list in lists {
            self.remote.remove(&list.name)?;
        }
        Ok(())
    }

    /// Whether the one list there is says just this.
    fn is_told(&mut self, lists: &[Listed], forgotten: &[ObjectName]) -> bool {
        match lists {
            [] => forgotten.is_empty(),
            [list] => {
                let keys = self.keys.pair();
                Forgotten::fetch(self.remote.as_mut(), keys, list)
                    .is_ok_and(|list| list.versions == forgotten)
            }
            _ => false,
        }
    }

    fn put_list(
        &mut self,
        forgotten: Vec<ObjectName>,
        now: DateTime<Utc>,
    ) -> Result<(), PruneError> {
        let name = ObjectName::forgotten(&self.next_stamp(now)?);
        let staged = self.staging()?.join(name.as_str());
        let part = staged.with_extension("part");
        let failed = |source| RemoteError::io(&part, source);
        let mut closing = Forgotten::new(forgotten).to_json();
        let refused = || RemoteError::Refused {
            what: "a list could not be sealed".into(),
        };
        let sealer = object::sealer(self.keys.pair().0, self.keys.ledger_id(), &name);
        let sealer = sealer.ok_or_else(refused)?;
        sealer
            .seal(object::CLOSING, &mut closing)
            .map_err(|_| refused())?;
        let writer = ObjectWriter::begin(&part).map_err(failed)?;
        writer.finish(&closing, &staged).map_err(failed)?;
        let outcome = self
            .remote
            .put(&name, &Staged::new(staged.clone())?, &Unwatched);
        let _ = std::fs::remove_file(&staged);
        Ok(outcome?)
    }

    /// Removes the copies of key slots that no version has any more; the newest stays.
    fn remove_old_keys(&mut self) -> Result<(), PruneError> {
        let Some(newest) = self.state.key_object.clone() else {
            return Ok(());
        };
        let used: BTreeSet<_> = self
            .state
            .versions
            .values()
            .map(|known| &known.keys)
            .collect();
        let mut old = Vec::new();
        for object in self.remote.list()? {
            if object.name.kind() == Kind::Key
                && object.name != newest
                && let Some(keys) = key_object::slots_in(self.remote.as_mut(), &object)?
                && !used.contains(&keys)
            {
                old.push(object.name);
            }
        }
        for name in old {
            self.remote.remove(&name)?;
        }
        Ok(())
    }
}
