//! One piece of work at one remote, on a thread of its own.
//!
//! Nothing of it outlives the work: the backup key, the lock on the remote and the remote itself
//! are taken at its begin and given back at its end. The end is always told, as an [`Ended`].

mod error;
mod hands;
mod job;
mod written;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use backup::{Home, Policy, Progress, Remembered, RemoteName};

use crate::schedule::{Job, Known, Outcome};
pub(crate) use error::WorkError;
pub(crate) use hands::Hands;
pub(crate) use written::Written;

/// What has to be known to do the work.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) home: Home,
    pub(crate) remote: RemoteName,
    pub(crate) job: Job,
    pub(crate) policy: Policy,
}

/// How it ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) remote: RemoteName,
    pub(crate) job: Job,
    pub(crate) result: Result<(), WorkError>,
    /// What is remembered of the remote now; nothing when that could not be read.
    pub(crate) known: Option<Known>,
}

impl Ended {
    /// What it means for the schedule.
    pub(crate) fn outcome(&self) -> Outcome {
        match &self.result {
            Ok(()) => Outcome::Done,
            Err(error) => error.outcome(),
        }
    }
}

/// Stops work that is under way, at its next good place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stopper(Arc<AtomicBool>);

impl Stopper {
    pub(crate) fn stop(&self) {
        self.0.store(true, Ordering::Release);
    }
}

impl Progress for Stopper {
    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Begins the work; `tell` is called with its end.
pub(crate) fn begin(
    order: Order,
    tell: impl FnOnce(Ended) + Send + 'static,
) -> std::io::Result<Stopper> {
    let stopper = Stopper::default();
    let progress = stopper.clone();
    thread::Builder::new()
        .name(format!("carry {}", order.remote))
        .spawn(move || tell(run(&order, &progress)))?;
    Ok(stopper)
}

/// Does the work.
pub(crate) fn run(order: &Order, progress: &Stopper) -> Ended {
    let (result, known) = job::run(order, progress);
    let remote = &order.remote;
    match &result {
        Ok(()) => tracing::debug!(%remote, job = ?order.job, "done"),
        Err(error) if error.is_stop() => tracing::info!(%remote, "stopped"),
        Err(error) => tracing::warn!(%remote, job = ?order.job, error = error.word(), "failed"),
    }
    Ended {
        remote: order.remote.clone(),
        job: order.job,
        result,
        known,
    }
}

/// What is remembered of a remote; nothing where that can't be read.
pub(crate) fn known(home: &Home, remote: &RemoteName) -> Known {
    let written = Written::about(home, remote);
    let remembered = Remembered::of(home, remote).map_or_else(|_| Known::default(), known_of);
    Known {
        written,
        ..remembered
    }
}

fn known_of(remembered: Remembered) -> Known {
    let Remembered { contact, versions } = remembered;
    Known {
        contact,
        has_versions: !versions.is_empty(),
        verified_at: versions.iter().filter_map(|it| it.verified_at).max(),
        ..Known::default()
    }
}
