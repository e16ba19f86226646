//! What an errand tells the loop of how far it is, some times a second, and hears back.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use ops::Step;

use super::recall::Recall;
use crate::runtime::keyboard::Inbound;

/// Each message is a frame: no more of them than an eye can follow, and none for short errands.
const PAUSE: Duration = Duration::from_millis(100);

/// Tells how far an errand is, in bytes.
pub(super) struct Watch<'a> {
    out: &'a Sender<Inbound>,
    recall: &'a Recall,
    expected: AtomicU64,
    done: AtomicU64,
    next: Mutex<Instant>,
}

impl<'a> Watch<'a> {
    pub(super) fn new(out: &'a Sender<Inbound>, recall: &'a Recall) -> Self {
        Self {
            out,
            recall,
            expected: AtomicU64::new(0),
            done: AtomicU64::new(0),
            next: Mutex::new(Instant::now() + PAUSE),
        }
    }
}

impl backup::Progress for Watch<'_> {
    fn expect(&self, bytes: u64) {
        self.expected.fetch_add(bytes, Ordering::Relaxed);
    }

    fn advance(&self, bytes: u64) {
        let done = self.done.fetch_add(bytes, Ordering::Relaxed) + bytes;
        let of = self.expected.load(Ordering::Relaxed);
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if of > 0 && now >= *next {
            *next = now + PAUSE;
            // A loop that is gone needs to know no more.
            let _ = self.out.send(Inbound::ErrandStep(Step { done, of }));
        }
    }

    fn is_cancelled(&self) -> bool {
        self.recall.is_cancelled()
    }
}
