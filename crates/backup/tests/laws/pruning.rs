//! Pruning: what is kept restores, what is gone is gone from sight, and a crash harms nothing.

use std::collections::BTreeSet;

use backup::progress::Unwatched;
use backup::{ObjectName, Policy, PrunePlan, Site};

use crate::rig::{Machine, Place, rebuilt};

const LAST_THREE: Policy = Policy {
    keep_last: 3,
    keep_daily: 0,
    keep_weekly: 0,
    keep_monthly: 0,
    keep_yearly: 0,
};

fn versions(machine: &mut Machine, remote: &Place, count: u32) -> Vec<(ObjectName, Vec<u8>)> {
    let mut versions = Vec::new();
    for round in 0..count {
        machine.change(&[1 + round % 20]);
        versions.push((machine.backup(remote).name, machine.content()));
    }
    versions
}

fn prune(machine: &Machine, site: &mut Site, policy: &Policy) -> PrunePlan {
    let catalog = site.catalog(&Unwatched).unwrap();
    let plan = site.plan_prune(policy, &catalog.versions, machine.now);
    site.prune(&plan, &catalog, machine.now, &Unwatched)
        .unwrap();
    plan
}

fn names(site: &mut Site) -> BTreeSet<ObjectName> {
    let catalog = site.catalog(&Unwatched).unwrap();
    assert!(
        catalog.lost.is_empty() && catalog.damaged.is_empty(),
        "{catalog:?}"
    );
    catalog
        .versions
        .into_iter()
        .map(|version| version.name)
        .collect()
}

#[test]
fn what_is_kept_restores_and_the_rest_is_out_of_sight_on_every_machine() {
    let (mut machine, remote) = (Machine::new(40), Place::new());
    let made = versions(&mut machine, &remote, 70);
    let before = remote.objects().len();
    let mut site = machine.site(&remote);
    let plan = prune(&machine, &mut site, &LAST_THREE);
    assert_eq!((plan.keep.len(), plan.forget.len()), (3, 67));
    assert!(remote.objects().len() < before - 50);
    let kept: BTreeSet<_> = made[67..].iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names(&mut site), kept);
    for (name, content) in &made[67..] {
        assert!(rebuilt(&mut site, name) == *content);
    }
    drop(site);
    let other = Machine::new(40);
    other
        .home
        .adopt(&machine.home.keys().unwrap().unwrap())
        .unwrap();
    assert_eq!(names(&mut other.site(&remote)), kept);
    // Versions go on from there, and a second pruning has little to do.
    let more = versions(&mut machine, &remote, 2);
    let mut site = machine.site(&remote);
    assert!(rebuilt(&mut site, &more[1].0) == more[1].1);
    prune(&machine, &mut site, &LAST_THREE);
    assert_eq!(names(&mut site).len(), 3);
    let again = prune(&machine, &mut site, &LAST_THREE);
    assert!(again.forget.is_empty() && again.remove.is_empty());
}

#[test]
fn the_newest_proven_version_stays_whatever_the_policy() {
    let (mut machine, remote) = (Machine::new(10), Place::new());
    let made = versions(&mut machine, &remote, 6);
    let mut site = machine.site(&remote);
    site.proven(&made[0].0, machine.now).unwrap();
    site.proven(&made[1].0, machine.now).unwrap();
    prune(&machine, &mut site, &LAST_THREE);
    let kept = names(&mut site);
    assert!(!kept.contains(&made[0].0));
    assert!(kept.contains(&made[1].0), "the newest proven");
    assert_eq!(kept.len(), 4);
}

#[test]
fn a_plan_for_other_versions_is_refused() {
    let (mut machine, remote) = (Machine::new(10), Place::new());
    versions(&mut machine, &remote, 5);
    let mut site = machine.site(&remote);
    let catalog = site.catalog(&Unwatched).unwrap();
    let plan = site.plan_prune(&LAST_THREE, &catalog.versions, machine.now);
    drop(site);
    versions(&mut machine, &remote, 1);
    let mut site = machine.site(&remote);
    let catalog = site.catalog(&Unwatched).unwrap();
    let refused = site
        .prune(&plan, &catalog, machine.now, &Unwatched)
        .unwrap_err();
    assert!(matches!(refused, backup::PruneError::Outdated));
    assert_eq!(names(&mut site).len(), 6);
}

#[test]
fn another_machines_versions_are_judged_by_themselves() {
    let (mut here, remote) = (Machine::new(10), Place::new());
    let mut there = Machine::new(10);
    there
        .home
        .adopt(&here.home.keys().unwrap().unwrap())
        .unwrap();
    versions(&mut here, &remote, 5);
    versions(&mut there, &remote, 5);
    let mut site = here.site(&remote);
    prune(&here, &mut site, &LAST_THREE);
    assert_eq!(names(&mut site).len(), 6);
}
