//! What versions there are: the remote's list, held against what is remembered and authenticated.
//!
//! A version counts when its manifest opened under the key once; that is remembered, so a list
//! costs one request when nothing is new. A version that was there and is not is *lost* and said so;
//! what does not open is *damaged* and said so. Neither is ever dropped in silence.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use vault::backup::short_digest;

use crate::falling::Falling;
use crate::make::digest_of;
use crate::object::{self, ObjectError};
use crate::progress::Progress;
use crate::retain::Forgotten;
use crate::site::{FailureKind, Known, State};
use crate::{DeviceId, Home, Kind, Listed, ObjectName, RemoteError, Site, SiteError};

/// One version that can be restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its object.
    pub name: ObjectName,
    /// When it was made, by the clock of the machine that made it.
    pub created_at: DateTime<Utc>,
    /// The length of its object, in bytes.
    pub size: u64,
    /// The length of the database in it, in bytes.
    pub ledger_bytes: u64,
    /// The BLAKE3 of the database in it, in hex.
    pub blake3: String,
    /// Whether this machine made it.
    pub is_ours: bool,
    /// When it was last rebuilt and found to be byte-equal.
    pub verified_at: Option<DateTime<Utc>>,
    /// When the rebuilt ledger was last opened and found to be in order.
    pub proven_at: Option<DateTime<Utc>>,
    /// Whether it opens with the passphrase that this machine's ledger has now.
    pub keys_are_current: bool,
}

/// Everything that a remote holds of a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// What can be restored, the oldest first.
    pub versions: Vec<Version>,
    /// What was there and is gone.
    pub lost: Vec<ObjectName>,
    /// What does not open, or builds on something that is lost.
    pub damaged: Vec<ObjectName>,
}

/// Why the versions could not be listed.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The remote failed.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The state could not be written.
    #[error(transparent)]
    Site(#[from] SiteError),
}

impl Site {
    /// Lists what the remote holds and remembers what is new.
    pub fn catalog(&mut self, progress: &dyn Progress) -> Result<Catalog, CatalogError> {
        let listed = self.remote.list()?;
        let objects: BTreeMap<_, _> = listed
            .iter()
            .filter(|object| object.name.kind() == Kind::Version)
            .map(|object| (object.name.clone(), object.size))
            .collect();
        let learned = self.learn(&objects, progress);
        // What was learned so far is not learned again.
        self.save()?;
        let mut damaged = learned?;
        self.learn_forgotten(&listed)?;
        let lost = self.missing_from(&objects)?;
        for name in lost.iter().chain(&damaged) {
            self.break_chain(name);
        }
        let is_there = |name: &&ObjectName| !lost.contains(name) && !damaged.contains(*name);
        let present: BTreeSet<_> = self
            .state
            .versions
            .keys()
            .filter(is_there)
            .cloned()
            .collect();
        let whole = whole(&self.state.versions, &present);
        let broken = present.difference(&whole).cloned();
        damaged.extend(broken.filter(|name| !self.is_forgotten(name)));
        for name in &damaged {
            self.break_chain(name);
        }
        self.save()?;
        let current = current_keys(&self.home);
        let shown = whole.iter().filter(|name| !self.is_forgotten(name));
        let versions = shown
            .filter_map(|name| version(&self.state, name, self.device, current.clone()))
            .collect();
        Ok(Catalog {
            versions: in_order(versions),
            lost: lost
                .into_iter()
                .filter(|name| !self.is_forgotten(name))
                .collect(),
            damaged: damaged.into_iter().collect(),
        })
    }

    /// What is remembered, without asking the remote.
    pub fn remembered(&self) -> Vec<Version> {
        remembered(&self.state, &self.home, self.device)
    }

    pub(crate) fn is_forgotten(&self, name: &ObjectName) -> bool {
        let known = self.state.versions.get(name);
        known.is_some_and(|known| known.forgotten)
    }

    /// Authenticates the versions that are not known yet; gives those that are damaged.
    fn learn(
        &mut self,
        objects: &BTreeMap<ObjectName, u64>,
        progress: &dyn Progress,
    ) -> Result<BTreeSet<ObjectName>, CatalogError> {
        let mut damaged = BTreeSet::new();
        for (name, &size) in objects {
            if let Some(known) = self.state.versions.get(name) {
                if known.size != size {
                    damaged.insert(name.clone());
                }
                continue;
            }
            if progress.is_cancelled() {
                return Err(RemoteError::Cancelled.into());
            }
            match self.read_known(name, size) {
                Ok(known) => {
                    self.state.versions.insert(name.clone(), known);
                    self.state.count_past(self.device, name);
                    progress.advance(1);
                }
                Err(ObjectError::Remote(RemoteError::Missing { .. })) => {}
                Err(ObjectError::Remote(error))
                    if !matches!(error, RemoteError::Truncated { .. }) =>
                {
                    return Err(error.into());
                }
                Err(_) => {
                    damaged.insert(name.clone());
                }
            }
        }
        Ok(damaged)
    }

    fn read_known(&mut self, name: &ObjectName, size: u64) -> Result<Known, ObjectError> {
        let object = Listed {
            name: name.clone(),
            size,
        };
        let keys = self.keys.pair();
        let manifest = object::fetch_manifest(self.remote.as_mut(), keys, &object)?;
        Ok(Known {
            size,
            page_count: manifest.page_count,
            changed_pages: manifest.changed_pages(),
            keys: digest_of(&manifest.keys),
            blake3: manifest.blake3,
            parent: manifest.parent,
            verified_at: None,
            proven_at: None,
            forgotten: false,
        })
    }

    /// Takes over which versions were pruned, here or on another machine.
    fn learn_forgotten(&mut self, listed: &[Listed]) -> Result<(), CatalogError> {
        let lists = listed
            .iter()
            .filter(|object| object.name.kind() == Kind::Forgotten);
        for object in lists {
            let keys = self.keys.pair();
            match Forgotten::fetch(self.remote.as_mut(), keys, object) {
                Ok(forgotten) => {
                    for name in forgotten.versions {
                        if let Some(known) = self.state.versions.get_mut(&name) {
                            known.forgotten = true;
                        } else {
                            self.state.gone.insert(name);
                        }
                    }
                }
                Err(ObjectError::Remote(error)) if error.is_retryable() => return Err(error.into()),
                // Without it versions come back into sight that were pruned: no harm.
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// What is remembered and not listed. Lists may be late, so each is asked for by itself.
    fn missing_from(
        &mut self,
        objects: &BTreeMap<ObjectName, u64>,
    ) -> Result<Vec<ObjectName>, CatalogError> {
        let names: Vec<_> = self
            .state
            .versions
            .keys()
            .filter(|name| !objects.contains_key(*name))
            .cloned()
            .collect();
        let mut missing = Vec::new();
        for name in names {
            if self.remote.size(&name)?.is_some() {
                continue;
            }
            if self.is_forgotten(&name) {
                // Pruned, and now removed: nothing is lost.
                self.state.versions.remove(&name);
                self.state.gone.insert(name);
            } else {
                missing.push(name);
            }
        }
        Ok(missing)
    }

    /// Stops remembering versions that are gone, once somebody has been told.
    pub fn acknowledge_lost(&mut self, lost: &[ObjectName]) -> Result<(), SiteError> {
        for name in lost {
            self.state.versions.remove(name);
        }
        self.save()
    }
}

/// The versions that a state remembers, the oldest first.
pub(crate) fn remembered(state: &State, home: &Home, device: DeviceId) -> Vec<Version> {
    let current = current_keys(home);
    let shown = state.versions.iter().filter(|(_, known)| !known.forgotten);
    let versions: Vec<_> = shown
        .filter_map(|(name, _)| version(state, name, device, current.clone()))
        .collect();
    in_order(versions)
}

/// The oldest first: those of one machine by its counter, whatever its clock said, and machines
/// among each other by clocks that are made to rise with the counter.
fn in_order(mut versions: Vec<Version>) -> Vec<Version> {
    versions.sort_by_key(|version| {
        version
            .name
            .stamp()
            .map(|stamp| (stamp.device, stamp.sequence))
    });
    let mut dated: Vec<(DateTime<Utc>, Version)> = Vec::with_capacity(versions.len());
    let (mut machine, mut dates) = (None, Falling::default());
    // From the newest of each machine back: nothing is later than what came after it.
    for version in versions.into_iter().rev() {
        let Some(stamp) = version.name.stamp() else {
            continue;
        };
        if machine != Some(stamp.device) {
            (machine, dates) = (Some(stamp.device), Falling::default());
        }
        let at = dates.take(version.created_at);
        dated.push((at, version));
    }
    dated.sort_by_key(|(at, version)| {
        let stamp = version.name.stamp();
        (*at, stamp.map(|stamp| (stamp.device, stamp.sequence)))
    });
    dated.into_iter().map(|(_, version)| version).collect()
}

fn version(
    state: &State,
    name: &ObjectName,
    device: DeviceId,
    current_keys: Option<String>,
) -> Option<Version> {
    let known = state.versions.get(name)?;
    let stamp = name.stamp()?;
    Some(Version {
        name: name.clone(),
        created_at: stamp.created_at,
        size: known.size,
        ledger_bytes: u64::from(known.page_count) * vault::backup::PAGE_SIZE as u64,
        blake3: known.blake3.clone(),
        is_ours: stamp.device == device,
        verified_at: known.verified_at,
        proven_at: known.proven_at,
        keys_are_current: current_keys.is_none_or(|keys| keys == known.keys),
    })
}

/// The digest of the key slots that the ledger has now.
fn current_keys(home: &Home) -> Option<String> {
    let text = std::fs::read_to_string(home.ledger().join("keys.json")).ok()?;
    Some(digest_of(&text))
}

impl CatalogError {
    /// What it means for `status`.
    pub fn failure_kind(&self) -> Option<FailureKind> {
        match self {
            Self::Remote(error) => FailureKind::of(error),
            Self::Site(_) => Some(FailureKind::Local),
        }
    }
}

/// Those of the present versions whose whole path is present.
fn whole(
    known: &BTreeMap<ObjectName, Known>,
    present: &BTreeSet<ObjectName>,
) -> BTreeSet<ObjectName> {
    let mut whole = BTreeSet::new();
    for name in present {
        let mut path = Vec::new();
        let mut next = Some(name);
        let complete = loop {
            match next {
                None => break true,
                Some(name) if whole.contains(name) => break true,
                // A circle can't be made without the key; it would never end.
                Some(name) if !present.contains(name) || path.contains(&name) => break false,
                Some(name) => {
                    path.push(name);
                    next = known.get(name).and_then(|known| known.parent.as_ref());
                }
            }
        };
        if complete {
            whole.extend(path.into_iter().cloned());
        }
    }
    whole
}

/// A short name for a set of versions, to tell whether a plan still fits.
pub(crate) fn fingerprint<'a>(names: impl Iterator<Item = &'a ObjectName>) -> [u8; 16] {
    let text: Vec<_> = names.map(ObjectName::as_str).collect();
    short_digest(text.join("\n").as_bytes())
}
