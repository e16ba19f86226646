//! Carrying a plan out.

use chrono::{DateTime, Utc};

use super::{Forgotten, PrunePlan};
use crate::catalog::{Catalog, CatalogError, fingerprint};
use crate::object::{self, ObjectWriter};
use crate::progress::{Progress, Unwatched};
use crate::{HomeError, Kind, Listed, ObjectName, RemoteError, Site, SiteError, Staged};

/// How many removals are remembered at once.
const SAVE_EVERY: usize = 64;
/// How many removed versions a list tells of.
const MOST_GONE: usize = 2000;

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
        for name in &plan.forget {
            if let Some(known) = self.state.versions.get_mut(name) {
                known.forgotten = true;
            }
        }
        self.replace_lists(now)?;
        for (count, name) in self.children_first(&plan.remove).into_iter().enumerate() {
            if progress.is_cancelled() {
                return Err(RemoteError::Cancelled.into());
            }
            self.remote.remove(&name)?;
            self.break_chain(&name);
            self.state.versions.remove(&name);
            self.state.gone.insert(name);
            // What is not saved is known to be pruned all the same: the list says so.
            if count % SAVE_EVERY == SAVE_EVERY - 1 {
                self.save()?;
            }
            progress.advance(1);
        }
        Ok(self.save()?)
    }

    /// Orders objects so that none is removed before what builds on it.
    fn children_first(&self, names: &[ObjectName]) -> Vec<ObjectName> {
        let parent = |name: &ObjectName| self.state.versions.get(name)?.parent.as_ref();
        let depth = |name: &ObjectName| {
            let known = self.state.versions.len();
            std::iter::successors(Some(name), |name| parent(name))
                .take(known)
                .count()
        };
        let mut names = names.to_vec();
        names.sort_by_cached_key(|name| std::cmp::Reverse(depth(name)));
        names
    }

    /// Puts the list of all forgotten versions, then removes the lists before it.
    fn replace_lists(&mut self, now: DateTime<Utc>) -> Result<(), PruneError> {
        let known = self.state.versions.iter();
        let kept = known
            .filter(|(_, known)| known.forgotten)
            .map(|(name, _)| name);
        let mut forgotten: Vec<_> = kept.chain(&self.state.gone).cloned().collect();
        // Other machines have to hear of what was removed once; what is long gone they know.
        forgotten.sort_by_key(|name| std::cmp::Reverse(name.stamp().map(|stamp| stamp.created_at)));
        let is_there = |name: &ObjectName| self.state.versions.contains_key(name);
        let mut gone = 0;
        forgotten.retain(|name| {
            gone += usize::from(!is_there(name));
            is_there(name) || gone <= MOST_GONE
        });
        forgotten.sort();
        self.state
            .gone
            .retain(|name| forgotten.binary_search(name).is_ok());
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
}
