//! From a policy and the versions there are to what is kept, why, and what goes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike as _, Utc};
use serde::Serialize;

use super::Policy;
use crate::catalog::{Version, fingerprint};
use crate::falling::Falling;
use crate::site::Known;
use crate::{DeviceId, ObjectName, Site};

/// Why a version is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It is the newest of its machine.
    Newest,
    /// It is the newest that was proven.
    Proven,
    /// It is one of the last.
    Last,
    /// It is the last of its day.
    Daily,
    /// It is the last of its week.
    Weekly,
    /// It is the last of its month.
    Monthly,
    /// It is the last of its year.
    Yearly,
}

/// A version that stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The version.
    pub name: ObjectName,
    /// Why, at least one reason.
    pub reasons: Vec<Reason>,
}

/// What a pruning would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrunePlan {
    /// What stays, the oldest first.
    pub keep: Vec<Kept>,
    /// Versions that end, the oldest first.
    pub forget: Vec<ObjectName>,
    /// Objects that are removed: of these and of earlier prunings, those that nothing builds on.
    pub remove: Vec<ObjectName>,
    /// How many bytes that frees.
    pub freed: u64,
    /// Tells whether the versions are still those that were planned for.
    pub(super) planned_for: [u8; 16],
}

impl Site {
    /// Plans a pruning of the versions in a catalog, which are in order.
    pub fn plan_prune(
        &self,
        policy: &Policy,
        versions: &[Version],
        now: DateTime<Utc>,
    ) -> PrunePlan {
        let keep = keep(policy, versions, now);
        let kept: BTreeSet<_> = keep.iter().map(|kept| &kept.name).collect();
        let names = versions.iter().map(|version| &version.name);
        let forget: BTreeSet<_> = names.filter(|name| !kept.contains(name)).collect();
        let known = &self.state.versions;
        // Whatever is not pruned keeps what it builds on, whether a list showed it or not.
        let stays =
            |(name, known): &(&ObjectName, &Known)| !known.forgotten && !forget.contains(name);
        let needed = needed(known, known.iter().filter(stays).map(|(name, _)| name));
        let remove: Vec<_> = known
            .keys()
            .filter(|name| !needed.contains(*name))
            .cloned()
            .collect();
        PrunePlan {
            freed: remove
                .iter()
                .filter_map(|name| known.get(name))
                .map(|known| known.size)
                .sum(),
            forget: versions
                .iter()
                .map(|version| version.name.clone())
                .filter(|name| forget.contains(name))
                .collect(),
            keep,
            remove,
            planned_for: fingerprint(versions.iter().map(|version| &version.name)),
        }
    }
}

/// Everything on the way to versions that stay, and they themselves.
fn needed<'a>(
    known: &BTreeMap<ObjectName, Known>,
    kept: impl Iterator<Item = &'a ObjectName>,
) -> BTreeSet<ObjectName> {
    let mut needed = BTreeSet::new();
    for name in kept {
        let mut next = Some(name);
        while let Some(name) = next.filter(|name| !needed.contains(*name)) {
            needed.insert(name.clone());
            next = known.get(name).and_then(|known| known.parent.as_ref());
        }
    }
    needed
}

/// What a policy keeps, machine by machine.
fn keep(policy: &Policy, versions: &[Version], now: DateTime<Utc>) -> Vec<Kept> {
    let mut machines: BTreeMap<DeviceId, Vec<&Version>> = BTreeMap::new();
    for version in versions {
        if let Some(stamp) = version.name.stamp() {
            machines.entry(stamp.device).or_default().push(version);
        }
    }
    let mut reasons: BTreeMap<&ObjectName, BTreeSet<Reason>> = BTreeMap::new();
    for versions in machines.values_mut() {
        // By the counter, newest first: a clock that was set back reorders nothing.
        versions.sort_by_key(|version| {
            let stamp = version.name.stamp();
            std::cmp::Reverse(stamp.map(|stamp| (stamp.sequence, stamp.created_at, stamp.id)))
        });
        for (reason, name) in of_machine(policy, versions, now) {
            reasons.entry(name).or_default().insert(reason);
        }
    }
    let proven = versions
        .iter()
        .filter(|version| version.proven_at.is_some());
    if let Some(newest) = proven.max_by_key(|version| (version.created_at, &version.name)) {
        reasons
            .entry(&newest.name)
            .or_default()
            .insert(Reason::Proven);
    }
    let kept = versions.iter().filter_map(|version| {
        let reasons = reasons.get(&version.name)?;
        Some(Kept {
            name: version.name.clone(),
            reasons: reasons.iter().copied().collect(),
        })
    });
    kept.collect()
}

/// Names the period that an instant lies in.
type Period = fn(&DateTime<Utc>) -> (i32, u32);

/// What is kept of one machine's versions, which are in order, the newest first.
fn of_machine<'a>(
    policy: &Policy,
    versions: &[&'a Version],
    now: DateTime<Utc>,
) -> Vec<(Reason, &'a ObjectName)> {
    let mut kept = Vec::new();
    kept.extend(
        versions
            .first()
            .map(|newest| (Reason::Newest, &newest.name)),
    );
    let last = versions.iter().take(policy.keep_last as usize);
    kept.extend(last.map(|version| (Reason::Last, &version.name)));
    let dates = plausible_dates(versions, now);
    let periods: [(Reason, u32, Period); 4] = [
        (Reason::Daily, policy.keep_daily, |at| {
            (at.year(), at.ordinal())
        }),
        (Reason::Weekly, policy.keep_weekly, |at| {
            (at.iso_week().year(), at.iso_week().week())
        }),
        (Reason::Monthly, policy.keep_monthly, |at| {
            (at.year(), at.month())
        }),
        (Reason::Yearly, policy.keep_yearly, |at| (at.year(), 0)),
    ];
    for (reason, count, period) in periods {
        let mut before = None;
        let firsts = versions.iter().zip(&dates).filter(|(_, at)| {
            let this = Some(period(at));
            std::mem::replace(&mut before, this) != this
        });
        kept.extend(
            firsts
                .take(count as usize)
                .map(|(version, _)| (reason, &version.name)),
        );
    }
    kept
}

/// The dates of versions, the newest first, made to fall: nothing is later than now, nor than what
/// came after it.
fn plausible_dates(versions: &[&Version], now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let mut falling = Falling::from(now);
    let dates = versions
        .iter()
        .map(|version| falling.take(version.created_at));
    dates.collect()
}

#[cfg(test)]
mod tests;
