//! How the loop calls somebody back from a remote: between two pieces, or by a signal to the
//! program that makes a version.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::process::{Pid, Signal, kill_process};

/// What the loop and the errand both look at.
#[derive(Debug, Default)]
pub(super) struct Recall {
    /// What runs now is not wanted any more.
    cancelled: AtomicBool,
    /// A version is being made now.
    making: AtomicBool,
    /// The program ends.
    ending: AtomicBool,
    /// The program that makes a version; it is there until it is waited for.
    child: Mutex<Option<Pid>>,
}

impl Recall {
    fn child(&self) -> MutexGuard<'_, Option<Pid>> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An errand begins: what was given up before was not this.
    pub(super) fn begin(&self, making: bool) {
        self.making.store(making, Ordering::Relaxed);
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Whether what runs is not wanted any more.
    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed) || self.ending.load(Ordering::Relaxed)
    }

    /// Gives up what runs.
    pub(super) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
        self.signal();
    }

    /// Gives up what runs, unless that is a version being made.
    pub(super) fn cancel_but_making(&self) {
        if !self.making.load(Ordering::Relaxed) {
            self.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Gives up what runs and whatever comes after it.
    pub(super) fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
        self.signal();
    }

    /// From now on this program is signalled. One that was given up before it began is, at once.
    pub(super) fn started(&self, child: Pid) {
        *self.child() = Some(child);
        if self.is_cancelled() {
            self.signal();
        }
    }

    /// It has ended, and is going to be waited for: after that its number may be another's.
    pub(super) fn ended(&self) {
        *self.child() = None;
    }

    fn signal(&self) {
        if let Some(child) = *self.child() {
            // One that is gone already is as good.
            let _ = kill_process(child, Signal::TERM);
        }
    }
}
