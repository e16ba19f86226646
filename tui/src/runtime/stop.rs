//! How the loop stops what the writer does: a change by interrupting the ledger, made-up data by
//! being asked between two steps.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ops::session::Interrupter;

/// What the loop and the writer both look at.
#[derive(Debug, Default)]
pub(super) struct StopWriter {
    interrupter: Mutex<Option<Interrupter>>,
    /// What runs now is not wanted any more.
    stopped: AtomicBool,
    /// Nor is whatever would come after it: the program ends.
    ending: AtomicBool,
}

impl StopWriter {
    fn interrupter(&self) -> MutexGuard<'_, Option<Interrupter>> {
        self.interrupter
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on this ledger is stopped, or none.
    pub(super) fn hold(&self, interrupter: Option<Interrupter>) {
        *self.interrupter() = interrupter;
    }

    /// Something begins: what was stopped before was not this.
    pub(super) fn release(&self) {
        self.stopped.store(false, Ordering::Relaxed);
        if let Some(interrupter) = self.interrupter().as_ref() {
            interrupter.release();
        }
    }

    /// Stops what runs.
    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        if let Some(interrupter) = self.interrupter().as_ref() {
            interrupter.interrupt();
        }
    }

    /// Whether what runs is not wanted any more.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// The program ends. A change is saved all the same; data that is only made up is given up.
    pub(super) fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    /// Whether to go on with what nobody would miss.
    pub(super) fn go_on(&self) -> ControlFlow<()> {
        if self.is_stopped() || self.ending.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_outlives_what_begins_after_it() {
        let stop = StopWriter::default();
        stop.stop();
        assert!(stop.go_on().is_break());
        stop.release();
        assert!(stop.go_on().is_continue(), "that was for what ran before");
        stop.end();
        stop.release();
        assert!(stop.go_on().is_break(), "opening may begin only then");
    }
}
