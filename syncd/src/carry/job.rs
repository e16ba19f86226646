//! What each kind of work does.

use std::time::Duration;

use backup::{Progress as _, Site};
use chrono::Utc;

use super::{Order, Stopper, WorkError, known};
use crate::remotes;
use crate::schedule::{Job, Known};

/// Another process's backup to the same remote is not waited for: its end is a change of ours.
const PATIENCE: Duration = Duration::ZERO;

pub(super) fn run(order: &Order, progress: &Stopper) -> (Result<(), WorkError>, Option<Known>) {
    let mut site = match open(order, progress) {
        Ok(site) => site,
        Err(error) => return (Err(error), None),
    };
    let result = match order.job {
        Job::Carry => carry(&mut site, progress),
        Job::Prune => prune(&mut site, order, progress),
        Job::Verify => verify(&mut site, progress),
    };
    drop(site);
    (result, Some(known(&order.home, &order.remote)))
}

/// Takes hold of a remote.
fn open(order: &Order, progress: &Stopper) -> Result<Site, WorkError> {
    let keys = order.home.keys()?.ok_or(WorkError::NoKey)?;
    let remote = remotes::open(&order.home, &order.remote, progress.clone())?;
    Ok(Site::open(
        &order.home,
        &order.remote,
        remote,
        keys,
        PATIENCE,
    )?)
}

fn carry(site: &mut Site, progress: &Stopper) -> Result<(), WorkError> {
    let made = site.backup(Utc::now(), progress)?;
    let remote = site.name();
    if made.is_new {
        let (pages, bytes) = (made.changed_pages, made.bytes_uploaded);
        tracing::info!(%remote, pages, bytes, "backed up");
    } else {
        tracing::debug!(%remote, "nothing has changed");
    }
    Ok(())
}

fn prune(site: &mut Site, order: &Order, progress: &Stopper) -> Result<(), WorkError> {
    let catalog = site.catalog(progress)?;
    let now = Utc::now();
    let plan = site.plan_prune(&order.policy, &catalog.versions, now);
    if plan.forget.is_empty() && plan.remove.is_empty() {
        return Ok(());
    }
    site.prune(&plan, &catalog, now, progress)?;
    let (ended, freed) = (plan.forget.len(), plan.freed);
    tracing::info!(remote = %site.name(), ended, freed, "pruned");
    Ok(())
}

/// Fetches the newest version of this machine and proves it byte for byte.
fn verify(site: &mut Site, progress: &Stopper) -> Result<(), WorkError> {
    let catalog = site.catalog(progress)?;
    let lost = catalog.lost.len();
    if lost > 0 {
        tracing::error!(remote = %site.name(), lost, "versions are missing at the remote");
    }
    let newest = catalog.versions.iter().rfind(|version| version.is_ours);
    let broken = !catalog.damaged.is_empty() || lost > 0;
    let Some(newest) = newest else {
        return if broken {
            Err(WorkError::Damaged)
        } else {
            Ok(())
        };
    };
    let verified = site.verify(&newest.name, Utc::now(), progress);
    if progress.is_cancelled() && verified.is_err() {
        return Err(WorkError::Stopped);
    }
    verified?;
    tracing::info!(remote = %site.name(), "the newest version is whole");
    if broken {
        Err(WorkError::Damaged)
    } else {
        Ok(())
    }
}
